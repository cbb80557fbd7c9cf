import type { UseStep, VendorFile } from '../kb/shapes.ts'
import type { PlanStep } from './model.ts'
import type { PlanInput } from './plan.ts'

/** A `use` step and the agent whose procedure takes its place. */
export interface Context extends PlanInput {
  readonly step: UseStep
  readonly resolution: string
  readonly agent: string
  readonly vendor: VendorFile
}

export type Part = Partial<PlanStep> & Pick<PlanStep, 'do'>

/** A step of the plan; what `part` leaves out is harmless and unverified. */
export function made({ step, resolution, agent, kb }: Context, part: Part, suffix = ''): PlanStep {
  const { title, stage } = kb.resolutions[resolution]!
  return {
    id: `${resolution}/${step.id}/${agent}${suffix}`,
    resolution,
    title,
    stage,
    run: [],
    on: 'one-node',
    risk: 'none',
    changes: false,
    verify: [],
    undo: [],
    confidence: 'unverified',
    sources: [],
    ...part,
  }
}

/** Lines to run, with the values of this cluster in them. */
export const commands = ({ templates, values }: Context, lines: string | readonly string[] | undefined) =>
  [lines ?? []]
    .flat()
    .map(line => templates.command(line, values))
    .filter(line => line !== '')

/** Each caution on a line of its own: ten in one paragraph are read by nobody. */
export const joined = (texts: readonly (string | undefined)[]) => {
  const caution = texts.filter(text => text !== undefined && text !== '').join('\n')
  return caution === '' ? {} : { caution }
}
