import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readers, unusable } from '../../src/evidence/readers/index.ts'
import { pasted } from '../../src/evidence/readers/pasted.ts'
import { readFiles, kb as shipped } from './bundle-kit.ts'
import { cluster, fixture, kb } from './readers-kit.ts'

describe('no reader ever throws', () => {
  const seeds = [
    ...Object.values(cluster),
    fixture('ps_auxwwm'),
    fixture('fanotify_holders'),
    '+ 02:13:07: 1: a\n+ 02:13:27: 2: b',
    'totem {\nnode {\n',
    'enabled 1\nbacklog_limit 1\nlost 1',
  ]
  const broken = fc
    .tuple(fc.constantFrom(...seeds), fc.nat(4000), fc.nat(4000), fc.string({ unit: 'binary' }))
    .map(([text, from, length, junk]) => text.slice(0, from) + junk + text.slice(from + length))

  test.each(readers.map(reader => ({ name: reader.name, reader })))('$name', ({ reader }) => {
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }).map(bytes => Buffer.from(bytes).toString('latin1')),
      fc.string({ unit: 'binary', maxLength: 500 }),
      broken,
    )
    fc.assert(
      fc.property(text, fc.string(), (content, path) => {
        reader.recognises(path, content)
        for (const { key } of reader.read(content, { path, kb })) expect(reader.readings).toContain(key)
        unusable(content, content.length)
      }),
    )
  })

  test('nor takes long over one endless line', () => {
    for (const piece of [
      'a',
      'a-',
      'a.',
      ' ',
      '"',
      '<a ',
      '1-',
      '+ ',
      '/proc/1 ',
      'a=',
      '(',
      '<!--',
      'x_stop_0 ',
      'a: ',
      '1\t',
      '\n',
      '\n+ a',
    ])
      for (const reader of readers) {
        const text = piece.repeat(200_000)
        reader.recognises('x', text.slice(0, 65_536))
        expect(Array.isArray(reader.read(text, { path: 'x', kb }))).toBe(true)
      }
  })

  test('nor over many packages that are gone below many rows of programs', () => {
    const rows = 'root 911 0.0 0.1 12345 6789 ? Ssl Mar01 0:09 /opt/microsoft/mdatp/sbin/wdavdaemon\n'.repeat(20_000)
    const gone = Array.from({ length: 50_000 }, (_, i) => `package x${i} is not installed\n`).join('')
    expect(pasted(rows + gone, { path: 'paste.txt', kb: shipped }).length).toBeGreaterThan(0)
  })

  test('nor over a listing with many empty lines below it', async () => {
    const listing = 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1 0.0 0.1 1 1 ? Ss Mar01 0:09 /sbin/init\n'
    expect((await readFiles({ 'paste.txt': listing + '\n'.repeat(200_000) })).examined.length).toBe(1)
  })
})
