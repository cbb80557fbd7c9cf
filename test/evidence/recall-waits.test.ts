import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const told = async (name: string, text: string, fact: string) => (await readFiles({ [name]: text })).known(fact)

describe('rows of ps without their header show what a task waits for', () => {
  test.each([
    [
      'state, channel, command of a snapshot that cron writes',
      'pssnap.log',
      rows(
        'root       40112   40111  0.0  0.0 D    fanotify_handle_event 02:13:41 00:00:00 /bin/sh /usr/lib/ocf/resource.d/heartbeat/IPaddr2 monitor',
      ),
      'tasks-blocked-in-fanotify',
    ],
    [
      'nothing but state, channel and command',
      'ssh.txt',
      rows('what I see then:', 'Ds   fanotify_get_response        sshd: root [priv]'),
      'tasks-blocked-in-fanotify',
    ],
    [
      'a number first, in a post',
      'post.txt',
      rows('    3411 D    fanotify_handle_event           /bin/sh /usr/lib/ocf/resource.d/heartbeat/IPaddr2 monitor'),
      'tasks-blocked-in-fanotify',
    ],
    [
      'an age behind the channel',
      'scrollback.txt',
      rows('  9188 D    fanotify_handle_event           02:51 ls /etc/corosync'),
      'tasks-blocked-in-fanotify',
    ],
    ['a channel that ps cut off', 'mail.txt', rows('> 9188 D+   fanoti ls /etc/corosync'), 'tasks-blocked-in-fanotify'],
    [
      'a name that the compiler made longer',
      'out.txt',
      rows(' 9188 D   fanotify_handle_event.isra.0 cat /etc/hosts'),
      'tasks-blocked-in-fanotify',
    ],
    ['a share that does not answer', 'out.txt', rows('root 7123 D rpc_wait_bit_killable df -h'), 'tasks-blocked-in-nfs'],
    ['a disk', 'out.txt', rows('7123 Ds io_schedule /usr/sbin/pvs --reportformat json'), 'tasks-blocked-in-storage'],
  ])('%s', async (_, name, text, fact) => {
    expect(await told(name, text, fact)).toEqual([true])
  })

  test.each([
    [
      'a task that sleeps and can be woken',
      'out.txt',
      rows('  9188 Ss    fanotify_read      /usr/sbin/fapolicyd'),
      'tasks-blocked-in-fanotify',
    ],
    [
      'a sentence about it',
      'post.txt',
      rows(
        'In state D fanotify_handle_event would be what ps shows.',
        'We saw processes in D state. fanotify_handle_event was not among them.',
      ),
      'tasks-blocked-in-fanotify',
    ],
    [
      'a thread of the kernel that writes its journal',
      'out.txt',
      rows('  412 D    jbd2_journal_commit_transaction [jbd2/dm-3-8]'),
      'tasks-blocked-in-storage',
    ],
    [
      'a list of symbols',
      'kallsyms.txt',
      rows('ffffffff8130a1b0 D fanotify_fsnotify_ops', 'ffffffff8130a1b0 d fanotify_handle_event'),
      'tasks-blocked-in-fanotify',
    ],
  ])('but not %s', async (_, name, text, fact) => {
    expect(await told(name, text, fact)).toEqual([])
  })
})
