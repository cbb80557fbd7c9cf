import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bunzip2 } from '../../src/evidence/containers/bunzip2.ts'
import { defaultLimits } from '../../src/evidence/containers/limits.ts'
import { unxz } from '../../src/evidence/containers/unxz.ts'
import { bzip2, opened, saved, tar, two, xz } from './containers-kit.ts'

const ways = [
  { way: 'with the program', path: process.env.PATH! },
  { way: 'without the program', path: '/nowhere' },
]

/** Runs `body` with this PATH: where nothing lies in it, there is no xz and no bzip2. */
async function withPath<T>(path: string, body: () => Promise<T>): Promise<T> {
  const own = process.env.PATH
  process.env.PATH = path
  try {
    return await body()
  } finally {
    process.env.PATH = own
  }
}

const noise = (() => {
  let seed = 1
  return Buffer.alloc(300_000).map(() => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0
    return seed >>> 24
  })
})()
const overwritten = (bytes: Buffer, at: number, length: number) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, 0x41), bytes.subarray(at + length)])
const archive = tar([
  ['a', 'first'],
  ['noise', noise],
  ['b', 'last'],
])
const damaged = ' It is damaged or cut off: it does not unpack.'
const packers = [
  { name: 'xz', pack: xz },
  { name: 'bz2', pack: bzip2 },
]

describe.each(ways)('$way', ({ path }) => {
  const unpacked = (bytes: Uint8Array, more: Parameters<typeof opened>[1] = {}) => {
    const file = saved(bytes)
    return withPath(path, () => opened([file], more))
  }

  describe.each(packers)('$name', ({ pack }) => {
    test('an archive is read, and one inside another', async () => {
      const inner = pack(await tar(two))
      expect(await unpacked(inner)).toEqual({ 'file/n1/var/log/messages': 'one', 'file/n1/etc/os-release': 'two' })
      expect(await unpacked(pack(await tar([['x', inner]])))).toMatchObject({ 'file/x/n1/var/log/messages': 'one' })
    })

    test('files one after the other are one', async () => {
      expect(await unpacked(Buffer.concat([pack(Buffer.from('rota')), pack(Buffer.from('ted'))]))).toEqual({ file: 'rotated' })
    })

    test('an empty file is empty', async () => expect(await unpacked(pack(Buffer.alloc(0)))).toEqual({ file: '' }))

    test('what is large comes out whole, whatever it is', async () => {
      for (const bytes of [noise, Buffer.alloc(1_500_000), Buffer.from('one line of a log\n'.repeat(80_000))])
        expect((await unpacked(pack(bytes))).file === bytes.toString()).toBe(true)
    })

    test.each([
      { name: 'cut off', make: (bytes: Buffer) => bytes.subarray(0, -300) },
      { name: 'overwritten', make: (bytes: Buffer) => overwritten(bytes, bytes.length - 3000, 100) },
      { name: 'with wrong last bytes', make: (bytes: Buffer) => overwritten(bytes, bytes.length - 4, 4) },
      { name: 'cut off in its last bytes', make: (bytes: Buffer) => bytes.subarray(0, -2) },
    ])('a file $name is told, and what came before is kept', async ({ make }) => {
      const found = await unpacked(make(pack(await archive)))
      expect(found['file/a'] ?? 'first').toBe('first')
      expect(Object.values(found).join()).toContain(damaged)
    })

    test.each([0, 6, 8, 11, 20, 35])('a file cut off after %i bytes is told', async length => {
      const found = await unpacked(pack(Buffer.from('x')).subarray(0, length))
      expect(found.file).toMatch(length < 6 ? /^$|^BZh/ : /^[-!] It is damaged or cut off/)
    })

    test('a trap is left', async () => {
      const limits = { ...defaultLimits, ratioFrom: 1_000_000, ratio: 100 }
      expect((await unpacked(pack(Buffer.alloc(60_000_000)), { limits })).file).toMatch(/^[-!] It unpacks to more than 100 times/)
    })

    test('nobody has to read to the end', async () => {
      const found = await unpacked(pack(await archive), { read: name => name.endsWith('b') })
      expect(found).toEqual({ 'file/a': '(skipped)', 'file/noise': '(skipped)', 'file/b': 'last' })
    })

    test('a damaged archive around it is what is told', async () => {
      const outer = (await tar([['x', pack(await archive)]])).subarray(0, 200_000)
      expect(await unpacked(outer)).toMatchObject({ file: '- It ends too early: the file was cut off.' })
    })
  })

  test('a dictionary that takes too much memory is refused', async () => {
    const bytes = execFileSync('xz', ['-c', '--lzma2=dict=1GiB'], { input: 'x' })
    const why = path === '/nowhere' ? /needs the program xz/ : /needs more memory/
    expect((await unpacked(bytes)).file).toMatch(why)
  })

  test('garbage after a file is what the program makes of it', async () => {
    const garbage = Buffer.from('garbage')
    expect((await unpacked(Buffer.concat([bzip2(Buffer.from('log')), garbage]))).file).toBe('log')
    expect((await unpacked(Buffer.concat([xz(Buffer.from('log')), garbage]))).file).toMatch(/damaged/)
  })
})

describe('the decoders of our own', () => {
  async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  const decoders = [
    { name: 'bzip2', pack: bzip2, unpack: bunzip2 },
    { name: 'xz', pack: xz, unpack: unxz },
  ]
  const runs = fc.array(fc.tuple(fc.constantFrom(0, 1, 97, 255), fc.constantFrom(1, 2, 3, 4, 5, 6, 255, 256, 259, 260, 600)), {
    maxLength: 40,
  })
  const input = fc.oneof(
    runs.map(list => Buffer.concat(list.map(([byte, times]) => Buffer.alloc(times, byte)))),
    fc.uint8Array({ maxLength: 3000 }).map(bytes => Buffer.from(bytes)),
  )

  test.each(decoders)('$name: gives back what was packed, however it comes in', async ({ pack, unpack }) => {
    await fc.assert(
      fc.asyncProperty(input, fc.integer({ min: 1, max: 500 }), async (bytes, size) => {
        expect((await whole(unpack(pieces(pack(bytes), size)))).equals(bytes)).toBe(true)
      }),
      { numRuns: 40, interruptAfterTimeLimit: 10_000 },
    )
  })

  test.each(decoders)('$name: ends with an error or a text, whatever bytes are changed', async ({ pack, unpack }) => {
    const packed = pack(Buffer.from(`${'a line of a log, and another\n'.repeat(300)}${'x'.repeat(3000)}`))
    const change = fc.array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(change, async changes => {
        const bytes = Buffer.from(packed)
        for (const [at, byte] of changes) bytes[at] = byte
        await whole(unpack(pieces(bytes, 1000))).catch(error => expect(error).toBeInstanceOf(Error))
      }),
      { numRuns: 300, interruptAfterTimeLimit: 10_000 },
    )
  })

  test('bzip2: a run of more than two to the thirty-first is an error, not an endless loop', async () => {
    await expect(whole(bunzip2(pieces(endlessRun(), 1000)))).rejects.toThrow('too long a run')
  })

  /** A block that says "the same byte again" in forty digits. */
  function endlessRun(): Uint8Array {
    let bits = ''
    const add = (value: number, count: number) => {
      bits += value.toString(2).padStart(count, '0')
    }
    for (const byte of [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0, 0, 0, 0]) add(byte, 8)
    add(0, 1)
    add(0, 24)
    add(0x8000, 16)
    add(0x8000, 16)
    add(2, 3)
    add(1, 15)
    add(0, 1)
    // Two tables: three symbols, two bits long each.
    for (let table = 0; table < 2; table++) {
      add(2, 5)
      bits += '000'
    }
    bits += '00'.repeat(40)
    bits += '10'
    return Uint8Array.from(bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g)!, byte => Number.parseInt(byte, 2))
  }
})
