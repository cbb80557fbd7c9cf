import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'

/** A real file that inputs are made from. */
export interface Seed {
  readonly path: string
  readonly bytes: Buffer
}

/** One file, or one archive of several, spoiled in some way. `whole`: nothing was done that may cost an archive its members. */
export interface Input {
  readonly name: string
  readonly bytes: Buffer
  readonly members: readonly string[]
  readonly whole: boolean
}

export type Random = (below: number) => number

/** Mulberry32: small, and the same everywhere for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export function seedsIn(folder: string): Seed[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.truth.json'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ path: path.slice(folder.length + 1), bytes: readFileSync(path) }))
}

const mostBytes = 24 * 1024

/** A piece of a real file: whole when it is small, else some stretch of it. */
function pieceOf({ bytes }: Seed, random: Random): Buffer {
  if (bytes.length <= mostBytes || random(20) === 0) return Buffer.from(bytes)
  const from = random(3) === 0 ? 0 : random(bytes.length - mostBytes)
  return Buffer.from(bytes.subarray(from, from + 1 + random(mostBytes)))
}

const nasty = [
  '\0', '\u001B[2J', '\u009B31m', '\uFEFF', '\r', '\n\n\n', '<!DOCTYPE x [<!ENTITY a "b">]>', '<', '">', ']]>', '-'.repeat(5000), 'A'.repeat(70_000),
  '99999999999999999999', '-1', '1e309', 'NaN', '{{ x }}', '$(reboot)', '__proto__', 'constructor', '%s%n', 'Feb 30 25:61:61 ', '0000-00-00T00:00:00Z ',
  'message repeated 4294967296 times: [ x ]', '\u202E', '\uD800', '='.repeat(300), '('.repeat(3000), '[ 0.000000] '.repeat(50),
] // biome-ignore format: one list

type Mutation = (bytes: Buffer, other: Buffer, random: Random) => Buffer
const cut = (bytes: Buffer, from: number, to: number, between: Buffer) =>
  Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(to)])
const empty = Buffer.alloc(0)

const mutations: readonly Mutation[] = [
  (bytes, _, random) => {
    for (let i = 1 + random(30); i > 0 && bytes.length > 0; i--) bytes[random(bytes.length)] = random(256)
    return bytes
  },
  (bytes, _, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, _, random) => bytes.subarray(random(bytes.length + 1)),
  (bytes, other, random) => cut(bytes, random(bytes.length + 1), bytes.length, other.subarray(random(other.length + 1))),
  (bytes, _, random) => {
    const at = random(bytes.length + 1)
    return cut(bytes, at, at, Buffer.from(nasty[random(nasty.length)]!))
  },
  (bytes, _, random) => {
    const from = random(bytes.length + 1)
    return cut(bytes, from, Math.min(bytes.length, from + random(2000)), empty)
  },
  (bytes, _, random) => {
    const from = random(bytes.length + 1)
    const piece = bytes.subarray(from, from + random(500))
    return cut(bytes, from, from, Buffer.concat(Array.from({ length: 1 + random(20) }, () => piece)))
  },
  bytes => Buffer.from(bytes.toString('latin1').replace(/\d/g, '9'), 'latin1'),
  bytes => Buffer.from(bytes.toString('latin1').replaceAll('\n', ''), 'latin1'),
  bytes => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  bytes => Buffer.from(bytes.toString('latin1'), 'utf16le'),
  bytes => Buffer.from(bytes.toString('latin1').split('\n').reverse().join('\n'), 'latin1'),
  (bytes, other, random) => {
    const [a, b] = [bytes, other].map(part => part.toString('latin1').split('\n')) as [string[], string[]]
    return Buffer.from(a.flatMap(line => (random(4) === 0 ? [line, b[random(b.length)]!] : [line])).join('\n'), 'latin1')
  },
  (bytes, _, random) =>
    Buffer.from(
      bytes.toString('latin1').replace(/[A-Za-z_]{3,}/g, word => (random(200) === 0 ? nasty[random(nasty.length)]! : word)),
      'latin1',
    ),
]

function spoiled(seeds: readonly Seed[], seed: Seed, random: Random): Buffer {
  let bytes = pieceOf(seed, random)
  for (let i = random(4); i > 0; i--)
    bytes = Buffer.from(mutations[random(mutations.length)]!(bytes, pieceOf(seeds[random(seeds.length)]!, random), random))
  return bytes
}

/** Input number `number`: the same for the same number. */
export async function inputOf(seeds: readonly Seed[], number: number): Promise<Input> {
  const random = randomFrom(number)
  const pick = () => seeds[random(seeds.length)]!
  if (random(4) > 0) {
    const seed = pick()
    return { name: seed.path, bytes: spoiled(seeds, seed, random), members: [], whole: true }
  }
  const members = Array.from({ length: 1 + random(4) }, pick)
  const archive = pack()
  for (const [i, seed] of members.entries()) archive.entry({ name: `sosreport-${i}/${seed.path}` }, spoiled(seeds, seed, random))
  archive.finalize()
  const parts: Buffer[] = []
  for await (const part of archive) parts.push(part as Buffer)
  let bytes = Buffer.concat(parts)
  const zipped = random(2) === 0
  if (zipped) bytes = gzipSync(bytes, { level: 1 })
  const whole = random(2) === 0
  if (!whole) bytes = Buffer.from(mutations[random(6)]!(bytes, pieceOf(pick(), random), random))
  return { name: zipped ? 'bundle.tar.gz' : 'bundle.tar', bytes, members: members.map(({ path }, i) => `sosreport-${i}/${path}`), whole }
}
