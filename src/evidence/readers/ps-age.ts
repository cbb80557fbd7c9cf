/** Seconds of `etime` (`[[days-]hours:]minutes:seconds`) or `etimes`. */
export function elapsedSeconds(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const match = /^(?:(?:(\d{1,5})-)?(\d{1,2}):)?(\d{1,2}):(\d{2})$/.exec(text)
  if (!match) return undefined
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = match
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
}

/**
 * At least so many seconds ago, for a time as START and STIME show it: `14:20` today, `Jan24` or `2025` on an earlier day, a whole date for STARTED. `now` is the
 * START of the `ps` that made the list.
 */
export function startedSecondsAgo(start: string, now: string | undefined): number | undefined {
  const [then, present] = [dateOf(start), dateOf(now)]
  if (then !== undefined && present !== undefined) return present >= then ? (present - then) / 1000 : undefined
  const current = minutesOf(now ?? '')
  if (current === undefined) return undefined
  if (/^(?:[A-Z][a-z]{2}\d{1,2}|\d{4})$/.test(start)) return current * 60
  const begun = minutesOf(start)
  // Both are cut to whole minutes.
  return begun === undefined || begun > current ? undefined : Math.max(0, current - begun - 1) * 60
}

function minutesOf(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text)
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** `Mon Jun 12 06:12:41 2023`; in which zone does not matter, both are of one list. */
function dateOf(text: string | undefined): number | undefined {
  const [, day, time, year] = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/.exec(text ?? '') ?? []
  const found = day === undefined ? Number.NaN : Date.parse(`${day} ${year} ${time} UTC`)
  return Number.isNaN(found) ? undefined : found
}
