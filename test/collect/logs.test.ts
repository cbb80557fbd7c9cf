import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { frame } from '../../src/collect/frame.ts'
import { readFiles } from '../evidence/bundle-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'avert-logs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const shells = ['dash', 'bash', 'busybox'].filter(has)

// The frame with what it needs of the rest: a stage that runs at once, a manifest on descriptor 8, and a mega-byte of 40 bytes.
const script = join(folder, 'logs.sh')
writeFileSync(
  script,
  `set -u
work=$1 root=$2 job=0 bytes=40 megabytes=1 code=0 took=0 hours=1 LC_ALL=C
${frame}
t() { "$@"; }
stage() {
  s_file=$root/$(printf %s "$1" | tr / _)
  shift 2
  job=$((job + 1)) l_mark=$work/job.$job code=0
  "$@" >"$s_file"
}
exec 8>"$work/manifest"
log "$3"
`,
)

/** Which files of a log come, with what is in them, and what the manifest says was left out. */
function collected(shell: string, logs: Readonly<Record<string, string | Buffer>>, path = process.env.PATH!) {
  const own = mkdtempSync(join(folder, 'n-'))
  for (const part of ['log', 'work', 'root']) mkdirSync(join(own, part))
  for (const [name, content] of Object.entries(logs)) writeFileSync(join(own, 'log', name), content)
  const command = shell.endsWith('busybox') ? ['sh', script] : [script]
  const run = spawnSync(shell, [...command, join(own, 'work'), join(own, 'root'), join(own, 'log', 'messages')], {
    encoding: 'utf8',
    env: { PATH: path },
  })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  const short = (name: string) => name.slice(name.indexOf('messages'))
  const files = Object.fromEntries(readdirSync(join(own, 'root')).map(name => [short(name), readFileSync(join(own, 'root', name), 'utf8')]))
  const leftOut = readFileSync(join(own, 'work', 'manifest'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'))
    .map(([code, , name = '', why]) => `${code} ${short(name)}: ${why}`)
  return { files, leftOut }
}

const packed = (program: string, text: string) => execFileSync(program, ['-c'], { input: text })
const long = '1 first line of it\n2 second line of it\n3 third line of it\n4 last\n'
const lastLines = '3 third line of it\n4 last\n'
const cut = 'all but its last 1 MB was left out (-m takes more)'

describe.each(shells)('%s', shell => {
  test.each([
    { name: 'a short log comes whole', logs: { messages: 'one\ntwo\n' }, files: { messages: 'one\ntwo\n' }, leftOut: [] },
    {
      name: 'of a long one the last whole lines come',
      logs: { messages: long },
      files: { messages: lastLines },
      leftOut: [`left-out messages: ${cut}`],
    },
    {
      name: 'a packed one that is short keeps its first line',
      logs: { messages: 'now\n', 'messages-20260301.gz': packed('gzip', 'one\ntwo\n') },
      files: { messages: 'now\n', 'messages-20260301': 'one\ntwo\n' },
      leftOut: [],
    },
    {
      name: 'a packed one that is long is cut, and that is told',
      logs: { messages: 'now\n', 'messages-20260301.gz': packed('gzip', long) },
      files: { messages: 'now\n', 'messages-20260301': lastLines },
      leftOut: [`left-out messages-20260301: ${cut}`],
    },
    ...(['xz', 'bzip2'] as const).filter(has).map(program => ({
      name: `one packed with ${program} comes, too`,
      logs: { messages: 'now\n', [`messages-20260301.${program === 'xz' ? 'xz' : 'bz2'}`]: packed(program, 'one\ntwo\n') },
      files: { messages: 'now\n', 'messages-20260301': 'one\ntwo\n' },
      leftOut: [],
    })),
    {
      name: 'of several that were rotated away the newest comes, and the others are counted',
      logs: { messages: 'now\n', 'messages-20260301': 'a\n', 'messages-20260308': 'b\n', 'messages-20260315': 'c\n' },
      files: { messages: 'now\n', 'messages-20260315': 'c\n' },
      leftOut: ['left-out messages-20260308: only the newest rotated log is taken; older ones that were left out: 2'],
    },
    {
      name: 'where rotated logs are counted, not dated, the first is the newest',
      logs: { messages: 'now\n', 'messages.1': 'c\n', 'messages.2.gz': packed('gzip', 'b\n') },
      files: { messages: 'now\n', 'messages.1': 'c\n' },
      leftOut: ['left-out messages.2.gz: only the newest rotated log is taken; older ones that were left out: 1'],
    },
  ])('$name', ({ logs, files, leftOut }) => {
    expect(collected(shell, logs as Record<string, string | Buffer>)).toEqual({ files, leftOut })
  })

  test('one that no program here unpacks is told', () => {
    const bin = mkdtempSync(join(folder, 'bin-'))
    for (const program of ['wc', 'tail', 'sed', 'cat', 'tr'])
      symlinkSync(execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim(), join(bin, program))
    const where = execFileSync('sh', ['-c', `command -v ${shell}`], { encoding: 'utf8' }).trim()
    const { files, leftOut } = collected(where, { messages: 'now\n', 'messages-20260301.zst': 'x' }, bin)
    expect(files).toEqual({ messages: 'now\n' })
    expect(leftOut).toEqual(['left-out messages-20260301.zst: there is no zstdcat on the node, which would unpack it'])
  })
})

test('what the collector left out is told by whoever reads the archive', async () => {
  const { ledger, ledgerText } = await readFiles({
    'node01/collector/manifest': `# avert\n# ended with; user id 0\nleft-out\t0.00\tvar/log/messages-20260301\t${cut}\n`,
    'node01/var/log/messages': 'Mar 28 06:15:03 node01 systemd[1]: Started Session 1.\n',
  })
  expect(ledgerText).toContain(`node01/var/log/messages-20260301: ${cut}`)
  expect(ledger.find(({ why }) => why === cut)!.facts.length).toBeGreaterThan(0)
})
