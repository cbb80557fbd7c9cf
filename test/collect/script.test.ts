import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { collectorScript } from '../../src/collect/script.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const script = collectorScript(loaded.kb, '0.0.0')

describe('the collector', () => {
  test('is the same text for the same base', () => {
    expect(collectorScript(loaded.kb, '0.0.0')).toBe(script)
  })

  test.each(['dash', 'bash'])('parses in %s', shell => {
    const run = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' })
    if (run.error) return // not on this machine
    expect(run.stderr).toBe('')
  })

  test.each([
    { name: 'starts or stops nothing', pattern: /systemctl (?:start|stop|restart|enable|disable|mask|kill)/ },
    {
      name: 'changes no cluster',
      pattern:
        /pcs (?:resource|property|stonith|cluster|node|constraint) (?:create|update|set|delete|enable|disable|standby|unstandby|cleanup|fence|start|stop|destroy)|crm_attribute .*(?:-v|--update)|cibadmin (?:-[CRUPDM]|--(?:create|replace|update|delete|modify))/,
    },
    { name: 'installs and removes nothing', pattern: /\b(?:yum|dnf|rpm -[eiU]|apt-get|rmmod|modprobe|insmod)\b/ },
    { name: 'reads no keys', pattern: /cat [^\n]*(?:authkey|shadow)/ },
  ])('$name', ({ pattern }) => {
    expect(script).not.toMatch(pattern)
  })

  test('runs, records a command that hangs, lets no password through, and avert reads what it leaves', () => {
    const folder = mkdtempSync(join(tmpdir(), 'avert-collect-'))
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const stub = (name: string, text: string) => {
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`)
      chmodSync(join(bin, name), 0o755)
    }
    stub('pcs', 'sleep 1000')
    stub(
      'cibadmin',
      `echo '<cib><configuration><resources><primitive id="f" class="stonith" type="fence_x"><instance_attributes id="a"><nvpair id="p" name="passwd" value="hush-hush"/></instance_attributes></primitive></resources></configuration></cib>'`,
    )
    writeFileSync(join(folder, 'collect.sh'), script)
    const run = spawnSync('sh', [join(folder, 'collect.sh'), '-o', folder], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, AVERT_LIMIT: '2' },
      timeout: 120_000,
    })
    expect(run.status, run.stderr).toBe(0)
    const archive = join(folder, readdirSync(folder).find(name => name.endsWith('.tar.gz'))!)
    const text = spawnSync('tar', ['xzOf', archive], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout
    expect(text).not.toContain('hush-hush')
    const hung = spawnSync('sh', ['-c', `tar xzOf ${archive} --wildcards '*/collector/timed-out'`], { encoding: 'utf8' }).stdout
    expect(hung).toContain('pcs')
    const scan = spawnSync(process.execPath, ['dist/avert.js', 'scan', archive, '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    expect(scan.status, scan.stderr).toBe(0)
    expect(JSON.parse(scan.stdout)).toHaveProperty('schema', 'avert/scan@1')
  })
})
