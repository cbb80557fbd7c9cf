import { describe, expect, test } from 'vitest'
import { undecorated } from '../../src/evidence/lines/decorated.ts'
import { withoutMark } from '../../src/evidence/lines/marked.ts'
import { wholeStatus } from '../../src/evidence/lines/unwrap.ts'
import { readFiles } from './bundle-kit.ts'

const status = [
  'Cluster name: shop',
  'Failed Resource Actions:',
  "  * vip_stop_0 on node01 'OCF_TIMEOUT' (198): call=24, status='Timed Out', exitreason='', last-rc-change='2026-03-28 06:15:03 +01:00', queued=0ms, exec=20001ms",
  '',
  'Daemon Status:',
  '  corosync: active/enabled',
]
const copied = (mark: (line: string, index: number) => string) => `${status.map(mark).join('\n')}\n`
const full = (mark: string) => (line: string) => (line === '' ? '' : mark + line)

describe('a status is read', () => {
  test.each([
    { name: 'as it is', text: copied(line => line) },
    { name: 'indented', text: copied(full('    ')) },
    { name: 'indented by a tab', text: copied(full('\t')) },
    { name: 'quoted', text: copied(line => `> ${line}`) },
    { name: 'quoted twice', text: copied(line => `>> ${line}`) },
    { name: 'beside a bar', text: copied(line => `| ${line}`) },
    { name: 'numbered by cat -n', text: copied((line, i) => `${String(i + 1).padStart(6)}\t${line}`) },
    { name: 'numbered by a pager', text: copied((line, i) => `${String(i + 1).padStart(7)} ${line}`) },
    { name: 'found by grep, with numbers', text: copied((line, i) => `${i * 3 + 5}:${line}`) },
    { name: 'found by grep in a file', text: copied(full('/root/status.txt:')) },
    { name: 'found by grep in a file, with numbers', text: copied((line, i) => `./out/status.log:${i + 1}:${line}`) },
    { name: 'as a list', text: copied(full('- ')) },
    { name: 'with each line as code', text: copied(line => `\`${line}\``) },
    { name: 'with each line as a text of a table', text: copied(line => `"${line}"`) },
    { name: 'of a node that is named before each line', text: copied(full('[node01] ')) },
    { name: 'of a service that is named before each line', text: copied(full('node01  | ')) },
    { name: 'pasted into a chat', text: copied(full('[10:14 AM] ')) },
    { name: 'filled up with blanks to the width of a screen', text: copied(line => line.padEnd(240)) },
    { name: 'with the end of each line as a page has it', text: copied(line => `${line}<br>`) },
    { name: 'with quotation marks of a letter', text: copied(line => line.replaceAll("'", '’')) },
    { name: 'with its marks as in the source of a page', text: copied(line => line.replaceAll("'", '&#39;').replaceAll('"', '&quot;')) },
    { name: 'with what Markdown gives a meaning escaped', text: copied(line => line.replace(/[_*[\]]/g, '\\$&')) },
    { name: 'broken by a mail', text: copied(line => line.replace(/(.{60,70}) /g, '$1\n')) },
    { name: 'broken at the edge of a screen', text: copied(line => line.replace(/.{80}(?=.)/g, '$&\n')) },
    { name: 'in org-mode', text: copied(line => `: ${line}`) },
    { name: 'with each line between the marks of a tracker', text: copied(line => (line === '' ? '' : `{{${line}}}`)) },
    { name: 'with each line in bold', text: copied(line => (line === '' ? '' : `**${line}**`)) },
    { name: 'in a channel', text: copied(full('[10:14:03] <joe> ')) },
    { name: 'in a messenger', text: copied(full('[28.03.26, 10:14:03] Joe Doe: ')) },
    { name: 'of a container that is named with its pod', text: copied(full('[pod/galera-0/galera] ')) },
    { name: 'with the ends of lines that cat -A shows', text: copied(line => `${line}$`) },
    { name: 'with the breaks of pandoc', text: copied(line => `${line}\\`) },
    { name: 'on one half of a screen', text: copied(line => `${line.padEnd(170)}│`) },
    { name: 'with the number of each line above it', text: copied((line, i) => `${i + 1}\n${line}`) },
    { name: 'out of a PDF', text: copied(line => line.replaceAll('fi', 'ﬁ').replaceAll('ff', 'ﬀ')) },
    { name: 'with lines that end with CR alone', text: copied(line => line).replaceAll('\n', '\r') },
    {
      name: 'out of a container',
      text: copied(line => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-03-28T06:15:03Z' })),
    },
    { name: 'as a string of a program', text: JSON.stringify(copied(line => line)) },
    {
      name: 'as a list of Ansible',
      text: `ok: [node01] => {\n    "out.stdout_lines": [\n${status.map(line => `        ${JSON.stringify(line)}`).join(',\n')}\n    ]\n}\n`,
    },
    { name: 'set in under a sentence', text: `It shows::\n\n${copied(full('    '))}` },
    { name: 'quoted and numbered', text: copied((line, i) => `> ${i + 1}:${line}`) },
  ])('$name', async ({ text }) => {
    expect((await readFiles({ 'status.txt': text })).truths).toContain('stop-operation-failed')
  })
})

describe('nothing is taken off', () => {
  test.each([
    {
      name: 'a list of processes by their numbers',
      text: '1 ?        Ss     0:09 /usr/lib/systemd/systemd\n2 ?        S      0:00 [kthreadd]\n4 ?        I<     0:00 [rcu_gp]\n',
    },
    {
      name: 'what grep shows of /proc, where the name tells the process',
      text: '/proc/550/fdinfo/12:fanotify flags:4\n/proc/550/fdinfo/12:fanotify ino:2\n',
    },
    {
      name: 'a message that begins with the name of an array',
      text: 'md/raid10:md4: Disk failure on sdk1\nmd/raid10:md4: Operation continuing on 3 devices\n',
    },
    { name: 'parts of corosync in brackets', text: '[TOTEM ] A new membership was formed\n[QUORUM] Members[2]: 1 2\n' },
    { name: 'the clock of the kernel', text: '[   12.000000] one\n[   13.000000] two\n' },
    { name: 'a time of day', text: '06:15:03 one\n06:15:04 two\n' },
    { name: 'a single line', text: '> one\n' },
    { name: 'a mail that quotes a part', text: 'Hello,\n\n> one\n> two\n\nthat is how it is.\n' },
    { name: 'a configuration that is indented only within', text: 'totem {\n    version: 2\n    token: 3000\n}\n' },
    { name: 'nothing', text: '' },
  ])('of $name', ({ text }) => {
    expect(undecorated(text)?.(text.split('\n')[0]!)).toBeUndefined()
  })
})

test('a CIB that grep found line by line is one again', async () => {
  const cib = `<cib crm_feature_set="3.16.2" validate-with="pacemaker-3.7">\n  <configuration>\n    <crm_config>\n      <cluster_property_set id="c">\n        <nvpair id="s" name="stonith-enabled" value="false"/>\n      </cluster_property_set>\n    </crm_config>\n    <nodes/>\n    <resources/>\n    <constraints/>\n  </configuration>\n  <status/>\n</cib>\n`
  const { known } = await readFiles({ 'cib.txt': cib.replace(/^(?=.)/gm, 'n1/cib-1.log:') })
  expect(known('fencing-enabled')).toEqual([false])
})

test('a log that was copied as the string of a program has its lines again', async () => {
  const line = 'Mar 28 06:15:03 node01 corosync[2187]:  [TOTEM ] A processor failed, forming new configuration.'
  const { truths } = await readFiles({ 'log.txt': `${Array.from({ length: 4 }, () => line).join('\\n')}\n` })
  expect(truths).toContain('totem-token-lost')
})

test('an entry of a status that a mail broke between two words keeps them apart', async () => {
  const { events } = await readFiles({
    'crm_mon.txt':
      "Failed Resource Actions:\n* eip_stop_0 on db25.example.com 'unknown error' (1): call=585,\nstatus=Timed Out, exitreason='',\n    last-rc-change='Tue Jul 26 07:40:31 2022', queued=0ms, exec=30002ms\n* eip_stop_0 on db26.example.com 'unknown error' (1): call=584,\nstatus=Timed Out, exitreason='',\n    last-rc-change='Tue Jul 26 07:40:31 2022', queued=0ms, exec=30006ms\n",
  })
  expect(events.map(({ kind, line }) => `${kind}:${line}`)).toEqual(['failed-action-in-status:2', 'failed-action-in-status:5'])
})

test('a status of nothing but the rests of entries costs no more than its length', () => {
  const rests = "    last-rc-change='x',\n".repeat(50_000)
  const before = process.cpuUsage()
  wholeStatus(`* vip_stop_0 on node01 'error' (1): call=24, status='Timed Out',\n${rests}`)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(1.5)
})

test('what was typed and taken back letter by letter is gone in a moment', () => {
  const before = process.cpuUsage().user
  expect(withoutMark.terminal(`\b${'a'.repeat(300_000)}${'\b'.repeat(299_999)}b\bc`)).toBe('ac')
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(1)
})

describe('a lesson is one in a copy, too', () => {
  const lesson = `# Runbook: failed stop\n\n## Symptoms\n\nThe log shows\n\n${status.slice(2).join('\n')}\nMar 28 06:15:03 node01 pacemaker-controld[2190]: error: Result of stop operation for vip on node01: Timed Out after 20s\n\n## Resolution\n\nAsk.\n`
  test.each([
    { name: 'as it is', mark: '' },
    { name: 'quoted', mark: '> ' },
    { name: 'as a list', mark: '- ' },
    { name: 'of a node that is named before each line', mark: '[node01] ' },
    { name: 'of a service that is named before each line', mark: 'node01  | ' },
    { name: 'pasted into a chat', mark: '[10:14 AM] ' },
  ])('$name', async ({ mark }) => {
    const text = lesson.replace(/^/gm, mark)
    expect((await readFiles({ 'runbook.md': text })).truths).toEqual([])
    expect((await readFiles({ 'runbook.md': text.replace(/ +$/gm, '') })).truths).toEqual([])
  })
})

const kernelStack = [
  '[  363.565154] INFO: task ls:2117 blocked for more than 120 seconds.',
  '[  363.565160] ls              D ffff9f65ffc1ac80     0  2117   1565 0x00000080',
  '[  363.565164] Call Trace:',
  '[  363.565170]  [<ffffffff9058fede>] nfs_wait_bit_killable+0x25/0x2a [nfs]',
]
const time = (i: number) => `2026-03-28T06:15:0${i}.000Z`
describe('lines of the kernel are read', () => {
  test.each([
    { name: 'as they are', text: kernelStack.join('\n') },
    { name: 'behind the time of a container', text: kernelStack.map((line, i) => `${time(i)} ${line}`).join('\n') },
    { name: 'behind a time and a host', text: kernelStack.map((line, i) => `${time(i)} node01 ${line}`).join('\n') },
    {
      name: 'out of Splunk as a table',
      text: `_time,_raw,host\n${kernelStack.map((line, i) => `"${time(i)}","${line}",node01`).join('\n')}`,
    },
    { name: 'out of Splunk', text: kernelStack.map((line, i) => JSON.stringify({ result: { _raw: line, _time: time(i) } })).join('\n') },
    {
      name: 'out of CloudWatch as a table',
      text: `timestamp,message\n${kernelStack.map((line, i) => `${1774678503000 + i},"${line}"`).join('\n')}`,
    },
    {
      name: 'out of CloudWatch',
      text: JSON.stringify({ events: kernelStack.map(message => ({ timestamp: 1774678503000, message })) }, null, 2),
    },
    {
      name: 'out of the logs of Google',
      text: JSON.stringify(
        kernelStack.map((textPayload, i) => ({ insertId: 'a', textPayload, timestamp: time(i), logName: 'syslog' })),
        null,
        2,
      ),
    },
    { name: 'out of a page', text: kernelStack.map(line => line.replaceAll('<', '&lt;').replaceAll('>', '&gt;')).join('\n') },
    { name: 'out of a forum', text: `[CODE]${kernelStack.join('\n')}[/CODE]\n` },
    {
      name: 'out of a wiki',
      text: `<ac:macro><ac:plain-text-body><![CDATA[${kernelStack.join('\n')}]]></ac:plain-text-body></ac:macro>\n`,
    },
  ])('$name', async ({ text }) => {
    expect((await readFiles({ 'log.txt': `${text}\n` })).truths).toContain('hung-tasks-logged')
  })
})

test('a date in brackets or before a tab is one', async () => {
  const line = (begin: string) => `${begin}node01 corosync[1730]:  [TOTEM ] A processor failed, forming new configuration.\n`
  for (const begin of ['[Mar 28 06:15:03] ', 'Mar 28 06:15:03\t'])
    expect((await readFiles({ 'log.txt': line(begin).repeat(3) })).truths).toContain('totem-token-lost')
})

test('UTF-16 without its mark is text', async () => {
  const bytes = new Uint8Array(
    Buffer.from(
      copied(line => line),
      'utf16le',
    ),
  )
  expect((await readFiles({ 'status.txt': bytes })).truths).toContain('stop-operation-failed')
})
