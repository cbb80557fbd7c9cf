import { describe, expect, test } from 'vitest'
import { emptyCase, readCase, writeCase } from '../../src/case/case-file.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { incidentsThatDiffer, weighIncidents } from '../../src/diagnosis/incidents.ts'
import { kb, late, readFiles, two } from './bundle-kit.ts'

const lost = (at: string) =>
  `${at} node01 corosync[2187]:   [KNET  ] link: host: 2 link: 0 is down\n${at} node01 corosync[2187]:   [TOTEM ] A processor failed, forming new configuration: token timed out (3000ms), waiting 3600ms for consensus.\n`
const logs = (text: string) => ({
  'node01/etc/corosync/corosync.conf': two,
  'node01/var/log/messages': text,
  'node02/var/log/messages':
    'Mar 20 00:00:00 node02 systemd[1]: Started Session 1.\nMar 29 00:00:00 node02 systemd[1]: Started Session 2.\n',
})
const apart = `${lost('Mar 25 03:00:01')}${late('Mar 28 06:15:03', 'node01')}${late('Mar 28 06:16:03', 'node01')}`

describe('incidents', () => {
  test.each([
    {
      name: 'days apart are two',
      text: apart,
      spans: ['2026-03-25 03:00:01 to 2026-03-25 03:00:01', '2026-03-28 06:15:03 to 2026-03-28 06:16:03'],
    },
    {
      name: 'of which one follows the other within the hour are one',
      text: `${lost('Mar 28 05:30:01')}${late('Mar 28 06:15:03', 'node01')}`,
      spans: [],
    },
    { name: 'are none where nothing happened', text: 'Mar 28 06:15:03 node01 systemd[1]: Started Session 1.\n', spans: [] },
  ])('$name', async ({ text, spans }) => {
    const { incidents = [] } = await readFiles(logs(text), { apart: true })
    expect(incidents.map(({ from, to }) => `${from} to ${to}`)).toEqual(spans)
  })

  test('are told only to those who ask', async () => {
    expect((await readFiles(logs(apart))).incidents).toBeUndefined()
  })

  test('show each its own symptoms', async () => {
    const { incidents = [] } = await readFiles(logs(apart), { apart: true })
    const yes = incidents.map(({ observations }) => [
      ...new Set(observations.flatMap(found => (found.state === 'known' && found.value === true ? [found.fact] : []))),
    ])
    expect(yes[0]).toContain('totem-token-lost')
    expect(yes[0]).not.toContain('ocf-timeouts')
    expect(yes[1]).toContain('ocf-timeouts')
    expect(yes[1]).not.toContain('totem-token-lost')
  })

  test('name a period in which only they are seen', async () => {
    const { incidents = [] } = await readFiles(logs(apart), { apart: true })
    const [first] = incidents
    const again = await readFiles(logs(apart), { period: { since: first!.since, until: first!.until } })
    expect(again.observations).toEqual(first!.observations)
    expect(again.truths).not.toContain('ocf-timeouts')
  })

  test('of summer are told, and looked at, by the clock of summer though the evidence was collected in winter', async () => {
    const files = {
      ...logs(`${lost('2025-07-15T03:00:01')}${late('2025-07-18T06:15:03', 'node01')}`),
      'node01/timedatectl': '      Local time: Sat 2026-01-10 06:20:00 CET\n       Time zone: Europe/Berlin (CET, +0100)\n',
    }
    const { incidents = [] } = await readFiles(files, { apart: true })
    expect(incidents.map(({ from }) => from)).toEqual(['2025-07-15 03:00:01', '2025-07-18 06:15:03'])
    const { known } = await readFiles(files, { period: { since: '2025-07-18 06:15', until: '2025-07-18 06:16' } })
    expect([known('ocf-timeouts'), known('totem-token-lost')]).toEqual([[true], []])
  })

  test('of more than twelve the last ones count', async () => {
    const days = Array.from({ length: 15 }, (_, i) => late(`Mar ${String(i + 10).padStart(2, ' ')} 06:15:03`, 'node01')).join('')
    const { incidents = [] } = await readFiles(logs(days), { apart: true })
    expect([incidents.length, incidents[0]!.from.slice(0, 10)]).toEqual([12, '2026-03-13'])
  })
})

describe('a period', () => {
  test('that no log is of says that nobody knows, not that nothing happened', async () => {
    const { observations, ledgerText } = await readFiles(logs(apart), { period: { since: '2026-05-01', until: '2026-05-02' } })
    expect(observations.filter(({ origin }) => origin.kind === 'log')).toEqual([])
    expect(ledgerText).toContain('logs since 2026-05-01 until 2026-05-02: no log among the evidence is of that time')
  })

  test('that only the log of one node is of leaves open what the other one saw', async () => {
    const files = { ...logs(apart), 'node02/var/log/messages': '2026-04-01T00:00:00 node02 systemd[1]: Started Session 1.\n' }
    const { known, ledgerText } = await readFiles(files, { period: { until: '2026-03-26' } })
    expect(known('ocf-timeouts')).toEqual([])
    expect(ledgerText.filter(entry => /node02.* of that time/.test(entry))).toHaveLength(1)
  })

  test('does not drop what has no time, and says so', async () => {
    const files = { ...logs(apart), 'node01/dmesg.txt': '[ 1000.000000] INFO: task lsof:123 blocked for more than 120 seconds.\n' }
    const { truths, warnings } = await readFiles(files, { period: { until: '2026-03-26' } })
    expect(truths).toContain('commands-hang')
    expect(warnings.filter(warning => /no time that could be compared/.test(warning))).toHaveLength(1)
  })
})

describe('several incidents are told', () => {
  const incident = { from: '', to: '', since: '', until: '' }
  const causes = (...list: string[]) => ({ ...incident, causes: list.map(id => ({ id, band: 'likely' as const })) })
  const weighed = (...sure: string[]) => ({ hypotheses: sure.map(id => ({ id, band: 'likely' })) }) as never
  test.each([
    { name: 'when each has its own cause', incidents: [causes('a'), causes('b')], together: ['a'], told: true },
    { name: 'when together they hide what one shows', incidents: [causes('a'), causes()], together: [], told: true },
    { name: 'not when all have one cause', incidents: [causes('a'), causes('a')], together: ['a'], told: false },
    { name: 'not when the rest tells nothing', incidents: [causes('a'), causes()], together: ['a'], told: false },
    { name: 'not when there is none', incidents: undefined, together: ['a'], told: false },
  ])('$name', ({ incidents, together, told }) => {
    expect(incidentsThatDiffer(incidents, weighed(...together)) !== undefined).toBe(told)
  })

  test('with a period in a case that is read again', async () => {
    const { incidents = [] } = await readFiles(logs(apart), { apart: true })
    const value = { ...emptyCase(kb), period: { until: '2026-04-01' }, incidents: await weighIncidents(kb, incidents) }
    expect(readCase(writeCase(value), kb)).toMatchObject({ value: { period: value.period, incidents: value.incidents } })
    expect(value.incidents).toHaveLength(2)
  })

  test.each([
    '[1]',
    '[{ causes: [] }]',
    '[{ from: 03-28 06:15, to: 03-28 06:16, since: "03-28 05:46\'; reboot; \'", until: 03-28 06:45, causes: [] }]',
  ])('but not those of a case that somebody edited by hand beyond reading: %s', incidents => {
    const text = writeCase(emptyCase(kb)).replace('warnings: []', `warnings: []\nincidents: ${incidents}\nperiod: { since: 3 }`)
    const read = readCase(text, kb)
    expect('value' in read && [read.value.incidents, read.value.period]).toEqual([undefined, undefined])
  })

  test('and weighing one alone is weighing what it shows', async () => {
    const { incidents = [] } = await readFiles(logs(apart), { apart: true })
    const { diagnosis } = await diagnose(kb, { observations: incidents[1]!.observations, ledger: [], warnings: [] })
    const [, second] = await weighIncidents(kb, incidents)
    expect(second!.causes.map(({ id }) => id)).toEqual(
      diagnosis.hypotheses
        .filter(({ points, band }) => points > 0 && band !== 'open')
        .slice(0, second!.causes.length)
        .map(({ id }) => id),
    )
  })
})
