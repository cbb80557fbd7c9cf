import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const facts = ['ocf-timeouts', 'ip-address-stop-failed', 'totem-retransmits', 'totem-token-lost', 'cluster-setup-timeout']
const toldBy = async (name: string, text: string) => (await readFiles({ [name]: `${text}\n` })).truths.filter(fact => facts.includes(fact))
const letter = (...lines: readonly string[]) =>
  `Hello,\n\nwe have a pacemaker/corosync cluster with nodes db01 and db02, RHEL 8.\n\n${lines.join('\n')}\n\nRegards, Ann\n`
const timeline = (...entries: readonly (readonly [string, string])[]) =>
  [
    'incident: 4711',
    'cluster: [elm01, elm02]',
    'entries:',
    ...entries.flatMap(([at, what]) => [`  - at: "${at}"`, '    where: elm02', `    what: "${what}"`]),
  ].join('\n')

describe('what people tell of a cluster is read in whatever they write it', () => {
  test.each([
    [
      'entries of YAML, each with its time',
      'timeline.yaml',
      timeline(
        ['05:01', 'pacemaker gives up on the monitor of fs_elm (Timed Out)'],
        ['05:02', 'monitor of db_elm: Timed Out'],
        ['05:09', 'quiet'],
      ),
      'ocf-timeouts',
    ],
    [
      'a message quoted in such entries',
      'review.yml',
      timeline(
        ['05:01:10', "corosync: 'A processor failed, forming new configuration.'"],
        ['05:01:12', 'fencing of elm01 requested'],
        ['05:09', 'elm01 back'],
      ),
      'totem-token-lost',
    ],
    [
      'letters that a page spells by their names',
      'rapport.html',
      '<html><body><p>Le 3 mai &agrave; 04h11, sur notre grappe (pin1, pin2) : l&rsquo;arr&ecirc;t de l&rsquo;adresse flottante vip_pin (IPaddr2) a &eacute;chou&eacute;, le d&eacute;lai de 20&nbsp;s &eacute;tait d&eacute;pass&eacute;.</p></body></html>',
      'ip-address-stop-failed',
    ],
    [
      'comments of a ticket in XML',
      'OPS-9.xml',
      '<?xml version="1.0"?>\n<ticket><key>OPS-9</key>\n<comment when="2024-05-02 09:12">Looked into elm02: the corosync journal is full of &quot;Retransmit List&quot;, I counted 640 of them between 08:40 and 09:00.</comment></ticket>',
      'totem-retransmits',
    ],
    [
      'a row of a wiki with its time in a cell',
      'shift.wiki',
      'h2. Shift log\n\n||time||host||what||\n|02:10|elm01|took over|\n|03:12|elm02|corosync is spamming "Retransmit List:", counted roughly five hundred of those between 03:10 and 03:20|\n|03:40|elm02|quiet again|',
      'totem-retransmits',
    ],
    [
      'words that were broken at the ends of narrow lines',
      'report.txt',
      'Incident Report IR-77\n\n1 Summary\nOn Tuesday at 07:51 corosync on elm01 no-\nted that the to-\nken had not come back and built a mem-\nbership of its own. Ten seconds la-\nter elm01 had elm02 powered off.\n',
      'totem-token-lost',
    ],
    [
      'what a terminal printed below the set-up that was typed',
      'ticket.txt',
      'Ticket INC-4711: new pair will not build\n\nHi, this happened today at 09:30:\n\n[root@elm01 ~]# pcs cluster setup elm elm01 elm02\nError: elm02: Operation timed out after 60001 milliseconds with 0 bytes received (operation timed out)\n\nThanks, Eve',
      'cluster-setup-timeout',
    ],
  ])('%s', async (_, name, text, fact) => expect(await toldBy(name, text)).toContain(fact))

  test.each([
    [
      'entries of a plan in YAML tell what is expected',
      'plan.yaml',
      [
        'cluster: [elm01, elm02]',
        'steps:',
        ...['10:00', '10:10'].flatMap(at => [`  - at: "${at}"`, '    do: pull the cable of elm02', '    expect: corosync loses the token']),
      ].join('\n'),
    ],
    [
      'values of a program in YAML tell nothing',
      'values.yaml',
      'totem:\n  token: 10000\nrules:\n  - at: "10:00"\n    summary: corosync lost the token on elm02\n  - at: "10:10"\n    summary: monitor of fs_elm Timed Out\n',
    ],
    [
      'a single one in such entries is none of many',
      'timeline.yaml',
      timeline(['05:01', 'monitor of fs_elm Timed Out once'], ['05:02', 'cluster recovered'], ['05:09', 'quiet']),
    ],
  ])('%s', async (_, name, text) => expect(await toldBy(name, text)).toEqual([]))
})

describe('that a node was lost is told by', () => {
  test.each([
    ['03:27:02 corosync - 토큰을 제시간에 못 받음 (A processor failed)\n03:27:07 db01 펜싱 요청'],
    ['log de db01 a las 3:39: corosync: A processor failed, forming new configuration'],
    ['В логе corosync на db01: «A processor failed, forming new configuration».'],
    ['At 07:51 db01 no longer received the totem token from its neighbour.'],
    ['Um 03:12 meldete corosync auf db01, dass das Token von db02 nicht mehr rechtzeitig eintraf.'],
    ['O 02:14 corosync na db01 nie otrzymał tokenu na czas.'],
    ['At 04:10 db02 was gone from the membership without a leave message.'],
    ['Klockan 04.10 försvann db02 ur medlemskapet utan att säga hej.'],
    ['db02 在 04:10 没有正常退出就从集群成员里消失了。'],
    ['db02 rebooted unexpectedly at 13:37, and db01 only says\nSync left[1]: 2'],
  ])('%s', async said => expect(await toldBy('mail.txt', letter(said))).toContain('totem-token-lost'))
})

describe('that a node was lost is not told by', () => {
  test.each([
    ['corosync 로그에 토큰 유실이나 "A processor failed" 메시지는 없었습니다.'],
    ['db01 says\nSync left[1]: 2\nthat was our planned reboot of db02.'],
    ['What does "A processor failed, forming new configuration" mean?'],
    ['Kim left without saying goodbye, so nobody could tell me the password of the cluster.'],
    ['db02 was fenced by hand at 04:00.\n04:01 corosync: A processor failed, forming new configuration'],
  ])('%s', async said => expect(await toldBy('mail.txt', letter(said))).not.toContain('totem-token-lost'))
})

test('an address and the agent behind its name are one that ran out of time', async () =>
  expect(await toldBy('mail.txt', letter('At 10:02 the start of vip_shop (IPaddr2) timed out after 20 s.'))).toEqual([]))
