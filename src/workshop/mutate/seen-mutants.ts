import { allFacts, type KnowledgeBase } from '../../kb/model.ts'
import type { SeenOnce } from '../../kb/shapes.ts'
import { gone, withChange } from './edit.ts'
import type { Mutant } from './model.ts'

/** How events make a fact: counts moved, limits and exceptions taken away. */
export function seenMutants(kb: KnowledgeBase): Mutant[] {
  return Object.entries(allFacts(kb)).flatMap(([id, { 'seen-as': seen }]) => {
    if (seen === undefined) return []
    const folder = Object.hasOwn(kb.facts, id) ? ('facts' as const) : ('symptoms' as const)
    const list = [seen].flat() as SeenOnce[]
    return list.flatMap((once, i) => {
      const path = Array.isArray(seen) ? ['seen-as', i] : ['seen-as']
      const edits = onceEdits(once)
      if (list.length > 1) edits.push({ key: [], next: gone, says: `"${once.event ?? 'the sequence'}" no longer shows it` })
      return edits.map(({ key, next, says }): Mutant => {
        const at = { folder, id, path: [...path, ...key] }
        return {
          id: `change-seen-as ${folder}/${id} ${at.path.join('/')}${next === gone ? '' : ` ${String(next)}`}`,
          operator: 'change-seen-as',
          at,
          says: `${id}: ${says}`,
          touches: { kind: 'seen-as', fact: id },
          kb: () => withChange(kb, at, next),
        }
      })
    })
  })
}

interface Edit {
  readonly key: readonly (string | number)[]
  readonly next: unknown
  readonly says: string
}

function onceEdits(once: SeenOnce): Edit[] {
  const edits: Edit[] = []
  const least = once['at-least']
  if (least !== undefined) {
    edits.push({ key: ['at-least'], next: least + 1, says: `at least ${least} becomes ${least + 1}` })
    if (least > 1) edits.push({ key: ['at-least'], next: least - 1, says: `at least ${least} becomes ${least - 1}` })
  }
  for (const key of [
    'nodes',
    'within-minutes',
    'at-least-minutes',
    'undated',
    'distinct',
    'same',
    'without',
    'before',
    'ignore-after',
    'where',
  ] as const)
    if (once[key] !== undefined) edits.push({ key: [key], next: gone, says: `"${key}" is dropped` })
  return edits
}
