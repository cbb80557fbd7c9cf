import { factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile, EventFile, EventRef, SeenOnce } from '../../kb/shapes.ts'
import { caseOf } from '../cases/case-value.ts'

/** What the logs of a case tell of one fact, as text to compare. Only that fact and its events are looked at: that is much faster. */
export async function seenValue(kb: KnowledgeBase, fact: string, evidence: NonNullable<CaseFile['evidence']>): Promise<string> {
  const file = factOf(kb, fact)!
  const wanted = new Set(([file['seen-as'] ?? []].flat() as SeenOnce[]).flatMap(eventsIn))
  const events = Object.fromEntries(Object.entries(kb.events).filter(([id, event]) => wanted.has(id) || namesAgents(event)))
  const { observations } = await caseOf({ ...kb, events, symptoms: {}, facts: { [fact]: file } }, { evidence })
  return JSON.stringify(observations.map(({ state, ...rest }) => [state, 'value' in rest ? rest.value : undefined]).slice(0, 1))
}

/** A resource agent signs its lines with its name and that of the resource; other events take the agent from there. */
const namesAgents = ({ forms }: EventFile) => forms.some(({ pattern }) => pattern.includes('(?<agent>'))

/** Every event that a fact looks at, also those that must not be there. */
function eventsIn(once: SeenOnce): string[] {
  const refs = [once.event ?? [], once.sequence ?? [], once.without ?? [], once.before ?? [], once['ignore-after']?.event ?? []]
  return (refs.flat() as EventRef[]).flatMap(ref => (typeof ref === 'string' ? [ref] : Object.keys(ref)))
}
