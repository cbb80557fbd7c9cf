import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
/** What files show; that a report was slow follows from how long it took. */
async function factsOf(files: Record<string, string>): Promise<readonly string[]> {
  const { truths, known } = await readFiles(files)
  return known('sos-runtime-minutes').some(minutes => Number(minutes) > 30) ? [...truths, 'sosreport-slow'] : truths
}
const factsIn = (text: string, path = 'paste.txt') => factsOf({ [path]: text })

describe('rows of ps whose columns somebody chose tell what hangs', () => {
  const asked = (...lines: readonly string[]) => rows('node2 login: root', '[root@node2 ~]# ps -eo stat,etime,args | grep ^D', ...lines)
  test.each<[string, string, string]>([
    ['without numbers, below the command', asked('D          21:07 df -PT'), 'commands-hang'],
    [
      'without numbers, below a header',
      rows('STAT     ELAPSED COMMAND', 'Ss      03:10:00 sshd', 'D          02:11 lsblk -J'),
      'commands-hang',
    ],
    [
      'after other commands, without a header',
      rows(
        ...Array.from({ length: 12 }, (_, i) => `[root@node2 ~]# echo ${i}`),
        '[root@node2 ~]# ps -e --no-headers -o pid,stat,etimes,comm | grep D',
        '4711 D 431 ls',
        '[root@node2 ~]# uptime',
      ),
      'commands-hang',
    ],
    ['with seconds', rows('$ ps axo state=,etimes=,args=', 'D 431 /usr/bin/ls /opt'), 'commands-hang'],
    [
      'of the cluster',
      asked('D          00:41:07 /usr/bin/python3 -Es /usr/sbin/pcs status', 'D 07:10 crm_mon -1'),
      'cluster-commands-slow',
    ],
    [
      'by the dates of their start',
      rows(
        'USER   PID STAT                  STARTED COMMAND',
        'root    71 D+   Mon Jun 12 07:52:31 2023 ls -l /var/log',
        'root    94 R+   Mon Jun 12 08:01:05 2023 ps -eo user,pid,stat,lstart,args',
      ),
      'commands-hang',
    ],
    ['in a mail', rows('Hi,', '> STAT ELAPSED COMMAND', '> D 21:07 df -PT'), 'commands-hang'],
  ])('%s', async (_, text, fact) => {
    expect(await factsIn(text)).toContain(fact)
  })

  test.each<[string, string]>([
    ['one that has waited for a minute', asked('D          01:07 df -PT')],
    ['one that sleeps', asked('S          21:07 df -PT', 'T          21:07 ls')],
    ['a daemon', asked('D          21:07 /usr/sbin/rsyslogd -n')],
    ['a thread of the kernel', asked('D          21:07 [kworker/u8:2+flush]')],
    ['the rows of another command', rows('[root@n ~]# ps -eo stat,etime,args', '[root@n ~]# cat notes', 'D          21:07 df -PT')],
    ['a list that copies a whole tree', asked('D          21:07 ls -lR /')],
    ['an advice to look', rows('Run ps -eo stat,etime,args and look for D; a line such as', 'D is uninterruptible sleep, 21:07 df')],
  ])('but not %s', async (_, text) => {
    expect(await factsIn(text)).not.toContain('commands-hang')
  })
})

describe('a sosreport that still runs has taken so long already', () => {
  const ps = (...lines: readonly string[]) => rows('    PID    PPID STAT     ELAPSED COMMAND', ...lines)
  const python = '/usr/libexec/platform-python -s /usr/sbin/sos report'
  test.each<[string, string, boolean]>([
    ['by itself', ps(` 640112  639980 S+      01:48:24 ${python} --batch`), true],
    ['which started a command', ps(` 640112  639980 S+      01:48:24 ${python}`, ' 671004  640112 D+         04:34 df -al'), true],
    [
      'of an old release, in ps aux',
      rows(
        'USER   PID %CPU %MEM    VSZ   RSS TTY   STAT START   TIME COMMAND',
        'root  4711  0.4  0.1 231312 41210 pts/0 S+   06:12   0:21 /usr/bin/python -Es /usr/sbin/sosreport --batch',
        'root  9411  0.0  0.0 151312  1210 pts/1 R+   08:01   0:00 ps aux',
      ),
      true,
    ],
    ['but only for half an hour', ps(` 640112  639980 S+         28:24 ${python} --batch`), false],
    ['but waits for a key', ps(` 640112  639980 S+      01:48:24 ${python}`), false],
    ['but was stopped', ps(` 640112  639980 T       01:48:24 ${python} --batch`), false],
    ['but collects from others', ps(` 640112  639980 S+      01:48:24 ${python.replace('report', 'collect')} --batch`), false],
    [
      'but is only looked at',
      ps(' 640112  639980 S+      01:48:24 less sosreport --batch', ' 640113  639980 S+      01:48:24 vim /usr/sbin/sosreport'),
      false,
    ],
  ])('%s', async (_, text, expected) => {
    expect((await factsIn(text)).includes('sosreport-slow')).toBe(expected)
  })
})

describe('how long a report took', () => {
  const job = (from: string, to: string) =>
    rows(`${from} sosreport (version 4.5.6)`, `${from}   Setting up archive ...`, `${to} Your sosreport has been generated and saved in:`)
  const session = (from: string, to: string, between = 'Your sosreport has been generated and saved in:') =>
    rows(
      '[root@n1 ~]# date',
      `Thu Mar 12 ${from} CET 2026`,
      '[root@n1 ~]# sos report --batch',
      between,
      '[root@n1 ~]# date',
      `Thu Mar 12 ${to} CET 2026`,
    )
  const unit = (from: string, to: string) =>
    rows(
      `Mar 12 ${from} n1 sos[4100]: sosreport (version 4.5.6)`,
      `Mar 12 ${from} n1 CROND[77]: (root) CMD (/usr/lib64/sa/sa1 1 1)`,
      `Mar 12 ${to} n1 sos[4100]: Your sosreport has been generated and saved in:`,
    )
  test.each<[string, Record<string, string>, boolean]>([
    ['in the output of a job with times', { 'job.txt': job('[2026-03-12T10:00:02.113Z]', '[2026-03-12T11:12:40.000Z]') }, true],
    ['over midnight', { 'job.txt': job('[23:50:02]', '[00:41:40]') }, true],
    ['in the log of its unit', { 'var/log/messages': unit('01:00:02', '02:12:30') }, true],
    ['between two dates', { 'console.txt': session('14:00:12', '14:52:50') }, true],
    ['but a quick one of a job', { 'job.txt': job('[2026-03-12T10:00:02.113Z]', '[2026-03-12T10:12:40.000Z]') }, false],
    ['but a quick one of a unit', { 'var/log/messages': unit('01:00:02', '01:29:30') }, false],
    [
      'but two jobs, of which one was cut off',
      { 'job.txt': `[08:00:00] sosreport (version 4.5.6)\n${job('[10:00:02]', '[10:12:40]')}` },
      false,
    ],
    ['but one that was interrupted', { 'console.txt': session('14:00:12', '14:52:50', '^CExiting on user cancel') }, false],
    [
      'but one that waited for a key',
      { 'console.txt': session('14:00:12', '14:52:50', 'Press ENTER to continue, or CTRL-C to quit.') },
      false,
    ],
    ['but a date after something else', { 'console.txt': session('14:00:12', '14:52:50', 'saved\n[root@n1 ~]# scp x y:') }, false],
  ])('%s', async (_, files, expected) => {
    expect((await factsOf(files)).includes('sosreport-slow')).toBe(expected)
  })
})

describe('what automation and monitoring measured', () => {
  const asked = 'cluster-commands-slow'
  const report = 'sosreport-slow'
  const salt = (name: string, ms: string) =>
    rows('      ID: health', `    Name: ${name}`, '  Result: True', ' Started: 05:00:19.1', `Duration: ${ms} ms`)
  test.each<[string, string, string]>([
    ['the tasks of a play', rows('run pcs status ------------------------- 32.02s', 'Gathering Facts ----- 16.90s'), asked],
    ['a task that collects a report', rows('sos : Collect sosreport ------------------------- 2732.02s'), report],
    [
      'the time below the next task',
      rows(
        `TASK [crm_mon -1] ${'*'.repeat(62)}`,
        'Friday 05 January 2024  05:00:02 +0000 (0:00:00.041)       0:00:00.041 ********',
        'changed: [n1]',
        '',
        `TASK [end] ${'*'.repeat(69)}`,
        'Friday 05 January 2024  05:00:42 +0000 (0:00:40.102)       0:00:40.143 ********',
      ),
      asked,
    ],
    ['a result of Ansible in YAML', rows('  cmd: pcs status --full', '  delta: 0:00:43.114213', '  rc: 0'), asked],
    ['a state of Salt', salt('/usr/sbin/sos report --batch', '2711430.531'), report],
    ['a resource of Puppet', rows('Info: /Stage[main]/Ha/Exec[pcs status]: Evaluated in 43.21 seconds'), asked],
    ['a log of a service', rows("2026-03-12 10:00:02,113 INFO check: command 'crm_mon -1 -r' finished in 41.3s (rc=0)"), asked],
    ['a shell that shows its commands', rows('[2026-03-12T10:00:02.113Z] + pcs status', '[2026-03-12T10:00:44.000Z] + echo done'), asked],
    ['the same with a time of its own', rows('+ 10:00:02 sos report --batch --tmp-dir /data', '+ 10:51:40 ls /data'), report],
    ['a metric', rows('# TYPE x gauge', 'check_duration_seconds{command="pcs status",node="n1"} 43.118'), asked],
    ['a metric by its name', rows('node_crm_mon_duration_seconds 27.8 1690000000000'), asked],
    ['a metric in milliseconds', rows('script_duration_milliseconds{script="crm_mon -1"} 27800'), asked],
    ['the exporter of the cluster', rows('ha_cluster_scrape_duration_seconds{collector="pacemaker"} 47.804'), asked],
    [
      'an answer of Prometheus',
      '{"data":{"result":[{"metric":{"__name__":"check_seconds","command":"pcs status"},"values":[[1690000000,"1.7"],[1690000060,"43.2"]]}]}}',
      asked,
    ],
    [
      'an export',
      '[{"host": "n1", "command": "df -h", "rc": 0, "duration_seconds": 431},\n {"host": "n2", "command": "df -h", "duration_seconds": 0}]',
      'commands-hang',
    ],
    ['an export with decimals', '{"task": "Run sos report", "duration": 2711.43}', report],
    ['a table', rows('time,host,command,elapsed_seconds', '10:00,n1,pcs status,1.9', '10:05,n2,pcs status,38.4'), asked],
  ])('%s', async (_, text, fact) => {
    expect(await factsIn(text)).toContain(fact)
  })

  test.each<[string, string]>([
    [
      'a task that waits',
      rows(
        'wait until pcs status shows all nodes ------------- 132.02s',
        'fetch the sosreport ------- 2732.02s',
        'Upload sos report ---- 4100.10s',
      ),
    ],
    ['a command that changes something', rows('  cmd: pcs resource move vip n2 --wait', '  delta: 0:00:43.114213')],
    ['a quick one', rows('run pcs status ------------------------- 12.02s', 'Collect sosreport ---- 732.02s')],
    [
      'a task that is tried again until the nodes are there',
      rows('FAILED - RETRYING: [n1]: run pcs status (9 retries left).', 'run pcs status ------------------------- 132.02s'),
    ],
    ['a limit', rows('check_timeout_seconds{command="pcs status"} 60', 'check_interval_seconds{command="pcs status"} 300')],
    ['a sum', rows('check_duration_seconds_sum{command="pcs status"} 4311.8', 'check_duration_seconds_count{command="pcs status"} 900')],
    ['a collector that calls two commands', rows('ha_cluster_scrape_duration_seconds{collector="pacemaker"} 27.804')],
    ['another collector', rows('ha_cluster_scrape_duration_seconds{collector="corosync"} 47.804')],
    ['a whole number in an unknown unit', '{"command": "pcs status", "duration": 431}'],
    ['the time since something was seen', '{"command": "pcs status", "seconds_since_last_run": 431.5, "timeout_seconds": 60}'],
    ['a step that does more', rows('[10:00:02] + pcs status; sleep 60', '[10:01:04] + echo done')],
    ['a command in the background', rows('[10:00:02] + sos report --batch &', '[11:01:04] + wait')],
    ['the last command of a job', rows('[10:00:02] + echo', '[10:00:03] + pcs status')],
    ['a prompt with a time, behind which somebody thinks', rows('[10:00:02] root@n1:~# pcs status', '[10:09:02] root@n1:~# uptime')],
    ['a table of limits', rows('command,timeout_seconds', 'pcs status,60')],
  ])('but not %s', async (_, text) => {
    const found = await factsIn(text)
    expect([asked, report, 'commands-hang'].filter(fact => found.includes(fact))).toEqual([])
  })
})
