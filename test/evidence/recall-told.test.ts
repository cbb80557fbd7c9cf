import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
async function agentsIn(files: Record<string, string>): Promise<unknown[]> {
  const { known } = await readFiles(files)
  return [...new Set(known('vendors').flat())].sort()
}
const headed = (...lines: readonly string[]) => rows('# First part', '', 'Words.', '', '## Second part', '', ...lines)
const shown = '# systemctl is-active mdatp'
const ofSophos = '77 [2026-03-28T06:15:03.014]    INFO [3412880192] watchdog <> Watchdog started'

describe('what somebody says of a machine of their own counts, whatever the form', () => {
  test.each([
    ['a product in its own log below its own folder', 'opt/sophos-spl/logs/base/watchdog.log', ofSophos, 'sophos-spl'],
    ['the log of Deep Security', 'ds_agent.log', '2026-03-28 06:15:03.481203 [+0100]: [dsa.Heartbeat/5] | sent', 'trend-micro'],
    ['the log of Defender', 'core.log', '[47][2026-03-28 06:15:03.481203 UTC][info]: ready', 'microsoft-defender'],
    [
      'OSSEC that its script started',
      'messages',
      rows('Mar 28 06:15:03 node02 ossec[9]: Started ossec-agentd...', 'Mar 28 06:15:03 node02 systemd[1]: x'),
      'wazuh',
    ],
    [
      'a unit by its description',
      'messages',
      rows('Mar 28 06:15:03 node02 systemd[1]: Started ESET Server Security.', 'Mar 28 06:15:03 node02 systemd[1]: x'),
      'eset',
    ],
    ['a report with headings', 'bericht2.md', headed(shown, 'active'), 'microsoft-defender'],
    ['what a command showed', 'setup.md', headed('The second node showed:', '', shown, 'active'), 'microsoft-defender'],
    [
      'a tracer that was given its number',
      'memo.txt',
      rows('$ sudo strace -f -p $(pidof cybereason-sensor)', '', '[pid  47] read(3, "", 9) = 0'),
      'unknown-agent',
    ],
    [
      'a table in a dump of a database',
      'chat.sql',
      rows(
        "INSERT INTO `chat` VALUES (7, '## Top\\n\\n| 用户 | PID | CPU% | 命令 |\\n|---|---|---|---|\\n| root | 1311 | 0.3 | hostguard --daemon |\\n');",
      ),
      'unknown-agent',
    ],
  ])('%s', async (_, path, text, agent) => {
    expect(await agentsIn({ [path]: `${text}\n` })).toEqual([agent])
  })

  test.each([
    ['settings below the folder of a product', 'opt/sophos-spl/base/etc/sample.conf', ofSophos],
    ['a manual with headings', 'setup.md', headed('The command shows:', '', shown, 'active')],
    ['a template of a report', 'report-template.md', headed(shown, 'active')],
    [
      'a page of a vendor with its buttons',
      'cytool.txt',
      rows('For example:', ' Ask Copy ', ' pmd 2164 root Running /opt/traps/bin/pmd ', 'For example:', ' Ask Copy '),
    ],
    [
      'a tracer that found nothing',
      'memo.txt',
      rows('$ sudo strace -p $(pidof cybereason-sensor)', "strace: option requires an argument -- 'p'"),
    ],
    [
      'a package that was removed',
      'session.log',
      rows(
        '[root@n1 ~]# rpm -qa | grep xagt',
        'xagt-34.1.2-1.el7.x86_64',
        '[root@n1 ~]# rpm -e xagt',
        '[root@n1 ~]# rpm -q xagt',
        'package xagt is not installed',
      ),
    ],
    ['text in the source of a program', 'seed.js', 'const seed = ["| root | 1311 | hostguard --daemon |\\n| x |\\n"]'],
  ])('but not %s', async (_, path, text) => {
    expect(await agentsIn({ [path]: `${text}\n` })).toEqual([])
  })

  test('a package that was removed and came back is there', async () => {
    const again = rows('[root@n1 ~]# rpm -q xagt', 'package xagt is not installed', '[root@n1 ~]# rpm -q xagt', 'xagt-34.1.2-1.el7.x86_64')
    expect(await agentsIn({ 'session.log': again })).toEqual(['trellix-hx'])
  })

  test('what pcs wrote stands in one line of the log of Ansible', async () => {
    const line =
      '2026-03-28 06:15:03,330 p=7 u=me n=ansible | fatal: [n1]: FAILED! => {"rc": 1, "stderr": "Destroying cluster on hosts: \'n1\', \'n2\'...\\nError: n2: Connection timeout (Operation timed out after 60001 milliseconds with 0 bytes received)\\nError: some hosts failed"}'
    expect((await readFiles({ 'ansible.log': `${line}\n` })).truths).toContain('cluster-setup-timeout')
  })
})
