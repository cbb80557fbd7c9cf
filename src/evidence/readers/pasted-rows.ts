import { usesMuch } from './busy.ts'
import { moduleForms } from './pasted-modules.ts'
import { programForms } from './pasted-programs.ts'
import { listsFiles, moreForms } from './pasted-rows-more.ts'
import { unitForms } from './pasted-units.ts'
import { stateKey, unitIn } from './units.ts'

/** What one line of some command's output names. */
export type Row =
  | { readonly pid: string; readonly command: string; readonly form: 'path' | 'name' | 'cut'; readonly busy?: boolean }
  | { readonly unit: string; readonly key: 'listed.unit' | 'listed.unit-installed' | 'listed.unit-off'; readonly busy?: boolean }
  | { readonly module: string }

/** Reads one form of a line. */
export type Form = (line: string) => Row | readonly Row[] | undefined

const ran = (pid: string | undefined, command: string | undefined, form: 'path' | 'name'): Row | undefined =>
  pid === undefined || command === undefined ? undefined : { pid, command, form }
/** A pattern whose first two groups, or those of that name, are `pid` and `command`; `cpu` and `used` tell how much it works. */
const row =
  (pattern: RegExp, form: 'path' | 'name'): Form =>
  line => {
    const found = pattern.exec(line)
    if (!found) return undefined
    const { pid = found[1], command = found[2], cpu, used } = found.groups ?? {}
    if (pid === undefined || command === undefined) return undefined
    // `top` marks a name that it had to cut.
    const isCut = form === 'name' && command.endsWith('+')
    const shown = { pid, command: isCut ? command.slice(0, -1) : command, form: isCut ? ('cut' as const) : form }
    return usesMuch(cpu, used) ? { ...shown, busy: true } : shown
  }

const terminal = '(?:\\?|-|pts/\\d+|tty\\S*|hvc\\d+)'
const used = '(?:\\d+-)?\\d+:\\d\\d(?:[:.]\\d\\d)?'
const netstatWidth = 19
/** `ps aux` or `ps -ef`: the command follows the time used. */
const ps = new RegExp(
  `^\\s*\\S{1,32}\\s+(?<pid>\\d{1,7})\\s+(?:(?<cpu>[\\d.]+)\\s+[\\d.]+\\s+\\d+\\s+\\d+\\s+${terminal}\\s+[A-Z][A-Za-z<+]*\\s+\\S+|\\d+\\s+\\d+\\s+\\S+(?:\\s\\d\\d)?\\s+${terminal})\\s+(?<used>${used})\\s+(?:\\\\_\\s|[|\\s]+\\\\_\\s)*(?<command>\\S.*)$`,
)
/** Columns somebody chose: a number, a terminal or a state, the time used, then a program with its path. */
const psChosen = new RegExp(
  `^\\s*(?:\\S{1,32}\\s+){0,2}?(\\d{1,7})\\s+(?:[\\w.:+<?/-]+\\s+){1,10}?(?:${terminal}\\s+[\\w:.+<-]+\\s+)?${used}\\s+(/\\S.*)$`,
)

const forms: readonly Form[] = [
  line =>
    row(ps, 'path')(line) ??
    row(ps, 'path')(line.replace(/^\s*\d{1,4}[:.)]?\s+/, '')) ??
    (listsFiles.test(line) ? undefined : row(psChosen, 'path')(line)),
  // `ps -C NAME`, `ps -e`: number, terminal, time used, name.
  row(new RegExp(`^\\s*(\\d{1,7})\\s+${terminal}\\s+(?:\\d+-)?\\d\\d:\\d\\d:\\d\\d\\s+([\\w.-]{2,40})\\s*$`), 'name'),
  // The tree of a control group; `pgrep -a`.
  row(/^[\s│|]*[├└|`][─-]+\s?(\d{1,7}) (\S.*)$/, 'path'),
  row(/^\s*(\d{1,7}) (\/\S+|[\w.-]+$)/, 'path'),
  // `top`, in which the decimals are written as the language has it.
  row(
    /^\s*(?<pid>\d{1,7})\s+\S+\s+(?:rt|-?\d+)\s+-?\d+\s+[\d.,]+[kmgt]?\s+[\d.,]+[kmgt]?\s+[\d.,]+[kmgt]?\s+[A-Z]\s+(?<cpu>[\d.,]+)\s+[\d.,]+\s+\d+[:.,]\d\d(?:[.,:]\d\d)?\s+(?<command>\S+)/,
    'name',
  ),
  // `pidstat`, `iotop`, `ps` of crash, `initctl list`.
  row(/^(?:\d\d:\d\d:\d\d(?: [AP]M)?|[A-Z]\w+:)\s+\d+\s+(\d{1,7})\s+(?:[\d.,-]+\s+){2,12}(?:\|__)?(\S+)\s*$/, 'name'),
  row(/^\s*(\d{1,7})\s+(?:be|rt|idle)\/?\d?\s+\S+\s+.*%\s+(\S+)/, 'path'),
  row(/^>?\s*(\d{1,7})\s+\d+\s+\d+\s+[0-9a-f]{16}\s+[A-Z]{2}\s+[\d.]+\s+\d+\s+\d+\s+(\S+)\s*$/, 'name'),
  // A job of upstart is called as its unit would be.
  line => {
    const [, name, pid] = /^(\S+) start\/running, process (\d+)/.exec(line) ?? []
    const program = ran(pid, name, 'name')
    return program && [program, { unit: `${name}.service`, key: stateKey('active') }]
  },
  // Init scripts, and products with a script of their own.
  line => ran('', /^(?:\S+ )?\(?([\w.-]+)\)?(?: \(pid +[\d ]+\))? is running(?:\.{1,3})?\s*$/.exec(line)?.[1], 'name'),
  // `bpftool prog`, `ss -p`, `netstat -p`.
  line =>
    [...(/^\s+pids (\S.*)$/.exec(line)?.[1] ?? '').matchAll(/(\S+)\((\d+)\)/g)].flatMap(([, name, pid]) => ran(pid, name, 'name') ?? []),
  line => [...line.matchAll(/\(\("?([^"(),]{1,32})"?,pid=(\d+)/g)].flatMap(([, name, pid]) => ran(pid, name, 'name') ?? []),
  line => {
    const [, pid = '', name] = /^\s*(?:tcp|udp|raw|unix)6?\s.*\s(\d{1,7})\/([\w.-]+):?(?:\s+[@/]\S{0,200})?\s*$/.exec(line) ?? []
    const program = ran(pid, name, 'name')
    // The column is as wide as this, and nothing marks what was cut off.
    return program && `${pid}/${name}`.length >= netstatWidth ? { ...program, form: 'cut' } : program
  },
  line => treeNames(line).flatMap(name => ran('', name, 'name') ?? []),
  // `chkconfig --list`.
  line => {
    const levels = /^([\w.@-]+)\s+0:\S+\s+1:\S+\s+2:(\S+)\s+3:(\S+)\s+4:(\S+)\s+5:(\S+)\s+6:\S+\s*$/.exec(line)
    if (!levels) return undefined
    const on = levels.slice(2).some(level => /^(?:on|ein|marche|activ\w*|encendido|オン|启用|啟動)$/i.test(level))
    return { unit: `${levels[1]}.service`, key: on ? 'listed.unit-installed' : 'listed.unit-off' }
  },
  // One line of `systemctl list-units` or `list-unit-files`; `systemd-cgtop`; `systemd-analyze blame`.
  line => unitIn(line),
  line => {
    const [, unit, share] = /^\/?(?:[\w.-]+\.slice\/)+([\w@.-]+\.service)\s+[\d-]\d*(?:\s+(\d[\d.,]*)\s)?/.exec(line) ?? []
    if (unit === undefined) return undefined
    return usesMuch(share) ? { unit, key: stateKey('active'), busy: true } : { unit, key: stateKey('active') }
  },
  line => {
    const unit = /^\s*(?:\d+min )?[\d.]+m?s ([\w@.-]+\.service)\s*$/.exec(line)?.[1]
    return unit === undefined ? undefined : { unit, key: stateKey('active') }
  },
  // `lsmod`, `perf report`, a stack in crash.
  line => {
    const module =
      /^\s*([\w.-]+)\s+\d+\s+\d+(?:\s+[\w.,-]+)?\s*$/.exec(line)?.[1] ??
      /^\s*[\d.]+%\s.*?\s\[(\w{2,})\](?:\s|$)/.exec(line)?.[1] ??
      /^\s*#\d+ \[[0-9a-f]+\] \S+ at [0-9a-f]+ \[(\w+)\]\s*$/.exec(line)?.[1]
    return module === undefined ? undefined : { module }
  },
  ...moreForms,
  ...programForms,
  ...unitForms,
  ...moduleForms,
]

/** What a line of a known form names; nothing for prose. */
export function rowsIn(line: string): Row[] {
  return forms.flatMap(form => form(line) ?? [])
}

/** The programs of one line of `pstree`; `tree`, which lists files, draws longer branches. */
function treeNames(line: string): string[] {
  if (/[├└]──? |[|`]-- /.test(line)) return []
  if (
    !/^(?:(?:systemd|init)(?:\(\d+\))?-[+-]|[\w.-]+(?:\(\d+\))?─[┬─]|[\w.-]+\(\d+\)-[+-]-|[\w.-]+---\d+\*\[\{|(?:(?:systemd|init)(?:\(\d+\))?)?[\s│|]*(?:[├└┬]─|─[┬─]|[|`]-))/.test(
      line,
    )
  )
    return []
  // With `-a`, arguments follow the name: `|-grep,4711 clamd` runs grep. Of `-p` the number stays behind a comma then.
  const drawn = /^[\s│├└┬─|`+-]*\S*/.exec(line)![0]
  return drawn
    .split(/[\s│├└┬─|`+]+|-{2,}|-\+-/)
    .map(part =>
      part
        .replace(/^-+|-+$/g, '')
        .replace(/\(\d+(?:,[^)]*)?\).*$/, '')
        .replace(/,\d{1,8}$/, ''),
    )
    .map(part => part.replace(/^\d+\*\[(.*)\]$/, '$1'))
    .filter(part => /^[A-Za-z][\w.-]+$/.test(part))
}
