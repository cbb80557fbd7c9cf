import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFolder } from '../src/cli/read-folder.ts'
import { mandatoryLiterals } from '../src/evidence/events/literal.ts'
import { matchForm } from '../src/evidence/events/matcher.ts'
import { loadRuleFiles } from '../src/kb/disk.ts'
import { readBase } from '../src/kb/read.ts'
import { jsonSchemas } from '../src/kb/schemas.ts'
import { agentsTable } from '../src/render/agents.ts'
import { schemaReference } from '../src/render/reference.ts'

const guide = readFileSync('rules/README.md', 'utf8')
const readme = readFileSync('README.md', 'utf8')

describe('the documents are true', () => {
  test('README opens with the two commands and shows what the first prints', () => {
    const { stdout } = spawnSync(process.execPath, ['dist/avert.js', 'diagnose', 'test/evidence/bundles/av-stop', '--no-input'], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    })
    const shown = /```text\n(.*?)\n…\n```/s.exec(readme)![1]!
    expect(stdout.startsWith(shown)).toBe(true)
    expect(readme.indexOf('npm ci && npx avert diagnose test/evidence/bundles/av-stop')).toBeLessThan(readme.indexOf('## '))
  })

  test('the table of agents in the guide is the one the base gives (write it anew with: avert kb show agents)', () => {
    const read = readFolder('rules')
    expect('kb' in read && guide.trimEnd().endsWith(agentsTable(read.kb))).toBe(true)
  })

  test('the reference in the guide is the one the schemas give (write it anew with: avert kb schema --format markdown)', () => {
    expect(guide).toContain(`\n${schemaReference(jsonSchemas())}\n`)
  })

  test('the walk "add your first symptom" gives a base that loads', () => {
    const [symptom, rule, kase] = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(match => match[1]!.replace(/^ {3}/gm, ''))
    const { files } = loadRuleFiles('rules')
    const changed = files.map(file =>
      file.path === 'hypotheses/antivirus-interference.yaml'
        ? {
            ...file,
            content: new TextDecoder().decode(file.content as Uint8Array).replace(/^rules:\n/m, `rules:\n${rule!.replace(/^/gm, '  ')}\n`),
          }
        : file,
    )
    const extra = [
      { path: 'symptoms/web-page-slow.yaml', shown: 'symptom', content: symptom! },
      { path: 'cases/web-page-slow.yaml', shown: 'case', content: kase! },
    ]
    expect(parse(rule!)).toHaveLength(1)
    expect(readBase([...changed, ...extra], 'sha256:walk', { literals: mandatoryLiterals, match: matchForm }).problems).toEqual([])
  })
})

describe('schemas for editors', () => {
  test('those in rules/.schema are the ones the shapes give (write them anew with: avert kb schema --out rules/.schema)', async () => {
    const { jsonSchemas } = await import('../src/kb/schemas.ts')
    for (const [name, schema] of Object.entries(jsonSchemas()))
      expect(JSON.parse(readFileSync(`rules/.schema/${name}.json`, 'utf8')), name).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  test('every rule file names its schema in the first line', () => {
    const { files } = loadRuleFiles('rules')
    const bare = files.filter(
      ({ path, content }) =>
        path.endsWith('.yaml') &&
        !/^# yaml-language-server: \$schema=(?:\.\.\/)?\.schema\/\w+\.json\n/.test(new TextDecoder().decode(content as Uint8Array)),
    )
    expect(bare.map(({ path }) => path)).toEqual([])
  })
})
