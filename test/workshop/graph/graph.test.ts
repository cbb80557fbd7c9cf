import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Io } from '../../../src/cli/io.ts'
import { graphCommand } from '../../../src/cli/kb-graph.ts'
import { readFolder } from '../../../src/cli/read-folder.ts'
import { graphAround } from '../../../src/workshop/graph/around.ts'
import { graphDot } from '../../../src/workshop/graph/dot.ts'
import { placeGraph } from '../../../src/workshop/graph/layout.ts'
import { graphMermaid } from '../../../src/workshop/graph/mermaid.ts'
import { drawn, type Graph, nodesOf } from '../../../src/workshop/graph/model.ts'
import { graphSvg } from '../../../src/workshop/graph/svg.ts'
import { textWidth } from '../../../src/workshop/graph/text-size.ts'
import { graphWhole } from '../../../src/workshop/graph/whole.ts'
import { baseOf, printers } from '../../small-base.ts'
import { hostileText } from '../hostile-base.ts'
import { tagsOf } from '../markup.ts'

const shipped = readFolder('rules')
if (!('kb' in shipped)) throw new Error('rules/ does not load')
const { kb: rules } = shipped
const keys = ({ nodes }: Graph) => nodes.map(({ key }) => key).sort()
const arrows = ({ edges }: Graph) => edges.map(({ from, to, label }) => `${from} ${label} ${to}`)

describe('around one object', () => {
  test.each([
    {
      name: 'an event leads to what it shows, and to the cause that this speaks for',
      key: 'events/blank-page',
      nodes: ['events/blank-page', 'hypotheses/no-ink', 'symptoms/page-is-blank'],
      arrow: 'symptoms/page-is-blank +9 hypotheses/no-ink',
    },
    {
      name: 'a fact stands between what it is derived from and what it speaks for',
      key: 'facts/rollers-worn',
      nodes: ['facts/pages-printed', 'facts/rollers-worn', 'hypotheses/worn-rollers'],
      arrow: 'facts/pages-printed yes / no facts/rollers-worn',
    },
    {
      name: 'a test that settles a cause says so',
      key: 'facts/prints-with-new-rollers',
      nodes: ['facts/prints-with-new-rollers', 'hypotheses/worn-rollers', 'resolutions/change-rollers', 'vendors/laser'],
      arrow: 'facts/prints-with-new-rollers confirms rules out hypotheses/worn-rollers',
    },
    {
      name: 'points of both signs stand on one arrow',
      key: 'symptoms/paper-does-not-move',
      nodes: ['hypotheses/no-ink', 'hypotheses/worn-rollers', 'symptoms/paper-does-not-move'],
      arrow: 'symptoms/paper-does-not-move −8 +4 hypotheses/no-ink',
    },
    {
      name: 'an agent leads to the fact that lists it and to the steps that use its parts',
      key: 'vendors/laser',
      nodes: ['facts/drivers', 'facts/prints-with-new-rollers', 'resolutions/change-rollers', 'vendors/laser'],
      arrow: 'vendors/laser switch-off resolutions/change-rollers',
    },
  ])('$name', ({ key, nodes, arrow }) => {
    const graph = graphAround(baseOf(), key)
    expect(keys(graph)).toEqual(nodes)
    expect(arrows(graph)).toContain(arrow)
  })

  test('points that need other facts as well stand in brackets', () => {
    const base = baseOf({
      ...printers,
      'hypotheses/no-ink.yaml': printers['hypotheses/no-ink.yaml']!.replace(
        'when: page-is-blank',
        'when: { all: [page-is-blank, rollers-worn] }',
      ),
    })
    expect(arrows(graphAround(base, 'facts/rollers-worn'))).toContain('facts/rollers-worn (+9) hypotheses/no-ink')
  })

  test('of too many neighbours the strongest are drawn, the rest is counted, and that is told', () => {
    const graph = graphAround(rules, 'hypotheses/antivirus-interference', { side: 5, nodes: 12, levels: 2 })
    expect(graph.nodes.filter(({ kind }) => kind !== 'group').length).toBeLessThanOrEqual(11)
    expect(graph.nodes.map(({ title }) => title)).toContainEqual(expect.stringMatching(/\d+ more facts/))
    expect(graph.notes.join(' ')).toContain('the strongest are drawn')
    expect(arrows(graph).filter(arrow => arrow.includes('confirms'))).not.toEqual([])
  })

  test('each object of the shipped base has a picture that fits on a page', () => {
    for (const key of nodesOf(rules).keys()) expect(graphAround(rules, key).nodes.length, key).toBeLessThanOrEqual(36)
  })
})

describe('the whole base', () => {
  test('a small base is drawn object by object', () => {
    const graph = graphWhole(baseOf())
    expect(keys(graph)).toEqual([...nodesOf(baseOf()).keys()].sort())
    expect(graph.notes).toEqual([])
  })

  test('a base that is too big is drawn as symptoms, causes and what to do, and says what is left out', () => {
    const graph = graphWhole(rules)
    for (const [id] of Object.entries(rules.hypotheses)) expect(keys(graph)).toContain(`hypotheses/${id}`)
    expect(keys(graph).some(key => key.startsWith('facts/'))).toBe(false)
    expect(graph.notes.join(' ')).toMatch(/Left out: \d+ events, \d+ facts/)
  })

  test('a base that is far too big is drawn as one box for each kind', () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `hypotheses/cause-${i}.yaml`,
        `title: Cause ${i}\nprior: 0\nrules: [{ id: one, when: page-is-blank, points: 3, because: It is. }]\nresolutions: []\n`,
      ]),
    )
    const graph = graphWhole(baseOf({ ...printers, ...many }))
    expect(graph.nodes.map(({ title }) => title)).toContain('202 causes')
    expect(graph.nodes.length).toBeLessThanOrEqual(drawn.length)
  })
})

const graphOf = (texts: readonly string[], label: string): Graph => ({
  title: texts[0]!,
  description: texts[0]!,
  notes: [texts[0]!],
  nodes: texts.map((title, i) => ({ key: `${drawn[i % drawn.length]}/n${i}`, kind: drawn[i % drawn.length]!, title })),
  edges: texts.slice(1).map((_, i) => ({
    from: `${drawn[i % drawn.length]}/n${i}`,
    to: `${drawn[(i + 1) % drawn.length]}/n${i + 1}`,
    label,
    tone: 'for',
    weight: 1,
  })),
})
const anyGraph = fc.tuple(fc.array(hostileText, { minLength: 1, maxLength: 9 }), hostileText).map(([texts, label]) => graphOf(texts, label))

describe('formats', () => {
  test.each([
    { name: 'mermaid', write: graphMermaid },
    { name: 'dot', write: graphDot },
    { name: 'svg', write: graphSvg },
  ])('$name: the same base gives the same bytes', ({ write }) => {
    expect(write(graphWhole(structuredClone(rules)))).toBe(write(graphWhole(rules)))
    expect(write(graphAround(structuredClone(rules), 'symptoms/commands-hang'))).toBe(write(graphAround(rules, 'symptoms/commands-hang')))
  })

  test('SVG: whatever a title says, it stays text', () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        const tags = tagsOf(graphSvg(graph, { href: key => `${key}.html` }))
        const known = ['svg', 'title', 'desc', 'style', 'rect', 'defs', 'marker', 'path', 'text', 'g', 'a']
        expect(tags.map(({ name }) => name).filter(name => !known.includes(name))).toEqual([])
        expect(tags.flatMap(({ attributes }) => Object.keys(attributes)).filter(name => name.startsWith('on'))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('Mermaid: whatever a title says, it cannot end its label or the line', () => {
    const line =
      /^(?:%% .*|flowchart LR| {2}(?:acc(?:Title|Descr): .*|n\d+(?:\[\/|\[\[|\[|\{\{|\()"[^"<>`[\]{}|\\]*"(?:\/\]|\]\]|\]|\}\}|\))|n\d+ (?:-->|-\.->|==>)(?:\|"[^"<>`[\]{}|\\]*"\|)? n\d+|classDef \w+ [#\w:,-]+|class [n\d,]+ \w+|style n\d+ stroke-width:3px))$/
    fc.assert(
      fc.property(anyGraph, graph => {
        for (const own of graphMermaid(graph).trimEnd().split('\n')) expect(own).toMatch(line)
      }),
      { numRuns: 150 },
    )
  })

  test('DOT: whatever a title says, it cannot end its string', () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        const bare = graphDot(graph)
          .replace(/^\/\/ .*$/gm, '')
          .replace(/"(?:[^"\\]|\\["\\n])*"/g, 'S')
        expect(bare).toMatch(/^[\sA-Za-z0-9_=,;[\]{}>-]*$/)
      }),
      { numRuns: 150 },
    )
  })

  test('every line of text fits into its box, and no two boxes overlap', () => {
    for (const key of [
      'hypotheses/antivirus-interference',
      'symptoms/ocf-timeouts',
      'facts/agent-present',
      'resolutions/reproduce-without-agent',
    ]) {
      const { nodes, width, height } = placeGraph(graphAround(rules, key))
      for (const node of nodes) {
        for (const line of node.lines) expect(textWidth(line)).toBeLessThanOrEqual(node.width)
        expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0)
        expect(node.x + node.width / 2).toBeLessThanOrEqual(width)
        expect(node.y + node.height / 2).toBeLessThanOrEqual(height)
        for (const other of nodes)
          if (other !== node)
            expect(
              Math.abs(node.x - other.x) * 2 >= node.width + other.width || Math.abs(node.y - other.y) * 2 >= node.height + other.height,
            ).toBe(true)
      }
    }
  })

  test('the picture says in words what it shows', () => {
    const svg = graphSvg(graphAround(baseOf(), 'events/blank-page'))
    expect(svg).toContain('Follows from it: The page is blank.')
    expect(tagsOf(svg)[0]!.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'graph-title graph-desc' })
  })

  test('the layout library has one door', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
    expect(files.filter(file => readFileSync(join('src', file), 'utf8').includes("'@dagrejs/dagre'"))).toEqual(['workshop/graph/layout.ts'])
  })
})

describe('avert kb graph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'avert-graph-'))
  const files = { ...printers, 'events/rollers-worn.yaml': printers['events/blank-page.yaml']! }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'kb', dirname(path)), { recursive: true })
    writeFileSync(join(folder, 'kb', path), text)
  }
  const run = async (id: string | undefined, format: string, { out, kb = join(folder, 'kb') }: { out?: string; kb?: string } = {}) => {
    const said: Record<'out' | 'err', string[]> = { out: [], err: [] }
    const io = { out: (text: string) => void said.out.push(text), err: (text: string) => void said.err.push(text) } as unknown as Io
    const exit = await graphCommand(id, { format, kb: [kb], ...(out === undefined ? {} : { out }) }, io)
    return { exit, out: said.out.join(''), err: said.err.join('') }
  }

  test.each([
    { format: 'mermaid', begins: /^flowchart LR/ },
    { format: 'dot', begins: /^digraph/ },
    { format: 'svg', begins: /^<svg/ },
  ])('$format goes to stdout', async ({ format, begins }) => {
    expect(await run(undefined, format)).toEqual({ exit: 0, out: expect.stringMatching(begins), err: '' })
  })

  test('what is left out is told on stderr, not in the result of a script', async () => {
    expect((await run(undefined, 'svg', { kb: 'rules' })).err).toContain('note: Too big')
  })

  test('an id that does not exist is answered with the nearest one, and exit code 2', async () => {
    const lines = [expect.stringContaining('unknown-id'), '  hint: Did you mean "blank-page"?']
    await expect(run('blank-pge', 'svg')).rejects.toMatchObject({ exit: 2, lines })
  })

  test('an id that two kinds share is asked for with its folder', async () => {
    const lines = [expect.stringContaining('ambiguous-id'), expect.stringContaining('facts/rollers-worn')]
    await expect(run('rollers-worn', 'svg')).rejects.toMatchObject({ exit: 2, lines })
    expect((await run('facts/rollers-worn', 'dot')).exit).toBe(0)
  })

  test('control characters in what was typed do not reach the terminal', async () => {
    await expect(run('\u001B[2Jx', 'svg')).rejects.toMatchObject({ lines: [expect.stringContaining('called "x"'), expect.anything()] })
  })

  test('a file that cannot be written is the mistake of the user', async () => {
    await expect(run('laser', 'svg', { out: join(folder, 'missing', 'x.svg') })).rejects.toMatchObject({ exit: 3 })
    writeFileSync(join(folder, 'x.svg'), 'old')
    expect(await run('laser', 'svg', { out: join(folder, 'x.svg') })).toMatchObject({ exit: 0, out: '' })
    expect(tagsOf(readFileSync(join(folder, 'x.svg'), 'utf8'))[0]!.name).toBe('svg')
  })
})
