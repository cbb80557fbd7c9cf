import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const rounds = 21

/** Whole processes, all variants in turn; the ratio is the median over rounds of variant / `node -e 0` in that round. */
export async function main(): Promise<void> {
  const facts = join(mkdtempSync(join(tmpdir(), 'avert-bench-')), 'facts.yaml')
  writeFileSync(facts, 'totem-token-lost: yes\n')
  const variants: readonly (readonly [string, readonly string[]])[] = [
    ['node -e 0', ['-e', '0']],
    ['avert --version', ['dist/avert.js', '--version']],
    ['avert diagnose --no-input (five questions chosen)', ['dist/avert.js', 'diagnose', '--no-input', '--format', 'json']],
    ['avert diagnose --facts --no-input', ['dist/avert.js', 'diagnose', '--facts', facts, '--no-input', '--format', 'json']],
  ]
  const times = variants.map(() => [] as number[])
  const run = (args: readonly string[]): number => {
    const begun = performance.now()
    spawnSync(process.execPath, args, { input: '' })
    return performance.now() - begun
  }
  for (const [, args] of variants) run(args)
  for (let round = 0; round < rounds; round++) variants.forEach(([, args], i) => void times[i]!.push(run(args)))
  variants.forEach(([name], i) => {
    const ratios = times[i]!.map((time, round) => time / times[0]![round]!)
    console.log(`${name.padEnd(52)} ${median(times[i]!).toFixed(0).padStart(5)} ms   ${median(ratios).toFixed(2)} x node -e 0`)
  })
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
