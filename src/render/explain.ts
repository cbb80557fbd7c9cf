import type { Reason, Weighed } from '../diagnosis/model.ts'
import { factOf } from '../kb/model.ts'
import { rulesOf } from '../kb/rules.ts'
import type { Report } from './json.ts'
import { signed } from './text.ts'
import { bandWords, factTitle, operatorWords, originWords, stateWords, valueWords } from './words.ts'

/** Why a hypothesis stands where it does, why not higher, and what would change it: all from the one recorded evaluation. */
export function explainHypothesis(report: Report, { title, band, prior, points, for: speaksFor, against, open }: Weighed): string {
  const { kb } = report
  const lines = [`${title}: ${bandWords[band]}`, '', `Sum: ${signed(prior)} before any evidence`]
  const reason = ({ because, points: own, decides, counts, saw, facts, group }: Reason): string[] => [
    `  ${decides ? `[${decides}]` : counts ? signed(own) : `(${signed(own)}, not counted: a stronger rule of group "${group}" counts)`}  ${because}`,
    ...saw
      .filter(({ held }) => held !== undefined)
      .map(
        ({ fact, operator, wanted, value, held }) =>
          `        ${factTitle(kb, fact)}: ${valueWords(value)} (${operatorWords[operator] ?? operator} ${operator === 'known' ? '' : valueWords(wanted)}: ${held ? 'true' : 'not true'})`,
      ),
    ...facts.flatMap(fact =>
      (report.diagnosis.facts.get(fact)?.origins ?? [])
        .slice(0, 1)
        .map(origin => `        ${origin.kind === 'derived' ? '' : 'from '}${originWords(origin)}`),
    ),
  ]
  lines.push(...speaksFor.flatMap(reason), ...against.flatMap(reason), `  = ${signed(points)}`)
  if (open.length > 0) {
    lines.push('', 'What would change it:')
    for (const { because, points: own, decides, needs } of open)
      lines.push(
        `  ${decides ? `[${decides}]` : signed(own)} if: ${because}`,
        `        waits for: ${needs.map(fact => `${factTitle(kb, fact)} (${fact})`).join(', ')}`,
      )
  }
  const waiting = new Set([...speaksFor, ...against].map(({ rule }) => rule).concat(open.map(({ rule }) => rule)))
  const failed = rulesOf(kb).filter(
    ({ id, hypothesis }) => hypothesis !== undefined && kb.hypotheses[hypothesis]?.title === title && !waiting.has(id),
  )
  if (failed.length > 0) {
    lines.push('', 'Why not (rules that do not hold):')
    for (const { because, points: own, decides, facts } of failed)
      lines.push(
        `  ${decides ? `[${decides}]` : signed(own ?? 0)}  ${because}`,
        `        ${facts.map(fact => `${factTitle(kb, fact)}: ${stateOf(report, fact)}`).join('; ')}`,
      )
  }
  return `${lines.join('\n')}\n`
}

const stateOf = ({ diagnosis }: Report, fact: string) => {
  const state = diagnosis.facts.get(fact)
  return state ? stateWords(state) : 'not known'
}

/** What is known of a fact, from where, how to find it out, and which rules use it. */
export function explainFact(report: Report, id: string): string {
  const { kb } = report
  const fact = factOf(kb, id)!
  const state = report.diagnosis.facts.get(id)
  const lines = [`${fact.title} (${id}): ${state ? stateWords(state) : 'not known'}`]
  if (fact.explain) lines.push('', fact.explain)
  if (state && state.origins.length > 0)
    lines.push('', 'From:', ...state.origins.slice(0, 20).map(origin => `  ${originWords(origin)}${origin.text ? `: ${origin.text}` : ''}`))
  if (fact['find-out']) {
    lines.push('', 'How to find out:')
    for (const { do: what, run, expect } of fact['find-out'])
      lines.push(...[what && `  ${what}`, run?.replace(/^/gm, '    '), expect && `  Expect: ${expect}`].flatMap(line => line || []))
  }
  const used = rulesOf(kb).filter(({ facts }) => facts.includes(id))
  if (used.length > 0)
    lines.push(
      '',
      'Used by:',
      ...used.map(({ id: rule, because, points }) => `  ${rule}${points === undefined ? '' : ` (${signed(points)})`}: ${because}`),
    )
  return `${lines.join('\n')}\n`
}
