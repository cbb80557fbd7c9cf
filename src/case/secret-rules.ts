import { commandHint, commandRules, dropped, gap, settingHint, settingRules, signedValue, value } from './secret-commands.ts'
import { notBeginning, type SecretRule } from './secret-pattern.ts'
import { noSecret, noWord, shapeRules, spokenRules, structureRules, surely } from './secret-words.ts'

/**
 * What is a secret, for everything that looks for one: `avert` itself ("read") and the filters of the collector, which know
 * what they read and so can be stricter. Secrets are removed, never mapped.
 */
export type SecretPlace = 'read' | 'text' | 'settings' | 'arguments' | 'corosync' | 'xml'

/** In settings a shorter name is enough; there nothing is lost when one too many is dropped. */
const likely = '(pass|pwd|secret|token|credential|community|private|auth|key)'
/** In the text of a journal in JSON, quotes stand behind backslashes. */
const separator = `(\\\\*["']|&quot;|&#34;)?( \\([a-z0-9]+\\))?\\s*([=:]{1,2}>?|%3d|&#61;)\\s*`
const any = (find: string, to = `$1${dropped}`): SecretRule => ({ find, to, anyCase: true })
/** A token that is a number is a time of corosync. */
const noNumber = `("[\\dms ]*[^"\\dms ][^"]*"|'[\\dms ]*[^'\\dms ][^']*'|\\d*([^\\s\\d"'<>,;.)ms[]|\\[[^d]|s[\\w-]|m[^\\s"'<>,;.)s]|ms\\w)[^\\s"'<>]*(["'<>][^\\s"'<>/=,;:)}\\]]+)*)`
/** Programs whose short options are not looked at one by one in lists of processes. */
const tools = '(fence_|ipmitool|mysql|maria|psql|curl|wget|sshpass|ldap|smbclient|snmp|redis|pcs)'

/** What is said of passwords and is none. */
const noSecretOf = notBeginning(['MIN', 'MAX', 'WARN', 'CHANGE', 'ALWAYS', 'LEN', 'EXPIR', 'HIST', 'FILE', 'DIR', 'THR'])

/** Whatever is read. */
const everywhere: readonly SecretRule[] = [
  any(`(<nvpair [^<>]{0,400}name=["']([^"'<>]{0,80}${likely}|(pw|pin)["'])[^<>]{0,400} value=)("[^"]*"|'[^']*')`, `$1"${dropped}"`),
  any(`(<nvpair [^<>]{0,400}value=)("[^"]*"|'[^']*')([^<>]{0,400} name=["']([^"'<>]{0,80}${likely}|(pw|pin)["']))`, `$1"${dropped}"$3`),
  any(`(<[\\w:.-]{0,80}(${surely}|pwd)(\\s[^<>]{0,400})?>)[^<]+`),
  any(`(<[\\w:.-]{1,80}\\s[^<>]{0,400}["'][^"'<>]{0,80}(${surely}|pwd)["'][^<>]{0,400}>)[^<]+`),
  any('(-----BEGIN [a-z ]{0,40}PRIVATE KEY-----).*'),
  // How pacemaker logs that a setting was changed.
  any(`(${likely}[^@]{0,120}@value=).*`),
  any('([?&](sig|signature|key|code)=)[^\\s"\'<>&[][^\\s"\'<>&]*'),
  any('(hooks\\.slack\\.com/services/)[\\w/]+'),
  any('(jdbc:oracle:\\w+:[^\\s/@]{1,80}/)[^\\s/@[][^\\s/@]*'),
  any(`(exit-?reason=["'][^"']{0,400}(${surely}|token)[: ]+)[^\\s"']+`),
  any('(digest +username=).*'),
  any(`(authorization: *(token|negotiate|ntlm|api-?key) +|(set-)?cookie: *)[^"'\\s[][^"']*`),
  any(`(["']auth["'] *: *["'])[\\w+/=-]{8,}`),
  ...shapeRules,
  ...structureRules,
  // The customer's id with its checksum is all that a sensor of CrowdStrike needs to join.
  any(`((^|[^a-z0-9])cid["']?\\s*[=: ]\\s*["']?)[0-9a-f]{32}(-[0-9a-f]{2})?`),
  // Settings of one line, whose value may hold blanks.
  any(`(^\\s*[\\w.-]{0,80}${surely}[\\w.-]{0,80}\\s+=\\s+)([^\\s"'[]|\\[[^d]).*`),
  { ...any('(^\\s*(password|passphrase)\\s+)[^\\s"\'=:[][^\\s=:]*\\s*$'), unless: `^\\s*(password|passphrase)\\s+${noSecret}[.!]?\\s*$` },
  any(`((^|[\\s"'=(,{;|&[])--?([\\w-]{0,80}${surely}[\\w-]{0,80}|([\\w-]{0,80}[_-])?(pw|psk)|[\\w-]{0,80}(pass|pwd))${gap})${value}`),
  // Corosync's token is a time on the command lines of pcs, too.
  any(`((^|[\\s"'=(,{;|&[])--?[\\w-]{0,80}token[\\w-]{0,80}${gap})${noNumber}`),
  any(
    `(([_.-](pass|pwd|pw|psk)|(^|[\\s"',;([{])psk|(^|[^a-z])(ssh|\\w{0,80}(master|store|user|admin|root|bind|login|proxy))pass)["']?\\s*[=:]\\s*)${value}`,
  ),
  // The working directory of a process has that name, too.
  any(`((^|[\\s"',;([{&?])(pass|pwd|pw)["']?(=|\\s{0,3}:\\s{0,3}))("[^"/,:;)}][^"]*"|'[^'/,:;)}][^']*')`),
  any(`((^|[\\s"',;([{])(pass|pwd|pw)["']?\\s{0,3}:\\s{1,8})${noWord}`),
  any(`((^|[\\s"',;([{&?])(pass|pwd|pw)["']?=["']?)[^\\s"'<>/[][^\\s"'<>]*`),
  // Variables of a shell, whose name ends with what the password is for.
  {
    find: `((^|[\\s"',;([{&?])(PWD|PASS|PW)_(${noSecretOf})["']?\\s{0,3}[=:]\\s{0,3})${value}`,
    to: `$1${dropped}`,
  },
  any(
    `((^|[\\s"',;([{&?])pwd_(db|database|user|root|admin|sys|system|backup|hana|oracle|mysql|ldap|mail|smtp|http|proxy|ipmi|ilo|bmc|fence)\\w{0,40}["']?\\s{0,3}[=:]\\s{0,3})${value}`,
  ),
  // Pins of processors and boards are short numbers.
  any(`((^|[\\s"',;([{&?])((user|so)[ _-]?)?pin(-value)?["']?(\\s{0,3}[:=]|\\s{1,8}(is|ist))\\s{0,3}["']?)(\\d{4,12}|${noWord})`),
  {
    ...any(`(^\\s*["']?((user|so)[ _-]?)?pin["']?\\s*[:=]\\s*)[^\\s\\d[,][^\\s,]*\\s*(,\\s*)?$`),
    unless: 'pin["\']?\\s*[:=]\\s*["\']?(true|false|yes|no)',
  },
  any(`((^|[\\s"'=(,{;|&[])--([a-z]{1,10}-)?pin${gap})([^\\s"'<>[-]|\\[[^d])[^\\s"'<>]*`),
  // What expect types.
  { after: '(assword|assphrase|PIN)', find: `(send(\\s+--?\\w*){0,3}\\s+\\\\*["{])([^"}[]|\\[[^d])[^"}]*`, to: `$1${dropped}` },
  { find: `((^|[^\\w])send(\\s+--?\\w*){0,3}\\s+)\\\\*["{'][^"'\\s}]{1,200}\\\\[rn]\\\\*["}']`, to: `$1${dropped}` },
  // The public half still names its owner.
  {
    find: '((^|[^\\w])(ssh-(rsa|dss|ed25519)|ecdsa-sha2-[\\w-]+) )[A-Za-z0-9+/=]{40,}( [^\\s[]\\S*)?',
    to: `$1${dropped}`,
  },
]
const key = any(`((^\\s*|\\.)(private_)?key( \\([a-z0-9]+\\))?\\s*[=:]\\s*)\\S.*`)
const token = any(`(token[\\w.-]{0,80}${separator})${noNumber}`)
/** What PAM and passwd say is written like a setting. */
const saysPam = '\\(passwd:chauthtok\\): password changed for|passwd: all authentication tokens updated'
const named: SecretRule = { ...any(`(${surely}[\\w.-]{0,80}${separator})${signedValue}`), unless: saysPam }
/** Where a value may hold blanks, all that follows goes. */
const restOfLine = (names: string): SecretRule => ({ ...any(`(${names}[\\w.-]{0,80}${separator}).*`), unless: saysPam })

const own: Readonly<Record<SecretPlace, readonly SecretRule[]>> = {
  read: [named, token, key],
  text: [restOfLine(surely), token, key],
  /** Settings and answers of programs. */
  settings: [
    restOfLine(`(${surely}|pass|pwd|secret|token|credential|community|private|(auth|api|_|-)?key)`),
    any(`((${surely}|token) +)${value}`),
  ],
  /** Lists of processes: after an option that takes a secret, the rest of the line. */
  arguments: [
    any(`((^|\\s)--?[\\w-]*${likely}[\\w.-]*[= ]).*`),
    any(`((-p|--(set-)?parameter)[ =]+[^ ]*${likely}[^ ]* ).*`),
    { find: `(${tools}.* -[pPuwAc]).*`, to: `$1${dropped}` },
    restOfLine(`(${surely}|token)`),
  ],
  /** Corosync calls one of its times "token", so that name is none here. */
  corosync: [any(`((${surely}|(^|[._\\s-])key)[\\w.-]*( \\([a-z0-9]+\\))?\\s*[=:]).*`, `$1 ${dropped}`)],
  xml: [any(`((${surely}|token)[\\w.-]{0,80}${separator})${value}`), any(`((${surely}|token)[: ]+)${value}`)],
}

/** Looked for before anything else: logs are large. */
const plainHint =
  '//|\\$[0-9a-z]{1,4}\\$|eyJ|BEGIN|pw|psk|ssh-|ecdsa-|gh[pousr]_|github_pat_|glpat-|xox[a-z]-|hv[sb]\\.|A[KS]IA|jdbc:|pbkdf2|AIza|ya29|sk_(live|test)_|npm_|BQIAAA'
const anyCaseHint =
  'pass|pw|secret|token|credential|community|key|auth|bearer|basic|private|company|code|cookie|cid|sig=|signature|kennwort|contrase|identified|onboarding|(activation|customer)id|pin["\']?\\s*[:=]|pin (is|ist) |-pin|\\\\[rn]\\\\*["}\']'

/** Lines without `hint` hold no secret; those without that of the commands, none in one. */
export interface SecretRules {
  readonly hint: { readonly plain: string; readonly anyCase: string }
  readonly first: readonly SecretRule[]
  readonly commands: { readonly hint: string; readonly rules: readonly SecretRule[] }
  readonly settings: readonly SecretRule[]
  readonly own: readonly SecretRule[]
}

/** The rules for one place, in their order. Commands come before what is broad: "token set X" is no token called "set". */
export function secretRules(place: SecretPlace): SecretRules {
  return {
    hint: { plain: `${plainHint}|${commandHint}`, anyCase: `${anyCaseHint}|${settingHint}` },
    first: everywhere,
    commands: { hint: commandHint, rules: commandRules },
    settings: [...settingRules, ...spokenRules],
    own: own[place],
  }
}
