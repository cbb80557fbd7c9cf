import { dropSecrets } from '../case/secrets.ts'

/** Secrets are removed, never mapped. The collector has the same rules, written for sed. */

const dropped = '[dropped]'
const surely =
  '(?:passw(?:or)?d|passphrase|passcode|secret|credential|community|(?:auth|access|api|private|maintenance|uninstall|registration|activation)[_-]?(?:key|token))'
const likely = '(?:pass|pwd|secret|token|credential|community|private|auth|key)'
const value = `(?:"(?:[^"\\\\]|\\\\.)*"|'[^']*'|[^\\s"'<>]+)`
const separator = '["\']?(?: \\([a-z0-9]+\\))?\\s*[=:]\\s*'
const tools = '(?:fence_|ipmitool|mysql|maria|psql|curl|wget|sshpass|ldap|smbclient|snmp|redis|pcs)'

/** Only lines with such a word are looked at closely. */
const hint = /pass|pwd|secret|token|credential|community|key|auth|bearer|basic|private|\/\/|\$[0-9a-z]{1,4}\$|eyJ| -[pPuwAc]|BEGIN/i

const rules: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(<nvpair [^>]*name=["'][^"']*${likely}[^>]* value=)("[^"]*"|'[^']*')`, 'gi'), `$1"${dropped}"`],
  [new RegExp(`(<nvpair [^>]*value=)("[^"]*"|'[^']*')([^>]* name=["'][^"']*${likely})`, 'gi'), `$1"${dropped}"$3`],
  // How pacemaker logs that a setting was changed.
  [new RegExp(`(${likely}[^@]*@value=).*`, 'gi'), `$1${dropped}`],
  [/(\/\/[^\s/:@]*:)[^\s/]*@/g, `$1${dropped}@`],
  [new RegExp(`(exit-?reason=["'][^"']*(?:${surely}|token)[: ]+)[^\\s"']+`, 'gi'), `$1${dropped}`],
  [/\b((?:bearer|basic) +)[\w+/=.-]{8,}/gi, `$1${dropped}`],
  [/\beyJ[\w-]{10,}\.[\w-]+\.[\w-]+/g, dropped],
  [/\$[0-9a-z]{1,4}\$[\w./$,=-]{20,}/gi, dropped],
  [new RegExp(`(${surely}[\\w.-]*${separator})${value}`, 'gi'), `$1${dropped}`],
  // A token that is a number is a time of corosync.
  [new RegExp(`(token[\\w.-]*${separator})(?!["']?\\d+(?:ms|s)?(?:["',;.)\\s]|$))${value}`, 'gi'), `$1${dropped}`],
  [new RegExp(`(--?[\\w-]*(?:${surely}|token)[\\w-]*[= ]+)${value}`, 'gi'), `$1${dropped}`],
  [new RegExp(`(${tools}.* -[pP] *)${value}`, 'gi'), `$1${dropped}`],
  [/((?:^\s*|\.)(?:private_)?key(?: \([a-z0-9]+\))?\s*[=:]\s*)\S.*/gi, `$1${dropped}`],
  // The public half still names its owner.
  [/\b((?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[\w-]+) )[A-Za-z0-9+/=]{40,}(?: \S+)?/g, `$1${dropped}`],
]

/** Files that hold nothing else. */
export const isSecretFile = (path: string): boolean =>
  /(?:^|\/)(?:g?shadow-?|authkey|opasswd|\.netrc|\.pgpass|id_(?:rsa|dsa|ecdsa|ed25519)|ssh_host_\w+_key|[^/]+\.(?:key|keytab|p12|pfx|jks))$/.test(
    path,
  )

/** Removes secrets from the lines of one file; keys and certificates over several lines, too. The number of lines stays. */
export function secretRemover(): (line: string) => string {
  let within = false
  return line => {
    if (within) {
      const ends = /-----END [A-Z0-9 ]+-----/.test(line)
      // A log that quotes the first line of a key only must not be lost for it.
      within = !ends && (/[A-Za-z0-9+/=]{40,}\s*$/.test(line) || /^\s*(?:[A-Za-z0-9+/=]*|[A-Z][\w-]+: .*)$/.test(line))
      if (within || ends) return dropped
    }
    if (!hint.test(line)) return line
    const block = /-----BEGIN [A-Z0-9 ]*(?:KEY|CERTIFICATE|MESSAGE|SIGNATURE|PKCS7)[A-Z0-9 ]*-----/.exec(line)
    if (block) {
      within = !/-----END [A-Z0-9 ]+-----/.test(line)
      return `${line.slice(0, block.index)}${dropped}`
    }
    return dropSecrets(rules.reduce((text, [pattern, to]) => text.replace(pattern, to), line))
  }
}
