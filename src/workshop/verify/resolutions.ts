import { type Condition, checkedCondition } from '../../kb/condition.ts'
import type { ResolutionFile } from '../../kb/shapes.ts'
import { onSuspicion } from '../../plan/plan.ts'
import type { Finding } from '../finding.ts'
import { nearest, together } from './conditions.ts'
import type { Budget, Model } from './model.ts'
import { fails, holds, open } from './world.ts'

/** Resolutions that stand in no plan: no hypothesis names them, or their conditions keep them back in every case. */
export function unreachable(model: Model, budget: Budget): Finding[] {
  const { kb } = model
  const namedBy = new Map<string, string[]>()
  for (const [id, { resolutions }] of Object.entries(kb.hypotheses))
    for (const name of resolutions) namedBy.set(name, [...(namedBy.get(name) ?? []), id])
  return Object.entries(kb.resolutions).flatMap(([id, resolution]): Finding[] => {
    const hypotheses = namedBy.get(id)
    if (!hypotheses)
      return [
        {
          code: 'resolution-unreachable',
          at: { folder: 'resolutions', id, path: [] },
          message: 'no hypothesis names this resolution, so no diagnosis leads to it',
          hint: 'Name it under "resolutions" of a hypothesis, or take the file away.',
          counterExample: { facts: {} },
          exactness: 'exact',
        },
      ]
    if (resolution.when === undefined && resolution.unless === undefined) return []
    const exactness = neverOffered(model, budget, resolution, hypotheses)
    if (exactness === undefined) return []
    const { condition } = conditionsOf(model, resolution)
    return [
      {
        code: 'resolution-unreachable',
        at: { folder: 'resolutions', id, path: [resolution.when === undefined ? 'unless' : 'when'] },
        message: 'the conditions of this resolution keep it out of every plan',
        hint: 'Its conditions exclude each other, or the bands in which it is offered. Take one out.',
        counterExample: condition ? nearest(model, condition) : { facts: {} },
        exactness,
      },
    ]
  })
}

function conditionsOf({ kb }: Model, { when, unless }: ResolutionFile): { condition?: Condition; wanted: [Condition, number][] } {
  const [holding, excluding] = [when, unless].map(raw => (raw === undefined ? undefined : checkedCondition(raw, kb, true)))
  return {
    ...((holding ?? excluding) ? { condition: (holding ?? excluding)! } : {}),
    wanted: [
      ...(holding ? [[holding, holds] as [Condition, number]] : []),
      ...(excluding ? [[excluding, fails | open] as [Condition, number]] : []),
    ],
  }
}

/** Undefined when some combination offers it under one of the hypotheses. */
function neverOffered(model: Model, budget: Budget, resolution: ResolutionFile, hypotheses: readonly string[]): string | undefined {
  const { wanted } = conditionsOf(model, resolution)
  const bands = onSuspicion.includes(resolution.stage) ? ['confirmed', 'likely', 'possible'] : ['confirmed', 'likely']
  let exactness: string | undefined
  for (const fact of hypotheses) {
    const offered: Condition = { kind: 'test', fact, type: 'band', operator: 'one-of', value: bands }
    const solution = together(model, budget, [...wanted, [offered, holds]])
    if (solution.found) return undefined
    if (exactness === undefined || solution.exactness !== 'exact') exactness = solution.exactness
  }
  return exactness
}
