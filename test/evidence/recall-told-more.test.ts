import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const post = (...lines: readonly string[]) => `My server hangs since Monday.\n\n${lines.join('\n')}\n`

describe('forms in which people show what their system does', () => {
  test.each([
    ['a console with a hidden name', ['nfs: server {our filer} not responding, still trying'], 'nfs-not-answering'],
    ['a console of another system', ['On the screen we see:', 'NFS server store3 not responding still trying'], 'nfs-not-answering'],
    [
      'a card with an old driver',
      ['Mar 28 06:15:03 node02 kernel: eth2: Transmit timeout, status 0d 0004 c07f media 10.'],
      'nic-hung-logged',
    ],
    ['the top of a stack', ['# cat /proc/811/stack', '[<0>] rpc_wait_bit_killable+0x24/0xa0 [sunrpc]'], 'tasks-blocked-in-nfs'],
    ['a stack that opens a file of NFS', ['[<0>] nfs4_file_open+0x12f/0x240 [nfsv4]', '[<0>] do_dentry_open+0x14f/0x430'], 'nfs-mounted'],
    ['a trace through CIFS', ['[  11.04] Call Trace:', '[86412.331204]  cifs_send_recv+0x2a1/0x410 [cifs]'], 'nfs-mounted'],
    ['a check of the modules that taint', ['WARN kernel tainting module (is: hv_vmbus:X)'], 'node-is-virtual'],
    [
      'a program in Python that gave up',
      ["subprocess.TimeoutExpired: Command '['pcs', 'status', '--full']' timed out after 60 seconds"],
      'cluster-commands-slow',
    ],
  ])('%s', async (_, lines, fact) => {
    expect((await readFiles({ 'post.txt': post(...lines) })).truths).toContain(fact)
  })

  test.each([
    ['a server that is back', ['nfs: server store3 OK', 'NFS server store3 ok'], 'nfs-not-answering'],
    ['a stack of an NFS server', ['[<0>] svc_recv+0x8a6/0x9b0 [sunrpc]', '[<0>] nfsd+0xd6/0x150 [nfsd]'], 'nfs-mounted'],
    ['a host that lists what guests may need', ['The kernel has hv_vmbus and vmw_balloon as modules.'], 'node-is-virtual'],
    ['a program that gave up early', ["TimeoutExpired: Command 'gcc x.c' timed out after 600 seconds"], 'cluster-commands-slow'],
  ])('but not %s', async (_, lines, fact) => {
    expect((await readFiles({ 'post.txt': post(...lines) })).truths).not.toContain(fact)
  })
})
