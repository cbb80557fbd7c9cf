import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openEvidence } from '../../src/evidence/containers/disk.ts'
import { gunzip } from '../../src/evidence/containers/gunzip.ts'
import { opened, saved, tar, two, xz } from './containers-kit.ts'

const short = 'a line of a log\n'.repeat(20)
const long = Array.from({ length: 150_000 }, (_, i) => `line ${i} of a log, ${(i * 7919) % 10_007}\n`).join('')
const packed = (text: string) => gzipSync(Buffer.from(text))
const withBitTurned = (bytes: Buffer, at: number) => bytes.map((byte, i) => (i === bytes.length + at ? byte ^ 1 : byte))
const cut = 'Z_BUF_ERROR'
const damaged = 'Z_DATA_ERROR'

async function unpacked(bytes: Uint8Array, size: number): Promise<{ text: string; code: string | undefined }> {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of gunzip(pieces())) chunks.push(chunk)
  } catch (error) {
    return { text: Buffer.concat(chunks).toString(), code: (error as { code: string }).code }
  }
  return { text: Buffer.concat(chunks).toString(), code: undefined }
}

describe.each([
  { what: 'a short text', text: short, sizes: [1, 7, 65_536] },
  { what: 'a long text', text: long, sizes: [1000, 65_536, 1024 ** 2] },
  { what: 'nothing', text: '', sizes: [1, 100] },
])('of $what', ({ text, sizes }) => {
  const one = packed(text)
  const head = Buffer.from(one.subarray(0, 10))
  head[3] = 2 + 4 + 8 + 16
  const fields = Buffer.concat([head, Buffer.from('\u0003\0abcname\0comment\0xx'), one.subarray(10)])
  test.each([
    { name: 'all is read', bytes: one, gives: text },
    { name: 'members one after the other are one text', bytes: Buffer.concat([one, one]), gives: text + text },
    { name: 'zeros at the end say nothing', bytes: Buffer.concat([one, Buffer.alloc(700)]), gives: text },
    { name: 'zeros between members lose none', bytes: Buffer.concat([one, Buffer.alloc(700), one]), gives: text + text },
    { name: 'what follows is ignored, as by the program', bytes: Buffer.concat([one, Buffer.from('rubbish')]), gives: text },
    { name: 'a head with a name, a comment and more is passed over', bytes: fields, gives: text },
    { name: 'a cut in the last bytes costs nothing', bytes: one.subarray(0, -3), gives: text, code: cut },
    { name: 'a sum that is missing costs nothing', bytes: one.subarray(0, -8), gives: text, code: cut },
    { name: 'a wrong sum costs nothing', bytes: withBitTurned(one, -6), gives: text, code: damaged },
    { name: 'a wrong length costs nothing', bytes: withBitTurned(one, -1), gives: text, code: damaged },
    { name: 'a second member that is none costs nothing', bytes: Buffer.concat([one, one.subarray(0, 2)]), gives: text, code: cut },
  ])('$name, however it comes in', async ({ bytes, gives, code }) => {
    for (const size of sizes) {
      const found = await unpacked(bytes, size)
      expect({ same: found.text === gives, code: found.code }).toEqual({ same: true, code })
    }
  })
})

test.each([
  { name: 'a gzip with a wrong sum', make: () => withBitTurned(packed('one line'), -6) },
  { name: 'an xz with something behind it', make: () => Buffer.concat([xz(Buffer.from('one line')), Buffer.from('rubbish')]) },
])('a short text in $name is read before the error is told', async ({ make }) => {
  const read: string[] = []
  for await (const item of openEvidence([saved(make())])) {
    if (!('read' in item)) continue
    await expect(
      (async () => {
        for await (const chunk of item.read()) read.push(Buffer.from(chunk).toString())
      })(),
    ).rejects.toThrow('It is damaged')
  }
  expect(read.join('')).toBe('one line')
})

test.each([
  {
    name: 'with a wrong sum',
    make: (bytes: Buffer) => withBitTurned(bytes, -6),
    told: { file: '- It is damaged: its contents do not unpack.' },
  },
  { name: 'with something behind it', make: (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('rubbish')]), told: {} },
  {
    name: 'cut off in its last bytes',
    make: (bytes: Buffer) => bytes.subarray(0, -3),
    told: { file: '- It ends too early: the file was cut off.' },
  },
])('no member of a small archive is lost that is $name', async ({ make, told }) => {
  const found = await opened([saved(make(gzipSync(await tar(two))), 'file')])
  expect(found).toEqual({ 'file/n1/var/log/messages': 'one', 'file/n1/etc/os-release': 'two', ...told })
})

test.each([
  { name: 'many members', bytes: Buffer.concat(Array.from({ length: 60_000 }, () => packed('x'))) },
  { name: 'a name of megabytes', bytes: Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 0]), Buffer.alloc(30_000_000, 65)]) },
])(
  '$name in large pieces come to an end',
  async ({ bytes }) => {
    await expect(unpacked(bytes, 1024 ** 2)).resolves.toBeDefined()
  },
  60_000,
)
