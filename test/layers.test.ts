import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file, text: readFileSync(`src/${file}`, 'utf8') }))

// Everything that touches disk, terminal, clock, environment or processes. A new name here needs a reason in review.
const shell =
  /^(?:cli\/.+|kb\/disk\.ts|evidence\/containers\/(?:disk|archive|gunzip|xz-process|from-program|bytes|limits|error|kind)\.ts|interview\/terminal\.ts)$/
const outside =
  /from '(?:node:(?!util)\w+(?:\/\w+)?|inquirer|@inquirer\/\w+|tar-stream)'|import\('(?:node:|@?inquirer)|\bprocess\.(?:env|std\w+|argv|exit\w*|cwd|platform|nextTick|getuid|hrtime|memoryUsage)\b|\bconsole\.|\bDate\.now\(|new Date\(\)|\bperformance\.|\bMath\.random\(|\bfetch\(/

/** Stages in the order of the flow: a file may import from its own stage and from those before it. */
const order = ['kb', 'case', 'evidence', 'redact', 'engine', 'diagnosis', 'interview', 'plan', 'render', 'collect', 'workshop', 'cli']

describe('layers', () => {
  test('only the shell touches the outside', () => {
    expect(sources.filter(({ file, text }) => outside.test(text) && !shell.test(file)).map(({ file }) => file)).toEqual([])
  })

  test('imports go one way', () => {
    const wrong = sources.flatMap(({ file, text }) => {
      const own = order.indexOf(file.split('/')[0]!)
      if (own < 0) return []
      return [...text.matchAll(/from '((?:\.\.\/)+)(\w+)\//g)]
        .filter(([, , stage]) => order.includes(stage!) && order.indexOf(stage!) > own)
        .map(([, , stage]) => `${file} -> ${stage}`)
    })
    expect(wrong).toEqual([])
  })

  test.each([
    { name: 'json-rules-engine', door: 'engine/json-rules.ts' },
    { name: '@inquirer/core', door: 'interview/terminal.ts' },
    { name: 'liquidjs', door: 'plan/templates.ts' },
    { name: '@dagrejs/dagre', door: 'workshop/graph/layout.ts' },
    { name: 'redos-detector', door: 'workshop/verify/backtracking.ts' },
    { name: 'xz-decompress', door: 'evidence/containers/unxz.ts' },
  ])('$name has one door', ({ name, door }) => {
    expect(sources.filter(({ text }) => new RegExp(`(?:from |import\\()'${name}'`).test(text)).map(({ file }) => file)).toEqual([door])
  })

  test('no file is longer than 300 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 301).map(({ file }) => file)).toEqual([])
  })
})
