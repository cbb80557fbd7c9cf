import { tellsOfOwn } from '../lines/session.ts'
import type { Reading } from '../model.ts'
import { asksOnly, plain } from './asking.ts'
import { drivenByHand, quickByHandSeconds, slowByHandSeconds } from './by-hand.ts'
import { hungSeconds, type Run, runKeys, runReadings, shown, slowSeconds } from './collector.ts'
import { lookup, ownLookup, slowLookupSeconds } from './lookups.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'
import { limited, onlyNumber, quotedReport, report, setToNumber, stopped, timed, took, verbose } from './time-forms.ts'

/** The keys that `timings` may emit. */
export const timingKeys = [
  ...runKeys,
  'sos.runtime-minutes',
  'programs.start-slow',
  'names.lookups-slow',
  'operation.slow-by-hand',
] as const

/** Nothing was measured in a text without one of these. */
const mayBe =
  /\breal\s+\d|Benchmark |^\d+m[\d.]+s\s*$|\d total\b|elapsed|Elapsed|Executed in|\b(?:124|137)\b|timeout: |\du [\d.,]+s \d|TotalSeconds|Service runtime|%R|\btime -\S* ?["']?%[eE]/m
/** A page that explains how to measure has headings; a console has none. */
const heading = /^#{1,6} +[A-Z0-9]/gm

/** A program that does nothing, alone or many times. */
const nothing = /^(?:\/usr)?\/bin\/true(?:\s|$)/
const manyTimes = /(?:\bseq |\{\d\.\.|\bi ?<=? ?)(?:\d{1,2}[ ,]+)?(?<times>\d{2,5})\b.{0,40}\bdo +(?:\/usr)?\/bin\/true\b/
/**
 * Seconds: from `slow` on something holds a start up, usually it takes a thousandth; up to `quick` it is quick, which counts when
 * something else was measured to be slow in the same copy.
 */
const oneStart = { quick: 0.1, slow: 0.5 }
/** The same for the mean of many. */
export const meanOfStarts = { quick: 0.02, slow: 0.1 }
const slowOther = 5
const mostMinutesOfSos = 24 * 60

/** A command that was begun and whose time is not told yet. */
interface Pending {
  readonly command: string
  readonly times: number | undefined
  readonly spot: Spot
}

/** Commands that people measured at a terminal, or gave only so much time: how long they took, wherever it stands. */
export function timings(text: string, context: ReaderContext): Reading[] {
  if (!mayBe.test(text)) return []
  // A report of somebody's own has headings as well.
  if ((text.match(heading)?.length ?? 0) >= 2 && !tellsOfOwn(text.slice(0, 16_384))) return []
  const runs: Run[] = []
  const found: Reading[] = []
  let pending: Pending | undefined
  let quick: Spot | undefined
  let slowest = 0
  let limit: { command: string; seconds: number; spot: Spot } | undefined
  const isNumber = setToNumber.test(text)
  for (const spot of spotsOf(text)) {
    if (spot.text.includes('sos')) {
      const command = (report.exec(spot.text) ?? quotedReport.exec(spot.text))?.groups?.command
      if (command) pending = { command, times: undefined, spot }
    }
    if (
      !/[Tt]ime|real|[Tt]otal|lapsed|Executed|Benchmark|Performance|Measure-|systemd-run|124|137|%|m\d|^\s*[\d:]+[.,]\d+\s*$/.test(
        spot.text,
      )
    )
      continue
    const given = limited.exec(spot.text)?.groups
    // A shell that shows what it runs shows the `echo` below it as well.
    if (given) limit = { command: plain(given.command!), seconds: Number(given.seconds), spot }
    else if (limit && stopped.test(spot.text)) {
      const hung = simple.test(limit.command) ? limit.seconds > hungSeconds : limit.seconds >= slowSeconds
      if (hung && asksOnly(limit.command)) runs.push({ ...limit, command: shown(limit.command), ended: false })
      limit = undefined
    }
    const begun = (timed.exec(spot.text) ?? verbose.exec(spot.text))?.groups
    if (begun) pending = pendingOf(commandOf(begun), spot)
    const time = (isNumber ? [...took, onlyNumber] : took).map(form => form.exec(spot.text)?.groups).find(Boolean)
    if (!time) continue
    const command = time.command === undefined ? pending?.command : plain(time.command.replace(/^.*[#$%❯] /, ''))
    const times = time.command === undefined ? pending?.times : timesOf(time.command)
    pending = undefined
    if (command === undefined) continue
    const seconds = secondsOf(time)
    const isStart = times !== undefined || nothing.test(command)
    const start = { ...spot, text: `starting "true" took ${seconds} s` }
    const [each, bound] = times === undefined ? [seconds, oneStart] : [seconds / times, meanOfStarts]
    if (!isStart) slowest = Math.max(slowest, seconds)
    else if (each <= bound.quick) quick ??= start
    else if (each >= bound.slow) found.push(reading(context, 'programs.start-slow', true, start))
    found.push(...lookedUp(command, seconds, spot, context), ...byHand(command, seconds, spot, context))
    if (/^(?:\S*\/)?sos(?:report(?:\s|$)|\s+report)/.test(command)) {
      const minutes = Math.round(seconds / 6) / 10
      if (minutes > 0 && minutes < mostMinutesOfSos)
        found.push(reading(context, 'sos.runtime-minutes', minutes, { ...spot, text: `"${shown(command)}" took ${minutes} min` }))
    } else if (asksOnly(command)) runs.push({ command: shown(command), seconds: Math.round(seconds), ended: true, spot })
  }
  const isSlow = found.some(({ key, value }) => key === 'programs.start-slow' && value === true)
  // Programs that do nothing were quick while something else was not: it is not the start of programs.
  if (quick && !isSlow && slowest >= slowOther) found.push({ ...reading(context, 'programs.start-slow', false, quick), settles: true })
  // Where every start is slow, neither names nor applications are to blame.
  const own = isSlow ? found.filter(({ key }) => key !== 'names.lookups-slow' && key !== 'operation.slow-by-hand') : found
  return [...own, ...runReadings(runs, context)]
}

function lookedUp(command: string, seconds: number, spot: Spot, context: ReaderContext): Reading[] {
  if (!lookup.test(command)) return []
  const isSlow = seconds >= slowLookupSeconds
  if (!isSlow && !ownLookup.test(command)) return []
  return [reading(context, 'names.lookups-slow', isSlow, { ...spot, text: `"${shown(command)}" took ${seconds} s` })]
}

function byHand(command: string, seconds: number, spot: Spot, context: ReaderContext): Reading[] {
  const what = drivenByHand(command)
  const isQuick = what === 'operation' && seconds < quickByHandSeconds
  if (!what || (!isQuick && seconds < slowByHandSeconds)) return []
  const told = reading(context, 'operation.slow-by-hand', !isQuick, { ...spot, text: `"${shown(command)}" took ${seconds} s` })
  return [isQuick ? { ...told, settles: true } : told]
}

const commandOf = ({ command, bench, counted, shell, unit }: Record<string, string | undefined>) =>
  command ?? bench ?? counted ?? shell ?? unit ?? ''

const pendingOf = (command: string, spot: Spot): Pending => ({ command: plain(command), times: timesOf(command), spot })

/** How many times a loop starts a program that does nothing; undefined for anything else. */
export function timesOf(command: string): number | undefined {
  const times = Number(manyTimes.exec(command)?.groups?.times)
  return times > 0 ? times : undefined
}

function secondsOf({ hours = '0', minutes = '0', seconds = '0' }: Record<string, string | undefined>): number {
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds.replace(',', '.'))
}
