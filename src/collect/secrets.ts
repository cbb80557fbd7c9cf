import { shellQuote } from '../plan/shell.ts'

/** Basic sed knows no "ignore case" that every system shares, so each letter is written twice. */
const anyCase = (pattern: string): string => pattern.replace(/[a-z]/g, letter => `[${letter.toUpperCase()}${letter}]`)

const dropped = '[dropped]'
const surely = anyCase(
  '(passw(or)?d|passphrase|passcode|secret|credential|community|(auth|access|api|private|maintenance|uninstall|registration|activation)[_-]?(key|token))',
)
const token = anyCase('token')
/** In settings a shorter name is enough; there nothing is lost when one too many is dropped. */
const likely = anyCase('(pass|pwd|secret|token|credential|community|private|auth|key)')
const nameEnd = '[[:alnum:]_.-]*'
const sep = '["\']?( \\([a-z0-9]+\\))?[[:space:]]*[=:][[:space:]]*'
/** What begins with a quote ends with one; anything else ends with a blank. */
const value = `("([^"\\]|\\\\.)*"|'[^']*'|[^[:space:]"'][^[:space:]]*)`
/** Within an attribute of XML, which must stay one. */
const xmlValue = `('[^'<>"]*'|[^[:space:]"'<>]+)`
/** A token that is a number is a time of corosync. */
const noNumber = `("[^"]*"|'[^']*'|[[:digit:],;.]*[^[:space:][:digit:],;.)"'][^[:space:]]*)`
/** Programs that take a password as a short option. */
const tools = '(fence_|ipmitool|mysql|maria|psql|curl|wget|sshpass|ldap|smbclient|snmp|redis|pcs)'

const s = (pattern: string, to: string): string => `s~${pattern}~${to}~g`

/** Only lines with such a word are looked at closely: logs are large and sed is not quick. */
const skip = `/${anyCase('(pass|pwd|secret|token|credential|community|key|auth|bearer|private)')}|\\/\\/| -[pPuwAc]/!b`

const everywhere: readonly string[] = [
  s(`(<nvpair [^>]*name=["'][^"']*${likely}[^>]* value=)("[^"]*"|'[^']*')`, `\\1"${dropped}"`),
  s(`(<nvpair [^>]*value=)("[^"]*"|'[^']*')([^>]* name=["'][^"']*${likely})`, `\\1"${dropped}"\\3`),
  // How pacemaker logs that a setting was changed.
  s(`(${likely}[^@]*@value=).*`, `\\1${dropped}`),
  s(`(//[^[:space:]/:@]*:)[^[:space:]/]*@`, `\\1${dropped}@`),
  s(`(exit-?reason=["'][^"']*(${surely}|${token})[: ]+)[^[:space:]"']+`, `\\1${dropped}`),
  s(`(${anyCase('(bearer|basic)')} +)[[:alnum:]+/=_.-]{8,}`, `\\1${dropped}`),
  s(`-----BEGIN[A-Z ]* KEY-----.*`, dropped),
]
const options = (of: string): string => s(`(--?[[:alnum:]_-]*(${surely}|${token})[[:alnum:]_-]*[= ]+)${of}`, `\\1${dropped}`)
const toolOptions = (of: string): string => s(`(${tools}.* -[pP] *)${of}`, `\\1${dropped}`)
/** Where a value may hold blanks, all that follows goes. */
const restOfLine = (names: string): string => s(`(${names}${nameEnd}${sep}).*`, `\\1${dropped}`)

/** The filters by which everything passes before it is written, each a sed program: no raw text ever reaches a disk. */
const filters = {
  /** Logs. */
  text: [
    ...everywhere,
    restOfLine(surely),
    s(`(${token}${nameEnd}${sep})${noNumber}`, `\\1${dropped}`),
    options(value),
    toolOptions(value),
  ],
  /** Settings and answers of programs. */
  settings: [
    ...everywhere,
    restOfLine(anyCase('(pass|pwd|secret|token|credential|community|private|(auth|api|_|-)?key)')),
    options(value),
    toolOptions(value),
    s(`((${surely}|${token}) +)${value}`, `\\1${dropped}`),
  ],
  /** Lists of processes: after an option that takes a secret, the rest of the line. */
  arguments: [
    ...everywhere,
    s(`((^|[[:space:]])--?[[:alnum:]_-]*${likely}${nameEnd}[= ]).*`, `\\1${dropped}`),
    s(`((-p|--(set-)?parameter)[ =]+[^ ]*${likely}[^ ]* ).*`, `\\1${dropped}`),
    s(`(${tools}.* -[pPuwAc]).*`, `\\1${dropped}`),
    restOfLine(`(${surely}|${token})`),
  ],
  /** Corosync calls one of its times "token", so that name is none here. */
  corosync: [...everywhere, s(`((${surely}|(^|[._[:space:]-])key)${nameEnd}( \\([a-z0-9]+\\))?[[:space:]]*[=:]).*`, `\\1 ${dropped}`)],
  /** The CIB. */
  xml: [
    ...everywhere,
    s(`((${surely}|${token})${nameEnd}[[:space:]]*=[[:space:]]*)"[^"]*"`, `\\1"${dropped}"`),
    s(`((${surely}|${token})${nameEnd}[[:space:]]*=[[:space:]]*)${xmlValue}`, `\\1${dropped}`),
    options(xmlValue),
    toolOptions(xmlValue),
    s(`((${surely}|${token})[: ]+)${xmlValue}`, `\\1${dropped}`),
  ],
} as const

export type Filter = keyof typeof filters

/** One shell function for each filter. */
export function filterFunctions(): string {
  return Object.entries(filters)
    .map(([name, lines]) => `hide_${name}() {\n  sed -E ${[skip, ...lines].map(line => `\\\n    -e ${shellQuote(line)}`).join(' ')}\n}\n`)
    .join('\n')
}
