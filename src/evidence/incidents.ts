import type { Incident } from '../case/incident.ts'
import type { Observation } from '../case/observation.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { shownTime, type UsualClock } from './clocks/usual-clock.ts'
import { groupsInTime } from './groups.ts'
import type { LogEvent } from './model.ts'
import type { InPeriod } from './period.ts'

/** What the evidence would show had nothing happened but this one. */
export interface IncidentAlone extends Incident {
  readonly observations: readonly Observation[]
}

/** What follows a fault, up to somebody putting it right, is of the same incident. */
const gapMs = 60 * 60_000
/** What led to the first sign, and what came of the last one. */
const aroundMs = 29 * 60_000
/** Of more the last ones are told: they are what somebody looks into. */
const mostIncidents = 12

/** The incidents that the events which show something belong to, in order, with a test for what else was of that time. */
export function incidentsOf(
  { events: files }: Pick<KnowledgeBase, 'events'>,
  witnesses: readonly LogEvent[],
  clock: UsualClock,
): (Incident & InPeriod)[] {
  const timed = witnesses.filter(({ kind, time }) => time !== undefined && files[kind]?.ordinary !== true)
  const times = timed.flatMap(({ at }) => at ?? []).sort((a, b) => a - b)
  const yearless = timed.length > 0 && timed.every(({ time }) => time!.startsWith('-'))
  const spans = groupsInTime(times, at => at, gapMs).map(group => ({ from: group[0]!, to: group.at(-1)! }))
  const words = (at: number) =>
    shownTime(at, clock)
      .replace('T', ' ')
      .slice(yearless ? 5 : 0)
  const minute = (at: number) => words(at).slice(0, -3)
  return spans.slice(-mostIncidents).map(({ from, to }) => ({
    from: words(from),
    to: words(to),
    since: minute(from - aroundMs),
    until: minute(to + aroundMs),
    has: at => at >= from - aroundMs && at <= to + aroundMs,
    touches: (begin, end) => begin <= to + aroundMs && end >= from - aroundMs,
  }))
}
