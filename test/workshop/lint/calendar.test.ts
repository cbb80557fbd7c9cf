import { describe, expect, test } from 'vitest'
import { changed, lint, registry } from './kit.ts'

const odd = registry.pages['odd-date']!.passing
const [path, text] = Object.entries(odd).find(([, content]) => content?.includes('2025-03'))! as [string, string]
const codesWith = (date: string) => lint(changed({ ...odd, [path]: text.replace('2025-03', date) })).findings.map(({ code }) => code)

describe('the date of a source', () => {
  test.each(['2026-02-30', '2025-13', '2025-04-31', '2025-3', '25-03-01'])('%s is none', date =>
    expect(codesWith(date)).toContain('odd-date'),
  )
  test.each(['2025', '2025-03', '2024-02-29'])('%s is one', date => expect(codesWith(date)).not.toContain('odd-date'))
})

describe('an event that no fact is seen by', () => {
  const [path, text] = Object.entries(registry.pages['event-unused']!.failing).find(([file]) => file.startsWith('events/'))! as [
    string,
    string,
  ]
  const codesOf = (content: string) => lint(changed({ [path]: content })).findings.map(({ code }) => code)
  test('is told', () => expect(codesOf(text)).toContain('event-unused'))
  test('is not when it says that it is for the timeline', () =>
    expect(codesOf(text.replace('forms:', 'timeline-only: true\nforms:'))).not.toContain('event-unused'))
})
