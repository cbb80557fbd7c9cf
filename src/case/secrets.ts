const secret =
  /\b((?:[\w.-]*(?:passw(?:or)?d|passphrase|secret|authkey|api[_-]?key|maintenance[_-]?token|auth[_-]?token|uninstall[_-]?token))["']?\s*(?:=|:|\s(?=\S{8,}$))\s*)(?:"[^"]*"|'[^']*'|\S+)/gi
const option = /(--(?:maintenance-?token|token|passw(?:or)?d|passphrase|secret)(?:=|\s+))\S+/gi
const userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:)[^\s/@]+@/gi

/** Removes what looks like a password, key or maintenance token. Times such as `token: 3000` stay. */
export function dropSecrets(text: string): string {
  return text.replace(option, '$1[dropped]').replace(secret, '$1[dropped]').replace(userInfo, '$1[dropped]@')
}
