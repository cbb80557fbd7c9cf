import { plural } from '../../../kb/plain-text.ts'
import { stripControls } from '../../../plan/shell.ts'
import type { CounterExample, PlacedFinding, Severity } from '../../finding.ts'
import type { LintResult } from '../linter.ts'

/**
 * What a person reads: the place in the form that editors jump to, then sentence, hint and example. Infos are only counted
 * unless asked for: they bury what must be mended. `top`: how the files of the topmost folder begin, when it lies over
 * others; there are few infos of it, and they tell which files it replaces.
 */
export function lintText(result: LintResult, infos: boolean, top?: string): string {
  const isShown = ({ severity, file }: PlacedFinding) => infos || severity !== 'info' || (top !== undefined && file.startsWith(top))
  return [
    ...folded(result.findings.filter(finding => !isShown(finding))),
    ...lightestFirst(result.findings.filter(isShown)).map(findingText),
    summary(result),
  ].join('\n')
}

/** The infos that are not printed, in one line: how many of each code. */
function folded(infos: readonly PlacedFinding[]): string[] {
  const counts = new Map<string, number>()
  for (const { code } of infos) counts.set(code, (counts.get(code) ?? 0) + 1)
  const each = [...counts].map(([code, count]) => `${count} ${code}`).join(', ')
  return infos.length === 0 ? [] : [`${plural(infos.length, 'info')} not shown (${each}); --infos prints them`]
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
