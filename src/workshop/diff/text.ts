import { markdownText } from '../../render/markdown.ts'
import type { CaseDiff, GroupDiff, KbDiff } from './model.ts'

/** The comparison for a reader: first what happens to cases, then to ids. */
export function diffText(diff: KbDiff): string {
  const { old, new: now, cases, groups, compared } = diff
  const lines = [`old: ${old.name} (${old.version}, ${short(old.digest)})`, `new: ${now.name} (${now.version}, ${short(now.digest)})`]
  for (const group of groups) lines.push('', `${group.group}`, ...groupLines(group).map(line => `  ${line}`))
  for (const one of cases) lines.push('', `case ${one.id}: ${one.title}`, ...caseLines(one).map(line => `  ${line}`))
  lines.push('', summary(cases, compared))
  return lines.join('\n')
}

/** The same as Markdown, for a merge request. */
export function diffMarkdown(diff: KbDiff): string {
  const { old, new: now, cases, groups, compared } = diff
  const lines = [
    '# What changes between two knowledge bases',
    '',
    '| | name | version | content |',
    '| --- | --- | --- | --- |',
    `| old | ${markdownText(old.name)} | ${old.version} | ${short(old.digest)} |`,
    `| new | ${markdownText(now.name)} | ${now.version} | ${short(now.digest)} |`,
    '',
    summary(cases, compared),
  ]
  for (const one of cases)
    lines.push('', `## Case \`${one.id}\``, '', `${markdownText(one.title)}.`, '', ...caseLines(one).map(line => `- ${markdownText(line)}`))
  if (groups.length > 0) lines.push('', '## Objects')
  for (const group of groups) lines.push('', `### ${group.group}`, '', ...groupLines(group).map(line => `- ${markdownText(line)}`))
  return `${lines.join('\n')}\n`
}

function caseLines({ bands, points, questions, steps, lost }: CaseDiff): string[] {
  return [
    ...bands.map(({ hypothesis, old, new: now }) => `${hypothesis}: ${old ?? 'not there'} -> ${now ?? 'gone'}`),
    ...points.map(({ hypothesis, old, new: now }) => `${hypothesis}: ${old} -> ${now} points, the band stays`),
    ...(questions ? questionLines(questions) : []),
    ...steps.added.map(step => `the plan gains ${step}`),
    ...steps.removed.map(step => `the plan loses ${step}`),
    ...steps.changed.map(step => `the plan says something else in ${step}`),
    ...(steps.moved ? ['the steps of the plan come in another order'] : []),
    ...lost.map(fact => `the new base does not take the value of ${fact}`),
  ]
}

const questionsShown = 4

function questionLines({ old, new: now }: NonNullable<CaseDiff['questions']>): string[] {
  let at = 0
  while (at < old.length && old[at] === now[at]) at++
  const part = (list: readonly string[]) =>
    list.length <= at ? 'no more' : `${list.slice(at, at + questionsShown).join(', ')}${list.length > at + questionsShown ? ', …' : ''}`
  return [
    `questions differ from number ${at + 1} on: ${part(old)} -> ${part(now)}`,
    ...(old.length === now.length ? [] : [`questions asked: ${old.length} -> ${now.length}`]),
  ]
}

function groupLines({ added, dropped, renamed, changed }: GroupDiff): string[] {
  return [
    ...renamed.map(pair => `renamed: ${pair.old} -> ${pair.new}`),
    ...added.map(id => `new: ${id}`),
    ...dropped.map(id => `dropped: ${id}`),
    ...changed.map(id => `changed: ${id}`),
  ]
}

const summary = (cases: readonly CaseDiff[], compared: number) =>
  `${compared} cases compared: ${cases.length === 0 ? 'none changes' : `${cases.length} of them ${cases.length === 1 ? 'changes' : 'change'}`}`
const short = (digest: string) => digest.slice(0, 19)
