import { factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile, EventRef, SeenOnce } from '../../kb/shapes.ts'
import { caseOf } from '../cases/case-value.ts'
import { viewOf } from '../cases/view.ts'
import { written } from './expectation.ts'
import { aboutAnother, atTime, fileOf, type Sample, samplesOf } from './sample-lines.ts'
import { seenValue } from './seen-value.ts'

type Evidence = NonNullable<CaseFile['evidence']>

const begin = 24 * 60
const second = 1 / 60

/** Logs that make a fact something else in one base than in another, from the example lines of its events; as cases. */
export async function* evidenceCases(was: KnowledgeBase, is: KnowledgeBase, fact: string, says: string): AsyncGenerator<CaseFile> {
  const tried = new Set<string>()
  for (const once of [factOf(was, fact)!['seen-as']!].flat() as SeenOnce[])
    for (const evidence of logs(was, once)) {
      const key = JSON.stringify(evidence)
      if (tried.has(key)) continue
      tried.add(key)
      const before = await seenValue(was, fact, evidence)
      if (before === (await seenValue(is, fact, evidence))) continue
      const value = viewOf(was, await caseOf(was, { evidence })).session.value(fact)
      yield { title: `Notices when ${says.replace(/^[^:]+: /, '')}`, evidence, expect: { facts: { [fact]: written(value) } } }
    }
}

interface Placed {
  readonly sample: Sample
  readonly at: number
}

/** So many times what shows a fact, so far apart, alike or about different things, with what must not come near before or behind. */
function* logs(kb: KnowledgeBase, once: SeenOnce): Generator<Evidence> {
  const main: EventRef[] = once.sequence ?? [{ [once.event!]: once.where ?? {} }]
  const samples = main.map(ref => samplesOf(kb, ref))
  // Without its "where", any other line of the event counts as well.
  const strangers = once.where === undefined ? [] : samplesOf(kb, once.event!)
  const others = [once.without ?? [], once.before ?? [], once['ignore-after']?.event ?? []]
    .flat()
    .flatMap(ref => samplesOf(kb, ref).slice(0, 1))
  for (const style of ['timed', 'timeless', 'output'] as const) {
    const own = samples.map(list => list.filter(sample => sample.style === style))
    if (own.some(list => list.length === 0)) continue
    for (const lines of [...repeated(own, once), ...repeated([strangers.filter(sample => sample.style === style)], once)]) {
      yield evidenceOf(lines)
      for (const other of others)
        for (const at of [begin - 0.5, begin + 0.5 * second, lines.at(-1)!.at + 0.5]) yield evidenceOf([...lines, { sample: other, at }])
    }
  }
}

function* repeated(samples: readonly (readonly Sample[])[], once: SeenOnce): Generator<Placed[]> {
  if (samples.some(list => list.length === 0)) return
  const least = once['at-least'] ?? 1
  const window = once['within-minutes'] ?? 0
  const names = [once.distinct ?? [], once.same ?? []].flat()
  const kinds: ((list: readonly Sample[], i: number) => Sample)[] = [
    list => list[0]!,
    (list, i) => list[i % list.length]!,
    ...names.map(name => (list: readonly Sample[], i: number) => aboutAnother(list[0]!, name, i)),
    ...(names.length > 1
      ? [(list: readonly Sample[], i: number) => names.reduce((sample, name) => aboutAnother(sample, name, i), list[0]!)]
      : []),
  ]
  for (const count of new Set([least, least - 1, least + 1, 1].filter(number => number > 0)))
    for (const apart of new Set([second, count > 1 ? window / count : second, window + 1]))
      for (const gap of samples.length > 1 ? [second, window / 2, (once['at-least-minutes'] ?? 0) + 1, window + 1] : [0])
        for (const kind of kinds)
          yield Array.from({ length: count }, (_, i) =>
            samples.map((list, j): Placed => ({ sample: kind(list, i), at: begin + i * (apart + gap * samples.length) + j * gap })),
          ).flat()
}

function evidenceOf(lines: readonly Placed[]): Evidence {
  const files: Record<string, string> = {}
  for (const { sample, at } of [...lines].sort((a, b) => a.at - b.at)) {
    const file = fileOf[sample.style]
    files[file] = `${files[file] ?? ''}${atTime(sample, at)}\n`
  }
  return files
}
