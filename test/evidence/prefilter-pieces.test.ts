import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileMatcher, type Matcher } from '../../src/evidence/events/matcher.ts'
import { createSimdPrefilter } from '../../src/evidence/events/prefilter-simd.ts'
import { type FileScan, scanLines, scanSieved } from '../../src/evidence/events/scan.ts'
import { type SievedPart, sievePiece } from '../../src/evidence/events/sieve-part.ts'
import { chunks, events, matcher, reference } from './events-kit.ts'

const fast = compileMatcher({ events }, literals => createSimdPrefilter(literals)!)
const context = { kind: 'system-log', reference } as const

/** The file scanned in pieces that end at `cuts`, each as if another thread had sieved it. */
async function inPieces(bytes: Uint8Array, cuts: readonly number[], search: Matcher = matcher): Promise<FileScan> {
  const ends = [...new Set(cuts.map(cut => 1 + (cut % (bytes.length + 1))))].sort((a, b) => a - b)
  const read = (into: Uint8Array, at: number) => {
    const part = bytes.subarray(at, at + into.length)
    into.set(part)
    return part.length
  }
  async function* parts(): AsyncGenerator<SievedPart> {
    for (const [i, from] of [0, ...ends].entries())
      for (const part of sievePiece({ from, to: ends[i] ?? Number.POSITIVE_INFINITY }, read, search)) yield structuredClone(part)
  }
  return scanSieved('messages', parts(), matcher, context)
}

const retransmit = 'Nov 22 08:00:01 n1 corosync[38]:   [TOTEM ] Retransmit List: 2bb9 2bba'
const line = fc.constantFrom(
  retransmit,
  retransmit.replace('n1', 'n2'),
  'Nov 22 08:00:09 n1 last message repeated 3 times',
  'Nov 22 08:00:09 n1 corosync[38]: message repeated 2 times: [   [TOTEM ] Retransmit List: 2bb9 2bba]',
  'Nov 22 08:00:03 n1 x[1]: Cluster node n2 will be fenced: y',
  'Jan  5 08:00:03 n1 x[1]: device "sda" is gone',
  'Nov 22 08:00:00 n1 systemd[1]: Started Session 5 of user root.',
  'no prefix',
  '',
  `${'x'.repeat(9000)} Retransmit List: 1`,
  `Nov 22 08:00:04 n1 corosync[38]: Retransmit List: 7 ${'y'.repeat(70_000)}`,
  'z'.repeat(330_000),
)
const log = fc
  .tuple(fc.array(line, { maxLength: 120, size: 'max' }), fc.constantFrom('', '\n'))
  .map(([lines, end]) => new TextEncoder().encode(lines.join('\n') + end))
const cuts = fc.array(fc.nat(), { maxLength: 8 })

describe('a file sieved in pieces', () => {
  test('gives what it gives as a whole, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(log, cuts, async (bytes, ends) => {
        expect(await inPieces(bytes, ends)).toEqual(await scanLines('messages', chunks(bytes), matcher, context))
      }),
      { numRuns: 60, interruptAfterTimeLimit: 30_000 },
    )
  })

  test('gives the same with the search in WebAssembly', async () => {
    await fc.assert(
      fc.asyncProperty(log, cuts, async (bytes, ends) => {
        const plain = await scanLines('messages', chunks(bytes), matcher, context)
        expect(await scanLines('messages', chunks(bytes, ends), fast, context)).toEqual(plain)
        expect(await inPieces(bytes, ends, fast)).toEqual(plain)
      }),
      { numRuns: 40, interruptAfterTimeLimit: 30_000 },
    )
  })

  test('is cut at every byte of a few lines', async () => {
    const bytes = new TextEncoder().encode(`${retransmit}\nNov 22 08:00:09 n1 last message repeated 3 times\n\n${retransmit}`)
    const whole = await scanLines('messages', chunks(bytes), matcher, context)
    expect(whole.events.map(({ line: number, count }) => [number, count])).toEqual([
      [1, 4],
      [4, 1],
    ])
    for (let cut = 0; cut < bytes.length; cut++) expect(await inPieces(bytes, [cut, cut + 7])).toEqual(whole)
  })

  test('is dated by its first fifty lines, not by the first fifty of a piece', async () => {
    const lines = [...Array.from({ length: 60 }, () => 'no prefix'), 'Nov 22 08:00:00 n1 systemd[1]: Started Session 5 of user root.']
    const bytes = new TextEncoder().encode([...lines, ...lines.slice(0, 60)].join('\n'))
    const whole = await scanLines('messages', chunks(bytes), matcher, context)
    expect(whole.host).toBeUndefined()
    expect(await inPieces(bytes, [300])).toEqual(whole)
  })

  test('keeps what came before an error, as a whole file does', async () => {
    const read = (into: Uint8Array, at: number) => {
      if (at > 0) throw new Error('Input/output error')
      const bytes = new TextEncoder().encode(`${retransmit}\n${retransmit}`)
      into.set(bytes)
      return bytes.length
    }
    const parts = async function* () {
      yield* sievePiece({ from: 0, to: Number.POSITIVE_INFINITY }, read, matcher)
    }
    const scan = await scanSieved('messages', parts(), matcher, context)
    expect([scan.events.length, scan.lines, (scan.error as Error).message]).toEqual([2, 2, 'Input/output error'])
  })
})
