import type { Spot } from './reader.ts'
import type { Step } from './steps.ts'

/** A name that holds how long something took, and in which unit; a limit or an age is none. */
const measures = /(?:^|[._])(?:seconds|secs?|s|milliseconds|millis|msecs?|ms|minutes|mins?)$/i
const noMeasure =
  /time_?out|interval|limit|threshold|timestamp|uptime|bucket|count|total|created|age\b|age_|_age|since|ago\b|_ago|every|elapsed_since|between|period|refresh|frequency|schedule|time_left|remaining|left_|ttl|retention|cache|cpu_|user_|sys_|max_|min_|expected|warn|crit|last_run|next|start|end_|sleep|delay/i
/** Names of measures that are in seconds by themselves, when they have decimals: of whole numbers nobody knows. */
const bareMeasure = /^(?:duration|elapsed|elapsed_time|runtime|run_time|exec(?:ution)?_?time|took|response_?time)$/i

const factorOf = (name: string) => (/(?:^|[._])m(?:illi\w*|s|secs?)$/i.test(name) ? 0.001 : /(?:^|[._])min(?:ute)?s?$/i.test(name) ? 60 : 1)

/** Seconds that a value of this name tells; undefined: it tells something else, or in an unknown unit. */
function secondsOf(name: string, value: string): number | undefined {
  if (noMeasure.test(name) || !/^\d{1,9}(?:\.\d{1,12})?$/.test(value)) return undefined
  if (measures.test(name.replace(/([a-z])(Seconds|Ms|Millis|Minutes)$/, '$1_$2')))
    return Number(value) * factorOf(name.replace(/([a-z])(Ms|Millis|Minutes)$/, '$1_$2'))
  return bareMeasure.test(name) && /\d\.\d/.test(value) ? Number(value) : undefined
}

/** What a metric is of: a command among its labels, or within its name. */
function whatOf(
  name: string,
  labels: readonly (readonly [string, string])[],
): { readonly what: string; readonly share: number } | undefined {
  const command = labels.find(([label]) => /^(?:cmd|command|check|check_command|task|step|script|exec)$/.test(label))?.[1]
  if (command !== undefined) return { what: command, share: 1 }
  const within = /(?:^|[._])(crm_mon|pcs_status|crm_status|cibadmin|sos_?report)(?:[._]|$)/.exec(name)?.[1]
  if (within !== undefined)
    return {
      what:
        within === 'cibadmin'
          ? 'cibadmin -Q'
          : within
              .replace(/^sos_?report$/, 'sos report')
              .replace(/^(pcs|crm)_status/, '$1 status')
              .replace(/^crm_mon$/, 'crm_mon -1'),
      share: 1,
    }
  // This exporter calls crm_mon and cibadmin, one after the other.
  const both =
    name === 'ha_cluster_scrape_duration_seconds' && labels.some(([label, value]) => label === 'collector' && value === 'pacemaker')
  return both ? { what: 'crm_mon -1', share: 1 / 2 } : undefined
}

function metric(name: string, labels: string, values: readonly string[], spot: Spot): Step[] {
  const pairs = [...labels.matchAll(/"?([A-Za-z_]\w{0,60})"? ?[=:] ?"([^"]{0,200})"/g)].map(([, label, value]) => [label!, value!] as const)
  const found = whatOf(name, pairs)
  const most = Math.max(...values.map(value => secondsOf(name, value) ?? Number.NaN).filter(Number.isFinite), -1)
  return found && most >= 0 ? [{ what: found.what, seconds: most * found.share, spot }] : []
}

/** `name{label="value"} 27.8`, as exporters print it and as Graphite stores it. */
const metricLine =
  /^[>|\s]{0,4}(?<name>[A-Za-z_][\w.:-]{3,160})(?:\{(?<labels>[^{}]{0,600})\})?\s+(?<value>\d{1,9}(?:\.\d{1,12})?)(?:\s+\d{9,13})?\s*$/

export function metricSteps(spots: readonly Spot[]): Step[] {
  return spots.flatMap(spot => {
    const { name, labels = '', value } = metricLine.exec(spot.text)?.groups ?? {}
    return name === undefined ? [] : metric(name, labels, [value!], spot)
  })
}

const ofMetric = /"metric": ?\{([^{}]{1,1000})\}, ?\s{0,40}"values?": ?(\[[^{}]{1,20000})/g
const flat = /\{[^{}]{10,2000}\}/g
const pair = /"([A-Za-z_][\w.]{0,60})": ?(?:"([^"]{0,300})"|(\d[\d.]{0,20}))/g
const names = /^(?:cmd|command|check|check_command|task|step|name|title|exec|item|description)$/

/** Objects of a JSON export, each by itself: a name and how long it took. */
export function jsonSteps(text: string): Step[] {
  if (!text.includes('": ') && !text.includes('":')) return []
  const found: Step[] = []
  const spotAt = lineCounter(text)
  for (const match of text.matchAll(ofMetric)) {
    const [, labels = '', values = ''] = match
    const name = /"__name__": ?"([^"]{1,160})"/.exec(labels)?.[1] ?? ''
    found.push(
      ...metric(
        name,
        labels,
        [...values.matchAll(/"(\d[\d.]{0,20})"/g)].map(([, value]) => value!),
        spotAt(match.index),
      ),
    )
  }
  for (const match of text.matchAll(flat)) {
    const pairs = [...match[0].matchAll(pair)].map(([, name, told, value]) => [name!, told ?? value!] as const)
    const whats = pairs.filter(([name, value]) => names.test(name) && /[a-z]{2}/.test(value))
    const seconds = pairs.map(([name, value]) => secondsOf(name, value)).find(value => value !== undefined)
    if (seconds !== undefined) found.push(...whats.slice(0, 4).map(([, what]) => ({ what, seconds, spot: spotAt(match.index) })))
  }
  return found
}

/** The line of a place in a text; places come in order. */
function lineCounter(text: string): (at: number) => Spot {
  let [line, from] = [1, 0]
  return at => {
    for (let next = text.indexOf('\n', from); next !== -1 && next < at; next = text.indexOf('\n', from)) {
      line++
      from = next + 1
    }
    const end = text.indexOf('\n', at)
    return { line, text: text.slice(at, Math.min(end === -1 ? text.length : end, at + 300)) }
  }
}

const whatColumn = /^(?:cmd|command|check|task|step|stage|job|name|action)$/i

/** A table of a spreadsheet: a column says what was run, another how long it took. */
export function tableSteps(spots: readonly Spot[]): Step[] {
  const found: Step[] = []
  let head: { what: number; time: number; name: string; mark: string; size: number } | undefined
  for (const spot of spots) {
    const mark = [',', ';', '\t', '|'].find(one => spot.text.split(one).length >= 2)
    const cells = mark === undefined ? [] : spot.text.split(mark).map(cell => cell.trim().replace(/^"(.*)"$/, '$1'))
    const what = cells.findIndex(cell => whatColumn.test(cell))
    const time = cells.findIndex(cell => measures.test(cell) && !noMeasure.test(cell))
    if (mark !== undefined && what !== -1 && time !== -1 && what !== time)
      head = { what, time, name: cells[time]!, mark, size: cells.length }
    else if (head && mark === head.mark && cells.length === head.size) {
      const seconds = secondsOf(head.name, cells[head.time]!)
      if (seconds !== undefined) found.push({ what: cells[head.what]!, seconds, spot })
    } else if (!/^[\s|:-]*$/.test(spot.text)) head = undefined
  }
  return found
}
