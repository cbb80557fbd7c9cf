/**
 * What happened when, written down in YAML: each entry of a list has its time, who or where, and what somebody saw, in keys of its own.
 * Read as the rows of notes that they are; each stays in the line in which it begins.
 */

const key = String.raw`["']?[\p{L}_][\p{L}\p{N}_ -]{0,30}["']?`
const pair = new RegExp(String.raw`^(?<indent>\s{0,24})(?<item>- {1,3})?(?:${key}):(?: |$)(?<value>.*)$`, 'u')
const moment =
  /^["']?(?:\d{4}-\d\d-\d\d[T ])?(?<clock>\d{1,2}[:h]\d\d(?::\d\d)?)(?:\.\d{1,6})?(?: ?(?:Z|UTC|CES?T|[AP]M|[+-]\d\d:?\d\d))?["']?\s*$/
/** An entry begins with its time, or has it soon. */
const entry = new RegExp(
  String.raw`^ {0,24}- {1,3}(?:${key}: [^\n]{0,80}\n +){0,2}${key}: +["']?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}[:h]\d\d\b`,
  'gmu',
)
/** What programs are told in YAML. */
const ofProgram =
  /^[ -]{0,12}(?:apiVersion|kind|hosts|tasks|services|image|rules|groups|expr|jobs|stages|spec|handlers|roles|cron|schedule|runs-on|crontab|plays?)\s*:/m
/** Lines of a log are read as they are. */
const log = /\[\d{1,9}\]: |\[(?:TOTEM|KNET|QUORUM) *\] |\bkernel: /
/** Such keys say that it did not happen yet. */
const notYet = /expect|should|plan|todo|action|erwart|attendu|esperad|attes|verwacht|oczekiw|očekáv|ожида|期待|预期|예상/iu
const [leastEntries, mostCharacters] = [2, 4000]

/** Whether a document in YAML is what people wrote, and no settings of a program. */
export const isWrittenYaml = (head: string): boolean => !ofProgram.test(head)

/** Whether a text is a list of such entries. */
export const isYamlEntries = (head: string): boolean =>
  /^ {0,24}- {1,3}["']?\p{L}/mu.test(head) && isWrittenYaml(head) && (head.match(entry)?.length ?? 0) >= leastEntries

interface Entry {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The same text with each entry in one line, its time first. */
export function yamlEntryLines(text: string): string {
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; ) {
    const found = entryAt(lines, i)
    if (!found) {
      i++
      continue
    }
    lines[found.from] = found.text
    lines.fill('', found.from + 1, found.to)
    i = found.to
  }
  return lines.join('\n')
}

function entryAt(lines: readonly string[], from: number): Entry | undefined {
  const first = pair.exec(lines[from]!)?.groups
  if (first?.item === undefined) return undefined
  const depth = first.indent!.length + first.item.length
  const values: { name: string; value: string }[] = []
  let [to, length] = [from, 0]
  for (; to < lines.length && length < mostCharacters; to++) {
    const line = lines[to]!
    const found = pair.exec(line)?.groups
    const at = found === undefined ? -1 : found.indent!.length + (to === from ? first.item.length : 0)
    if (found && at === depth && (to === from || found.item === undefined))
      values.push({ name: line.slice(0, line.indexOf(':')), value: found.value! })
    // What is set in further goes on with the value before.
    else if (to > from && line.trim() !== '' && line.search(/\S/) > depth && found?.item === undefined)
      values.at(-1)!.value += ` ${line.trim()}`
    else break
    length += line.length
  }
  // In a block of lines each is one of its own.
  if (values.some(({ value }) => log.test(value) || /^\|[-+]?(?: |$)/.test(value))) return undefined
  const when = values.find(({ value }) => moment.test(value))
  if (!when) return undefined
  const rest = values
    .filter(one => one !== when)
    .map(({ name, value }) => (notYet.test(name) ? `${name.trim()}: ${plain(value)}` : plain(value)))
  return { from, to, text: [moment.exec(when.value)!.groups!.clock, ...rest].join(' ') }
}

const plain = (value: string) => {
  const bare = value.replace(/^>[-+]?\s+/, '').trim()
  const quoted = /^(["'])(?<inside>.*)\1$/u.exec(bare)?.groups?.inside
  return quoted === undefined ? bare : quoted.replaceAll('\\"', '"').replaceAll("''", "'")
}
