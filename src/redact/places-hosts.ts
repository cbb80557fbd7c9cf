import { placeAt } from './place-at.ts'
import type { Place } from './places.ts'

const label = '[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?'
const host = `${label}(?:\\.${label})*`
/** Ends of names that are no end of a file's name. */
const tops =
  'com|net|org|info|biz|io|dev|cloud|edu|gov|mil|int|local|lan|corp|intra|intranet|internal|private|home|localdomain|test|example|invalid|ad|adds|de|fr|uk|nl|ch|at|eu|us|ca|au|jp|cn|br|es|se|dk|fi|cz|hu|pt|ie|be|lu|gr|tr|za|kr|tw|sg|hk|nz|mx|ar|cl|ru|ua|it|no|il|sk|si|hr|ro|bg|ee|lv|lt|co|asia|bank|systems|services|network|tech|group|online|site'
const qualified = `(?:${label}\\.)+(?:${tops})`
const blanks = /[\s,]+/

const at = (before: string, name: string, after = ''): RegExp => placeAt(before, name, after, 'gi')

export const hostPlaces: readonly Place[] = [
  // Names of buses and Java packages are written the other way round.
  {
    kind: 'host',
    hint: ['.'],
    find: new RegExp(`(?<![\\w./@-]|\\\\)(?!(?:org|com|net|io)\\.)${qualified}(?![\\w-]|\\.\\w|\\()`, 'gi'),
  },
  { kind: 'domain', hint: ['@'], find: at('[\\w.+-]@', qualified, '(?![\\w-]|\\.\\w)') },
  { kind: 'host', hint: ['//'], find: at('\\b[a-z][a-z0-9+.-]{1,15}://(?:[^\\s/@]*@)?', host, '(?=[:/\\s]|$)') },
  { kind: 'host', hint: ['://'], find: at('(?<!:)//', host, '(?=/)') },
  { kind: 'host', hint: [], in: /(?:^|\/)etc\/hosts$/, find: at('^\\s*[0-9a-f.:]+\\s+', '[^#]+'), between: blanks },
  { kind: 'node', hint: [], in: /(?:^|\/)(?:hostname|hostname_-[fs]|uname_-n)$/, find: new RegExp(`^${host}$`, 'g') },
  { kind: 'domain', hint: [], in: /(?:^|\/)(?:dnsdomainname|hostname_-d)$/, find: new RegExp(`^${host}$`, 'g') },
  { kind: 'node', hint: ['Linux '], find: at('^Linux ', host, '(?= \\d+\\.\\d)') },
  {
    kind: 'node',
    hint: ['hostname:', 'HOSTNAME', 'hostname='],
    find: at('(?:\\b(?:static|transient|pretty) hostname: |\\b_?HOSTNAME"?\\s?[=:]\\s?"?)', host),
  },
  { kind: 'domain', hint: [], in: /(?:^|\/)resolv\.conf$/, find: at('^\\s*(?:domain|search)\\s+', '[^#;]+'), between: blanks },
  {
    kind: 'domain',
    hint: ['ealm', 'omain', 'DOMAIN'],
    find: at(
      '\\b(?:default_realm|realm|krb5_realm|ipa_domain|ad_domain|dns_domain|search_domain|domainname|domain)"?\\s?[=:]\\s?"?',
      qualified,
    ),
  },
  { kind: 'domain', hint: ['[domain/', 'be['], find: at('(?:\\[domain/|be\\[)', '[\\w.-]+', '(?=\\])') },
  { kind: 'host', hint: ['CN'], find: at('\\bCN\\s?=\\s?', `(?:\\*\\.)?${host}`, '(?=\\s*(?:[,/+"\']|$))') },
  { kind: 'host', hint: ['DNS:'], find: at('\\bDNS:(?:\\*\\.)?', host) },
  { kind: 'host', hint: ['rhost='], find: at('\\brhost=', host) },
  { kind: 'host', hint: [' port '], find: at(' from ', host, '(?= port \\d)') },
  { kind: 'host', hint: [':/'], find: at('^', host, '(?=:/\\S*\\s+(?:on\\s+)?/)') },
  { kind: 'host', hint: ['server '], find: at('(?:\\bnfs: |^)server ', host, '(?= (?:not|OK|iburst))') },
  { kind: 'host', hint: ['onnect'], find: at('\\bconnect(?:ed|ing|ion)? (?:to|with) ', host, '(?=:\\d{1,5}(?!\\w))') },
  {
    kind: 'host',
    hint: ['QDEVICE', 'qdevice', 'qnetd'],
    find: at('\\b(?:qdevice|qnetd)\\b.{0,80}\\b(?:connect(?:ed|ing|ion)? to) ', `(?!server|host|qnetd(?![\\w-]))${host}`),
  },
  {
    kind: 'host',
    hint: ['TLS '],
    find: at(
      '\\bTLS (?:(?:session|handshake|connection|negotiation) )?(?:with|to) ',
      `(?!server|host|peer|client)${host}`,
      '(?=[\\s:;,.]|$)',
    ),
  },
  {
    kind: 'host',
    hint: ['chronyd', 'ntpd'],
    find: at(
      '\\b(?:chronyd|ntpd)(?:\\[\\d+\\])?: (?:(?:Selected|Added|Removed|Replacing) source|Source|Could not resolve address of|Can.t resolve)\\s+(?:\\S+ \\()?',
      host,
      '(?=[\\s):]|$)',
    ),
  },
  { kind: 'host', hint: ['\\\\'], find: at('(?:^|[\\s"\'(=])(?:\\\\\\\\){1,2}', host, '(?=[\\\\\\s]|$)') },
  { kind: 'host', hint: ['ip-'], find: /(?<![\w-])ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?!\w)/g },
  {
    kind: 'serial',
    hint: ['Serial', 'SERIAL', 'serial', 'Tag', 'UUID'],
    find: at(
      '\\b(?:serial(?: ?number|_number|no)?|asset tag|service tag|(?:product|chassis|board)_serial)"?\\s*[:=]\\s*"?',
      '(?!not |none|unknown|n/a|default|to be |0+\\b|system |chassis |base |\\()[\\w.+/-]{4,}(?: [\\w.+-]+)*',
    ),
  },
]
