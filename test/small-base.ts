import { mandatoryLiterals } from '../src/evidence/events/literal.ts'
import { matchForm } from '../src/evidence/events/matcher.ts'
import type { KnowledgeBase } from '../src/kb/model.ts'
import type { Problem } from '../src/kb/problem.ts'
import { readBase } from '../src/kb/read.ts'

/** A base about something else altogether: the program must not care. */
export const printers: Readonly<Record<string, string>> = {
  'kb.yaml': 'id: printers\nversion: 1.0.0\ntitle: Printers that do not print\nscope: Office printers\nagents-fact: drivers\n',
  'sources.yaml': 'manual: { title: The manual }\n',
  'symptoms/paper-does-not-move.yaml':
    'title: The paper does not move\ntype: yes-no\nask: Does the paper stay where it is?\nfirst: true\ncost: recall\n',
  'symptoms/page-is-blank.yaml':
    'title: The page is blank\ntype: yes-no\nask: Is the page blank?\nfirst: true\nseen-as: { event: blank-page, at-least: 2, within-minutes: 5 }\n',
  'facts/pages-printed.yaml':
    'title: Pages printed so far\ntype: number\nunit: pages\nask: How many pages has it printed?\ncost: command\nmerge: max\n',
  'facts/drivers.yaml': 'title: Drivers in use\ntype: list\nof: vendors\nask: Which driver is it?\n',
  'facts/rollers-worn.yaml':
    'title: The rollers are worn\ntype: yes-no\nderive:\n  - { id: many-pages, when: { pages-printed: { more-than: 10000 } }, value: yes, because: Rollers last ten thousand pages. }\n  - { id: few-pages, when: { pages-printed: { at-most: 10000 } }, value: no, because: Rollers last ten thousand pages. }\n',
  'facts/prints-with-new-rollers.yaml':
    'title: It prints with new rollers\ntype: choice\nchoices: [prints, same, not-tried]\nask: Does it print with new rollers?\ncost: change\n',
  'events/blank-page.yaml':
    "title: A blank page came out\nin: [system-log]\nforms:\n  - pattern: 'blank page from tray (?<tray>\\d+)'\n    matches: ['Mar  4 02:13:07 host lpd[1]: blank page from tray 2']\n    ignores: ['Mar  4 02:13:07 host lpd[1]: page from tray 2']\n",
  'vendors/laser.yaml':
    'title: Laser driver\naliases: []\nkinds: [antivirus]\nhooks: [{ kind: none }]\nmanaged: local\ndetect: { processes: [{ name: laserd }] }\nswitch-off:\n  - { id: stop, grade: service-stopped, do: Stop it., run: systemctl stop laserd, verify: systemctl is-active laserd, undo: systemctl start laserd, removes-hook: yes }\nexclusions: { by: none, kinds: [] }\n'.replace(
      'removes-hook: yes',
      "removes-hook: 'yes'",
    ),
  'hypotheses/worn-rollers.yaml':
    'title: The rollers are worn\nprior: -5\nrules:\n  - { id: no-movement, when: paper-does-not-move, points: 8, group: movement, because: Worn rollers slip. }\n  - { id: worn, when: rollers-worn, points: 9, because: They are old. }\n  - { id: new-rollers-help, when: { prints-with-new-rollers: { is: prints } }, decides: confirmed, because: New rollers mended it. }\n  - { id: new-rollers-do-not-help, when: { prints-with-new-rollers: { is: same } }, decides: ruled-out, because: New rollers changed nothing. }\nresolutions: [change-rollers]\n',
  'hypotheses/no-ink.yaml':
    'title: There is no ink\nprior: -5\nrules:\n  - { id: blank, when: page-is-blank, points: 9, because: Without ink there is no text. }\n  - { id: moves, when: { not: paper-does-not-move }, points: 4, because: The mechanics work. }\n  - { id: stuck, when: paper-does-not-move, points: -8, because: Ink does not hold paper. }\nresolutions: []\n',
  'resolutions/change-rollers.yaml':
    'title: Change the rollers\nstage: prove\nrecords: prints-with-new-rollers\nsteps:\n  - { id: driver-off, use: switch-off }\n  - { id: change, do: "Change the rollers of {{ node }}.", run: "rollers --change {{ resource }}", changes: true, verify: rollers --list, undo: rollers --old }\n',
  'cases/worn.yaml':
    'title: Worn\nfacts: { paper-does-not-move: yes, pages-printed: 20000 }\nexpect: { bands: { worn-rollers: likely } }\n',
}

export function read(files: Readonly<Record<string, string | Uint8Array>>): {
  kb?: KnowledgeBase | undefined
  problems: readonly Problem[]
} {
  return readBase(
    Object.entries(files).map(([path, content]) => ({ path, shown: path, content })),
    'sha256:test',
    { literals: mandatoryLiterals, match: matchForm },
  )
}

export function baseOf(files: Readonly<Record<string, string>> = printers): KnowledgeBase {
  const { kb, problems } = read(files)
  if (!kb) throw new Error(JSON.stringify(problems, null, 1))
  return kb
}
