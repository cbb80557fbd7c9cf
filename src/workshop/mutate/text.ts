import { stringify } from 'yaml'
import type { CaseFile } from '../../kb/shapes.ts'
import { wrap } from '../../render/wrap.ts'
import { type PlaceOf, placeText } from '../cases/text.ts'
import { type Outcome, operators, type Proposal } from './model.ts'
import { type Score, scoreOf } from './run.ts'

/** Survivors with their places and what would notice them; then the score. */
export function mutationText(outcomes: readonly Outcome[], placeOf: PlaceOf): string {
  const survivors = outcomes.filter(({ verdict }) => verdict === 'survived')
  return [...survivors.map(outcome => survivorText(outcome, placeOf)), scoreText(scoreOf(outcomes), outcomes)].join('\n\n')
}

function survivorText({ at, says, proposal }: Outcome, placeOf: PlaceOf): string {
  const head = wrap(`${placeText(placeOf(at))} survived: ${says}`, 120, '', '  ')
  return [...head, ...proposalLines(proposal, at.id)].join('\n')
}

function proposalLines(proposal: Proposal | undefined, id: string): string[] {
  if (proposal === undefined) return ['  No case was found that notices it; perhaps none exists.']
  if (proposal.kind === 'example')
    return [`  This line under "${proposal.list}" of the form notices it:`, `    - ${stringify(proposal.line, { lineWidth: 0 }).trim()}`]
  return [
    `  A case that notices it, for cases/${id}-….yaml:`,
    ...caseYaml(proposal.kase)
      .trimEnd()
      .split('\n')
      .map(line => `    ${line}`),
  ]
}

/** A case as a rule file. */
export function caseYaml(kase: CaseFile): string {
  return stringify(kase, { lineWidth: 110 })
}

/** The score; for each operator how many were noticed. */
function scoreText({ mutants, killed, survived, equivalent, percent }: Score, outcomes: readonly Outcome[]): string {
  const rows = operators.flatMap(operator => {
    const own = scoreOf(outcomes.filter(outcome => outcome.operator === operator))
    if (own.mutants === 0) return []
    const told = [`${own.killed} noticed`, `${own.survived} not`, ...(own.equivalent > 0 ? [`${own.equivalent} cannot be`] : [])]
    return [`  ${operator.padEnd(22)} ${told.join(', ')}`]
  })
  const left = equivalent === 0 ? '' : `\n${equivalent} changes can make no difference (proved) and are left out of the score.`
  return `${mutants} changes:\n${rows.join('\n')}${left}\n${percent} % noticed: ${killed} of ${killed + survived}`
}

/** `avert/mutate@1`: fields are only ever added. */
export function mutationDocument(outcomes: readonly Outcome[], placeOf: PlaceOf): object {
  const tell = ({ id, operator, at, says, why, proposal }: Outcome) => ({
    id,
    operator,
    place: placeOf(at),
    says,
    ...(why === undefined ? {} : { why }),
    ...(proposal === undefined ? {} : { proposal: proposal.kind === 'case' ? { ...proposal, yaml: caseYaml(proposal.kase) } : proposal }),
  })
  const byOperator = operators.map(operator => [operator, scoreOf(outcomes.filter(outcome => outcome.operator === operator))] as const)
  return {
    schema: 'avert/mutate@1',
    score: scoreOf(outcomes),
    operators: Object.fromEntries(byOperator.filter(([, { mutants }]) => mutants > 0)),
    survivors: outcomes.filter(({ verdict }) => verdict === 'survived').map(tell),
    equivalent: outcomes.filter(({ verdict }) => verdict === 'equivalent').map(tell),
  }
}
