import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { redactFunctions } from '../../src/collect/redact.ts'
import { findNames } from '../../src/collect/redact-names.ts'
import { collectorScript } from '../../src/collect/script.ts'
import { openEvidence } from '../../src/evidence/containers/disk.ts'
import { readEvidence } from '../../src/evidence/read.ts'
import { readMap } from '../../src/redact/map-file.ts'
import { NameMap } from '../../src/redact/name-map.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('the base does not load')
const { kb } = loaded
const folder = mkdtempSync(join(tmpdir(), 'avert-collect-redact-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const script = join(folder, 'collect.sh')
writeFileSync(script, collectorScript(kb, '1.2.3', { redact: true }))
const where = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim()
const has = (program: string) => where(program) !== ''

describe('the text', () => {
  test.each([['sh'], ['dash'], ['bash'], ['busybox', 'sh']].filter(([program]) => has(program!)))('%s %s can parse it', (...shell) => {
    const [program, ...words] = shell.filter(Boolean)
    expect(spawnSync(program!, [...words, '-n', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  test.runIf(has('shellcheck'))('shellcheck finds nothing', () => {
    expect(spawnSync('shellcheck', ['-s', 'sh', script], { encoding: 'utf8' }).stdout).toBe('')
  })

  test('without --redact nothing of it is there', () => {
    expect(collectorScript(kb, '1.2.3')).not.toContain('hide_names')
  })
})

test.each(['awk', 'mawk', 'busybox awk'].filter(program => has(program.split(' ')[0]!)))(
  'a line that is one run of names takes %s no more than its length',
  program => {
    const [list, log] = [join(folder, 'list'), join(folder, 'long')]
    writeFileSync(log, `Mar 28 06:15:03 n1 x: @ . _start_0 ${'node'.repeat(10_000)} db01.acme.com\n`)
    writeFileSync(list, `${log}\n`)
    const [name, ...words] = program.split(' ')
    const done = spawnSync(name!, [...words, findNames, list], { encoding: 'utf8', timeout: 20_000 })
    expect(done.stdout).toContain('host\tdb01')
  },
)

/** Rewrites what a collector brought from one node, as it does itself before it packs. */
function rewrite({
  name,
  source,
  host,
  shell,
  awk,
  out,
}: {
  name: string
  source: string
  host: string
  shell: string[]
  awk: string
  out: string
}): string {
  const own = join(folder, name)
  const bin = join(own, 'bin')
  for (const path of [join(own, 'dir', 'work'), bin, out]) mkdirSync(path, { recursive: true })
  cpSync(source, join(own, 'dir', host), { recursive: true, preserveTimestamps: true })
  if (awk === 'busybox') symlinkSync(where('busybox'), join(bin, 'awk'))
  else symlinkSync(where(awk), join(bin, 'awk'))
  const run = join(own, 'run.sh')
  writeFileSync(
    run,
    `set -u; umask 077; dir=${own}/dir host=${host} root=${own}/dir/${host} work=${own}/dir/work map=${out}/avert-names.private.yaml\n${redactFunctions()}\nredact_files\n`,
  )
  const [program, ...words] = shell
  const done = spawnSync(program!, [...words, run], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, LC_ALL: 'C' },
  })
  expect(done).toMatchObject({ status: 0, stderr: '' })
  return join(own, 'dir')
}

const names = /node0[12]|labha|fence[12]|grp_app|(?<![a-z])vip(?![a-z\d])|10\.99\.|musterfrau|acme\.local|52:54:00/i
const textsOf = (path: string) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(file => !file.startsWith('work') && statSync(join(path, file)).isFile())
    .map(file => ({ file, text: readFileSync(join(path, file), 'utf8') }))

async function shownBy(path: string) {
  const { events, nodes, examined } = await readEvidence(kb, openEvidence([path]), {})
  return {
    events: events.map(({ kind, time, line, values }) => ({ kind, time, line, operation: values.operation, agent: values.agent })),
    nodes: nodes.length,
    kinds: examined.map(({ kind }) => kind),
  }
}

const source = join(folder, 'source')
cpSync('test/evidence/bundles/av-stop/node02', source, { recursive: true, preserveTimestamps: true })
writeFileSync(
  join(source, 'sos_commands', 'extra'),
  [
    'Mar 28 06:15:03 node02 sshd[7]: Accepted password for musterfrau from 10.99.0.77 port 4 ssh2',
    'Mar 28 06:15:03 node02 sudo[7]: musterfrau : TTY=pts/0 ; PWD=/home/musterfrau ; USER=root ; COMMAND=/bin/true',
    'link/ether 52:54:00:ab:cd:ef brd ff:ff:ff:ff:ff:ff inet 127.0.0.1/8 mask 255.255.255.0',
    'mail to musterfrau@mx.acme.local from NODE01.acme.local, fence_node01 vip-start-0 /run/vip.pid',
    'pacemaker-2.1.5-9.el8.x86_64 falcon-sensor-7.14.0.1-1.el8 org.freedesktop.systemd1 cib.xml',
    '',
  ].join('\n'),
)

const awks = ['gawk', 'mawk', 'original-awk', 'busybox'].filter(has)
describe.each(awks)('under %s', awk => {
  const out = join(folder, `out-${awk}`)
  const done = rewrite({ name: awk, source, host: 'node02', shell: awk === 'busybox' ? ['busybox', 'sh'] : ['sh'], awk, out })

  test('no name is left', () => {
    for (const { file, text } of textsOf(done)) expect([file, ...text.split('\n').filter(line => names.test(line))]).toEqual([file])
    expect(readdirSync(done).sort()).toEqual(['node-2', 'work'])
  })

  test('what is no name stays', () => {
    const extra = readFileSync(join(done, 'node-2', 'sos_commands', 'extra'), 'utf8')
    expect(extra).toContain('127.0.0.1/8 mask 255.255.255.0')
    expect(extra).toContain('pacemaker-2.1.5-9.el8.x86_64 falcon-sensor-7.14.0.1-1.el8 org.freedesktop.systemd1 cib.xml')
    expect(extra).toContain('fence_node-1 ')
  })

  test('the evidence shows the same', async () => {
    expect(await shownBy(join(done, 'node-2'))).toEqual(await shownBy(source))
  })

  test('avert can go on with the map, which is for its owner only', () => {
    const map = join(out, 'avert-names.private.yaml')
    expect(statSync(map).mode & 0o777).toBe(0o600)
    const read = readMap(readFileSync(map, 'utf8'))
    expect(read).toBeInstanceOf(NameMap)
    expect((read as NameMap).of('node01')).toBe('node-1')
    expect((read as NameMap).of('musterfrau')).toBe('user-1')
  })

  test('a second run has the same pseudonyms, and the other node the same for the cluster', () => {
    const again = rewrite({ name: `${awk}-again`, source, host: 'node02', shell: ['sh'], awk, out })
    const other = rewrite({
      name: `${awk}-other`,
      source: 'test/evidence/bundles/av-stop/node01',
      host: 'node01',
      shell: ['sh'],
      awk,
      out: join(folder, `other-${awk}`),
    })
    expect(textsOf(again)).toEqual(textsOf(done))
    expect(readFileSync(join(other, 'node-1/etc/corosync/corosync.conf'), 'utf8')).toBe(
      readFileSync(join(done, 'node-2/etc/corosync/corosync.conf'), 'utf8'),
    )
  })

  test('a host that is called like a word is hidden where it is a name', () => {
    const words = join(folder, `${awk}-words`)
    mkdirSync(join(words, 'etc/corosync'), { recursive: true })
    writeFileSync(
      join(words, 'etc/corosync/corosync.conf'),
      'nodelist {\n  node {\n    name: error\n  }\n  node {\n    name: node\n  }\n}\n',
    )
    writeFileSync(
      join(words, 'messages'),
      'Mar 28 06:15:03 error pacemaker-controld[9]:  error: Cluster node node will be fenced: error\nMar 28 06:15:04 node crmd[9]:  error: Operation x1_stop_0: Timed Out (node=error, call=42)\n',
    )
    const path = rewrite({ name: `${awk}-ordinary`, source: words, host: 'error', shell: ['sh'], awk, out: join(folder, `words-${awk}`) })
    expect(readFileSync(join(path, 'node-1/messages'), 'utf8')).toBe(
      'Mar 28 06:15:03 node-1 pacemaker-controld[9]:  error: Cluster node node-2 will be fenced: error\nMar 28 06:15:04 node-2 crmd[9]:  error: Operation resource-1_stop_0: Timed Out (node=node-1, call=42)\n',
    )
  })

  test.each([
    { host: 'db', line: 'db has 2a01:67c::5 on db', is: 'node-1 has 2001:db8::1 on node-1\n' },
    { host: 'db8', line: 'db8 has 2a01:67c::5, 2a01:67c::5: on db8', is: 'node-1 has 2001:db8::1, 2001:db8::1: on node-1\n' },
    { host: 'fe80', line: 'fe80 has fe80::5%eth0', is: 'node-1 has fe80::1%eth0\n' },
    { host: 'alpha', line: 'alphabetical list of alphavip on alpha', is: 'alphabetical list of node-1vip on node-1\n' },
  ])('a node called $host stands in no address that was replaced, nor by chance in a word', ({ host, line, is }) => {
    const source = join(folder, `${awk}-${host}`)
    mkdirSync(join(source, 'etc/corosync'), { recursive: true })
    writeFileSync(join(source, 'etc/corosync/corosync.conf'), `nodelist {\n  node {\n    name: ${host}\n  }\n}\n`)
    writeFileSync(join(source, 'messages'), `${line}\n`)
    const path = rewrite({ name: `${awk}-address-${host}`, source, host, shell: ['sh'], awk, out: join(folder, `address-${awk}-${host}`) })
    expect(readFileSync(join(path, 'node-1/messages'), 'utf8')).toBe(is)
  })
})

describe('a run', () => {
  const bin = join(folder, 'bin')
  const out = join(folder, 'run-out')
  for (const path of [bin, out]) mkdirSync(path)
  const stub = (name: string, body: string) => writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  for (const name of [
    'cibadmin',
    'crm_mon',
    'pcs',
    'systemctl',
    'journalctl',
    'dmesg',
    'sar',
    'corosync-cmapctl',
    'corosync-cfgtool',
    'auditctl',
    'rpm',
    'df',
    'lsmod',
    'renice',
    'ionice',
  ])
    stub(name, 'exit 0')
  stub('cibadmin', `cat ${process.cwd()}/test/evidence/bundles/cut/node01/sos_commands/pacemaker/cibadmin_-Q`)
  const shell = has('dash') ? 'dash' : 'sh'
  const run = (path: string) =>
    spawnSync(shell, [script, '-o', out, '-m', '1'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${path}${process.env.PATH}`, TMPDIR: folder, AVERT_LIMIT: '5', PAGER: '' },
      timeout: 60_000,
    })
  const host = readFileSync('/proc/sys/kernel/hostname', 'utf8').trim()

  test('packs pseudonyms only, and keeps the map outside', () => {
    const done = run(`${bin}:`)
    expect(done.status, done.stderr).toBe(0)
    const archive = done.stdout.trim()
    expect(archive).toMatch(/\/avert-(?:node|host)-\d+-\d{8}-\d{6}\.tar\.gz$/)
    const listed = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' })
    expect(listed).not.toContain('private')
    expect(listed).not.toContain(host)
    const cib = execFileSync('sh', ['-c', `tar -xzOf ${archive} --wildcards '*/cibadmin_-Q'`], { encoding: 'utf8' })
    expect(cib).toContain('<node id="1" uname="node-')
    expect(cib).not.toMatch(names)
    expect(readdirSync(out)).toContain('avert-names.private.yaml')
  })

  test('packs nothing when names cannot be replaced', () => {
    const before = readdirSync(out)
    const broken = join(folder, 'broken')
    mkdirSync(broken)
    writeFileSync(join(broken, 'awk'), '#!/bin/sh\nexit 3\n', { mode: 0o755 })
    const done = run(`${broken}:${bin}:`)
    expect(done.status).toBe(1)
    expect(done.stderr).toContain('nothing was packed')
    expect(readdirSync(out)).toEqual(before)
  })
})
