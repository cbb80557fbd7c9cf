import { parse } from 'yaml'
import type { RuleFile } from '../../src/kb/read.ts'
import { createLinter } from '../../src/workshop/lint/linter.ts'
import { registryOf } from '../../src/workshop/lint/registry.ts'
import { verification } from '../../src/workshop/lint/verification.ts'

const facts = 700
const hypotheses = 1000
const resolutions = 200
const cases = 97
const rulesEach = 10

/** A base of 10,000 rules in 2,000 files: what an author could reach in years. Nothing in it is wrong but that it is made up. */
function generate(): RuleFile[] {
  let seed = 7
  const below = (limit: number) => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * limit)
  }
  const texts: Record<string, string> = {
    'kb.yaml': 'id: grown\nversion: 1.0.0\ntitle: A grown base\nscope: Made up for measuring.\n',
    'sources.yaml': "manual: { title: The manual, url: 'https://example.com/manual', date: 2025-03 }\n",
  }
  const kinds = ['yes-no', 'number', 'choice'] as const
  const kindOf = (fact: number) => kinds[fact % 3]!
  for (let i = 0; i < facts; i++) {
    const more = { 'yes-no': '', number: 'unit: seconds\n', choice: 'choices: [red, green, blue, grey]\n' }[kindOf(i)]
    texts[`facts/${nameOf(i)}.yaml`] =
      `title: State ${i} of the machine\ntype: ${kindOf(i)}\n${more}ask: ${kindOf(i) === 'yes-no' ? `Is state ${i} seen` : `What is state ${i}`}?\nexplain: It is number ${i} of the states that the machine can be in.\ncost: command\nfind-out:\n  - { run: machine show ${i}, expect: one line }\n`
  }
  const test = () => {
    const fact = below(facts)
    if (kindOf(fact) === 'number') return `{ ${nameOf(fact)}: { more-than: ${below(50) + 1} } }`
    if (kindOf(fact) === 'choice') return `{ ${nameOf(fact)}: { is: ${['red', 'green', 'blue', 'grey'][below(4)]} } }`
    return below(2) === 0 ? nameOf(fact) : `{ not: ${nameOf(fact)} }`
  }
  for (let i = 0; i < hypotheses; i++) {
    const rules = Array.from(
      { length: rulesEach },
      (_, j) =>
        `  - id: sign-${word(j)}\n    when: { all: [${test()}, ${test()}, { any: [${test()}, ${test()}] }] }\n    points: ${below(8) + 2}\n    group: group-${word(j % 5)}\n    because: The states belong together as ${word(j)} says.\n`,
    )
    texts[`hypotheses/cause-${i}.yaml`] =
      `title: Cause ${i} is at work\nexplain: It is number ${i} of the causes.\nprior: -6\nrules:\n${rules.join('')}resolutions: [mend-${i % resolutions}]\nsources: [manual]\n`
  }
  for (let i = 0; i < resolutions; i++)
    texts[`resolutions/mend-${i}.yaml`] =
      `title: Mend what is wrong in way ${i}\nstage: prove\nsteps:\n  - { id: look, do: Look at part ${i}., run: machine show part-${i}, on: one-node, risk: none, expect: One line for each part. }\n`
  for (let i = 0; i < cases; i++)
    texts[`cases/case-${i}.yaml`] =
      `title: Cluster ${i} is well\nfacts: { ${nameOf(3 * (i % 200))}: no }\nexpect: { bands: { cause-${i}: [unlikely, open] } }\n`
  return Object.entries(texts).map(([path, content]) => ({ path, shown: path, content }))
}

const word = (i: number) => 'abcdefghij'[i]!.repeat(2)
const nameOf = (fact: number) => `state-${fact}${fact % 3 === 1 ? '-seconds' : ''}`

interface Spent {
  readonly clock: number
  readonly cpu: number
}

export async function main(): Promise<void> {
  const files = generate()
  const parsed = timed(() => {
    for (const { content } of files) parse(String(content))
  })
  const settings = { registry: registryOf(verification.pages), today: '2026-06-01', verify: verification.verify }
  const linter = createLinter(settings)
  const input = { files, digest: 'bench' }
  let found = 0
  const quick = timed(() => {
    found = linter.lint(input, false).findings.length
  })
  const full = timed(() => void createLinter(settings).lint(input))
  const index = files.findIndex(({ path }) => path === 'hypotheses/cause-500.yaml')
  const changes = Array.from({ length: 7 }, (_, round) => {
    const changed = files.with(index, {
      ...files[index]!,
      content: String(files[index]!.content).replace('prior: -6', `prior: -${round + 7}`),
    })
    return timed(() => void linter.lint({ files: changed, digest: 'bench' }, false))
  }).sort((a, b) => a.clock - b.clock)
  const show = ({ clock, cpu }: Spent) => `${(clock / 1000).toFixed(2)} s (${(cpu / 1000).toFixed(2)} s of one core)`
  const times = ({ cpu }: Spent) => `${(cpu / parsed.cpu).toFixed(1)} x`
  console.log(`${hypotheses * rulesEach} rules in ${files.length} files, ${found} findings without the verification`)
  console.log(`yaml parse of every file, nothing else: ${show(parsed)}`)
  console.log(`lint without verification: ${show(quick)} = ${times(quick)}`)
  console.log(`lint with verification: ${show(full)} = ${times(full)}`)
  console.log(`one file changed: ${show(changes[3]!)}, the middle of 7; at most ${show(changes[6]!)}`)
}

/** Milliseconds, as a clock sees them and as one core spent them: they differ when others use the machine too. */
function timed(work: () => void): Spent {
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { clock: performance.now() - begun, cpu: (user + system) / 1000 }
}
