import { expect, test } from 'vitest'
import type { Report } from '../../src/render/json.ts'
import { verdictWords } from '../../src/render/text.ts'

test.each([
  { name: 'a cause with more for it than against it heads the result', points: 4, says: 'Most is to be said for: A scanner' },
  { name: 'even odds are no reason to talk a cause down', points: 0, says: 'Most is to be said for: A scanner' },
  {
    name: 'a scanner on a quiet cluster is not told as what most is to be said for',
    points: -5,
    says: 'no cause is more likely than not. Least unlikely: A scanner',
  },
])('$name', ({ points, says }) => {
  const hypotheses = [{ id: 'scanner', title: 'A scanner', band: 'possible', points, for: [{}], against: [], open: [] }]
  expect(verdictWords({ diagnosis: { hypotheses }, next: [] } as unknown as Report)).toContain(says)
})
