/** Whole files of the small example base, with a place for what a page is about. */

/** The hypothesis about ink with more rules behind its own. */
export function inkWith(rules: string, resolutions = '[change-ink]'): readonly [string, string] {
  return [
    'hypotheses/no-ink.yaml',
    `title: There is no ink
explain: Without ink the paper moves, and nothing is on it.
prior: -2
rules:
  - { id: blank, when: page-is-blank, points: 9, because: Without ink there is no text. }
  - { id: moves, when: { not: paper-does-not-move }, points: 4, because: The mechanics work. }
  - { id: stuck, when: paper-does-not-move, points: -8, because: Ink does not hold paper. }
${rules}resolutions: ${resolutions}
`,
  ]
}

/** One more rule of that hypothesis, about how long it has printed. */
export function ageRule(id: string, moreThan: number, points: number, group?: string): string {
  const own = group === undefined ? '' : `, group: ${group}`
  return `  - { id: ${id}, when: { printed-pages: { more-than: ${moreThan} } }, points: ${points}${own}, because: A bottle does not last so long. }\n`
}

/** The resolution about ink, from its stage on. */
export function inkResolution(stage: string): readonly [string, string] {
  return [
    'resolutions/change-ink.yaml',
    `title: Change the ink
stage: ${stage}
steps:
  - { id: look, do: Look how much ink is left., run: ink --level, on: one-node, risk: none, expect: A share in percent. }
`,
  ]
}

export const smell = [
  'symptoms/smells-burnt.yaml',
  `title: It smells burnt
type: yes-no
first: true
ask: Does the printer smell burnt?
explain: Dust on the heater smells before anything is seen.
cost: recall
find-out:
  - { do: Go near it while it prints, expect: a smell of burnt dust }
`,
] as const

export const smellRule = '  - { id: burnt, when: smells-burnt, points: -3, because: Missing ink does not smell. }\n'

export const outOfPaper = [
  'events/out-of-paper.yaml',
  `title: The tray is empty
in: [system-log]
forms:
  - process: [lpd]
    pattern: 'tray (?<tray>\\d+) is out of paper'
    matches: ['Mar  4 02:13:07 host lpd[1]: tray 2 is out of paper']
    ignores: ['Mar  4 02:13:07 host mail[1]: I think tray 2 is out of paper']
`,
] as const

/** An event about a page that got lost. */
export function lostPage(pattern: string): readonly [string, string] {
  return [
    'events/lost-page.yaml',
    `title: A page got lost
in: [system-log]
forms:
  - process: [lpd]
    pattern: '${pattern}'
    matches: ['Mar  4 02:13:07 host lpd[1]: lost a page from tray 2']
    ignores: ['Mar  4 02:13:07 host mail[1]: I lost a page from tray 2']
`,
  ]
}

export const newPrinter = [
  'resolutions/new-printer.yaml',
  `title: Use another printer
stage: contain
steps:
  - { id: other, do: Print on the printer of the next room. }
`,
] as const
