import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { isSafeToCollect } from '../../src/collect/agents.ts'
import { collectorScript } from '../../src/collect/script.ts'
import { filterFunctions } from '../../src/collect/secrets.ts'
import { openEvidence } from '../../src/evidence/containers/disk.ts'
import { readEvidence } from '../../src/evidence/read.ts'
import type { KnowledgeBase } from '../../src/kb/model.ts'
import { cluster } from '../evidence/readers-kit.ts'
import { baseOf } from '../small-base.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('the base does not load')
const { kb } = loaded
const text = collectorScript(kb, '1.2.3')
const folder = mkdtempSync(join(tmpdir(), 'avert-collect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: string, mode = 0o644): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  chmodSync(path, mode)
  return path
}
const script = file('collect.sh', text)
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

describe('the text', () => {
  test('is the same for the same base', () => expect(collectorScript(kb, '1.2.3')).toBe(text))

  test.each(['sh', 'dash', 'bash'].filter(has))('%s can parse it', shell => {
    expect(spawnSync(shell, ['-n', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  test.runIf(has('shellcheck'))('shellcheck finds nothing', () => {
    expect(spawnSync('shellcheck', ['-s', 'sh', script], { encoding: 'utf8' }).stdout).toBe('')
  })

  test('brings only what the base can read', () => {
    const small = collectorScript(baseOf(), '1.2.3')
    expect(small).toContain('log /var/log/messages')
    for (const part of ['run sos_commands/pacemaker', 'corosync.conf', 'stage sos_commands/kernel/fanotify_holders', 'dmesg -T'])
      expect(small).not.toContain(part)
  })

  test('asks agents only for what has a source', () => {
    const [vendor, { versions = [] }] = Object.entries(kb.vendors).find(([, { versions = [] }]) => versions.some(isSourced))!
    expect(text).toContain(versions.find(isSourced)!.run)
    const unsourced = { ...kb, vendors: { [vendor]: { ...kb.vendors[vendor]!, versions: versions.map(withoutSource) } } } as KnowledgeBase
    expect(collectorScript(unsourced, '1.2.3')).not.toContain(versions.find(isSourced)!.run)
  })
})

type Version = NonNullable<KnowledgeBase['vendors'][string]['versions']>[number]
const isSourced = ({ confidence, run }: Version) => confidence === 'documented' && run.startsWith('/')
const withoutSource = (version: Version): Version => ({ ...version, confidence: 'unverified' })

describe('it changes nothing', () => {
  const commands = text.split('\n').filter(line => !line.trim().startsWith('#'))

  test.each([
    {
      what: 'removes only below its own folder, and the archive that it could not finish',
      pattern: /\brm\b/,
      but: [/limited 10 "\$work\/try" as_is rm -f -- "\$archive"/, /rm -rf -- "\$dir"/, /rm -f -- "\$1\.partial"/],
    },
    { what: 'moves only below its own folder', pattern: /\bmv\b/, but: [/mv "\$1" "\$1\.partial"/] },
    { what: 'asks systemd, never tells it', pattern: /\bsystemctl (?!list-units |list-unit-files |status )/, but: [] },
    { what: 'asks pcs, never tells it', pattern: /\bpcs (?!status --full$|config$)/, but: [/sed|-e '/] },
    { what: 'asks the CIB, never tells it', pattern: /\bcibadmin (?!-Q$)/, but: [] },
    {
      what: 'uses no tool that changes a cluster or a kernel',
      pattern:
        /\b(?:crm_resource|crm_attribute|crm_node|stonith_admin|insmod|rmmod|modprobe|sysctl|reboot|shutdown|chmod|chown|pkill|killall|dd)\b/,
      but: [],
    },
    { what: 'never opens keys or password files', pattern: /authkey|\/shadow|\/etc\/passwd|\.ssh/, but: [/-e '/] },
    {
      what: 'writes only to its own files',
      pattern: />>?(?!&)\s*(?!\/dev\/null|"\$(?:l_file|l_mark\.(?:code|done)|1"|archive|root\/collector|work\/(?:never|packing)))["$/\w]/,
      // The last is the empty pipe that it is started with, only ever read.
      but: [/-e '/, /<nvpair/, /exec 6<>\/proc\/self\/fd\/0/],
    },
  ])('it $what', ({ pattern, but }) => {
    expect(commands.filter(line => pattern.test(line) && !but.some(allowed => allowed.test(line)))).toEqual([])
  })

  test.each([
    { command: '/opt/x/ctl status', safe: true },
    { command: "/opt/x/ctl list | grep -E 'a|b'", safe: true },
    { command: '/opt/x/ctl stop', safe: false },
    { command: 'systemctl restart x', safe: false },
    { command: '/opt/x/ctl status > /etc/x', safe: false },
    { command: '/opt/x/ctl status; rm -r /', safe: false },
    { command: 'readlink /proc/$(pgrep x)/exe', safe: false },
    { command: 'cat /etc/shadow', safe: false },
    { command: '/opt/x/ctl show {{ path }}', safe: false },
  ])('$command of a base is taken: $safe', ({ command, safe }) => expect(isSafeToCollect(command)).toBe(safe))
})

describe('secrets', () => {
  const filters = file('filters.sh', `${filterFunctions()}\n"$@"\n`)
  const through = (filter: string, input: string) =>
    execFileSync('sh', [filters, `hide_${filter}`], { input, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })

  test.each([
    { filter: 'xml', line: '<nvpair id="x" name="passwd" value="hunter2 a"/>', keeps: 'name="passwd"' },
    { filter: 'xml', line: '<nvpair value="hunter2" id="x" name="Token"/>', keeps: '<nvpair' },
    { filter: 'xml', line: '<nvpair name="options" value="username=u,password=hunter2"/>', keeps: 'username=u' },
    { filter: 'xml', line: '<op exit-reason="password hunter2" op-status="2"/>', keeps: 'op-status="2"' },
    { filter: 'settings', line: ' Attributes: ip=192.0.2.1 password=a hunter2 lanplus=1', keeps: 'ip=192.0.2.1' },
    { filter: 'settings', line: '  "activation_key": "hunter2",', keeps: 'activation_key' },
    { filter: 'text', line: "+  /cib/nvpair[@id='f-passwd']:  @value=hunter2", keeps: '@value=' },
    { filter: 'text', line: 'Mar 28 06:15:03 n1 sudo: COMMAND=/sbin/pcs host auth n1 -u hacluster -p hunter2', keeps: 'host auth n1' },
    { filter: 'text', line: 'mount //user:hunter2@host/share', keeps: '@host/share' },
    { filter: 'arguments', line: ' 1 S agentd --name x --maintenance-token hunter2 hunter2', keeps: '--name x' },
    { filter: 'arguments', line: ' 1 S /usr/sbin/fence_ipmilan -a 192.0.2.1 -p hunter2', keeps: '-a 192.0.2.1' },
    { filter: 'corosync', line: '    key: hunter2', keeps: 'key' },
    { filter: 'corosync', line: 'totem.private_key (str) = hunter2', keeps: 'private_key' },
  ])('$filter hides it in $line', ({ filter, line, keeps }) => {
    const shown = through(filter, `${line}\n`)
    expect(shown).not.toContain('hunter2')
    expect(shown).toContain(keeps)
  })

  test.each([
    { filter: 'corosync', line: '    token: 3000' },
    { filter: 'corosync', line: 'runtime.config.totem.token (u32) = 3000' },
    { filter: 'text', line: 'corosync[9]:  [TOTEM ] A processor failed: token timed out (3000ms), waiting 3600ms for consensus.' },
    { filter: 'text', line: 'sshd[1]: Failed password for root from 192.0.2.7' },
    { filter: 'xml', line: '<nvpair id="a" name="stonith-enabled" value="true"/>' },
  ])('$filter leaves alone $line', ({ filter, line }) => expect(through(filter, `${line}\n`)).toBe(`${line}\n`))
})

describe('a run', () => {
  const bin = join(folder, 'bin')
  const out = join(folder, 'out')
  const tmp = join(folder, 'tmp')
  for (const path of [bin, out, tmp]) mkdirSync(path)
  const stub = (name: string, body: string) => file(`bin/${name}`, `#!/bin/sh\n${body}\n`, 0o755)
  const prints = (name: string, content: string) => stub(name, `cat <<'END'\n${content}\nEND`)
  const shell = has('dash') ? 'dash' : 'sh'
  prints('cibadmin', cluster.cib.replace('hunter4"', 'hunter4" exec-time="1"'))
  prints('crm_mon', cluster.status)
  prints(
    'ps',
    '    PID PPID STAT WCHAN ELAPSED USER COMMAND\n      1 0 S - 9 root /sbin/init\n    550 1 S - 9 root /opt/x/d --password hunter2',
  )
  prints('rpm', 'pacemaker-2.1.7-5.el9.x86_64\ncorosync-3.1.8-1.el9.x86_64\nbash-5.1-1.el9.x86_64')
  stub('pcs', 'echo "Cluster Name: c"; exec sleep 1000')
  for (const name of [
    'systemctl',
    'journalctl',
    'dmesg',
    'sar',
    'corosync-cmapctl',
    'corosync-cfgtool',
    'auditctl',
    'df',
    'lsmod',
    'renice',
    'ionice',
  ])
    stub(name, 'exit 0')
  const run = spawnSync(shell, [script, '-o', out, '-m', '1'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, TMPDIR: tmp, AVERT_LIMIT: '1', PAGER: '' },
    timeout: 60_000,
  })
  const archive = run.stdout.trim()

  test('ends although a command hangs, and names its archive last', () => {
    expect(run.status, run.stderr).toBe(0)
    expect(archive).toMatch(/\/out\/avert-[\w.-]+-\d{8}-\d{6}\.tar\.gz$/)
    expect(readdirSync(out)).toHaveLength(1)
    expect(readdirSync(tmp)).toEqual([])
  })

  test.each([
    { name: 'empty', tar: 'exit 2' },
    { name: 'half written', tar: 'echo half; exit 2' },
  ])('leaves no archive that is $name, as on a full disk', ({ name, tar }) => {
    const [own, there] = [join(folder, `tar ${name}`), join(folder, `out ${name}`)]
    for (const path of [own, there]) mkdirSync(path)
    file(`tar ${name}/tar`, `#!/bin/sh\n${tar}\n`, 0o755)
    const failed = spawnSync(shell, [script, '-o', there, '-m', '1'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${own}:${bin}:${process.env.PATH}`, TMPDIR: there, AVERT_LIMIT: '1', AVERT_TOTAL: '1' },
      timeout: 60_000,
    })
    expect(failed.stderr).toContain('no archive could be written')
    expect(failed.status).toBe(1)
    // What was collected is still there.
    expect(readdirSync(there).map(entry => entry.replace(/\..*/, ''))).toEqual(['avert'])
    expect(readdirSync(there).filter(entry => entry.endsWith('.gz'))).toEqual([])
  })

  test('what it brings is read back', async () => {
    const evidence = await readEvidence(kb, openEvidence([archive]), {
      newDigest: () => {
        const hash = createHash('sha256')
        return { update: bytes => void hash.update(bytes), hex: () => hash.digest('hex') }
      },
    })
    expect(evidence.examined.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ps', 'packages', 'status', 'hostname']))
    // The machine that runs this may be in a cluster of its own.
    expect(evidence.nodes).toEqual(expect.arrayContaining(['n1', 'n2']))
    expect(evidence.observations.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['pacemaker-version', 'resources']))
  })

  test('the command that hung is noted and no password is inside', () => {
    const unpacked = join(folder, 'unpacked')
    mkdirSync(unpacked)
    execFileSync('tar', ['-C', unpacked, '-xzf', archive])
    const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter(entry => entry.isFile())
    const read = (suffix: string) =>
      files
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter(path => path.endsWith(suffix))
        .map(path => readFileSync(path, 'utf8'))
    expect(read('/collector/timed-out').join('')).toMatch(/^\d+\tpcs status --full\n\d+\tpcs config\n$/)
    expect(read('/collector/manifest').join('')).toMatch(/^timed-out\t\d+\.\d\d\tsos_commands\/pacemaker\/pcs_config\tpcs config$/m)
    expect(read('/sos_commands/pacemaker/pcs_config')).toEqual(['timed out after 1 s\n'])
    expect(read('/ps_auxww').join('')).toContain('/opt/x/d --password [dropped]')
    expect(read('/cibadmin_-Q').join('')).not.toMatch(/hunter/)
    expect(read('/ps_auxww').join('')).not.toMatch(/hunter/)
  })

  test.each([
    { name: 'never', mkfifo: 'exec sleep 1000', status: null, says: 'no program could be started within a minute' },
    { name: 'slowly', mkfifo: 'sleep 3; exec /usr/bin/mkfifo "$@"', status: 0, says: 'done in' },
  ])('where programs start $name, the terminal shows what the kernel tells, and it ends', ({ name, mkfifo, status, says }) => {
    const [own, there] = [join(folder, `start ${name}`), join(folder, `out start ${name}`)]
    for (const path of [own, there]) mkdirSync(path)
    file(`start ${name}/mkfifo`, `#!/bin/sh\n${mkfifo}\n`, 0o755)
    file(`start ${name}/readlink`, '#!/bin/sh\nsleep 1000\n', 0o755)
    const hurried = file(`start ${name}/collect.sh`, text.replace('now + 1500', 'now + 100').replace('w_end + 4500', 'w_end + 400'))
    const ended = spawnSync(shell, [hurried, '-o', there, '-m', '1'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${own}:${bin}:${process.env.PATH}`, TMPDIR: there, AVERT_LIMIT: '1', AVERT_TOTAL: '1' },
      timeout: 60_000,
    })
    expect(ended.stderr).toContain('programs hardly start')
    expect(ended.stderr).toMatch(/PID +PPID STAT WCHAN/)
    expect(ended.stderr).toContain(says)
    expect(ended.status).toBe(status)
  })

  test.each([['bash'], ['busybox', 'sh']].filter(([program]) => has(program!)))(
    'in %s %s, whose read can wait, the first programs are waited for without a processor',
    (...words) => {
      const [program, ...rest] = words.filter(Boolean)
      const [own, there] = [join(folder, `wait ${program}`), join(folder, `out wait ${program}`)]
      for (const path of [own, there]) mkdirSync(path)
      file(
        `wait ${program}/mkfifo`,
        '#!/bin/sh\nsleep 3\ngrep -hs " $PPID " /proc/[0-9]*/stat >"$TMPDIR/stat"\nexec /usr/bin/mkfifo "$@"\n',
        0o755,
      )
      spawnSync(program!, [...rest, script, '-o', there, '-m', '1'], {
        env: { ...process.env, PATH: `${own}:${bin}:${process.env.PATH}`, TMPDIR: there, AVERT_LIMIT: '1', AVERT_TOTAL: '1' },
        timeout: 60_000,
      })
      // Hundredths of a second in the programs' own code and in the kernel, of all that the collector had started by then.
      const fields = readFileSync(join(there, 'stat'), 'utf8')
        .trim()
        .split('\n')
        .map(line => line.replace(/^.*\) /, '').split(' '))
      expect(fields.length).toBeGreaterThan(1)
      expect(Math.max(...fields.map(of => Number(of[11]) + Number(of[12])))).toBeLessThan(50)
    },
  )

  test('what the terminal shows where nothing starts names the agent that tasks wait for', async () => {
    const [, printed] = /^ {4}printf '(.*# cat %s\/comm.*)' /m.exec(text)!
    const named = printed!.replace('%s', '/proc/1442').replace('%s', 'wdavdaemon').replaceAll('\\n', '\n')
    const shown = file(
      'terminal.txt',
      [
        'avert: programs hardly start on this node',
        '    PID    PPID STAT WCHAN                            COMMAND',
        '   1471      49 D    fanotify_handle_event            pacemaker-execd',
        '== /proc/1471/task/1471 pacemaker-execd',
        '[<0>] fanotify_handle_event+0xb93/0x1b70',
        '[<0>] fsnotify+0x392/0xfb0',
        '/proc/1442/fdinfo/3 fanotify mnt_id:5b mflags:0 mask:50000 ignored_mask:0',
        `/proc/1442 ${named}`,
        '',
      ].join('\n'),
    )
    const { observations } = await readEvidence(kb, openEvidence([shown]), {
      newDigest: () => ({ update: () => {}, hex: () => '' }),
    })
    const known = (fact: string) => observations.filter(one => one.fact === fact).flatMap(one => ('value' in one ? [one.value] : []))
    expect(known('vendors')).toContainEqual(['microsoft-defender'])
    expect(known('tasks-blocked-in-fanotify')).toContainEqual(true)
  })

  test('a wrong option is told and nothing is written', () => {
    expect(spawnSync(shell, [script, '-m', 'many'], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '' })
    const help = spawnSync(shell, [script, '-h'], { encoding: 'utf8' }).stdout
    for (const word of ['usage:', '-o', '-m', '-j', 'AVERT_LIMIT', 'AVERT_TOTAL']) expect(help).toContain(word)
  })
})
