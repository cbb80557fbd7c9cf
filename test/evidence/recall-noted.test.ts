import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
async function shown(fact: string, files: Record<string, string>): Promise<unknown> {
  const { known } = await readFiles(files)
  return known(fact).includes(true) ? true : known(fact)[0]
}
const tells = (fact: string, text: string, path = 'note.txt') => shown(fact, { [path]: text })

describe('commands of the cluster that were measured in other ways are slow', () => {
  test.each<[string, string]>([
    ['in a cell of a timeline', '2026-04-23;09:01;node1;JR;"time pcs status → real 4m11.870s";terminal'],
    ['by hyperfine', rows('Benchmark 1: crm_mon --one-shot', '  Time (mean ± σ):     22.413 s ±  1.904 s    [User: 0.049 s]')],
    [
      'with a format of its own, in a loop',
      rows("[root@n1 ~]# TIMEFORMAT='%lR'; for i in 1 2 3; do time crm_mon -1 >/dev/null; done", '0m21.118s', '0m23.902s'),
    ],
    [
      'below strace',
      rows('[root@n1 ~]# time strace -c -w -f -o /tmp/x pcs status >/dev/null', '', 'real    0m31.706s', 'user    0m1.611s'),
    ],
    ['on another node', rows("$ ssh n1 'time sudo /usr/sbin/crm_mon -1 > /dev/null'", '', 'real\t1m17.802s')],
    ['by a monitor, to the hundredth', rows('Subject: Problem on n1', '', 'pcs status took 31.40 s on n1')],
    [
      'by sos 3, which names only the program when it is done',
      rows(
        "2026-06-08 22:46:58,378 INFO: [plugin:pacemaker] collecting output of 'pcs status'",
        "2026-06-08 22:47:54,554 DEBUG: [plugin:pacemaker] collected output of 'pcs' in 41.700000 (changes=False)",
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('cluster-commands-slow', text, 'sos_logs/sos.log')).toBe(true))

  test.each<[string, string]>([
    ['hyperfine in milliseconds', rows('Benchmark 1: crm_mon --one-shot', '  Time (mean ± σ):     224.1 ms ±  1.9 ms')],
    ['a short one', '2026-04-23;09:01;node1;"time pcs status → real 0m2.204s";terminal'],
    ['a cluster in which nothing times out', rows('Hi,', '', 'Nothing else in our cluster times out, only this agent.')],
    [
      'what somebody answers below a question',
      rows(
        'We see nothing wrong on our cluster.',
        '',
        '1 Answer',
        '--------',
        'I have seen pcs status take a minute with another product.',
      ),
    ],
  ])('but not %s', async (_, text) => expect(await tells('cluster-commands-slow', text)).not.toBe(true))
})

describe('a report whose beginning and end are known took as long', () => {
  test.each<[string, string, unknown]>([
    ['noted over midnight', rows('Hello,', '', '3. sosreport on n1: started 22:45, finished 00:02.'), 77],
    [
      'between two dates',
      rows(
        '[root@n1 ~]# date; sosreport --batch; date',
        'Thu Mar 12 14:00:12 CET 2026',
        '',
        'sosreport (version 3.8)',
        'Thu Mar 12 15:41:50 CET 2026',
      ),
      101.6,
    ],
    [
      'between two dates that are near',
      rows('[root@n1 ~]# date; sosreport --batch; date', 'Thu Mar 12 14:00:12 CET 2026', '', 'Thu Mar 12 14:09:50 CET 2026'),
      9.6,
    ],
    ['told in Japanese', rows('こんにちは', '', 'sosreport の取得に 3 時間かかりました。'), 180],
  ])('%s', async (_, text, expected) => expect(await tells('sos-runtime-minutes', text)).toBe(expected))
})

describe('retransmitted messages that somebody counted', () => {
  const counted = (...lines: string[]) =>
    rows("[root@n1 ~]# zgrep -h 'Retransmit List' /var/log/messages-1.gz | cut -c1-12 | uniq -c", ...lines, '[root@n1 ~]# ')
  test.each<[string, string, unknown]>([
    ['many in a minute', counted('      2 Nov 11 22:58', '    388 Nov 11 23:01'), true],
    ['few in each minute', counted('      2 Nov 11 22:58', '      4 Nov 11 23:01'), false],
    ['so many in an hour that some ten minutes had ten', counted('    120 Nov 11 23'), true],
    [
      'in a whole log, on several nodes',
      rows(
        `$ ansible -i hosts prod -b -m shell -a "grep -c 'Retransmit List' /var/log/cluster/corosync.log-20240212"`,
        'ab1 | FAILED | rc=1 >>',
        '0non-zero return code',
        'ab2 | CHANGED | rc=0 >>',
        '3127',
      ),
      true,
    ],
    [
      'few in a whole log',
      rows("[root@n1 ~]# grep -c 'Retransmit List' /var/log/messages", '12', '[root@n1 ~]# wc -l /var/log/messages', '41230'),
      false,
    ],
    ['other lines', rows("# grep -h 'Accepted' /var/log/secure | cut -c1-12 | uniq -c", '    388 Nov 11 23:01'), false],
  ])('%s', async (_, text, expected) => expect((await tells('totem-retransmits', text)) === true).toBe(expected))
})

describe('operations that timed out and that somebody counted', () => {
  const counted = (...lines: string[]) =>
    rows("[root@n1 ~]# zgrep -h 'Timed Out' pacemaker.log* | sed 's/.*Result of/Result of/' | sort | uniq -c", ...lines, '[root@n1 ~]# ')
  test.each<[string, string, unknown]>([
    [
      'of several resources',
      counted(
        '     41 Result of monitor operation for fs_a on n1: Timed Out',
        '      2 Result of stop operation for db_a on n1: Timed Out',
      ),
      true,
    ],
    ['two in all', counted('      2 Result of monitor operation for fs_a on n1: Timed Out'), false],
    ['other results', counted('     41 Result of monitor operation for fs_a on n1: not running'), false],
  ])('%s', async (_, text, expected) => expect((await tells('ocf-timeouts', text)) === true).toBe(expected))
})

test('lines that grep found on several machines are read with the machine before the file', async () => {
  const line = (time: string) =>
    `ora1:/var/log/messages-20260512:May  8 ${time} ora1 pacemaker-execd[2840]: warning: lsn_monitor_30000[11029] timed out after 60000ms`
  expect(await tells('ocf-timeouts', rows(line('23:14:40'), line('23:16:12')))).toBe(true)
})

describe('what stands in a text for another reason shows nothing', () => {
  test.each<[string, string]>([
    [
      'messages that somebody is asked to look for',
      rows(
        'From: s@example.com',
        '',
        'please search your logs for these messages and tell us:',
        '',
        '  * "[TOTEM ] A processor failed, forming new configuration."  before a fencing',
        '',
        'Thanks',
      ),
    ],
    [
      'a change of the program',
      rows(
        'From: J',
        'Subject: [PATCH] totemsrp',
        '',
        'diff --git a/exec/totemsrp.c b/exec/totemsrp.c',
        '@@ -1735,7 +1735,10 @@ static int f (void *data)',
        '-\t\t"The token was lost in the OPERATIONAL state.");',
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('totem-token-lost', text)).not.toBe(true))

  test('a hang of ls that was measured in seconds', async () => {
    const text = rows(
      'Hello, `ls` hangs in one directory of ours',
      '',
      '    $ time ls -l /var/spool/out | wc -l',
      '    2108833',
      '',
      '    real    0m38.771s',
    )
    expect(await tells('commands-hang', text)).not.toBe(true)
  })

  test('a token that is lost after the cluster had decided to fence, because a daemon was gone', async () => {
    const decided =
      'Feb 27 09:11:22 n2 pacemaker-schedulerd[1987]:  warning: Cluster node n1 will be fenced: peer process is no longer available'
    const lost = 'Feb 27 09:11:52 n2 corosync[1950]:   [TOTEM ] A processor failed, forming new configuration.'
    expect(await tells('totem-token-lost', rows(decided, lost), 'n2/messages')).not.toBe(true)
    expect(await tells('totem-token-lost', rows(lost), 'n2/messages')).toBe(true)
  })
})

test('incidents in notes with times are told of a system of their own', async () => {
  const notes = rows(
    'Node: erp2. Called by monitoring 11:05. One root shell was still open:',
    '  - "ls -l /var/log" started 11:04 does not come back, at 11:09 still nothing',
    '  - crm_mon -1 started 11:05, printed at 11:07',
  )
  expect(await tells('commands-hang', notes)).toBe(true)
})

describe('rows of ps without their header are known by the columns that were asked for', () => {
  const agents = async (text: string) => (await readFiles({ 'chat.txt': text })).known('vendors')
  test.each<[string, string]>([
    [
      'also with a share of the processor',
      rows(
        "[root@n1 ~]# ps -eo pid,etimes,%cpu,comm | egrep 's1-|sentinel'",
        '   1390  811233  0.2 s1-agent',
        '   1428  811230 12.9 s1-scanner',
      ),
    ],
    [
      'also on another node',
      rows(
        '[root@n1 ~]# ssh n2 \'systemctl is-active pcsd; ps -eo pid,pcpu,stat,etime,args | egrep "pcsd|s1-"\'',
        'active',
        '   1522 21.8 Ssl  2-01:10:11 s1-agent',
        '   1541  3.0 Sl   2-01:10:10 s1-scanner',
      ),
    ],
  ])('%s', async (_, text) => expect(await agents(text)).toEqual([['sentinelone']]))
})

describe('commands that other tools ran or stopped', () => {
  test.each<[string, string, string]>([
    [
      'Ansible measured what it ran',
      'changed: [n1] => {"changed": true, "cmd": ["pcs", "status"], "delta": "0:00:29.114213", "end": "2026-01-05 05:00:49.270", "rc": 0}',
      'cluster-commands-slow',
    ],
    [
      'time was given a format',
      rows('n1:~ # /usr/bin/time -f "%e s elapsed %C" crm_mon -1', '38.21 s elapsed crm_mon -1'),
      'cluster-commands-slow',
    ],
    [
      'a collector with dots killed ls',
      '2026-02-20T07:13:01+01:00 [005/064] ls -l /run .......................... KILLED after 60s (timeout)',
      'commands-hang',
    ],
    [
      'systemd gave corosync no more time',
      rows('[root@n2 ~]# pcs cluster start', 'Job for corosync.service failed because a timeout was exceeded.'),
      'cluster-setup-timeout',
    ],
    [
      'Puppet gave pcs no more time',
      "Jul 21 03:17:40 n1 puppet-user[18322]: Error: /Stage[main]/Pacemaker::Corosync/Exec[Create Cluster c]/returns: change from 'notrun' to ['0'] failed: Command exceeded timeout",
      'cluster-setup-timeout',
    ],
  ])('%s', async (_, text, fact) => expect(await tells(fact, `${text}\n`)).toBe(true))

  test('a set-up that took long is no question to the cluster', async () => {
    const setup = 'changed: [n1] => {"cmd": ["pcs", "cluster", "setup", "c", "n1"], "delta": "0:00:59.114213", "rc": 0}\n'
    expect(await tells('cluster-commands-slow', setup)).not.toBe(true)
  })

  test('a report that somebody logs by hand', async () => {
    const log = rows('Mon Apr 15 20:02:11 CEST 2026 start sos report', 'Mon Apr 15 20:43:30 CEST 2026 end sos report, rc 0')
    expect(await tells('sos-runtime-minutes', log)).toBe(41.3)
  })
})

describe('what people tell in other languages', () => {
  test.each<[string, string, string]>([
    [
      'Russian, with its own quotation marks',
      rows('Здравствуйте,', '', 'команда «pcs status» на узле n2 выполняется полторы минуты.'),
      'cluster-commands-slow',
    ],
    ['Portuguese, in seconds', rows('galera, o pcs status no nó n2 tá demorando uns 40 segundos pra responder'), 'cluster-commands-slow'],
    ['Spanish', rows('De: Guardia', 'Asunto: n1', '', 'Un simple "ps -ef" tardó más de 6 minutos en devolver el prompt.'), 'commands-hang'],
    ['French', rows('Bonjour,', '', 'la commande « ls /opt » lancée sur n2 ne rend pas la main.'), 'commands-hang'],
    ['German', rows('Betreff: einfachste Befehle kommen nicht zurück', '', 'Hallo zusammen, was tun?'), 'commands-hang'],
    ['Japanese', rows('件名: n2 の件', '', '10:32 頃から ls コマンドの応答が返らない事象が発生しています。'), 'commands-hang'],
  ])('%s', async (_, text, fact) => expect(await tells(fact, text)).toBe(true))

  test.each<[string, string]>([
    [
      'what was read elsewhere',
      rows('Hello,', '', 'we have read that "pcs status" can take a minute then. Currently everything runs fine on our nodes.'),
    ],
    ['less than so long', rows('Hallo,', '', 'bei uns antwortet pcs status in weniger als 30 Sekunden.')],
    [
      'what to watch for',
      rows(
        '#03412278',
        'Support (Milan): Please watch after the rollout for',
        ' - pcs status being slower than before, it may take 40 seconds',
        '',
        'Thanks',
      ),
    ],
  ])('but not %s', async (_, text) => expect(await tells('cluster-commands-slow', text)).not.toBe(true))
})

describe('retransmitted messages that were counted as a whole, within a time that is named', () => {
  const counted = (command: string, count: number) => rows(`[root@n1 ~]# ${command}`, String(count), '[root@n1 ~]# ')
  test.each<[string, string, unknown]>([
    ['between two times', counted("journalctl -u corosync --since '09:00' --until '09:10' | grep -c 'Retransmit List'", 47), true],
    ['in the last hour', counted("journalctl -u corosync --since '1 hour ago' | grep -c 'Retransmit List'", 300), true],
    ['of ten minutes, with wc', counted("grep 'Mar 28 06:1' /var/log/messages | grep 'Retransmit List' | wc -l", 12), true],
    ['a few in ten minutes', counted("journalctl -u corosync --since '09:00' --until '09:10' | grep -c 'Retransmit List'", 4), false],
    ['some within a day', counted("journalctl -u corosync --since '24 hours ago' | grep -c 'Retransmit List'", 300), false],
    ['some within nobody knows what', counted("grep -c 'Retransmit List' /var/log/messages", 300), false],
    ['other lines', counted("journalctl --since '09:00' --until '09:10' | grep -c 'Accepted'", 300), false],
  ])('%s', async (_, text, expected) => expect((await tells('totem-retransmits', text)) === true).toBe(expected))
})

describe('sos waits for ENTER before it makes its archive, and that time is none of the report', () => {
  const log = (options: string, archive: string, end: string) =>
    rows(
      `2026-03-28 08:12:40,118 INFO: [sos.report:setup] effective options now: ${options}`,
      '2026-03-28 08:12:41,300 DEBUG: policy: Red Hat Enterprise Linux',
      `2026-03-28 ${archive} DEBUG: [archive:TarFileArchive] initialised empty FileCacheArchive at '/var/tmp/sos.k3j1h2'`,
      "2026-03-28 09:10:33,402 INFO: [plugin:block] collecting output of 'lsblk'",
      `2026-03-28 ${end} INFO: [plugin:yum] collecting output of 'yum -C repolist'`,
    )
  test.each<[string, string, number]>([
    ['an hour until somebody came back', log('--threads 4', '09:10:31,915', '09:16:40,001'), 6.2],
    ['a long one after that', log('--threads 4', '09:10:31,915', '09:56:40,001'), 46.2],
    ['one that asks nobody', log('--batch --threads 4', '09:10:31,915', '09:16:40,001'), 64],
  ])('%s', async (_, text, minutes) => expect(await shown('sos-runtime-minutes', { 'sos_logs/sos.log': text })).toBe(minutes))
})

describe('rows of ps within a session count by the columns that the command above them names', () => {
  const session = (...lines: string[]) => rows('[root@n1 ~]# date', 'Thu Mar 26 16:24:02 CET 2026', '', ...lines)
  test.each<[string, string, string]>([
    [
      'on another node, with awk',
      session(
        `[root@n1 ~]# ssh n2 "ps -eo pid,stat,wchan:28,etime,args | awk '\\$2 ~ /D/'"`,
        '  9120 D    fanotify_handle_event           03:40 /usr/sbin/pacemakerd -f',
        '  9188 D    fanotify_handle_event           02:51 ls /etc/corosync',
      ),
      'commands-hang',
    ],
    [
      'by grep, far below',
      session(
        ...Array.from({ length: 20 }, (_, i) => `line ${i}`),
        "root@n1 # ps -eo pid,state,etimes,wchan,cmd | grep ' D '",
        '  9188 D      611 fanotify_handle_event df -h',
      ),
      'commands-hang',
    ],
    [
      'a status that hangs',
      session(
        "n1:~ # sudo ps axo pid,etime,stat,args | grep '[p]cs'",
        '51233 02:41 D /usr/libexec/platform-python -Es /usr/sbin/pcs status',
        '51299 03:41 D crm_mon -1',
      ),
      'cluster-commands-slow',
    ],
  ])('%s', async (_, text, fact) => expect(await tells(fact, text)).toBe(true))

  test.each<[string, string]>([
    ['that wait for a moment', session('[root@n1 ~]# ps -eo pid,stat,etime,args | grep D', '  9188 D      00:01 ls /etc/corosync')],
    ['that sleep', session('[root@n1 ~]# ps -eo pid,stat,etime,args | grep tail', '  9188 S      02:51:11 tail -f /var/log/messages')],
  ])('but not those %s', async (_, text) => expect(await tells('commands-hang', text)).not.toBe(true))
})

describe('a report whose beginning and end are told in other languages took as long', () => {
  test.each<[string, string, unknown]>([
    ['French', "Le sosreport lancé à 15h50 sur node01 s'est terminé seulement à 17h05.", 75],
    ['French, with from and to', 'Sur node01 le sosreport a tourné de 9h10 à 10h20.', 70],
    ['Italian', 'Il sosreport avviato alle 9:10 è finito alle 10:20.', 70],
    ['Portuguese', 'O sosreport iniciado às 9h10 terminou às 10h20.', 70],
    ['Polish', 'sosreport uruchomiony o 9:10, zakończył się o 10:20', 70],
    ['Czech', 'sosreport spuštěn v 9:10, dokončen v 10:20', 70],
    ['Russian', 'sosreport запущен в 9:10, закончился в 10:20', 70],
    ['Turkish', "sosreport 9:10'da başladı, 10:20'de bitti", 70],
    ['a quick one', 'Le sosreport lancé à 15h50 est terminé à 15h58.', 8],
    ['the end of something else', 'Le sosreport lancé à 15h50 est joint ; le ticket est ouvert depuis 17h05.', undefined],
    ['a plan', 'Lancer le sosreport après 15h50, avant 17h05.', undefined],
  ])('%s', async (_, said, minutes) => expect(await tells('sos-runtime-minutes', rows('Bonjour,', '', said))).toBe(minutes))
})
