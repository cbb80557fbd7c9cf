import { stripControls } from '../../../plan/shell.ts'
import type { CounterExample, PlacedFinding, Severity } from '../../finding.ts'
import type { LintResult } from '../linter.ts'

const manyInfos = 3

/**
 * What a person reads: the place in the form that editors jump to, then sentence, hint and example. `top`: how the files of the topmost
 * folder begin, when it lies over others: the infos of those others would bury its own.
 */
export function lintText(result: LintResult, all: boolean, top = ''): string {
  const own = result.findings.filter(({ severity, file }) => all || severity !== 'info' || file.startsWith(top))
  const below = result.findings.length - own.length
  const { shown, hidden } = all ? { shown: own, hidden: [] } : withoutFloods(own)
  return [
    ...(below > 0 ? [`${plural(below, 'info')} about the files below ${top}; --max-severity none prints them all`] : []),
    ...hidden.map(([code, count]) => `${count} more of ${code} (info); --max-severity none prints them all`),
    ...lightestFirst(shown).map(findingText),
    summary(result),
  ].join('\n')
}

function findingText({ file, line, column, code, message, hint, severity, counterExample, exactness }: PlacedFinding): string {
  const lines = [
    `${file}:${line}:${column} ${severity === 'error' ? '' : `${severity} `}${code}: ${message}`,
    `  hint: ${hint}`,
    ...(counterExample ? [`  for instance: ${exampleText(counterExample)}`] : []),
    ...(exactness !== undefined && exactness !== 'exact' ? [`  (${exactness})`] : []),
  ]
  return lines.map(stripControls).join('\n')
}

/** A case in one line. */
export function exampleText({ facts, line, answers }: CounterExample): string {
  const value = (one: unknown) => (one === null ? 'cannot tell' : one === true ? 'yes' : one === false ? 'no' : JSON.stringify(one))
  return [
    ...(facts
      ? [
          Object.entries(facts)
            .map(([id, one]) => `${id}: ${value(one)}`)
            .join(', ') || 'nothing is known',
        ]
      : []),
    ...(line === undefined ? [] : [line]),
    ...(answers ? [answers.map(answer => `${answer.fact}: ${value(answer.value)}`).join(', then ')] : []),
  ].join('; ')
}

/** On a terminal the end is what one sees: there stands what must be mended. */
const lightestFirst = (findings: readonly PlacedFinding[]) =>
  (['info', 'warning', 'error'] as const).flatMap(own => findings.filter(({ severity }) => severity === own))

/** A hundred times the same info buries what matters. */
function withoutFloods(findings: readonly PlacedFinding[]): { shown: PlacedFinding[]; hidden: [string, number][] } {
  const counts = new Map<string, number>()
  const shown = findings.filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return severity !== 'info' || count <= manyInfos
  })
  const infos = new Set(findings.filter(({ severity }) => severity === 'info').map(({ code }) => code))
  return {
    shown,
    hidden: [...counts].filter(([code, count]) => infos.has(code) && count > manyInfos).map(([code, count]) => [code, count - manyInfos]),
  }
}

/** "2 errors, 1 warning" and what was looked at, so that an empty folder does not look clean. */
export function summary({ findings, kb, files, suppressed }: LintResult): string {
  const counts = countsOf(findings)
  const said = (['error', 'warning', 'info'] as const)
    .filter(severity => counts[severity] > 0)
    .map(severity => plural(counts[severity], severity))
  const looked = kb
    ? Object.entries(kb)
        .filter(([key]) => key !== 'kb')
        .map(([key, objects]) => `${Object.keys(objects as object).length} ${key}`)
        .join(', ')
    : `${plural(files, 'file')}, which do not load as a base`
  return `${looked}: ${said.length > 0 ? said.join(', ') : 'no problems'}${suppressed > 0 ? ` (${suppressed} suppressed)` : ''}`
}

export function countsOf(findings: readonly PlacedFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
