import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that are true after reading one file. */
async function factsIn(text: string, path = 'post.txt'): Promise<string[]> {
  return (await readFiles({ [path]: text })).truths
}

const prose = 'Both nodes have the same configuration, and nothing was changed.\n'.repeat(9)
const log = `Feb 04 02:13:31 hana1 lrmd[2101]: warning: vip_stop_0:411 - timed out after 20000ms
Feb 04 02:13:31 hana1 crmd[2104]:   error: Result of stop operation for vip on hana1: Timed Out
`
const old = `Feb 04 02:13:31 [2104] hana1.example.com       crmd:    error: process_lrm_event:	Operation vip_stop_0: Timed Out (node=hana1, call=38, timeout=60000ms)
`
const indented = log.replace(/^/gm, '    ')

describe('few log lines in much prose count when somebody tells of a cluster of their own', () => {
  test.each([
    [
      'a bug in a tracker',
      `Description of problem:\n${prose}\nActual results:\n${log}\nExpected results:\nNo fencing.\n\nAdditional info:\n${prose}`,
    ],
    ['a bug with the log of pacemaker 1.1', `How reproducible:\nSometimes\n${prose}\nActual results:\n${old}`],
    [
      'an issue with headings',
      `**Describe the bug**\n${prose}\n### Environment\nRHEL 8.6\n\n### Logs\n\`\`\`\n${log}\`\`\`\n\n### More\n${prose}`,
    ],
    [
      'a question in a forum',
      `Node gets fenced at night\n\n${prose}\nI have a two node cluster and found this:\n\n${indented}\nAny ideas?\n`,
    ],
    ['a question that shows indented code', `# Node fenced\n\nI'm running Pacemaker on RHEL 7.\n\n${prose}\n${indented}`],
    ['an answer on a list', `Node fenced\n\nOn 03/11/2024 03:05 AM, Sebastian wrote:\n> Any logs?\n\n${prose}\n${log}`],
    ['a question that tells what there is', `Fencing\n\nWe have a two-node Pacemaker cluster at a provider.\n\n${prose}\n${log}`],
    ['a question that begins with the trouble', `# Fencing\n\nI am having a problem with the address.\n\n${prose}\n${log}`],
    ['a report whose first page is missing', `could not be reached.\n\n## Timeline (UTC)\n\n${log}\n## Root Cause\n${prose}\n## Actions\n`],
    ['a question of a team', `We have noticed this on our production cluster:\n\n${prose}\n${log}\n${prose}`],
    [
      'a report of an incident',
      `# Incident report: node hana1 fenced\n\n## Timeline\n${log}\n## Root cause\n${prose}\n## Next steps\n${prose}`,
    ],
  ])('%s', async (_, text) => {
    expect(await factsIn(text)).toContain('ocf-timeouts')
  })

  test.each([
    'hana-admin commented on Feb 5, 2024',
    'hana-admin opened this issue 3 days ago',
    'hana-admin · comment · 2024-02-05',
    'Comment 3 Hana Admin 2024-02-05 08:11:12 UTC',
    'Hana Admin (hana-admin) wrote on 2024-02-05: #3',
    'Asked 2 years, 3 months ago',
    '### Post by hana-admin on 2024-02-05',
  ])('in a thread: %s', async post => {
    expect(await factsIn(`# Stop fails\n\n${post}\n${prose}\n${log}\n${prose}`)).toContain('ocf-timeouts')
  })

  test.each([
    [
      'a page that knows the answer',
      `# Restarts\n\n## Symptoms\n${prose}\nThis is logged on our cluster:\n\n${log}\n#### Cause\nSlow.\n\n#### Resolution\nFix it.\n`,
    ],
    [
      'a tutorial',
      `# How fencing works\n\nIn this tutorial we are running two nodes in our cluster.\n\n${prose}\n${log}\n## More\n${prose}`,
    ],
    ['a lesson in Chinese', `# 集群入门\n\n## 日志\n\n日志会显示如下：\n\n${log}\n## 更多\n${prose}`],
    ['a lesson in German', `# Wie Fencing geht\n\n## Protokoll\n\nIm Protokoll steht dann:\n\n${log}\n## Mehr\n${prose}`],
    ['a lesson with what it needs', `# Fencing\n\n## Prerequisites\n\nI have a lab.\n\n${prose}\n${log}`],
    ['the first half of an article', `Environment\n- RHEL 8\n\nIssue\n- Why was my cluster node fenced?\n\n${log}\n${prose}`],
    ['an answer for everybody', `# Time-outs\n\nYou may have a two-node cluster, or have issues with it.\n\n${prose}\n${log}`],
    ['an article that names no reader', `# Time-outs\n\n${prose}\n${log}\n${prose}`],
  ])('but not in %s', async (_, text) => {
    expect(await factsIn(text)).toEqual([])
  })
})

test('a timeline of an incident may show no more than the message', async () => {
  const text = `### Second incident\n\n**13:53:15** - the token is lost\n\`\`\`\n[TOTEM ] A processor failed, forming new configuration: token timed out (3000ms)\n\`\`\`\n${prose}`
  expect(await factsIn(text)).toContain('totem-token-lost')
  expect(await factsIn(text.replace('### Second incident', '### What corosync logs'))).toEqual([])
})

describe('a list of what happened when shows messages without a date', () => {
  const moments = (mark: (clock: string) => string) =>
    [
      `${mark('13:53:14')}The link is down`,
      '```',
      '[KNET  ] link: host: 1 link: 0 is down',
      '```',
      `${mark('13:53:15')}The token is lost`,
      '```',
      '[TOTEM ] A processor failed, forming new configuration: token timed out (3000ms)',
      '```',
      `${mark('13:53:19')}The node loses quorum`,
      prose,
    ].join('\n')
  test.each<[string, string, boolean]>([
    ['with moments in bold', moments(clock => `**${clock}** - `), true],
    ['with moments in a list', moments(clock => `- ${clock}: `), true],
    ['not without moments', moments(() => 'Then: '), false],
    [
      'not in an entry of a knowledge base',
      `Environment\n\nRHEL 8\n\nIssue\n\n${moments(clock => `${clock} - `)}\nResolution\n\nx\n`,
      false,
    ],
  ])('%s', async (_, text, expected) => {
    expect((await factsIn(text)).includes('totem-token-lost')).toBe(expected)
  })
  test('nor does a problem that shows them with the name of the program need a date', async () => {
    expect(
      await factsIn(
        '**Problem:** node02 loses its quorum. The journal:\n\ncorosync: [TOTEM] A processor failed, forming new configuration.\n',
      ),
    ).toContain('totem-token-lost')
  })
})

describe('lines that a mail broke into several are whole again', () => {
  const mail = (lines: string) => `Hello,\n\nthis is the log:\n\n${lines}\nKind regards\n`
  test.each([
    [
      'the executor',
      '> Mar 10 02:22:45 nodeb pacemaker-execd[2131]: warning: vip_app_stop_0[9991]\n> timed out after 20000ms\n',
      'ocf-timeouts',
    ],
    [
      'the controller, in three parts',
      'Mar 10 02:22:45 nodeb pacemaker-controld[2134]: error: Result of stop operation\nfor vip_app on nodeb: Timed Out after 20s (Resource agent did not complete\nwithin 20s)\n',
      'ocf-timeouts',
    ],
    [
      'corosync, quoted three times',
      '>>> Jul 31 03:51:02 node01 corosync[5870]:  [TOTEM ] Process pause detected\n>>> for 11149 ms, flushing membership messages.\n',
      'corosync-was-paused',
    ],
    [
      'corosync, broken before the time',
      'Mar 10 02:22:45 nodeb corosync[2134]: [TOTEM ] A processor failed, forming new\nconfiguration: token timed out (3650ms), waiting 4380ms for consensus.\n',
      'totem-token-lost',
    ],
  ])('%s', async (_, lines, fact) => {
    expect(await factsIn(mail(lines))).toContain(fact)
  })

  test('lines keep their numbers', async () => {
    const { events } = await readFiles({
      'mail.txt': mail(
        '> Mar 10 02:22:45 nodeb pacemaker-execd[2131]: warning: vip_app_stop_0[9991]\n> timed out after 20000ms\n> Mar 10 02:23:05 nodea pacemaker-schedulerd[2133]: warning: Cluster node nodeb\n> will be fenced: vip_app failed there\n',
      ),
    })
    expect(events.map(({ kind, line }) => [kind, line])).toEqual([
      ['operation-timed-out', 5],
      ['node-will-be-fenced', 7],
    ])
  })

  test.each([
    ['a sentence after a short line', 'Mar 10 02:22:45 nodeb corosync[2134]: [TOTEM ] Retransmit\nList: 1 2 3 4\n'],
    ['a prompt', 'Mar 10 02:22:45 nodeb pacemaker-execd[2131]: notice: vip_app_stop_0[9991] long\nnode01:~ # timed out after 20000ms\n'],
    ['another quotation', '> Mar 10 02:22:45 nodeb pacemaker-execd[2131]: warning: vip_app_stop_0[9991]\n>> timed out after 20000ms\n'],
  ])('but %s does not go on with it', async (_, lines) => {
    expect(await factsIn(mail(lines))).toEqual([])
  })
})

describe('a host whose name was hidden is a host', () => {
  test.each(['[node name]', '<hostname>', '(node 1)', '{{ node }}'])('%s', async host => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `2021-07-29 05:08:${String(i + 10)}  ${host} corosync: [TOTEM ] Retransmit List: 1be7`,
    )
    expect(await factsIn(lines.join('\n'))).toContain('totem-retransmits')
    expect(await factsIn(lines.map(line => line.replace(/^.*? {2}/, 'Jul 29 05:08:03 ')).join('\n'))).toContain('totem-retransmits')
  })

  test.each(['node  01', 'Node A', 'db server 2'])('as %s', async host => {
    const lost = (daemon: string) => `Aug 21 01:48:00 ${host} ${daemon}[19389]:  [TOTEM ] A processor failed, forming new configuration.\n`
    expect(await factsIn(lost('corosync'))).toContain('totem-token-lost')
    expect(await factsIn(lost('logger'))).toEqual([])
    expect(await factsIn(`Aug 21 01:48:00 ${host} kernel: nfs: server nas03 not responding, still trying\n`)).toContain('nfs-not-answering')
  })

  test('but another program stays another program', async () => {
    expect(await factsIn('2021-07-29 05:08:03 [main] app: A processor failed\n'.repeat(3))).toEqual([])
  })
})

describe('ps with its four own columns, in notes', () => {
  test.each([
    ['with days', '   1690 ?        12-03:11:22 wdavdaemon', ['microsoft-defender']],
    ['without', '   1651 ?        00:11:22 falcon-sensor', ['crowdstrike-falcon']],
    ['of a process that has ended', '   1651 ?        00:00:00 falcon-sensor <defunct>', []],
  ])('%s', async (_, row, agents) => {
    const { known } = await readFiles({ 'notes.txt': `Customer writes:\n\n$ ps -C x\n    PID TTY          TIME CMD\n${row}\n` })
    expect(known('vendors').flat()).toEqual(agents)
  })
})

describe('an entry of a knowledge base tells nothing but the whole lines of a log that it shows', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `Jun 10 14:46:24 node1 corosync[3266]:   [TOTEM ] Retransmit List: 5e ${i}\n`).join('')
  test.each([
    ['with its state', `Why does it fail?\n\nSolution Verified - Updated -\n\nIssue\n\n${lines}`],
    ['with its three parts', `A node was fenced\nEnvironment\n- RHEL 9\nIssue\n- It says\n${lines}Resolution\nAsk.\n`],
  ])('%s', async (_, text) => {
    expect(await factsIn(text)).toContain('totem-retransmits')
    const said = 'pcs status hangs. It took more than 20 minutes, and the stop of vip (IPaddr2) timed out.\n'
    expect(await factsIn(text.replace(lines, lines + said))).toEqual(await factsIn(text))
    expect(await factsIn(text.replace(lines, said))).toEqual([])
    // One line, or a message without its time, is what to look for.
    expect(
      await factsIn(text.replace(lines, 'Jun 10 14:46:24 node1 corosync[3266]: [TOTEM ] A processor failed, forming new configuration.\n')),
    ).toEqual([])
    expect(await factsIn(text.replaceAll(/^.*corosync\[3266\]: +/gm, ''))).toEqual([])
  })

  test('who reports a fault of his own uses some of its headings', async () => {
    expect(await factsIn(`Description of problem:\nEnvironment\nRHEL 9\nIssue\n${lines}Resolution\nnone\n`)).toContain('totem-retransmits')
    expect(await factsIn(`Issue\n${lines}Root cause\nnot known yet\n`)).toContain('totem-retransmits')
  })
})

describe('a sentence may quote a line of a log', () => {
  const issue = (sentence: string) => `# A node is lost\n\nHow to reproduce: start the other node.\n${sentence}\n\n${prose}`
  const ended = 'systemd[1]: corosync.service: Main process exited, code=dumped, status=6/ABRT'
  const lost = 'Jul 04 09:56:59 n1 corosync[374]:   [TOTEM ] A processor failed, forming new configuration: token timed out (3650ms)'
  test.each([
    ['in brackets', `All is well until the peer is back, then it ends (${ended})`, 'daemon-crashed-logged'],
    ['marked as code', `All is well. Then \`${lost}\` is logged by one node.`, 'totem-token-lost'],
    ['in quotation marks, brackets within', `In the log I find: "${lost}", and nothing else.`, 'totem-token-lost'],
    [
      'what only pcsd says',
      '`No response from: n2 request: /auth, exception: Connection refused - connect(2) for "n2" port 2224` is where it ends.',
      'pcs-refused',
    ],
    [
      'what only corosync says',
      'I can see packets in spite of the error "Totem is unable to form a cluster because of an operating system or network fault (reason: totem is continuously in gather state)."',
      'cannot-form-logged',
    ],
    ['what corosync says, as code and without its tag', '03:24 n2: `link: host: 1 link: 0 is down`, and it was alone.', 'links-went-down'],
    [
      'a warning and what came of it, in rows below one another',
      '| 03:24:19 | n2 | `Token has not been received in 3712 ms` |\n| 03:24:26 | n2 | `Sync left[1]: 1` |',
      'totem-token-lost',
    ],
    ['with brackets around brackets', `It went away (${lost}), and came back.`, 'totem-token-lost'],
  ])('%s', async (_, sentence, fact) => {
    expect(await factsIn(issue(sentence), 'issue.md')).toContain(fact)
  })

  test.each([
    ['what is not there', `We do not see \`${lost}\` on any node.`],
    ['what anybody can see', `You can see "${lost}" when a node is lost.`],
    ['what one would see', `Then you should see "${lost}" there.`],
    ['an example', `It logs a line such as \`${lost}\` then.`],
    ['what is looked for', `I used grep "${lost}" on all nodes.`],
    ['a text in code', `const first =\n  '${lost}',`],
    ['a text in data', `"message": "${lost}"`],
    ['a program that quotes', `Mar 28 06:15:03 node02 app[4713]: the ticket says "${lost}" here`],
    ['a message that names no program', 'Somebody writes "A processor failed, forming new configuration." there.'],
    ['a text that nobody wrote about a cluster of their own', `# How it works\n\nIt ends with \`${lost}\` then.\n`],
  ])('but not %s', async (_, sentence) => {
    expect(await factsIn(sentence.startsWith('# ') ? sentence : issue(sentence), 'issue.md')).toEqual([])
  })
})

test.each([
  ['French', 'nov. 22'],
  ['German', 'Okt 22'],
  ['Russian', 'ноя 22'],
])('lines of a log set in below words count with a month in %s', async (_, date) => {
  const text = `Hello,\n\nthis is what corosync of our node wrote last night:\n\n  ${date} 17:41:04 n1 corosync[733]:   [TOTEM ] A processor failed, forming new configuration.\n\nNobody touched the other one.\n`
  expect(await factsIn(text, 'mail.txt')).toContain('totem-token-lost')
})

describe('what went wrong may be all that somebody copied of a status', () => {
  const entry = "* console_stop_0 on node01 'unknown error' (1): call=137, status=Timed Out, exitreason='none',\n    queued=0ms"
  const newer =
    '  * web stop on node01 could not be executed (Timed Out: Resource agent did not complete within 20s) at Sat Mar 28 06:15:03 2026'
  const page = (row: string, heading = 'Failed Actions:') =>
    `# Nodes do not start\n\n${prose}\n\`\`\`\n${heading}\n${row}\n\`\`\`\n\n${prose}`
  test.each([
    ['by pacemaker 1.1', page(entry), 'issue.md', true],
    ['by pacemaker 2.1', page(newer, 'Failed Resource Actions:'), 'note.txt', true],
    ['on a page of an article', `Environment\n- RHEL 7\nIssue\n${page(entry)}Resolution\nNone.\n`, 'page.txt', false],
    ['in a manual', page(entry), 'docs/status.md', false],
    ['only named', `${prose}Look below "Failed Actions:" for the reason.\n${prose}`, 'issue.md', false],
  ])('%s', async (_, text, path, expected) => {
    expect((await factsIn(text, path)).includes('stop-operation-failed')).toBe(expected)
  })
})

describe('a core tells of what the daemon died', () => {
  const gdb = (program: string, signal: string) =>
    `# A daemon ends on the passive node\n\n${prose}\n\`Core was generated by \`${program}'.\nProgram terminated with signal ${signal}.\n#0  0xa6d42dd4 in ?? () from /lib/libc.so.6\n`
  test.each([
    ['corosync, by gdb', gdb('/usr/sbin/corosync -f', 'SIGSEGV, Segmentation fault'), true],
    ['corosync, by an older gdb', gdb('/usr/sbin/corosync -f', '6, Aborted'), true],
    ['another program', gdb('/opt/app/server -f', 'SIGSEGV, Segmentation fault'), false],
    ['somebody ended it', gdb('/usr/sbin/corosync -f', '15, Terminated'), false],
    [
      'a list of cores',
      'TIME                          PID  UID  GID SIG     COREFILE EXE\nSat 2026-03-28 06:15:03 CET  2187    0    0 SIGABRT present  /usr/sbin/corosync\n',
      true,
    ],
  ])('%s', async (_, text, expected) => {
    expect((await factsIn(text, 'issue.md')).includes('daemon-crashed-logged')).toBe(expected)
  })
})

describe('people tell of their own systems in other languages, too', () => {
  test.each([
    ['Chinese', '本次故障发生在凌晨'],
    ['Chinese, what was found', '昨晚值班同事发现命令卡住不动'],
    ['Japanese', '昨夜、サーバーが固まりました'],
    ['Korean', '새벽에 장애가 발생했다'],
    ['German', 'Heute Nacht fror unser Rechner ein.'],
    ['French', 'Notre serveur est tombé.'],
    ['Spanish', 'Nuestro servidor se reinició.'],
    ['Russian', 'Наш сервер перезагрузился.'],
    ['English', 'I noticed that nothing came back.'],
    ['what a monitor sends', '[CRITICAL] hana1 - cluster'],
  ])('%s', async (_, sentence) => {
    expect(await factsIn(`# A\n\n## B\n\n${sentence}\n\n${prose}\n${log}\n## C\n${prose}`, 'a.md')).toContain('ocf-timeouts')
  })
  test('a label before a line of a log is none of its words', async () => {
    const line = 'Mar 28 06:15:03 node02 kernel: Out of memory: Killed process 4711 (java) total-vm:8123456kB'
    expect(await factsIn(`${`Recent Logs: ${line}\n`.repeat(2)}`)).toContain('oom-kill-logged')
    expect(await factsIn(`${`We looked for: ${line}\n`.repeat(2)}`)).not.toContain('oom-kill-logged')
  })
})

describe('what a text does not show', () => {
  const line = (n: number) => `Nov 11 23:04:1${n} node1 kernel: usb 1-1: new high-speed USB device number ${n}\n`
  const loose = (count: number) => Array.from({ length: count }, (_, n) => line(n)).join('')
  test.each([
    ['is open where somebody copied out three lines of a log', `It says:\n${loose(3)}What is that?\n`, []],
    ['is not there where only the log was handed over', loose(3), [false]],
    ['is not there where many lines were copied', `It says:\n${loose(9)}What is that?\n`, [false]],
  ])('%s', async (_, text, said) => {
    expect((await readFiles({ 'post.txt': text })).known('storage-errors-logged')).toEqual(said)
  })
})
