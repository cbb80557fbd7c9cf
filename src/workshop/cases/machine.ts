import { xml } from '../lint/formats/machine.ts'
import { type CoverageReport, percent } from './coverage.ts'
import type { ExampleResult } from './examples.ts'
import type { CaseResult } from './run-cases.ts'
import { failureText, gapText, type PlaceOf } from './text.ts'

export interface TestRun {
  readonly cases: readonly CaseResult[]
  readonly examples: readonly ExampleResult[]
  readonly coverage?: CoverageReport | undefined
}

const caseAt = (id: string) => ({ folder: 'cases' as const, id, path: ['expect'] })

/** `avert/test@1`: fields are only ever added. */
export function testDocument({ cases, examples, coverage }: TestRun, placeOf: PlaceOf): object {
  const failed = [...cases, ...examples].filter(({ wrong }) => wrong.length > 0).length
  return {
    schema: 'avert/test@1',
    passed: cases.length + examples.length - failed,
    failed,
    results: cases.map(({ id, title, wrong }) => ({ id, title, passed: wrong.length === 0, place: placeOf(caseAt(id)), wrong })),
    examples: examples.map(({ id, title, tried, wrong }) => ({ id, title, passed: wrong.length === 0, tried, wrong })),
    ...(coverage ? { coverage: coverageDocument(coverage, placeOf) } : {}),
  }
}

function coverageDocument({ shares, gaps }: CoverageReport, placeOf: PlaceOf): object {
  return {
    shares: Object.fromEntries(Object.entries(shares).map(([kind, share]) => [kind, { ...share, percent: percent(share) }])),
    gaps: gaps.map(gap => ({
      kind: gap.kind,
      id: gap.id,
      place: placeOf(gap.at),
      ...(gap.test === undefined ? {} : { test: gap.test, never: gap.never }),
      message: gapText(gap),
    })),
  }
}

/** JUnit: one suite for cases, one for examples, one for gaps when coverage was asked for. */
export function testJunit({ cases, examples, coverage }: TestRun, placeOf: PlaceOf): string {
  const suites = [
    suite(
      'cases',
      cases.map(result => ({ ...result, file: placeOf(caseAt(result.id)) })),
    ),
    suite('examples', examples),
  ]
  if (coverage)
    suites.push(
      suite(
        'coverage',
        coverage.gaps.map(gap => {
          const sentence = gapText(gap)
          const wrong = [{ about: 'coverage', expected: 'seen', got: 'never seen', reasons: [], sentence }]
          return {
            id: `${gap.kind} ${gap.id}${gap.test === undefined ? '' : ` ${gap.test}`}`,
            title: sentence,
            file: placeOf(gap.at),
            wrong,
          }
        }),
      ),
    )
  const sum = (part: 'tests' | 'failures') => suites.reduce((total, own) => total + own[part], 0)
  const inner = suites.map(({ text }) => text).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="avert kb test" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">\n${inner}\n</testsuites>`
}

type Row = Pick<CaseResult, 'id' | 'title' | 'wrong'> & { readonly file?: { readonly file: string; readonly line: number } }

function suite(name: string, rows: readonly Row[]): { text: string; tests: number; failures: number } {
  const failures = rows.filter(({ wrong }) => wrong.length > 0).length
  const cases = rows.map(row => {
    const place = row.file ? ` file="${xml(row.file.file)}" line="${row.file.line}"` : ''
    const open = `    <testcase classname="${name}" name="${xml(`${row.id}: ${row.title}`)}"${place}`
    if (row.wrong.length === 0) return `${open}/>`
    const message = xml(row.wrong.map(({ sentence }) => sentence).join('; '))
    return `${open}>\n      <failure type="difference" message="${message}">${xml(failureText(row, undefined))}</failure>\n    </testcase>`
  })
  const head = `  <testsuite name="${name}" tests="${rows.length}" failures="${failures}" errors="0" skipped="0">`
  return { text: [head, ...cases, '  </testsuite>'].join('\n'), tests: rows.length, failures }
}
