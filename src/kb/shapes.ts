import * as z from 'zod'
import { condition } from './condition-shape.ts'
import { resolution } from './resolution-shape.ts'
import { article, provenance, scalar, slug, text } from './shape-parts.ts'
import { vendor } from './vendor-shape.ts'

export { condition, type OperatorWord, operators, type RawCondition } from './condition-shape.ts'
export { type OwnStep, type ResolutionFile, resolution, type StepFile, type UseStep } from './resolution-shape.ts'
export { type Confidence, confidence } from './shape-parts.ts'
export { type Grade, grades, type VendorFile, vendor } from './vendor-shape.ts'

/**
 * Every file of a knowledge base, declared once. The reader, the TypeScript types, the JSON Schemas for editors and
 * the author's reference all come from here, so a description below is also what an author reads.
 */

const where = z.record(z.string(), z.union([scalar, z.array(scalar)])).describe('Captured values that must be equal (or one of a list)')
const eventRef = z
  .union([slug('An event'), z.record(z.string(), where)])
  .describe('An event id, or { event-id: { captured-value: wanted } }')
export type EventRef = z.infer<typeof eventRef>

const seenOnce = z.strictObject({
  event: slug('The event to look for').optional(),
  where: where.optional(),
  'at-least': z.number().int().min(1).optional().describe('How many, 1 unless told'),
  distinct: text('Count different values of this captured value instead of events').optional(),
  nodes: z
    .number()
    .int()
    .min(2)
    .optional()
    .describe('The logs of so many nodes must tell of it; where fewer are at hand, it is open instead of no'),
  'within-minutes': z.number().positive().optional().describe('All of them within this many minutes; any time unless told'),
  'at-least-minutes': z
    .number()
    .positive()
    .optional()
    .describe('Of a sequence: its last event comes so many minutes after its first, or later'),
  undated: z.boolean().optional().describe('Only what has no time counts, as entries of a status may have none'),
  same: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('node, or names of captured values, that must be the same'),
  sequence: z.array(eventRef).min(2).optional().describe('Events in this order'),
  without: z
    .union([eventRef, z.array(eventRef)])
    .optional()
    .describe('No such event within the same window'),
  before: eventRef.optional().describe('Count only what happened before the first event of this kind (or when there is none)'),
  'ignore-after': z
    .strictObject({ event: eventRef, seconds: z.number().positive(), same: z.string().optional() })
    .optional()
    .describe('Leave out what follows such an event within so many seconds, for instance a start'),
})
export type SeenOnce = z.infer<typeof seenOnce>
export const seenAs = z.union([seenOnce, z.array(seenOnce).min(1)]).describe('Events that show it; of a list any one is enough')

const findOut = z
  .array(
    z.strictObject({
      do: text('What to look at, one sentence').optional(),
      run: text('A command that only looks').optional(),
      on: z.enum(['one-node', 'each-node', 'console', 'workstation']).optional(),
      expect: text('What the answer looks like').optional(),
      ...provenance,
    }),
  )
  .describe('How to find out')

const factFields = {
  title: text('The fact in a few words, as a statement'),
  type: z.enum(['yes-no', 'number', 'choice', 'text', 'version', 'list']).describe('What kind of value it has'),
  choices: z
    .union([z.array(slug('A choice')), z.record(z.string(), z.string())])
    .optional()
    .describe('For type choice (and list): the allowed values, or { value: label }'),
  of: z.enum(['vendors', 'components']).optional().describe('For type list: the values are ids of these files'),
  unit: text('For type number: the unit, as the id ends').optional(),
  min: z.number().optional().describe('For type number: the least that can be'),
  max: z.number().optional().describe('For type number: the most that can be'),
  whole: z.boolean().optional().describe('For type number: there are no decimals'),
  ask: text('The question; without it the fact is never asked').optional(),
  'ask-when': condition.optional().describe('Ask only when this holds'),
  explain: text('What the fact means, for somebody who does not know').optional(),
  cost: z.enum(['recall', 'command', 'wait', 'change', 'disrupt']).optional().describe('What it takes to find out'),
  'find-out': findOut.optional(),
  first: z.boolean().optional().describe('Part of the opening check-list'),
  chance: z.number().min(0).max(1).optional().describe('How often the answer is yes, for choosing questions; 0.5 unless told'),
  merge: z.enum(['any', 'all', 'union', 'max', 'min', 'same-on-all']).optional().describe('How the values of several nodes become one'),
  'seen-as': seenAs.optional(),
  absence: z.enum(['no', 'nothing']).optional().describe('What it means when the logs that were read do not show it; no unless told'),
  'read-as': z
    .union([text('A reading'), z.array(text('A reading'))])
    .optional()
    .describe('What the evidence readers call it'),
  derive: z
    .array(
      z.strictObject({
        id: slug('Unique within the file'),
        when: condition,
        value: z.union([scalar, z.array(scalar)]),
        because: text('Why'),
        ...provenance,
      }),
    )
    .optional()
    .describe('Rules that conclude this fact from others; the first that holds wins'),
  was: z.array(slug('A former id')).optional(),
  ...provenance,
  ...article,
}
export const fact = z.strictObject(factFields)
export type FactFile = z.infer<typeof fact>
export const symptom = z.strictObject({ ...factFields, type: z.literal('yes-no'), ask: text('The question') })
export type SymptomFile = z.infer<typeof symptom>

const logKinds = ['system-log', 'cluster-log', 'pacemaker-log', 'kernel-log', 'status', 'command-output', 'any-log'] as const
export const event = z.strictObject({
  title: text('What happened, in a few words'),
  in: z.array(z.enum(logKinds)).min(1).describe('The kinds of file that print it'),
  about: text('The captured value that names the node the event is about; the logging host unless told').optional(),
  'count-once': z
    .strictObject({ by: z.array(z.string()), 'within-seconds': z.number().positive() })
    .optional()
    .describe('Several daemons or files tell the same: equal in these values and this close together is one event'),
  lists: z
    .array(z.enum(['program', 'unit', 'module']))
    .optional()
    .describe('Captured values that name something that runs or is loaded on the logging host, as a listing would'),
  ordinary: z.boolean().optional().describe('It tells of a node and is no trouble, so that the timeline never marks it as a sign of some'),
  'timeline-only': z.boolean().optional().describe('It is there for the timeline alone: no fact is seen by it'),
  'tells-of': z
    .array(z.enum(['trouble', 'standstill']))
    .optional()
    .describe(
      'trouble: a node or the cluster fares badly, so that what was measured then counts; standstill: a machine that was halted leaves it, there or in the logs of others',
    ),
  classes: z
    .record(z.string(), z.array(z.strictObject({ match: z.string(), is: z.string() })))
    .optional()
    .describe('Turns a captured text into a class: the first match wins; the text stays as NAME-text'),
  forms: z
    .array(
      z.strictObject({
        versions: z
          .record(z.string(), z.string())
          .optional()
          .describe('Which versions print this form, for instance { corosync: ">=2.4" }'),
        process: z.array(z.string()).optional().describe('Only in lines of these programs (the tag before the process number)'),
        pattern: text('A regular expression for the message, with named groups for what is captured'),
        matches: z.array(z.string()).min(1).describe('Whole lines in which it must be found'),
        ignores: z.array(z.string()).min(1).describe('Look-alike lines in which it must not be found'),
        sets: z.record(z.string(), z.string()).optional().describe('Values this form implies'),
        ...provenance,
      }),
    )
    .min(1),
  explain: text('What it means').optional(),
  ...provenance,
  ...article,
})
export type EventFile = z.infer<typeof event>

const points = z.number().int().min(-30).max(30).describe('Decibans: 10 means ten to one for the hypothesis, -10 ten to one against')
export const hypothesis = z.strictObject({
  title: text('The cause, as a statement'),
  explain: text('What happens, for somebody who does not know').optional(),
  prior: points.describe('Points before any evidence'),
  importance: z
    .number()
    .positive()
    .max(10)
    .optional()
    .describe('How much the interview cares about this cause beside the others; 1 unless told'),
  rules: z
    .array(
      z
        .strictObject({
          id: slug('Unique within the file'),
          when: condition,
          points: points.optional(),
          decides: z.enum(['confirmed', 'ruled-out']).optional().describe('Only a test may decide'),
          group: slug('Correlated evidence: of one group only the strongest rule counts').optional(),
          because: text('Why it speaks for or against the cause'),
          ...provenance,
        })
        .refine(rule => (rule.points === undefined) !== (rule.decides === undefined), 'expected either "points" or "decides"'),
    )
    .min(1),
  resolutions: z.array(slug('A resolution')).describe('What to do about it, in order'),
  ...provenance,
  ...article,
})
export type HypothesisFile = z.infer<typeof hypothesis>

export const component = z.strictObject({
  title: text('The part of the cluster'),
  detect: z
    .strictObject({
      packages: z.array(z.string()).optional(),
      processes: z.array(z.string()).optional(),
      agents: z.array(z.string()).optional().describe('Resource agents as in the CIB: IPaddr2, or ocf:heartbeat:IPaddr2'),
      named: z
        .array(z.string())
        .optional()
        .describe('Words in ids of resources that tell its agent where nothing else does: vip for rsc_vip_app, VIP1 and clusterVip'),
      always: z.boolean().optional().describe('Part of every cluster'),
    })
    .describe('How to tell that a cluster has it'),
  paths: z
    .array(
      z.strictObject({
        path: text('Full path; * within one level, ** across levels'),
        kind: z.enum(['folder', 'file', 'process']),
        rhel: z.array(z.number()).optional().describe('RHEL majors; all unless told'),
        why: text('Why the cluster waits for it'),
        hot: z.boolean().describe('true: opened at every operation; false: only at start or change'),
        risk: text('What an attacker gains when it is not scanned'),
        ...provenance,
      }),
    )
    .min(1),
  extend: z.array(z.strictObject({ run: text('Lists more files on the node'), expect: z.string().optional(), ...provenance })).optional(),
  ...provenance,
  ...article,
})
export type ComponentFile = z.infer<typeof component>

const factValue = z.union([scalar, z.array(scalar), z.null()])
const band = z.enum(['confirmed', 'likely', 'possible', 'unlikely', 'ruled-out', 'open'])
export const kase = z.strictObject({
  title: text('What this cluster shows'),
  about: z.string().optional(),
  facts: z.record(z.string(), factValue).optional().describe('null: nobody can tell'),
  evidence: z.record(z.string(), z.string()).optional().describe('Path within a bundle -> text'),
  expect: z.strictObject({
    bands: z.record(z.string(), z.union([band, z.array(band)])).optional(),
    leading: z.string().optional(),
    facts: z.record(z.string(), factValue).optional(),
    'first-question': z.string().optional(),
    steps: z.array(z.string()).optional().describe('Steps the plan contains: resolution/step, or resolution'),
    'no-steps': z.array(z.string()).optional(),
    rules: z.record(z.string(), z.enum(['holds', 'fails', 'open'])).optional(),
  }),
})
export type CaseFile = z.infer<typeof kase>

export const source = z.strictObject({
  title: text('What it is'),
  url: z.string().optional(),
  date: z.union([z.string(), z.number()]).optional(),
  note: z.string().optional(),
  ...article,
})
export type SourceFile = z.infer<typeof source>
export const sourcesFile = z.record(z.string(), source)

export const kbFile = z.strictObject({
  id: slug('The name of this knowledge base'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version like 1.0.0'),
  title: text('What it is about'),
  scope: text('What it covers, and what it does not'),
  'agents-fact': slug('The list fact that holds the agents seen').optional(),
  'variants-fact': slug('The list fact that holds which variants of them were seen, as agent/variant').optional(),
  'stand-in-agent': slug('The agent whose file serves a product that has none of its own, or that nobody has named yet').optional(),
  'unlisted-fact': slug('The yes-no fact that tells that such a product is there').optional(),
  'components-fact': slug('The list fact that holds the components seen').optional(),
  'release-fact': slug('The number fact that holds the release (RHEL major)').optional(),
  words: z
    .record(z.string(), text('The word to write'))
    .optional()
    .describe('Words to avoid in texts, each with the word to write instead'),
  ...article,
})
export type KbFile = z.infer<typeof kbFile>

/** Folder name -> shape of the files in it. */
export const folders = {
  facts: fact,
  events: event,
  symptoms: symptom,
  vendors: vendor,
  components: component,
  hypotheses: hypothesis,
  resolutions: resolution,
  cases: kase,
} as const
export type Folder = keyof typeof folders
