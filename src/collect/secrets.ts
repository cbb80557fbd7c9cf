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
const sep = '["\']?[[:space:]]*[=:][[:space:]]*'
const value = `("([^"\\]|\\\\.)*"|'[^']*'|[^][:space:],;"'<>]+)`
/** A token that is a number is a time of corosync. */
const noNumber = `("[^"]*"|'[^']*'|[^][:space:],;"'<>]*[^][:space:][:digit:],;"'<>][^][:space:],;"'<>]*)`
/** Programs that take a password as a short option. */
const tools = '(fence_|ipmitool|mysql|maria|psql|curl|wget|sshpass|ldap|smbclient|snmp|redis|pcs)'

const s = (pattern: string, to: string): string => `s~${pattern}~${to}~g`

/** Only lines with such a word are looked at closely: logs are large and sed is not quick. */
const skip = `/${anyCase('(pass|pwd|secret|token|credential|community|key|auth|bearer|private)')}|:\\/\\/| -[pPuwAc]/!b`

const everywhere: readonly string[] = [
  s(`(<nvpair [^>]*name=["'][^"']*${likely}[^>]* value=)("[^"]*"|'[^']*')`, `\\1"${dropped}"`),
  s(`(<nvpair [^>]*value=)("[^"]*"|'[^']*')([^>]* name=["'][^"']*${likely})`, `\\1"${dropped}"\\3`),
  // How pacemaker logs that a setting was changed.
  s(`(${likely}[^@]*@value=).*`, `\\1${dropped}`),
  s(`([[:alpha:]][[:alnum:]+.-]*://[^[:space:]/:@]*:)[^[:space:]/]*@`, `\\1${dropped}@`),
  s(`(${anyCase('(bearer|basic)')} +)[[:alnum:]+/=_.-]{8,}`, `\\1${dropped}`),
  s(`-----BEGIN[A-Z ]* KEY-----.*`, dropped),
]
const inText: readonly string[] = [
  s(`(${surely}${nameEnd}${sep})${value}`, `\\1${dropped}`),
  s(`(${token}${nameEnd}${sep})${noNumber}`, `\\1${dropped}`),
  s(`(--?[[:alnum:]_-]*(${surely}|${token})[[:alnum:]_-]*[= ]+)${value}`, `\\1${dropped}`),
  s(`(${tools}.* -[pP] *)${value}`, `\\1${dropped}`),
]
/** Where a value may hold blanks, all that follows goes. */
const restOfLine = (names: string): string => s(`(${names}${nameEnd}${sep}).*`, `\\1${dropped}`)
const spoken = s(`(${surely}|${token})( +)${value}`, `\\1 ${dropped}`)

/** The filters by which everything passes before it is written, each a sed program: no raw text ever reaches a disk. */
const filters = {
  /** Logs: only the value goes. */
  text: [...everywhere, ...inText],
  /** Settings and answers of programs. */
  settings: [
    ...everywhere,
    restOfLine(anyCase('(pass|pwd|secret|token|credential|community|private|(auth|api|_|-)?key)')),
    ...inText,
    spoken,
  ],
  /** Lists of processes: after an option that takes a secret, the rest of the line. */
  arguments: [
    ...everywhere,
    s(`((^|[[:space:]])--?[[:alnum:]_-]*${likely}${nameEnd}[= ]).*`, `\\1${dropped}`),
    s(`((-p|--(set-)?parameter)[ =]+[^ ]*${likely}[^ ]* ).*`, `\\1${dropped}`),
    s(`(${tools}.* -[pPuwAc]).*`, `\\1${dropped}`),
    restOfLine(`(${surely}|${token})`),
    ...inText,
  ],
  /** Corosync calls one of its times "token", so that name is none here. */
  corosync: [
    ...everywhere,
    s(`(${surely}|(^|[._[:space:]-])key)(${nameEnd}( \\([a-z0-9]+\\))?[[:space:]]*[=:][[:space:]]*).*`, `\\1 = ${dropped}`),
  ],
  /** The CIB. */
  xml: [...everywhere, ...inText, spoken],
} as const

export type Filter = keyof typeof filters

/** One shell function for each filter. */
export function filterFunctions(): string {
  return Object.entries(filters)
    .map(([name, lines]) => `hide_${name}() {\n  sed -E ${[skip, ...lines].map(line => `\\\n    -e ${shellQuote(line)}`).join(' ')}\n}\n`)
    .join('\n')
}
