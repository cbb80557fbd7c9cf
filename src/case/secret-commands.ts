import type { SecretRule } from './secret-pattern.ts'

/**
 * Secrets in command lines, as sudo, auditd, cron and lists of processes write them: separated by blanks, as a list in
 * quotes (`"curl", "-u", …`), or numbered (`a0="curl" a1="-u" …`).
 */

export const dropped = '[dropped]'

const tail = `(["'<>][^\\s"'<>/=,;:)}\\]]+)*`
const quoted = `"([^"\\\\]|\\\\.)*"|'[^']*'|\\\\+"([^"\\\\]|\\\\+[^"\\\\])*\\\\+"|["'][^\\s"'<>]*`
const unquoted = (not: string): string => `([^\\s"'<>${not}[]|\\[[^d])[^\\s"'<>]*${tail}`
/** A value that is not yet dropped: up to its quote, or else up to a blank, but not over the end of an XML attribute. */
export const value = `(${quoted}|${unquoted('')})`
/** One behind a sign that may be doubled: `userPassword::`, `:=`. */
export const signedValue = `(${quoted}|${unquoted(':=')})`
/** One that is no option: what asks for a password is often followed by the next option. */
const noOption = `(${quoted}|${unquoted('\\-')})`
/** One that follows its option at once: a quote that is the end of something begins none. */
const attachedValue = `("[^\\s"',;:}\\])>/][^"]*("|$)|'[^\\s"',;:}\\])>/][^']*('|$)|${unquoted('\\-')})`
/** No path and no number: for programs of which nobody knows what -p means. */
const nameless = `("[^"\\d/-][^"]*"|'[^'\\d/-][^']*'|${unquoted('\\d/.$\\-')}|\\d+[^\\s\\d"'<>,;:./][^\\s"'<>]*${tail})`
/** Between an option and its value. */
export const gap = `(=|["']?,?\\s+(a\\d+=)?)`
const start = '(^|[^\\w.-])'

/** A program with its options, each followed by a secret; `attached`: perhaps without a blank. */
interface Command {
  readonly of: string
  readonly options: string
  readonly attached?: boolean
}

const commands: readonly Command[] = [
  { of: 'mysql\\w*|maria\\w*|xtrabackup|innobackupex|7z[ar]?|u?nrar|rar', options: '-p', attached: true },
  { of: 'fence_\\w+|ipmi[\\w-]+', options: '-[pP]', attached: true },
  { of: 'ldap\\w+|kadmin(\\.local)?|ipa[\\w-]*', options: '-[xZvcnMALI]*w', attached: true },
  { of: 'hdbsql\\w*', options: '-p', attached: true },
  { of: 'falconctl', options: '--cid' },
  { of: 'ldappasswd', options: '-[as]' },
  { of: 'ipa[\\w-]*', options: '-[aP]' },
  { of: 'snmp\\w+', options: '-[cAX]', attached: true },
  { of: 'redis-cli', options: '-a' },
  { of: 'sqlcmd|isql|osql|tsql|bcp|freebcp', options: '-P', attached: true },
  { of: 'zip|unzip|zipcloak|ssh-keygen', options: '-[PN]' },
  { of: 'openssl', options: '-[kK]' },
  { of: 'useradd|usermod|groupadd|groupmod', options: '-p' },
  { of: 'pcs|(docker|podman|skopeo|buildah|oc|az|helm) login', options: '-p', attached: true },
  { of: 'mongo\\w*|racadm|ilorest|esxcli|vmrun|ncftp\\w*', options: '-(gp|p)' },
  { of: 'SUSEConnect|registercloudguest', options: '(-r|--regcode)' },
  { of: 'cbagentd', options: '(-d|--register)' },
  { of: 'dsa_control|dsa_query|dbmcli|sapcontrol|saphostctrl|clusterxl|bpcd|nsr\\w+', options: '-[pP]' },
  { of: 'sentinelctl', options: '-(k|p)' },
  { of: 'nessuscli', options: '--(key|register)' },
  { of: 'dsmc|dsmadmc', options: '-pa\\w*' },
  { of: '(sapcontrol|saphostctrl|saphostexec)', options: `-user${gap}["']?[^\\s"']+["']?` },
  { of: 'htpasswd', options: '-\\w*b\\w*(\\s+-\\w+)*\\s+\\S+\\s+\\S+' },
  { of: 'iscsiadm', options: '(node|discovery)\\.\\S*auth\\.password(_in)?\\s+(-v|--value)' },
]

/** A name and a secret as one value. */
const pair = (after: string | undefined, before: string, separator: string, not = ''): SecretRule[] => {
  const name = '[\\d.@+\\\\-]{0,80}[A-Za-z_$][\\w.@+\\\\$-]{0,80}'
  const secret = `[^\\s"'<>]*${tail}`
  const of = after === undefined ? {} : { after }
  return [
    { ...of, find: `(${before}"${name}${separator})([^"${not}[]|\\[[^d])[^"]*`, to: `$1${dropped}` },
    { ...of, find: `(${before}'${name}${separator})([^'${not}[]|\\[[^d])[^']*`, to: `$1${dropped}` },
    { ...of, find: `(${before}\\\\+"${name}${separator})([^"\\\\${not}[]|\\[[^d])[^"\\\\]*`, to: `$1${dropped}` },
    { ...of, find: `(${before}["']?${name}${separator})([^\\s"'<>${not}[]|\\[[^d])${secret}`, to: `$1${dropped}` },
  ]
}

const program = (of: string): string => `${start}(${of})`
const oracle = 'sqlplus|sqlldr|rman|expdp|impdp|dgmgrl|brconnect|brbackup|brarchive|brrestore|brrecover|brspace|brtools'
const words = 'token|pass[ _-]?phrase|password|passcode|secret|(license|api|access|site)[_-]?key'
const control = '[\\w.-]{0,80}(ctl|cli|control|tool|cmd)'
/** Programs that read a password from what is piped to them. */
const readers =
  '(ch|smb|ldap)?passwd|kinit|kadmin|cryptsetup|sudo\\s+(-\\w+\\s+)*-\\w*S|su|gpg2?|vault|openssl|realm|adcli|net|smbclient|pcs|[\\w-]{1,80} login'
const fromInput = '--?(password-)?stdin'

export const commandRules: readonly SecretRule[] = [
  ...commands.flatMap(({ of, options, attached = false }): SecretRule[] => {
    const [after, before] = [program(of), `[\\s"']${options}`]
    return [
      { after, find: `(${before}${gap})${noOption}`, to: `$1${dropped}` },
      ...(attached ? [{ after, find: `(${before})${attachedValue}`, to: `$1${dropped}` }] : []),
    ]
  }),
  // What follows is another program with options of its own.
  { find: `(${start}sshpass(["',]*\\s+(a\\d+=)?["']?-[vV])*["',]*\\s+(a\\d+=)?["']?-p)${attachedValue}`, to: `$1${dropped}` },
  { find: `(${start}sshpass(["',]*\\s+(a\\d+=)?["']?-[vV])*["',]*\\s+(a\\d+=)?["']?-p${gap})${noOption}`, to: `$1${dropped}` },
  { after: `${start}/(opt|usr/local|usr/sap|var/opt)/[^\\s"']+`, find: `([\\s"']-(p|P|pw)${gap})${nameless}`, to: `$1${dropped}` },
  ...pair(undefined, `[\\s"'](-u|-U|--[\\w-]{0,40}user(name)?)${gap}`, '[:%]', '/'),
  ...pair(program('curl'), `[\\s"'](-[a-zA-Z]{0,8}[uU]|--(proxy-)?user)${gap}?`, ':'),
  ...pair(program('dbmcli|lftp'), `[\\s"']-[uU]${gap}`, ','),
  ...pair(program('wbinfo'), `[\\s"'](-a|-K|--[\\w-]{1,40})${gap}`, '%'),
  ...pair(program('mount(\\.cifs)?|smbclient'), 'user(name)?=', '%'),
  ...pair(program(oracle), `[\\s"'=]`, '/'),
  { find: `((connect|attach)\\s+(to\\s+\\S+\\s+)?user\\s+\\S+\\s+using\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
  { after: 'hdbuserstore', find: `(\\sset\\s+\\S+\\s+\\S+\\s+\\S+\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
  { find: `((add_user|change_password|authenticate_user)\\s+\\S+\\s+)${value}`, to: `$1${dropped}` },
  // What these are given is hashed or stored; they have few options.
  { find: `(${start}(grub2?-)?mkpasswd[\\w-]{0,20}["',]*\\s+)[^|;&]+`, to: `$1${dropped}` },
  { find: `(${start}openssl["',]*\\s+(a1=["'])?passwd["',]*\\s+)[^|;&]+`, to: `$1${dropped}` },
  { find: `(${start}smbpasswd\\s+(-\\w+\\s+)*[^\\s-]\\S*\\s+)${noOption}`, to: `$1${dropped}` },
  { find: `(user\\s+set\\s+password\\s+(0x)?\\d+\\s+)${value}`, to: `$1${dropped}` },
  { find: `(${start}cb[_-]?psc\\S{0,200}\\.sh["',]*\\s+(a\\d+=)?)${noOption}`, to: `$1${dropped}` },
  { after: program('dsa_control'), find: `(tenant(ID|Id|id)["']?[:=]["']?)[^\\s"'[][^\\s"']*`, to: `$1${dropped}` },
  { find: `(${start}vault\\s+(login|unwrap|unseal)\\s+)${noOption}`, to: `$1${dropped}` },
  {
    after: `${start}${control}`,
    find: `(\\s(set\\s+(${words})|(${words})\\s+set|password|passphrase|passcode)\\s+)${noOption}`,
    to: `$1${dropped}`,
  },
  { find: `([\\s"'=]pass:)${value}`, to: `$1${dropped}` },
  { find: `([\\s"']/(p|pass|password):)${value}`, to: `$1${dropped}` },
  { find: `([\\w-]\\.psk["']?\\s+)${value}`, to: `$1${dropped}` },
  {
    after: `${start}(echo|printf)\\s+`,
    close: true,
    find: `.*(\\|\\s*(/[^\\s|]{0,200}/)?(${readers}|[^|]{0,400}${fromInput})([^\\w]|$))`,
    to: `${dropped} $1`,
  },
  {
    after: `${start}(echo|printf)\\s+`,
    close: true,
    find: `[^>]{1,400}(>+\\s*["']?[^\\s|"']{0,200}(authkey|keytab|\\.key|passw(or)?d|secret|pgpass|netrc|shadow|token)([^\\w]|$))`,
    to: `${dropped} $1`,
  },
  { after: program(`${readers}|${fromInput}`), find: `(<<<\\s*)${value}`, to: `$1${dropped}` },
  // What auditd writes in hexadecimal digits holds blanks, and often a whole command.
  { find: '([\\s(](proctitle|cmd|data)=)[0-9A-F]{8,}', to: `$1${dropped}` },
  { after: 'type=EXECVE', find: `(\\sa\\d+(\\[\\d+\\])?=)[0-9A-F]{6,}`, to: `$1${dropped}` },
]

/** Settings that name their secret with no sign between. */
export const settingRules: readonly SecretRule[] = [
  { find: `(snmp-server\\s+community\\s+|authcommunity\\s+\\S+\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
  { find: `((^|[^\\w])rootpw\\s+(--\\S+\\s+)*)${noOption}`, to: `$1${dropped}`, anyCase: true },
  { find: `((^|[^\\w])(ro|rw|trap|def)community6?\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
  { find: `((^|[^\\w])(trap|trap2|inform)sink\\s+\\S+\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
  { find: `((^|[^\\w])com2sec6?\\s+(-Cn\\s+\\S+\\s+)?\\S+\\s+\\S+\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
  { find: `((^|[^\\w])createuser\\s+(-e\\s+\\S+\\s+)?\\S+\\s+(md5|sha)[\\w-]*\\s+).*`, to: `$1${dropped}`, anyCase: true },
  { find: `((^|[^\\w])(requirepass|masterauth|(root)?bindpw|auth_pass|shared[_-]secret)\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
  { find: `((^|[^\\w])login\\s+\\S+\\s+password\\s+)${value}`, to: `$1${dropped}`, anyCase: true },
]

/** Only lines with one of these can hold what the rules above look for. */
export const commandHint = `[\\s"'](-{1,2}[pPuUwaAcXskKgNbx]|--\\w*(user|key|register))|[\\s"'=]pass:|/p[a-z]*:|<<<|(echo|printf)\\s|\\.psk|proctitle=|cmd=|data=|EXECVE|using|vault|SUSEConnect|registercloudguest|cbagentd|cb[_-]?psc|hdbuserstore|_user|_password|\\sset\\s|pass(w|ph|co)|user(name)?=|auth\\.|${oracle}`
export const settingHint = 'community|sink|com2sec|createuser|requirepass|masterauth|bindpw|rootpw|auth_pass|shared[_-]secret|login'
