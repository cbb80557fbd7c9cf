import type { Folder } from '../../kb/shapes.ts'
import type { Path } from '../../kb/yaml-file.ts'
import { inUsualOrder, usualOrder } from './usual-order.ts'

/**
 * Files of the small example base, as the pages change them: what is given replaces or adds a line, null takes one away.
 * A value is YAML as it stands in the file; `§` in it is where the wrong and the right example differ.
 */
type Changes = Readonly<Record<string, string | null>>
type ExampleFile = readonly [path: string, text: string]

function linesOf(usual: Readonly<Record<string, string>>, changes: Changes, path: string, here: Path): string[] {
  const values: Changes = { ...usual, ...changes }
  const [folder, name] = path.split('/') as [string, string | undefined]
  const order = usualOrder(name === undefined ? '' : (folder as Folder), path.replace(/.*\/|\.yaml$/g, ''), here) ?? []
  return inUsualOrder(Object.keys(values), order).flatMap(key => {
    const value = values[key] ?? null
    return value === null ? [] : [`${key}:${value.startsWith('\n') || value === '' ? '' : ' '}${value}`]
  })
}

const topLevel =
  (path: string, usual: Readonly<Record<string, string>>) =>
  (changes: Changes): ExampleFile => [
    path,
    linesOf(usual, changes, path, [])
      .map(line => `${line}\n`)
      .join(''),
  ]

const inList =
  (path: string, before: Readonly<Record<string, string>>, list: string, usual: Readonly<Record<string, string>>, after: string) =>
  (changes: Changes, ofFile: Changes = {}): ExampleFile => {
    const item = linesOf(usual, changes, path, [list, 0]).map((line, i) => `  ${i === 0 ? '- ' : '  '}${line.replaceAll('\n', '\n    ')}\n`)
    return [path, `${linesOf(before, ofFile, path, []).join('\n')}\n${list}:\n${item.join('')}${after}`]
  }

export const symptomWith = topLevel('symptoms/page-is-blank.yaml', {
  title: 'The page is blank',
  type: 'yes-no',
  first: 'true',
  ask: 'Is the page blank?',
  explain: 'A page came out, and nothing is on it.',
  cost: 'recall',
  'find-out': '[{ do: Look at the last page, expect: no text on it }]',
  'seen-as': '{ event: blank-page, at-least: 2, within-minutes: 5 }',
})

export const numberWith = topLevel('facts/printed-pages.yaml', {
  title: 'Pages printed so far',
  type: 'number',
  unit: 'pages',
  merge: 'max',
  ask: 'How many pages has it printed?',
  explain: 'The printer counts every page since it was made.',
  cost: 'command',
  'find-out': '[{ run: lpq --counter, expect: one number }]',
})

export const choiceWith = topLevel('facts/prints-with-new-rollers.yaml', {
  title: 'Whether it prints with new rollers',
  type: 'choice',
  choices: '{ prints: it prints, same: nothing changed, not-tried: not tried yet }',
  ask: 'What happened with new rollers?',
  explain: 'New rollers either move the paper or show that something else is wrong.',
  cost: 'change',
  'find-out': '[{ do: Put new rollers in and print a page, expect: a printed page }]',
})

export const derivedWith = topLevel('facts/rollers-worn.yaml', {
  title: 'The rollers are worn',
  type: 'yes-no',
  derive:
    '\n  - { id: many-pages, when: { printed-pages: { more-than: 10000 } }, value: yes, because: Rollers last long. }\n  - { id: few-pages, when: { printed-pages: { at-most: 10000 } }, value: no, because: Rollers last long. }',
})

export const eventWith = inList(
  'events/blank-page.yaml',
  { title: 'A blank page came out', in: '[system-log]' },
  'forms',
  {
    process: '[lpd]',
    pattern: "'blank page from tray (?<tray>\\d+)'",
    matches: "['Mar  4 02:13:07 host lpd[1]: blank page from tray 2']",
    ignores: "['Mar  4 02:13:07 host mail[1]: I saw a blank page from tray 2']",
  },
  '',
)

const otherRules = `  - { id: moves, when: { not: paper-does-not-move }, points: 4, because: The mechanics work. }
  - { id: stuck, when: paper-does-not-move, points: -8, because: Ink does not hold paper. }
resolutions: [change-ink]
`
export const hypothesisWith = inList(
  'hypotheses/no-ink.yaml',
  { title: 'There is no ink', explain: 'Without ink the paper moves, and nothing is on it.', prior: '-2' },
  'rules',
  { id: 'blank', when: 'page-is-blank', points: '9', because: 'Without ink there is no text.' },
  otherRules,
)

export const stepWith = inList(
  'resolutions/change-ink.yaml',
  { title: 'Change the ink', stage: 'prove' },
  'steps',
  { id: 'look', do: 'Look how much ink is left.', run: 'ink --level', on: 'one-node', risk: 'none', expect: 'A share in percent.' },
  '',
)

export const changingStepWith = inList(
  'resolutions/change-ink.yaml',
  { title: 'Change the ink', stage: 'prove' },
  'steps',
  {
    id: 'fill',
    do: 'Fill the ink up.',
    run: 'ink --fill',
    changes: 'true',
    on: 'one-node',
    risk: 'low',
    expect: 'The level is full.',
    verify: 'ink --level',
    undo: 'ink --drain',
  },
  '',
)

export const vendorWith = topLevel('vendors/laser.yaml', {
  title: 'Laser driver',
  aliases: '[laserd]',
  kinds: '[antivirus]',
  managed: 'local',
  hooks: '[{ kind: none }]',
  detect: '{ processes: [{ name: laserd }] }',
  'switch-off':
    "\n  - { id: stop, grade: service-stopped, do: Stop the driver., run: systemctl stop laserd, verify: systemctl is-active laserd, undo: systemctl start laserd, removes-hook: 'yes' }",
  exclusions:
    "{ by: command, kinds: [folder], forms: { folder: { add: 'laserctl exclude {{ path }}', remove: 'laserctl include {{ path }}' } } }",
  confidence: 'documented',
  sources: '[manual]',
})

export const componentWith = inList(
  'components/tray.yaml',
  { title: 'The paper tray', detect: '{ always: true }' },
  'paths',
  {
    path: '/var/spool/tray',
    kind: 'folder',
    hot: 'true',
    why: 'Every page is read from here.',
    risk: 'A document in the spool is not looked at.',
  },
  'confidence: documented\nsources: [manual]\n',
)

export const caseWith = topLevel('cases/worn.yaml', {
  title: 'The rollers are old and slip',
  facts: '{ paper-does-not-move: yes, printed-pages: 20000 }',
  expect: '{ bands: { worn-rollers: likely } }',
})

export const kbWith = topLevel('kb.yaml', {
  id: 'printers',
  version: '1.0.0',
  title: 'Printers that do not print',
  scope: 'Office printers on one floor.',
  'agents-fact': 'drivers',
  words: '{ jam: blockage }',
})

export const sourcesWith = topLevel('sources.yaml', {
  manual: "{ title: The manual of the printer, url: 'https://printer.example.com/manual', date: 2025-03 }",
})
