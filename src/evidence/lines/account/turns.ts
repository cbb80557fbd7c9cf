/** Chats, work notes and notes by hand: lines with who wrote them, or with the time at which somebody wrote them. */

const date = String.raw`(?:\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})`
const clock = String.raw`\d{1,2}:\d\d(?::\d\d)?(?: ?[APap]\.?[Mm]\.?)?`
const name = String.raw`[\p{L}+@][\p{L}\w .+'()@-]{0,40}`
const chats = [
  // WhatsApp, Teams, work notes of a ticket.
  String.raw`\[?${date},? ${clock}(?: [A-Z]{3,4})?(?:\]:?| -)? ${name}[:：] ?\S`,
  String.raw`[\[(]?${clock}[\])]? ${name}[:：] ?\S`,
  // IRC and the like.
  String.raw`(?:(?:${date} )?[\[(]?${clock}[\])]? )?<[ @+]?[\p{L}][\p{L}\w.|-]{1,30}> (?![^\n]*</)\S`,
  // Telegram and Slack put the time behind the name.
  String.raw`${name}, \[${date},? ${clock}\]`,
  String.raw`(?=\S)${name}(?: {1,3}|\t)\[?(?:${date},? )?${clock}\]?\s*$`,
  // An export in JSON, one turn in a line: programs log a level or a host as well.
  String.raw`\s{0,8}\{(?![^\n]*"(?:level|severity|host|pid)")(?=[^\n]*"(?:user|author|nick|sender|from)": ?"\p{L})(?=[^\n]*"(?:ts|time|date|created\w*)": ?"?\d)[^\n]*"(?:msg|text|body)": ?"`,
]
const chat = new RegExp(`^(?:${chats.join('|')})`, 'gmu')
/** Two words at least, and no head of a table: measures have times as well. */
const note =
  /^[\s>*•#|-]{0,8}(?:\d{1,2}[:h.]\d\d(?::\d\d)?|\d{4}h?)(?: ?[-–] ?\d{1,2}[:h.]\d\d)?[ \t:,–|-]+(?!.{0,400}(?:%\w|\w\/s\b))(?=\S{0,40}[\p{L}"'`„“«])(?=[^\n]{0,160}?\p{L}{2,}[^\n]{0,160}?[\s:,]\S{0,40}\p{L}{2,})/gmu
const eastAsianNote = /^[\s>*•#|-]{0,8}\d{1,2}[:：]\d\d(?::\d\d)?.{0,20}[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/gm
const leastLines = 3

/** Whether the beginning of a text is what several people wrote to each other, with times. */
export const isChat = (head: string): boolean => countOf(head, chat) >= leastLines || hasSpeakers(head)
/** Whether it is a list of what somebody did and saw, each with its time. */
export const isNotes = (head: string): boolean => countOf(head, note) >= leastLines || countOf(head, eastAsianNote) >= leastLines

/** Who speaks, where no time is told: a name, and words behind it. */
const turn =
  /^\s{0,2}(?!https?:|\w+:\/\/)(\p{L}[\p{L}\w.-]{1,20}(?: \p{Lu}[\p{L}.]{0,15})?)[:：] ?(?=[^\n]{0,80}\p{L}{2,}[^\n]{0,80}\p{L}{2})/gmu
/** Two or three people, of whom one speaks more than once; keys of settings and messages of programs come once, or with a file. */
function hasSpeakers(head: string): boolean {
  const turns = new Map<string, number>()
  let count = 0
  for (const [, who] of head.matchAll(turn)) {
    turns.set(who!, (turns.get(who!) ?? 0) + 1)
    count++
  }
  const lines = head.split('\n').filter(line => line.trim() !== '').length
  return (
    count >= 4 &&
    turns.size >= 2 &&
    turns.size <= count / 2 + 1 &&
    count * 10 >= lines * 6 &&
    ![...turns.keys()].some(who => ofProgram.test(who))
  )
}
const ofProgram =
  /\d$|\.(?:c|h|py|rb|js|ts|sh|conf|service)$|^(?:error|warning|note|info|debug|usage|Q|A|question|answer|interviewer|candidate|teacher|student|trainer)$/i

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
