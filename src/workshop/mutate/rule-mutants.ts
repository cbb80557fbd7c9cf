import { allFacts, type KnowledgeBase } from '../../kb/model.ts'
import type { FactFile, HypothesisFile } from '../../kb/shapes.ts'
import type { At } from '../cases/conditions.ts'
import { gone, withChange } from './edit.ts'
import type { Mutant, Operator, Touches } from './model.ts'

const mostPoints = 30
/** From one band into the next. */
const step = 10
const priorStep = 5

type Make = (operator: Operator, path: At['path'], next: unknown, says: string, touches: Touches) => Mutant

function maker(kb: KnowledgeBase, folder: At['folder'], id: string): Make {
  return (operator, path, next, says, touches) => ({
    id: `${operator} ${folder}/${id} ${path.join('/')}${next === gone ? '' : ` ${String(next)}`}`,
    operator,
    at: { folder, id, path },
    says,
    touches,
    kb: () => withChange(kb, { folder, id, path }, next),
  })
}

/** Points, priors, groups and decisions of the rules of hypotheses. */
export function hypothesisMutants(kb: KnowledgeBase): Mutant[] {
  return Object.entries(kb.hypotheses).flatMap(([id, file]) => {
    const make = maker(kb, 'hypotheses', id)
    const priors = [file.prior - priorStep, file.prior + priorStep]
      .filter(prior => Math.abs(prior) <= mostPoints)
      .map(prior => make('shift-prior', ['prior'], prior, `${id}: the prior ${file.prior} becomes ${prior}`, { kind: 'hypothesis', id }))
    const dropped = file.resolutions.map((resolution, i) =>
      make('drop-resolution', ['resolutions', i], gone, `${id}: the resolution ${resolution} is dropped`, { kind: 'step', resolution }),
    )
    return [...priors, ...file.rules.flatMap((rule, i) => ruleMutants(id, file, rule, i, make)), ...dropped]
  })
}

function ruleMutants(id: string, file: HypothesisFile, rule: HypothesisFile['rules'][number], i: number, make: Make): Mutant[] {
  const name = `${id}/${rule.id}`
  const touches: Touches = { kind: 'rules', ids: [name], hypothesis: id }
  const { points, decides, group } = rule
  const made: Mutant[] = []
  if (decides !== undefined) {
    const other = decides === 'confirmed' ? 'ruled-out' : 'confirmed'
    made.push(make('change-decision', ['rules', i, 'decides'], other, `${name}: decides ${other} instead of ${decides}`, touches))
    if (file.rules.length > 1) made.push(make('drop-rule', ['rules', i], gone, `${name}: the rule is dropped`, touches))
  }
  if (points !== undefined && points !== 0) {
    const change = (operator: Operator, next: number) =>
      made.push(make(operator, ['rules', i, 'points'], next, `${name}: ${points} points become ${next}`, touches))
    change('flip-points', -points)
    if (Math.abs(points) > 1) change('weaken-points', Math.sign(points))
    const stronger = Math.sign(points) * Math.min(Math.abs(points) + step, mostPoints)
    if (stronger !== points) change('strengthen-points', stronger)
  }
  const together = group === undefined ? [] : file.rules.filter(other => other.group === group)
  if (together.length > 1)
    made.push(make('drop-group', ['rules', i, 'group'], gone, `${name}: is taken out of the group ${group}`, touches))
  return made
}

/** Derivations that are dropped or conclude something else. */
export function derivationMutants(kb: KnowledgeBase): Mutant[] {
  return Object.entries(allFacts(kb)).flatMap(([id, fact]) => {
    const make = maker(kb, Object.hasOwn(kb.facts, id) ? 'facts' : 'symptoms', id)
    return (fact.derive ?? []).flatMap((rule, i) => {
      const name = `${id}/${rule.id}`
      const touches: Touches = { kind: 'rules', ids: [name] }
      const value = otherValue(fact, rule.value)
      const changed =
        value === undefined
          ? []
          : [
              make(
                'change-derived-value',
                ['derive', i, 'value'],
                value,
                `${name}: concludes ${String(value)} instead of ${String(rule.value)}`,
                touches,
              ),
            ]
      return [make('drop-derivation', ['derive', i], gone, `${name}: the derivation is dropped`, touches), ...changed]
    })
  })
}

/** Another value that the fact may have. */
function otherValue({ type, choices }: FactFile, value: unknown): unknown {
  if (type === 'yes-no') return value === true || value === 'yes' ? 'no' : 'yes'
  if (type === 'number') return Number(value) + 1
  if (type !== 'choice' || choices === undefined) return undefined
  return (Array.isArray(choices) ? choices : Object.keys(choices)).find(choice => choice !== value)
}

/** Steps taken out of resolutions. */
export function planMutants(kb: KnowledgeBase): Mutant[] {
  return Object.entries(kb.resolutions).flatMap(([id, { steps }]) => {
    const make = maker(kb, 'resolutions', id)
    return steps.map((step, i) =>
      make('drop-step', ['steps', i], gone, `${id}: the step ${step.id} is dropped`, { kind: 'step', resolution: id, step: step.id }),
    )
  })
}
