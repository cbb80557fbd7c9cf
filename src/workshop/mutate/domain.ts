import { bandOrder, type Test } from '../../kb/condition.ts'
import { type FactValue, factOf, type KnowledgeBase } from '../../kb/model.ts'
import { choicesOf, compareVersions, withinRange } from '../../kb/value.ts'

/** A value, or undefined: nobody knows. */
export type Domain = readonly (FactValue | undefined)[]

const mostListItems = 6

/**
 * Values of which the tests can tell no others apart: one for each way in which the tests together can come out, and
 * "unknown" first. Undefined when there are too many to write down, unless `sampled` says that some of them will do.
 */
function domainOf(kb: KnowledgeBase, fact: string, tests: readonly Test[], sampled = false): Domain | undefined {
  const type = tests[0]!.type
  const operands = tests.flatMap(({ operator, value }) => (operator === 'known' ? [] : [value]))
  switch (type) {
    case 'yes-no':
      return [undefined, true, false]
    case 'band':
      return [undefined, ...bandOrder]
    case 'choice':
      return [undefined, ...(choicesOf(factOf(kb, fact)!, kb) ?? [])]
    case 'text':
      return [undefined, 'something else', ...new Set(operands.flat().map(String))]
    case 'number':
      return [undefined, ...withinRange(between(operands.flat().map(Number)), factOf(kb, fact)!)]
    case 'version':
      return [undefined, ...versionsBetween(operands.flat().map(String))]
    case 'list':
      return listDomain(kb, fact, operands, sampled)
  }
}

/** Each number, one below, one above, and one in each gap; whole ones where there are. */
function between(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  if (sorted.length === 0) return [1]
  const gaps = sorted.slice(1).map((high, i) => {
    const low = sorted[i]!
    return Math.floor(low) + 1 < high ? Math.floor(low) + 1 : (low + high) / 2
  })
  const lowest = sorted[0]!
  return [...sorted, ...gaps, lowest > 0 && lowest <= 1 ? 0 : Math.ceil(lowest) - 1, Math.floor(sorted.at(-1)!) + 1]
}

function versionsBetween(values: readonly string[]): string[] {
  const sorted = [...values].sort(compareVersions).filter((value, i, all) => i === 0 || compareVersions(all[i - 1]!, value) !== 0)
  if (sorted.length === 0) return ['1']
  const bare = (version: string) => version.split(/[-+~]/)[0]!
  // Beyond the last part of any of them, so that it stands between one and the next.
  const zeros = '.0'.repeat(Math.max(...sorted.map(version => bare(version).split('.').length)))
  const gaps = sorted.slice(0, -1).map(low => `${bare(low)}${zeros}.1`)
  const highest = bare(sorted.at(-1)!).split('.')
  return [...sorted, ...gaps, ...(compareVersions('0', sorted[0]!) < 0 ? ['0'] : []), String(Number(highest[0]) + 1)]
}

/** Every set of the items that the tests name, with and without one that they do not name. */
function listDomain(kb: KnowledgeBase, fact: string, operands: readonly FactValue[], sampled: boolean): Domain | undefined {
  const items = [...new Set(operands.flat().map(String))]
  const known = choicesOf(factOf(kb, fact)!, kb)
  const other = known ? known.find(choice => !items.includes(choice)) : 'something-else'
  const all = other === undefined ? items : [...items, other]
  if (items.length > mostListItems) return sampled ? [undefined, [], ...all.map(item => [item]), [...all].sort()] : undefined
  const sets: FactValue[] = []
  for (let bits = 0; bits < 1 << all.length; bits++) sets.push(all.filter((_, i) => bits & (1 << i)).sort())
  return [undefined, ...sets]
}

/** Values of several facts at once. */
export type Assignment = ReadonlyMap<string, FactValue>

/** The domains of all facts that tests name; undefined when one of them has none. */
export function domainsOf(kb: KnowledgeBase, tests: readonly Test[], sampled = false): ReadonlyMap<string, Domain> | undefined {
  const byFact = new Map<string, Test[]>()
  for (const test of tests) byFact.set(test.fact, [...(byFact.get(test.fact) ?? []), test])
  const domains = new Map<string, Domain>()
  for (const [fact, own] of byFact) {
    const domain = domainOf(kb, fact, own, sampled)
    if (!domain) return undefined
    domains.set(fact, domain)
  }
  return domains
}

/** How many assignments there are. */
export const sizeOf = (domains: ReadonlyMap<string, Domain>) => [...domains.values()].reduce((product, { length }) => product * length, 1)

/** Every assignment, those with the fewest known facts not necessarily first. */
export function* assignments(domains: ReadonlyMap<string, Domain>): Generator<Map<string, FactValue>> {
  const entries = [...domains]
  const counters = entries.map(() => 0)
  for (;;) {
    const made = new Map<string, FactValue>()
    entries.forEach(([fact, domain], i) => {
      const value = domain[counters[i]!]
      if (value !== undefined) made.set(fact, value)
    })
    yield made
    let i = 0
    while (i < entries.length && ++counters[i]! === entries[i]![1].length) counters[i++] = 0
    if (i === entries.length) return
  }
}
