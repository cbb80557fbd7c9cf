import { commandHint, commandRules, dropped, gap, settingHint, settingRules, value } from './secret-commands.ts'
import type { SecretRule } from './secret-pattern.ts'

/**
 * What is a secret, for everything that looks for one: `avert` itself ("read") and the filters of the collector, which know
 * what they read and so can be stricter. Secrets are removed, never mapped.
 */
export type SecretPlace = 'read' | 'text' | 'settings' | 'arguments' | 'corosync' | 'xml'

const surely =
  '(passw(or)?d|passphrase|passcode|secret|credential|community|authtok|bindpw|rootpw|company_?code|(auth|access|api|private|maintenance|uninstall|registration|activation|provisioning)[_-]?(key|token))'
/** In settings a shorter name is enough; there nothing is lost when one too many is dropped. */
const likely = '(pass|pwd|secret|token|credential|community|private|auth|key)'
const separator = `["']?( \\([a-z0-9]+\\))?\\s*[=:]\\s*`
const any = (find: string, to = `$1${dropped}`): SecretRule => ({ find, to, anyCase: true })
/** A token that is a number is a time of corosync. */
const noNumber = `("[^"]*[^"\\dms ][^"]*"|'[^']*[^'\\dms ][^']*'|\\d*([^\\s\\d"'<>,;.)ms[]|\\[[^d]|s[\\w-]|m[^\\s"'<>,;.)s]|ms\\w)[^\\s"'<>]*(["'<>][^\\s"'<>/=,;:)}\\]]+)*)`
/** Programs whose short options are not looked at one by one in lists of processes. */
const tools = '(fence_|ipmitool|mysql|maria|psql|curl|wget|sshpass|ldap|smbclient|snmp|redis|pcs)'

/** Whatever is read. */
const everywhere: readonly SecretRule[] = [
  any(`(<nvpair [^>]*name=["'][^"']*${likely}[^>]* value=)("[^"]*"|'[^']*')`, `$1"${dropped}"`),
  any(`(<nvpair [^>]*value=)("[^"]*"|'[^']*')([^>]* name=["'][^"']*${likely})`, `$1"${dropped}"$3`),
  any(`(<[\\w:.-]*(${surely}|pwd)>)[^<]+`),
  // How pacemaker logs that a setting was changed.
  any(`(${likely}[^@]*@value=).*`),
  { find: '(//[^\\s/:@]*:)[^\\s/]*@', to: `$1${dropped}@` },
  any(`(exit-?reason=["'][^"']*(${surely}|token)[: ]+)[^\\s"']+`),
  any('((^|[^\\w])(bearer|basic) +)[\\w+/=.-]{8,}'),
  { find: '(^|[^\\w])eyJ[\\w-]{10,}\\.[\\w-]+\\.[\\w-]+', to: `$1${dropped}` },
  any('\\$[0-9a-z]{1,4}\\$[\\w./$,=-]{20,}', dropped),
  any(`((^|[\\s"'=(,{;|&[])--?([\\w-]*(${surely}|token)[\\w-]*|([\\w-]*[_-])?(pw|psk)|[\\w-]*(pass|pwd))${gap})${value}`),
  any(`(([_.-](pass|pwd|pw|psk)|(^|[\\s"',;([{])psk)["']?\\s*[=:]\\s*)${value}`),
  // The working directory of a process has that name, too.
  any(`((^|[\\s"',;([{&?])(pass|pwd|pw)["']?=["']?)[^\\s"'<>/[][^\\s"'<>]*`),
  // The public half still names its owner.
  {
    find: '((^|[^\\w])(ssh-(rsa|dss|ed25519)|ecdsa-sha2-[\\w-]+) )[A-Za-z0-9+/=]{40,}( [^\\s[]\\S*)?',
    to: `$1${dropped}`,
  },
]
const key = any(`((^\\s*|\\.)(private_)?key( \\([a-z0-9]+\\))?\\s*[=:]\\s*)\\S.*`)
const token = any(`(token[\\w.-]*${separator})${noNumber}`)
const named = any(`(${surely}[\\w.-]*${separator})${value}`)
/** Where a value may hold blanks, all that follows goes. */
const restOfLine = (names: string): SecretRule => any(`(${names}[\\w.-]*${separator}).*`)

const own: Readonly<Record<SecretPlace, readonly SecretRule[]>> = {
  read: [named, token, key],
  text: [restOfLine(surely), token, key],
  /** Settings and answers of programs. */
  settings: [restOfLine('(pass|pwd|secret|token|credential|community|private|(auth|api|_|-)?key)'), any(`((${surely}|token) +)${value}`)],
  /** Lists of processes: after an option that takes a secret, the rest of the line. */
  arguments: [
    any(`((^|\\s)--?[\\w-]*${likely}[\\w.-]*[= ]).*`),
    any(`((-p|--(set-)?parameter)[ =]+[^ ]*${likely}[^ ]* ).*`),
    { find: `(${tools}.* -[pPuwAc]).*`, to: `$1${dropped}` },
    restOfLine(`(${surely}|token)`),
  ],
  /** Corosync calls one of its times "token", so that name is none here. */
  corosync: [any(`((${surely}|(^|[._\\s-])key)[\\w.-]*( \\([a-z0-9]+\\))?\\s*[=:]).*`, `$1 ${dropped}`)],
  xml: [any(`((${surely}|token)[\\w.-]*${separator})${value}`), any(`((${surely}|token)[: ]+)${value}`)],
}

/** Looked for before anything else: logs are large. */
const plainHint = '//|\\$[0-9a-z]{1,4}\\$|eyJ|BEGIN|pw|psk'
const anyCaseHint = 'pass|pwd|secret|token|credential|community|key|auth|bearer|basic|private|company'

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
    settings: settingRules,
    own: own[place],
  }
}
