import { bandRank, isSure } from '../diagnosis/bands.ts'
import { stripControls } from '../plan/shell.ts'
import type { Report } from './json.ts'
import { placeWords, repeatWords, riskOf, stageWords, stepRuns } from './plan-text.ts'
import { signed } from './text.ts'
import { bandWords, factTitle, originWords, stateWords } from './words.ts'

/** The diagnosis for a ticket. */
export function diagnosisMarkdown({ kb, diagnosis, plan, next }: Report): string {
  const out: string[] = ['# avert: diagnosis', '']
  const sure = diagnosis.hypotheses.filter(({ band }) => isSure(band))
  out.push(
    sure.length > 0 ? sure.map(({ title, band }) => `**${markdownText(title)}: ${bandWords[band]}.**`).join(' ') : '**No conclusion yet.**',
    '',
  )
  out.push('| cause | band | points |', '| --- | --- | ---: |')
  for (const { title, band, points } of diagnosis.hypotheses.filter(({ band }) => band !== 'open'))
    out.push(`| ${markdownText(title)} | ${bandWords[band]} | ${signed(points)} |`)
  for (const { title, band, for: speaksFor, against } of diagnosis.hypotheses.filter(({ band }) => bandRank[band] >= bandRank.possible)) {
    out.push('', `## ${markdownText(title)}: ${bandWords[band]}`, '')
    for (const { because, points, decides } of speaksFor) out.push(`- for (${decides ?? signed(points)}): ${markdownText(because)}`)
    for (const { because, points, decides } of against) out.push(`- against (${decides ?? signed(points)}): ${markdownText(because)}`)
  }
  const known = [...diagnosis.facts].filter(([, { state }]) => state === 'known')
  if (known.length > 0) {
    out.push('', '## Facts', '', '| fact | value | from |', '| --- | --- | --- |')
    for (const [id, state] of known)
      out.push(
        `| ${markdownText(factTitle(kb, id))} | ${markdownText(stateWords(state))} | ${state.origins[0] ? markdownText(originWords(state.origins[0])) : ''} |`,
      )
  }
  if (diagnosis.notExamined.length > 0)
    out.push('', '## Not examined', '', ...diagnosis.notExamined.map(({ what, why }) => `- ${markdownText(what)}: ${markdownText(why)}`))
  if (next.length > 0)
    out.push('', '## Questions that would help most', '', ...next.map(({ fact, ask }) => `- ${markdownText(ask)} (\`${fact}\`)`))
  if (plan.steps.length > 0) {
    out.push('', '## Plan', '', 'avert prints commands; it runs none of them.')
    let heading = ''
    for (const run of stepRuns(plan.steps)) {
      const step = plan.steps[run.from - 1]!
      const own = `### ${stageWords[step.stage]}: ${markdownText(step.title)}`
      if (own !== heading) out.push('', own, '')
      heading = own
      if (run.as !== undefined) {
        // No item of the list: Markdown would count on from it.
        out.push('', `${run.to === run.from ? `Step ${run.from}` : `Steps ${run.from} to ${run.to}`}: ${repeatWords(run)}`, '')
        continue
      }
      out.push(`${run.from}. ${markdownText(step.do)} *(${placeWords[step.on]}, ${riskOf(step)}, ${step.confidence})*`)
      if (step.caution) out.push(`   - careful: ${markdownText(step.caution)}`)
      for (const [label, commands] of [
        ['run', step.run],
        ['check', step.verify],
        ['go back', step.undo],
      ] as const)
        if (commands.length > 0) out.push(`   - ${label}:`, '', ...fence(commands.join('\n')), '')
      if (step.expect) out.push(`   - expect: ${markdownText(step.expect)}`)
      if (step.expires) out.push(`   - at the latest: ${markdownText(step.expires)}`)
    }
  }
  if (diagnosis.warnings.length > 0) out.push('', '## Warnings', '', ...diagnosis.warnings.map(warning => `- ${markdownText(warning)}`))
  return `${out.join('\n')}\n`
}

/** Log text must not become markup. */
export const markdownText = (value: string) =>
  stripControls(value)
    .replace(/[\\`*_[\]<>|]/g, char => `\\${char}`)
    .replace(/\s*\n\s*/g, ' ')

function fence(commands: string): string[] {
  const ticks = '`'.repeat(Math.max(3, ...[...commands.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return [
    `     ${ticks}sh`,
    ...stripControls(commands)
      .split('\n')
      .map(line => `     ${line}`),
    `     ${ticks}`,
  ]
}
