import { type Moment, momentsIn } from './moments.ts'

/** The time that a row, a turn of a chat or an entry of an export has of its own, and the date of a mail. */
export interface Stamp extends Moment {
  /** It is that of what follows, not only of its line. */
  readonly isOfHead: boolean
}

const date = '(?:\\d{1,4}[-./]\\d{1,2}(?:[-./]\\d{1,4})?|\\p{L}{2,9}\\.? \\d{1,2},?(?: \\d{4})?|\\d{1,2}\\.? \\p{L}{3,9}\\.?(?: \\d{4})?)'
/** Between the date and the time, also as cells of a row. */
const apart = '(?:[T ,;|\\t]{1,3}|"[,;]")'
const half = '(?:(?:오전|오후|上午|下午|午前|午後|中午|晚上|早上) ?)?'
const clockOf = (name: string) =>
  `(?<${name}>(?:[01]?\\d|2[0-3])(?:[:h]\\d\\d(?::\\d\\d)?|\\.\\d\\d(?=\\s))(?:[.,]\\d{1,6})?(?: ?[AaPp]\\.?[Mm]\\b)?)(?!\\d|[.,]\\d| ?-->)`
const clock = clockOf('time')
const row = new RegExp(
  `^[^\\p{L}\\d]{0,10}(?:(?!(?:[Kk]l|[Oo]m|[Uu]m|[Aa]t|[Àà]s|[Vv]e?|[Вв]|[Oo])(?!\\p{L}))\\p{L}{2,3}\\.? )?(?:${date}${apart})?${half}${clock}`,
  'u',
)
const entry = new RegExp(
  `"(?:ts|time|timestamp|date|created\\w*|when|ora|data|hora|fecha|heure|date|uhrzeit|zeit|datum|tijd|tid|czas|čas|datum|saat|время|дата|时间|時刻|시간)": ?"[^"]{0,24}?[T ]${clock}`,
  'u',
)
const head = new RegExp(
  `^[\\s>]{0,8}[\\p{L} ]{2,16}[:：] .{0,40}?(?:\\b(?:19|20)\\d\\d\\b|\\d{1,2}[./]\\d{1,2}).{0,12}?${clock}\\s*(?:[+-]\\d{4}.{0,8})?$`,
  'u',
)
/** Who speaks stands before the time: `[Kim, 08:20] started`, `<kim 08:20>`, `Kim (08:20): started`. */
const name = '\\p{L}[\\p{L}\\d._-]{0,24}(?: [\\p{L}\\d(][\\p{L}\\d._()-]{0,24}){0,3}'
const turn = new RegExp(
  `^[\\s>*-]{0,8}(?:[[<(] ?${name}(?:,| [-–|@]|:)? (?:${date}[T ,]{1,2})?${clock} ?[\\])>]:?|${name} [[(](?:${date}[T ,]{1,2})?${clockOf('first')}[\\])]:|${name},? [[(](?:${date}[T ,]{1,2})?${clockOf('own')}[\\])]\\s*$|${name},?\\s{1,3}(?:${date}[T ,]{1,2})?${half}${clockOf('last')}\\s*$|\\[${name}\\] \\[${half}${clockOf('kakao')}\\])`,
  'u',
)
/** Behind it there is no more than a name: the line is the head of what follows. */
const nothingMore = /^[^\p{L}]{0,6}(?:\p{L}[\p{L}.'-]{0,20}[\s,:()]{0,3}){0,3}$/u

const timeIn = (groups: RegExpExecArray['groups']) => groups && (groups.time ?? groups.first ?? groups.own ?? groups.last ?? groups.kakao)

export function stampOf(line: string): Stamp | undefined {
  const match = row.exec(line) ?? turn.exec(line) ?? entry.exec(line) ?? head.exec(line)
  const time = timeIn(match?.groups)
  const [moment] = time === undefined ? [] : momentsIn(`${time} `)
  if (!match || !moment) return undefined
  const end = match.index + match[0].length
  return { ...moment, start: match.index, end, isOfHead: head.test(line) ? false : nothingMore.test(line.slice(end)) }
}

/** The head of a mail tells when it was written, and nothing else. */
export const isHead = (line: string): boolean => head.test(line)
