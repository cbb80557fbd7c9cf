import { checkedCondition } from '../../kb/condition.ts'
import type { RawCondition } from '../../kb/condition-shape.ts'
import { allFacts, factOf, type KnowledgeBase, settingFacts } from '../../kb/model.ts'
import type { EventRef, SeenOnce } from '../../kb/shapes.ts'
import type { Finding } from '../finding.ts'
import { essentialFacts } from './essential.ts'
import { folderOf, type Model } from './model.ts'

/** Questions on whose answer nothing depends, directly or through other facts. `never`: those that are never asked at all. */
export function uselessQuestions(model: Model, never: ReadonlyMap<string, Finding>): Finding[] {
  const { kb } = model
  const used = usedFacts(model)
  return Object.entries(allFacts(kb)).flatMap(([id, fact]): Finding[] => {
    if (fact.ask === undefined) return []
    if (used.has(id)) return [never.get(id) ?? []].flat()
    return [
      {
        code: 'question-never-matters',
        at: { folder: folderOf(kb, id), id, path: ['ask'] },
        message: 'no rule, question or step depends on the answer, so it is asked for nothing',
        hint: 'Use the fact in a rule or a step, or take "ask" out.',
        counterExample: { answers: [{ fact: id, value: fact.type === 'yes-no' ? true : null }] },
        exactness: 'exact',
      },
    ]
  })
}

/** Facts that bear on a hypothesis or the plan. What only decides whether a useless question is asked does not count. */
function usedFacts(model: Model): ReadonlySet<string> {
  const { kb, rulesOf, derivations } = model
  const used = new Set<string>()
  const waiting: string[] = []
  const use = (facts: readonly string[]) => {
    for (const fact of facts) if (!used.has(fact)) waiting.push(fact)
  }
  for (const key of settingFacts) use([kb.kb[key] ?? []].flat())
  for (const [, rules] of rulesOf) for (const { rule } of rules) use(essentialFacts(model, rule.condition))
  for (const resolution of Object.values(kb.resolutions))
    for (const part of [resolution, ...resolution.steps]) for (const key of ['when', 'unless'] as const) use(factsOf(model, part[key]))
  while (waiting.length > 0) {
    const id = waiting.pop()!
    if (used.has(id)) continue
    used.add(id)
    for (const { rule } of derivations.get(id) ?? []) use(essentialFacts(model, rule.condition))
    use(factsOf(model, factOf(kb, id)?.['ask-when']))
  }
  return used
}

function factsOf(model: Model, raw: RawCondition | undefined): readonly string[] {
  return raw === undefined ? [] : essentialFacts(model, checkedCondition(raw, model.kb, true))
}

/** Events that show no fact and keep none from being shown, unless they say that they are not meant to. */
export function unusedEvents({ kb }: Model): Finding[] {
  const used = usedEvents(kb)
  return Object.entries(kb.events).flatMap(([id, event]): Finding[] =>
    used.has(id)
      ? event['timeline-only']
        ? [
            {
              code: 'timeline-only-used',
              at: { folder: 'events', id, path: ['timeline-only'] },
              message: 'a fact is seen by this event, which says that it is for the timeline alone',
              hint: 'Delete "timeline-only", or the event from the fact.',
              counterExample: { line: event.forms[0]!.matches[0]! },
              exactness: 'exact',
            },
          ]
        : []
      : event['timeline-only']
        ? []
        : [
            {
              code: 'event-unused',
              at: { folder: 'events' as const, id, path: [] },
              message: 'no fact uses this event: a line of it stands in the timeline, and nothing is concluded from it',
              hint: 'Name it under "seen-as" of a fact, or write "timeline-only: true" when that is meant.',
              counterExample: { line: event.forms[0]!.matches[0]! },
              exactness: 'exact',
            },
          ],
  )
}

/** Every event that some fact is seen by, or not seen because of. */
function usedEvents(kb: KnowledgeBase): ReadonlySet<string> {
  const used = new Set<string>()
  const use = (ref: EventRef | undefined) => {
    if (typeof ref === 'string') used.add(ref)
    else if (ref !== undefined) for (const id of Object.keys(ref)) used.add(id)
  }
  // What these name becomes part of the listings of the node.
  for (const [id, { lists }] of Object.entries(kb.events)) if (lists) used.add(id)
  for (const fact of Object.values(allFacts(kb)))
    for (const seen of [fact['seen-as'] ?? []].flat() as SeenOnce[]) {
      use(seen.event)
      for (const ref of [...(seen.sequence ?? []), ...[seen.without ?? []].flat()]) use(ref)
      use(seen.before)
      use(seen['ignore-after']?.event)
    }
  return used
}
