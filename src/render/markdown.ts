import { bandRank } from '../diagnosis/bands.ts'
import { stripControls } from '../plan/shell.ts'
import { incidentWords, periodWords } from './incidents.ts'
import type { Report } from './json.ts'
import { afterwards, pasteBlocks } from './paste.ts'
import { beforePlan, firstSteps, heldBackWords, placeWords, recordWords, repeatWords, riskOf, stageWords, stepRuns } from './plan-text.ts'
import { contradictionWords, signed, verdictWords } from './text.ts'
import { bandWords, factTitle, factWords, originWords } from './words.ts'

/** The diagnosis for a ticket. */
export function diagnosisMarkdown(report: Report): string {
  const { kb, diagnosis, plan, next } = report
  const out: string[] = ['# avert: diagnosis', '', `**${markdownText(verdictWords(report))}**`, '']
  if (report.period) out.push(markdownText(periodWords(report.period)), '')
  if (report.incidents) {
    const { first, each, last, options } = incidentWords(kb, report.incidents)
    out.push(
      '## More than one incident',
      '',
      first,
      '',
      ...each.map(words => `- ${markdownText(words)}`),
      '',
      last,
      '',
      `    ${stripControls(options)}`,
      '',
    )
  }
  const first = firstSteps(plan)
  if (first) out.push(first.words.replace('What to do', 'Plan'), '', ...first.steps.map((text, i) => `${i + 1}. ${markdownText(text)}`), '')
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
        `| ${markdownText(factTitle(kb, id))} | ${markdownText(factWords(kb, id, state))} | ${state.origins[0] ? markdownText(originWords(state.origins[0])) : ''} |`,
      )
  }
  if (diagnosis.contradictions.length > 0)
    out.push('', '## What does not fit together', '', ...contradictionWords(report).map(words => `- ${markdownText(words)}`))
  if (diagnosis.notExamined.length > 0)
    out.push('', '## Not examined', '', ...diagnosis.notExamined.map(({ what, why }) => `- ${markdownText(what)}: ${markdownText(why)}`))
  if (next.length > 0)
    out.push('', '## Questions that would help most', '', ...next.map(({ fact, ask }) => `- ${markdownText(ask)} (\`${fact}\`)`))
  if (plan.steps.length > 0) {
    out.push('', '## Plan', '', beforePlan, ...(plan.heldBack ? ['', heldBackWords] : []))
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
      out.push(...commands('run', step.run))
      if (step.expect) out.push(`   - expect: ${markdownText(step.expect)}`)
      out.push(...commands('check', step.verify), ...commands('go back', step.undo))
      if (step.expires) out.push(`   - at the latest: ${markdownText(step.expires)}`)
    }
    out.push(...recordWords(plan, kb).flatMap(words => ['', markdownText(words)]))
  }
  if (diagnosis.warnings.length > 0) out.push('', '## Warnings', '', ...diagnosis.warnings.map(warning => `- ${markdownText(warning)}`))
  return `${out.join('\n')}\n`
}

const commands = (label: string, list: readonly string[]) =>
  pasteBlocks(list).flatMap((block, i) => [`   - ${i === 0 ? label : `${label}, ${afterwards}`}:`, '', ...fence(block.join('\n')), ''])

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
