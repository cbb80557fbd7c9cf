import { hostPrompt } from '../lines/prompt.ts'
import type { Reading } from '../model.ts'
import { readers } from './index.ts'
import { isFor, looked, type ReaderContext, type Spot, spotsOf } from './reader.ts'

/** Marks of a mail and blanks that stand before every line of what somebody put into a text. */
const quoted = String.raw`(?<lead>[>|\s]{0,12})`
/** What people ask a node with, and what its answer can be read from. */
const known =
  '(?:pcs|crm(?:_[a-z]+)?|cibadmin|corosync(?:-[a-z]+)?|pacemakerd|rpm|yum|dnf|ps|systemctl|ls(?:mod|of)|free|df|mount|findmnt|uname|hostnamectl|auditctl|mdatp|sar|mpstat|ip|cat|more|less|date|uptime|timedatectl|chronyc)'
const command = String.raw`(?<command>(?:(?:sudo|time|LC_ALL=\S{1,12}|LANG=\S{1,12}) )*(?:/(?:usr/)?s?bin/)?${known}(?: [^\n]{0,300})?)`
const sure = new RegExp(String.raw`^${quoted}${hostPrompt}(?<command>\S[^\n]{0,300})?$`)
/** `# `, `$ `, `+ `, `=== … ===`: only before a command that is known. */
const bare = new RegExp(`^${quoted}(?:[#$%❯+] ?|[#=*-]{2,80} ?)${command}$`)
/** ansible names the host, and so do those who print one host after the other. */
const ofHost = new RegExp(String.raw`^${quoted}(?<one>[A-Za-z][\w.-]{0,62}) \| (?:CHANGED|SUCCESS|FAILED!?) (?:\| rc=\d+ >>|=> \{)\s*$`)

interface Output {
  readonly host: string | undefined
  /** What sosreport would call it: readers go by names where content says too little. */
  readonly path: string
  /** It went through another command, so that a part of it may be missing. */
  readonly isCut: boolean
  /** The line above its text. */
  readonly line: number
  readonly text: string
}

/** Read wherever they stand, made of several files, or joined with what other files of the same moment tell. */
const elsewhere = new Set([
  'memory',
  'sos-runtime',
  'collector-manifest',
  'collector-timed-out',
  'cluster-status-supportconfig',
  'clock',
  'uptime',
])
const mostOutputs = 500
/** That a list has nothing, or all there is, only a whole list shows. */
const needsAll = ({ key, value }: Reading) => key === 'listed.processes' || key === looked || (Array.isArray(value) && value.length === 0)

/** What several commands printed into one file, each output read as if it were a file of its own. */
export function outputs(text: string, context: ReaderContext): Reading[] {
  const found = outputsOf(text)
  if (found.length === 0) return []
  // Of one host all is; where several are told apart, each reading is of its own.
  const hosts = new Set(found.flatMap(({ host }) => host ?? []))
  const gone = removedIn(text)
  return found.flatMap(({ host, path, isCut, line, text: part }) => {
    const reader = readers.find(one => isFor(one, path, part.slice(0, 8192)))
    if (!reader || elsewhere.has(reader.name)) return []
    const node = context.node ?? (hosts.size > 1 ? host : undefined)
    const told = reader.read(part, { ...context, path, node }).filter(one => (!isCut || !needsAll(one)) && !isGone(one, gone))
    return told.map(
      (one): Reading => ({
        ...one,
        file: context.path,
        ...(one.line === undefined ? {} : { line: one.line + line }),
        // The ledger speaks of files.
        ...(one.key === 'listed.unread' ? { value: [context.path, (one.value as readonly string[])[1]!] } : {}),
      }),
    )
  })
}

/** Somebody took a package away later on, or looked for it in vain. */
const removal = /^.{0,120}?(?:\brpm -e |\b(?:yum|dnf)(?: -\w+)* (?:remove|erase) |\bpackage (?=\S+ is not installed))(.{1,300})$/gm
const removedIn = (text: string) => new Set([...text.matchAll(removal)].flatMap(([, names = '']) => names.trim().split(/\s+/)))
const isGone = ({ key, value }: Reading, gone: ReadonlySet<string>) => key === 'listed.package' && gone.has(value as string)

function outputsOf(text: string): Output[] {
  const spots = spotsOf(text)
  const heads = spots.flatMap(spot => headOf(spot) ?? []).slice(0, mostOutputs)
  let host: string | undefined
  return heads.map((head, i): Output => {
    host = head.host ?? host
    const rows = spots.slice(head.line, heads[i + 1] ? heads[i + 1]!.line - 1 : undefined)
    const shown = rows.map(({ text: row }) => (row.startsWith(head.lead) ? row.slice(head.lead.length) : row.replace(/^[>|\s]{1,12}$/, '')))
    return { host, path: pathOf(head.command), isCut: cut.test(head.command), line: head.line, text: shown.join('\n') }
  })
}

interface Head {
  readonly line: number
  readonly lead: string
  readonly host: string | undefined
  readonly command: string
}

function headOf({ line, text }: Spot): Head | undefined {
  // Most lines have none of these.
  if (!/[#$%>❯+=*|-]/.test(text.slice(0, 200))) return undefined
  const groups = (sure.exec(text) ?? bare.exec(text) ?? ofHost.exec(text))?.groups
  if (!groups) return undefined
  return { line, lead: groups.lead ?? '', host: groups.one ?? groups.two, command: plain(groups.command ?? '') }
}

/** Without what is put before a command, and without the marks that a heading has behind it. */
const plain = (command: string) =>
  command
    .replace(/\s*[#=*-]{2,80}\s*$/, '')
    .replace(/^(?:(?:sudo|time)(?: -\S+)* |[A-Z_]+=\S* )+/, '')
    .trim()

const cut = /[|;&<>`]|\$\(/
const shows = /^(?:cat|more|less) (?:-\w+ )*(\/\S+)$/

function pathOf(command: string): string {
  if (command === '' || cut.test(command)) return 'sos_commands/output'
  const file = shows.exec(command)?.[1]
  if (file !== undefined) return file.slice(1)
  return `sos_commands/${command
    .replace(/^\/(?:usr\/)?s?bin\//, '')
    .replaceAll('/', '.')
    .replaceAll(' ', '_')}`
}

/** Without what one of the others says of the same line, too: it knows more of where that comes from. */
export function without(told: readonly Reading[], others: readonly Reading[]): readonly Reading[] {
  if (others.length === 0) return told
  const idOf = ({ key, line, value }: Reading) => JSON.stringify([key, line, value])
  const known = new Set(others.map(idOf))
  return told.filter(one => one.line === undefined || !known.has(idOf(one)))
}
