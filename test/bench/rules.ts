import { Engine } from 'json-rules-engine'
import { confirm } from '../../src/engine/json-rules.ts'
import { compileIndex, type IndexedRule } from '../../src/engine/rule-index.ts'
import { createSession } from '../../src/engine/session.ts'
import type { Test } from '../../src/kb/condition.ts'
import type { FactValue } from '../../src/kb/model.ts'

/** Generated bases as in the literature: N rules of five tests over 200 facts; exactly three rules hold. */
function generate(count: number, factCount: number) {
  let seed = 42
  const random = () => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const kinds = Array.from({ length: factCount }, (_, i) => (i % 10 < 5 ? 'yes-no' : i % 10 < 8 ? 'choice' : 'number'))
  const values: FactValue[] = kinds.map(kind =>
    kind === 'yes-no' ? random() < 0.5 : kind === 'choice' ? 'abcd'[Math.floor(random() * 4)]! : Math.floor(random() * 100),
  )
  const testOf = (fact: number, holds: boolean): Test => {
    const value = values[fact]!
    const base = { kind: 'test' as const, fact: `f${fact}` }
    if (kinds[fact] === 'yes-no') return { ...base, type: 'yes-no', operator: 'is', value: holds ? value : !value }
    if (kinds[fact] === 'choice') return { ...base, type: 'choice', operator: holds ? 'is' : 'is-not', value }
    return { ...base, type: 'number', operator: holds ? 'at-least' : 'more-than', value: holds ? value : Number(value) + 1 }
  }
  const rules = Array.from({ length: count }, (_, i): IndexedRule => {
    const facts = Array.from({ length: 5 }, () => Math.floor(random() * factCount))
    const firing = i < 3
    return { id: `r${i}`, condition: { kind: 'all', of: facts.map((fact, j) => testOf(fact, firing || (j < 4 && random() < 0.5))) } }
  })
  return { rules, facts: new Map(values.map((value, i) => [`f${i}`, value])) }
}

const jreOperator = { is: 'equal', 'is-not': 'notEqual', 'at-least': 'greaterThanInclusive', 'more-than': 'greaterThan' } as const

export async function main(): Promise<void> {
  for (const count of [100, 1000, 10_000]) {
    const { rules, facts } = generate(count, count >= 1000 ? 200 : 50)
    const raw = new Engine(
      rules.map(({ id, condition }) => ({
        name: id,
        conditions: {
          all: (condition as unknown as { of: Test[] }).of.map(({ fact, operator, value }) => ({
            fact,
            operator: jreOperator[operator as 'is'],
            value,
          })),
        },
        event: { type: id },
      })),
      { allowUndefinedFacts: true },
    )
    const all = Object.fromEntries(facts)
    const index = compileIndex(rules)
    const rawMs = await timed(() => raw.run(all), 3)
    const fired = (await raw.run(all)).results.length
    const settled = async () => {
      const session = createSession(index, facts)
      return confirm(
        rules.filter((_, number) => session.truth(number) === 1),
        session.value,
      )
    }
    if ((await settled()).length !== fired) throw new Error('index and raw engine differ')
    const allMs = await timed(settled, 9)
    // A second session is timed: the first warms the code up, as the raw engine was.
    for (const [fact, value] of facts) createSession(index).set(fact, value)
    const begun = performance.now()
    const session = createSession(index)
    for (const [fact, value] of facts) {
      const newly = session.set(fact, value).filter(number => session.truth(number) === 1)
      if (newly.length > 0)
        await confirm(
          newly.map(number => rules[number]!),
          session.value,
        )
    }
    const answerMs = (performance.now() - begun) / facts.size
    console.log(
      `${String(count).padStart(6)} rules: raw engine ${rawMs.toFixed(1)} ms; all facts known ${allMs.toFixed(3)} ms = ${(rawMs / allMs).toFixed(0)} x; one more answer ${(answerMs * 1000).toFixed(1)} us = ${(rawMs / answerMs).toFixed(0)} x (${fired} rules hold)`,
    )
  }
}

async function timed(work: () => Promise<unknown>, rounds: number): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}
