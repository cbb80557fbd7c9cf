import { factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile, EventRef, SeenOnce } from '../../kb/shapes.ts'
import { caseOf } from '../cases/case-value.ts'
import { viewOf } from '../cases/view.ts'
import { written } from './expectation.ts'
import { seenValue } from './seen-value.ts'

const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const day = 24 * 60

/** Logs that make a fact something else in one base than in another, from the example lines of its events; as cases. */
export async function* evidenceCases(was: KnowledgeBase, is: KnowledgeBase, fact: string, says: string): AsyncGenerator<CaseFile> {
  for (const lines of logs(was, [factOf(was, fact)!['seen-as']!].flat() as SeenOnce[])) {
    const evidence = { 'var/log/messages': `${lines.join('\n')}\n` }
    const before = await seenValue(was, fact, evidence)
    if (before === (await seenValue(is, fact, evidence))) continue
    const value = viewOf(was, await caseOf(was, { evidence })).session.value(fact)
    yield { title: `Notices when ${says.replace(/^[^:]+: /, '')}`, evidence, expect: { facts: { [fact]: written(value) } } }
  }
}

/** So many times each event, so many minutes apart, with what must not come near before, between or behind. */
function* logs(kb: KnowledgeBase, seen: readonly SeenOnce[]): Generator<string[]> {
  for (const once of seen) {
    const least = once['at-least'] ?? 1
    const window = once['within-minutes'] ?? 0
    const main = once.event === undefined ? (once.sequence ?? []).map(nameOf) : [once.event]
    const others = [once.without ?? [], once.before ?? [], once['ignore-after']?.event ?? []].flat().map(nameOf)
    for (const count of [1, least, least - 1, least + 1].filter(number => number > 0))
      for (const apart of [1 / 60, 0.5, window / Math.max(1, count - 1) / 2, window + 1, window * 3]) {
        const times = Array.from({ length: count }, (_, i) => day + i * Math.max(apart, 1 / 60))
        for (const variant of [0, 1, 2]) {
          const lines = times.flatMap((at, i) =>
            main.map((event, j) => lineAt(kb, event, variant === 2 ? i : 0, at + j / 60, variant === 1 ? i : 0)),
          )
          if (lines.some(line => line === undefined)) continue
          yield lines as string[]
          for (const other of others)
            for (const at of [day - 0.5, day + 0.02, day + count * apart + 0.5]) {
              const extra = lineAt(kb, other, 0, at, 0)
              if (extra !== undefined) yield at < day ? [extra, ...(lines as string[])] : [...(lines as string[]), extra]
            }
        }
      }
  }
}

const nameOf = (ref: EventRef) => (typeof ref === 'string' ? ref : Object.keys(ref)[0]!)

/** An example line of an event in syslog form, at another time (minutes from the beginning of the year) and on another node. */
function lineAt(kb: KnowledgeBase, event: string, example: number, minutes: number, node: number): string | undefined {
  const lines = kb.events[event]!.forms.flatMap(({ matches }) => matches).filter(line => syslog.test(line))
  const line = lines[example % lines.length]
  if (line === undefined) return undefined
  const seconds = Math.round(minutes * 60)
  const date = Math.floor(seconds / 86400)
  const two = (number: number) => String(number).padStart(2, '0')
  const time = `${month[Math.floor(date / 28) % 12]} ${String((date % 28) + 1).padStart(2)} ${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return line.replace(syslog, (_, host: string) => `${time} ${node === 0 ? host : `other${node}`} `)
}

const syslog = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (\S+) /
