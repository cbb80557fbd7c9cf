import { shellQuote } from '../plan/shell.ts'
import type { Needs } from './needs.ts'
import type { Filter } from './secrets.ts'

/** One thing to bring along, and what it is good for: keys that facts are read as, or kinds of log. Neither: always. */
interface Piece {
  readonly line: string
  readonly tells?: readonly string[]
  readonly logs?: readonly string[]
}

const run = (file: string, filter: Filter, ...command: string[]): string => `run ${file} hide_${filter} ${command.map(word).join(' ')}`
const copy = (filter: Filter, file: string): string => `copy hide_${filter} ${file}`
const lines = (file: string): string => `stage ${file} as_is lines_of /${file}`
const word = (text: string): string => (/^--?[\w,:=-]+$/.test(text) ? text : shellQuote(text))

const cluster = ['resource', 'resources', 'resource-agents', 'operations.', 'cluster.', 'components']
const process = ['process.', 'agents', 'components']

/** Everything in the order of its worth on a node that hangs: first what needs no program, last what is long. */
const pieces: readonly Piece[] = [
  { line: lines('proc/loadavg') },
  { line: lines('proc/uptime') },
  { line: 'stage sos_commands/process/blocked_tasks as_is blocked_tasks', tells: process },
  { line: 'stage sos_commands/kernel/blocked_stacks as_is blocked_stacks', tells: ['process.'] },
  { line: 'stage sos_commands/kernel/fanotify_holders as_is fanotify_holders', tells: ['fanotify.'] },
  { line: 'stage sos_commands/process/blocked_details as_is blocked_details', tells: ['process.'] },
  { line: lines('proc/modules'), tells: ['modules.', 'kernel.', 'agents'] },
  { line: lines('proc/sys/kernel/tainted'), tells: ['modules.', 'kernel.'] },
  { line: lines('proc/meminfo'), tells: ['memory.'] },
  { line: lines('proc/stat'), tells: ['cpu.'] },
  { line: run('sos_commands/host/hostname', 'settings', 'hostname') },
  { line: run('sos_commands/kernel/uname_-a', 'settings', 'uname', '-a') },
  { line: run('sos_commands/date/date', 'settings', 'date') },
  // The offset of today is not that of another season.
  { line: run('sos_commands/date/readlink_.etc.localtime', 'settings', 'readlink', '/etc/localtime') },
  { line: copy('settings', '/etc/os-release'), tells: ['rhel-major', 'rhel-release'] },
  { line: copy('settings', '/etc/redhat-release'), tells: ['rhel-major', 'rhel-release'] },
  {
    line: run('sos_commands/process/ps_wchan', 'arguments', 'ps', '-eo', 'pid,ppid,stat,wchan:32,etimes,user,args'),
    tells: process,
  },
  { line: run('sos_commands/process/ps_auxww', 'arguments', 'ps', 'auxww'), tells: process },
  { line: run('sos_commands/kernel/lsmod', 'settings', 'lsmod'), tells: ['modules.', 'agents'] },
  { line: run('sos_commands/auditd/auditctl_-s', 'settings', 'auditctl', '-s'), tells: ['audit.'] },
  { line: run('sos_commands/memory/free', 'settings', 'free'), tells: ['memory.'] },
  { line: run('sos_commands/filesys/df', 'settings', 'df', '-P'), tells: ['disk.'] },
  { line: run('sos_commands/filesys/df_-i', 'settings', 'df', '-P', '-i'), tells: ['disk.'] },
  { line: copy('corosync', '/etc/corosync/corosync.conf'), tells: ['totem.', 'cluster.'] },
  { line: copy('xml', '/var/lib/pacemaker/cib/cib.xml'), tells: cluster },
  { line: run('sos_commands/corosync/corosync-cfgtool_-s', 'corosync', 'corosync-cfgtool', '-s'), tells: ['totem.', 'corosync.'] },
  { line: run('sos_commands/corosync/corosync-cmapctl', 'corosync', 'corosync-cmapctl'), tells: ['totem.', 'corosync.'] },
  {
    line: run('sos_commands/corosync/corosync-cmapctl_-m_stats', 'corosync', 'corosync-cmapctl', '-m', 'stats'),
    tells: ['corosync.'],
  },
  { line: run('sos_commands/pacemaker/crm_mon_-1rfA', 'settings', 'crm_mon', '-1rfA'), tells: cluster, logs: ['status'] },
  { line: run('sos_commands/pacemaker/cibadmin_-Q', 'xml', 'cibadmin', '-Q'), tells: cluster, logs: ['status'] },
  { line: run('sos_commands/pacemaker/pcs_status_--full', 'settings', 'pcs', 'status', '--full'), tells: cluster, logs: ['status'] },
  { line: run('sos_commands/pacemaker/pcs_config', 'settings', 'pcs', 'config'), tells: cluster },
  {
    line: run('sos_commands/systemd/systemctl_list-units_--all', 'settings', 'systemctl', 'list-units', '--all', '--no-pager'),
    tells: ['agents'],
  },
  {
    line: run('sos_commands/systemd/systemctl_list-unit-files', 'settings', 'systemctl', 'list-unit-files', '--no-pager'),
    tells: ['agents'],
  },
  {
    line: run('sos_commands/rpm/rpm_-qa', 'settings', 'rpm', '-qa', '--qf', '%{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}\\n'),
    tells: ['agents', 'components', 'version.'],
  },
  { line: run('sos_commands/sar/sar', 'settings', 'sar'), tells: ['cpu.'] },
]

const long: readonly Piece[] = [
  { line: run('sos_commands/kernel/dmesg_-T', 'text', 'dmesg', '-T'), logs: ['kernel-log'] },
  { line: 'log /var/log/cluster/corosync.log', logs: ['cluster-log'] },
  { line: 'log /var/log/pacemaker/pacemaker.log', logs: ['pacemaker-log', 'cluster-log'] },
  { line: 'log /var/log/pacemaker.log', logs: ['pacemaker-log', 'cluster-log'] },
  { line: 'log /var/log/messages', logs: ['system-log'] },
  { line: 'stage sos_commands/process/blocked_arguments hide_arguments blocked_arguments', tells: ['process.'] },
]

const wanted =
  (needs: Needs) =>
  ({ tells, logs }: Piece): boolean =>
    (tells === undefined && logs === undefined) || (tells !== undefined && needs.tells(tells)) || (logs !== undefined && needs.logs(logs))

const body = (all: readonly Piece[], needs: Needs): string[] => all.filter(wanted(needs)).map(({ line }) => `  ${line}`)

/** The shell functions that bring what a base can read: `collect_short` and `collect_long`. */
export function commandFunctions(needs: Needs): string {
  // A node without a log file has everything in the journal; elsewhere the journal repeats the file.
  const journal = needs.logs(['system-log'])
    ? [
        '  if [ -n "$hours" ] || [ ! -e /var/log/messages ]; then',
        '    [ -n "$hours" ] || hours=24',
        '    if command -v journalctl >/dev/null 2>&1; then',
        '      take sos_commands/logs/journalctl_--no-pager journal',
        '    fi',
        '  fi',
      ]
    : []
  return [
    'collect_short() {',
    ...body(pieces, needs),
    '}',
    '',
    'collect_long() {',
    '  :',
    ...body(long, needs).slice(0, -1),
    ...journal,
    ...body(long, needs).slice(-1),
    '}',
    '',
  ].join('\n')
}
