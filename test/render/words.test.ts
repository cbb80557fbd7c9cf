import { expect, test } from 'vitest'
import { factWords } from '../../src/render/words.ts'
import { kb } from '../evidence/bundle-kit.ts'

test.each([
  ['a choice by its meaning', 'fault-without-agent', 'stayed-away', 'it stayed away; nobody has seen it come back yet'],
  ['yes and no in words', 'agent-present', true, 'yes'],
  ['a list by its parts', 'vendors', ['clamav', 'eset'], 'clamav, eset'],
])('what is known of a fact is told: %s', (_name, fact, value, words) => {
  expect(factWords(kb, fact, { state: 'known', value, origins: [] })).toBe(words)
})
