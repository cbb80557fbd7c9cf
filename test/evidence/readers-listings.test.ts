import { describe, expect, test } from 'vitest'
import { unusable } from '../../src/evidence/readers/index.ts'
import { fixture, read, values } from './readers-kit.ts'

describe('a listing names', () => {
  test.each([
    {
      name: 'each process once, without its arguments',
      key: 'listed.process',
      text: 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1 0 0 1 1 ? Ss 08:00 0:00 /sbin/init --x\nroot 2 0 0 0 0 ? S 08:00 0:00 [kthreadd]\nroot 3 0 0 0 0 ? S 08:00 0:00  \\_ /usr/bin/grep --password=hunter2 falcon\nroot 3 0 0 0 0 ? Z 08:00 0:00 [agent] <defunct>',
      expected: [
        ['1', '/sbin/init', 'path'],
        ['3', '/usr/bin/grep', 'path'],
      ],
    },
    {
      name: 'processes by name only, with the command in the middle',
      key: 'listed.process',
      text: '  PID USER     COMMAND         CGROUP\n    1 root     systemd         0::/init.scope\n   20 root     tmux: server    0::/x',
      expected: [
        ['1', 'systemd', 'name'],
        ['20', 'tmux', 'name'],
      ],
    },
    {
      name: 'packages that are installed, not those removed',
      key: 'listed.package',
      path: 'dpkg_-l',
      text: 'ii  corosync  3.1.7-1+b1  amd64  cluster\nrc  mdatp  101.1  amd64  gone\n',
      expected: ['corosync'],
    },
    {
      name: 'packages of yum list',
      key: 'listed.package',
      path: 'installed-rpms',
      text: 'Installed Packages\nmdatp.x86_64   101.2-1   @prod\n',
      expected: ['mdatp'],
    },
    {
      name: 'units that run',
      key: 'listed.unit',
      text: '  UNIT  LOAD   ACTIVE   SUB     DESCRIPTION\n  corosync.service loaded active running Corosync\n● gone.service not-found inactive dead gone.service\n● off.service masked inactive dead off.service\n* bad.service loaded failed failed Bad\n',
      expected: ['corosync.service'],
    },
    {
      name: 'units that do not run',
      key: 'listed.unit-off',
      text: '  UNIT  LOAD   ACTIVE   SUB     DESCRIPTION\n  corosync.service loaded active running Corosync\n● gone.service not-found inactive dead gone.service\n● off.service masked inactive dead off.service\n* bad.service loaded failed failed Bad\n',
      expected: ['off.service', 'bad.service'],
    },
    {
      name: 'unit files that are started with the machine',
      key: 'listed.unit-installed',
      text: 'UNIT FILE                STATE      VENDOR PRESET\nmdatp.service            enabled    disabled\noff.service masked enabled\n\n2 unit files listed.',
      expected: ['mdatp.service'],
    },
    { name: 'the host', key: 'listed.hostname', path: 'n1/etc/hostname', text: 'n1.example.com\n', expected: ['n1.example.com'] },
    { name: 'no host from localhost', key: 'listed.hostname', path: 'n1/etc/hostname', text: 'localhost.localdomain\n', expected: [] },
    {
      name: 'who holds fanotify marks',
      key: 'listed.fanotify',
      text: fixture('fanotify_holders'),
      expected: [['550', 'blocking', '/opt/microsoft/mdatp/sbin/wdavdaemon', 'all']],
    },
    {
      name: 'who only watches',
      key: 'listed.fanotify',
      text: '/proc/1893/fdinfo/12:fanotify flags:0 event-flags:8000\n/proc/1893/fdinfo/12:fanotify mnt_id:19 mflags:0 mask:3b ignored_mask:30000\n',
      expected: [['1893', 'watching', '', 'all']],
    },
    {
      name: 'who holds marks, from its own file',
      key: 'listed.fanotify',
      path: 'n1/proc/7/fdinfo/3',
      text: 'pos:\t0\nfanotify ino:22e07b sdev:fe00000 mflags:0 mask:10000 ignored_mask:0\n',
      expected: [['7', 'blocking', '', 'one']],
    },
  ] as { name: string; key: string; path?: string; text: string; expected: unknown[] }[])(
    '$name',
    ({ key, path = 'n1/x', text, expected }) => {
      const { all } = read(path, text)
      expect(values(all, key)).toEqual(expected)
      expect(JSON.stringify(all)).not.toMatch(/hunter\d/)
    },
  )

  test('a line that can be found again', () => {
    const { all } = read('n1/ps', fixture('ps_auxwwm'))
    const agent = all.find(({ value }) => Array.isArray(value) && value[1]?.endsWith('wdavdaemon'))
    const line = fixture('ps_auxwwm').split('\n')[agent!.line! - 1]
    expect(line?.trimEnd().startsWith(agent!.text!)).toBe(true)
  })
})

describe('unusable', () => {
  test.each([
    { name: 'an empty file', text: '', why: /empty/ },
    { name: 'blanks', text: ' \n\n', why: /empty/ },
    { name: 'a missing program', text: 'timeout: failed to run command ‘lsmod’: No such file or directory\n0\n', why: /was not there/ },
    { name: 'a missing command', text: 'bash: line 1: pcs: command not found\n', why: /was not there/ },
    { name: 'a missing file', text: 'cat: /etc/corosync/corosync.conf: No such file or directory\n', why: /was not there/ },
    { name: 'a missing permission', text: 'cat: /etc/shadow: Permission denied\n', why: /not allowed/ },
    { name: 'a cluster that does not run', text: 'Error: cluster is not currently running on this node\n', why: /not running/ },
    { name: 'a listing', text: 'Module Size Used by\nxfs 1 0\n', why: undefined },
    { name: 'a log that begins with a complaint', text: `bash: pcs: command not found\n${'line\n'.repeat(10)}`, why: undefined },
    { name: 'a single number', text: '0\n', why: undefined },
  ])('$name', ({ text, why }) => {
    const told = unusable(text.slice(0, 4096), Buffer.byteLength(text))
    if (why) expect(told).toMatch(why)
    else expect(told).toBeUndefined()
  })
})
