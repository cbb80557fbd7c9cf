import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openEvidence } from '../../src/evidence/containers/disk.ts'
import { defaultLimits, type Limits } from '../../src/evidence/containers/limits.ts'
import { bzip2, folder, opened, saved, tar, two, xz } from './containers-kit.ts'

describe('openEvidence reads', () => {
  test('a folder in a stable order, and leaves links alone', async () => {
    const root = join(folder, 'bundle')
    mkdirSync(join(root, 'n1/var/log'), { recursive: true })
    writeFileSync(join(root, 'n1/var/log/messages'), 'one')
    writeFileSync(join(root, 'n1/b'), 'b')
    writeFileSync(join(root, 'n1/old.gz'), gzipSync('old'))
    symlinkSync('/etc/passwd', join(root, 'n1/out'))
    symlinkSync('..', join(root, 'n1/loop'))
    execFileSync('mkfifo', [join(root, 'n1/pipe')])
    const found = await opened([root])
    expect(Object.keys(found)).toEqual([
      'bundle/n1/b',
      'bundle/n1/loop',
      'bundle/n1/old.gz',
      'bundle/n1/out',
      'bundle/n1/pipe',
      'bundle/n1/var/log/messages',
    ])
    expect(found).toMatchObject({ 'bundle/n1/b': 'b', 'bundle/n1/old.gz': 'old', 'bundle/n1/var/log/messages': 'one' })
    expect(found['bundle/n1/out']).toMatch(/^- It is a link \(to \/etc\/passwd\)/)
    expect(found['bundle/n1/pipe']).toBe('- It is not a regular file.')
  })

  test.each([
    { name: 'tar', make: async () => tar(two) },
    { name: 'tar.gz', make: async () => gzipSync(await tar(two)) },
    { name: 'tar.xz', make: async () => xz(await tar(two)) },
    { name: 'tar.bz2', make: async () => bzip2(await tar(two)) },
  ])('a $name by its first bytes, whatever its name', async ({ make }) => {
    expect(await opened([saved(await make())])).toEqual({ 'file/n1/var/log/messages': 'one', 'file/n1/etc/os-release': 'two' })
  })

  test.each([
    { name: 'gz', make: () => gzipSync('rotated') },
    { name: 'gz of several parts', make: () => Buffer.concat([gzipSync('rota'), gzipSync('ted')]) },
    { name: 'xz', make: () => xz(Buffer.from('rotated')) },
    { name: 'bz2', make: () => bzip2(Buffer.from('rotated')) },
    { name: 'plain file', make: () => Buffer.from('rotated') },
  ])('a rotated log as $name, alone and inside an archive', async ({ make }) => {
    expect(await opened([saved(make())])).toEqual({ file: 'rotated' })
    const archive = saved(
      await tar([
        ['a', make()],
        ['b', 'next'],
      ]),
    )
    expect(await opened([archive])).toEqual({ 'file/a': 'rotated', 'file/b': 'next' })
  })

  test('standard input, whatever it is', async () => {
    const archive = gzipSync(await tar(two))
    const slowly = (async function* () {
      for (const byte of archive) yield Uint8Array.of(byte)
    })()
    expect(await opened(['-'], { stdin: slowly })).toEqual({ 'stdin/n1/var/log/messages': 'one', 'stdin/n1/etc/os-release': 'two' })
  })

  test.each(['v7', 'ustar', 'gnu', 'posix'])('a tar of the format %s', async form => {
    mkdirSync(join(folder, 'formats'), { recursive: true })
    saved('old', 'formats/messages')
    const bytes = execFileSync('tar', ['-C', folder, `--format=${form}`, '-cf', '-', 'formats/messages'])
    expect(await opened([saved(bytes)])).toEqual({ 'file/formats/messages': 'old' })
  })

  test('a folder with an archive of archives, as the archive itself', async () => {
    mkdirSync(join(folder, 'case'), { recursive: true })
    saved(await tar([['sosreport-n1.tar.gz', gzipSync(await tar(two))]]), 'case/sos-collect.tar')
    expect(await opened([join(folder, 'case')])).toEqual({
      'case/sos-collect.tar/sosreport-n1.tar.gz/n1/var/log/messages': 'one',
      'case/sos-collect.tar/sosreport-n1.tar.gz/n1/etc/os-release': 'two',
    })
  })

  test('the time of a member, and its size', async () => {
    for await (const item of openEvidence([saved(await tar([['a', 'four']]))]))
      expect(item).toMatchObject({ size: 4, modified: Date.parse('2026-03-04T05:06:07Z') })
  })

  test('an archive of archives, as sos collect writes them, but not a third level', async () => {
    const inner = gzipSync(await tar(two))
    expect(
      await opened([
        saved(
          await tar([
            ['a.tgz', inner],
            ['b', 'next'],
          ]),
        ),
      ]),
    ).toEqual({
      'file/a.tgz/n1/var/log/messages': 'one',
      'file/a.tgz/n1/etc/os-release': 'two',
      'file/b': 'next',
    })
    const deeper = await opened([
      saved(
        await tar([
          ['x.tar', await tar([['a.tgz', inner]])],
          ['b', 'next'],
        ]),
      ),
    ])
    expect(deeper).toEqual({
      'file/x.tar/a.tgz': '- It is an archive inside an archive inside another; unpack it first.',
      'file/b': 'next',
    })
  })

  test.each(['directory', 'link', 'symlink', 'block-device', 'character-device', 'fifo'])(
    'what follows a %s that states a size',
    async type => {
      const bytes = await tar([
        ['odd', '', { type, linkname: 'b' }],
        ['b', 'next'],
      ])
      // 255 in octal, and the sum of the header that fits it; only what has no body by its kind goes without one.
      bytes.write('00000000377\0', 124)
      bytes.fill(' ', 148, 156)
      const sum = bytes.subarray(0, 512).reduce((all, byte) => all + byte, 0)
      bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
      const whole = type === 'directory' ? bytes : Buffer.concat([bytes.subarray(0, 512), Buffer.alloc(512, 0x41), bytes.subarray(512)])
      expect(await opened([saved(whole)])).toMatchObject({ 'file/b': 'next' })
    },
  )

  test('the next member when one is skipped or left half-read', async () => {
    const archive = saved(
      gzipSync(
        await tar([
          ['a', 'x'.repeat(3_000_000)],
          ['b', gzipSync('y'.repeat(3_000_000))],
          ['c', 'next'],
        ]),
      ),
    )
    expect(await opened([archive], { read: path => path.endsWith('c') })).toEqual({
      'file/a': '(skipped)',
      'file/b': '(skipped)',
      'file/c': 'next',
    })
    const firsts: string[] = []
    for await (const item of openEvidence([archive]))
      if (!('why' in item))
        for await (const chunk of item.read()) {
          firsts.push(String.fromCharCode(chunk[0]!))
          break
        }
    expect(firsts).toEqual(['x', 'y', 'n'])
  })

  test('a path that is given twice only once, and two of the same name under two names', async () => {
    mkdirSync(join(folder, 'other'), { recursive: true })
    const [one, other] = [saved('1', 'same'), saved('2', 'other/same')]
    expect(await opened([one, one, other])).toEqual({ same: '1', 'same (2)': '2' })
  })

  test('nothing more once the caller stops', async () => {
    for await (const item of openEvidence([saved(xz(await tar(two)))])) {
      expect(item.path).toMatch(/messages$/)
      break
    }
  })
})

describe('openEvidence refuses', () => {
  test.each([
    { name: 'a name that climbs', member: ['../../etc/cron.d/x', 'evil'] },
    { name: 'an absolute name', member: ['/etc/cron.d/x', 'evil'] },
    { name: 'a link out', member: ['a', '', { type: 'symlink', linkname: '/etc/passwd' }] },
    { name: 'a hard link', member: ['a', '', { type: 'link', linkname: '../x' }] },
    { name: 'a device', member: ['a', '', { type: 'character-device', devmajor: 1, devminor: 3 }] },
    { name: 'a pipe', member: ['a', '', { type: 'fifo' }] },
  ] as const)('$name in an archive, and goes on', async ({ member }) => {
    const [first, ...rest] = Object.entries(await opened([saved(await tar([member as never, ['ok', 'fine']]))]))
    expect(first?.[1]).toMatch(/^- It/)
    expect(rest).toEqual([['file/ok', 'fine']])
  })

  test('control characters in a name', async () => {
    expect(Object.keys(await opened([saved(await tar([['a\u001b[2Jb', 'x']]))]))).toEqual(['file/a\ufffd[2Jb'])
  })

  const big = Buffer.alloc(4_000_000)
  const small: Limits = { ...defaultLimits, ratioFrom: 1_000_000, ratio: 100 }
  test.each([
    {
      name: 'a log that unpacks to a thousand times its size',
      make: async () => gzipSync(big),
      path: 'file',
      why: /^[-!] It unpacks to more than 100 times/,
    },
    { name: 'such an xz', make: async () => xz(big), path: 'file', why: /^[-!] It unpacks to more than 100 times/ },
    {
      name: 'such an archive',
      make: async () =>
        gzipSync(
          await tar([
            ['a', 'x'],
            ['big', big],
          ]),
        ),
      path: 'file',
      why: /^- It unpacks to more than 100 times/,
    },
  ])('$name', async ({ make, path, why }) => {
    expect((await opened([saved(await make())], { limits: small }))[path]).toMatch(why)
  })

  test('a member that is too large, and all of them together', async () => {
    const archive = saved(
      await tar([
        ['big', big],
        ['b', 'next'],
      ]),
    )
    expect(await opened([archive], { limits: { ...defaultLimits, fileBytes: 1000 } })).toEqual({
      'file/big': '- It is too large to be read.',
      'file/b': 'next',
    })
    expect(Object.values(await opened([archive], { limits: { ...defaultLimits, totalBytes: 1000 } }))[0]).toMatch(
      /^[-!] All archives together/,
    )
  })

  test.each([
    { name: 'cut gzip', make: (archive: Buffer) => gzipSync(archive).subarray(0, -300), why: '- It ends too early: the file was cut off.' },
    { name: 'cut tar', make: (archive: Buffer) => archive.subarray(0, 700_000), why: '- It ends too early: the file was cut off.' },
    { name: 'cut xz', make: (archive: Buffer) => xz(archive).subarray(0, -300), why: '- It is damaged or cut off: it does not unpack.' },
    {
      name: 'overwritten tar',
      make: (archive: Buffer) => Buffer.concat([archive.subarray(0, 1024), Buffer.alloc(2048, 0x41)]),
      why: '- It is damaged: its contents do not unpack.',
    },
    {
      name: 'overwritten gzip',
      make: (archive: Buffer) => Buffer.concat([gzipSync(archive).subarray(0, 400_000), Buffer.alloc(400_000, 0x41)]),
      why: '- It is damaged: its contents do not unpack.',
    },
  ])('the rest of a $name, and keeps what came before', async ({ make, why }) => {
    let seed = 1
    const noise = Buffer.alloc(1_000_000).map(() => {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0
      return seed >>> 24
    })
    const found = await opened([
      saved(
        make(
          await tar([
            ['a', 'first'],
            ['noise', noise],
          ]),
        ),
      ),
    ])
    expect(found['file/a']).toBe('first')
    expect(found.file).toBe(why)
  })

  test('what was packed twice', async () => {
    expect(await opened([saved(gzipSync(gzipSync('x')))])).toEqual({ file: '- It is packed more than once; unpack it first.' })
  })

  test('a path that does not exist, before anything is read', async () => {
    await expect(opened([saved('x'), join(folder, 'nowhere')])).rejects.toMatchObject({ code: 'evidence-missing', hint: 'Check the path.' })
  })

  test.skipIf(process.getuid?.() === 0)('what may not be read', async () => {
    const path = saved('x')
    chmodSync(path, 0)
    expect(await opened([path])).toEqual({ file: '- Permission denied.' })
  })
})
