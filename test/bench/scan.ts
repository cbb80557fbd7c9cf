import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileMatcher } from '../../src/evidence/events/matcher.ts'
import type { KnowledgeBase } from '../../src/kb/model.ts'
import { writeLog } from './scan-log.ts'
import { type Contender, measure, print } from './scan-measure.ts'
import { forGrep, forRipgrep, patternsOf } from './scan-signatures.ts'

const megabytes = Number(process.env.MB ?? 1000)
const rounds = Number(process.env.ROUNDS ?? 5)
/** What takes minutes or hours for these signatures gets only so much of the log, and its time is multiplied. */
const partBytes = { grep: 50_000, unicode: 1_000_000 }
/** Its own limits are smaller than so many signatures. */
const rgLimits = ['--regex-size-limit', '2G', '--dfa-size-limit', '2G']

/**
 * A generated system log with one interesting line in a thousand, searched for the same signatures by everybody; then the same log
 * in archives. MB=100 and ROUNDS=3 make it shorter.
 */
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'avert-bench-'))
  try {
    // A copy: somebody may build while this runs.
    cpSync('dist', join(folder, 'dist'), { recursive: true })
    program = join(folder, 'dist/avert.js')
    const kb = JSON.parse(readFileSync(join(folder, 'dist/kb.json'), 'utf8')) as KnowledgeBase
    const log = join(folder, 'messages')
    writeLog(log, kb, megabytes * 1e6)
    await plainLog(folder, log, kb)
    rmSync(log)
    await archives(folder, kb)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let program = ''
const scan = (path: string): Contender['command'] => [process.execPath, program, 'scan', path, '--format', 'json']

async function plainLog(folder: string, log: string, kb: KnowledgeBase): Promise<void> {
  const file = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
    return join(folder, name)
  }
  const patterns = patternsOf(kb)
  const { literals } = compileMatcher(kb)
  const [forRg, forE, fixed] = [file('rg', patterns.map(forRipgrep)), file('grep', patterns.map(forGrep)), file('literals', literals)]
  const size = statSync(log).size
  const partOf = (name: string, bytes: number) => {
    const path = join(folder, name)
    spawnSync('sh', ['-c', `head -c ${bytes} ${log} > ${path}`])
    return { path, part: Math.min(1, bytes / size) }
  }
  const [little, more] = [partOf('little', partBytes.grep), partOf('more', partBytes.unicode)]
  const contenders: Contender[] = [
    { name: 'cat', command: ['cat', log] },
    {
      name: 'grep -E (of 0.05 MB)',
      command: ['grep', '-E', '-f', forE, little.path],
      env: { LC_ALL: 'C' },
      piped: true,
      part: little.part,
    },
    { name: 'rg, Unicode (of 1 MB)', command: ['rg', '-c', ...rgLimits, '-f', forRg, more.path], part: more.part },
    { name: 'rg', command: ['rg', '-c', '--no-unicode', ...rgLimits, '-f', forRg, log] },
    { name: 'rg -F', command: ['rg', '-c', '-F', '-f', fixed, log] },
    { name: 'avert, one thread', command: scan(log), env: { AVERT_THREADS: '1' } },
    { name: 'avert, two workers', command: scan(log) },
    { name: 'avert, one thread, no WebAssembly', command: scan(log), env: { AVERT_THREADS: '1', AVERT_SIMD: '0' } },
  ]
  console.log(
    `a log of ${Math.round(size / 1e6)} MB, ${patterns.length} signatures, ${rounds} rounds; "x rg": how many times as fast; rg -F: only ${literals.length} literals`,
  )
  print(await measure(contenders, rounds), size / 1e6, ['rg', 'rg -F', 'cat'])
}

/** Archives as sosreport makes them: one block of xz. */
async function archives(folder: string, kb: KnowledgeBase): Promise<void> {
  const bytes = megabytes * 0.4e6
  const root = join(folder, 'sosreport-node01')
  mkdirSync(join(root, 'var/log'), { recursive: true })
  mkdirSync(join(root, 'etc/conf.d'), { recursive: true })
  for (const name of ['messages', 'messages-1', 'messages-2']) writeLog(join(root, 'var/log', name), kb, bytes / 3)
  for (let i = 0; i < megabytes; i++) writeFileSync(join(root, 'etc/conf.d', `${i}.conf`), `# a small file\nnumber = ${i}\n`.repeat(50))
  const tar = join(folder, 'sos.tar')
  const made = spawnSync('sh', ['-c', `cd ${folder} && tar cf sos.tar sosreport-node01 && gzip -k sos.tar && xz -k -T1 sos.tar`])
  if (made.status !== 0) {
    console.log(`archives: skipped, ${made.stderr}`)
    return
  }
  const size = statSync(tar).size
  console.log(`\nan archive of ${Math.round(size / 1e6)} MB unpacked; the times of avert include the search`)
  const results = await measure(
    [
      { name: 'xz -dc', command: ['xz', '-dc', `${tar}.xz`] },
      { name: 'avert, .tar.xz', command: scan(`${tar}.xz`) },
      { name: 'avert, .tar.xz, no program xz', command: scan(`${tar}.xz`), env: { PATH: '/nowhere' } },
      { name: 'gzip -dc', command: ['gzip', '-dc', `${tar}.gz`] },
      { name: 'avert, .tar.gz', command: scan(`${tar}.gz`) },
      { name: 'avert, .tar', command: scan(tar) },
    ],
    Math.min(rounds, 3),
  )
  print(results, size / 1e6, ['xz -dc', 'gzip -dc'])
}
