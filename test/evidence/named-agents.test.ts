import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const line =
  'May 19 02:41:29 n1 pacemaker-controld[2207]: error: Result of stop operation for acq-addr on n1: Timed Out after 20s (Resource agent did not complete within 20s)'
const letter = (said: string) => `Hello,\n\nour cluster fenced n1 this morning. ${said}\n\n    ${line}\n\nRegards\nEve\n`

describe('the agent of a resource may be told in words', () => {
  test.each([
    ['in brackets, as code', 'It began with `acq-addr` (ocf:heartbeat:IPaddr2, 172.29.4.40/24).', true],
    ['with two colons', 'It began with acq-addr (ocf::heartbeat:IPaddr2).', true],
    ['another agent', 'It began with acq-addr (ocf:heartbeat:Filesystem).', false],
    ['of another resource', 'It began with web (ocf:heartbeat:IPaddr2).', false],
    ['nobody tells it', 'It began with acq-addr.', false],
  ])('%s', async (_, said, isAddress) => {
    const { truths } = await readFiles({ 'note.txt': letter(said) })
    expect(truths).toContain('stop-operation-failed')
    expect(truths.includes('ip-address-stop-failed')).toBe(isAddress)
  })

  test('and what a status lists comes first', async () => {
    const { truths } = await readFiles({
      'note.txt': letter('It began with acq-addr (ocf:heartbeat:IPaddr2).'),
      pcs_status: `Cluster name: acq\nFull List of Resources:\n  * acq-addr\t(ocf:heartbeat:Filesystem):\t Started n1\n`,
    })
    expect(truths).not.toContain('ip-address-stop-failed')
  })
})
