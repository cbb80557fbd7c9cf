import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mergeObservations } from '../../src/case/merge.ts'
import { dropSecrets } from '../../src/case/secrets.ts'
import { gatherEvidence } from '../../src/cli/evidence.ts'
import { eventWithoutSecrets, readingWithoutSecrets } from '../../src/evidence/without-secrets.ts'
import { secretRemover } from '../../src/redact/secrets.ts'
import { toJson } from '../../src/render/json.ts'
import { scanDocument, scanMarkdown, scanText } from '../../src/render/scan.ts'
import { plain } from '../../src/render/wrap.ts'
import { kb, scratch, silentIo, writeFiles } from '../redact/kit.ts'

describe('a long line that looks like secrets all the way costs no more than its length', () => {
  const pieces = [
    '--stdin ',
    'sqlplus a/b ',
    'mysql -pabc ',
    '/opt/a -p abc ',
    'echo a | ',
    'password',
    'curl -u a',
    '-u a:b ',
    '<nvpair name="pass" ',
    'key @',
    'a-',
    '"token":"a",',
    'token="',
    '-----BEGIN KEY',
    'password is ',
    'password=',
    'password\\\\\\',
    'kennwort',
    '<a pass',
    ',"id":"api key"',
    '//a:',
    'basic a',
  ]
  test.each(pieces.map(piece => ({ piece })))('$piece', ({ piece }) => {
    const line = piece.repeat(300_000 / piece.length)
    const before = process.cpuUsage().user
    dropSecrets(line)
    secretRemover()(line)
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(1.5)
  })

  test('also within what seems to be a key', () => {
    const remove = secretRemover()
    remove('-----BEGIN RSA PRIVATE KEY-----')
    const before = process.cpuUsage().user
    remove(`${'a'.repeat(300_000)}!`)
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(1)
  })
})

describe('what may be quoted holds no secret', () => {
  const event = { kind: 'x', node: 'n1', time: undefined, at: undefined, file: 'f', line: 1, count: 1 }

  test('neither the line of an event nor what its pattern caught', () => {
    const { text, values } = eventWithoutSecrets({
      ...event,
      text: 'task ldapsearch -w hunter2 blocked',
      values: { program: 'ldapsearch -w hunter2', options: '-w hunter2', node: 'n1' },
    })
    expect(text).toBe('task ldapsearch -w [dropped] blocked')
    expect(values).toEqual({ program: 'ldapsearch -w [dropped]', options: '[dropped]', node: 'n1' })
  })

  test('nor a reading', () =>
    expect(
      readingWithoutSecrets({ key: 'k', value: ['vip', 'mysql -phunter2'], node: 'n1', file: 'f', text: 'passwd=hunter2' }),
    ).toMatchObject({ value: ['vip', 'mysql -p[dropped]'], text: 'passwd=[dropped]' }))
})

describe('a scan without --redact shows no secret', () => {
  const folder = scratch()
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('though the lines that tell of trouble hold some', async () => {
    const log = [
      "Mar 28 06:15:04 n1 pacemaker-controld[9]: error: Result of stop operation for vip on n1: Timed Out after 20s exit-reason='curl -u admin:hunter2 https://x'",
      'Mar 28 06:15:06 n1 kernel: INFO: task ldapsearch -w hunter2:333 blocked for more than 120 seconds.',
    ]
    writeFiles(folder, new Map([['n1/var/log/messages', `${log.join('\n')}\n`]]))
    const evidence = await gatherEvidence([join(folder, 'n1')], kb, silentIo(), {})
    const scan = { kb, evidence, merged: mergeObservations(kb, evidence.observations) }
    const shown = [scanText(scan, plain(200)), toJson(scanDocument(scan)), scanMarkdown(scan)].join('\n')
    expect(shown).toContain('-u admin:')
    expect(shown).toContain('ldapsearch')
    expect(shown).not.toContain('hunter2')
  })
})
