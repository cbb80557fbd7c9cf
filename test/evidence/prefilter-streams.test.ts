import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ScanPool } from '../../src/cli/scan-pool.ts'
import { sieveByLength, sieveStreamHere } from '../../src/cli/scan-stream.ts'
import { scanLines, scanSieved } from '../../src/evidence/events/scan.ts'
import type { SievedPart } from '../../src/evidence/events/sieve-part.ts'
import { chunks, matcher, reference } from './events-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'avert-streams-'))
const context = { kind: 'system-log', reference } as const
const interesting = [
  'Nov 22 08:00:01 n1 corosync[38]:   [TOTEM ] Retransmit List: 2bb9 2bba',
  'Nov 22 08:00:02 n1 last message repeated 3 times',
  'Nov 22 08:00:03 n1 x[1]: Cluster node n2 will be fenced: y',
  'Nov 22 08:00:05 n1 corosync[1234]:  [TOTEM ] A processor failed, forming new configuration.',
]
const ordinary = 'Nov 22 08:00:00 n1 systemd[1]: Started Session 4711 of user root, which is of no interest to anybody.\n'
/** Larger than what is read in one thread, and one line longer than a block. */
const text = [
  ...Array.from({ length: 180 }, (_, i) => `${ordinary.repeat(500 + (i % 7))}${interesting[i % interesting.length]}\n`),
  `Nov 22 08:30:00 n1 x[1]: ${'long '.repeat(300_000)}\n`,
  `${interesting[3]}\n`,
  'Nov 22 09:00:00 n1 x[1]: device "sda" is gone',
].join('')
const log = Buffer.from(text)

async function* stream(size: number, failsAt = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < log.length; at += size) {
    if (at >= failsAt) throw new Error('It is damaged.')
    yield log.subarray(at, at + size)
  }
}

beforeAll(() => {
  mkdirSync(join(folder, 'n1/var/log'), { recursive: true })
  writeFileSync(join(folder, 'n1/var/log/messages'), log)
  writeFileSync(join(folder, 'n1/var/log/messages-1'), log.subarray(0, 2_000_000))
  writeFileSync(join(folder, 'n1/var/log/small'), `${interesting[3]}\n`)
  spawnSync('tar', ['czf', 'sos.tar.gz', 'n1'], { cwd: folder })
  const packed = gzipSync(log, { level: 1 })
  writeFileSync(join(folder, 'messages.gz'), packed)
  writeFileSync(join(folder, 'cut.gz'), packed.subarray(0, packed.length / 2))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(availableParallelism() < 2)('what only one thread can read gives the same with two', () => {
  test.each([
    { name: 'for the members of an archive', file: 'sos.tar.gz', status: 0 },
    { name: 'for a packed log, whose length nobody knows', file: 'messages.gz', status: 0 },
    { name: 'for one that was cut off', file: 'cut.gz', status: 5 },
  ])('$name', ({ file, status }) => {
    const runs = [{}, { AVERT_THREADS: '1' }, { AVERT_SIMD: '0' }].map(env =>
      spawnSync(process.execPath, ['dist/avert.js', 'scan', join(folder, file), '--format', 'json'], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
        maxBuffer: 1 << 28,
      }),
    )
    expect(runs[0]!.status).toBe(status)
    expect(runs[0]!.stdout).toContain('totem-retransmit')
    for (const { stdout, stderr } of runs) expect({ stdout, stderr }).toEqual({ stdout: runs[0]!.stdout, stderr: '' })
  })
})

describe.skipIf(availableParallelism() < 2)('a worker sieves a stream', () => {
  const withPool = async (use: (pool: ScanPool) => Promise<void>) => {
    const pool = ScanPool.make(join(process.cwd(), 'dist'), 2, { simd: true, onRead: () => {} })!
    try {
      await use(pool)
    } finally {
      pool.close()
    }
  }
  const expected = () => scanLines('messages', chunks(log), matcher, context)

  test('in chunks of any size, one stream after the other', () =>
    withPool(async pool => {
      for (const size of [10_007, 1024 ** 2, 3 * 1024 ** 2 + 1, log.length])
        expect(await scanSieved('messages', pool.sieveStream(stream(size), matcher), matcher, context)).toEqual(await expected())
    }))

  test('until it is damaged, and then the next one', () =>
    withPool(async pool => {
      const damaged = await scanSieved('messages', pool.sieveStream(stream(65_536, 6_000_000), matcher), matcher, context)
      expect(damaged).toEqual(await scanLines('messages', stream(65_536, 6_000_000), matcher, context))
      expect(damaged.error).toEqual(new Error('It is damaged.'))
      expect(await scanSieved('messages', pool.sieveStream(stream(65_536), matcher), matcher, context)).toEqual(await expected())
    }))

  test('until nobody wants the rest, and then the next one', () =>
    withPool(async pool => {
      for await (const _ of pool.sieveStream(stream(65_536), matcher)) break
      expect(await scanSieved('messages', pool.sieveStream(stream(65_536), matcher), matcher, context)).toEqual(await expected())
    }))

  test('that is empty', () =>
    withPool(async pool => {
      const empty = await scanSieved('messages', pool.sieveStream(stream(1, 0), matcher), matcher, context)
      expect(empty).toMatchObject({ bytes: 0, lines: 0, events: [], error: new Error('It is damaged.') })
    }))
})

describe('a stream whose length nobody knows', () => {
  const seen: string[] = []
  const told = (name: string) => (bytes: AsyncIterable<Uint8Array>) => {
    seen.push(name)
    return sieveStreamHere(bytes, matcher)
  }
  const sieve = (bytes: AsyncIterable<Uint8Array>, most: number): AsyncIterable<SievedPart> => {
    seen.length = 0
    return sieveByLength(bytes, most, { here: told('here'), there: told('there') })
  }

  test.each([
    { name: 'stays in this thread when it is short', most: log.length, by: 'here' },
    { name: 'goes to a worker when it is long, with all that was read of it', most: log.length - 1, by: 'there' },
    { name: 'goes to a worker soon', most: 1, by: 'there' },
  ])('$name', async ({ most, by }) => {
    expect(await scanSieved('messages', sieve(stream(100_000), most), matcher, context)).toEqual(
      await scanLines('messages', chunks(log), matcher, context),
    )
    expect(seen).toEqual([by])
  })

  test.each([1_000_000, 8_000_000])('keeps what was read before it broke at byte %d', async failsAt => {
    expect(await scanSieved('messages', sieve(stream(100_000, failsAt), 4_000_000), matcher, context)).toEqual(
      await scanLines('messages', stream(100_000, failsAt), matcher, context),
    )
  })
})
