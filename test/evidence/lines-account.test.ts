import { describe, expect, test } from 'vitest'
import { tellsOfOwn } from '../../src/evidence/lines/session.ts'

const accounts: readonly (readonly [string, string])[] = [
  ['two lines of a note', 'db07 again: pcs status 50 s, db08 at once. checked twice, no idea why\n- tom'],
  ['a mail in Norwegian', 'Hei,\n\nsiden mandag henger ls på noden vår i ti minutter. Vi startet den på nytt i går.\n\nHilsen Kari'],
  ['a chat without times', 'ann: my ls hangs on web3\nbob: since when\nann: since the update yesterday\nbob: same here\n'],
  [
    'who quotes what others said in general',
    'I have a three node cluster with pacemaker. The log fills as below:\n\n> If membership is stable you can ignore them. You may also try whether netmtu should be less, if you can, or see if it must be so.\n\nThank you!',
  ],
  ['a note in Ukrainian', 'Колеги, вчора на вузлі db2 команда ls зависла на десять хвилин. Ми перезавантажили сервер.\n'],
]
describe('who tells what happened to a system of their own is believed', () => {
  test.each(accounts)('%s', (_, text) => expect(tellsOfOwn(text)).toBe(true))
  test.each(accounts)('%s, however it was handed on', (_, text) => {
    expect(tellsOfOwn(`\uFEFF${text.replace(/\n/g, '\r\n')}`)).toBe(true)
    expect(tellsOfOwn(text.replace(/^/gm, '> '))).toBe(true)
  })
  test.each([
    [
      'an article without headings',
      'When a scanner is installed, pcs status takes several minutes and ls hangs. The vendor recommends exclusions.\n',
    ],
    ['a runbook', 'Runbook\n1. Log in to the node.\n2. Run pcs status. If it takes more than a minute, note it.\n'],
    [
      'a question of an exam',
      'Question 3\nls hangs on node2 since yesterday. Which of the following is the cause?\nA) the disk\nB) the scanner\n',
    ],
    ['an article in Polish', 'Jeśli na węźle zainstalowano skaner, polecenie pcs status trwa kilka minut. Należy dodać wyjątki.\n'],
    [
      'a test of a program',
      'Feature: bootstrap of our cluster\n\n  Scenario: We join and it timed out\n    Given Cluster service is "stopped" on "ab1"\n    When Run "crm cluster join -y" on "ab2"\n    Then Expected "Timed out after 120 seconds"\n',
    ],
    ['a plan in Japanese', '訓練シナリオ（案）\n想定1：ls が2分以上応答しない。\n実施日は未定。\n'],
    ['a page for buyers', 'Our award-winning solution ends slow clusters. Book a demo today and learn more.\n'],
  ])('but not %s', (_, text) => expect(tellsOfOwn(text)).toBe(false))
})
