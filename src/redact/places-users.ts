import { placeAt as at } from './place-at.ts'
import type { Place } from './places.ts'

const user = '[A-Za-z_\\u0080-\\uffff][\\w.\\u0080-\\uffff-]*\\$?'

const end = '(?=[\\s.,:;)\'"\\]]|$)'

/** What stands before DOMAIN\\user; elsewhere a backslash is more often an escape. */
const beforeDomain =
  '(?:\\b(?:[Uu]ser|for|by|of|account|login)\\s+["\']?|\\b[aesf]?[ug]id=\\d+\\(|/home/|\\b(?:[re]?user|acct|logname|login|USER|LOGNAME|SUDO_USER)=["\']?|\\bsudo(?:\\[\\d+\\])?:\\s+|\\(to )'
const domain = '[A-Za-z](?:[A-Za-z0-9.-]*[A-Za-z0-9])?'

export const userPlaces: readonly Place[] = [
  { kind: 'host', hint: ['\\'], find: at(beforeDomain, domain, '(?=\\\\{1,2}[A-Za-z_])') },
  { kind: 'user', hint: ['\\'], find: at(`${beforeDomain}${domain}\\\\{1,2}`, user) },
  // A domain in capitals and an account: what a backslash makes of the next letter (\n, \t, \x…) is none.
  { kind: 'host', hint: ['\\'], find: at("(?:^|[\\s,;(='])", '[A-Z][A-Z0-9-]{1,14}', '(?=\\\\{1,2}[ac-dg-mo-qswyzA-Z][\\w.-]{2,})') },
  { kind: 'user', hint: ['\\'], find: at("(?:^|[\\s,;(='])[A-Z][A-Z0-9-]{1,14}\\\\{1,2}", '[ac-dg-mo-qswyzA-Z][\\w.-]{2,}') },
  { kind: 'host', hint: ['workgroup'], find: at('\\bworkgroup\\s{0,8}[=:]\\s{0,8}', domain) },
  // The account of an SAP system.
  { kind: 'user', hint: ['adm'], find: /(?<![\w.-])(?!sid)[a-z][a-z0-9]{2}adm(?![\w-])/g },
  {
    kind: 'user',
    hint: ['user '],
    find: at(
      '\\b(?:(?:opened|closed) for user |[Ff]or (?:invalid |illegal )?user |[Ii]nvalid user |of user |unknown user |by user |by authenticating user )',
      user,
      end,
    ),
  },
  { kind: 'user', hint: ['User Slice of '], find: at('User Slice of ', user, end) },
  {
    kind: 'user',
    hint: ['Accepted ', 'Failed ', 'Postponed '],
    find: at('\\b(?:Accepted|Failed|Postponed) [\\w/-]+ for (?:invalid user )?', user, '(?= from )'),
  },
  {
    kind: 'user',
    hint: ['user', 'USER', 'acct=', 'login=', 'logname='],
    find: at(
      '(?<![\\w@])(?:ruser|logname|update-user|update_user|user|username|USER|acct|login|LOGNAME|SUDO_USER|_CMDLINE_USER|run_as_user|uname_user)"?=["\']?',
      user,
    ),
  },
  { kind: 'user', hint: ['"user', '"login'], find: at('"(?:user|username|user_name|login)"\\s?:\\s?"', '[^"\\s]+') },
  { kind: 'user', hint: ['TTY='], find: at('\\bsudo(?:\\[\\d+\\])?:\\s+', user, '(?= : )') },
  { kind: 'user', hint: ['/home/'], find: at('/home/', user) },
  { kind: 'user', hint: [' via '], find: at('\\d{4} by ', user, '(?= via )') },
  { kind: 'user', hint: ['(to '], find: at('\\(to ', user, '(?=\\))') },
  { kind: 'user', hint: ['(to '], find: at('\\(to \\S+\\) ', user, '(?= on )') },
  { kind: 'user', hint: ['id='], find: at('\\b[aesf]?[ug]id=\\d{1,10}\\(', '[^)\\s]{1,256}', '(?=\\))') },
  { kind: 'user', hint: ['by '], find: at(' by ', user, '(?=\\(uid=\\d+\\))') },
  { kind: 'user', hint: [':'], in: /(?:^|\/)(?:etc\/passwd|getent_passwd)$/, find: /^[^:\s]+(?=:[^:]*:\d{4,}:)/g },
  { kind: 'user', hint: [], in: /(?:^|\/)(?:last|who|w|lastb)(?:_[^/]*)?$/, find: new RegExp(`^${user}(?=\\s+(?:pts|tty|:\\d|ssh))`, 'g') },
  {
    kind: 'user',
    hint: ['<acl_target', '<acl_user', '<acl_group'],
    find: at('<acl_(?:target|user|group)\\s(?:[^<>]{0,300}\\s)?id="', '[^"]+'),
  },
  { kind: 'user', hint: ['name="login"', 'name="username"', 'name="user"'], find: at('name="(?:login|username|user)" value="', '[^"]+') },
  { kind: 'user', hint: ['@'], find: /(?<![\w.+/-])[A-Za-z0-9][\w.+-]*(?=@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\w-]|\.\w))/g },
]
