import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openEvidence } from '../../src/evidence/containers/disk.ts'
import { folder, opened, saved, tar, two } from './containers-kit.ts'

describe('openEvidence refuses', () => {
  test.each([
    { name: 'a zip', head: '504b0304', what: 'zip', by: 'unzip' },
    { name: 'a zip without members', head: '504b0506', what: 'zip', by: 'unzip' },
    { name: 'a rar', head: '526172211a070100', what: 'rar', by: 'unrar x' },
    { name: 'a tar.lz4', head: '04224d18', what: 'lz4', by: 'lz4 -d' },
    { name: 'a tar.zst', head: '28b52ffd', what: 'zstd', by: 'zstd -d' },
    { name: 'a tar.zst of pzstd', head: '502a4d1804000000', what: 'zstd', by: 'zstd -d' },
    { name: 'a tar.lz', head: '4c5a495001', what: 'lzip', by: 'lzip -d' },
    { name: 'a tar.lzma', head: '5d00008000ffff', what: 'lzma', by: 'xz -d' },
    { name: 'a tar.Z', head: '1f9d90', what: 'compress', by: 'gzip -d' },
    { name: 'a cpio', head: '303730373031', what: 'cpio', by: 'cpio -id' },
  ])('$name, and names what opens it', async ({ head, what, by }) => {
    const why = `- It is a ${what} archive, which this program does not open; unpack it first (${by}).`
    expect(await opened([saved(Buffer.from(head, 'hex'))])).toEqual({ file: why })
    expect(await opened([saved(await tar([['n2', Buffer.from(head, 'hex')]]))])).toEqual({ 'file/n2': why })
  })

  const key = '1122334455667788'
  test.each([
    { name: 'gpg with a passphrase', head: '8c0d04090302dd0d68ad854d52ba' },
    { name: 'gpg for a key of 4096 bits', head: `85020c03${key}01` },
    { name: 'gpg for a key of 3072 bits', head: `85018c03${key}01` },
    { name: 'gpg for an elliptic key', head: `845e03${key}12` },
    { name: 'gpg for a key, in the newer form', head: `c1c04c03${key}01` },
    { name: 'gpg, in letters', head: Buffer.from('-----BEGIN PGP MESSAGE-----').toString('hex') },
    { name: 'age', head: Buffer.from('age-encryption.org/v1\n').toString('hex') },
    { name: 'openssl', head: Buffer.from('Salted__').toString('hex') },
    { name: 'openssl -a', head: Buffer.from('U2FsdGVkX19').toString('hex') },
  ])('what was encrypted by $name', async ({ head }) => {
    expect(await opened([saved(Buffer.from(head, 'hex'))])).toEqual({ file: '- It is encrypted; decrypt it first.' })
  })

  test('an archive that ends just between two members, although nothing in it is half', async () => {
    const whole = await tar(two)
    expect(await opened([saved(whole)])).toEqual({ 'file/n1/var/log/messages': 'one', 'file/n1/etc/os-release': 'two' })
    expect(await opened([saved(whole.subarray(0, 1024))])).toEqual({
      'file/n1/var/log/messages': 'one',
      file: '- It ends without the mark that archives end with: it may have been cut off.',
    })
  })

  test.each([
    { name: 'tar', make: (bytes: Buffer) => bytes },
    { name: 'tar.gz', make: (bytes: Buffer) => gzipSync(bytes) },
  ])('a .$name with nothing in it, as such', async ({ name, make }) => {
    const path = saved(make(Buffer.alloc(10_240)), `nothing.${name}`)
    expect(await opened([path])).toEqual({ [`nothing.${name}`]: '- The archive holds nothing.' })
  })

  test('a file with holes, and says how it came there', async () => {
    const holes = join(folder, 'holes')
    mkdirSync(holes, { recursive: true })
    writeFileSync(join(holes, 'messages'), '')
    truncateSync(join(holes, 'messages'), 1024 ** 2)
    appendFileSync(join(holes, 'messages'), 'x')
    for (const form of ['gnu', 'posix']) {
      const bytes = execFileSync('tar', ['-C', holes, '-S', `--format=${form}`, '-cf', '-', 'messages'])
      expect(Object.values(await opened([saved(bytes)]))).toEqual([
        '- It was packed in a way of GNU tar that is not read (with holes, -S, or as a backup, -g); pack it without.',
      ])
    }
  })
})

test('a short gzip that was cut off: what unpacks is handed on before the error', async () => {
  const text = Array.from({ length: 400 }, (_, i) => `Mar 28 06:15:03 node01 app[${i}]: line ${i * i}\n`).join('')
  let read = ''
  let failed: unknown
  for await (const item of openEvidence([saved(gzipSync(text).subarray(0, -9))]))
    if ('read' in item)
      try {
        for await (const chunk of item.read()) read += Buffer.from(chunk).toString()
      } catch (error) {
        failed = error
      }
  expect(read.length).toBeGreaterThan(text.length - 500)
  expect(text.startsWith(read)).toBe(true)
  expect(failed).toMatchObject({ message: 'It ends too early: the file was cut off.' })
})
