import { plural } from '../../kb/plain-text.ts'
import type { Place } from '../../kb/problem.ts'
import { wrap } from '../../render/wrap.ts'
import type { At } from './conditions.ts'
import { type CoverageReport, type Gap, type Kind, percent } from './coverage.ts'
import type { ExampleResult } from './examples.ts'
import type { Difference } from './expectations.ts'
import type { CaseResult } from './run-cases.ts'

/** Finds the line a path inside a rule file stands on. */
export type PlaceOf = (at: At) => Place

export const placeText = ({ file, line, column }: Place) => `${file}:${line}:${column}`

const leftColumn = 36
const rightColumn = 38

/** A failed case or example: for each difference what was expected and what came on the left, why on the right. Fits 80 columns. */
export function failureText({ id, title, wrong }: Pick<CaseResult, 'id' | 'title' | 'wrong'>, place: string | undefined): string {
  const head = [...(place === undefined ? [] : [place]), ...wrap(`FAILED ${id}: ${title}`, 80, '', '  ')]
  return [...head, ...wrong.flatMap(differenceLines)].join('\n')
}

function differenceLines({ about, expected, got, reasons }: Difference): string[] {
  const left = [...wrap(expected, leftColumn, 'expected  ', '          '), ...wrap(got, leftColumn, 'got       ', '          ')]
  const right = reasons.flatMap(reason => wrap(reason, rightColumn, '', '  '))
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    right.length === 0 ? `    ${left[i]}` : `    ${(left[i] ?? '').padEnd(leftColumn)}| ${right[i] ?? ''}`.trimEnd(),
  )
  return [...wrap(about, 80, '  ', '    '), ...rows]
}

const kinds: Readonly<Record<Kind, string>> = {
  condition: 'conditions (each test true, false, unknown, deciding)',
  event: 'events seen in the evidence of a case',
  question: 'questions asked',
  step: 'steps of resolutions printed',
}

/** The share of each kind, and every gap with its place. */
export function coverageText({ shares, gaps }: CoverageReport, placeOf: PlaceOf): string {
  const told = Object.entries(kinds).map(([kind, name]) => {
    const share = shares[kind as Kind]
    return `${String(percent(share)).padStart(5)} %  ${name}: ${share.seen} of ${share.of}`
  })
  return [...gaps.map(gap => `${placeText(placeOf(gap.at))} gap: ${gapText(gap)}`), ...told].join('\n')
}

export function gapText({ kind, id, test, never }: Gap): string {
  switch (kind) {
    case 'condition':
      return `${id}: "${test}" is never seen ${never!.join(', ')}`
    case 'event':
      return `event ${id} is in the evidence of no case`
    case 'question':
      return `${id} is asked for by no case`
    case 'step':
      return `step ${id} is never printed`
  }
}

/** How it ended, in one line. */
export function summaryText(cases: readonly CaseResult[], examples: readonly ExampleResult[]): string {
  const failed = (list: readonly { wrong: readonly unknown[] }[]) => list.filter(({ wrong }) => wrong.length > 0).length
  const tried = examples.reduce((sum, example) => sum + example.tried, 0)
  const told = `${cases.length - failed(cases)} passed, ${failed(cases)} failed`
  return examples.length === 0
    ? told
    : `${told}; ${plural(tried, 'example')} in ${plural(examples.length, 'file')}, ${plural(failed(examples), 'file')} failed`
}
