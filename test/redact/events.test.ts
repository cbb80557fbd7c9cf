import { describe, expect, test } from 'vitest'
import { matchForm } from '../../src/evidence/events/matcher.ts'
import type { NameKind } from '../../src/redact/kinds.ts'
import { kb, redactorFor } from './kit.ts'

type Form = (typeof kb.events)[string]['forms'][number]
const kinds: Readonly<Record<string, NameKind>> = {
  node: 'node',
  executor: 'node',
  resource: 'resource',
  device: 'resource',
  server: 'host',
}
const isName = (text: string) => /^[A-Za-z0-9_][\w.-]*$/.test(text) && /[a-z]/i.test(text)

/** An example of the base, redacted, beside what its pattern captured before. */
function redacted(form: Form, line: string) {
  const before = matchForm(form, line) ?? {}
  const names = Object.entries(before).flatMap(([key, value]): [NameKind, string][] => {
    const kind = kinds[key]
    return kind && value !== undefined && isName(value) ? [[kind, value]] : []
  })
  const { redactor } = redactorFor([line], names)
  return { before, redactor, after: matchForm(form, redactor.line(line)) }
}

/** Behind a colon the number of a ring looks like the end of its address. */
const isClear = (line: string) => !/membership \([0-9a-f:]*::/.test(line)

const forms = Object.entries(kb.events).flatMap(([id, { forms }]) =>
  forms.flatMap(form => form.matches.filter(isClear).map(line => ({ id, form, line }))),
)

/** Hosts that are called like words, in an example that calls them node01 and node02. */
const worded = (line: string) => line.replaceAll('node01', 'error').replaceAll('node02', 'cluster')

describe('every example of the base means the same after redaction', () => {
  test.each(Object.keys(kb.events))('%s', id => {
    for (const { form, line } of forms.filter(example => example.id === id)) {
      const { before, after, redactor } = redacted(form, line)
      expect([line, after !== undefined]).toEqual([line, true])
      for (const [key, value] of Object.entries(before))
        if (value !== undefined)
          expect([line, key, after?.[key]]).toEqual([line, key, key in kinds ? redactor.name(value) : redactor.line(value)])
    }
  })

  test.each(Object.keys(kb.events))('%s, with hosts that are called like words', id => {
    for (const { form, line } of forms.filter(example => example.id === id && /node0[12]/.test(example.line))) {
      const text = worded(line)
      if (!matchForm(form, text)) continue
      const { before, after, redactor } = redacted(form, text)
      expect([text, after !== undefined]).toEqual([text, true])
      for (const key of Object.keys(kinds))
        if (before[key] !== undefined) expect([text, key, after?.[key]]).toEqual([text, key, redactor.name(before[key])])
    }
  })
})
