import type { KnowledgeBase } from '../../kb/model.ts'
import type { CaseDiff, GroupDiff, Snapshot } from './model.ts'

const diffGroups = ['facts', 'symptoms', 'events', 'vendors', 'components', 'hypotheses', 'resolutions', 'sources', 'cases'] as const

/** Which ids came, went, were renamed (`was:`) or mean something else now; groups without any change are left out. */
export function compareObjects(old: KnowledgeBase, now: KnowledgeBase): GroupDiff[] {
  return diffGroups.flatMap((group): GroupDiff[] => {
    const before = old[group] as Readonly<Record<string, unknown>>
    const after = now[group] as Readonly<Record<string, { was?: readonly string[] }>>
    const renamed = Object.entries(after)
      .filter(([id]) => !Object.hasOwn(before, id))
      .flatMap(([id, { was }]) => (was ?? []).filter(name => Object.hasOwn(before, name)).map(name => ({ old: name, new: id })))
    const came = new Set(renamed.map(pair => pair.new))
    const went = new Set(renamed.map(pair => pair.old))
    const diff: GroupDiff = {
      group,
      added: Object.keys(after).filter(id => !Object.hasOwn(before, id) && !came.has(id)),
      dropped: Object.keys(before).filter(id => !Object.hasOwn(after, id) && !went.has(id)),
      renamed,
      changed: Object.keys(after).filter(id => Object.hasOwn(before, id) && JSON.stringify(before[id]) !== JSON.stringify(after[id])),
    }
    return [diff.added, diff.dropped, diff.renamed, diff.changed].some(list => list.length > 0) ? [diff] : []
  })
}

/** What differs between the two ends of one case, or undefined when nothing does. `current` gives a renamed fact its new id. */
export function compareCase(
  { id, title }: { readonly id: string; readonly title: string },
  old: Snapshot,
  now: Snapshot,
  current: (fact: string) => string,
): CaseDiff | undefined {
  const bands: { hypothesis: string; old: string | null; new: string | null }[] = []
  const points: { hypothesis: string; old: number; new: number }[] = []
  for (const hypothesis of new Set([...Object.keys(old.bands), ...Object.keys(now.bands)])) {
    const before = old.bands[hypothesis]
    const after = now.bands[hypothesis]
    if (before?.band !== after?.band) bands.push({ hypothesis, old: before?.band ?? null, new: after?.band ?? null })
    else if (before && after && before.points !== after.points) points.push({ hypothesis, old: before.points, new: after.points })
  }
  const asked = old.questions.map(current)
  const contentBefore = new Map(old.steps.map(step => [step.id, step.content]))
  const stepsAfter = new Set(now.steps.map(step => step.id))
  const kept = (steps: Snapshot['steps'], others: { has(id: string): boolean }) =>
    steps.map(step => step.id).filter(name => others.has(name))
  const diff: CaseDiff = {
    id,
    title,
    bands,
    points,
    questions: same(asked, now.questions) ? null : { old: asked, new: now.questions },
    steps: {
      added: now.steps.map(step => step.id).filter(name => !contentBefore.has(name)),
      removed: old.steps.map(step => step.id).filter(name => !stepsAfter.has(name)),
      changed: now.steps.filter(step => contentBefore.has(step.id) && contentBefore.get(step.id) !== step.content).map(step => step.id),
      moved: !same(kept(old.steps, stepsAfter), kept(now.steps, contentBefore)),
    },
    lost: now.lost,
  }
  const { steps } = diff
  const nothing =
    bands.length + points.length + steps.added.length + steps.removed.length + steps.changed.length + diff.lost.length === 0 &&
    !steps.moved &&
    diff.questions === null
  return nothing ? undefined : diff
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((item, i) => item === b[i])
