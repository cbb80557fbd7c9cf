import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileMatcher } from '../../src/evidence/events/matcher.ts'
import type { KnowledgeBase } from '../../src/kb/model.ts'

const megabytes = Number(process.env.MB ?? 1000)
const rounds = 3

/** One generated system log with one interesting line in a thousand; the same signatures for every tool. */
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'avert-bench-'))
  try {
    const log = join(folder, 'messages')
    const kb = JSON.parse(readFileSync('dist/kb.json', 'utf8')) as KnowledgeBase
    generate(log, kb, megabytes * 1e6)
    const patterns = Object.values(kb.events).flatMap(({ forms }) => forms.map(({ pattern }) => pattern))
    writeFileSync(
      join(folder, 'patterns'),
      `${patterns
        .filter(pattern => !/\(\?[=!<][=!]?/.test(pattern.replace(/\(\?<\w+>/g, '(')))
        .map(forOthers)
        .join('\n')}\n`,
    )
    const literals = compileMatcher(kb).literals
    writeFileSync(join(folder, 'literals'), `${literals.join('\n')}\n`)
    const commands: readonly (readonly [string, string])[] = [
      ['cat', `cat ${log} >/dev/null`],
      ['rg, the patterns', `rg -c -f ${folder}/patterns ${log} >/dev/null`],
      ['rg -F, only the literals', `rg -c -F -f ${folder}/literals ${log} >/dev/null`],
      ['avert scan, everything', `node dist/avert.js scan ${log} --format json >/dev/null`],
    ]
    const times = new Map<string, number[]>()
    for (let round = 0; round < rounds; round++)
      for (const [name, command] of commands) {
        if (name.startsWith('rg') && !existsSync('/usr/bin/rg')) continue
        const begun = performance.now()
        spawnSync('sh', ['-c', command], { stdio: 'ignore' })
        times.set(name, [...(times.get(name) ?? []), performance.now() - begun])
      }
    const own = median(times.get('avert scan, everything')!)
    for (const [name, list] of times)
      console.log(
        `${name.padEnd(36)} ${(median(list) / 1000).toFixed(2)} s   ${(megabytes / (median(list) / 1000)).toFixed(0)} MB/s   avert takes ${(own / median(list)).toFixed(2)} x its time`,
      )
    const peak = spawnSync(
      process.execPath,
      [
        '-e',
        `process.argv[1]='avert';require(${JSON.stringify(join(process.cwd(), 'dist/core.cjs'))}).main(['scan',${JSON.stringify(log)},'--format','json']).then(()=>console.error(process.resourceUsage().maxRSS))`,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 30 },
    )
    console.log(`peak memory of avert: ${(Number(peak.stderr.trim().split('\n').at(-1)) / 1024).toFixed(0)} MB`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function generate(path: string, kb: KnowledgeBase, bytes: number): void {
  const ordinary = [
    'systemd[1]: Started Session 4711 of user root.',
    'sshd[2211]: Accepted publickey for root from 192.0.2.7 port 50022 ssh2',
    'chronyd[901]: Selected source 192.0.2.1',
    'kernel: eth0: renamed from veth1',
    'pacemaker-controld[56]:  notice: State transition S_IDLE -> S_POLICY_ENGINE',
    'rsyslogd: action resumed',
    'dbus[812]: Successfully activated service org.freedesktop.hostname1',
    'postfix/smtpd[99]: connect from unknown',
  ]
  const interesting = Object.values(kb.events).flatMap(({ forms }) => forms.map(({ matches }) => matches[0]!))
  const handle = openSync(path, 'w')
  let written = 0
  let line = 0
  while (written < bytes) {
    const block: string[] = []
    for (let i = 0; i < 20_000; i++, line++) {
      const time = new Date(Date.UTC(2026, 0, 1) + line * 500).toISOString().slice(11, 19)
      block.push(
        line % 1000 === 0
          ? interesting[(line / 1000) % interesting.length]!
          : `Jan  1 ${time} node01 ${ordinary[line % ordinary.length]} ${(line * 2654435761) % 1e9}`,
      )
    }
    written += writeSync(handle, `${block.join('\n')}\n`)
  }
  closeSync(handle)
}

/** The same pattern for tools of another dialect: no named groups, and brackets in classes escaped. */
function forOthers(pattern: string): string {
  let inClass = false
  let out = ''
  const bare = pattern.replace(/\(\?<\w+>/g, '(')
  for (let i = 0; i < bare.length; i++) {
    const char = bare[i]!
    if (char === '\\') {
      out += char + (bare[++i] ?? '')
      continue
    }
    if (inClass && char === '[') out += '\\['
    else out += char
    if (char === '[') inClass = true
    else if (char === ']') inClass = false
  }
  return out
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
