import { dropped, value } from './secret-commands.ts'
import type { SecretRule } from './secret-pattern.ts'

/** What a secret is called, in any case. */
export const surely =
  '(passw(or)?[dt]|kennwort|mot de passe|contrase(n|\\S{1,2})a|passphrase|passcode|secret|credential|community|authtok|(root)?bindpw|rootpw|client-key-data|(auth|access|account|api|private|shared|encryption|signing|licen[cs]e|product|maintenance|uninstall|registration|activation|provisioning|onboarding|enroll?ment|company)[ _-]?(key|token|signature|codes?))'

const any = (find: string, to = `$1${dropped}`): SecretRule => ({ find, to, anyCase: true })

/** What people call one in a sentence; "passwd joe" is a command. */
const spoken = '(passwor[dt]|kennwort|mot de passe|contrase(n|\\S{1,2})a|passphrase|passcode|community|authkey|pwd|pw)'
const said = `(^|[^\\w/-])${spoken}`
const whose = '(\\s{1,8}is\\s{1,8}generated)?(\\s{1,8}(for|of|f.{1,2}r)\\s{1,8}[^\\s:"\'<>]{1,80})?'
/** Letters with digits or signs among them: no word of a sentence looks like that. */
const rest = `[^\\s"'<>=(]*`
const some = `[^\\s"'<>=(]{0,200}`
export const noWord = `([A-Za-z]${some}[\\d!@#*+^]|[\\d!@#*+^]${some}[A-Za-z])${rest}`
const quotedWord = `("[^\\s"',;:}\\])>/][^"\\\\]*"|'[^\\s"',;:}\\])>/][^'\\\\]*'|\\\\+"[^\\s"',;:}\\])>/\\\\][^"\\\\]*\\\\+")`
/** Words that follow "password is" in sentences that tell none. */
export const noSecret =
  '(a|about|again|all|already|also|an|asked|at|authenticat\\w*|based|being|blank|case|chang\\w*|correct\\w*|database|default|different|disabled|empty|enabled|encrypted|exactly|expir\\w*|for|found|generated|going|gone|good|hashed|here|hidden|in|incorrect|inside|invalid|kept|known|left|less|locked|longer|lost|managed|mandatory|missing|mismatch|needed|never|no|not|now|of|off|ok|older?|on|only|optional|or|out\\w*|printed|prompted|protect\\w*|read|request\\w*|required?|requisite|reset|same|secret|seen|sent|set|shorter|shown|similar|simple|stored|still|sufficient|supported|taken|that|the|there|to|too|unchanged|unknown|unset|used|valid\\w*|very|weak|what|wrong|you\\w*)'

/** In sentences, where no sign stands between a name and its secret. */
export const spokenRules: readonly SecretRule[] = [
  any(`(${said}${whose}(\\s{1,8}(is|was|ist|war|to|now)){0,3}\\s{0,3}:?\\s{1,8})(${noWord}|${quotedWord})`),
  {
    ...any(`((^|[^\\w/-])(passwor[dt]|passphrase|passcode|kennwort)${whose}\\s{1,8}(is|was|ist|war)\\s{0,3}:?\\s{1,8})[a-z_-]{3,80}`),
    unless: `${spoken}${whose}\\s{1,8}(is|was|ist|war)\\s{1,8}${noSecret}([^\\w]|$)`,
  },
  {
    ...any(`((^|[^\\w/-])(password|passphrase)\\s{1,8})[^\\s="'<>/[-][^\\s="'<>/]{7,80}$`),
    unless: `(password|passphrase)\\s{1,8}${noSecret}[.!]?$`,
  },
  any(`(identified\\s{1,8}by\\s{1,8}(values\\s{1,8})?)${value}`),
  any(`([^\\w]authorization["']?\\s{0,3}[=:]\\s{0,3}["']?|^authorization\\s{0,3}[=:]\\s{0,3}["']?)${noWord}`),
]

/** Where a name and its secret stand in two places of a structure. */
export const structureRules: readonly SecretRule[] = [
  any(
    `(${surely}[\\w.-]{0,80}\\\\*["']?\\s{0,3}[=:]\\s{0,3}\\{[^{}]{0,200}\\\\*["'](val|value|data|text|plain)\\\\*["']\\s{0,3}:\\s{0,3})${value}`,
  ),
  any(
    `([{,]\\s{0,8}\\\\*["'](name|key|id)\\\\*["']\\s{0,3}:\\s{0,3}\\\\*["'][^"'\\\\]{0,80}(${surely}|pwd)[^"'\\\\]{0,80}\\\\*["'][^{}]{0,200}\\\\*["'](val|value|data|text)\\\\*["']\\s{0,3}:\\s{0,3})${value}`,
  ),
  any(
    `(<[\\w:.-]{1,80}\\s[^<>]{0,400}(name|key|id)=["'][^"'<>]{0,80}(${surely}|pwd)[^<>]{0,400}\\sval(ue)?=)("[^"]*"|'[^']*')`,
    `$1"${dropped}"`,
  ),
  any(`(<t[dh][^<>]{0,200}>[^<>]{0,40}${surely}[^<>]{0,40}</t[dh]>\\s{0,8}<td[^<>]{0,200}>)[^<]+`),
  // A value with blanks that are written as such: a\ b
  any(`(${surely}[\\w.-]{0,80}=)[^\\s"'\\\\]{0,200}(\\\\\\s[^\\s"'\\\\]*)+`),
  // What Defender joins an organisation with: one text that holds all.
  any(`(onboarding_?info\\\\*["']?\\s{0,3}[=:]).*`),
  any(`((activation|customer)id["']?\\s{0,3}=\\s{0,3})${value}`),
]

/** What is known by how it looks, whatever stands before it. */
export const shapeRules: readonly SecretRule[] = [
  {
    find: '(^|[^\\w])(gh[pousr]_\\w{30,}|github_pat_\\w{20,}|glpat-[\\w-]{12,}|xox[a-z]-[\\w-]{10,}|hv[sb]\\.[\\w-]{12,}|A[KS]IA[A-Z0-9]{16}|AIza[\\w-]{30,}|ya29\\.[\\w.-]{20,}|sk_(live|test)_\\w{16,}|npm_\\w{30,})',
    to: `$1${dropped}`,
  },
  any('grub\\.pbkdf2\\.[\\w.]+', dropped),
  // The keys that klist -K shows, and a keytab as text.
  any('(\\((aes|des|rc4|arcfour|camellia)[\\w-]*\\)\\s{1,8}\\(0x)[0-9a-f]+'),
  { find: '(^|[^\\w+/])BQIAAA[\\w+/=]{20,}', to: `$1${dropped}` },
  { find: '(^|[^\\w-])-*eyJ[\\w-]{10,}\\.[\\w-]+\\.[\\w-]+', to: `$1${dropped}` },
  any('\\$[0-9a-z]{1,4}\\$[\\w./$,=-]{20,}', dropped),
  // A password may hold a slash; behind a host stands a number.
  { find: '(//[^\\s/:@]*:)[^\\s/]*@', to: `$1${dropped}@` },
  { find: `(//[^\\s/:@"'<>]{0,80}:)[^\\s/@"'<>]{0,80}[^\\s/@"'<>\\d][^\\s/@"'<>]{0,80}/[^\\s@"'<>]{0,80}@`, to: `$1${dropped}@` },
  { find: '(//)[\\w-]{20,}@', to: `$1${dropped}@` },
  // How that of HTTP is written: "Basic authentication" is none.
  {
    find: '((^|[^\\w])([Bb]earer|BEARER|[Bb]asic|BASIC) +)([\\w/.-]*([\\d=+]|[a-z][A-Z])[\\w+/=.-]{4,}|[\\w+/=.-]{4,}([\\d=+]|[a-z][A-Z])[\\w+/=.-]*)',
    to: `$1${dropped}`,
  },
]
