import type { Example, Page } from '../finding.ts'
import { derivedWith, eventWith, hypothesisWith, stepWith, symptomWith, vendorWith } from '../lint/example-files.ts'
import { page, pageOf } from '../lint/model.ts'
import { ageRule, inkResolution, inkWith, lostPage, newPrinter, outOfPaper, smell, smellRule } from './example-files.ts'

type File = readonly [path: string, text: string]
const files = (...list: readonly File[]): Example => Object.fromEntries(list)

const seenWithout = (event: string) =>
  symptomWith({ 'seen-as': `{ event: blank-page, at-least: 2, within-minutes: 5, without: ${event} }` })

const rules: Readonly<Record<string, Page>> = {
  'rule-never-holds': pageOf(
    'error',
    'A rule can never hold',
    'Its parts exclude each other, perhaps only because of how a fact in it is concluded from others. The rule looks like knowledge and does nothing.',
    ...inkWith(
      '  - { id: age, when: { §: [ { printed-pages: { more-than: 5000 } }, { printed-pages: { less-than: 10 } } ] }, points: 3, because: It is empty or was never filled. }\n',
    ),
    'all',
    'any',
  ),
  'rule-never-fails': pageOf(
    'warning',
    'A rule can never fail',
    'Once its facts are known it always holds, so it tells no case from another: its points are only a hidden part of the prior.',
    ...inkWith(
      '  - { id: moved, when: { any: [ { printed-pages: { more-than: 500 } }, { printed-pages: { at-most: § } } ] }, points: 2, because: It has printed before. }\n',
    ),
    '600',
    '400',
  ),
  'rule-pointless': pageOf(
    'warning',
    'One rule makes another pointless',
    'Of one group only the strongest rule counts. Where the stronger one holds whenever the weaker one does, the weaker one never counts.',
    ...inkWith(ageRule('old', 5000, 4, 'age') + ageRule('older', 9000, 3, 'age').replace('points: 3', 'points: §')),
    '3',
    '6',
  ),
  'group-never-counts': page(
    'warning',
    'The weaker rules of a group can never count',
    'Whenever one of them holds, a stronger one of the group holds as well. Most likely the points are the wrong way round.',
    files(inkWith(ageRule('old', 1000, 5, 'age') + ageRule('older', 5000, 4, 'age') + ageRule('oldest', 9000, 3, 'age'))),
    files(inkWith(ageRule('old', 1000, 3, 'age') + ageRule('older', 5000, 4, 'age') + ageRule('oldest', 9000, 5, 'age'))),
  ),
  'rules-contradict': pageOf(
    'error',
    'Two rules contradict each other',
    'Two derivations conclude different values in one case, two tests confirm a cause and rule it out, or one condition speaks for a cause and against it. A special case may stand before the general one; then the first one wins, as it should.',
    ...derivedWith({
      derive:
        '\n  - { id: many-pages, when: { printed-pages: { more-than: 10000 } }, value: yes, because: Rollers last long. }\n  - { id: few-pages, when: { printed-pages: { at-most: § } }, value: no, because: Rollers last long. }',
    }),
    '12000',
    '10000',
  ),
}

const hypotheses: Readonly<Record<string, Page>> = {
  'hypothesis-never-likely': pageOf(
    'error',
    'A cause can never be likely',
    'Whatever is answered, its points stay below ten, or only one group of evidence can speak for it where two are needed. It will never be the diagnosis.',
    ...hypothesisWith({ points: '§' }),
    '4',
    '9',
  ),
  'likely-on-one-symptom': pageOf(
    'error',
    'One symptom alone makes a cause likely',
    'Several rules that look at the same symptom are one piece of evidence, not two. A diagnosis must not stand on one yes.',
    ...inkWith('  - { id: no-text, when: §, points: 6, because: Nothing can be read. }\n'),
    'page-is-blank',
    '{ all: [ page-is-blank, { not: paper-does-not-move } ] }',
  ),
  'dead-end': page(
    'error',
    'A diagnosis ends without a single step',
    'There are answers with which the cause is likely or confirmed, and no resolution has a step for that case. The administrator is left alone with it.',
    files(['resolutions/change-ink.yaml', inkResolution('prove')[1].replace('steps:', 'when: paper-does-not-move\nsteps:')]),
    files(inkResolution('prove')),
  ),
  'suspicion-without-plan': pageOf(
    'info',
    'A cause that is only possible has no step',
    'As long as a cause is only possible nothing is mended: the plan contains, proves and escalates, or at least looks at what would be mended. Without any of that the interview can end with a suspicion and an empty plan.',
    ...inkResolution('§'),
    'verify',
    'prove',
  ),
}

const reach: Readonly<Record<string, Page>> = {
  'question-never-matters': page(
    'warning',
    'A question can never matter',
    'No rule, derivation or step depends on the answer, or the question is never asked. Nobody should have to find out what nothing uses.',
    files(smell),
    files(smell, inkWith(smellRule)),
  ),
  'event-unused': page(
    'info',
    'No fact uses an event',
    'The log is searched for it and a line of it stands in the timeline, but nothing is concluded from it. Where that is meant, write "timeline-only: true" into the event.',
    files(outOfPaper),
    files(outOfPaper, seenWithout('out-of-paper')),
  ),
  'timeline-only-used': page(
    'warning',
    'An event that is for the timeline alone shows a fact',
    'The file says that nothing is concluded from the event, and a fact is. One of the two is an old state.',
    files([outOfPaper[0]!, outOfPaper[1]!.replace('forms:', 'timeline-only: true\nforms:')], seenWithout('out-of-paper')),
    files(outOfPaper, seenWithout('out-of-paper')),
  ),
  'resolution-unreachable': page(
    'warning',
    'No diagnosis leads to a resolution',
    'No hypothesis names it, or its own conditions exclude each other. Nobody will ever read it.',
    files(newPrinter),
    files(newPrinter, inkWith('', '[change-ink, new-printer]')),
  ),
  'placeholder-not-filled': pageOf(
    'error',
    'Nothing fills a placeholder',
    'The name is unknown there, so the printed command has a gap: at best it fails, at worst it does something else.',
    ...stepWith({ run: "'ink --level {{ § }}'" }),
    'tray',
    'resource',
  ),
  'agent-not-excludable': pageOf(
    'warning',
    'There is no way to keep an agent from files',
    'The plan then can only switch it off. When only a team or a console can exclude files, "ask-the-vendor" holds the request to send.',
    ...vendorWith({ exclusions: '§' }),
    '{ by: none, kinds: [] }',
    "{ by: command, kinds: [folder], forms: { folder: { add: 'laserctl exclude {{ path }}', remove: 'laserctl include {{ path }}' } } }",
  ),
  'agent-never-surely-off': page(
    'error',
    'Nobody can be sure that an agent is off',
    'A fault that stays with the agent "off" proves nothing as long as nobody can see that it is off and that its hook has left the kernel.',
    files(vendorWith({ 'switch-off': '[]' })),
    files(vendorWith({})),
  ),
}

const patterns: Readonly<Record<string, Page>> = {
  'pattern-backtracks': pageOf(
    'error',
    'A pattern can search one line without end',
    'A repetition inside a repetition can read the same text in more ways with every letter. One long line that nearly fits then takes hours.',
    ...eventWith({ pattern: "'blank page from tray (?<tray>§)'" }),
    '(?:\\d+)+',
    '\\d+',
  ),
  'pattern-matches-other-event': page(
    'warning',
    'A pattern finds the lines of another event',
    'One line then counts as two events. Where that is right, the line stands under "matches" of both.',
    files(lostPage('page from tray (?<tray>\\d+)'), seenWithout('lost-page')),
    files(lostPage('lost a page from tray (?<tray>\\d+)'), seenWithout('lost-page')),
  ),
}

/** One page for each code that the verification reports. */
export const pages: Readonly<Record<string, Page>> = { ...rules, ...hypotheses, ...reach, ...patterns }
