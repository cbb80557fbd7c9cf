import { describe, expect, test } from 'vitest'
import { conf, kb, late, ps, readFiles, two } from './bundle-kit.ts'
import { cluster } from './readers-kit.ts'

const cib = cluster.cib.replaceAll('"n1"', '"node01"').replaceAll('"n2"', '"node02"')

describe('the ledger names', () => {
  test.each([
    { name: 'a list of processes that is empty', files: { 'node01/sos_commands/process/ps_auxwww': '' }, entry: /ps_auxwww: it is empty/ },
    { name: 'a corosync.conf that is empty', files: { 'node01/etc/corosync/corosync.conf': '' }, entry: /corosync\.conf: it is empty/ },
    {
      name: 'a corosync.conf without anything in it',
      files: { 'node01/etc/corosync/corosync.conf': '# nothing here\n' },
      entry: /corosync\.conf: it looks like corosync-conf, but nothing/,
    },
    {
      name: 'a list of processes of which only the header is there',
      files: { 'node01/sos_commands/process/ps_auxwww': 'USER PID %CPU COMMAND\n' },
      entry: /ps_auxwww: it looks like ps, but nothing/,
    },
    {
      name: 'a CIB that is cut off',
      files: { 'node01/var/lib/pacemaker/cib/cib.xml': cib.slice(0, 1300) },
      entry: /cib\.xml: it is cut off after line \d+; what stands before was read/,
    },
    {
      name: 'a CIB that is no well-formed XML',
      files: { 'node01/var/lib/pacemaker/cib/cib.xml': cib.replace('</nodes>', '</node>') },
      entry: /cib\.xml: it is no well-formed XML/,
    },
    {
      name: 'a command that took too long and left an empty file, with what it was',
      files: {
        'node01/collector/manifest':
          '# avert\n# ended with, seconds, file, command; user id 0\ntimed-out\t38.01\tsos_commands/pacemaker/crm_mon_-1rfA\tcrm_mon -1rfA\n',
        'node01/sos_commands/pacemaker/crm_mon_-1rfA': '',
      },
      entry: /crm_mon_-1rfA: "crm_mon -1rfA" was stopped after 38 s/,
    },
    {
      name: 'a command that took too long, with what it was',
      files: {
        'node01/collector/manifest':
          '# avert\n# ended with, seconds, file, command; user id 0\ntimed-out\t38.01\tsos_commands/filesys/df\tdf -P\n',
        'node01/sos_commands/filesys/df': 'timed out after 30 s\n',
      },
      entry: /sos_commands\/filesys\/df: "df -P" was stopped after 38 s|filesys\/df: the command was stopped because it took too long/,
    },
    {
      name: 'what the collector had no time for',
      files: { 'node01/collector/manifest': '# avert\n# user id 0\nskipped\t0.00\tvar/log/messages\tlog_tail /var/log/messages\n' },
      entry: /node01\/var\/log\/messages: the time for collecting was used up/,
    },
    {
      name: 'a binary journal',
      files: { 'node01/var/log/journal/0a/system.journal': new Uint8Array(4096) },
      entry: /system\.journal: it is a binary journal, which is not read; give the output of journalctl/,
    },
    {
      name: 'a log that may not be read',
      files: { 'node01/var/log/messages': { why: 'Permission denied.' } },
      entry: /var\/log\/messages: Permission denied/,
    },
    {
      name: 'a node of which there is nothing',
      files: { 'node01/etc/corosync/corosync.conf': two, 'node01/var/log/messages': late('Mar 28 06:15:03', 'node01') },
      entry: /everything of node02: the cluster has this node, but none of the files is from it/,
    },
    {
      name: 'logs that begin after what happened',
      files: {
        'node01/etc/corosync/corosync.conf': two,
        'node01/var/log/messages': late('Mar 28 06:15:03', 'node01'),
        'node02/var/log/messages': 'Mar 28 09:00:00 node02 systemd[1]: Started Session 1.\nMar 28 09:30:00 node02 systemd[1]: Stopped.\n',
      },
      entry: /logs of node02 at 2026-03-28T06:15:03: they begin after it/,
    },
    {
      name: 'logs that end before it',
      files: {
        'node01/etc/corosync/corosync.conf': two,
        'node01/var/log/messages': late('Mar 28 06:15:03', 'node01'),
        'node02/var/log/messages': 'Mar 28 02:00:00 node02 systemd[1]: Started Session 1.\nMar 28 02:30:00 node02 systemd[1]: Stopped.\n',
      },
      entry: /logs of node02 at 2026-03-28T06:15:03: they end before it/,
    },
    {
      name: 'logs with a gap where it happened',
      files: {
        'node01/etc/corosync/corosync.conf': two,
        'node01/var/log/messages': late('Mar 28 06:15:03', 'node01'),
        'node02/var/log/messages-20260328': 'Mar 28 02:00:00 node02 systemd[1]: Started Session 1.\n',
        'node02/var/log/messages': 'Mar 28 09:00:00 node02 systemd[1]: Started Session 1.\n',
      },
      entry: /logs of node02 at 2026-03-28T06:15:03: there is a gap between the files/,
    },
    {
      name: 'logs that end in the middle of it',
      files: {
        'node01/etc/corosync/corosync.conf': two,
        'node01/var/log/messages': late('Mar 28 06:15:03', 'node01') + late('Mar 28 06:19:03', 'node01'),
        'node02/var/log/messages': `${late('Mar 28 06:15:04', 'node02')}`,
      },
      entry: /logs of node02 after the beginning of what happened .*: they end in the middle of it/,
    },
  ])('$name', async ({ files, entry }) => {
    const { ledger, ledgerText } = await readFiles(files as Record<string, string>)
    expect(ledgerText).toContainEqual(expect.stringMatching(entry))
    // Every entry but that of an unknown file says what it leaves open.
    const told = ledger.find(({ what, why }) => entry.test(`${what}: ${why}`))!
    expect(told.facts.length).toBeGreaterThan(0)
  })

  test('of a cut CIB, what stands before is read', async () => {
    const { known } = await readFiles({ 'node01/var/lib/pacemaker/cib/cib.xml': cib.slice(0, cib.indexOf('<group')) })
    expect(known('resources')).toEqual([['dlm', 'fence']])
  })

  test('a file once, although two things are wrong with it', async () => {
    const { ledger } = await readFiles({
      'node01/collector/manifest': '# avert\n# user id 0\ntimed-out\t38.01\tsos_commands/filesys/df\tdf -P\n',
      'node01/sos_commands/filesys/df': 'timed out after 30 s\n',
    })
    expect(ledger.filter(({ what }) => what.endsWith('/df'))).toHaveLength(1)
  })

  test('nothing of a node twice: one line for a node that is missing, not one for each listing', async () => {
    const { ledgerText } = await readFiles({ 'node01/etc/corosync/corosync.conf': two, 'node01/ps': ps('/usr/sbin/corosync') })
    expect(ledgerText.filter(text => text.includes('node02'))).toHaveLength(1)
  })

  test('dozens of links in one line that counts them', async () => {
    const links = Object.fromEntries(
      Array.from({ length: 37 }, (_, i) => [
        `node01/sos_commands/kernel/link${i}`,
        { why: 'It is a link (to ../x); links are not followed, a file inside the bundle is read under its own name.' },
      ]),
    )
    const { ledger } = await readFiles({ ...links, 'node01/ps': ps('/usr/sbin/corosync') })
    const told = ledger.filter(({ what }) => what.includes('link'))
    expect(told).toEqual([
      {
        what: '37 links, for instance node01/sos_commands/kernel/link0',
        why: 'links are not followed; a file inside the bundle is read under its own name',
        facts: [],
        count: 37,
      },
    ])
  })

  test('a log that is a link to another disk by itself', async () => {
    const why = (to: string) => ({
      why: `It is a link (to ${to}); links are not followed, a file inside the bundle is read under its own name.`,
    })
    const others = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`node01/l${i}`, why('../x')]))
    const { ledger } = await readFiles({ ...others, 'node01/var/log/messages': why('/data/log/messages') })
    expect(ledger.find(({ what }) => what === 'node01/var/log/messages')?.facts.length).toBeGreaterThan(0)
  })
})

describe('no agent is denied by', () => {
  test.each([
    { name: 'a log', files: { 'node01/var/log/messages': late('Mar 28 06:15:03', 'node01') } },
    {
      name: 'a list of processes that was stopped half-way',
      files: {
        'node01/collector/manifest': '# avert\n# user id 0\ntimed-out\t38.01\tsos_commands/process/ps_auxww\tps auxww\n',
        'node01/sos_commands/process/ps_auxww': ps('/usr/sbin/corosync'),
      },
    },
    { name: 'a list of short names', files: { 'node01/ps': 'PID STAT COMMAND\n1 S systemd\n20 S crond\n' } },
  ])('$name', async ({ files }) => {
    const { known, ledgerText } = await readFiles(files)
    expect(known('vendors')).toEqual([])
    expect(ledgerText).toContainEqual(expect.stringMatching(/a list of all processes, packages or services/))
  })

  test('but by a list of all processes', async () => {
    expect((await readFiles({ 'node01/ps': ps('/usr/sbin/corosync') })).known('vendors')).toEqual([[]])
  })
})

describe('looked and found nobody', () => {
  const root = '# avert\n# ended with, seconds, file, command; user id 0\n0\t0.12\tsos_commands/kernel/fanotify_holders\tfanotify_holders\n'
  const empty = { 'node01/sos_commands/kernel/fanotify_holders': '' }

  test.each([
    { name: 'an empty list of fanotify holders', files: empty, expected: [[]] },
    { name: 'one that root collected', files: { ...empty, 'node01/collector/manifest': root }, expected: [[]] },
    {
      name: 'but not one that somebody else collected',
      files: { ...empty, 'node01/collector/manifest': root.replace('id 0', 'id 1000') },
      expected: [],
    },
    {
      name: 'nor one that took too long',
      files: { ...empty, 'node01/collector/manifest': root.replace('0\t0.12', 'timed-out\t38.00') },
      expected: [],
    },
    { name: 'nor one that is not there', files: { 'node01/ps': ps('/usr/sbin/corosync') }, expected: [] },
  ])('$name', async ({ files, expected }) => {
    expect((await readFiles(files)).known('fanotify-blocking-holder')).toEqual(expected)
  })

  test('a list of blocked tasks with its header only is no missing list', async () => {
    const header = '    PID    PPID STAT WCHAN                            COMMAND\n'
    const { ledgerText, known } = await readFiles({ 'node01/sos_commands/process/blocked_tasks': header })
    expect(ledgerText).not.toContainEqual(expect.stringMatching(/what processes wait for|blocked_tasks/))
    expect(known('tasks-blocked-in-fanotify')).toEqual([])
  })
})

test('what commands that hung say', async () => {
  const { known } = await readFiles({
    'node01/collector/timed-out': '38\tdf -P\n38\tpcs status --full\n',
    'node01/collector/manifest': '# avert\n# user id 0\n0\t0.10\tx\tfree\n',
  })
  expect(known('commands-hang')).toEqual([true])
  expect(known('cluster-commands-slow')).toEqual([true])
  expect(known('commands-timed-out')).toEqual([['df -P', 'pcs status --full']])
})

test.each([
  { name: 'a slow answer of pcs', line: '0\t25.30\tx\tpcs status --full', slow: [true], hang: [] },
  { name: 'a quick one', line: '0\t2.30\tx\tpcs status --full', slow: [], hang: [] },
  { name: 'a slow list of packages', line: 'timed-out\t38.00\tx\trpm -qa --qf x', slow: [], hang: [] },
])('$name in the manifest', async ({ line, slow, hang }) => {
  const { known } = await readFiles({ 'node01/collector/manifest': `# avert\n# user id 0\n${line}\n` })
  expect([known('cluster-commands-slow'), known('commands-hang')]).toEqual([slow, hang])
})

test('a command that sos gave up on hung, and its output is missing', async () => {
  const { known, ledgerText } = await readFiles({
    'node01/sos_logs/sos.log':
      "2026-03-28 06:10:00,123 INFO: [sos] start\n2026-03-28 06:15:03,123 WARNING: [plugin:process] command 'df -al -x autofs' timed out after 300s\n",
  })
  expect(known('commands-hang')).toEqual([true])
  expect(known('sos-runtime-minutes')).toEqual([5.1])
  expect(ledgerText).toContainEqual('the output of "df -al -x autofs": sos stopped it after 300 s')
})

test('lsof has to look at every process, and where sos gave up on it nothing simple hung', async () => {
  const { known, ledgerText } = await readFiles({
    'node01/sos_logs/sos.log':
      "2026-03-28 06:10:00,123 INFO: [sos] start\n2026-03-28 06:15:03,123 WARNING: [plugin:process] command 'lsof +M -n -l' timed out after 300s\n",
  })
  expect(known('commands-hang')).toEqual([])
  expect(ledgerText).toContainEqual('the output of "lsof +M -n -l": sos stopped it after 300 s')
})

test('every entry names facts of the base', async () => {
  const { ledger } = await readFiles({ 'node01/etc/corosync/corosync.conf': conf([{ name: 'node01' }]), 'node01/ps': '' })
  for (const { facts } of ledger) for (const id of facts) expect(Object.hasOwn(kb.facts, id) || Object.hasOwn(kb.symptoms, id)).toBe(true)
})
