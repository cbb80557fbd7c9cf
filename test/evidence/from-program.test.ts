import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fromProgram } from '../../src/evidence/containers/from-program.ts'

/** Numbers, so that a piece that is lost, doubled or out of its turn is seen. */
const written = (numbers: number, inOne: number) => `
  let at = 0
  const next = () => {
    while (at < ${numbers}) {
      let piece = ''
      for (let i = 0; i < ${inOne} && at < ${numbers}; i++) piece += String(at++).padStart(15) + '\\n'
      if (!process.stdout.write(piece)) return process.stdout.once('drain', next)
    }
  }
  next()`
const expected = (numbers: number) => Array.from({ length: numbers }, (_, i) => `${String(i).padStart(15)}\n`).join('')
const digest = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

async function read(numbers: number, inOne: number, wait: (chunk: number) => number) {
  const child = spawn(process.execPath, ['-e', written(numbers, inOne)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise(resolve => child.once('close', resolve))
  const chunks: Uint8Array[] = []
  for await (const chunk of fromProgram(child.stdout)) {
    const ms = wait(chunks.length)
    if (ms > 0) await sleep(ms)
    chunks.push(chunk)
  }
  return { whole: Buffer.concat(chunks), chunks: chunks.length, code: await ended }
}

describe('what a program writes is read as it was written', () => {
  it.each([
    ['nothing', 0, 1, () => 0],
    ['a line', 1, 1, () => 0],
    ['a megabyte in lines', 65_536, 1, () => 0],
    ['eight megabytes in pieces of eight kilobytes', 524_288, 512, () => 0],
    ['eight megabytes in pieces of eight kilobytes while the event loop turns between the chunks', 524_288, 512, (i: number) => i % 3],
    ['eight megabytes in large pieces', 524_288, 65_536, () => 0],
    ['eight megabytes in large pieces while the event loop turns between the chunks', 524_288, 65_536, (i: number) => 2 * (i % 2)],
  ])('%s', async (_name, numbers, inOne, wait) => {
    const { whole, code } = await read(numbers, inOne, wait)
    expect([whole.length, digest(whole), code]).toEqual([numbers * 16, digest(expected(numbers)), 0])
  })

  it('in some dozens of chunks and not in thousands', async () => {
    const { chunks } = await read(524_288, 32, () => 0)
    expect(chunks).toBeLessThan(200)
  })

  it('also of a stream that does not tell its descriptor', async () => {
    const stream = new PassThrough()
    stream.end('all of it')
    const chunks: Uint8Array[] = []
    for await (const chunk of fromProgram(stream)) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('all of it')
  })

  it('and whoever stops early leaves nothing behind', async () => {
    const child = spawn(process.execPath, ['-e', written(524_288, 512)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise(resolve => child.once('close', resolve))
    for await (const _ of fromProgram(child.stdout)) break
    child.kill('SIGKILL')
    child.stdout.destroy()
    await expect(ended).resolves.toBeNull()
  })
})
