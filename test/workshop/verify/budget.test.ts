import { expect, test } from 'vitest'
import { verifyBase } from '../../../src/workshop/verify/verify.ts'
import { baseOf } from '../../small-base.ts'

const many = 10

/** Whether an odd number of facts is yes, concluded one by one: nothing can be said before all of them are known. */
function parity(name: string, order: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    order.map((fact, i) => {
      const before = i === 0 ? undefined : `${name}-${i - 1}`
      const odd = before
        ? `any: [ { all: [ ${before}, { not: x-${fact} } ] }, { all: [ { not: ${before} }, x-${fact} ] } ]`
        : `any: [ x-${fact} ]`
      const rules = `  - { id: odd, when: { ${odd} }, value: yes, because: B. }\n  - { id: even, when: { not: { ${odd} } }, value: no, because: B. }\n`
      return [`facts/${name}-${i}.yaml`, `title: T\ntype: yes-no\nderive:\n${rules}`]
    }),
  )
}

const numbers = [...Array(many).keys()]
const kb = baseOf({
  'kb.yaml': 'id: parity\nversion: 1.0.0\ntitle: T\nscope: S\n',
  ...Object.fromEntries(numbers.map(i => [`facts/x-${i}.yaml`, 'title: T\ntype: yes-no\nask: A?\n'])),
  ...parity('up', numbers),
  ...parity('down', numbers.toReversed()),
  'hypotheses/h.yaml': `title: T\nprior: 0\nrules:\n  - { id: odd, when: { all: [ up-${many - 1}, { not: down-${many - 1} } ] }, points: 5, because: B. }\nresolutions: []\n`,
})
const found = (work?: number) => verifyBase(kb, work === undefined ? {} : { work }).find(({ code }) => code === 'rule-never-holds')

test('with enough work every combination is looked at', () => {
  expect(found()).toMatchObject({ exactness: 'exact' })
})

test('with too little work a finding says how much was looked at, the same every time', () => {
  expect(found(0)?.exactness).toBe('sampled: 200 of 1024 combinations')
  expect(found(0)).toEqual(found(0))
})
