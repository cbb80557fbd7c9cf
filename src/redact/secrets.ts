import { secretsBelow } from '../case/secret-below.ts'
import { dropSecrets, mayHoldSecret } from '../case/secrets.ts'

const dropped = '[dropped]'

/** Files that hold nothing else. */
export const isSecretFile = (path: string): boolean =>
  /(?:^|\/)(?:g?shadow-?|authkey|opasswd|\.netrc|\.pgpass|\.htpasswd|pcsd\/tokens|(?:chap|pap)-secrets|ipsec\.secrets|id_(?:rsa|dsa|ecdsa|ed25519)|ssh_host_\w+_key|[^/]+\.(?:key|keytab|p12|pfx|jks))$/.test(
    path,
  )

/** Removes secrets from the lines of one file; keys and certificates over several lines, too. The number of lines stays. */
export function secretRemover(): (line: string) => string {
  let within = false
  const below = secretsBelow(mayHoldSecret)
  return raw => {
    const line = below(raw)
    if (within) {
      const ends = /-----END [A-Z0-9 ]+-----/.test(line)
      // A log that quotes the first line of a key only must not be lost for it.
      within = !ends && (/[A-Za-z0-9+/=]{40}\s*$/.test(line.slice(-200)) || /^\s*(?:[A-Za-z0-9+/=]*|[A-Z][\w-]+: .*)$/.test(line))
      if (within || ends) return dropped
    }
    if (!mayHoldSecret(line)) return line
    const block = /-----BEGIN [A-Z0-9 ]{0,40}(?:KEY|CERTIFICATE|MESSAGE|SIGNATURE|PKCS7)[A-Z0-9 ]{0,40}-----/.exec(line)
    if (block) {
      within = !/-----END [A-Z0-9 ]+-----/.test(line)
      return `${line.slice(0, block.index)}${dropped}`
    }
    return dropSecrets(line)
  }
}
