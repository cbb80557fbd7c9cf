import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
async function tells(fact: string, text: string, path = 'note.txt'): Promise<unknown> {
  const { known } = await readFiles({ [path]: text })
  return known(fact).includes(true) ? true : known(fact)[0]
}

describe('commands of the cluster are slow by what monitors, tables and shells noted', () => {
  test.each<[string, string]>([
    [
      'a monitor that had to stop it',
      '[2022-09-21 03:07:58 +0200] SERVICE ALERT: n1;cluster;CRITICAL;SOFT;2;check_pcs: "pcs status" still running after 60 s, killed',
    ],
    ['a monitor that measured it', 'WARN - pcs status took 41.2 seconds (warn 10 s)'],
    ['a monitor in another unit', '2024-03-01 04:10 PROBLEM n1: crm_mon -1 run time: 1.2 min'],
    ['figures behind the text of a check', "CRIT - cluster status | 'pcs status'=41.2s;10;20;0;"],
    ['a collector of measures', 'ha_command_duration_seconds{host="n1",cmd="pcs status"} 41.207'],
    [
      'a table of nodes with the commands in its head',
      rows('| node | crm_mon -1 | pcs status |', '|---|---|---|', '| n01 | 0.19 s | 2.4 s |', '| n02 | 0.61 s | 27.9 s |'),
    ],
    [
      'a table with the unit in its head',
      rows('time;pcs status (s);crm_mon -1 (s)', '2024-03-01 04:10;2.4;0.2', '2024-03-01 04:20;48,1;0.2'),
    ],
    ['a table with the nodes in its head', rows('command\tn01\tn02', 'pcs status\t2.4 s\t1m 12 s', 'crm_mon -1\t0.2 s\t0.3 s')],
    [
      'fish, with the user',
      rows('me@n1 ~> time sudo pcs status > /dev/null', '', '____', 'Executed in   72.31 secs    fish           external'),
    ],
    ['fish, below a folder', rows('root@n1 /e/corosync (main)> time pcs status', '', 'Executed in    1.20 mins    fish  external')],
    [
      'a German ticket, verb first',
      rows('Ticket:   INC0088231', '', 'Seit Dienstag braucht "pcs status" auf n2 gut anderthalb Minuten, bis etwas erscheint.'),
    ],
    ['a German mail', rows('Hallo,', '', 'auf n2 dauert ein "pcs status" rund eine Minute.')],
    ['a Dutch mail', rows('Hallo,', '', 'Sinds gisteren duurt "pcs status" op n2 ruim anderhalve minuut.')],
    [
      'a timeline in which it answers',
      rows(
        '07:03  n1: df -h started by the job',
        '07:06  on-call logs in, starts pcs status',
        '07:09  pcs status answers, all green',
        '07:20 end',
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('cluster-commands-slow', text)).toBe(true))

  test.each<[string, string]>([
    ['a monitor by its limit', 'WARN - pcs status run time limit 60 s'],
    ['a monitor that is content', 'OK - "pcs status" needed 2.2 s (crit 60 s)'],
    ['a monitor that it stopped soon', 'CRITICAL: "pcs status" timed out after 10 s'],
    ['buckets of a collector', 'ha_command_seconds_bucket{cmd="pcs status",le="60"} 41'],
    ['a table of limits', rows('| node | pcs status (timeout) |', '|---|---|', '| n01 | 60 s |')],
    ['a column of limits', rows('command\tn01\tlimit', 'pcs status\t2.4 s\t60 s')],
    ['a table of nobody', rows('| setting | pcs status |', '|---|---|', '| with a scanner | 60 s |')],
    ['a German mail by a bound', rows('Hallo,', '', 'auf n2 dauert ein "pcs status" weniger als eine Minute.')],
    ['a German mail of what was before', rows('Hallo,', '', 'jetzt braucht "pcs status" auf n2 wieder 2 s statt rund zwei Minuten.')],
    ['a German mail with a part of a second', rows('Hallo,', '', 'auf n2 braucht "pcs status" nur 0,25 Sekunden.')],
    ['a German mail of the past', rows('Hallo,', '', 'Früher brauchte "pcs status" auf n2 zwei Minuten.')],
    [
      'a timeline with another command that answers',
      rows('07:03  n1: pcs status started', '07:06  n1: df -h typed', '07:09  df -h answers', '07:20 end'),
    ],
  ])('but not by %s', async (_, text) => expect(await tells('cluster-commands-slow', text)).not.toBe(true))
})

describe('simple commands hang by what people noted of them', () => {
  const stack = rows(
    '[root@n1 ~]# cat /proc/44120/stack',
    '[<0>] rpc_wait_bit_killable+0x1e/0xa0 [sunrpc]',
    '[<0>] do_syscall_64+0x5b/0x1a0',
  )
  const dump = (at: string, pid: number, name = 'df') =>
    rows(
      `[Wed Jun  7 ${at} 2023] sysrq: Show Blocked State`,
      `[Wed Jun  7 ${at} 2023] task:${name.padEnd(16)}state:D stack:    0 pid:${pid} ppid:151150 flags:0x00000084`,
      `[Wed Jun  7 ${at} 2023]  schedule+0x35/0xa0`,
      `[Wed Jun  7 ${at} 2023]  fanotify_handle_event+0x2b1/0x3c0`,
    )
  test.each<[string, string]>([
    ['the code of timeout before the command', rows('timeout 150 $c; echo "rc=$?"', 'rc=124 150s  df -h', 'rc=0 0s  true')],
    [
      'timeout that had to kill it, between two dates',
      rows('root@n1:~ # date; timeout -s KILL 180 df -h /var; echo "rc=$?"; date', 'Thu 13 Jun 2024 04:50:02 PM EDT', 'Killed', 'rc=137'),
    ],
    ['a prompt read off a picture', rows('[root@ab—clu—02 ~]# time ls /usr/sbin | wc —l', '611', '', 'real 3m14.882s', 'user 0m0.003s')],
    ['the code behind the command', rows('df -h /var: rc=124 after 180 s')],
    ['the limit of a loop', rows('for c in "df -h" "ls /var"; do timeout 150 $c; echo "rc=$? $c"; done', 'rc=124 df -h')],
    [
      'a start long before the clock',
      rows(
        'Fri Mar 17 10:19:02 CET 2023',
        '[root@n1 ~]# ps -o pid,lstart,stat,cmd -p 44120',
        '    PID                  STARTED STAT CMD',
        '  44120 Fri Mar 17 10:02:11 2023 D    cat /export/ok.flag',
        stack,
      ),
    ],
    [
      'a start by the clock of the prompt',
      rows('[10:19:02 root@n1 ~]# ps -o pid,stime,stat,cmd -p 44120', '    PID STIME STAT CMD', '  44120 10:02 D    ls /export'),
    ],
    ['two lists of blocked tasks', dump('09:12:04', 151203) + dump('09:18:30', 151203)],
    [
      'two older lists',
      rows(
        '[ 1200.000001] SysRq : Show Blocked State',
        '[ 1200.000002] df              D ffff88003fc13780     0 15120      1 0x00000084',
        '[ 1500.000001] SysRq : Show Blocked State',
        '[ 1500.000002] df              D ffff88003fc13780     0 15120      1 0x00000084',
      ),
    ],
    ['a Russian post, behind a dash', rows('Добрый день.', '', 'ping сразу, а вот ls /usr/bin — засекал — 4 мин 20 сек.')],
    ['a prompt minutes later', rows('Добрый день.', '', 'Вход по ssh: после ввода пароля приглашение появляется через 3–5 минут.')],
    ['a prompt minutes later in German', rows('Hallo,', '', 'nach der Anmeldung per ssh kommt der Prompt erst nach 4 Minuten.')],
    [
      'a timeline that goes on to others before',
      rows('07:03  n1: df -h started by the job', '07:06  on-call starts pcs status', '07:15  df -h from 07:03 comes back', '07:20 end'),
    ],
    [
      'a trace without its first call',
      rows(
        'strace -tt -T ls /usr/bin:',
        '21:12:04.118301 openat(AT_FDCWD, "/lib64/libselinux.so.1", O_RDONLY|O_CLOEXEC) = 3 <61.004417>',
        '21:13:05.123004 openat(AT_FDCWD, "/lib64/libcap.so.2", O_RDONLY|O_CLOEXEC) = 3 <62.771020>',
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('commands-hang', text)).toBe(true))

  test.each<[string, string]>([
    ['a code after few seconds', rows('rc=124 10s  df -h')],
    ['another number', rows('124 df -h')],
    ['a program that may take long', rows('rc=124 150s  tar cf /dev/null /')],
    ['two lists at once', dump('09:12:04', 151203) + dump('09:12:30', 151203)],
    ['two lists with other tasks', dump('09:12:04', 151203) + dump('09:18:30', 151999)],
    ['a daemon in both lists', dump('09:12:04', 1203, 'crond') + dump('09:18:30', 1203, 'crond')],
    [
      'a start before a clock far above',
      rows(
        'Fri Mar 17 10:03:02 CET 2023',
        '[root@n1 ~]# ps -o pid,lstart,stat,cmd -p 44120',
        '    PID                  STARTED STAT CMD',
        '  44120 Fri Mar 17 10:02:11 2023 D    cat /export/ok.flag',
      ),
    ],
    ['a Russian post about seconds', rows('Добрый день.', '', 'ls /usr/bin — засекал — 4 сек.')],
    ['the uptime', rows('Hi all,', '', 'on n1 "uptime": up 3 min, load 12.')],
    ['the time of a process', rows('Hi all,', '', 'on n1 ps -ef: clamd 12 min')],
    ['a prompt after a restart', rows('Hallo,', '', 'nach dem Neustart kommt bei der Anmeldung der Prompt nach 4 Minuten.')],
    ['a prompt after a reboot', rows('Hallo,', '', 'der Server braucht nach dem Neustart 4 Minuten, dann kommt der Prompt.')],
    [
      'a trace of a daemon',
      rows(
        'strace -tt -T -p 812:',
        '21:12:04.118301 openat(AT_FDCWD, "/lib64/libselinux.so.1", O_RDONLY|O_CLOEXEC) = 3 <61.004417>',
        '21:13:05.123004 openat(AT_FDCWD, "/lib64/libcap.so.2", O_RDONLY|O_CLOEXEC) = 3 <62.771020>',
      ),
    ],
  ])('but not by %s', async (_, text) => expect(await tells('commands-hang', text)).not.toBe(true))

  test('tasks in such a list that wait for a verdict were caught in the act', async () =>
    expect(await tells('tasks-blocked-in-fanotify', dump('09:12:04', 151203))).toBe(true))
})

describe('how long a report took is known from prompts and journals', () => {
  const run = (first: string, last: string, command = 'sosreport --batch', ...more: string[]) =>
    rows(
      `${first} ${command}`,
      'sosreport (version 3.6)',
      ...more,
      'Your sosreport has been generated and saved in:',
      '  /var/tmp/x.tar.xz',
      '',
      `${last} ls`,
    )
  const journal = (...lines: string[]) => rows(...lines)
  test.each<[string, string, unknown, string?]>([
    ['a prompt with a clock', run('[13:05:12 root@n1 ~]#', '[14:28:40 root@n1 ~]#'), 83.5],
    ['a clock behind the name', run('root@n1 [13:05] ~ #', 'root@n1 [13:55] ~ #', 'sudo sos report --batch'), 50],
    ['across midnight', run('(23:50:00) root@n1:~#', '(00:41:00) root@n1:~#'), 51],
    [
      'a journal with a unit',
      journal(
        'Aug 03 23:50:02 n1 systemd[1]: Started /usr/sbin/sos report --batch.',
        'Aug 04 00:41:37 n1 sos[9182]: Your sosreport has been generated and saved in:',
      ),
      51.6,
      'journal-n1.txt',
    ],
    [
      'a journal with cron',
      journal(
        'Aug 03 02:00:01 n1 CROND[912]: (root) CMD (/usr/sbin/sosreport --batch)',
        'Aug 03 02:50:01 n1 CROND[911]: (root) CMDEND (/usr/sbin/sosreport --batch)',
      ),
      50,
      'journal-n1.txt',
    ],
    [
      'not when it waited for a key',
      run('[13:05:12 root@n1 ~]#', '[14:28:40 root@n1 ~]#', 'sosreport', 'Press ENTER to continue, or CTRL-C to quit.'),
      undefined,
    ],
    ['not when nothing was done', rows('[13:05:12 root@n1 ~]# sosreport --batch', '^C', '[14:28:40 root@n1 ~]# ls'), undefined],
    ['not of another prompt', run('[13:05:12 root@n1 ~]#', '[14:28:40 root@other ~]#'), undefined],
  ])('%s', async (_, text, minutes, path) => expect(await tells('sos-runtime-minutes', text, path)).toBe(minutes))
})
