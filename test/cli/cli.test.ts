import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'avert-cli-'))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const fresh = (name: string, content: string): string => {
  const path = join(mkdtempSync(join(folder, 'f-')), name)
  writeFileSync(path, content)
  return path
}
const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/avert.js', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}
const facts = (content: string) => ['diagnose', '--facts', fresh('facts.yaml', content), '--no-input', '--format', 'json']
const bundle = 'test/evidence/bundles/av-stop'
mkdirSync(join(folder, 'empty'), { recursive: true })
const pipe = join(folder, 'pipe')
spawnSync('mkfifo', [pipe])

// Every row: a command line, its exit code, and a word that its messages must hold. None may show a stack trace or write to stdout what is no result.
const rows: readonly { name: string; args: readonly string[]; input?: string; status: number; says?: string; silent?: boolean }[] = [
  { name: 'the version', args: ['--version'], status: 0 },
  { name: 'help', args: ['--help'], status: 0 },
  { name: 'a wrong option', args: ['diagnose', '--frmat', 'json'], status: 2, says: '--format', silent: true },
  { name: 'a wrong format', args: ['diagnose', '--format', 'xml'], status: 2, says: 'json', silent: true },
  { name: 'a wrong command of kb', args: ['kb', 'lnt'], status: 2, silent: true },
  {
    name: 'evidence that is not there',
    args: ['diagnose', join(folder, 'nope'), '--no-input', '--format', 'json'],
    status: 3,
    says: 'nope',
    silent: true,
  },
  {
    name: 'an empty folder is inconclusive, not clean',
    args: ['diagnose', join(folder, 'empty'), '--no-input', '--format', 'json'],
    status: 5,
  },
  { name: 'nothing at all', args: ['diagnose', '--no-input', '--format', 'json'], status: 5, says: 'Inconclusive' },
  { name: 'without a terminal it never asks', args: ['diagnose', '--format', 'json'], status: 5 },
  { name: 'a time that is none', args: ['scan', bundle, '--since', '2026-02-30'], status: 2, says: 'bad-time', silent: true },
  {
    name: 'a time that ends before it begins',
    args: ['diagnose', bundle, '--no-input', '--since', '2026-11-22', '--until', '2026-11-20'],
    status: 2,
    says: 'is later than --until',
    silent: true,
  },
  {
    name: 'a time for a case whose evidence is not given again',
    args: [
      'resume',
      file(
        'no-period.avert.yaml',
        `schema: avert/case@1\nkb: {}\n${['answers', 'nodes', 'evidence', 'observations', 'ledger', 'warnings'].map(key => `${key}: []\n`).join('')}`,
      ),
      '--no-input',
      '--until',
      '2026-11-20',
    ],
    status: 2,
    says: 'no-evidence',
    silent: true,
  },
  { name: 'an unknown fact', args: facts('totem-retransmit: yes\n'), status: 3, says: 'facts.yaml:1:1 unknown-fact', silent: true },
  { name: 'a fact of the wrong type', args: facts('rhel-major: "8"\n'), status: 3, says: 'facts.yaml:1:13 wrong-value', silent: true },
  { name: 'a release that cannot be', args: facts('rhel-major: -8\n'), status: 3, says: 'it is from 7 to 9', silent: true },
  { name: 'a release that nobody knows', args: facts('rhel-major: 99\n'), status: 3, says: 'facts.yaml:1:13 wrong-value', silent: true },
  { name: 'a time that cannot be', args: facts('totem-token-ms: -5\n'), status: 3, says: 'it is 1 or more', silent: true },
  ...['5', '6', '10', 'x'].map(rhel => ({
    name: `exclusions for RHEL ${rhel}`,
    args: ['exclusions', '--vendor', 'microsoft-defender', '--rhel', rhel],
    status: 2,
    says: 'wrong-option',
    silent: true,
  })),
  { name: 'a facts file that is no map', args: facts('- a\n'), status: 3, says: 'no map', silent: true },
  { name: 'a facts file that is no YAML', args: facts('a: [\n'), status: 3, says: 'yaml-syntax', silent: true },
  {
    name: 'a facts file that holds itself',
    args: facts('vendors: &x [*x]\n'),
    status: 3,
    says: 'facts.yaml:1:14 cyclic-alias',
    silent: true,
  },
  {
    name: 'a case that holds itself',
    args: ['resume', file('cyclic.avert.yaml', 'schema: avert/case@1\nanswers: &a [*a]\n'), '--no-input'],
    status: 3,
    says: 'bad-case',
    silent: true,
  },
  {
    name: 'a map of names that cannot be saved, told in words',
    args: ['scan', bundle, '--redact', '--map', join(file('in-no-folder.yaml', ''), '..', 'nowhere', 'map.yaml')],
    status: 3,
    says: '(there is no such file or folder)',
    silent: true,
  },
  {
    name: 'a map of names that holds itself',
    args: ['scan', bundle, '--redact', '--map', file('cyclic-map.yaml', 'schema: avert/names@1\nnames: &n { host: *n }\n')],
    status: 3,
    says: 'bad-map',
    silent: true,
  },
  { name: 'an empty facts file', args: facts('\n'), status: 3, says: 'hint: Write one fact a line', silent: true },
  { name: 'facts in JSON', args: facts('{"rhel-major": 8, "totem-retransmits": null}'), status: 5 },
  {
    name: 'a facts file that is not there',
    args: ['diagnose', '--facts', join(folder, 'no.yaml'), '--no-input'],
    status: 3,
    says: 'there is no such file or folder',
    silent: true,
  },
  {
    name: 'a base that is not there',
    args: ['diagnose', '--kb', join(folder, 'nokb'), '--no-input'],
    status: 4,
    says: 'no-such-folder',
    silent: true,
  },
  {
    name: 'a slip in the name of a command, which is no evidence that is missing',
    args: ['diagnos', '--no-input'],
    status: 2,
    says: 'Did you mean "avert diagnose"?',
    silent: true,
  },
  {
    name: 'a lint that is told the base as the other commands are',
    args: ['kb', 'lint', '--kb', 'rules'],
    status: 2,
    says: 'without --kb',
    silent: true,
  },
  { name: 'a command of authors without kb', args: ['lint'], status: 2, says: 'Did you mean "avert kb lint"?', silent: true },
  { name: 'a folder that is not there and looks like no command', args: ['logs'], status: 3, says: 'evidence-missing', silent: true },
  {
    name: 'standard input as evidence and as facts',
    args: ['diagnose', '-', '--facts', '-'],
    status: 2,
    says: 'stdin-twice',
    silent: true,
  },
  { name: 'standard input twice', args: ['scan', '-', '-'], status: 2, says: 'stdin-twice', silent: true },
  {
    name: 'a folder as a facts file',
    args: ['diagnose', '--facts', folder, '--no-input'],
    status: 3,
    says: 'it is a folder, not a file',
    silent: true,
  },
  { name: 'a folder as a case', args: ['resume', folder], status: 3, says: 'it is a folder, not a file', silent: true },
  { name: 'a release with its minor number', args: facts('rhel-major: 8.6\n'), status: 3, says: 'without decimals', silent: true },
  {
    name: 'none as the name of a program',
    args: facts('fanotify-blocking-holder: [none]\n'),
    status: 3,
    says: 'Write [] for none.',
    silent: true,
  },
  {
    name: 'a fact where the file of facts belongs is told how such a file looks',
    args: ['diagnose', 'test/evidence/bundles/av-stop', '--no-input', '--facts', 'vendors=none'],
    status: 3,
    says: 'Give a file, or - for standard input. Write one fact a line: fact-id: value.',
    silent: true,
  },
  { name: 'a case that is not there', args: ['resume', join(folder, 'no.avert.yaml')], status: 3, says: 'unreadable-file', silent: true },
  { name: 'a case that is no case', args: ['resume', file('bad.avert.yaml', 'hello: world\n')], status: 3, says: 'bad-case', silent: true },
  {
    name: 'a case that exists, whose name has a blank, comes with a command that can be pasted',
    args: ['diagnose', '--case', file('case 1.avert.yaml', ''), '--no-input'],
    status: 3,
    says: `avert resume '${join(folder, 'case 1.avert.yaml')}'`,
    silent: true,
  },
  {
    name: 'a result of redact in a folder that is not there is told of that file, not of its map',
    args: ['redact', bundle, '--out', join(folder, 'nowhere', 'x.tgz')],
    status: 3,
    says: 'x.tgz" cannot be written (there is no folder',
    silent: true,
  },
  { name: 'no folder to lint', args: ['kb', 'lint', join(folder, 'nope')], status: 4, says: 'no-such-folder' },
  { name: 'a folder without a base to lint', args: ['kb', 'lint', join(folder, 'empty')], status: 4, says: 'no-base' },
  { name: 'a folder that holds no base', args: ['diagnose', '--kb', folder, '--no-input'], status: 4, says: 'no-base', silent: true },
  {
    name: 'a named pipe as evidence, for which nobody waits',
    args: ['scan', pipe],
    status: 3,
    says: '"-" reads standard input',
    silent: true,
  },
  { name: 'a device as evidence', args: ['diagnose', '/dev/null', '--no-input'], status: 3, says: 'is a device', silent: true },
  { name: 'an unknown thing to show', args: ['kb', 'show', 'crowdstrike'], status: 2, says: 'crowdstrike-falcon', silent: true },
  {
    name: 'an unknown agent to exclude from',
    args: ['exclusions', '--vendor', 'defender'],
    status: 2,
    says: 'unknown-agent',
    silent: true,
  },
  {
    name: 'an agent that is no part of the release',
    args: ['exclusions', '--vendor', 'fapolicyd', '--rhel', '7'],
    status: 2,
    says: 'exists on RHEL 8, 9, not on RHEL 7',
    silent: true,
  },
  { name: 'an agent that nothing tells', args: ['exclusions'], status: 5, says: '--vendor', silent: true },
  {
    name: 'exclusions for an empty folder, of which nothing was examined',
    args: ['exclusions', join(folder, 'empty')],
    status: 5,
    says: 'not examined: the evidence: nothing in it',
    silent: true,
  },
  {
    name: 'exclusions for nodes whose lists show no agent',
    args: ['exclusions', 'test/evidence/bundles/healthy'],
    status: 5,
    says: 'no-agent: the lists of what runs show no security software that is known here: healthy/node01',
    silent: true,
  },
  {
    name: 'exclusions for an agent that is named beside evidence of which nothing was read',
    args: ['exclusions', join(folder, 'empty'), '--vendor', 'clamav', '--rhel', '8', '--format', 'json'],
    status: 5,
  },
  {
    name: 'a log on standard input',
    args: ['scan', '-', '--format', 'json'],
    input: 'Mar 28 06:15:03 node02 corosync[2028]: [TOTEM ] Retransmit List: 2bb9\n',
    status: 0,
  },
  {
    name: 'random bytes',
    args: [
      'diagnose',
      file(
        'random.bin',
        Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 251),
      ),
      '--no-input',
      '--format',
      'json',
    ],
    status: 5,
  },
]

describe('the command line', () => {
  test.each(rows)('$name', ({ args, input, status, says, silent }) => {
    const result = run(args, input)
    expect(result.status, result.stderr).toBe(status)
    expect(result.stderr).not.toMatch(/\n\s+at /)
    if (says) expect(result.stderr + (silent ? '' : result.stdout)).toContain(says)
    if (silent) expect(result.stdout).toBe('')
    else if (args.includes('json')) expect(() => JSON.parse(result.stdout)).not.toThrow()
  })

  test.skipIf(!existsSync('/dev/full')).each([
    { name: 'a diagnosis', command: `diagnose ${bundle} --no-input --format json` },
    { name: 'the version', command: '--version' },
    { name: 'help', command: '--help' },
    { name: 'the collector', command: 'collect' },
    { name: 'the base', command: 'kb show' },
    { name: 'findings', command: `kb lint ${join(folder, 'empty')}` },
    { name: 'exclusions', command: 'exclusions --vendor microsoft-defender --rhel 8' },
  ])('$name for which the disk has no room is told in a sentence', ({ command }) => {
    const { status, stderr } = spawnSync('sh', ['-c', `${process.execPath} dist/avert.js ${command} > /dev/full`], { encoding: 'utf8' })
    expect(stderr).toMatch(/^stdout:1:1 not-written: .*\(ENOSPC\)\n {2}hint: .*\n$/m)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(status).toBe(3)
  })

  test.each([
    {
      name: 'a log that is piped to a diagnosis without "-" is named, because it was not read',
      command: 'cat LOG | AVERT diagnose',
      status: 5,
      told: true,
    },
    { name: 'so it is without the name of the command', command: 'cat LOG | AVERT', status: 5, told: true },
    { name: 'so is a file', command: 'AVERT diagnose --no-input < LOG', status: 5, told: true },
    { name: 'and what is piped to exclusions', command: 'cat LOG | AVERT exclusions', status: 5, told: true },
    {
      name: 'an input that nobody ever closes holds nobody up',
      command: 'AVERT diagnose < <(exec sleep 30 >&1 2> /dev/null)',
      status: 5,
      told: true,
    },
    { name: 'nothing is said of the input of a script that has none', command: 'AVERT diagnose < /dev/null', status: 5, told: false },
    { name: 'nor of one that is closed', command: 'AVERT diagnose <&-', status: 5, told: false },
    { name: 'nor beside evidence that was named', command: 'cat LOG | AVERT diagnose LOG', status: 5, told: false },
    {
      name: 'nor beside facts that were named, because cron mails every word',
      command: 'cat LOG | AVERT diagnose --facts <(echo "rhel-major: 8")',
      status: 5,
      told: false,
    },
    { name: 'nor when facts come from there', command: 'echo "rhel-major: 8" | AVERT diagnose --facts -', status: 5, told: false },
    {
      name: 'nor when they come from there by its name as a file',
      command: 'echo "rhel-major: 8" | AVERT diagnose --facts /dev/stdin',
      status: 5,
      told: false,
    },
    {
      name: 'a loop around avert keeps its list',
      command:
        'printf "a\nb\n" | while read -r x; do AVERT diagnose > FOLDER/out; echo $x >> FOLDER/seen; done; test "$(cat FOLDER/seen | tr -d "\n")" = ab',
      status: 0,
      told: true,
    },
    {
      name: 'a scan says what stands for standard input',
      command: 'cat LOG | AVERT scan',
      status: 2,
      says: '"-" stands for standard input',
    },
  ])('$name', ({ command, status, told, says }) => {
    const log = file('unread.log', 'Mar 28 06:15:03 node02 corosync[2028]: [TOTEM ] Retransmit List: 2bb9\n')
    const own = mkdtempSync(join(folder, 'in-'))
    const full = command.replaceAll('LOG', log).replaceAll('AVERT', `${process.execPath} dist/avert.js`).replaceAll('FOLDER', own)
    const result = spawnSync('bash', ['-c', full], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 })
    expect(result.status, result.stderr).toBe(status)
    if (told !== undefined) expect(result.stderr.includes('standard input was not read')).toBe(told)
    if (says !== undefined) expect(result.stderr).toContain(says)
  })

  test.each(['<(cat FILE)', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'])('%s, a pipe of the shell, is read as evidence', form => {
    const log = file('pipe.log', 'Mar 28 06:15:03 node02 corosync[2028]: [TOTEM ] Retransmit List: 2bb9\n')
    const command = `cat ${log} | ${process.execPath} dist/avert.js scan ${form.replace('FILE', log)} --format json`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    expect((JSON.parse(stdout) as { events: { kind: string }[] }).events.map(({ kind }) => kind)).toEqual(['totem-retransmit'])
  })

  test('the same input gives the same bytes', () => {
    const args = ['diagnose', bundle, '--no-input', '--format', 'json']
    expect(run(args).stdout).toBe(run(args).stdout)
  })

  test('a file of facts and answers that differ are told with both values, in text too', () => {
    const args = [
      'diagnose',
      '--facts',
      fresh('facts.yaml', 'rhel-major: 8\n'),
      '--answers',
      fresh('answers.yaml', 'rhel-major: 9\n'),
      '--no-input',
    ]
    const { contradictions, warnings } = JSON.parse(run([...args, '--format', 'json']).stdout) as Record<string, unknown[]>
    const claim = (value: number, kind: string) => ({ value, origins: [{ kind }] })
    expect(contradictions).toMatchObject([{ fact: 'rhel-major', claims: [claim(8, 'given'), claim(9, 'answer')], taken: 9 }])
    expect(warnings).toContainEqual(expect.stringMatching(/"rhel-major" disagrees; 9 was taken/))
    expect(run(args).stdout.replace(/\s+/g, ' ')).toContain('8 (given); 9 (your answer). Taken: 9, because an answer counts more')
  })

  test.each([
    { name: 'one object', args: ['totem-token-lost'], holds: { symptoms: { 'totem-token-lost': { type: 'yes-no' } } } },
    { name: 'the agents', args: ['agents'], holds: { vendors: { tanium: {} } } },
    { name: 'the whole base', args: [], holds: { symptoms: { 'totem-token-lost': { type: 'yes-no' } }, vendors: {} } },
  ])('kb show of $name is a document that names its base', ({ args, holds }) => {
    expect(JSON.parse(run(['kb', 'show', ...args, '--format', 'json']).stdout)).toMatchObject({
      schema: 'avert/kb@1',
      kb: { id: expect.any(String), version: expect.any(String), digest: expect.any(String) },
      ...holds,
    })
  })

  test('an unknown fact comes with the right name', () => {
    expect(run(facts('totem-retransmit: yes\n')).stderr).toContain('Did you mean "totem-retransmits"?')
  })

  test('text and Markdown carry every step of the plan', () => {
    const { plan } = JSON.parse(run(['diagnose', bundle, '--no-input', '--format', 'json']).stdout) as {
      plan: { steps: { run: string[] }[] }
    }
    for (const format of ['text', 'markdown']) {
      const { stdout } = run(['diagnose', bundle, '--no-input', '--format', format])
      for (const { run: commands } of plan.steps) for (const line of commands.join('\n').split('\n')) expect(stdout).toContain(line)
    }
  })
})

describe('cases', () => {
  test('a case that is resumed without anything new prints the same diagnosis', () => {
    const path = join(folder, 'same.avert.yaml')
    const first = run(['diagnose', bundle, '--case', path, '--no-input', '--format', 'json'])
    const again = run(['resume', path, '--no-input', '--format', 'json'])
    expect(again.stdout).toBe(first.stdout)
  })

  test('the result of the test of the plan closes the case', () => {
    const path = join(folder, 'proof.avert.yaml')
    run(['diagnose', bundle, '--case', path, '--no-input'])
    const result = run([
      'resume',
      path,
      '--facts',
      file('result.yaml', 'fault-without-agent: gone\nfault-came-back-with-agent: yes\n'),
      '--no-input',
      '--format',
      'json',
    ])
    const { hypotheses } = JSON.parse(result.stdout) as { hypotheses: { id: string; band: string }[] }
    expect(hypotheses[0]).toMatchObject({ id: 'antivirus-interference', band: 'confirmed' })
    expect(readFileSync(path, 'utf8')).toContain('fault-without-agent')
  })

  test('a case of all times takes no evidence of one time that leaves the rest in', () => {
    const path = join(folder, 'times.avert.yaml')
    const log = (node: string, day: string) =>
      file(`times-${node}.log`, `2026-03-${day}T06:15:03 ${node} corosync[9]:   [KNET  ] link: host: 2 link: 0 is down\n`)
    const [one, two] = [log('node01', '25'), log('node02', '28')]
    run(['diagnose', one, '--case', path, '--no-input'])
    const before = readFileSync(path, 'utf8')
    const part = run(['resume', path, two, '--since', '2026-03-28', '--no-input'])
    expect([part.status, readFileSync(path, 'utf8')]).toEqual([2, before])
    expect(part.stderr).toContain('other-period: what the case holds of times-node01.log is of another time')
    expect(part.stderr).toContain(`the answers stay: avert resume ${path} times-node01.log --since 2026-03-28`)
    expect(run(['resume', path, one, two, '--since', '2026-03-28', '--no-input']).stdout).toContain('since 2026-03-28 was looked at')
    expect(run(['resume', path, two, '--since', '2026-03-28', '--no-input']).status).toBe(5)
    writeFileSync(path, readFileSync(path, 'utf8').replace('since: 2026-03-28', 'since: spring'))
    expect(run(['resume', path, one, two, '--no-input']).stderr).toContain('bad-time: "spring" after --since is no time')
  })

  test('a case of one time is taken up for all times with all of its evidence, and told how', () => {
    const path = join(folder, 'all.avert.yaml')
    const log = file('all-node01.log', '2026-03-25T06:15:03 node01 corosync[9]:   [KNET  ] link: host: 2 link: 0 is down\n')
    run(['diagnose', log, '--case', path, '--no-input', '--since', '2026-03-28'])
    const explained = run(['explain', path, 'network-fault'])
    expect(explained.stdout.replaceAll('\n', ' ')).toContain('Only what was logged since 2026-03-28 was looked at')
    expect(JSON.parse(run(['explain', path, '--format', 'json']).stdout)).toMatchObject({ period: { since: '2026-03-28' } })
    const alone = run(['resume', path, '--all-times', '--no-input'])
    expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining(`avert resume ${path} all-node01.log --all-times`)])
    expect(run(['resume', path, '--since', '2026-03-25']).stderr).toContain(`avert resume ${path} all-node01.log --since 2026-03-25`)
    expect(run(['resume', path, log, '--all-times', '--since', '2026-03-25']).status).toBe(2)
    expect(run(['resume', path, log, '--no-input']).stdout).toContain('since 2026-03-28 was looked at')
    expect(run(['resume', path, log, '--all-times', '--no-input']).stdout).not.toContain('was looked at')
    expect(readFileSync(path, 'utf8')).not.toContain('period:')
  })

  test("another node's file of the same name does not take the place of the first without a word", () => {
    const path = join(folder, 'same-name.avert.yaml')
    const [one, two] = ['node01', 'node02'].map(node =>
      fresh('messages', `Mar 28 06:15:03 ${node} corosync[9]:   [KNET  ] link: host: 2 link: 0 is down\n`),
    ) as [string, string]
    run(['diagnose', one, '--case', path, '--no-input'])
    expect(run(['resume', path, one, '--no-input']).stderr).not.toContain('note:')
    expect(run(['resume', path, two, '--no-input']).stderr).toContain('note: messages differed when the case was made')
  })

  test('an existing case is not overwritten', () => {
    const path = join(folder, 'kept.avert.yaml')
    writeFileSync(path, 'mine')
    expect(run(['diagnose', '--case', path, '--no-input']).status).toBe(3)
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })

  test('explain says why, why not and what would change it', () => {
    const path = join(folder, 'explained.avert.yaml')
    run(['diagnose', bundle, '--case', path, '--no-input'])
    const { stdout, status } = run(['explain', path, 'antivirus-interference'])
    expect(status).toBe(0)
    for (const part of ['Sum:', 'What would change it:', 'waits for:']) expect(stdout).toContain(part)
    expect(run(['explain', path, 'ocf-timeouts']).stdout).toContain('messages:155')
    expect(stdout).not.toContain('from follows from')
    expect(run(['explain', path, 'antivirus']).status).toBe(2)
    // A rule is known by its own name too, and no line is broken in the middle of a word.
    const ofRule = run(['explain', path, 'corosync-quiet']).stdout
    expect(ofRule).toBe(stdout)
    const prose = ofRule.split('\n').filter(line => !/^ {4}\S/.test(line))
    expect(Math.max(...prose.map(line => line.length))).toBeLessThanOrEqual(80)
  })
})

describe('a reader that goes away', () => {
  test('is no error', async () => {
    const child = spawn('sh', ['-c', `${process.execPath} dist/avert.js kb show --format json | head -c 10`])
    let stderr = ''
    child.stderr.on('data', chunk => {
      stderr += String(chunk)
    })
    await new Promise(resolve => child.on('close', resolve))
    expect(stderr).toBe('')
  })
})

test('the build is there', () => expect(existsSync('dist/kb.json')).toBe(true))
