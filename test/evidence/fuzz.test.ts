import { expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { check } from '../fuzz/check.ts'
import { inputOf, seedsIn } from '../fuzz/inputs.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const seeds = [...seedsIn('test/evidence/bundles'), ...seedsIn('test/evidence/fixtures')]

// The long run is test/fuzz/run.mjs; this one only sees that nothing new is broken. Time is measured there, not here.
test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'forty spoiled files and archives, part %i, are read without a crash, a lost entry or a control character',
  async part => {
    for (let number = part * 40; number < part * 40 + 40; number++) {
      const { wrong } = await check(loaded.kb, await inputOf(seeds, number), number)
      expect(wrong?.startsWith('took') ? undefined : wrong, `input ${number}`).toBeUndefined()
    }
  },
)
