import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** From here on a lookup is slow; each try at a dead server takes five. */
export const slowLookupSeconds = 1
/** Asks for a host or a user the way programs do, or a name server directly. */
export const lookup =
  /^(?:\S*\/)?(?:getent(?: -\S+)* (?:a?hosts(?:v[46])?|passwd|group|initgroups)|nslookup|host|dig|resolvectl(?: -\S+)* query|systemd-resolve|id)\s+\S/
/** What answers from the node's own sources, too: when it is quick, lookups are. */
export const ownLookup = /^(?:\S*\/)?getent\s/

const asks = /(?:^|[#$%>] ?|\btime )(?:\S*\/)?(?:dig|host|nslookup|resolvectl|systemd-resolve)\s|<<>> DiG \S+ <<>>/
/** What `dig`, `host`, `nslookup` and `resolvectl` print when no server answers in time. */
const noAnswer =
  /^[>|\s]*(?:;; )?(?:connection timed out; no servers could be reached|communications error to \S+: timed out|no servers could be reached)\W*$|: resolve call failed: .{0,80}timed out/
const queryTime = /^[>|\s]*;; Query time: (\d{1,7}) msec/
const acquired = /^[>|\s]*-- Information acquired via protocol \S+ in ([\d.]{1,12})(m?)s\b/
/** Lines that the output of one lookup has at most before it says so. */
const longAnswer = 25

/** Lookups that got no answer, or a late one, as the tools for them print it. */
export function lookups(text: string, context: ReaderContext): Reading[] {
  if (
    !text.includes('no servers could be reached') &&
    !text.includes('htons(53)') &&
    !/Query time: \d{4}|communications error to|acquired via protocol|resolve call failed/.test(text)
  )
    return []
  const traced = unanswered(text)
  if (traced) return [slow(context, traced, 'a name server did not answer in time')]
  let asked: { line: number; ofOurs: boolean } | undefined
  for (const spot of spotsOf(text)) {
    // The banner of `dig` repeats the command above it.
    const repeats = asked !== undefined && spot.text.includes('<<>>') && spot.line - asked.line <= 4
    if (!repeats && asks.test(spot.text)) asked = { line: spot.line, ofOurs: isOfOurs(spot.text, text) }
    if (!asked?.ofOurs || spot.line - asked.line > longAnswer) continue
    const seconds = Number(queryTime.exec(spot.text)?.[1] ?? 0) / 1000
    const [, took, unit] = acquired.exec(spot.text) ?? []
    if (noAnswer.test(spot.text)) return [slow(context, spot, 'a lookup got no answer in time')]
    const late = took === undefined || unit === 'm' ? seconds : Number(took)
    if (late >= slowLookupSeconds) return [slow(context, spot, `a lookup took ${late} s`)]
  }
  return []
}

const connects = /\b(?:connect|sendto)\((\d{1,6})(?:<[^>]{1,80}>)?, .{0,400}?\bsin6?_port=htons\((\d{1,5})\)/
const timedOut = /\bpoll\(\[\{fd=(\d{1,6})(?:<[^>]{1,80}>)?, [^\]]{1,80}\], 1, \d{4,6}\) += 0 \(Timeout\)/

/** In a trace of a program's calls, the wait for an answer of a name server that did not come. */
function unanswered(text: string): Spot | undefined {
  if (!text.includes('htons(53)') || !text.includes('(Timeout)')) return undefined
  const names = new Set<string>()
  for (const spot of spotsOf(text)) {
    const [, socket = '', port] = connects.exec(spot.text) ?? []
    if (port === '53') names.add(socket)
    else if (port !== undefined) names.delete(socket)
    const closed = /\bclose\((\d{1,6})/.exec(spot.text)?.[1]
    if (closed) names.delete(closed)
    if (names.has(timedOut.exec(spot.text)?.[1] ?? '')) return spot
  }
  return undefined
}

/** Some other server that somebody tried says nothing about the node's lookups. */
function isOfOurs(command: string, text: string): boolean {
  const server = /\s@([\w.:-]{1,80})/.exec(command)?.[1]
  return server === undefined || text.includes(`nameserver ${server}\n`) || text.includes(`nameserver ${server}\r`)
}

const slow = (context: ReaderContext, spot: Spot, text: string) =>
  reading(context, 'names.lookups-slow', true, { ...spot, text: `${text}: ${spot.text.trim()}` })
