import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const read = async (text: string, path = 'post.txt') => readFiles({ [path]: text })
const truths = async (text: string, path?: string) => (await read(text, path)).truths

describe('who reports a trouble of their own is believed, without a greeting and in whatever form', () => {
  test.each([
    ['what was done before', 'I upgraded the box to 9.4 and rebooted it.\n\nNow `ps aux` hangs, Ctrl-C does not help.\n', 'commands-hang'],
    ['a puzzle', '`ls /srv/share` never returns. No idea why, the disk is fine.\n', 'commands-hang'],
    ['what a group uses', 'We use autofs for home directories. df hangs on five of them.\n', 'commands-hang'],
    ['where it was seen', '**A hung df** - `df -h` hangs in state D. Seen on 5.14.0-427 only.\n', 'commands-hang'],
    ['what was the only help', 'On web3 `ls /data` hangs for ever. Only a hard reboot of the host helped.\n', 'commands-hang'],
    ['how often it comes', '/mnt/backup periodically goes away; then df hangs until the node is reset.\n', 'commands-hang'],
    ['since when', 'Since the upgrade to kernel 6.8 lsof hangs on every second host.\n', 'commands-hang'],
    ['when it was', 'Yesterday at noon ps hung on all nodes of rack 4.\n', 'commands-hang'],
    ['that nobody knows a reason', 'For some reason a stale mount is left over, causing df -h to hang.\n', 'commands-hang'],
    ['which machine alone', 'The mount works on alpha and beta.\nOn gamma `stat /srv` hangs - specific to this VM.\n', 'commands-hang'],
    ['a greeting with more behind it', 'Hi, after each oom kill on the docker host ps aux hangs.\n', 'commands-hang'],
    [
      'the form of a tracker',
      '### Used distribution\n\n> Debian 12\n\n### Unexpected behaviour you saw\n\n> df -h , ls /media hang forever\n> df -h hangs\n',
      'commands-hang',
    ],
    ['the form in German', '## Umgebung\n\nRHEL 8\n\n## Fehlerbeschreibung\n\n`df -h` hängt.\n', 'commands-hang'],
    ['the form in Spanish', '## Entorno\n\nRHEL 8\n\n## Descripción del problema\n\nEn el nodo 2 `df` se cuelga.\n', 'commands-hang'],
    ['the form in Chinese', '## 环境\n\nCentOS 7\n\n## 问题描述\n\n执行 `df -h` 命令卡住。\n', 'commands-hang'],
    ['the form in Japanese', '## 環境\n\nRHEL 8\n\n## 再現手順\n\n`df` を実行するとハングする。\n', 'commands-hang'],
    ['the form in Korean', '## 환경\n\nRHEL 8\n\n## 문제 현상\n\n`df -h` 명령이 응답이 없음\n', 'commands-hang'],
    ['the form in Portuguese', '## Ambiente\n\nRHEL 8\n\n## Descrição do problema\n\n`df` hangs.\n', 'commands-hang'],
    ['the form in Russian', '## Среда\n\nRHEL 8\n\n## Описание проблемы\n\nКоманда `df -h` зависает.\n', 'commands-hang'],
    ['a stack that was looked at', 'df 卡住\n\ncat /proc/3334/stack\n[<bf12520c>] ufsd_get_sb+0x20c\n', 'commands-hang'],
    ['what every command does', 'We have a tape archive. Reading `/proc/4711/cmdline` of such a task hangs forever.\n', 'commands-hang'],
    [
      'a request to whoever reads it',
      'Could you help? `df` hangs on node2. Can you tell me why, or do you have any idea? I rebooted it. Would you look at it?\n',
      'commands-hang',
    ],
    ['a set-up that gave up', 'I set up one node. It printed dots, then cluster.init timed out while waiting.\n', 'cluster-setup-timeout'],
    [
      'a start of a resource',
      'I moved the group to node02. Since then the start of vip_web on node02 timed out (pcs status).\n',
      'start-operation-failed',
    ],
    ['a stop of a resource', 'I updated pacemaker. The stop operation for db failed on node01.\n', 'stop-operation-failed'],
    [
      'a resource that does not stop',
      'We had pacemaker running for years; last night resource fs_data failed to stop.\n',
      'stop-operation-failed',
    ],
    [
      'a fencing for a stop',
      'I forgot a file. The agent returned rc=5 for stop, and for that failed stop node1 got a STONITH.\n',
      'stop-failure-led-to-fencing',
    ],
    [
      'why it was fenced',
      'I put node2 into standby. It was fenced by pacemaker because the stop of fs_data timed out.\n',
      'stop-failure-led-to-fencing',
    ],
  ])('%s', async (_, text, fact) => {
    expect(await truths(text)).toContain(fact)
  })

  test.each([
    ['in German', 'Bei uns dauert sosreport über 2 Stunden.\n', 120],
    ['in German, with another word order', 'Wir haben ein sosreport gezogen: auf node1 lief es 3 Stunden.\n', 180],
    ['in French', 'Chez nous sosreport a pris plus de deux heures.\n', 120],
    ['in Spanish', 'En nuestro servidor sosreport tarda unas 3 horas.\n', 180],
    ['in Chinese', '我们的服务器上 sosreport 跑了两个多小时。\n', 120],
    ['in Russian', 'У нас на сервере sosreport занимает 90 минут.\n', 90],
  ])('how long a report took, %s', async (_, text, minutes) => {
    expect((await read(text)).known('sos-runtime-minutes')).toEqual([minutes])
  })
})

describe('who speaks of anybody, of what may be, or of what is changed tells nothing', () => {
  test.each([
    ['a condition', 'If df hangs, I usually look at the mounts first. When you see that ls hangs, unmount it.\n'],
    ['a possibility', 'I wonder about autofs: `df` may hang there, and ls could hang.\n'],
    ['a README', '# mountcheck\n\nA tool that I wrote because df hangs on stale mounts.\n\n## Usage\n\n    mountcheck /srv\n'],
    [
      'a page of a manual',
      'NAME\n       df - report space\n\nBUGS\n       Last night, as always, df hangs when a server is gone.\n\nSEE ALSO\n       mount(8)\n',
    ],
    ['a runbook', 'Runbook: stale mounts\n\n1. Confirm that `df -h` hangs.\n2. We use umount -l. Only a reboot helps otherwise.\n'],
    [
      'a message of a change',
      'statfs: take the lock once\n\nWe found that df hangs when two of them run.\n\nSigned-off-by: A Developer <dev@example.com>\n',
    ],
    ['a patch', 'I moved the check. df hangs without it.\n\ndiff --git a/df.c b/df.c\n--- a/df.c\n'],
    ['a list of changes', 'Changelog\n\n1.2.1\n- We found that df hangs on autofs; it skips those now\n'],
    ['notes of a release', 'Release notes 4.2\n\nSince the last update, ps hangs no more.\nKnown: ls hangs on old kernels.\n'],
    ['code', '/**\n * We got reports that df hangs here.\n */\nstatic int check(struct path *p) {\n\treturn 0;\n}\n'],
    ['a script', '# I ran into this: df hangs on nfs\nif mountpoint -q /srv; then\n  echo ok\nfi\n'],
    ['a wish', 'Feature request: local mounts only\n\nWe have many mounts, and df hangs when one is stale.\n'],
    ['an article', 'Environment\n\nRHEL 8\n\nIssue\n\nWe see that df hangs.\n\nResolution\n\nUnmount it.\n'],
    ['advice', 'You can see that your df hangs as your mount is stale. Unmount your share, then run your df again. I tried it.\n'],
    ['a question and its answer', 'FAQ\n\nWhy does my df hang? We see that df hangs when NFS is gone.\n'],
    ['a repair', 'I updated the tool, which fixed that df hangs.\n'],
    ['what is over', 'I rebooted the node; df no longer hangs.\n'],
    ['something else that hangs', 'I ran the installer yesterday. The window hangs.\n'],
    ['a moment', 'Last night ls hung for about 10 seconds.\n'],
  ])('%s', async (_, text) => {
    expect(await truths(text, 'notes.txt')).not.toContain('commands-hang')
  })

  test.each([
    ['a service', 'I ran systemctl on our cluster. The start of the service failed.\n'],
    ['the cluster itself', 'I ran pcs. The start of the cluster failed.\n'],
    ['something outside of a cluster', 'I restarted the laptop. The start operation failed.\n'],
    ['what would be', 'I read about pacemaker: a node would be fenced if the stop operation failed.\n'],
    [
      'the start of something else',
      'I built a cluster of patterns. Here the start of a match was not resetting correctly after a failed match.\n',
    ],
    ['what was set', 'I configured pacemaker with on-fail=block for stop.\n'],
  ])('no operation failed: %s', async (_, text) => {
    const found = await truths(text)
    for (const fact of ['start-operation-failed', 'stop-operation-failed', 'stop-failure-led-to-fencing']) expect(found).not.toContain(fact)
  })
})

describe('what a list of moments tells of operations', () => {
  const list = (...rows: string[]) => `The list of our pacemaker cluster:\n\n${rows.join('\n')}\n`
  const table = (...rows: string[]) => `| Zeit | node01 | node02 |\n|---|---|---|\n${rows.join('\n')}\n`
  test.each([
    [
      'in words',
      list('18:29:51 - mysqld is killed', '18:30:19 - demote timed out on 03 after 20000ms', '18:31:20 - start timeout after 60000ms'),
      true,
    ],
    [
      'in cells',
      table(
        "| 02:23:05 | - | pacemaker-controld: sbd1_monitor_60000 on node01: expected 'ok' but got 'OCF_TIMEOUT'<br>Actions: Recover sbd1 |",
        "| 02:23:31 | - | pacemaker-controld: sbd1_start_0 on node01: expected 'ok' but got 'OCF_TIMEOUT' |",
        '| 02:23:43 | sbd: Servant is outdated (age: 4) | - |',
      ),
      true,
    ],
    ['of one stop', list('18:29:51 - standby', '18:30:19 - stop of fs_data timed out', '18:30:25 - fenced'), true],
    ['in Japanese', list('02:23:05 - `db` の監視がタイムアウト', '02:24:05 - `vip` の監視がタイムアウト', '02:25:00 - 再起動'), true],
    [
      'of one monitor, repeated',
      list('18:29:51 - monitor of db timed out', '18:30:19 - monitor of db timed out', '18:31:20 - recovered'),
      true,
    ],
    ['far from each other', list('08:29:51 - monitor of db timed out', '12:30:19 - start of db timed out', '18:31:20 - recovered'), false],
    ['on both sides of midnight', list('23:58:51 - monitor of db timed out', '00:01:19 - monitor of vip timed out', '00:02:20 - up'), true],
    [
      'on two days at the same time',
      `I upgraded our cluster.\n${list('2026-03-01 08:29 monitor of db timed out', '2026-03-08 08:30 monitor of vip timed out')}`,
      false,
    ],
    [
      'on one day',
      `I upgraded our cluster.\n${list('2026-03-01 08:29 monitor of db timed out', '2026-03-01 08:30 monitor of vip timed out')}`,
      true,
    ],
    [
      'and what should be set after it',
      list('08:29:51 - monitor of db timed out', '08:30:19 - start of db timed out: increase the time-out', '08:31:20 - up'),
      true,
    ],
    ['of a limit', list('08:29:51 - monitor timeout set to 60', '08:30:19 - start timeout: 90', '08:31:20 - stop timeout=120'), false],
    ['of plans', `Runbook\n\n${list('08:29 - stop of db timed out: call us', '08:30 - x', '08:31 - y')}`, false],
  ])('%s', async (_, text, late) => {
    const found = await truths(text, 'timeline.txt')
    if (late) expect(found).toContain('ocf-timeouts')
    else expect(found).not.toContain('ocf-timeouts')
  })
})

test('a million characters of one operation that runs out of time again and again are read to their end', async () => {
  const found = await read(`The list of our pacemaker cluster:\n${'12:00 - monitor of db timed out\n'.repeat(30_000)}`, 'timeline.txt')
  expect(found).toBeDefined()
}, 60_000)

describe('a command that somebody gave up on', () => {
  const trace = (last: string) =>
    `I see that the command hung at that line.\n\nstrace for ps\n\nopen("/proc/20353/status", O_RDONLY) = 6\nread(6, "Name", 1024) = 973\nclose(6)     = 0\n${last}\n\nAny help?\n`
  test.each([
    ['a call that never came back', trace('read(6,'), 'commands-hang', true],
    ['a call that came back', trace('read(6, "", 1024) = 0'), 'commands-hang', false],
    ['a call that may sleep for ever', trace('poll([{fd=3, events=POLLIN}], 1, -1'), 'commands-hang', false],
    ['another program', trace('read(6,').replace('for ps', 'for java'), 'commands-hang', false],
    ['one call alone', trace('read(6,').replace(/^(?:open|close).*\n/gm, ''), 'commands-hang', false],
    ['calls with sentences between them', trace('read(6,').replace('close(6)', 'Then I waited.\nclose(6)'), 'commands-hang', false],
    [
      'a command of the cluster, stopped after minutes',
      'I ran it twice.\nSeveral minutes later, I stopped it by the interrupt of the keyboard.\n[root@n1 ~]# pcs cluster start --all\n^CTraceback (most recent call last):\n',
      'cluster-commands-slow',
      true,
    ],
    [
      'a command of the cluster, stopped at once',
      'I ran it twice.\n[root@n1 ~]# pcs cluster start --all\n^C\n',
      'cluster-commands-slow',
      false,
    ],
  ])('%s', async (_, text, fact, holds) => {
    const found = await truths(text)
    if (holds) expect(found).toContain(fact)
    else expect(found).not.toContain(fact)
  })
})
