import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { ScanProgress } from '../../src/cli/scan-progress.ts'
import { openEvidence } from '../../src/evidence/containers/disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'avert-progress-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const log = join(folder, 'messages')
writeFileSync(log, 'x'.repeat(1_000_000))

/** A progress line with a clock of its own. */
function shown(paths: readonly string[], isTTY = true) {
  const written: string[] = []
  const clock = { now: 0 }
  const screen = { isTTY, columns: 100, write: (text: string) => written.push(text.replace('\r\u001B[K', '')) }
  return { written, clock, progress: new ScanProgress(paths, screen, () => clock.now) }
}
/** Sizes are looked up meanwhile. */
const meanwhile = () => new Promise(resolve => setTimeout(resolve, 50))

describe('progress', () => {
  test.each([
    { name: 'a file', paths: [log] },
    { name: 'a folder', paths: [folder] },
  ])('of $name tells the part, the speed and the file, a second after the beginning', async ({ paths }) => {
    const { written, clock, progress } = shown(paths)
    progress.onRead(log, 200_000)
    clock.now = 900
    progress.onProgress('n1/messages', 200_000)
    expect(written).toEqual([])
    clock.now = 1100
    progress.onProgress('n1/messages', 20_000)
    await meanwhile()
    progress.onRead(log, 400_000)
    progress.onRead(log, 400_000)
    progress.onRead(log, 300_000)
    clock.now = 2000
    progress.onProgress('n1/messages', 180_000)
    expect(written).toEqual(['reading 0 MB, 0 MB/s: n1/messages', '[########------------]  40 % 0 MB, 0 MB/s: n1/messages'])
    progress.clear()
    expect(written.at(-1)).toBe('')
  })

  test('comes at most five times a second', () => {
    const { written, clock, progress } = shown([log])
    for (clock.now = 1000; clock.now < 2000; clock.now += 10) progress.onProgress('messages', 10)
    expect(written).toHaveLength(5)
  })

  test('of an archive tells the part of what is packed, and the speed of what comes out', async () => {
    const packed = join(folder, 'packed.gz')
    const text = 'a line of a log\n'.repeat(1_000_000)
    writeFileSync(packed, gzipSync(text))
    const { written, clock, progress } = shown([packed])
    for await (const item of openEvidence([packed], undefined, { onRead: progress.onRead })) {
      clock.now = 1000
      progress.onProgress(item.path, 1)
      await meanwhile()
      if ('read' in item) for await (const chunk of item.read()) progress.onProgress(item.path, chunk.length)
      clock.now = 2000
      progress.onProgress(item.path, 0)
    }
    expect(written.at(-1)).toBe('[####################] 100 % 16 MB, 8 MB/s: packed.gz')
  })

  test('of standard input knows no part', async () => {
    const { written, clock, progress } = shown(['-'])
    clock.now = 1000
    progress.onProgress('stdin', 5_000_000)
    await meanwhile()
    clock.now = 2000
    progress.onProgress('stdin', 5_000_000)
    expect(written.at(-1)).toBe('reading 10 MB, 5 MB/s: stdin')
  })

  test('is silent where there is no terminal', () => {
    const { written, clock, progress } = shown([log], false)
    clock.now = 5000
    progress.onProgress('messages', 1)
    progress.clear()
    expect(written).toEqual([])
  })
})
