import { mandatoryLiterals } from '../../evidence/events/literal.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import { gone, withChange } from './edit.ts'
import { looserPatterns } from './looser.ts'
import type { Mutant } from './model.ts'

/** Patterns loosened: an anchor, a guard or the words at one end taken away; lines of any program let through. */
export function patternMutants(kb: KnowledgeBase): Mutant[] {
  return Object.entries(kb.events).flatMap(([id, { forms }]) =>
    forms.flatMap((form, i) => {
      const mutant = (key: string, next: unknown, says: string): Mutant => {
        const at = { folder: 'events' as const, id, path: ['forms', i, key] }
        return {
          id: `loosen-pattern events/${id} forms/${i}/${key}${next === gone ? '' : ` ${String(next)}`}`,
          operator: 'loosen-pattern',
          at,
          says: `${id}: ${says}`,
          touches: { kind: 'pattern', event: id, form: i },
          kb: () => withChange(kb, at, next),
        }
      }
      // A pattern that cannot be searched for does not load: no mutant.
      const looser = looserPatterns(form.pattern).filter(({ pattern }) => mandatoryLiterals(pattern) !== undefined)
      return [
        ...looser.map(({ pattern, says }) => mutant('pattern', pattern, says)),
        ...(form.process ? [mutant('process', gone, `lines of any program count, not only of ${form.process.join(', ')}`)] : []),
      ]
    }),
  )
}
