import * as z from 'zod'
import { condition } from './condition-shape.ts'
import { article, lines, on, provenance, risk, slug, text } from './shape-parts.ts'

const stepFields = {
  id: slug('Unique within the file'),
  do: text('What to do, one sentence'),
  run: lines.optional().describe('Command templates; values are shell-quoted'),
  changes: z.boolean().optional().describe('true when the step changes a system: it then needs verify and undo'),
  when: condition.optional().describe('Show the step only when this holds'),
  unless: condition.optional().describe('Leave the step out when this holds'),
  on: on.optional(),
  risk: risk.optional(),
  expect: text('What is seen when it worked').optional(),
  verify: lines.optional().describe('Commands or checks that show it took effect'),
  undo: lines.optional().describe('How to restore the former state'),
  expires: text('When it must be undone at the latest').optional(),
  caution: text('What to know before doing it').optional(),
  ...provenance,
}
export const resolution = z.strictObject({
  title: text('What is done'),
  stage: z.enum(['contain', 'prove', 'fix', 'verify', 'escalate']),
  when: condition.optional().describe('Offer it only when this holds'),
  unless: condition.optional().describe('Do not offer it when this holds'),
  records: slug('The fact that its result answers').optional(),
  steps: z
    .array(
      z.union([
        z.strictObject(stepFields),
        z.strictObject({
          id: slug('Unique within the file'),
          use: z
            .enum(['switch-off', 'switch-on', 'exclusions', 'measure', 'ask-the-vendor'])
            .describe('Splices the part of the vendor file in'),
          'at-least': z.enum(['scanning-paused', 'service-stopped', 'disabled-and-rebooted', 'removed-and-rebooted']).optional(),
          when: condition.optional(),
          unless: condition.optional(),
        }),
      ]),
    )
    .min(1),
  ...provenance,
  ...article,
})
export type ResolutionFile = z.infer<typeof resolution>
export type StepFile = ResolutionFile['steps'][number]
export type OwnStep = Extract<StepFile, { do: string }>
export type UseStep = Extract<StepFile, { use: string }>
