import { isSure } from '../diagnosis/bands.ts'
import type { Diagnosis, Weighed } from '../diagnosis/model.ts'
import { truthOfCondition } from '../engine/evaluate.ts'
import { checkedCondition } from '../kb/condition.ts'
import type { FactValue, KnowledgeBase } from '../kb/model.ts'
import type { OwnStep, RawCondition, StepFile } from '../kb/shapes.ts'
import { type Plan, type PlanStep, type Stage, stages } from './model.ts'
import { splice } from './splice.ts'
import type { Templates, TemplateValues } from './templates.ts'

export interface PlanInput {
  readonly kb: KnowledgeBase
  readonly diagnosis: Diagnosis
  /** Facts that are known, derived ones too. */
  readonly valueOf: (fact: string) => FactValue | undefined
  readonly values: TemplateValues
  readonly templates: Templates
}

/** With a cause only possible, nothing is mended on suspicion: the plan contains, proves and escalates … */
export const onSuspicion: readonly Stage[] = ['contain', 'prove', 'escalate']
/** … and where that leaves nothing but to contain, what would mend it is shown as far as it only looks. */
export const onlyLooks = (step: StepFile): boolean => !('use' in step) && step.changes !== true
const suspects = 2

/**
 * What to do, in the order of doing it: stage by stage, and within a stage the better hypothesis first. A resolution
 * that serves several hypotheses stands once.
 */
export function makePlan(input: PlanInput): Plan {
  const { kb, diagnosis } = input
  const bands = new Map(diagnosis.hypotheses.map(({ id, band }) => [id, band]))
  const valueOf = (fact: string): FactValue | undefined => {
    const band = bands.get(fact)
    return band === undefined ? input.valueOf(fact) : band === 'open' ? undefined : band
  }
  const holds = (raw: RawCondition | undefined) => raw === undefined || truthOfCondition(checkedCondition(raw, kb, true), valueOf) === 1
  const excluded = (raw: RawCondition | undefined) => raw !== undefined && truthOfCondition(checkedCondition(raw, kb, true), valueOf) === 1
  const shown = (id: string) => kb.resolutions[id]!.steps.filter(step => holds(step.when) && !excluded(step.unless))
  const offered = (id: string) => holds(kb.resolutions[id]!.when) && !excluded(kb.resolutions[id]!.unless)
  const chosen = new Map<string, readonly StepFile[]>()
  let heldBack = false
  for (const { id, sure } of wanted(diagnosis.hypotheses)) {
    const own = kb.hypotheses[id]!.resolutions.filter(offered)
    const allowed = sure ? own : own.filter(resolution => onSuspicion.includes(kb.resolutions[resolution]!.stage))
    for (const resolution of allowed) chosen.set(resolution, shown(resolution))
    heldBack ||= !sure && own.some(resolution => kb.resolutions[resolution]!.stage === 'fix' && !shown(resolution).every(onlyLooks))
    if (!sure && allowed.every(resolution => kb.resolutions[resolution]!.stage === 'contain' || shown(resolution).length === 0))
      for (const resolution of own)
        if (kb.resolutions[resolution]!.stage === 'fix' && !chosen.has(resolution))
          chosen.set(resolution, shown(resolution).filter(onlyLooks))
  }
  const steps: PlanStep[] = []
  for (const stage of stages)
    for (const [id, own] of chosen)
      if (kb.resolutions[id]!.stage === stage)
        for (const step of own) steps.push(...('use' in step ? splice(step, id, { ...input, valueOf }) : [ownStep(step, id, stage, input)]))
  const records = [...chosen.keys()].flatMap(id => {
    const fact = kb.resolutions[id]!.records
    return fact === undefined || valueOf(fact) !== undefined ? [] : [{ resolution: id, fact }]
  })
  return { steps, records, heldBack }
}

function wanted(hypotheses: readonly Weighed[]): { id: string; sure: boolean }[] {
  const sure = hypotheses.filter(({ band }) => isSure(band))
  if (sure.length > 0) return sure.map(({ id }) => ({ id, sure: true }))
  return hypotheses
    .filter(({ band, for: reasons }) => band === 'possible' && reasons.length > 0)
    .slice(0, suspects)
    .map(({ id }) => ({ id, sure: false }))
}

function ownStep(step: OwnStep, resolution: string, stage: Stage, { kb, templates, values }: PlanInput): PlanStep {
  const file = kb.resolutions[resolution]!
  const commands = (lines: string | readonly string[] | undefined) =>
    [lines ?? []]
      .flat()
      .map(line => templates.command(line, values))
      .filter(line => line !== '')
  const prose = (text: string) => templates.prose(text, values)
  return {
    id: `${resolution}/${step.id}`,
    resolution,
    title: file.title,
    stage,
    do: prose(step.do),
    run: commands(step.run),
    on: step.on ?? 'workstation',
    risk: step.risk ?? (step.changes ? 'low' : 'none'),
    changes: step.changes ?? false,
    ...(step.expect === undefined ? {} : { expect: prose(step.expect) }),
    verify: commands(step.verify),
    undo: commands(step.undo),
    ...(step.expires === undefined ? {} : { expires: prose(step.expires) }),
    ...(step.caution === undefined ? {} : { caution: prose(step.caution) }),
    confidence: step.confidence ?? file.confidence ?? 'unverified',
    sources: step.sources ?? file.sources ?? [],
  }
}
