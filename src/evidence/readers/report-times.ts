import { isExercise } from '../lines/account/exercise.ts'
import { isPrompt } from '../lines/prompt.ts'
import { hourOfDay } from '../lines/time.ts'
import type { Reading } from '../model.ts'
import { clockSpansIn } from '../told/clocks.ts'
import { isQuestion, unsure } from '../told/doubt.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** Behind its name, when it was begun and done, as somebody noted it. */
const named = /\b(?:sosreport|sos report)\b/i
const nearby = 100
/** One that runs between two calls of `date`, and what these print. */
const between = /\bdate\b.*\b(?:sosreport|sos report)\b.*\bdate\b/
const date = /^(?=.*(?:\b\d{4}\b|年)).{0,40}?\b(\d{1,2}):(\d\d):(\d\d)(?: ([AP]M))?(?: [A-Z+\d:-]{1,6})?(?: \d{4})?\s*$/
/** What somebody logs by hand, each with a date before it. */
const logged =
  /^.{0,40}?\b(\d{1,2}):(\d\d):(\d\d)(?: ([AP]M))? .{0,40}?\b(start|begin|end|finish|done)\w* (?:of )?(?:sosreport|sos report)\b/
/** A report of its own and `date` as commands of their own, one after the other. */
const askedDate = /[#$%>] ?date(?: -[uR]+| \+\S.*)?\s*$/
const askedReport = /[#$%>] ?(?:sudo +)?(?:\/usr\/s?bin\/)?(?:sosreport|sos report)(?: +(?:-\S+|[^\s&|;]\S*))*\s*$/
/** What sos prints at its beginning and its end, below a program that puts the time before each line. */
const stamped = /^.{0,40}?(?:(?<day>\d{4}-\d\d-\d\d)[T ])?(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?![\d:])(?<rest>.*)$/
const begins =
  /\b(?:sosreport|sos report) \(version \d|\bSetting up archive \.\.\.|\+ (?:sudo )?(?:\/usr\/s?bin\/)?(?:sosreport|sos report)\b|\bsystemd\[1\]: (?:Started|Starting) (?:\/\S*\/)?(?:sosreport|sos report)\b|\(root\) CMD \([^)]{0,80}?\b(?:sosreport|sos report)\b|\bsudo(?:\[\d+\])?: .{0,200}\bCOMMAND=(?:\/\S*\/)?(?:sosreport|sos report)\b|##\[group\]Run (?:sudo )?(?:sosreport|sos report)\b/
const ends =
  /\bYour (?:sosreport|sos report) has been generated\b|\bsystemd\[1\]: (?:Finished (?:\/\S*\/)?(?:sosreport|sos report)\b|sos-?report\S*\.service: (?:Succeeded|Deactivated successfully))|\(root\) CMDEND \([^)]{0,80}?\b(?:sosreport|sos report)\b/
/** A prompt that shows the time of the day, which is that of the end of the command before it. */
const clockedPrompt =
  /^(?<prompt>[>|\s]{0,4}[\w@.:~[\]()/ -]{0,60}?(?<![\d:.])(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)(?::(?<seconds>[0-5]\d))?(?![\d:])[\w@.:~[\]()/ -]{0,60}[#$%❯>]) ?(?<command>.*)$/
const typedReport = /^(?:sudo +)?(?:\/usr\/s?bin\/)?(?:sosreport|sos report)(?: +(?:-\S+|[^\s&|;]\S*))*\s*$/
/** It waited for somebody, or somebody ended it. */
const disturbed = /\^C|Press ENTER|Please enter (?:your|the)|\[[^\]]{0,40}\]:\s*$/
/** The output of sos itself stands between them. */
const mostLines = 200
/** Nobody notes more of them; each is looked for in all these lines. */
const mostNotes = 20
const ofDay = 24 * 60
const headLength = 16_384

/** How long a report took whose beginning and end somebody wrote down, or had the system print: `sos.runtime-minutes`. */
export function reportTimes(text: string, context: ReaderContext): Reading[] {
  if (!/sos ?report/.test(text)) return []
  const spots = spotsOf(text)
  let notes = 0
  const found = [...stampedTimes(spots, context), ...datedTimes(spots, context), ...promptedTimes(spots, context)]
  // Nobody ran what stands on the cards of an exercise.
  if (isExercise(text.slice(0, headLength))) return found
  const told = spots.flatMap((spot, i): Reading[] => {
    if (!/sos ?report/.test(spot.text) || notes >= mostNotes) return []
    const told = notedIn(spot.text)
    if (told !== undefined) return took(0, told, spot, context)
    const isLogged = /^(?:start|begin)/.test(logged.exec(spot.text)?.[5] ?? '')
    if (!isLogged && !between.test(spot.text)) return []
    notes++
    const following = spots.slice(i + 1, i + mostLines)
    const [began, ended] = isLogged ? clocksIn([spot, ...following], logged) : clocksIn(following, date)
    return began === undefined || ended === undefined ? [] : took(began, ended, spot, context)
  })
  return [...found, ...told]
}

/** What may be, or is to be. */
const allowed =
  /(?<!\p{L})(?:limits?|(?:maintenance |planned )window|slot|planned|scheduled|reserved|allowed|Zeitlimit|Wartungsfenster|geplant\p{L}*|vorgesehen|prévue?|planifiée?|previst[oa]|planificad[oa]|agendad[oa]|planejad[oa]|pianificat[oa]|gepland|planerad|planlagt|planowan\p{L}+|plánován\p{L}+|запланирован\p{L}*|planlan\p{L}+)(?!\p{L})|予定|计划|예정/iu
/** The minutes between the two times of the day that a line has for a report. */
function notedIn(line: string): number | undefined {
  const name = named.exec(line)
  const end = (name?.index ?? 0) + (name?.[0].length ?? 0)
  const span = name ? clockSpansIn(line).find(({ start }) => start >= end && start - end <= nearby) : undefined
  if (!span || isQuestion(line) || unsure.test(line.slice(0, span.end))) return undefined
  if (allowed.test(line.slice(0, span.start))) return undefined
  return /[.!?]\s/.test(line.slice(end, span.start)) ? undefined : span.least / 60
}

/** From the last beginning before it to each end. */
function stampedTimes(spots: readonly Spot[], context: ReaderContext): Reading[] {
  let began: { day: string | undefined; minute: number } | undefined
  return spots.flatMap((spot): Reading[] => {
    if (!/sos ?report|Setting up archive/.test(spot.text)) return []
    const { day, hours, minutes, seconds, rest = '' } = stamped.exec(spot.text)?.groups ?? {}
    if (hours === undefined) return []
    const minute = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
    if (begins.test(rest)) began = { day, minute }
    const isEnd = began && ends.test(rest)
    if (!isEnd || !began) return []
    const from = began
    began = undefined
    const days = from.day !== undefined && day !== undefined ? (Date.parse(day) - Date.parse(from.day)) / 86_400_000 : 0
    return days >= 0 && days <= 1 ? took(from.minute, minute, spot, context) : []
  })
}

/** Between two calls of `date` that have nothing but a report between them. */
function datedTimes(spots: readonly Spot[], context: ReaderContext): Reading[] {
  const calls = spots.filter(({ text }) => isPrompt(text)).slice(0, 2000)
  return calls.flatMap((call, i): Reading[] => {
    const [before, after] = [calls[i - 1], calls[i + 1]]
    if (!before || !after || !askedReport.test(call.text) || !askedDate.test(before.text) || !askedDate.test(after.text)) return []
    const output = spots.slice(call.line, after.line - 1)
    if (output.some(({ text }) => /\^C|Press ENTER/.test(text))) return []
    const [began] = clocksIn(spots.slice(before.line, before.line + 2), date)
    const [ended] = clocksIn(spots.slice(after.line, after.line + 2), date)
    return began === undefined || ended === undefined ? [] : took(began, ended, call, context)
  })
}

/** From the prompt at which a report was asked for to the next, when it was done in between. */
function promptedTimes(spots: readonly Spot[], context: ReaderContext): Reading[] {
  return spots.flatMap((spot, i): Reading[] => {
    const asked = /sos ?report/.test(spot.text) && spot.text.length <= 400 ? clockedPrompt.exec(spot.text)?.groups : undefined
    if (!asked || !typedReport.test(asked.command!)) return []
    const below = spots.slice(i + 1, i + mostLines)
    const at = below.findIndex(({ text }) => shapeOf(clockedPrompt.exec(text)?.groups?.prompt) === shapeOf(asked.prompt))
    const output = at === -1 ? [] : below.slice(0, at)
    if (!output.some(({ text }) => ends.test(text)) || output.some(({ text }) => disturbed.test(text))) return []
    const then = clockedPrompt.exec(below[at]!.text)!.groups!
    return took(minuteOf(asked), minuteOf(then), spot, context)
  })
}

const shapeOf = (prompt: string | undefined) => prompt?.trim().replace(/\d+/g, '0')
const minuteOf = ({ hours, minutes, seconds }: Record<string, string | undefined>) =>
  Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60

/** Minutes of the day in the lines that have the form. */
function clocksIn(spots: readonly Spot[], form: RegExp): number[] {
  return spots.flatMap(({ text }) => {
    const [, hours, minute, seconds, half] = form.exec(text) ?? []
    if (hours === undefined) return []
    return [hourOfDay(hours, half) * 60 + Number(minute) + Number(seconds) / 60]
  })
}

function took(from: number, to: number, spot: Spot, context: ReaderContext): Reading[] {
  const length = Math.round(((to - from + ofDay) % ofDay) * 10) / 10
  return length > 0 ? [reading(context, 'sos.runtime-minutes', length, spot)] : []
}
