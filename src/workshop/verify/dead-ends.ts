import { sessionOf } from '../../diagnosis/diagnose.ts'
import type { Diagnosis } from '../../diagnosis/model.ts'
import { weigh } from '../../diagnosis/weigh.ts'
import { checkedCondition } from '../../kb/condition.ts'
import { allFacts, type FactValue, type KnowledgeBase } from '../../kb/model.ts'
import type { RawCondition, ResolutionFile } from '../../kb/shapes.ts'
import { makePlan, onlyLooks, onSuspicion } from '../../plan/plan.ts'
import type { Templates } from '../../plan/templates.ts'
import { templateValues } from '../../render/report-on.ts'
import type { CounterExample, Finding } from '../finding.ts'
import type { Facts } from './conditions.ts'
import type { Budget, Model } from './model.ts'
import { type Demand, solve } from './solve.ts'
import { Strength } from './strength.ts'
import { holds, type Node, World } from './world.ts'

/** Whole plans are made at most so often. */
const mostPlans = 400

type Band = 'confirmed' | 'likely' | 'possible'

/** What is left of the work, and what is wanted: a plan without any step, or at least without one for this cause. */
interface Search {
  readonly model: Model
  readonly budget: Budget
  readonly plans: { left: number }
}

/**
 * Ways through the interview that end with a cause and without a step for it. What nobody was asked is unknown there. `told`: what is
 * said already of conditions that never hold; that nothing is shown because of them is no finding of its own.
 */
export function deadEnds(model: Model, budget: Budget, told: readonly Finding[]): Finding[] {
  const search: Search = { model: withoutTold(model, told), budget, plans: { left: mostPlans } }
  return Object.keys(model.kb.hypotheses).flatMap((id): Finding[] => {
    const sure = findSure(search, id, 'any') ?? findSure(search, id, 'own')
    if (sure) return [sure]
    const own = resolutionsOf(search.model.kb, id)
    const looking = own.flatMap(resolution => {
      const steps = resolution.stage === 'fix' ? resolution.steps.filter(onlyLooks) : []
      return steps.length === 0 ? [] : [{ ...resolution, steps }]
    })
    const allowed = [...own.filter(({ stage }) => onSuspicion.includes(stage)), ...looking]
    const example = find(search, id, allowed, 'possible', 'any')
    if (!example) return []
    return [
      {
        code: 'suspicion-without-plan',
        at: { folder: 'hypotheses', id, path: ['resolutions'] },
        message: 'with these answers the cause is possible, and the plan has no step: nothing is mended on suspicion',
        hint: `Name a resolution of one of the stages ${onSuspicion.join(', ')}: what proves the cause, or whom to ask.`,
        counterExample: example,
        exactness: 'exact',
      },
    ]
  })
}

/** The base without the conditions that are reported as such. */
function withoutTold(model: Model, told: readonly Finding[]): Model {
  const blamed = (id: string, path: string) =>
    told.some(({ at }) => at.folder === 'resolutions' && at.id === id && at.path.join('.') === path)
  const freed = <T extends object>(part: T, id: string, path: string): T => {
    const kept = Object.entries(part).filter(([key]) => !blamed(id, `${path}${key}`))
    return Object.fromEntries(kept) as T
  }
  const resolutions = Object.fromEntries(
    Object.entries(model.kb.resolutions).map(([id, resolution]) => {
      const whole = ['when', 'unless'].some(key => blamed(id, key)) ? { ...resolution, when: undefined, unless: undefined } : resolution
      return [id, { ...whole, steps: whole.steps.map((step, i) => freed(step, id, `steps.${i}.`)) }]
    }),
  )
  return { ...model, kb: { ...model.kb, resolutions } }
}

const resolutionsOf = (kb: KnowledgeBase, id: string) => kb.hypotheses[id]!.resolutions.map(name => kb.resolutions[name]!)

function findSure(search: Search, id: string, steps: 'any' | 'own'): Finding | undefined {
  for (const band of ['confirmed', 'likely'] as const) {
    const example = find(search, id, resolutionsOf(search.model.kb, id), band, steps)
    if (!example) continue
    return {
      code: 'dead-end',
      at: { folder: 'hypotheses', id, path: ['resolutions'] },
      message: `with these answers the cause is ${band}, and the plan has no step${steps === 'own' ? ' for it' : ''}`,
      hint: 'Name a resolution that is offered in this case too, or let one of its steps be shown.',
      counterExample: example,
      exactness: 'exact',
    }
  }
  return undefined
}

function find(
  { model, budget, plans }: Search,
  id: string,
  resolutions: readonly ResolutionFile[],
  band: Band,
  steps: 'any' | 'own',
): CounterExample | undefined {
  if (resolutions.some(alwaysShowsSomething)) return undefined
  const world = new World(model)
  const strength = new Strength(world, model.kb.hypotheses[id]!.prior, model.rulesOf.get(id) ?? [])
  const hidden = resolutions.flatMap(resolution => resolution.steps.map(step => hiding(world, model.kb, [resolution, step])))
  world.ready()
  const wanted = { confirmed: () => strength.confirmed(), likely: () => strength.likely(), possible: () => strength.suspected() }[band]()
  const empty: Demand = {
    possible: () => true,
    met: () => plans.left-- > 0 && hasNoStep(model.kb, id, band, steps, world.facts()),
    next: () => undefined,
  }
  const { found } = solve(world, [wanted, ...hidden, empty], budget, { most: 3_000 })
  return found && asAnswers(model.kb, found)
}

function alwaysShowsSomething(resolution: ResolutionFile): boolean {
  const free = ({ when, unless }: { when?: RawCondition | undefined; unless?: RawCondition | undefined }) =>
    when === undefined && unless === undefined
  return free(resolution) && resolution.steps.some(step => free(step) && 'do' in step)
}

/** That a step is not shown, by its own conditions or by those of its resolution. */
function hiding(
  world: World,
  kb: KnowledgeBase,
  parts: readonly { readonly when?: RawCondition | undefined; readonly unless?: RawCondition | undefined }[],
): Demand {
  const nodes = (key: 'when' | 'unless') =>
    parts.flatMap((part): Node[] => (part[key] === undefined ? [] : [world.add(checkedCondition(part[key], kb, true))]))
  const [when, unless] = [nodes('when'), nodes('unless')]
  const splices = parts.some(part => 'use' in part)
  return {
    // What the agents' own procedures come to is seen in the whole plan.
    possible: () => splices || when.some(node => world.truths(node) !== holds) || unless.some(node => (world.truths(node) & holds) !== 0),
    met: () => splices || when.some(node => (world.truths(node) & holds) === 0) || unless.some(node => world.truths(node) === holds),
    next: () => {
      for (const node of [...when, ...unless]) {
        const variable = world.undecidedIn(node)
        if (variable) return variable
      }
      return undefined
    },
  }
}

const asWritten: Templates = { command: template => template, prose: template => template }

function hasNoStep(kb: KnowledgeBase, id: string, band: Band, steps: 'any' | 'own', facts: Facts): boolean {
  const known = Object.entries(facts).flatMap(([fact, value]) =>
    value === null ? [] : [[fact, { state: 'known' as const, value, origins: [] }] as const],
  )
  const session = sessionOf(kb, new Map(known))
  const { hypotheses } = weigh(kb, session, new Map())
  if (hypotheses.find(hypothesis => hypothesis.id === id)?.band !== band) return false
  const diagnosis = { hypotheses } as unknown as Diagnosis
  const values = templateValues(kb, { nodes: [] }, session)
  const plan = makePlan({ kb, diagnosis, valueOf: session.value, values, templates: asWritten })
  return plan.steps.every(({ resolution }) => steps === 'own' && !kb.hypotheses[id]!.resolutions.includes(resolution))
}

/** The path through the interview: the opening check-list, then the other questions; what is only read stays a fact. */
function asAnswers(kb: KnowledgeBase, facts: Facts): CounterExample {
  const asked = Object.entries(allFacts(kb)).filter(([id, { ask }]) => ask !== undefined && Object.hasOwn(facts, id))
  const inOrder = [...asked.filter(([, { first }]) => first), ...asked.filter(([, { first }]) => !first)]
  const read: Record<string, FactValue | null> = Object.fromEntries(
    Object.entries(facts).filter(([id]) => !asked.some(([other]) => other === id)),
  )
  return {
    ...(inOrder.length > 0 ? { answers: inOrder.map(([fact]) => ({ fact, value: facts[fact] ?? null })) } : {}),
    ...(Object.keys(read).length > 0 ? { facts: read } : {}),
  }
}
