import { describe, expect, test } from 'vitest'
import { late, readCut, readFiles, ring, two } from './bundle-kit.ts'

describe('the ledger names', () => {
  test.each([
    { name: 'a log that is no log at all: random bytes', text: Uint8Array.from({ length: 9000 }, (_, i) => (i * 7919 + (i >> 3)) % 251) },
    { name: 'a page in place of a log', text: '<html><body>\nPlease log in.\n</body></html>\n' },
  ])('$name, and takes nothing for absent', async ({ text }) => {
    const { ledgerText, observations, broken } = await readFiles({ 'node01/var/log/messages': text })
    expect(ledgerText).toContain('node01/var/log/messages: none of its lines looks like one of a log')
    expect(observations).toEqual([])
    expect(broken).toBe(true)
  })

  test.each([
    {
      name: 'a picture',
      path: 'screen.png',
      text: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
      why: 'it is no text, and no archive that avert opens',
    },
    {
      name: 'a note',
      path: 'case/notes.txt',
      text: 'We had trouble.\n',
      why: 'nothing in it is a log or a listing that avert understands',
    },
    { name: 'nothing at all', path: 'stdin', text: '', why: 'it is empty' },
  ])('what was given and not understood: $name', async ({ path, text, why }) => {
    const { ledger } = await readFiles({ [path]: text, 'node01/etc/corosync/corosync.conf': two })
    expect(ledger).toContainEqual({ what: path, why, facts: [] })
  })

  test('but not what lies beside what was read of a host', async () => {
    const { ledgerText } = await readFiles({ 'node01/version.txt': 'x\n', 'node01/etc/corosync/corosync.conf': two, 'node01/notes': 'x\n' })
    expect(ledgerText).not.toContainEqual(expect.stringMatching(/^node01\/(?:version|notes)/))
  })

  test.each([
    { name: 'a link to a log that is not there', link: '../../gone/messages', there: {}, told: true },
    {
      name: 'not one to a log that is there under its own name',
      link: '../x',
      there: { 'node01/var/x': late('Mar 28 06:15:03', 'node01') },
      told: false,
    },
    {
      name: 'not a hard link, which is told from the top',
      link: 'node01/zzz',
      there: { 'node01/zzz': late('Mar 28 06:15:03', 'node01') },
      told: false,
    },
    {
      name: 'not one to a folder that is there',
      link: '../other',
      there: { 'node01/var/other/messages': late('Mar 28 06:15:03', 'node01') },
      told: false,
    },
  ])('$name', async ({ link, there, told }) => {
    const why = `It is a link (to ${link}); links are not followed, a file inside the bundle is read under its own name.`
    const { ledger } = await readFiles({ 'node01/var/log/messages': { why }, ...there })
    const entry = ledger.find(({ what }) => what.startsWith('node01/var/log/messages'))!
    expect(`${entry.what}: ${entry.why}`).toBe(
      told ? `node01/var/log/messages (a link to ${link}): what it links to is not among the evidence` : `node01/var/log/messages: ${why}`,
    )
    expect(entry.facts.length > 0).toBe(told)
  })

  test('each of a hundred thousand links once', async () => {
    const why = 'It is a link (to x); links are not followed, a file inside the bundle is read under its own name.'
    const { ledger } = await readFiles(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`node01/var/l${i}`, { why }])))
    expect(ledger.some(({ count }) => count === 100_000)).toBe(true)
  })

  test('nothing of what every report has without a word for us', async () => {
    const { ledgerText } = await readFiles({
      'crm_report-1/node01/corosync.conf': two,
      'crm_report-1/node01/crm_verify.txt': '',
      'crm_report-1/analysis.txt': 'Diff cib.xml... OK\n',
      'crm_report-1/description.txt': 'Please edit this template.\n',
      'crm_report-1/report.summary': 'x\n',
      'crm_report-1/events.txt': '',
    })
    expect(ledgerText.filter(text => text.startsWith('crm_report-1/'))).toEqual([])
  })

  test('thousands of empty logs by the first few names and a number', async () => {
    const { ledger } = await readFiles(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`node01/var/log/messages-${i}`, ''])))
    const told = ledger.filter(({ why }) => why === 'it is empty')
    expect(told).toHaveLength(51)
    expect(told.at(-1)).toMatchObject({ what: '450 more files, for instance node01/var/log/messages-50', count: 450 })
    expect(told.at(-1)!.facts.length).toBeGreaterThan(0)
  })
})

test.each([
  {
    name: 'the answer of multipath',
    path: 'sos_commands/multipath/multipath_-ll',
    text: 'mpatha (3600) dm-0 NETAPP,LUN\nsize=10G features=0\n',
  },
  { name: 'what sos wrote on its way', path: 'sos_logs/sos.log', text: '2026-03-28 08:50:00,100 INFO: [sos] start\n' },
])('that nothing happened is not taken from $name', async ({ path, text }) => {
  const { known } = await readFiles({ [`node01/${path}`]: text })
  expect(known('ocf-timeouts')).toEqual([])
  expect(known('nfs-not-answering')).toEqual([])
})

test('where a log was cut off, what it does not show is open, and what it shows counts', async () => {
  const { known, observations, ledgerText, events } = await readCut(late('Mar 28 06:15:03', 'node01'))
  expect(events.length).toBeGreaterThan(0)
  expect(known('ocf-timeouts')).toEqual([true])
  expect(observations.filter(({ fact }) => fact === 'nfs-not-answering').map(({ state }) => state)).toEqual(['not-run'])
  expect(ledgerText).toContain('node01/var/log/messages: It ends too early.; what came before line 2 was read')
  expect(ledgerText).not.toContainEqual(expect.stringMatching(/no log of this node/))
})

test('a log with the hole that a power cut left is read on both sides of it', async () => {
  const text = `${late('Mar 28 06:15:03', 'node01')}${'\0'.repeat(20_000)}${ring('Mar 28 06:19:03', 'node01', '1.9')}`
  const { events, ledgerText } = await readFiles({ 'node01/var/log/messages': text })
  expect(events.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 2]))
  expect(ledgerText).not.toContainEqual(expect.stringMatching(/no text/))
})

test.each([
  { name: 'settings of the logger', path: 'node01/etc/logrotate.d/syslog', text: '/var/log/messages\n{\n    missingok\n}\n' },
  { name: 'a socket of systemd', path: 'node01/etc/systemd/system/syslog.socket', text: '[Unit]\nDescription=Syslog Socket\n' },
  { name: 'code about messages', path: 'src/messages.js', text: 'export const hello = 1\n' },
])('$name in a folder with logs are none, and nothing is damaged', async ({ path, text }) => {
  const { broken, ledgerText } = await readFiles({ [path]: text, 'node01/var/log/messages': late('Mar 28 06:15:03', 'node01') })
  expect(broken).toBe(false)
  expect(ledgerText.filter(entry => entry.includes('looks like one of a log'))).toEqual([])
})

test('the journal of one unit is a log, also under the whole name of the unit', async () => {
  const { ledgerText } = await readFiles({ 'node01/sos_commands/pcs/journalctl_--unit_pcsd.service': 'rubbish\n'.repeat(40) })
  expect(ledgerText).toContainEqual(expect.stringMatching(/looks like one of a log/))
})
