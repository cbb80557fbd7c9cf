/**
 * The base that the examples of lint's pages stand on: about printers, small, and with nothing in it to complain about.
 * An example adds, replaces or takes away files of it.
 */
export const exampleBase: Readonly<Record<string, string>> = {
  'kb.yaml': `id: printers
version: 1.0.0
title: Printers that do not print
scope: Office printers on one floor.
agents-fact: drivers
words: { jam: blockage }
`,
  'sources.yaml': `manual: { title: The manual of the printer, url: 'https://printer.example.com/manual', date: 2025-03 }
`,
  'symptoms/paper-does-not-move.yaml': `title: The paper does not move
type: yes-no
first: true
ask: Does the paper stay where it is?
explain: The rollers turn, and the sheet stays in its tray.
cost: recall
find-out:
  - { do: Look into the tray while it prints, expect: a sheet that stays }
`,
  'symptoms/page-is-blank.yaml': `title: The page is blank
type: yes-no
first: true
ask: Is the page blank?
explain: A page came out, and nothing is on it.
cost: recall
find-out:
  - { do: Look at the last page, expect: no text on it }
seen-as: { event: blank-page, at-least: 2, within-minutes: 5 }
`,
  'facts/printed-pages.yaml': `title: Pages printed so far
type: number
unit: pages
merge: max
ask: How many pages has it printed?
explain: The printer counts every page since it was made.
cost: command
find-out:
  - { run: lpq --counter, expect: one number }
`,
  'facts/drivers.yaml': `title: Drivers in use
type: list
of: vendors
ask: Which drivers are in use?
explain: A driver turns a document into what the printer understands.
cost: command
find-out:
  - { run: lpstat -v, expect: a line for each driver }
`,
  'facts/rollers-worn.yaml': `title: The rollers are worn
type: yes-no
derive:
  - { id: many-pages, when: { printed-pages: { more-than: 10000 } }, value: yes, because: Rollers last ten thousand pages. }
  - { id: few-pages, when: { printed-pages: { at-most: 10000 } }, value: no, because: Rollers last ten thousand pages. }
`,
  'facts/prints-with-new-rollers.yaml': `title: Whether it prints with new rollers
type: choice
choices: { prints: it prints, same: nothing changed, not-tried: not tried yet }
ask: What happened with new rollers?
explain: New rollers either move the paper or show that something else is wrong.
cost: change
find-out:
  - { do: Put new rollers in and print a page, expect: a printed page }
`,
  'events/blank-page.yaml': `title: A blank page came out
in: [system-log]
forms:
  - process: [lpd]
    pattern: 'blank page from tray (?<tray>\\d+)'
    matches: ['Mar  4 02:13:07 host lpd[1]: blank page from tray 2']
    ignores: ['Mar  4 02:13:07 host mail[1]: I saw a blank page from tray 2']
`,
  'vendors/laser.yaml': `title: Laser driver
aliases: [laserd]
kinds: [antivirus]
managed: local
hooks: [{ kind: none }]
detect: { processes: [{ name: laserd }] }
switch-off:
  - id: stop
    grade: service-stopped
    do: Stop the driver.
    run: systemctl stop laserd
    verify: systemctl is-active laserd
    undo: systemctl start laserd
    removes-hook: 'yes'
exclusions:
  by: command
  kinds: [folder]
  forms: { folder: { add: 'laserctl exclude {{ path }}', remove: 'laserctl include {{ path }}' } }
  list: laserctl list
confidence: documented
sources: [manual]
`,
  'components/tray.yaml': `title: The paper tray
detect: { always: true }
paths:
  - path: /var/spool/tray
    kind: folder
    hot: true
    why: Every page is read from here.
    risk: A document in the spool is not looked at.
confidence: documented
sources: [manual]
`,
  'hypotheses/worn-rollers.yaml': `title: The rollers are worn
explain: Old rollers slip, and the paper stays where it is.
prior: -5
rules:
  - { id: no-movement, when: paper-does-not-move, points: 8, group: movement, because: Worn rollers slip. }
  - { id: worn, when: rollers-worn, points: 9, because: They are old. }
  - { id: not-worn, when: { not: rollers-worn }, points: -4, group: age, because: They are new. }
  - { id: new-rollers-help, when: { prints-with-new-rollers: { is: prints } }, decides: confirmed, because: New rollers mended it. }
  - { id: new-rollers-do-not-help, when: { prints-with-new-rollers: { is: same } }, decides: ruled-out, because: New rollers changed nothing. }
resolutions: [change-rollers]
sources: [manual]
`,
  'hypotheses/no-ink.yaml': `title: There is no ink
explain: Without ink the paper moves, and nothing is on it.
prior: -2
rules:
  - { id: blank, when: page-is-blank, points: 9, because: Without ink there is no text. }
  - { id: moves, when: { not: paper-does-not-move }, points: 4, because: The mechanics work. }
  - { id: stuck, when: paper-does-not-move, points: -8, because: Ink does not hold paper. }
resolutions: [change-ink]
`,
  'resolutions/change-rollers.yaml': `title: Change the rollers
stage: prove
records: prints-with-new-rollers
steps:
  - { id: driver-off, use: switch-off }
  - id: change
    do: Change the rollers of {{ node }}.
    run: 'rollers --change {{ resource }}'
    changes: true
    on: one-node
    risk: low
    expect: The paper moves.
    verify: rollers --list
    undo: rollers --old
`,
  'resolutions/change-ink.yaml': `title: Change the ink
stage: prove
steps:
  - { id: look, do: Look how much ink is left., run: ink --level, on: one-node, risk: none, expect: A share in percent. }
`,
  'cases/worn.yaml': `title: The rollers are old and slip
facts: { paper-does-not-move: yes, printed-pages: 20000 }
expect: { bands: { worn-rollers: likely } }
`,
}
