import { shownTime } from '../evidence/clocks/usual-clock.ts'
import { groupsInTime } from '../evidence/groups.ts'
import type { Evidence, LogEvent } from '../evidence/model.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { stripControls } from '../plan/shell.ts'
import { type Style, wrap } from './wrap.ts'

/** Events closer together than this belong to one incident. */
const gapMs = 10 * 60_000

export interface Incident {
  readonly from: string
  readonly to: string
  readonly events: readonly LogEvent[]
}

/** Events with a time, grouped where nothing happened for a while; first things first. */
export function timeline(events: readonly LogEvent[]): Incident[] {
  const timed = events.filter(({ at, time }) => at !== undefined && time !== undefined)
  return groupsInTime(timed, ({ at }) => at!, gapMs).map(list => ({ from: list[0]!.time!, to: list.at(-1)!.time!, events: list }))
}

/** Lines printed of one incident; of these, so many are kept for what is no symptom. */
const mostLines = 40
const mostQuiet = 15
/** Incidents without a symptom that are printed when there is none with one. */
const mostQuietIncidents = 2
const mostIncidents = 8

type Told = Pick<Evidence, 'events' | 'zoneMinutes' | 'zoneName' | 'witnesses'>

/** What happened on all nodes in one order, with what showed a symptom marked. */
export function timelineText(kb: KnowledgeBase, told: Told, style: Style): string[] {
  const incidents = timeline(told.events)
  const shows = showing(kb, told.witnesses)
  const loud = incidents.filter(({ events }) => events.some(shows))
  const shown = loud.length > 0 ? loud.slice(0, mostIncidents) : incidents.slice(-mostQuietIncidents)
  const lines = shown.flatMap(incident => incidentText(kb, incident, told, style))
  const left = incidents.length - shown.length
  const put = (text: string) => lines.push(...wrap(text, style.columns, '  '))
  if (incidents.length === 0) put('No events with a time.')
  if (left > 0)
    put(
      `${left} more ${left === 1 ? 'group' : 'groups'} of events${loud.length > shown.length ? '' : ', without a symptom'}: see --format json.`,
    )
  const untimed = told.events.filter(({ at, time }) => at === undefined || time === undefined)
  if (untimed.length > 0) {
    put('Without a time that can be compared:')
    lines.push(...folded(kb, untimed.slice(0, mostQuiet), told).flatMap(line => lineText(line, style)))
    if (untimed.length > mostQuiet) put(`  and ${untimed.length - mostQuiet} more`)
  }
  return lines
}

/** Whether an event showed a fact that is some trouble. */
const showing = (kb: KnowledgeBase, witnesses: readonly string[]) => {
  const places = new Set(witnesses)
  return ({ kind, file, line }: LogEvent) => kb.events[kind]?.ordinary !== true && places.has(`${file}:${line}`)
}

interface Line {
  readonly clock: string
  readonly node: string
  readonly what: string
  readonly place: string
  readonly shows: boolean
  readonly count: number
}

function incidentText(kb: KnowledgeBase, { events, from }: Incident, told: Told, style: Style): string[] {
  const [first, last] = [events[0]!, events.at(-1)!]
  const words = (event: LogEvent) => shownTime(event.at!, told).replace('T', ' ')
  // A log without years leaves the year open.
  const begin = from.startsWith('-') ? words(first).slice(5) : words(first)
  const end = words(last).slice(0, 10) === words(first).slice(0, 10) ? words(last).slice(11) : words(last).slice(5)
  const lines = [
    style.bold(`  ${begin}${begin.endsWith(end) ? '' : ` to ${end}`}, ${events.length} ${events.length === 1 ? 'event' : 'events'}`),
  ]
  const folds = folded(kb, events, told)
  const sign = folds.find(line => line.shows)
  if (sign) lines.push(...wrap(stripControls(`First sign, ${sign.clock} on ${sign.node}: ${sign.what}`), style.columns, '  '))
  const kept = keptLines(folds)
  const all = folds.length <= mostLines
  let skipped = 0
  const tellSkipped = () => {
    if (skipped > 0) lines.push(style.dim(`      … ${skipped} more`))
    skipped = 0
  }
  for (const line of folds) {
    if (!all && !kept.has(line)) {
      skipped++
      continue
    }
    tellSkipped()
    lines.push(...lineText(line, style))
  }
  tellSkipped()
  return lines
}

/** Of many lines, those that show a symptom, and what stands next to them. */
function keptLines(lines: readonly Line[]): ReadonlySet<Line> {
  const loud = lines.flatMap((line, i) => (line.shows ? [i] : []))
  const distance = (index: number) => (loud.length === 0 ? index : Math.min(...loud.map(at => Math.abs(at - index))))
  const quiet = lines
    .map((line, i) => ({ line, far: distance(i) }))
    .filter(({ line }) => !line.shows)
    .sort((a, b) => a.far - b.far)
    .slice(0, mostQuiet)
  return new Set([...loud.slice(0, mostLines - mostQuiet).map(i => lines[i]!), ...quiet.map(({ line }) => line)])
}

/** What one log line says twice, and what lines of one node repeat one after the other, as one line. */
function folded(kb: KnowledgeBase, events: readonly LogEvent[], told: Told): Line[] {
  const lines: Line[] = []
  for (const line of linesOf(kb, events, told)) {
    const last = lines.at(-1)
    if (last && last.node === line.node && last.what === line.what && last.shows === line.shows)
      lines[lines.length - 1] = { ...last, count: last.count + line.count }
    else lines.push(line)
  }
  return lines
}

function linesOf(kb: KnowledgeBase, events: readonly LogEvent[], told: Told): Line[] {
  const shows = showing(kb, told.witnesses)
  const lines: Line[] = []
  for (const event of events) {
    const { kind, node = '?', values, file, line, at, count } = event
    const detail = [...new Set([values.resource, values.operation, values['reason-text'] ?? values.reason])].filter(Boolean).join(' ')
    const what = `${kb.events[kind]?.title ?? kind}${detail ? ` (${detail.slice(0, 120)})` : ''}`
    const place = `${file}:${line}`
    const last = lines.at(-1)
    if (last && last.place === place && last.node === node)
      lines[lines.length - 1] = { ...last, what: `${last.what}; ${what.charAt(0).toLowerCase()}${what.slice(1)}` }
    else
      lines.push({
        clock: at === undefined ? '--:--:--' : shownTime(at, told).slice(11),
        node,
        what,
        place,
        shows: shows(event),
        count,
      })
  }
  return lines
}

function lineText({ clock, node, what, place, shows, count }: Line, style: Style): string[] {
  const head = `  ${shows ? '!' : ' '} ${clock} ${node} `
  const text = `${what}${count > 1 ? `, ${count} times` : ''}`
  const rest = ' '.repeat(13)
  const lines = wrap(stripControls(text), style.columns, stripControls(head), rest)
  const [last, shownPlace] = [lines.pop()!, stripControls(place)]
  const beside = last.length + 2 + shownPlace.length <= style.columns
  lines.push(...(beside ? [`${last}  ${shownPlace}`] : [last, `${rest}${shownPlace}`]))
  return shows ? lines : lines.map(style.dim)
}
