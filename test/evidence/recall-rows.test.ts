import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
async function shown(fact: string, files: Record<string, string>): Promise<unknown> {
  const { known } = await readFiles(files)
  return known(fact).includes(true) ? true : known(fact)[0]
}
const tells = (fact: string, text: string, path = 'note.txt') => shown(fact, { [path]: text })

describe('a loss of the token that a timeline quotes is one', () => {
  test.each<[string, string]>([
    [
      'in a table, with the program and no number',
      rows(
        '# Postmortem PM-17',
        '',
        '| 02:31:14 | b1 | `corosync: [TOTEM ] Token has not been received in 2250 ms` |',
        '| 02:31:17 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
        '| 02:31:25 | b1 | fencing a1 (fence_ipmilan) |',
      ),
    ],
    [
      'in a list, with its number',
      rows(
        'Incident 4711, times are local',
        '- 09:10:01 - b1 says "corosync[1290]: [TOTEM ] A processor failed, forming new configuration."',
        '- 09:10:09 - a1 is fenced',
        '- 09:12:00 - a1 is back',
      ),
    ],
    [
      'newest first',
      rows(
        'Incident 4712',
        '',
        '| 09:12:00 | a1 | back |',
        '| 09:10:09 | a1 | powered off by the cluster |',
        '| 09:10:01 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('totem-token-lost', text, 'postmortem.md')).toBe(true))

  test.each<[string, string]>([
    [
      'below a row that tells of the fencing before',
      rows(
        'Incident 4713',
        '',
        '| 02:31:05 | b1 | fencing of a1 requested, the volume did not stop |',
        '| 02:31:17 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
        '| 02:31:33 | a1 | boots |',
      ),
    ],
    [
      'above such a row, newest first',
      rows(
        'Incident 4714',
        '',
        '| 02:36:40 | a1 | back |',
        '| 02:31:17 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
        '| 02:31:05 | a1 | powered off over iLO |',
      ),
    ],
    [
      'in a collection of questions and answers',
      rows(
        'Cluster FAQ (wiki of the team)',
        '',
        'Q: What does "[TOTEM ] A processor failed, forming new configuration" mean?',
        'A: The token did not come back. Our cluster writes it before a fencing.',
      ),
    ],
    [
      'where somebody explains it',
      rows(
        'Hello,',
        '',
        'on our cluster all is well. Was bedeutet "[TOTEM ] A processor failed, forming new configuration." im Handbuch?',
        'Kind regards',
      ),
    ],
    [
      'where somebody explains it in Spanish',
      rows('Hola:', '', '¿Qué significa "[TOTEM ] A processor failed, forming new configuration." en la documentación?'),
    ],
  ])('but not %s', async (_, text) => expect(await tells('totem-token-lost', text)).not.toBe(true))
})

describe('operations of a status that say when they were', () => {
  const failed = (resource: string, node: string, when: string) =>
    `  * ${resource} 60s-interval monitor on ${node} could not be executed (Timed Out) because 'Resource agent did not complete in time' at ${when}`
  const status = (...entries: readonly string[]) => rows('Cluster name: mail', 'Failed Resource Actions:', ...entries)

  test('belong together within ten minutes, with a reason in between', async () =>
    expect(
      await tells('ocf-timeouts', status(failed('smtp', 'n1', 'Tue May 30 11:02:11 2023'), failed('imap', 'n1', 'Tue May 30 11:05:40 2023'))),
    ).toBe(true))
  test.each<[string, string]>([
    ['nine days apart', status(failed('imap', 'n1', 'Sun May 21 03:21:40 2023'), failed('smtp', 'n2', 'Tue May 30 11:02:11 2023'))],
    ['half an hour apart', status(failed('imap', 'n1', 'Tue May 30 11:32:40 2023'), failed('smtp', 'n1', 'Tue May 30 11:02:11 2023'))],
  ])('but not %s', async (_, text) => expect(await tells('ocf-timeouts', text, 'pcs_status.txt')).not.toBe(true))
})

describe('what packages say of their changes tells nothing of a system', () => {
  const rpm = [
    '* Thu Feb 16 2023 Jo Doe <jo@example.org> - 4.9.0-40',
    '- IPaddr2: fix stop action that could time out',
    '- Filesystem: stop action timed out after 60s,',
    '  now it is killed',
    '  Resolves: rhbz#1',
  ]
  test.each<[string, string]>([
    ['of rpm', rows('Comment 14 Jo Doe 2023-05-16 08:51:22 UTC', 'Fixed in the cluster.', '', 'rpm -q --changelog resource-agents', ...rpm)],
    ['of rpm, quoted in a mail', rows('Hello,', '', 'On our cluster we found in the list:', ...rpm.map(line => `> ${line}`))],
    [
      'of SUSE',
      rows(
        'Hello,',
        '',
        'on our cluster this is in the package:',
        '-------------------------------------------------------------------',
        'Thu Feb 16 10:11:12 UTC 2023 - jo@example.org',
        '',
        '- IPaddr2: the stop operation timed out with many addresses',
      ),
    ],
    [
      'of Debian',
      rows(
        'Hello,',
        '',
        'our cluster gets this with apt changelog:',
        'resource-agents (1:4.2.0-1ubuntu1) focal; urgency=medium',
        '',
        '  * IPaddr2: the stop operation timed out with many addresses',
        '',
        ' -- Jo Doe <jo@example.org>  Thu, 16 Feb 2023 10:11:12 +0000',
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('ocf-timeouts', text)).not.toBe(true))

  test.each<[string, string]>([
    ['what follows them does', rows('Hello,', '', ...rpm, '', 'On our cluster the stop operation timed out again.')],
    ['a list below them does', rows('Hello,', '', 'our cluster has this package:', ...rpm, '', '- the stop operation of our VIP timed out')],
    ['a list of an ordinary mail does', rows('Hello,', '', 'on our cluster:', '* Thursday the stop operation of our VIP timed out')],
  ])('but %s', async (_, text) => expect(await tells('ocf-timeouts', text)).toBe(true))
})
