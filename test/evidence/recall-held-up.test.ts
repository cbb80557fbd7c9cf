import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const factsIn = async (text: string, path = 'paste.txt') => (await readFiles({ [path]: text })).truths
const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`

describe('what a task waits for is known from a stack that somebody shows within a report', () => {
  const shown = (...frames: readonly string[]) =>
    rows(
      '# A backup script of ours never ends',
      ...Array.from({ length: 12 }, (_, i) => `We have tried it ${i + 2} times.`),
      '```',
      'cat /proc/4711/stack',
      ...frames.map(frame => `[<0>] ${frame}`),
      '```',
    )
  test.each([
    [
      'a file server, in a function of NFS itself',
      ['nfs4_handle_reclaim_lease+0x5c/0x180 [nfsv4]', 'do_filp_open+0xb2/0x160'],
      'tasks-blocked-in-nfs',
    ],
    ['room in the queue of audit', ['audit_log_start+0x2ae/0x370', 'do_syscall_64+0x5b/0x1b0'], 'tasks-blocked-in-audit'],
  ])('%s', async (_, frames, fact) => {
    expect(await factsIn(shown(...frames), 'post.md')).toContain(fact)
  })
  test('a function of NFS that only called what waits says nothing', async () => {
    const frames = ['pipe_wait_readable+0x5c/0x180', 'nfs4_file_open+0x12f/0x240 [nfsv4]', 'do_filp_open+0xb2/0x160']
    expect(await factsIn(shown(...frames), 'post.md')).not.toContain('tasks-blocked-in-nfs')
  })
  test('a wait that ends when its program is killed is one of a program, even where the rest was cut off', async () => {
    expect(await factsIn(shown('rpc_wait_bit_killable+0x24/0xb0 [sunrpc]'), 'post.md')).toContain('tasks-blocked-in-nfs')
    expect(await factsIn(shown('rpc_wait_bit_killable+0x24/0xb0 [sunrpc]', 'ret_from_fork+0x35/0x40'), 'post.md')).not.toContain(
      'tasks-blocked-in-nfs',
    )
  })
  test('a stack that nobody took from a task is none of these', async () => {
    const article = rows('Waiting', '', '[<0>] nfs4_handle_reclaim_lease+0x5c/0x180 [nfsv4]', '[<0>] kthread+0x121/0x140')
    expect(await factsIn(article, 'notes.txt')).not.toContain('tasks-blocked-in-nfs')
  })
})

test('a back-trace of crash tells of a wait for audit', async () => {
  const trace = (symbol: string) =>
    rows(
      'crash> bt 4711',
      'PID: 4711   TASK: ffff8e2f3a1b6180  CPU: 10  COMMAND: "cp"',
      ' #0 [ffffb1c0003a7900] __schedule at ffffffff8a06d861',
      ' #1 [ffffb1c0003a7908] schedule_timeout at ffffffff8a06e861',
      ` #2 [ffffb1c0003a7910] ${symbol} at ffffffff8a06f861`,
      ' #3 [ffffb1c0003a7918] do_syscall_64 at ffffffff8a070861',
    )
  expect(await factsIn(trace('audit_log_start'))).toContain('tasks-blocked-in-audit')
  expect(await factsIn(trace('audit_filter_rules'))).not.toContain('tasks-blocked-in-audit')
})

test("pacemaker's own log is read where the date was left out", async () => {
  const line = (clock: string, text: string) => `${clock} n1 pacemaker-controld  [2236] (throttle_check_thresholds)    notice: ${text}`
  const log = rows(line('06:15:03', 'High CPU load detected: 8.120000'), line('06:15:33', 'High CPU load detected: 7.930000'))
  expect(await factsIn(log)).toContain('high-load-logged')
  expect(await factsIn(log.replaceAll('pacemaker-controld', 'some-daemon'))).not.toContain('high-load-logged')
})

test("a line of corosync's log without its time may be indented below a status", async () => {
  const status = (level: string) =>
    rows(
      '\t\tStack: corosync',
      '\t\tMigration Summary:',
      '\t\t* Node n1:',
      '',
      `\t\t[2187] n2 corosync${level} [MAIN  ] Totem is unable to form a cluster because of an operating system or network fault.`,
    )
  expect(await factsIn(status('warning'), 'status.txt')).toContain('cannot-form-logged')
  expect(await factsIn(status('-test'), 'status.txt')).not.toContain('cannot-form-logged')
})

test('a console shows a silent NFS server in the words of other systems', async () => {
  const console = (text: string) => rows('[   12.331204] random: crng init done', text)
  expect(await factsIn(console('NFS server filer7 not responding still trying'), 'console.log')).toContain('nfs-not-answering')
  expect(await factsIn(console('nfs: server [FILER 7] not responding, still trying'), 'console.log')).toContain('nfs-not-answering')
  expect(await factsIn(console('NFS server filer7 ok'), 'console.log')).not.toContain('nfs-not-answering')
})

test('who tells what the screen shows tells of a machine of their own', async () => {
  const told = (words: string) =>
    rows('# The report hangs', '', words, 'Collecting: disks', 'NFS server filer7 not responding still trying', '', 'It must be df.')
  expect(await factsIn(told('on our console we see:'), 'post.md')).toContain('nfs-not-answering')
  expect(await factsIn(told('on a console one would see:'), 'post.md')).not.toContain('nfs-not-answering')
})
