import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sieveHere } from '../../src/cli/scan-pieces.ts'
import { ScanPool } from '../../src/cli/scan-pool.ts'
import { compileMatcher } from '../../src/evidence/events/matcher.ts'
import { createSimdPrefilter } from '../../src/evidence/events/prefilter-simd.ts'
import { scanLines, scanSieved } from '../../src/evidence/events/scan.ts'
import { chunks, events, matcher, reference } from './events-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'avert-threads-'))
const log = join(folder, 'n1/messages')
const context = { kind: 'system-log', reference } as const

/** Larger than what one thread reads alone, and not a whole number of pieces. */
const blocks = 700
const interesting = [
  'Nov 22 08:00:01 n1 corosync[38]:   [TOTEM ] Retransmit List: 2bb9 2bba',
  'Nov 22 08:00:02 n1 last message repeated 3 times',
  'Nov 22 08:00:03 n1 x[1]: Cluster node n2 will be fenced: y',
  'Nov 22 08:00:05 n1 corosync[1234]:  [TOTEM ] A processor failed, forming new configuration.',
]
const ordinary = 'Nov 22 08:00:00 n1 systemd[1]: Started Session 4711 of user root, which is of no interest to anybody.\n'

beforeAll(() => {
  mkdirSync(join(folder, 'n1'))
  const handle = openSync(log, 'w')
  for (let i = 0; i < blocks; i++) writeSync(handle, `${ordinary.repeat(500 + (i % 7))}${interesting[i % interesting.length]}\n`)
  writeSync(handle, 'Nov 22 09:00:00 n1 x[1]: device "sda" is gone')
  closeSync(handle)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const avert = (args: readonly string[], env: Record<string, string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/avert.js', ...args], {
    encoding: 'buffer',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  })
  return { status, stdout: createHash('sha256').update(stdout).digest('hex'), bytes: stdout.length, stderr: stderr.toString() }
}

describe.skipIf(availableParallelism() < 2)('a large log gives the same', () => {
  test('bytes of JSON with one thread, two, and without WebAssembly', () => {
    const runs = [{}, { AVERT_THREADS: '1' }, { AVERT_SIMD: '0' }, { AVERT_THREADS: '1', AVERT_SIMD: '0' }].map(env =>
      avert(['scan', join(folder, 'n1'), '--format', 'json'], env as Record<string, string>),
    )
    expect(runs[0]).toMatchObject({ status: 0, stderr: '' })
    expect(runs[0]!.bytes).toBeGreaterThan(1000)
    for (const other of runs) expect(other).toEqual(runs[0])
  })

  test('case, with the digest of the file', () => {
    const cases = ['1', '2'].map(threads => {
      const file = join(folder, `case-${threads}.yaml`)
      avert(['diagnose', log, '--no-input', '--case', file, '--format', 'json'], { AVERT_THREADS: threads })
      return readFileSync(file, 'utf8')
    })
    expect(cases[1]).toBe(cases[0])
    expect(cases[0]).toContain(createHash('sha256').update(readFileSync(log)).digest('hex'))
  })
})

describe('pieces of a large log', () => {
  const size = () => statSync(log).size
  const expected = () => scanLines('messages', chunks(readFileSync(log)), matcher, context)
  const make = () => ScanPool.make(join(process.cwd(), 'dist'), 2, { simd: true, onRead: () => {} })

  test('are read in this thread', async () => {
    const fast = compileMatcher({ events }, literals => createSimdPrefilter(literals)!)
    const told: number[] = []
    const parts = sieveHere(log, size(), fast, (_, position) => told.push(position))
    expect(await scanSieved('messages', parts, matcher, context)).toEqual(await expected())
    expect(told.at(-1)).toBe(size())
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  test.skipIf(availableParallelism() < 2)('are read in others, one file after the other, the second after an error, too', async () => {
    const pool = make()!
    try {
      for (let i = 0; i < 2; i++)
        expect(await scanSieved('messages', pool.sieve(log, size(), matcher), matcher, context)).toEqual(await expected())
      const gone = await scanSieved('messages', pool.sieve(join(folder, 'nowhere'), size(), matcher), matcher, context)
      expect(gone).toMatchObject({ events: [], error: new Error('It is gone.') })
      expect(await scanSieved('messages', pool.sieve(log, size(), matcher), matcher, context)).toEqual(await expected())
    } finally {
      pool.close()
    }
  })

  test.skipIf(availableParallelism() < 2)(
    'may all be full of lines that matter',
    async () => {
      const full = join(folder, 'full')
      const handle = openSync(full, 'w')
      for (let i = 0; i < 20; i++) writeSync(handle, `${interesting[0]} ${'2bb9 '.repeat(400)}\n${interesting[1]}\n`.repeat(250))
      closeSync(handle)
      const pool = make()!
      try {
        const scan = await scanSieved('messages', pool.sieve(full, statSync(full).size, matcher), matcher, context)
        expect(scan).toEqual(await scanLines('messages', chunks(readFileSync(full)), matcher, context))
      } finally {
        pool.close()
      }
    },
    120_000,
  )

  test.each([
    { name: 'for one thread', folder: 'dist', threads: 1 },
    { name: 'where the script of the workers is missing', folder: 'src/cli', threads: 2 },
  ])('need no workers $name', ({ folder: where, threads }) => {
    expect(ScanPool.make(join(process.cwd(), where), threads, { simd: true, onRead: () => {} })).toBeUndefined()
  })
})
