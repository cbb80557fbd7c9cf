import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** What one file shows: the facts that are true, and the agents. */
async function shown(text: string, path = 'text.txt') {
  const { truths, known, events } = await readFiles({ [path]: text })
  return { truths, agents: known('vendors').flat(), lines: events.map(({ line }) => line) }
}
const factsIn = async (text: string, path?: string) => (await shown(text, path)).truths

const stop = (before: string, after = '') =>
  `${before}Feb 04 02:13:31 db1 pacemaker-execd[2101]: warning: vip_stop_0[411] timed out after 20000ms${after}`
const page = (body: string) =>
  `<!DOCTYPE html>\n<html><head><title>Ticket 4711</title><style>\nbody { color: red }\n</style></head>\n<body>${body}</body></html>\n`

describe('a page of a ticket system is read as its reader sees it', () => {
  test('each row is a line, and entities are what they stand for', async () => {
    const rows = `<table><tr><td>Node fenced</td></tr></table><pre>\n${stop('')}\nFeb 04 02:13:31 db1 kernel: EXT4-fs &lt;dm-0&gt;\n</pre>`
    expect(await factsIn(page(rows), 'ticket.html')).toContain('ocf-timeouts')
    expect(await factsIn(page(`<p>${stop('')}<br>more &amp; more<br>${stop('')}</p>`), 'ticket.html')).toContain('ocf-timeouts')
  })
  test('a unit whose mark is an entity is a unit', async () => {
    const status =
      '[root@db1 ~]# systemctl status pcsd falcon-sensor\n[root@db1 ~]# pcs status\n&#9679; falcon-sensor.service - CrowdStrike Falcon Sensor\n     Loaded: loaded (/usr/lib/systemd/system/falcon-sensor.service; enabled)\n     Active: active (running) since Tue 2024-05-14 08:54:58 CEST; 44min ago'
    expect((await shown(page(`<pre>${status}</pre>`), 'note.html')).agents).toEqual(['crowdstrike-falcon'])
  })
  test('a part of a page needs no frame', async () => {
    const code = `<pre><code>${stop('')}\n${stop('')}\nFeb 04 02:13:31 db1 kernel: audit: audit_backlog=8193 &gt; audit_backlog_limit=8192\n</code></pre>`
    const facts = ['ocf-timeouts', 'audit-backlog-overflowed']
    expect(await factsIn(`<h1>Why was it fenced?</h1>\n<p>We have two nodes.</p>\n${code}`, 'post.html')).toEqual(
      expect.arrayContaining(facts),
    )
    const lesson = `<h1>Fencing</h1>\n<p>In this tutorial we read logs.</p>\n${'<p>Every part is explained.</p>\n'.repeat(9)}${code}`
    expect(await factsIn(lesson, 'post.html')).toEqual([])
  })
  test('but not what stands in a script', async () => {
    expect(await factsIn(page(`<script>\n${stop('')}\n${stop('')}\n</script>`), 'ticket.html')).toEqual([])
  })
})

describe('an export in JSON holds the lines that people wrote', () => {
  test.each([
    [
      'a chat',
      [
        { type: 'message', user: 'U02', text: 'node is gone?' },
        { user: 'U03', text: `\`\`\`${stop('')}\n${stop('')}\`\`\`` },
      ],
    ],
    [
      'an issue with its comments',
      { title: 'Fenced', body: `We have noticed this:\r\n\r\n${stop('    ')}\r\n`, comments: [{ body: 'same here' }] },
    ],
  ])('%s', async (_, document) => {
    expect(await factsIn(JSON.stringify(document, null, 1), 'export.json')).toContain('ocf-timeouts')
    expect(await factsIn(JSON.stringify(document), 'export.json')).toContain('ocf-timeouts')
  })
  test('a document that is cut off gives nothing and breaks nothing', async () => {
    const text = JSON.stringify([{ text: `${stop('')}\n${stop('')}` }])
    expect(await factsIn(text.slice(0, -3), 'export.json')).toEqual([])
  })
})

describe('a mail is read as it was written', () => {
  const mail = (encoding: string, body: string, type = 'text/plain; charset=utf-8') =>
    `From: A <a@example.com>\nTo: b@example.com\nSubject: fenced again\nMIME-Version: 1.0\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}`
  test('lines that were broken for the way are whole again and keep their numbers', async () => {
    const text = mail(
      'quoted-printable',
      'Hello,\n\nFeb 04 02:13:31 db1 pacemaker-execd[2101]: warning: vip_stop_0[411=\n] timed out after 20000ms =E2=80=93 see below\n',
    )
    expect(await factsIn(text, 'mail.eml')).toContain('ocf-timeouts')
    expect((await shown(text, 'mail.eml')).lines).toEqual([10])
  })
  test('a line that was broken right behind its program is whole, however short it is', async () => {
    const text = `From: A <a@example.com>\nTo: b@example.com\nSubject: fenced again\n\nHello,\n\nthis is the line:\n\nFeb 04 02:13:31 db1 pacemaker-controld[2101]:\n error: Result of stop operation for app_vip on db1: Timed Out after 20s\n (Resource agent did not complete within 20s)\n\nRegards\n`
    expect(await factsIn(text, 'mail.eml')).toEqual(expect.arrayContaining(['ocf-timeouts', 'ip-address-stop-failed']))
  })
  test('what follows a program without a message is not taken for it', async () => {
    const text = `From: A <a@example.com>\nTo: b@example.com\nSubject: question\n\nHello,\n\nthe lines begin with\nFeb 04 02:13:31 db1 pacemaker-controld[2101]:\nand what I look for is the Result of stop operation for app_vip on db1: Timed Out after 20s, but there is none.\n`
    expect(await factsIn(text, 'mail.eml')).not.toContain('ocf-timeouts')
  })
  test('its text alone, copied without the header, is decoded and made whole where the writer broke it, too', async () => {
    const sent = (text: string) => text.replace(/^.{75}(?=..)/gm, '$&=\n')
    const task = (name: string) => sent(`Mar 28 06:15:03 db-node-01 kernel: INFO: task ${name}:31877 blocked for more than\n120 seconds.\n`)
    const prose = sent('The old node stands still each night, and nobody knows at all what it is waiting for.\n')
    expect(prose).toContain('=\n')
    expect(await factsIn(`${prose}${prose}${task('umount')}${task('vgscan')}`)).toEqual(
      expect.arrayContaining(['hung-tasks-logged', 'commands-hang']),
    )
    const heading = `${'='.repeat(75)}\n`
    expect(await factsIn(`${heading}a=\n${heading}b=\n${task('umount')}`)).not.toContain('commands-hang')
  })
  test('base64 is decoded, in one part or in several', async () => {
    const body = Buffer.from(`Hello,\n\n${stop('')}\n`)
      .toString('base64')
      .replace(/.{76}/g, '$&\n')
    expect(await factsIn(mail('base64', body), 'mail.eml')).toContain('ocf-timeouts')
    const parts = `--b1\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\n${body}\n--b1\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b1--\n`
    expect(await factsIn(mail('7bit', parts, 'multipart/mixed; boundary=b1'), 'mail.eml')).toContain('ocf-timeouts')
  })
})

describe('lines of a log in the forms in which they leave it', () => {
  test.each([
    [
      'with the priority of the protocol apart',
      '<6> 1 2024-02-04T02:13:31.159524+01:00 db1 kernel - - - [65818.378287] audit: backlog limit exceeded',
      'audit-backlog-overflowed',
    ],
    [
      'with the year first and the level behind the host',
      '2024 Feb 04 02:13:31.159524 db1 ERR kernel: [ 9118.378287] audit: backlog limit exceeded',
      'audit-backlog-overflowed',
    ],
    ['with the level instead of a date', 'ERR kernel: [   19.318287] audit: backlog limit exceeded', 'audit-backlog-overflowed'],
    [
      'with the clock of the kernel behind the level',
      '2024-02-04 02:13:31 warning [ 9118.378287] audit: backlog limit exceeded',
      'audit-backlog-overflowed',
    ],
    [
      'with the time of a build server before the clock of the kernel',
      '    2025-01-24T02:15:03.9009694Z [  246.932163] INFO: task ls:1055 blocked for more than 122 seconds.',
      'commands-hang',
    ],
    [
      'with the time of a console server before the clock of the kernel, and a word that could be a program behind it',
      '2017-04-08 03:34:51    [29201245.781675] BUG: unable to handle kernel NULL pointer dereference at 0000000000000008',
      'kernel-crash-found',
    ],
    [
      'between the lines of systemd on a console',
      '    [  OK  ] Reached target Multi-User System.\n             Starting Authorization Manager...\n    [  207.955868] nfs: server nas7 not responding, still trying\n    [  OK  ] Started Authorization Manager.\n[FAILED] Failed to start Mail.',
      'nfs-not-answering',
    ],
    ['with host and program alone', 'db1 kernel: nfs: server nas7 not responding, timed out', 'nfs-not-answering'],
    [
      'with the number of the daemon behind the colon',
      'sbd: [18715]: WARN: Latency: 6 exceeded threshold 3 on disk /dev/disk/by-id/dm-uuid-mpath-3600508b4',
      'sbd-disk-slow-logged',
    ],
    ['with a month in Chinese', '2 月 04 日 02:13:31 db1 kernel: nfs: server nas7 not responding, timed out', 'nfs-not-answering'],
  ])('%s', async (_, line, fact) => {
    expect(await factsIn(`${line}\n`)).toContain(fact)
  })
  test('as a part of a sentence', async () => {
    const text = `# Problem: a node was fenced at night\n\n${'Nothing was changed before.\n'.repeat(12)}\`${stop('')}\`\n`
    expect(await factsIn(text, 'ticket.md')).toContain('ocf-timeouts')
  })
  test('as notes that are hardly more than log lines', async () => {
    const notes = (words: number) => `${'Зачем?\n'.repeat(words)}${stop('')}\n${stop('')}\n`
    expect(await factsIn(notes(8), 'notes.md')).toContain('ocf-timeouts')
    expect(await factsIn(notes(20), 'notes.md')).toEqual([])
    expect(await factsIn(notes(8), 'lib/fixtures.py')).toEqual([])
  })
  test('times that a copied terminal shows count in whatever file it is', async () => {
    const ticket =
      'Everything is slow since last week.\n\n```\n[root@db1 ~]# time pcs status >/dev/null\n\nreal\t1m14.863s\nuser\t0m1.204s\nsys\t0m0.377s\n```\n'
    expect(await factsIn(ticket, 'ticket.md')).toContain('cluster-commands-slow')
  })
})

test('lines of one file with parts of a second may stand in any order', async () => {
  const lines = [
    '2024-02-04T02:13:31.9+01:00 db1 pacemaker-controld[9]:  notice: Requesting fencing (reboot) of node db2',
    '2024-02-04T02:13:31.1+01:00 db1 pacemaker-schedulerd[9]:  warning: Cluster node db2 will be fenced: peer is no longer part of the cluster',
    '2024-02-04T02:13:25.1+01:00 db1 corosync[7]:   [TOTEM ] A processor failed, forming new configuration.',
  ]
  expect(await factsIn(`${lines.join('\n')}\n`, 'messages')).toContain('membership-loss-led-to-fencing')
})

test.each(['ticket.html', 'chat.json', 'mail.eml'])('%s tells the same as the log and the list in it', async name => {
  const { truths, agents } = await shown(readFileSync(`test/evidence/fixtures/${name}`, 'utf8'), name)
  expect(truths).toEqual(expect.arrayContaining(['ocf-timeouts', 'stop-operation-failed', 'stop-failure-led-to-fencing']))
  expect(agents).toEqual(['microsoft-defender'])
})

describe('a table of a log store is a log', () => {
  const rows = [
    ['pacemaker-controld', 'pacemaker-controld[2104]:  error: Result of stop operation for vip on db1: Timed Out after 20s'],
    ['pacemaker-execd', 'warning: vip_stop_0[411] timed out after 20000ms'],
  ] as const
  test.each([
    [
      'with commas, the newest first',
      'timestamp,source,application_name,message',
      (time: string, program: string, text: string) => `"2024-02-04T02:13:${time}.146Z","db1","${program}","${text}"`,
    ],
    [
      'with semicolons and dates in words',
      '@timestamp;host.name;process.name;message',
      (time: string, program: string, text: string) => `"Feb 4, 2024 @ 02:13:${time}.146";db1;${program};"${text}"`,
    ],
    [
      'with tabs',
      '_time\thost\tapp\t_raw',
      (time: string, program: string, text: string) => `2024-02-04 02:13:${time},146\tdb1\t${program}\t${text}`,
    ],
  ])('%s', async (_, header, row) => {
    const text = `\ufeff${header}\r\n${rows.map(([program, message], i) => row(String(31 - i), program, message)).join('\r\n')}\r\n`
    expect(await factsIn(text, 'export.csv')).toEqual(expect.arrayContaining(['ocf-timeouts', 'stop-operation-failed']))
    expect((await shown(text, 'export.csv')).lines).toContain(2)
  })
  test('but not a table of anything else', async () => {
    expect(await factsIn(`date,amount,message\n2024-02-04,3,"vip_stop_0[411] timed out after 20000ms"\n`, 'orders.csv')).toEqual([])
  })
})

describe('marks before each line do not hide what it says', () => {
  const status = `Cluster name: shop
Stack: corosync
Current DC: db2 (version 1.1.23-1.el7) - partition with quorum

Full list of resources:
 vip\t(ocf::heartbeat:IPaddr2):\tFAILED db1

Failed Resource Actions:
* vip_stop_0 on db1 'unknown error' (1): call=58, status=Timed Out, exitreason='',
    last-rc-change='Tue Jul 26 07:40:31 2022', queued=0ms, exec=30002ms
`
  test('a status in an answer to a mail', async () => {
    const mail = `From: a@example.com\nTo: b@example.com\nSubject: RE: stop fails\n\nSee below:\n\n${status.replace(/^/gm, '> ')}`
    expect(await factsIn(mail, 'mail.eml')).toContain('ip-address-stop-failed')
  })
  test('what a tool asked several nodes', async () => {
    const told =
      "$ pdsh -w db[1-2] 'rpm -qa | grep -i sentinel'\ndb1: SentinelAgent-24.2.2.20-1.x86_64\ndb1: corosync-3.1.8-1.el8.x86_64\ndb2: SentinelAgent-24.2.2.20-1.x86_64\ndb2: corosync-3.1.8-1.el8.x86_64\n"
    expect((await shown(told)).agents).toEqual(['sentinelone'])
  })
  test('what script wrote down of a terminal', async () => {
    const typed =
      'Script started on Tue 07 Nov 2023 02:14:09 PM CET\n\u001b]0;root@db1:~\u0007[root@db1 ~]# time pcs sttus\b\b\b\u001b[Katus\n\nreal\t1m14.863s\nuser\t0m1.204s\nsys\t0m0.377s\n'
    expect(await factsIn(typed, 'typescript')).toContain('cluster-commands-slow')
  })
})

test('a console that shows a crash without date or program is a log of the kernel', async () => {
  const console =
    'BUG: unable to handle kernel NULL pointer dereference at 0000000000000080\nOops: 0002 [#1] SMP PTI\nCPU: 3 PID: 4711 Comm: worker Tainted: G           OE\nHardware name: Example Server, BIOS 1.2\n'
  expect(await factsIn(console, 'console.txt')).toContain('kernel-crash-found')
})
