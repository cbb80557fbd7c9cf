import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import wabt from 'wabt'
import { createPrefilter, type Prefilter } from '../../src/evidence/events/prefilter.ts'
import { createSimdPrefilter } from '../../src/evidence/events/prefilter-simd.ts'
import { chooseWindows } from '../../src/evidence/events/prefilter-windows.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const simd = (literals: readonly Uint8Array[]) => createSimdPrefilter(literals)!
const makers = [
  { name: 'plain', make: createPrefilter },
  { name: 'WebAssembly', make: simd },
  { name: 'first the one, then the other', make: (literals: readonly Uint8Array[]) => createSimdPrefilter(literals, 5000)! },
]

/** Where literals begin, found the slow and certain way. */
function begins(words: readonly string[], text: string, from: number, to: number): number[] {
  const found = new Set<number>()
  for (const word of words)
    for (let at = text.indexOf(word, from); at !== -1 && at + word.length <= to; at = text.indexOf(word, at + 1)) found.add(at)
  return [...found].sort((a, b) => a - b)
}

describe('the compiled search', () => {
  // After a change of the .wat: npx vitest run test/evidence/prefilter.test.ts -u
  test('is what its text compiles to', async () => {
    const module = (await wabt()).parseWat('prefilter-simd.wat', readFileSync('src/evidence/events/prefilter-simd.wat', 'utf8'), {
      simd: true,
    })
    const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64')
    const lines = base64.match(/.{1,120}/g)!.map(line => `  '${line}',`)
    await expect(
      `/** Made from prefilter-simd.wat by test/evidence/prefilter.test.ts (run with -u); not to be changed by hand. */\nexport const wasmBase64 = [\n${lines.join('\n')}\n].join('')\n`,
    ).toMatchFileSnapshot('../../src/evidence/events/prefilter-wasm.ts')
  })

  test('runs here', () => expect(createSimdPrefilter([encode('abcd')])).toBeDefined())

  test.each([
    { name: 'there is no WebAssembly', wasm: undefined },
    {
      name: 'WebAssembly cannot compile it',
      wasm: {
        Module: class {
          constructor() {
            throw new Error('no simd')
          }
        },
      },
    },
  ])('is not used when $name', ({ wasm }) => {
    const global = globalThis as { WebAssembly?: unknown }
    const own = global.WebAssembly
    global.WebAssembly = wasm
    try {
      expect(createSimdPrefilter([encode('abcd')])).toBeUndefined()
    } finally {
      global.WebAssembly = own
    }
  })

  test('is not used for more literals than it can number', () =>
    expect(createSimdPrefilter(Array.from({ length: 70_000 }, (_, i) => encode(`literal ${i}`)))).toBeUndefined())
})

describe('both searches find where literals begin', () => {
  const unit = fc.constantFrom('a', 'b', 'c', 'ä')
  const words = fc.uniqueArray(fc.string({ unit, minLength: 4, maxLength: 14 }), { minLength: 1, maxLength: 40 })
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ä', '\n'), maxLength: 12_000, size: 'max' })

  test.each(makers)('$name: the same as a plain search, from and to any place', ({ make }) => {
    fc.assert(
      fc.property(words, text, fc.nat(40), fc.nat(40), (literals, sample, from, less) => {
        // Latin letters only, so that an index is the same in text and bytes.
        const plain = sample.replaceAll('ä', 'd')
        const list = literals.map(word => word.replaceAll('ä', 'd'))
        const to = Math.max(from, plain.length - less)
        expect([...make(list.map(encode)).positions(encode(plain), from, to)]).toEqual(begins(list, plain, from, to))
      }),
      { numRuns: 60 },
    )
  })

  test('the same as each other, also in lent memory and for bytes beyond ASCII', () => {
    fc.assert(
      fc.property(words, text, fc.nat(40), (literals, sample, from) => {
        const [plain, fast] = [createPrefilter, simd].map(make => make(literals.map(encode))) as [Prefilter, Prefilter]
        const bytes = encode(sample)
        const expected = [...plain.positions(bytes, from, bytes.length)]
        expect([...fast.positions(bytes, from, bytes.length)]).toEqual(expected)
        const room = fast.lend(bytes.length + from)
        room.set(bytes)
        expect([...fast.positions(room, from, bytes.length)]).toEqual(expected)
        expect(fast.newlines(room, from, bytes.length)).toBe(plain.newlines(bytes, from, bytes.length))
        fast.handBack(room)
      }),
      { numRuns: 100 },
    )
  })

  test.each(makers)('$name: on every seam of what is looked at in pieces', ({ make }) => {
    const bytes = new Uint8Array(400_000).fill(32)
    const literals = ['a needle in the haystack', 'needle', 'stac'].map(encode)
    const prefilter = make(literals)
    for (let start = 131_072 - 30; start < 131_072 + 10; start++) {
      bytes.set(literals[0]!, start)
      expect([...prefilter.positions(bytes, 0, bytes.length)]).toEqual([start, start + 2, start + 19])
      bytes.fill(32, start, start + 24)
    }
  })

  test.each(makers)('$name: more places than there is room for at once', ({ make }) => {
    const bytes = encode('abcd'.repeat(60_000))
    expect(make(['abcd', 'bcda', 'cdab', 'dabc'].map(encode)).positions(bytes, 0, bytes.length)).toHaveLength(240_000 - 3)
  })

  test.each(makers)('$name: with many literals of which many share their bytes', ({ make }) => {
    const list = Array.from({ length: 3000 }, (_, i) => `event ${i} of them`)
    const sample = list.filter((_, i) => i % 7 === 0).join('\n')
    expect([...make(list.map(encode)).positions(encode(sample), 0, sample.length)]).toEqual(begins(list, sample, 0, sample.length))
  })
})

describe('lent memory', () => {
  test('goes to one user at a time, and the others work as well', () => {
    const prefilter = simd([encode('abcd')])
    const rooms = [prefilter.lend(1000), prefilter.lend(1000)]
    expect(rooms[0]!.buffer).not.toBe(rooms[1]!.buffer)
    for (const [i, room] of rooms.entries()) room.set(encode('abcd'), i)
    expect(rooms.map(room => [...prefilter.positions(room, 0, 1000)])).toEqual([[0], [1]])
    prefilter.handBack(rooms[1]!)
    prefilter.handBack(rooms[0]!)
    expect(prefilter.lend(1000).buffer).toBe(rooms[0]!.buffer)
  })

  test('is not what was asked for when that is too much', () => expect(simd([encode('abcd')]).lend(10_000_000)).toHaveLength(10_000_000))
})

describe('windows', () => {
  test('lie in their literals, one for each', () => {
    const literals = fc.array(fc.uint8Array({ minLength: 4, maxLength: 20 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(literals, list => {
        const windows = chooseWindows(list)
        expect(windows.map(({ literal }) => literal).sort((a, b) => a - b)).toEqual(list.map((_, i) => i))
        for (const { literal, offset, bucket } of windows) {
          expect(offset).toBeLessThanOrEqual(list[literal]!.length - 4)
          expect(bucket).toBeLessThan(8)
        }
      }),
    )
  })
})
