/** Lines that carry a mark of the way they took: colours of a terminal, `> ` of a mail, `node01: ` of a tool that asks many nodes. */

/** Sequences that colour, move, or name the window: CSI, OSC, and two-character ones. */
const terminal = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,500}(?:\u0007|\u001b\\)|[()][A-Z0-9]|[=>78MDEH])/g

/** `script` writes down what a terminal got; other texts may have colours, which every line is freed of anyway. */
export const isTypescript = (head: string): boolean => head.startsWith('Script started') || head.includes('\u001b]')

/** What a terminal showed in the end: what was typed and taken back is gone. */
function asShown(line: string): string {
  const text = line.replace(terminal, '')
  if (!text.includes('\b')) return text
  const left: string[] = []
  for (const letter of text) {
    if (letter === '\b') left.pop()
    else left.push(letter)
  }
  return left.join('')
}

/** Before a line that a mail or a note quotes. */
export const quote = /^(?:[>|] ?){1,6}/
const mailHead = /^(?:from|to|subject|date|sent|von|betreff): \S/im
const answer = /^.{0,120}(?:wrote|writes|schrieb|a écrit|escribió|ha scritto).{0,60}:\s*$/m

/** Whether much of a mail is what it answers to. */
export function isQuotedMail(head: string): boolean {
  if (!head.includes('\n> ') || !(mailHead.test(head) || answer.test(head))) return false
  const lines = head.split('\n').filter(line => line.trim() !== '')
  return lines.filter(line => line.startsWith('>')).length * 4 >= lines.length
}

const asked = /^([A-Za-z][\w.-]{0,80}): ?/
/** The first line, or the one below the command. */
const begun = /^(?:\S{0,80}[#$] .{0,300}\n)?[A-Za-z][\w.-]{0,80}: /
/** A few nodes, each with more than a line. */
const mostNodes = 64

/** Whether every line tells which node it came from, as pdsh and clush print them. */
export function isFromNodes(head: string): boolean {
  if (!begun.test(head)) return false
  const lines = head.split('\n', 400).filter(line => line.trim() !== '' && !/^\S*[$#] /.test(line))
  const names = lines.map(line => asked.exec(line)?.[1])
  const nodes = new Set(names)
  if (lines.length < 4 || nodes.has(undefined) || nodes.size > mostNodes) return false
  return nodes.size * 2 <= lines.length && [...nodes].every(name => /\d/.test(name!))
}

/** Each takes one kind of mark off a line. */
export const withoutMark = {
  terminal: asShown,
  quote: (line: string) => line.replace(quote, ''),
  node: (line: string) => line.replace(asked, ''),
}
