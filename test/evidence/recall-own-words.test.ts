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
    ['a status that waits for a minute', 'Since Monday crm status takes up to a minute.', 'cluster-commands-slow'],
    ['a status that times out', 'On both nodes "crm_mon -1" times out.', 'cluster-commands-slow'],
    ['all commands of the cluster', 'All pcs commands hang on node01.', 'cluster-commands-slow'],
    ['a status that hangs, in German', 'Seit gestern hängt "pcs status" auf beiden Knoten.', 'cluster-commands-slow'],
    ['a simple command by its name', 'On node01 df -h hangs forever.', 'commands-hang'],
    ['several of them', 'There df, ls and ps just hang.', 'commands-hang'],
    ['one with its options', 'I execute ps aux, the command hangs.', 'commands-hang'],
    ['what it does whenever somebody runs it', 'If you enter "df -h" that command will hang, too.', 'commands-hang'],
    ['a call of it', 'The `df -P` call of the monitoring hangs for good.', 'commands-hang'],
    ['what makes it hang', 'Something is left over causing df -h to hang.', 'commands-hang'],
    ['one that is marked as a command', 'On this node `cat /etc/hosts` never returns.', 'commands-hang'],
    ['one that cannot be killed', 'Every df on it ends in state "D" and stays there.', 'commands-hang'],
    ['what hangs, before its name', 'We had to kill hung processes such as /bin/df.', 'commands-hang'],
    ['a login', 'An ssh login hangs there for minutes.', 'commands-hang'],
    ['a simple command, in Chinese', '执行 `df -h` 时，命令 hang 住了。', 'commands-hang'],
    ['a set-up that timed out', '"pcs cluster setup" fails with a timeout.', 'cluster-setup-timeout'],
    ['a start that timed out', 'Today pcs cluster start --all timed out twice.', 'cluster-setup-timeout'],
    ['another tool that sets up', 'crm cluster init timed out while waiting for the cluster.', 'cluster-setup-timeout'],
    ['an address that does not stop', 'The virtual IP failed to stop and node01 was fenced.', 'ip-address-stop-failed'],
    ['the stop of an address', 'The stop operation of the VIP timed out.', 'ip-address-stop-failed'],
    ['a stop that timed out', 'The stop operation of the database timed out.', 'ocf-timeouts'],
    ['operations that time out', 'Monitor operations of several resources keep timing out.', 'ocf-timeouts'],
    ['messages again and again', 'The corosync log is full of "Retransmit List" messages.', 'totem-retransmits'],
    ['how often it is asked again', 'corosync prints Retransmit List lines every few seconds.', 'totem-retransmits'],
    ['a token', 'Last night corosync lost the token on node02.', 'totem-token-lost'],
    ['what the log says of the token', 'Then "[TOTEM ] A processor failed, forming new configuration" is logged.', 'totem-token-lost'],
    ['nodes that are virtual', 'Both nodes are running on VMware.', 'node-is-virtual'],
    ['a cluster on virtual machines', 'The cluster is built on two virtual machines.', 'node-is-virtual'],
  ])('%s', async (_, said, fact) => {
    expect(await truths(asked(said))).toContain(fact)
  })

  test.each([
    ['a case of somebody', 'I just had a case where the sosreport ran for more than 4 hours.'],
    ['a situation that was dealt with', 'Just dealt with a situation where a sosreport took over 4 hours to run.'],
    ["a customer's system", "A customer's system has 1500 CPUs, and `sos report` runs there for >2 hours."],
    ['a customer', 'We have a customer whose sosreport runs for more than two hours.'],
  ])('without a greeting: %s', async (_, said) => {
    expect(Number((await readFiles({ 'ticket.txt': `${said}\n` })).known('sos-runtime-minutes')[0])).toBeGreaterThan(60)
  })
  test('but not what an article tells of a customer', async () => {
    expect(
      (await readFiles({ 'page.txt': "In this article a customer's sosreport took 4 hours.\n" })).known('sos-runtime-minutes'),
    ).toEqual([])
  })

  test.each([
    ['a condition', 'What happens if pcs status hangs?', 'cluster-commands-slow'],
    ['a repair', 'The update fixed that pcs status hangs.', 'cluster-commands-slow'],
    ['what is over', 'It no longer happens that pcs status hangs.', 'cluster-commands-slow'],
    ['a status that takes seconds', 'Here pcs status takes 3 seconds.', 'cluster-commands-slow'],
    ['what is no virtual machine', 'Both nodes are not running on VMware.', 'node-is-virtual'],
    ['something that hangs for seconds', 'Once ls hangs for about 30 seconds and goes on.', 'commands-hang'],
    ['a command that does not give something back', 'I wonder why lsof does not return offsets.', 'commands-hang'],
    ['a command that takes its time to change something', 'Here pcs cluster start hangs for a while.', 'cluster-commands-slow'],
    ['a word that is a command as well', 'Who hangs around here? I find it hanging.', 'commands-hang'],
    ['a refusal', 'pcs cluster setup fails with "Connection refused".', 'cluster-setup-timeout'],
    ['an option', 'We ran pcs cluster setup with a longer --request-timeout.', 'cluster-setup-timeout'],
    ['an address that went down', 'The VIP was stopped and started on node02.', 'ip-address-stop-failed'],
    ['a stop of a service that timed out', 'systemctl stop httpd timed out.', 'ocf-timeouts'],
    ['nothing of the kind', 'There were no monitor operations that timed out.', 'ocf-timeouts'],
    ['what others ask for again', 'With corosync all is well, but we see a lot of TCP retransmits.', 'totem-retransmits'],
    ['a few of them', 'corosync printed one Retransmit List at its start.', 'totem-retransmits'],
    ['a token of another kind', 'The login lost its token.', 'totem-token-lost'],
    ['a token that was lost after a fencing', 'When node01 was fenced, corosync lost the token.', 'totem-token-lost'],
    ['another sentence', 'I ran pcs status. The web server hangs.', 'cluster-commands-slow'],
  ])('but not %s', async (_, said, fact) => {
    expect(await truths(asked(said))).not.toContain(fact)
  })

  test.each([
    ['A sosreport takes more than an hour now.', [60]],
    ['The sosreport ran for about 45 minutes.', [45]],
    ['The sosreport of our node took more than four hours.', [240]],
    ['Here sos report runs for hours.', [120]],
    ['A sosreport takes more than half an hour.', [31]],
    ['They say that a sosreport may take more than an hour.', []],
  ])('how long a report took: %s', async (said, minutes) => {
    expect((await readFiles({ 'ticket.txt': asked(said) })).known('sos-runtime-minutes')).toEqual(minutes)
  })

  test.each([
    ['an article', 'Environment\n\nRHEL 8\n\nIssue\n\n"pcs status" hangs on all nodes.\n\nResolution\n\nUpdate pcs.\n'],
    ['a list of changes', '# Changes\n\n## 0.10.8\n\n- pcs status hangs when a node is down\n'],
    ['a lesson', 'In this guide we look at why pcs status hangs.\n'],
    ['examples', 'We have a cluster.\n\nExamples:\n\n"pcs status" hangs.\n\nExamples:\n\nnone\n'],
    ['what nobody says of their own', 'pcs status hangs.\n'],
  ])('nor what stands in %s', async (_, text) => {
    expect(await truths(text, 'page.txt')).not.toContain('cluster-commands-slow')
  })
})

test('what a tracker asks for stands below headings', async () => {
  const issue = (heading: string) => `# A command\n\n### ${heading}\ndf command hangs indefinitely\n\n### Version\n8\n`
  expect(await truths(issue('Actual Behavior'), 'post.txt')).toContain('commands-hang')
  expect(await truths(issue('What it does'), 'post.txt')).not.toContain('commands-hang')
})

test('a manual that shows lines of a log as examples is no log', async () => {
  const line = '2026-03-28 06:15:03 node01 corosync: [TOTEM ] A processor failed, forming new configuration.\n'
  const manual = `1. Fencing\n\nExamples:\n\n${line}\n2. Communication\n\nExamples:\n\n${line}`
  expect(await truths(manual, 'README.md')).toEqual([])
  expect(await truths(line.repeat(3), 'notes.txt')).toContain('totem-token-lost')
})
