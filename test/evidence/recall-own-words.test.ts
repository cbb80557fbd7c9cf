import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const asked = (said: string) => `Hello,\n\nwe have a two node cluster on RHEL 8. ${said}\nAny idea?\n`
const truths = async (text: string, path = 'ticket.txt') => (await readFiles({ [path]: text })).truths

describe('what somebody says in plain words of a cluster of their own counts', () => {
  test.each([
    ['a status that hangs', 'Since last night "pcs status" just hangs on both nodes.', 'cluster-commands-slow'],
    ['a status that never ends', 'On node02 crm_mon -1 never returns.', 'cluster-commands-slow'],
    ['a status that takes minutes', 'Now `pcs cluster status` takes about 2 minutes.', 'cluster-commands-slow'],
    ['a status that is slow, over two lines', 'As soon as the scan begins pcs status is\nvery slow.', 'cluster-commands-slow'],
    ['simple commands that hang', 'Even simple commands like ls or df hang for minutes.', 'commands-hang'],
    ['nodes that are virtual', 'Both nodes are running on VMware.', 'node-is-virtual'],
    ['a cluster on virtual machines', 'The cluster is built on two virtual machines.', 'node-is-virtual'],
  ])('%s', async (_, said, fact) => {
    expect(await truths(asked(said))).toContain(fact)
  })

  test.each([
    ['a condition', 'What happens if pcs status hangs?', 'cluster-commands-slow'],
    ['a repair', 'The update fixed that pcs status hangs.', 'cluster-commands-slow'],
    ['what is over', 'It no longer happens that pcs status hangs.', 'cluster-commands-slow'],
    ['a status that takes seconds', 'Here pcs status takes 3 seconds.', 'cluster-commands-slow'],
    ['what is no virtual machine', 'Both nodes are not running on VMware.', 'node-is-virtual'],
    ['another sentence', 'I ran pcs status. The web server hangs.', 'cluster-commands-slow'],
  ])('but not %s', async (_, said, fact) => {
    expect(await truths(asked(said))).not.toContain(fact)
  })

  test.each([
    ['A sosreport takes more than an hour now.', [60]],
    ['The sosreport ran for about 45 minutes.', [45]],
    ['They say that a sosreport may take more than an hour.', []],
  ])('how long a report took: %s', async (said, minutes) => {
    expect((await readFiles({ 'ticket.txt': asked(said) })).known('sos-runtime-minutes')).toEqual(minutes)
  })

  test.each([
    ['an article', 'Environment\n\nRHEL 8\n\nIssue\n\n"pcs status" hangs on all nodes.\n\nResolution\n\nUpdate pcs.\n'],
    ['a list of changes', '# Changes\n\n## 0.10.8\n\n- pcs status hangs when a node is down\n'],
    ['a lesson', 'In this guide we look at why pcs status hangs.\n'],
    ['what nobody says of their own', 'pcs status hangs.\n'],
  ])('nor what stands in %s', async (_, text) => {
    expect(await truths(text, 'page.txt')).not.toContain('cluster-commands-slow')
  })
})
