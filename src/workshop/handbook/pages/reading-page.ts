import { groupsForLikely, likelyFrom, unlikelyBelow } from '../../../diagnosis/bands.ts'
import { signedPoints } from '../../graph/points.ts'
import { mark, type Page, paragraph, type Row, section, strong, type Text } from '../model.ts'
import { oddsWords } from '../point-words.ts'

const shown = [-20, -10, -6, -3, 3, 6, 10, 13, 20]

/** What points, bands and marks mean. */
export function readingPage(): Page {
  const rows = shown.map(
    (points): Row => ({
      cells: [[strong(signedPoints(points))], [`${oddsWords(points)} ${points > 0 ? 'for' : 'against'} the cause`]],
    }),
  )
  const bands: [string, Text][] = [
    ['confirmed', ['A test has shown it. Points alone never confirm anything.']],
    [
      'likely',
      [`At least ${likelyFrom} points, from at least ${groupsForLikely} groups of evidence that have nothing to do with each other.`],
    ],
    ['possible', ['Something speaks for it, but not enough; or as much against it.']],
    ['open', ['Nothing is known yet that speaks for or against it.']],
    ['unlikely', [`Below ${signedPoints(unlikelyBelow)} points.`]],
    ['ruled out', ['A test has shown that it is not the cause.']],
  ]
  return {
    path: 'how-to-read',
    kind: 'start',
    title: 'How to read this handbook',
    lead: ['Points say how strongly something speaks for or against a cause. Marks say how sure we are of what is written.'],
    sections: [
      ...section('points', 'Points', [
        paragraph(
          '10 points mean ten to one: seen ten times as often where this is the cause as where it is not. Points of different groups add up; of one group only the strongest rule counts.',
        ),
        { kind: 'table', about: 'Points and odds', head: ['Points', 'Meaning'], rows },
        paragraph('A rule that is not known to hold or to fail counts nothing. "Nobody can tell" is never taken as a no.'),
      ]),
      ...section('bands', 'How sure a diagnosis is', [{ kind: 'fields', entries: bands }]),
      ...section('marks', 'How sure we are of what is written', [
        {
          kind: 'list',
          items: [
            [mark('documented'), ' The maker, Red Hat or the source code says so.'],
            [mark('reported'), ' Others have seen it and said so.'],
            [mark('unverified'), ' Nobody we can name has checked it. Try it on a test system first.'],
            ['No mark: our own reasoning, or knowledge that the sources at the end of the page carry.'],
          ],
        },
      ]),
      ...section('rules', 'Rules in words', [
        paragraph(
          'A rule "holds when A is yes and B is more than 120 seconds" if both are known to be so. It fails when one of them is known not to be so, whatever the other is. Otherwise it stays open.',
        ),
      ]),
      ...section('pictures', 'Pictures', [
        paragraph(
          'Left is what is seen, right is what follows. Numbers on the lines are points; in brackets when the rule needs other facts as well. Dashed lines speak against a cause, thick lines settle it.',
        ),
      ]),
    ],
  }
}
