/** What can be told of a shell command by looking at it. */

/** Quoted text and what follows a remark, blanked out, so that words inside do not count as commands. */
export function bare(command: string): string {
  return command
    .replace(/'[^']*'/g, quoted => `'${' '.repeat(quoted.length - 2)}'`)
    .replace(/"(?:[^"\\]|\\.)*"/g, quoted => `"${' '.repeat(quoted.length - 2)}"`)
    .replace(/(^|\s)#.*$/gm, '$1')
}

const changing: readonly (readonly [RegExp, string])[] = [
  [
    /^systemctl\s+(?:-\S+\s+)*(start|stop|restart|reload|enable|disable|mask|unmask|kill|isolate|reboot|poweroff|daemon-reload|edit|set-property)\b/,
    'systemctl',
  ],
  [/^service\s+\S+\s+(start|stop|restart|reload)\b/, 'service'],
  [
    /^(rm|rmdir|mv|dd|mkfs\S*|wipefs|shred|truncate|ln|chmod|chown|setfacl|kill|pkill|killall|reboot|shutdown|poweroff|halt|init)\b(?!\s+-(?:l|0)\b)/,
    '',
  ],
  [/^(?:yum|dnf|rpm|zypper|apt|apt-get)\s+(?:-\S+\s+)*(install|remove|erase|update|upgrade|downgrade|reinstall|autoremove)\b/, 'package'],
  [/^rpm\s+(?:-e|-U\S*|-i(?:vh)?|-F\S*|--erase)\b/, 'rpm'],
  [/^(?:insmod|rmmod|modprobe)\b/, 'module'],
  [/^sed\s+(?:\S+\s+)*?(?:-i|--in-place)/, 'sed -i'],
  [/^(?:mount|umount|swapoff|swapon)\s+\S/, 'mount'],
  [/^sysctl\s+(?:-w\b|\S+=)/, 'sysctl'],
  [/^setenforce\b/, 'setenforce'],
  [/^(?:useradd|userdel|usermod|passwd)\b/, 'user'],
  [
    /^pcs\s+(?:-\S+\s+)*(?:resource|stonith)\s+(?:create|delete|remove|enable|disable|update|move|ban|clear|cleanup|refresh|restart|manage|unmanage|meta|op|group|clone|confirm|fence)\b/,
    'pcs',
  ],
  [/^pcs\s+(?:-\S+\s+)*property\s+(?:set|unset)\b/, 'pcs property'],
  [/^pcs\s+(?:-\S+\s+)*constraint\s+(?!config|list|show|ref)\S/, 'pcs constraint'],
  [
    /^pcs\s+(?:-\S+\s+)*cluster\s+(?:start|stop|kill|enable|disable|destroy|setup|auth|sync|standby|unstandby|reload|node)\b/,
    'pcs cluster',
  ],
  [/^pcs\s+(?:-\S+\s+)*node\s+(?:standby|unstandby|maintenance|unmaintenance|utilization)\b/, 'pcs node'],
  [/^crm_resource\s.*(?:--cleanup|--refresh|--move|--ban|--clear|--restart|--set-parameter|--delete)\b/, 'crm_resource'],
  [/^(?:crm_standby|crm_attribute)\s.*(?:-v|--update|-D|--delete)\b/, 'crm_attribute'],
  [/^stonith_admin\s.*(?:--fence|--reboot|--unfence|--confirm|-[FBUC])\b/, 'stonith_admin'],
  [/^cibadmin\s.*(?:--replace|--create|--modify|--delete|--erase|-[RCMDE])\b/, 'cibadmin'],
  [/^auditctl\s+(?:-D|-e|-b|-r|-a|-A|-d|-w|-W|-R)\b/, 'auditctl'],
  [/^firewall-cmd\s.*--(?:add|remove|reload|set|panic-on)/, 'firewall-cmd'],
  [/^(?:ip\s+(?:link|addr|route)\s+(?:set|add|del)|ifup|ifdown|nmcli\s+con\S*\s+(?:up|down|mod\S*|add|delete))\b/, 'network'],
  [/^crontab\s+-[re]\b/, 'crontab'],
  [/^tee\b/, 'tee'],
]

/** The parts of a command line that are run one after the other, without what only leads up to them. */
export function partsOf(command: string): string[] {
  return bare(command)
    .split(/&&|\|\||[;|\n]|\$\(|`|\bdo\b|\bthen\b/)
    .map(part => part.trim().replace(/^(?:(?:sudo|time|nice|nohup|timeout\s+\S+|env|exec|xargs(?:\s+-\S+)*|\w+=\S*)\s+)+/, ''))
}

/** The part of a command that changes a system, as far as that can be seen; undefined when it only looks. */
export function changesSomething(command: string): string | undefined {
  for (const part of partsOf(command)) {
    if (changing.some(([pattern]) => pattern.test(part))) return part.split(/\s+/).slice(0, 3).join(' ')
  }
  const written = writesTo(command)
  return written === undefined ? undefined : `> ${written}`
}

/** Where settings and state live. A result that is kept elsewhere, for instance below /root or /tmp, changes no system. */
const ofTheSystem = /^\/(?:etc|usr|boot|proc|sys|opt|lib|lib64|run|srv|dev|var)\//
const scratch = /^\/(?:dev\/(?:null|stdout|stderr|tty|fd\/\d+)$|var\/tmp\/)/

/** The file of the system that a command writes over with `>`. */
export function writesTo(command: string): string | undefined {
  const text = bare(command).replace(/\{\{.*?\}\}/g, match => 'X'.repeat(match.length))
  const found = [...text.matchAll(/(?<![>\d&<-])\d?>(?!>|&)\s*([^\s;|&)<>]+)/g)].find(
    ([, file]) => ofTheSystem.test(file!) && !scratch.test(file!),
  )
  return found?.[1]
}

const dangers: readonly { readonly pattern: RegExp; readonly what: string; readonly instead: string }[] = [
  {
    pattern: /\b(?:curl|wget)\b[^;\n]*\|\s*(?:sudo\s+)?(?:ba|z|k)?sh\b/,
    what: 'runs what it downloads without anybody having read it',
    instead: 'Download to a file, check it, then run it.',
  },
  {
    pattern:
      /\brm\s+(?:-\w*[rR]\w*\s+|--recursive\s+|-\w+\s+)*(?:-\w*[rR]\w*|--recursive)\s+(?:-\S+\s+)*(?:--\s+)?(?:\/(?:\s|$|\*)|\/(?:etc|usr|var|home|opt|boot|root|lib|lib64|bin|sbin)\/?(?:\s|$|\*)|\$|\{\{|\*)/,
    what: 'deletes a whole tree that a wrong value can turn into the wrong one',
    instead: 'Name the folder in full, and move it aside instead of deleting it.',
  },
  {
    pattern: /\bchmod\s+(?:-\w+\s+)*(?:0?777|a\+rwx|ugo\+rwx)\b/,
    what: 'lets everybody write',
    instead: 'Give the one user or group what it needs.',
  },
  { pattern: /\b(?:mkfs(?:\.\w+)?|wipefs|shred)\s/, what: 'destroys what is on a disk', instead: 'No step of a plan should need this.' },
  { pattern: /\bdd\b.*\bof=\/dev\/(?!null)/, what: 'writes over a device', instead: 'No step of a plan should need this.' },
  { pattern: /:\(\)\s*\{/, what: 'never ends', instead: 'Take it out.' },
]

/** What makes a command too dangerous to print for somebody who is tired. */
export function dangerOf(command: string): { readonly what: string; readonly instead: string } | undefined {
  const text = bare(command)
  return dangers.find(({ pattern }) => pattern.test(text))
}

/** The name that pgrep or pkill is given and can never find: the kernel keeps 15 characters, and only -f looks at the command line. */
export function neverFound(text: string): string | undefined {
  for (const [, given] of text.matchAll(/\bp(?:grep|kill)\s+([^|;&#>)\n]*)/g)) {
    const words = given!.trim().split(/\s+/)
    if (words.some(word => /^-[a-zA-Z]*f|^--full$/.test(word))) continue
    const long = words.find(word => /^['"]?\^?[\w.][\w.-]{15,}\$?['"]?$/.test(word))
    if (long !== undefined) return long
  }
  return undefined
}
