import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A command to measure. */
export interface Contender {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly env?: Record<string, string>
  /** Its output goes through a pipe: grep stops at the first line when nobody wants them. */
  readonly piped?: boolean
  /** How much of the input it reads, when it is too slow for all of it. */
  readonly part?: number
}

export interface Measured {
  /** Median of the rounds, for the whole input. */
  readonly seconds: number
  /** For each round. */
  readonly all: readonly number[]
  /** Most memory of the process itself, without its children. */
  readonly megabytes: number
}

/** Whole processes, all in turn, round by round, so that a busy moment hits all of them. Missing programs are left out, and told. */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<Map<string, Measured>> {
  const present = contenders.filter(({ name, command: [program] }) => {
    const there = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
    if (!there) console.log(`${name}: skipped, ${program} is not installed`)
    return there
  })
  const runs = new Map<string, { seconds: number; megabytes: number }[]>(present.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) for (const contender of present) runs.get(contender.name)!.push(await once(contender))
  return new Map(
    [...runs].map(([name, list]) => [
      name,
      {
        seconds: median(list.map(({ seconds }) => seconds)),
        all: list.map(({ seconds }) => seconds),
        megabytes: Math.max(...list.map(({ megabytes }) => megabytes)),
      },
    ]),
  )
}

async function once({ command: [program, ...args], env, piped, part = 1 }: Contender): Promise<{ seconds: number; megabytes: number }> {
  const begun = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', piped ? 'pipe' : 'ignore', 'pipe'], env: { ...process.env, ...env } })
  child.stdout?.resume()
  let errors = ''
  child.stderr!.on('data', text => {
    errors = (errors + text).slice(0, 300)
  })
  let megabytes = 0
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid!))
  }, 10)
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  clearInterval(look)
  if (code !== 0) console.log(`${program} ended with ${code}: ${errors}`)
  return { seconds: (performance.now() - begun) / 1000 / part, megabytes }
}

/** The most memory that a process has used until now, as Linux counts it. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** The table: wall time, rate, how much faster than each of `references` (median of the rounds' ratios), peak memory. */
export function print(results: ReadonlyMap<string, Measured>, megabytes: number, references: readonly string[]): void {
  const shown = references.filter(name => results.has(name))
  console.log(
    `${''.padEnd(34)}${'s'.padStart(8)}${'MB/s'.padStart(8)}${shown.map(name => `x ${name}`.padStart(14)).join('')}${'peak MB'.padStart(10)}`,
  )
  for (const [name, { seconds, all, megabytes: peak }] of results) {
    const ratios = shown.map(reference => median(all.map((time, round) => results.get(reference)!.all[round]! / time)))
    console.log(
      `${name.padEnd(34)}${seconds.toFixed(2).padStart(8)}${(megabytes / seconds).toFixed(0).padStart(8)}${ratios.map(ratio => ratio.toFixed(2).padStart(14)).join('')}${peak.toFixed(0).padStart(10)}`,
    )
  }
}
