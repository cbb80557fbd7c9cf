import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const head = 'node,resource,class,operation,limit_s,began,ended,result,rc'
const row = (resource: string, agent: string, operation: string, ended: string, result: string) =>
  `n1,${resource},ocf:heartbeat:${agent},${operation},30,2024-09-12T11:20:00,2024-09-12T${ended},${result},1`
const truths = async (...rows: readonly string[]) =>
  (await readFiles({ 'ops.csv': `${[head, ...rows].join('\n')}\n` })).truths.filter(id => /timeouts|stop-|start-/.test(id))

describe('a table of operations tells of', () => {
  test.each([
    [
      'two monitors within minutes',
      [row('db', 'pgsql', 'monitor', '11:21:06', 'Timed Out'), row('fs', 'Filesystem', 'monitor', '11:26:38', 'Timed Out')],
      ['ocf-timeouts'],
    ],
    [
      'the stop of an address',
      [row('addr', 'IPaddr2', 'stop', '11:21:06', 'Timed Out')],
      ['ip-address-stop-failed', 'ocf-timeouts', 'stop-operation-failed'],
    ],
    ['a start', [row('fs', 'Filesystem', 'start', '11:21:06', 'timeout')], ['start-operation-failed']],
    [
      'nothing, where one monitor timed out and a stop ended well',
      [row('db', 'pgsql', 'monitor', '11:21:06', 'Timed Out'), row('db', 'pgsql', 'stop', '11:21:16', 'complete')],
      [],
    ],
    [
      'nothing, where two monitors are an hour apart',
      [row('db', 'pgsql', 'monitor', '11:21:06', 'Timed Out'), row('fs', 'Filesystem', 'monitor', '12:26:38', 'Timed Out')],
      [],
    ],
    ['nothing, where a stop ended with an error', [row('addr', 'IPaddr2', 'monitor', '11:21:06', 'error')], []],
  ])('%s', async (_, rows, expected) => {
    expect((await truths(...rows)).sort()).toEqual(expected)
  })
})
