import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const logged = [
  ['2026-03-28T06:15:03.101Z', 'corosync', '[TOTEM ] A processor failed, forming new configuration: token timed out (4000ms).'],
  ['2026-03-28T06:15:08.020Z', 'corosync', '[TOTEM ] A new membership (1.2a4) was formed. Members left: 2'],
  [
    '2026-03-28T06:15:08.340Z',
    'pacemaker-schedulerd',
    'warning: Cluster node node02 will be fenced: peer is no longer part of the cluster',
  ],
] as const
type Told = readonly [time: string, program: string, message: string]
const entries = <Form>(form: (told: Told) => Form): Form[] => logged.map(form)
const spread = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`

describe('what a store of logs exports is read with the time, host and program of each entry', () => {
  test.each<[string, string, string]>([
    [
      'hits of Elasticsearch, each in a line of a list',
      'hits.json',
      `{"hits":{"hits":[\n${entries(([time, name, message]) =>
        JSON.stringify({ _source: { '@timestamp': time, host: { name: 'node01' }, process: { name, pid: 1 }, message } }),
      ).join(',\n')}\n]}}\n`,
    ],
    [
      'hits that were set out over several lines',
      'hits.json',
      spread({
        hits: {
          hits: entries(([time, name, message]) => ({
            _source: { '@timestamp': time, host: { name: 'node01' }, process: { name }, message },
          })),
        },
      }),
    ],
    [
      'all of it in one line',
      'hits.json',
      `${JSON.stringify({ hits: { hits: entries(([time, name, message]) => ({ _source: { '@timestamp': time, host: 'node01', process: { name }, message } })) } })}\n`,
    ],
    [
      'fields that are lists of one',
      'kibana.json',
      spread(
        entries(([time, name, message]) => ({
          fields: { '@timestamp': [time], 'host.name': ['node01'], 'process.name': [name], message: [message] },
        })),
      ),
    ],
    [
      'messages of Graylog',
      'graylog.json',
      spread({
        messages: entries(([timestamp, name, message]) => ({ message: { timestamp, source: 'node01', application_name: name, message } })),
      }),
    ],
    [
      'events of Checkmk, in seconds since 1970',
      'events.json',
      spread(
        entries(([time, name, text]) => ({
          event_host: 'node01',
          event_application: name,
          event_last: Date.parse(time) / 1000,
          event_text: text,
        })),
      ),
    ],
    [
      'results of Splunk with whole lines in them',
      'splunk.json',
      spread({
        results: entries(([time, name, message]) => ({
          _time: time,
          source: '/var/log/messages',
          _raw: `${time} node01 ${name}[1]: ${message}`,
        })),
      }),
    ],
    [
      'a list that names the program only in the message',
      'list.json',
      spread(entries(([time, name, message]) => ({ ts: Date.parse(time), host: 'node01', message: `${name}[1]: ${message}` }))),
    ],
    [
      'objects, one in a line, that call the message its body',
      'export.jsonl',
      lines(...entries(([ts, name, message]) => JSON.stringify({ ts, host: 'node01', body: `${name}[1]:  ${message}` }))),
    ],
    [
      'streams of Loki with the program in their labels',
      'query.json',
      `${JSON.stringify({
        status: 'success',
        data: {
          resultType: 'streams',
          result: logged.map(([time, name, message]) => ({
            stream: { nodename: 'node01', unit: `${name}.service` },
            values: [[`${Date.parse(time)}000000`, message]],
          })),
        },
      })}\n`,
    ],
    [
      'a table with bars, below a title',
      'console.txt',
      lines(
        'Event Console, filter node01',
        '',
        'ID | State | Time | Host | Application | Text',
        ...logged.map(([time, name, message], i) => `${i} | CRIT | ${time.slice(0, 19).replace('T', ' ')} | node01 | ${name} | ${message}`),
      ),
    ],
    [
      'a table in Markdown with German names',
      'export.txt',
      lines(
        '| Zeit | Rechner | Programm | Meldung |',
        '|------|---------|----------|---------|',
        ...logged.map(([time, name, message]) => `| 28.03.2026 ${time.slice(11, 19)} | node01 | ${name} | ${message} |`),
      ),
    ],
    [
      'a table whose source is the program, for the host has its own column',
      'timeline.csv',
      lines(
        'time;node;source;text',
        ...logged.map(([time, name, message]) => `${time.slice(0, 19).replace('T', ' ')};node01;${name};${message}`),
      ),
    ],
  ])('%s', async (_, path, text) => {
    const { truths } = await readFiles({ [path]: text })
    expect(truths).toContain('totem-token-lost')
    expect(truths).toContain('membership-loss-led-to-fencing')
  })

  const failed = logged[0][2]
  test.each<[string, string, string]>([
    [
      'an article that quotes a message',
      'articles.json',
      spread({
        articles: [
          {
            timestamp: '2026-03-28T06:15:03Z',
            program: 'wiki',
            message: `corosync logs "${failed}" when the token is lost.`,
            of: 'corosync',
          },
        ],
      }),
    ],
    [
      'what somebody wrote of it below a time',
      'comments.json',
      spread([{ timestamp: '2026-03-28T06:15:03Z', program: 'wiki', body: `Page "corosync": ${failed}` }]),
    ],
    [
      'a stream of another program',
      'query.json',
      spread({
        data: {
          result: [{ stream: { host: 'docs', app: 'indexer', next: 'corosync' }, values: [['1774678503000000000', `added: ${failed}`]] }],
        },
      }),
    ],
    [
      'what another program said of it',
      'list.json',
      spread([
        {
          '@timestamp': '2026-03-28T06:15:03Z',
          host: 'docs',
          program: 'confluence',
          message: `Page "corosync": ${failed}`,
          for: 'corosync',
        },
      ]),
    ],
    [
      'a token that was lost after somebody had fenced the node',
      'timeline.csv',
      lines(
        'time;node;source;text',
        '2026-03-28 06:15:00;node01;pacemaker-fenced;notice: Client stonith_admin.41882 wants to fence (reboot) node02 using any device',
        "2026-03-28 06:15:02;node01;pacemaker-fenced;notice: Operation 'reboot' [41901] (call 2 from stonith_admin.41882) for host 'node02' with device 'f2' returned: 0 (OK)",
        `2026-03-28 06:15:09;node01;corosync;${failed}`,
      ),
    ],
    [
      'a table of what others wrote',
      'table.txt',
      lines('Time | Host | Application | Text', `2026-03-28 06:15:03 | docs | confluence | Page changed: ${failed}`),
    ],
  ])('but not %s', async (_, path, text) => {
    expect((await readFiles({ [path]: text })).truths).not.toContain('totem-token-lost')
  })

  test('that somebody asked for the fencing stands in a table as well', async () => {
    const text = lines(
      'time;node;source;text',
      '2026-03-28 06:15:00;node01;pacemaker-fenced;notice: Client stonith_admin.41882 wants to fence (reboot) node02 using any device',
    )
    expect((await readFiles({ 'timeline.csv': text })).truths).toContain('fenced-by-hand')
  })
})
