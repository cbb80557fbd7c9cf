import { describe, expect, test } from 'vitest'
import { mergeObservations } from '../../src/case/merge.ts'
import { scanDocument, scanText } from '../../src/render/scan.ts'
import { timeline } from '../../src/render/timeline.ts'
import { plain } from '../../src/render/wrap.ts'
import { kb, late, readFiles, ring, two } from './bundle-kit.ts'

const scanned = async (files: Record<string, string>) => {
  const evidence = await readFiles({ 'node01/etc/corosync/corosync.conf': two, ...files })
  return { kb, evidence, merged: mergeObservations(kb, evidence.observations) }
}
const lines = (text: string, wanted: RegExp) => text.split('\n').filter(line => wanted.test(line))

describe('the timeline', () => {
  test('shows all nodes in one order, marks symptoms and says which came first', async () => {
    const text = scanText(
      await scanned({
        'node01/var/log/messages': ring('Mar 28 06:14:00', 'node01', '1.9') + late('Mar 28 06:15:03', 'node01'),
        'node02/var/log/messages': ring('Mar 28 06:14:00', 'node02', '1.9') + late('Mar 28 06:15:01', 'node02'),
      }),
      plain(200),
    )
    expect(lines(text, /First sign/)).toEqual([expect.stringMatching(/First sign, 06:15:01 on node02: An operation/)])
    expect(lines(text, /^ {2}[! ] 06:15:0/).map(line => line.slice(2, 19))).toEqual(['! 06:15:01 node02', '! 06:15:03 node01'])
    expect(lines(text, /06:14:00 node01/)[0]).toMatch(/^ {4}06:14:00/)
  })

  test('does not take for a sign what only tells that a machine is a virtual one', async () => {
    const boot = 'Mar 28 06:00:00 node01 kernel: Hypervisor detected: KVM\n'
    const evidence = await scanned({ 'node01/var/log/messages': boot + late('Mar 28 06:05:03', 'node01') })
    expect(evidence.evidence.observations.map(({ fact }) => fact)).toContain('node-is-virtual')
    const text = scanText(evidence, plain(200))
    expect(lines(text, /First sign/)).toEqual([expect.stringMatching(/First sign, 06:05:03 on node01: An operation/)])
    expect(lines(text, /^ {2}. 06:00:00 node01/)[0]).toMatch(/^ {4}06:00:00/)
  })

  test('shows a time of summer as it was logged, though the evidence was collected in winter', async () => {
    const text = scanText(
      await scanned({
        'node01/timedatectl': '      Local time: Sat 2026-01-10 06:20:00 CET\n       Time zone: Europe/Berlin (CET, +0100)\n',
        'node01/var/log/messages': late('2025-07-15T08:15:03', 'node01'),
      }),
      plain(200),
    )
    expect(lines(text, /First sign/)).toEqual([expect.stringMatching(/First sign, 08:15:03 on node01/)])
  })

  test('is written by one clock when the nodes have different ones', async () => {
    const text = scanText(
      await scanned({
        'node01/sos_commands/date/date': 'Sat Mar 28 06:20:00 CET 2026\n',
        'node02/sos_commands/date/date': 'Sat Mar 28 05:20:00 UTC 2026\n',
        'node01/var/log/messages': late('Mar 28 06:15:03', 'node01'),
        'node02/var/log/messages': late('Mar 28 05:15:01', 'node02'),
      }),
      plain(200),
    )
    const clocks = lines(text, /^ {2}! \d/).map(line => line.slice(4, 12))
    expect(new Set(clocks.map(clock => clock.slice(0, 5))).size).toBe(1)
    expect(text).toMatch(/! The nodes are set to different time zones/)
  })

  test('folds what repeats and counts it', async () => {
    const same = Array.from({ length: 5 }, (_, i) => ring(`Mar 28 06:14:0${i}`, 'node01', `1.${i}`)).join('')
    const text = scanText(await scanned({ 'node01/var/log/messages': same }), plain(200))
    expect(lines(text, /06:14:0\d node01/)).toEqual([expect.stringMatching(/06:14:00 node01 .*, 5 times {2}node01\/var\/log\/messages:1$/)])
  })

  test('keeps what stands next to a symptom when it is long', async () => {
    const quiet = (minute: number) =>
      Array.from({ length: 50 }, (_, i) =>
        ring(`Mar 28 06:${minute}:${String(i).padStart(2, '0')}`, `node0${1 + (i % 2)}`, `1.${minute}${i}`),
      ).join('')
    const text = scanText(
      await scanned({ 'node01/var/log/messages': quiet(10) + late('Mar 28 06:15:03', 'node01') + quiet(16) }),
      plain(200),
    )
    expect(lines(text, /^ {2}! 06:15:03/)).toHaveLength(1)
    expect(lines(text, /^ {4}06:10:49/)).toHaveLength(1)
    expect(lines(text, /… \d+ more/)).toHaveLength(2)
    expect(lines(text, /^ {2}[! ] \d\d:/).length).toBeLessThanOrEqual(40)
  })

  test('leaves quiet groups out when there are others, and says so', async () => {
    const text = scanText(
      await scanned({
        'node01/var/log/messages':
          ring('Mar 27 01:00:00', 'node01', '1.1') + ring('Mar 27 02:00:00', 'node01', '1.2') + late('Mar 28 06:15:03', 'node01'),
      }),
      plain(200),
    )
    expect(text).toMatch(/2 more groups of events, without a symptom: see --format json/)
  })

  test('shows what has no time apart', async () => {
    const text = scanText(
      await scanned({ 'node01/sos_commands/kernel/dmesg': '[  300.500000] INFO: task crm_mon:4711 blocked for more than 120 seconds.\n' }),
      plain(200),
    )
    expect(text).toMatch(/Without a time that can be compared:\n.*--:--:-- /)
  })

  test('groups what is near', () => {
    const at = (minute: number) => ({
      kind: 'x',
      node: 'a',
      time: `2026-03-28T06:${minute}:00`,
      at: minute * 60_000,
      file: 'f',
      line: minute,
      count: 1,
      values: {},
      text: '',
    })
    expect(timeline([at(10), at(19), at(30)]).map(({ events }) => events.length)).toEqual([2, 1])
  })
})

test('the document counts what a line of the ledger stands for', async () => {
  const links = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [`node01/var/l${i}`, { why: 'It is a link (to x); links are not followed.' }]),
  )
  const scan = await scanned(links as unknown as Record<string, string>)
  const { notExamined } = scanDocument(scan) as { notExamined: { what: string; count?: number }[] }
  expect(notExamined.find(({ what }) => what.includes('links'))?.count).toBe(9)
})
