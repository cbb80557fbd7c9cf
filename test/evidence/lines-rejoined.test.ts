import { describe, expect, test } from 'vitest'
import { recoder } from '../../src/evidence/lines/recode.ts'
import { rejoined } from '../../src/evidence/lines/rejoin.ts'
import { readFiles } from './bundle-kit.ts'

/** Breaks lines at the last blank that a mail has room for. */
const mailed =
  (width: number, mark = '') =>
  (text: string) => {
    const broken = (line: string): string[] => {
      if (line.length <= width) return [line]
      const last = line.lastIndexOf(' ', width)
      const at = last > 0 ? last : line.indexOf(' ', width)
      return at === -1 ? [line] : [line.slice(0, at), ...broken(line.slice(at + 1))]
    }
    return text
      .split('\n')
      .flatMap(broken)
      .map(line => mark + line)
      .join('\n')
  }
const cut = (width: number) => (text: string) => text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n')

const dated = (at: number) => `Mar 28 06:15:${String(at + 10)} dev42 `
const many = (line: (at: number) => string) => Array.from({ length: 12 }, (_, at) => line(at)).join('\n')
const prose = 'We have two nodes here, and since the change of last week one of them is thrown out now and then:'
const operation = (attributes: string) =>
  `<lrm_rsc_op id="vip_last_0" operation_key="vip_stop_0" operation="stop" crm_feature_set="3.1.0" ${attributes} call-id="323" interval="0" op-digest="f2317cad3d54cec5d7d7aa7d0bf35cf8"/>`
const cib = `<cib>\n  <status>\n    <node_state uname="db1">\n      ${operation('on_node="db1" rc-code="198" op-status="2"')}\n    </node_state>\n  </status>\n</cib>\n`

const copies: readonly { name: string; path: string; text: string; fact: string }[] = [
  {
    name: 'a log whose lines all break in the same place',
    path: 'messages',
    text: many(at => `${dated(at)}corosync[10654]:   [TOTEM ] Retransmit List: 67`),
    fact: 'totem-retransmits',
  },
  {
    name: 'a log with the numbers of its lines',
    path: 'post.txt',
    text: `${prose}\n\n${many(at => `   ${at + 3} ${dated(at)}corosync[10654]:   [TOTEM ] Retransmit List: 67`)}\n`,
    fact: 'totem-retransmits',
  },
  {
    name: 'a log that breaks behind the name of the host',
    path: 'messages',
    text: many(
      at =>
        `2023-01-13T11:04:${String(at + 10)}.788922+09:00 hostname SAPHana(rsc_SAPHana_SID_HDB00)[44016]: WARNING: RA: HANA_CALL timed out after 10 seconds running command 'HDB version'`,
    ),
    fact: 'application-command-timed-out',
  },
  {
    name: 'one line of a log within sentences',
    path: 'post.txt',
    text: `${prose}\n\n${dated(1)}pacemaker-schedulerd[1739]: warning: Cluster node node2 will be fenced: peer is no longer part of the cluster\n\nAny help is welcome. ${prose}\n`,
    fact: 'fencing-enabled',
  },
  {
    name: 'an operation that the second half calls by its number',
    path: 'messages',
    text: `${dated(1)}pacemaker-fenced[1736]: notice: Operation 'reboot' [43895] (call 28 from pacemaker-controld.1740) targeting node2 using xvm2 returned 0 (OK)\n`,
    fact: 'fenced-by-cluster-only',
  },
  { name: 'a CIB', path: 'cib.xml', text: cib, fact: 'stop-operation-failed' },
  {
    name: 'rows of ps',
    path: 'ps.txt',
    text: `$ ps -ef\nUID          PID    PPID  C STIME TTY          TIME CMD\nroot     3564217       1  0 10:02 ?        00:00:09 /opt/microsoft/mdatp/sbin/wdavdaemon\nroot     3564252 3564217  0 10:02 ?        00:00:07 /opt/microsoft/mdatp/sbin/wdavdaemon edr 18 17 --log_level info\n`,
    fact: 'agent:microsoft-defender',
  },
  {
    name: 'what fencing did, in a status',
    path: 'pcs_status.txt',
    text: `Cluster name: shop\nCurrent DC: node-2 (version 2.0.4-6.el8-2deceaa3ae) - partition with quorum\n\nFencing History:\n  * reboot of node-1 successful: delegate=node-2, client=pacemaker-controld.22192, origin=node-2, completed='2020-12-25 15:09:44 +09:00'\n`,
    fact: 'fenced-by-cluster-only',
  },
  {
    name: 'entries of a status in two lines each',
    path: 'crm_mon.txt',
    text: `Failed Resource Actions:\n* tornado_email_collector_monitor_30000 on neteye02.local 'not running' (7): call=414, status=complete, exitreason='',\n    last-rc-change='Wed Jul 28 09:57:21 2021', queued=0ms, exec=0ms\n`,
    fact: 'monitor-operation-failed',
  },
]
const breaks: readonly { how: string; change: (text: string) => string }[] = [
  { how: 'as it is', change: text => text },
  { how: 'by a mail, at 72', change: mailed(72) },
  { how: 'by a mail, at 78', change: mailed(78) },
  { how: 'by a screen of 80 columns', change: cut(80) },
  { how: 'by a mail, quoted twice since', change: mailed(68, '> > ') },
]

describe.each(breaks)('what is broken $how is read:', ({ change }) => {
  test.each(copies)('$name', async ({ path, text, fact }) => {
    const { truths, known } = await readFiles({ [path]: change(text) })
    expect([...truths, ...known('vendors').flatMap(ids => (ids as string[]).map(id => `agent:${id}`))]).toContain(fact)
  })
})

test.each([
  {
    name: 'what a mail broke once more after it quoted it',
    text: `> ${dated(1)}openais[6402]: [MAIN ] Killing node because\nit has rejoined the cluster with existing state\n\nThe problem is, the openais on the other node has decided the same.\n`,
    whole: 'Killing node because it has rejoined',
  },
  {
    name: 'a module behind a whole frame',
    text: `Since yesterday the machine stands still again and again, and what it says is\n[  371.511701]  [<ffffffff90049b7e>] SyS_open+0x1e/0x20\n[  371.577310]  [<ffffffffc07c6e72>] cb_sys_open+0xd2/0x260\n[event_collector_1_1\n`,
    whole: '0x260 [event_collector_1_1',
  },
  {
    name: 'an attribute behind the longest line of a mail',
    text: '> <cib>\n> <nvpair id="stonith-enabled" name="stonith-enabled"\nvalue="false"/>\n> <nvpair id="c"/>\n',
    whole: 'name="stonith-enabled" value="false"/>',
  },
  {
    name: 'an attribute that a screen broke',
    text: '<cib>\n<nvpair id="stonith-enabled" name="stonith-enabled" val\nue="false"/>\n<nvpair id="c"/>\n',
    whole: 'name="stonith-enabled" value="false"/>',
  },
  {
    name: 'a message within a sentence',
    text: 'They said that:\n- `Transition 14431 action 55 (mysbd01_monitor_60000 on scp-srmpd001):\nexpected `ok` but got OCF_TIMEOUT`, and that is all there is to it\n',
    whole: '(mysbd01_monitor_60000 on scp-srmpd001): expected',
  },
])('$name is put behind it', ({ text, whole }) => {
  const joined = rejoined(text)
  expect(joined).toContain(whole)
  expect(joined.split('\n')).toHaveLength(text.split('\n').length)
})

describe('what is whole stays as it is:', () => {
  test.each([
    {
      name: 'the longest line of a log above the next program',
      text: 'corosync: [TOTEM] A processor failed, forming new configuration: token timed out (3125ms)\npmxcfs: [dcdb] crit: cpg_join failed: CS_ERR_EXIST\n',
    },
    {
      name: 'the last line of a log above a heading in bold',
      text: '[TOTEM ] A processor failed, forming new configuration: token timed out (3000ms)\n**13:53:19** - Proxmox loses quorum\n',
    },
    {
      name: 'the last line of a log above a sentence',
      text: `${dated(1)}corosync[1]: [QUORUM] This node is within the primary component\nThen everything stood still for a while.\n`,
    },
    {
      name: 'a log above a key of YAML',
      text: `log: |\n  ${dated(1)}corosync[2187]:   [KNET  ] link: host: 3 link: 0 is down\nexpect:\n  - links-went-down\n`,
    },
    {
      name: 'the load above a table of users',
      text: ' 14:20:01 up 9 days,  9:41,  2 users,  load average: 8.12, 6.40, 3.11\nUSER     TTY      FROM             LOGIN@   IDLE\n',
    },
    { name: 'code with elements in its strings', text: "const tag = `<op id='x'\nif (tag === '<lrm_rsc_op ') return tag\nreturn '>'\n" },
    {
      name: 'sentences that tell of the start of something',
      text: 'Here is what we know about the state of the cluster and of the services\nbelow the start of the final message it is what we asked for in our mail\n',
    },
    {
      name: 'a list',
      text: '- the first thing that we would like to see is a log of the other node\n- 2. kernel: that it was up to date was checked before\n',
    },
    {
      name: 'rows of ps',
      text: 'root       693  0.0  0.0   8588  2536 ?        Ss   Aug29   0:00 /usr/sbin/sshd -D\n[root@node01 ~]# uptime and more\n',
    },
    ...[
      { what: 'a prompt of SUSE', next: 'db1:~ # df -h' },
      { what: 'a prompt of a user', next: 'db1:/tmp> df -h' },
      { what: 'the mark of a boot', next: '-- Reboot --' },
      { what: 'the name of the next file', next: '==> /var/log/messages <==' },
      { what: 'the end of a pager', next: '(END)' },
    ].map(({ what, next }) => ({
      name: `the longest line of a log above ${what}`,
      text: `${dated(1)}corosync[38]: [TOTEM ] A processor failed, forming new config now x\n${next}\n${dated(2)}corosync[38]: short\n`,
    })),
    {
      name: 'rows of ps that a terminal cut off, above another listing',
      text: `${[1, 2, 3].map(i => `root      100${i}  0.0  0.1  12345  6789 ?        Ss   06:11   0:01 /usr/lib64/sa/sadc\n`).join('')}Filesystem      Size  Used Avail Use% Mounted on\n`,
    },
    {
      name: 'what somebody answered below a quoted log',
      text: `> ${dated(1)}corosync[38]: [TOTEM ] A processor failed, forming new config\nwhy is that so, and what does it mean\nfor us\n`,
    },
    { name: 'an element that never ends', text: `<cib>\n<lrm_rsc_op id="a"\n\n${'x\n'.repeat(50)}>\n` },
    {
      name: 'a log in a file with long lines',
      text: `${prose.repeat(4)}\n${dated(1)}pacemaker-execd[2131]: notice: vip_app_stop_0[9991] is whole\nand this is something else\n`,
    },
  ])('$name', ({ text }) => {
    expect(rejoined(text)).toBe(text)
  })
})

test.each([
  { name: 'full lines', text: 'x'.repeat(40).concat(' ', 'y'.repeat(38), '\n') },
  { name: 'elements that are open', text: '<op a="b\n' },
  { name: 'paths', text: `${'/a'.repeat(40)}\n` },
  { name: 'broken lines of a log', text: 'Feb 16 03:10:08 node1 crmd[27962]: notice: some message goes on here ab\ncdef ghij klm\n' },
])('two megabytes of $name are read to their end', ({ text }) => {
  const whole = `<cib>\n${text.repeat(2_000_000 / text.length)}`
  expect(rejoined(whole).split('\n')).toHaveLength(whole.split('\n').length)
})

test('of a text that is too large to be made whole, the marks before its lines go all the same', () => {
  const text = mailed(
    68,
    '> ',
  )(many(at => `${dated(at)}pacemaker-schedulerd[1739]: warning: Cluster node node2 will be fenced: peer is gone`))
  const piece = new TextEncoder().encode(`${text}\n`.repeat(1000))
  const changed = recoder(piece)!
  let shown = ''
  for (let bytes = 0; bytes < 18 * 1024 ** 2; bytes += piece.length) shown = new TextDecoder().decode(changed.push(piece)) || shown
  expect(shown.split('\n').length).toBeGreaterThan(10_000)
  expect(shown).not.toMatch(/^>/m)
})
