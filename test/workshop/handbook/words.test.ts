import { describe, expect, test } from 'vitest'
import type { RawCondition } from '../../../src/kb/shapes.ts'
import { conditionText } from '../../../src/workshop/handbook/condition-words.ts'
import type { Text } from '../../../src/workshop/handbook/model.ts'
import { templateText } from '../../../src/workshop/handbook/parts.ts'
import { effectText, oddsWords } from '../../../src/workshop/handbook/point-words.ts'
import { seenTexts } from '../../../src/workshop/handbook/seen-words.ts'
import { plainOf } from '../../../src/workshop/handbook/walk.ts'
import { baseOf } from '../../small-base.ts'

const kb = baseOf()
const plain = (text: Text) => text.map(plainOf).join('')

describe('conditions in words', () => {
  test.each<{ condition: RawCondition; words: string }>([
    { condition: 'rollers-worn', words: '“The rollers are worn” is yes' },
    { condition: { not: 'rollers-worn' }, words: '“The rollers are worn” is no' },
    { condition: { 'rollers-worn': { 'is-not': 'yes' } }, words: '“The rollers are worn” is no' },
    { condition: { 'pages-printed': { 'more-than': 120 } }, words: '“Pages printed so far” is more than 120 pages' },
    { condition: { not: { 'pages-printed': { 'more-than': 120 } } }, words: '“Pages printed so far” is at most 120 pages' },
    {
      condition: { 'pages-printed': { 'at-least': 1, 'less-than': 9 } },
      words: '“Pages printed so far” is at least 1 pages and “Pages printed so far” is less than 9 pages',
    },
    { condition: { 'pages-printed': { known: true } }, words: '“Pages printed so far” is known' },
    { condition: { drivers: { includes: 'laser' } }, words: '“Drivers in use” includes Laser driver' },
    { condition: { not: { drivers: { includes: 'laser' } } }, words: '“Drivers in use” does not include Laser driver' },
    { condition: { drivers: { is: [] } }, words: '“Drivers in use” is empty' },
    {
      condition: { 'prints-with-new-rollers': { 'one-of': ['prints', 'same'] } },
      words: '“It prints with new rollers” is one of prints or same',
    },
    {
      condition: { all: ['page-is-blank', { any: ['rollers-worn', { not: 'paper-does-not-move' }] }] },
      words: '“The page is blank” is yes and (“The rollers are worn” is yes or “The paper does not move” is no)',
    },
    {
      condition: { not: { all: ['page-is-blank', 'rollers-worn'] } },
      words: 'not (“The page is blank” is yes and “The rollers are worn” is yes)',
    },
    { condition: { all: ['page-is-blank'] }, words: '“The page is blank” is yes' },
    { condition: { 'no-ink': { 'at-least': 'likely' } }, words: 'There is no ink is at least likely' },
  ])('$words', ({ condition, words }) => {
    expect(plain(conditionText(kb, condition))).toBe(words)
  })
})

describe('points in words', () => {
  test.each([
    { points: 0, words: 'as likely as not' },
    { points: 1, words: 'slightly' },
    { points: -2, words: 'one and a half to one' },
    { points: 3, words: 'two to one' },
    { points: 4, words: 'two and a half to one' },
    { points: -6, words: 'four to one' },
    { points: 8, words: 'six to one' },
    { points: 10, words: 'ten to one' },
    { points: 14, words: '25 to one' },
    { points: -20, words: '100 to one' },
    { points: 30, words: '1,000 to one' },
  ])('$points points are $words', ({ points, words }) => {
    expect(oddsWords(points)).toBe(words)
  })

  test.each([
    { effect: { points: 8 }, words: '+8 six to one for it' },
    { effect: { points: -6 }, words: '−6 four to one against it' },
    { effect: { decides: 'confirmed' as const }, words: 'confirms it' },
    { effect: { decides: 'ruled-out' as const }, words: 'rules it out' },
  ])('a rule says "$words"', ({ effect, words }) => {
    expect(plain(effectText(effect))).toBe(words)
  })
})

describe('log conditions in words', () => {
  test.each([
    { seen: { event: 'blank-page' }, words: '“A blank page came out”' },
    {
      seen: { event: 'blank-page', 'at-least': 2, 'within-minutes': 5 },
      words: 'at least 2 times: “A blank page came out”, all within 5 minutes',
    },
    { seen: { event: 'blank-page', where: { tray: ['1', '2'] } }, words: '“A blank page came out” (tray = 1 or 2)' },
    {
      seen: { event: 'blank-page', distinct: 'tray', 'at-least': 2, same: 'node' },
      words: 'at least 2 different values of tray in: “A blank page came out”, with the same node',
    },
    {
      seen: { sequence: ['blank-page', { 'blank-page': { tray: '2' } }] },
      words: 'in this order: “A blank page came out”, then “A blank page came out” (tray = 2)',
    },
    {
      seen: { event: 'blank-page', 'ignore-after': { event: 'blank-page', seconds: 20 } },
      words: '“A blank page came out”; what comes within 20 seconds after this does not count: “A blank page came out”',
    },
    { seen: { event: 'blank-page', without: 'blank-page' }, words: '“A blank page came out”, and without: “A blank page came out”' },
  ])('$words', ({ seen, words }) => {
    expect(seenTexts(kb, seen).map(plain)).toEqual([words])
  })
})

describe('templates for reading', () => {
  test.each([
    { name: 'a placeholder becomes a word in capitals', template: 'pcs node standby {{ node }}', text: 'pcs node standby NODE' },
    { name: 'a filter is not shown', template: '{{ cluster_name | upcase }}', text: 'CLUSTER_NAME' },
    {
      name: 'branches become comment lines, so that the lines can be copied',
      template: '{% if rhel == 7 %}old{% elsif rhel %}new{% else %}either{% endif %}\nnext',
      text: '# if rhel is 7:\nold\n# or if rhel is known:\nnew\n# otherwise:\neither\n# in any case:\nnext',
    },
    {
      name: 'nothing follows the last branch, so its end needs no line',
      template: '{% if rhel == 7 %}old{% endif %}',
      text: '# if rhel is 7:\nold',
    },
    {
      name: 'a loop says what it goes over',
      template: 'Exclude:\n{%- for e in exclusions %}\n- {{ e.path }}\n{%- endfor %}\nThanks',
      text: 'Exclude:\n# for each e in exclusions:\n- PATH\n# end of the list\nThanks',
    },
    { name: 'braces that are no template stay', template: "awk '{ print $1 }'", text: "awk '{ print $1 }'" },
  ])('$name', ({ template, text }) => {
    expect(templateText(template)).toBe(text)
  })
})
