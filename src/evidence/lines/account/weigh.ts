import { kept } from '../kept.ts'
import { isPrompt } from '../prompt.ts'
import { isOtherShape, isPatch, isTitledOtherwise } from '../trouble.ts'
import { isExercise } from './exercise.ts'
import { atTerminal, happenedIn, isAfterChange } from './happened.ts'
import {
  asksForHelp,
  ends,
  greets,
  hasNumber,
  headOf,
  isObserved,
  isOfCustomer,
  isOfIncident,
  isSigned,
  isThread,
  leftOut,
  wonders,
} from './heads.ts'
import { isTaskSheet } from './sheet.ts'
import { type Speaker, speakerOf } from './speaker.ts'
import {
  articleHeadings,
  examples,
  imperatives,
  isAnswer,
  isExam,
  isInvented,
  isLicence,
  isQuestionsAndAnswers,
  isTitledManual,
  lessons,
  otherHeadings,
  placeholders,
  plans,
  sales,
  saysLesson,
  speeches,
} from './taught.ts'
import { isChat, isNotes } from './turns.ts'

/** One sign, and how much it weighs: above nothing for an account, below against it. */
export interface Sign {
  readonly what: string
  readonly weight: number
}

/** What a text needs to be believed: one clear sign more than speaks against it. */
export const enough = 2

/** A line of a log or what was typed: who speaks there is a program. */
const ofProgram =
  /[\w)]\[\d{1,9}\]: |\bkernel: |\[(?:TOTEM|KNET|QUORUM) *\] |^\W{0,8}\[ *\d+\.\d{6}\]|^\W{0,8}\{"|\d\d:\d\d:\d\d(?:[.,]\d{3})? \[?(?:WARN|ERROR|INFO|DEBUG|NOTICE|CRITICAL)/
const prose = (text: string) =>
  text
    .split('\n')
    .filter(line => !ofProgram.test(line) && !isPrompt(line))
    .join('\n')
/** Marks before every line are of whoever handed it on. */
const quote = /^(?:> ?|\| )/
function plain(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const full = lines.filter(line => line.trim() !== '')
  return full.length > 0 && full.every(line => quote.test(line)) ? lines.map(line => line.replace(quote, '')).join('\n') : lines.join('\n')
}

/** Of a note or a message. */
const fewWords = 40
/** What articles have as often says nothing alone. */
const vague: ReadonlySet<string> = new Set(['was there', 'measures', 'days', 'by hand'])
const isClear = ({ what, weight }: Sign) => weight > 0 && !vague.has(what)

const upTo = (most: number, value: number) => Math.min(most, value)

/** Who tells something of their own says so soon; a long file is none the dearer for it. */
const weighedLength = 16_384
/** All signs of a text, strongest rules first; each is capped, for a long text has everything once. */
export const signsOf = (whole: string): readonly Sign[] => keptSigns(whole.slice(0, weighedLength))
const keptSigns: (head: string) => readonly Sign[] = kept(weighed)

const quotedLine = /^ {0,3}> ?\S/
/** Who speaks; what somebody who asks quotes of an answer is said to them, and in general. */
function withoutReply(words: string): Speaker {
  const all = speakerOf(words)
  const lines = words.split('\n')
  const unquoted = lines.filter(line => !quotedLine.test(line))
  if (unquoted.length === lines.length) return all
  const own = speakerOf(unquoted.join('\n'))
  return own.self > 0 ? { ...all, you: Math.min(all.you, own.you), general: Math.min(all.general, own.general) } : all
}

function weighed(head: string): Sign[] {
  const text = plain(head)
  const words = prose(text)
  const who = withoutReply(words)
  const what = happenedIn(words)
  const lines = words.split('\n').filter(line => line.trim() !== '').length
  /** In hundred words; short texts count as thirty. */
  const per = 100 / Math.max(30, who.words)
  /** What a tracker asks for has headings, too. */
  const isReported = isObserved(text)
  const isIncident = isOfIncident(text)
  const isLong = who.words > 1200
  const signs: Sign[] = []
  const add = (name: string, weight: number) => {
    if (weight !== 0) signs.push({ what: name, weight })
  }
  // For an account.
  add('speaks of itself', upTo(3, who.self === 0 ? 0 : 1 + who.self * per * 0.7) * (isLong && who.self * per < 0.5 ? 0.2 : 1))
  add('was there', upTo(1, who.past * per * 0.2))
  add('names a moment', upTo(2, who.moment * per * 0.6))
  add('times', upTo(2, what.clocks * 0.7 * Math.max(0.3, Math.min(1, per))))
  add('days', upTo(1, what.days * 0.5))
  add('machines', upTo(2, what.machines * 0.8 * Math.max(0.3, Math.min(1, per * 2))))
  add('measures', upTo(0.8, what.measures * 0.25))
  add('head', upTo(3, headOf(text)))
  add('number', hasNumber(text) ? 1 : 0)
  add('greets', greets(text) ? 1.5 : 0)
  add('ends', ends(text) ? 1 : 0)
  add('signed', isSigned(text) ? 0.7 : 0)
  add('asks', asksForHelp(text) ? 1 : 0)
  add('after a change', isAfterChange(words) ? 1 : 0)
  add('of a customer', isOfCustomer(text) ? 1 : 0)
  add('leaves itself out', upTo(1.5, leftOut(words) * 0.75 * Math.min(1, per)))
  add('wonders', wonders(text) ? 1 : 0)
  add('chat', isChat(text) ? 3.5 : 0)
  add('notes', isNotes(text) ? 2.5 : 0)
  add('tracker', isReported ? 4 : 0)
  add('thread', isThread(text) ? 3 : 0)
  add('incident', isIncident ? 1.5 : 0)
  add('at a terminal', atTerminal(text))
  add('by hand', upTo(1.5, roughness(words)))
  // Against it.
  add('speaks to a reader', -upTo(4, Math.max(0, who.you - who.self * 0.8) * per * 0.9))
  add('in general', -upTo(2.5, Math.max(0, who.general * per - 1.5) * 0.5))
  add('tells to do', -upTo(isReported ? 1 : 3.5, (imperatives(words) / Math.max(4, lines)) * 10))
  // A report of an incident has the headings of an article, and names the machines.
  const mostOfArticle = isReported ? 1 : isIncident && what.machines >= 1.5 ? 2 : 6
  add('article', -upTo(mostOfArticle, articleHeadings(text) * 2))
  add('headings', -upTo(2, Math.max(0, otherHeadings(text) - 2) * 0.4))
  add('lesson', saysLesson(text) ? -4 : 0)
  add('other shape', isOtherShape(text) ? -6 : 0)
  add('patch', isPatch(text) || isTitledOtherwise(text) ? -12 : 0)
  add('placeholders', -upTo(2.5, placeholders(text) * (who.self > 0 ? 0.2 : 0.7)))
  add('title', isTitledManual(text) ? -3 : 0)
  add('answer', isAnswer(text) ? -4 : 0)
  add('questions and answers', isQuestionsAndAnswers(text) ? -3 : 0)
  add('invented', isInvented(text) ? -3 : 0)
  add('exam', isExam(text) ? -4 : 0)
  add('exercise', isExercise(text) || (who.self === 0 && isTaskSheet(text)) ? -12 : 0)
  add('sales', -upTo(5, sales(text) * 1.5))
  add('plan', -upTo(3, plans(words) * per * 1.2))
  add('examples', -upTo(3, examples(words) * 0.7))
  add('school', -upTo(4, lessons(words) * 1.2 * Math.min(1, per * 1.5)))
  add('licence', isLicence(text) ? -4 : 0)
  add('tale', -upTo(5, Math.max(0, speeches(text) - 1) * 2))
  add('long', isLong ? -upTo(2, who.words / 2000) : 0)
  // Who writes two lines has no room for more; what teaches needs it.
  if (who.words < fewWords && signs.every(({ weight }) => weight > 0) && signs.some(isClear)) add('short', 1)
  return signs
}

/** Names of programs are small wherever they stand. */
const startsSmall =
  /^[^\p{L}]{0,4}(?!(?:pcs|crm|ls|df|ps|sos|sosreport|corosync|pacemaker|cat|grep|systemctl|journalctl|ip|ssh)(?![\p{L}]))\p{Ll}/u
/** Whoever writes down something in a hurry leaves out capitals and stops. */
function roughness(text: string): number {
  const lines = text.split('\n').filter(line => /\p{L}{2}.*\p{L}{2}/u.test(line))
  if (lines.length === 0) return 0
  const small = lines.filter((line, i) => startsSmall.test(line) && (i === 0 || !/[\p{Ll},]$/u.test(lines[i - 1]!))).length
  return (small / lines.length) * 1.5 + (/[!?]{2}|\.{3}|…|:\)|;\)/.test(text) ? 0.7 : 0)
}

const sumOf = (signs: readonly Sign[]) => signs.reduce((sum, { weight }) => sum + weight, 0)
export const weightOf = (head: string): number => sumOf(signsOf(head))
/** Whether a text is of a school, or of machines that do not exist, whatever else it says. */
export const isOfSchool = (head: string): boolean =>
  signsOf(head).some(({ what, weight }) => (what === 'school' && weight <= -3) || what === 'invented' || what === 'exercise')
/** Whether somebody tells in a text what happened to a system of their own. */
export const isAccountOfOwn = (head: string): boolean => weightOf(head) >= enough
/** The same where lines of logs stand between the words: they are somebody's, when anything says so. */
export function isAccountWithLogs(head: string): boolean {
  const signs = signsOf(head)
  return signs.some(isClear) && sumOf(signs) >= enough - 0.25
}
