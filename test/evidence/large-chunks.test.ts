import { expect, test } from 'vitest'
import { inLargeChunks } from '../../src/evidence/containers/bytes.ts'

const mebibyte = 1024 ** 2

async function* of(sizes: readonly number[], error?: Error) {
  let next = 0
  for (const size of sizes) yield Uint8Array.from({ length: size }, () => next++ % 251)
  if (error) throw error
}

async function all(chunks: AsyncIterable<Uint8Array>) {
  const sizes: number[] = []
  let next = 0
  let inOrder = true
  for await (const chunk of chunks) {
    sizes.push(chunk.length)
    for (const byte of chunk) inOrder &&= byte === next++ % 251
  }
  return { sizes, inOrder }
}

test.each([
  ['nothing stays nothing', [], []],
  ['a short text comes at once', [5], [5]],
  ['what a pipe gives is gathered', [40_000, 40_000, 7], [80_007]],
  ['never more than a mebibyte at a time', Array(20).fill(65_536), [mebibyte, 4 * 65_536]],
  ['a large chunk is passed on behind what was gathered', [3, 2 * mebibyte, 4], [3, 2 * mebibyte, 4]],
])('%s, in order and complete', async (_, given, sizes) => {
  expect(await all(inLargeChunks(of(given)))).toEqual({ sizes, inOrder: true })
})

test('what came before an error is passed on, and the error after it', async () => {
  const sizes: number[] = []
  const read = async () => {
    for await (const chunk of inLargeChunks(of([10, 20], new Error('cut')))) sizes.push(chunk.length)
  }
  await expect(read()).rejects.toThrow('cut')
  expect(sizes).toEqual([30])
})
