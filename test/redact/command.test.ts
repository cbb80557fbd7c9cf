import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { explainCommand } from '../../src/cli/explain.ts'
import { UserError } from '../../src/cli/io.ts'
import { Names } from '../../src/cli/names.ts'
import { namesFor } from '../../src/cli/names-for.ts'
import { redactBundles } from '../../src/cli/redact.ts'
import { writeMap } from '../../src/redact/map-file.ts'
import { NameMap } from '../../src/redact/name-map.ts'
import { kb, scratch, silentIo, writeFiles } from './kit.ts'

const folder = scratch()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const line = 'Mar 28 06:15:03 srvdb01 systemd[1]: Started Session 3 of user mmuster.\n'
const put = (name: string, files: Record<string, string | Buffer>): string => {
  const path = join(folder, name)
  mkdirSync(path)
  writeFiles(path, new Map(Object.entries(files) as [string, string][]))
  return path
}
const listed = (out: string) => execFileSync('tar', ['-tzf', out], { encoding: 'utf8' }).trim().split('\n')
const content = (out: string, entry: string) => execFileSync('tar', ['-xzOf', out, entry], { encoding: 'utf8' })

describe('avert redact', () => {
  test('writes texts under redacted names, what was packed as text; leaves out the rest and says so', async () => {
    const source = put('mixed', {
      'srvdb01/var/log/messages': line,
      'srvdb01/var/log/messages-20260322.gz': gzipSync(line.repeat(2)),
      'srvdb01/etc/shadow': 'root:$6$aaaaaaaaaaaa$bbbbbbbbbbbbbbbbbbbbbbbbb:1:',
      'srvdb01/var/log/wtmp': Buffer.alloc(500),
      'avert-names.private.yaml': writeMap(new NameMap()),
    })
    const out = join(folder, 'mixed.tar.gz')
    const io = silentIo()
    expect(await redactBundles(kb, [source], { out, map: join(folder, 'mixed.map') }, io)).toBe(0)
    expect(listed(out)).toEqual(['mixed/node-1/var/log/messages', 'mixed/node-1/var/log/messages-20260322'])
    expect(content(out, 'mixed/node-1/var/log/messages-20260322')).toBe(
      'Mar 28 06:15:03 node-1 systemd[1]: Started Session 3 of user user-1.\n'.repeat(2),
    )
    expect(io.said).toEqual([out])
    expect(io.told.join('\n')).toContain('left out: mixed/srvdb01/etc/shadow: it holds nothing but secrets')
    expect(io.told.join('\n')).toContain('left out: mixed/srvdb01/var/log/wtmp: it is no text')
    expect(io.told.join('\n')).toContain('left out: mixed/avert-names.private.yaml: it is a private map of names')
  })

  test('reads standard input, which comes only once', async () => {
    const out = join(folder, 'stdin.tar.gz')
    const io = { ...silentIo(), stdin: Readable.from([Buffer.from(line)]) as unknown as NodeJS.ReadStream }
    expect(await redactBundles(kb, ['-'], { out, map: join(folder, 'stdin.map') }, io)).toBe(0)
    expect(content(out, 'stdin')).toContain('node-1')
  })

  test('a file too long for the memory is the same', async () => {
    const source = put('long', { 'srvdb01/var/log/messages': line.repeat(250_000) })
    const out = join(folder, 'long.tar.gz')
    await redactBundles(kb, [source], { out, map: join(folder, 'long.map') }, silentIo())
    const text = execFileSync('tar', ['-xzOf', out], { encoding: 'utf8', maxBuffer: 1e8 })
    expect(new Set(text.split('\n'))).toEqual(new Set(['Mar 28 06:15:03 node-1 systemd[1]: Started Session 3 of user user-1.', '']))
    expect(text.split('\n')).toHaveLength(250_001)
  })

  test('its own result is no evidence', async () => {
    const source = put('own', { 'srvdb01/var/log/messages': line })
    const options = { out: join(source, 'redacted.tar.gz'), map: join(folder, 'own.map') }
    await redactBundles(kb, [source], options, silentIo())
    await redactBundles(kb, [source], { ...options, force: true }, silentIo())
    expect(listed(options.out)).toEqual(['own/node-1/var/log/messages'])
  })

  test('nothing is overwritten, and a failure leaves nothing behind', async () => {
    const out = join(folder, 'there.tar.gz')
    writeFileSync(out, 'x')
    await expect(redactBundles(kb, [folder], { out }, silentIo())).rejects.toMatchObject({
      exit: 3,
      lines: [expect.stringContaining('file-exists'), expect.anything()],
    })
    expect(readFileSync(out, 'utf8')).toBe('x')
    const nowhere = join(folder, 'no', 'such.tar.gz')
    await expect(redactBundles(kb, [put('some', { messages: line })], { out: nowhere }, silentIo())).rejects.toBeInstanceOf(UserError)
  })

  test.each([
    { name: 'the map in the place of the result', options: { out: join(folder, 'a'), map: join(folder, 'a') }, exit: 2 },
    { name: 'evidence that is not there', options: { out: join(folder, 'b') }, exit: 3 },
  ])('refuses $name', async ({ options, exit }) => {
    await expect(redactBundles(kb, [join(folder, 'none')], options, silentIo())).rejects.toMatchObject({ exit })
    expect(existsSync(options.out)).toBe(false)
  })

  test('a map that is none is told with its place', async () => {
    const map = join(folder, 'bad.map')
    writeFileSync(map, 'names: {}')
    await expect(redactBundles(kb, [folder], { out: join(folder, 'c'), map }, silentIo())).rejects.toMatchObject({
      exit: 3,
      lines: [expect.stringContaining('bad.map:1:1 bad-map:'), expect.anything()],
    })
  })
})

describe('evidence without any text', () => {
  test('leaves no archive behind that looks like a result, and the former one as it was', async () => {
    const source = put('no-text', { 'srvdb01/var/log/wtmp': Buffer.alloc(500) })
    const out = join(folder, 'no-text.tar.gz')
    const options = { out, map: join(folder, 'no-text.map') }
    expect(await redactBundles(kb, [source], options, silentIo())).toBe(5)
    expect(existsSync(out)).toBe(false)
    writeFileSync(out, 'former')
    expect(await redactBundles(kb, [source], { ...options, force: true }, silentIo())).toBe(5)
    expect(readFileSync(out, 'utf8')).toBe('former')
  })
})

describe('--redact', () => {
  test('--map without it is a mistake', async () => {
    await expect(namesFor(kb, { map: 'x' })).rejects.toMatchObject({ exit: 2 })
    expect(await namesFor(kb, {})).toBeUndefined()
  })

  test('a saved case is explained with pseudonyms, and keeps its names', async () => {
    const fact = Object.entries(kb.symptoms)[0]![0]
    const file = join(folder, 'case.yaml')
    const origin = { kind: 'log', file: 'b/srvdb01/var/log/messages', line: 3, node: 'srvdb01', text: line.trim() }
    const value = {
      schema: 'avert/case@1',
      kb: kb.kb,
      answers: [],
      nodes: ['srvdb01'],
      evidence: [],
      observations: [{ fact, state: 'known', value: true, origin }],
      ledger: [],
      warnings: [],
    }
    writeFileSync(file, JSON.stringify(value))
    const io = silentIo()
    expect(await explainCommand(file, fact, { format: 'text', kb: ['rules'], redact: true, map: join(folder, 'case.map') }, io)).toBe(0)
    expect(io.said.join('')).not.toMatch(/srvdb01|mmuster/)
    expect(io.said.join('')).toContain('node-1')
    expect(readFileSync(file, 'utf8')).toContain('srvdb01')
  })

  test('a map that cannot be written ends the run', () => {
    expect(() => new Names(kb, join(folder, 'no', 'map.yaml')).save(silentIo())).toThrow(UserError)
  })
})
