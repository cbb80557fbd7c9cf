/** Chats, work notes and notes by hand: lines with the time at which somebody wrote them. */

const date = String.raw`(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})`
const clock = String.raw`\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?`
const name = String.raw`[\p{L}+][\p{L}\w .+'-]{0,40}`
const chats = [
  // WhatsApp, Teams, work notes of a ticket.
  String.raw`\[?${date},? ${clock}(?: [A-Z]{3,4})?(?:\]| -) ${name}: \S`,
  String.raw`\[${clock}\] ${name}: \S`,
  // IRC and the like.
  String.raw`(?:(?:${date} )?\[?${clock}\]? )?<[ @+]?[A-Za-z][\w.|-]{1,30}> (?![^\n]*</)\S`,
  // Telegram and Slack put the time behind the name.
  String.raw`${name}, \[${date} ${clock}\]`,
  String.raw`[\w.-]{2,30} {1,2}\[?${clock}\]?\s*$`,
]
const chat = new RegExp(`^(?:${chats.join('|')})`, 'gmu')
/** Two words at least, and no head of a table: measures have times as well. */
const note =
  /^[\s>*•#-]{0,8}\d{1,2}[:h]\d\d(?::\d\d)?[ \t:,–-]+(?!.{0,400}(?:%\w|\w\/s\b))(?=\S{0,40}[\p{L}"'`„“«])(?=[^|\n]{0,120}?\p{L}{2,}[^|\n]{0,120}?[\s:,]\S{0,40}\p{L}{2,})/gmu
const leastLines = 3

/** Whether the beginning of a text is what several people wrote to each other, with times. */
export const isChat = (head: string): boolean => (head.match(chat)?.length ?? 0) >= leastLines
/** Whether it is a list of what somebody did and saw, each with its time. */
export const isNotes = (head: string): boolean => (head.match(note)?.length ?? 0) >= leastLines
