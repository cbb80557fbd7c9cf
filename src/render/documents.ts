import * as z from 'zod'

/** The JSON documents that scripts rely on. A field never changes its meaning; new ones may be added. */

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))])
const band = z.enum(['confirmed', 'likely', 'possible', 'unlikely', 'ruled-out', 'open'])
const confidence = z.enum(['documented', 'reported', 'unverified'])
const origin = z.object({
  kind: z.enum(['answer', 'given', 'log', 'file', 'derived']),
  file: z.string().optional(),
  line: z.number().int().min(1).optional(),
  node: z.string().optional(),
  time: z.string().optional(),
  text: z.string().optional(),
  count: z.number().optional(),
  rule: z.string().optional(),
})
const facts = z.record(
  z.string(),
  z.object({
    state: z.enum(['known', 'unknown', 'not-run', 'not-applicable', 'not-asked']),
    value: value.optional(),
    origins: z.array(origin),
  }),
)
const contradictions = z.array(
  z.object({ fact: z.string(), claims: z.array(z.object({ value, origins: z.array(origin) })).min(2), taken: value, why: z.string() }),
)
const notExamined = z.array(z.object({ what: z.string(), why: z.string(), matters: z.array(z.string()), count: z.number().optional() }))
const decides = z.enum(['confirmed', 'ruled-out']).optional()
const reason = z.object({
  rule: z.string(),
  points: z.number(),
  decides,
  group: z.string(),
  counts: z.boolean(),
  because: z.string(),
  facts: z.array(z.string()),
  sources: z.array(z.string()),
  saw: z.array(z.object({ fact: z.string(), operator: z.string(), wanted: value, value: value.optional(), held: z.boolean().optional() })),
})
const step = z.object({
  id: z.string(),
  resolution: z.string(),
  stage: z.enum(['contain', 'prove', 'fix', 'verify', 'escalate']),
  do: z.string(),
  run: z.array(z.string()),
  on: z.enum(['one-node', 'each-node', 'console', 'workstation']),
  risk: z.enum(['none', 'low', 'high']),
  expect: z.string().optional(),
  verify: z.array(z.string()),
  undo: z.array(z.string()),
  expires: z.string().optional(),
  caution: z.string().optional(),
  confidence,
  sources: z.array(z.string()),
})

const hypotheses = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    band,
    points: z.number(),
    prior: z.number(),
    for: z.array(reason),
    against: z.array(reason),
    open: z.array(z.object({ rule: z.string(), points: z.number(), decides, because: z.string(), needs: z.array(z.string()).min(1) })),
  }),
)
const incidents = z.array(
  z.object({
    from: z.string(),
    to: z.string(),
    since: z.string(),
    until: z.string(),
    causes: z.array(z.object({ id: z.string(), band: z.enum(['confirmed', 'likely', 'possible']) })),
  }),
)
const period = z.object({ since: z.string().optional(), until: z.string().optional() })
export const diagnosisShape = z.object({
  schema: z.literal('avert/diagnosis@1'),
  kb: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  concluded: z.boolean(),
  hypotheses,
  facts,
  contradictions,
  notExamined,
  next: z.array(z.object({ fact: z.string(), ask: z.string(), why: z.string() })),
  plan: z.object({ steps: z.array(step), heldBack: z.boolean(), records: z.array(z.object({ resolution: z.string(), fact: z.string() })) }),
  period: period.optional(),
  incidents: incidents.optional(),
  warnings: z.array(z.string()),
})

/** Hypotheses or one fact, as they stand in the diagnosis. */
export const explanationShape = z.object({
  schema: z.literal('avert/explanation@1'),
  hypotheses,
  facts,
  period: period.optional(),
  incidents: incidents.optional(),
})

const place = z.object({
  kind: z.string(),
  node: z.string().nullable(),
  time: z.string().nullable(),
  file: z.string(),
  line: z.number().int(),
})
export const scanShape = z.object({
  schema: z.literal('avert/scan@1'),
  facts,
  events: z.array(place.extend({ count: z.number(), values: z.record(z.string(), z.string()) })),
  timeline: z.array(z.object({ from: z.string(), to: z.string(), events: z.array(place) })),
  period: period.optional(),
  contradictions,
  notExamined,
  warnings: z.array(z.string()),
})

export const exclusionsShape = z.object({
  schema: z.literal('avert/exclusions@1'),
  vendor: z.string(),
  exclusions: z.array(
    z.object({
      kind: z.enum(['folder', 'file', 'process']),
      path: z.string(),
      written: z.string(),
      component: z.string(),
      why: z.string(),
      hot: z.boolean(),
      risk: z.string(),
      add: z.array(z.string()),
      remove: z.array(z.string()),
      confidence,
    }),
  ),
  notExpressible: z.array(z.object({ path: z.string(), why: z.string() })),
  verify: z.array(z.string()),
  request: z.string().nullable(),
  policy: z.object({ path: z.string(), snippet: z.string(), apply: z.array(z.string()) }).nullable(),
  traps: z.array(z.string()),
  notExamined,
  warnings: z.array(z.string()),
})

/** For several agents, or none. */
export const exclusionsListShape = z.object({
  schema: z.literal('avert/exclusions-list@1'),
  agents: z.array(exclusionsShape),
  notExamined,
  warnings: z.array(z.string()),
})

/** JSON Schemas of the documents, by name. */
export function documentSchemas(): Record<string, object> {
  return {
    diagnosis: z.toJSONSchema(diagnosisShape),
    explanation: z.toJSONSchema(explanationShape),
    scan: z.toJSONSchema(scanShape),
    exclusions: z.toJSONSchema(exclusionsShape),
    'exclusions-list': z.toJSONSchema(exclusionsListShape),
  }
}
