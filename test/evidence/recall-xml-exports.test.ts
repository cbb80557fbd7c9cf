import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const truths = async (text: string) => (await readFiles({ 'export.xml': text })).truths
const lost = 'A processor failed, forming new configuration.'
const hung = 'INFO: task sshd:4411 blocked for more than 120 seconds.'

describe('an export in XML is read as the log that it was', () => {
  test.each([
    [
      'with attributes around a message',
      `<?xml version="1.0"?>\n<alarms node="db1">\n <alarm when="2024-03-02T04:11:10Z" program="kernel">${hung}</alarm>\n <alarm when="2024-03-02T04:12:10Z" program="corosync">[TOTEM ] ${lost}</alarm>\n</alarms>\n`,
    ],
    [
      'with elements',
      `<events>\n  <event>\n    <time>2024-03-02 04:11:10</time>\n    <host>db1</host>\n    <process>kernel</process>\n    <message>${hung}</message>\n  </event>\n  <event>\n    <time>2024-03-02 04:12:10</time>\n    <host>db1</host>\n    <process>corosync[1200]</process>\n    <message>[TOTEM ] ${lost}</message>\n  </event>\n</events>\n`,
    ],
    [
      'as a collector for Windows writes it',
      `<Events>\n<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="kernel"/><TimeCreated SystemTime="2024-03-02T04:11:10.000Z"/><Computer>db1</Computer></System><EventData><Data Name="Message">${hung}</Data></EventData></Event>\n<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="corosync"/><TimeCreated SystemTime="2024-03-02T04:12:10.000Z"/><Computer>db1</Computer></System><EventData><Data Name="Message">[TOTEM ] ${lost}</Data></EventData></Event>\n</Events>\n`,
    ],
    [
      'with all in attributes, seconds since 1970, and marks in CDATA',
      `<log><e clock="1709352670" host="db1" source="kernel" text="${hung}"/><e clock="1709352730"><host>db1</host><source>corosync</source><text><![CDATA[[TOTEM ] ${lost}]]></text></e></log>\n`,
    ],
    [
      'with a date and a time of their own, as a monitoring writes it',
      `<export>\n<problem><date>2024-03-02</date><time>04:11:10</time><host_name>db1</host_name><service_description>kernel</service_description><plugin_output>${hung}</plugin_output></problem>\n<problem><date>2024-03-02</date><time>04:12:10</time><host_name>db1</host_name><service_description>corosync</service_description><plugin_output>[TOTEM ] ${lost}</plugin_output></problem>\n</export>\n`,
    ],
  ])('%s', async (_name, text) => expect(await truths(text)).toEqual(expect.arrayContaining(['hung-tasks-logged', 'totem-token-lost'])))

  test.each([
    [
      'patterns of a monitoring',
      `<rules>\n<rule name="token" created="2024-01-01T00:00:00Z"><match>corosync.*processor failed</match><text>alert: ${lost}</text></rule>\n</rules>\n`,
    ],
    ['documentation', `<section><title>corosync</title><para>When a node is lost, the log has "${lost}"</para></section>\n`],
    [
      'events of other programs',
      '<events><event><time>2024-03-02T04:11:10Z</time><host>db1</host><process>nginx</process><message>upstream of corosync.example.com took 300 s</message></event></events>\n',
    ],
  ])('and %s are none', async (_name, text) => expect((await truths(text)).filter(id => /totem|hung|hang|slow/.test(id))).toEqual([]))

  test('each line keeps its number', async () => {
    const text = `<events>\n<event t="2024-03-02T04:11:09Z" src="cron" host="db1">\nrun\n</event>\n<event t="2024-03-02T04:11:10Z" src="kernel" host="db1">${hung}</event>\n</events>\n`
    const { truths } = await readFiles({ 'export.xml': text })
    expect(truths).toContain('hung-tasks-logged')
  })
})
