import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mandatoryLiterals } from '../../src/evidence/events/literal.ts'
import { createPrefilter } from '../../src/evidence/events/prefilter.ts'
import type { EventFile } from '../../src/kb/shapes.ts'

describe('the literals that a pattern cannot do without', () => {
  test.each([
    ['abcdef', ['abcdef']],
    ['^abcdef$', ['abcdef']],
    ['(?:abcd|efgh)', ['abcd', 'efgh']],
    ['(?<x>abcd|efgh)ij', ['abcdij', 'efghij']],
    ['abcd|ef', undefined],
    ['abc', undefined],
    ['\\d+ timed out after \\d+', [' timed out after ']],
    ['abcd(?:efgh)?', ['abcd']],
    ['abcd(?:efgh)*ijkl', ['abcd']],
    ['ab(?:cd)+ef', ['abcd']],
    ['(?:ab){2}', ['abab']],
    ['(?:ab){2,}', ['abab']],
    ['(?:abcd){0,3}', undefined],
    ['[Ss]tart', ['Start', 'start']],
    ['[a-z]tart', ['tart']],
    ['[^a]tart', ['tart']],
    ['abcd.efghi', ['efghi']],
    ['abcd(?!xyz)ef', ['abcdef']],
    ['(?<=longer than)abcd', ['abcd']],
    ['\\[TOTEM\\s*\\] FAILED', ['] FAILED']],
    ['ab\\x63d', ['abcd']],
    ['\\bOCF_TIMEOUT\\b', ['OCF_TIMEOUT']],
    ['(abcd)\\1', ['abcd']],
    ['a\\.b\\/c', ['a.b/c']],
    ['ä€b', ['ä€b']],
    ['(?:abcd|(?:efgh|ijkl) x)', ['abcd', 'efgh x', 'ijkl x']],
    ['(?:x.*abcd|y.*efgh)', ['abcd', 'efgh']],
    [' DPT=(?:22|54\\d)', [' DPT=22', ' DPT=54']],
    ['(?:a\\dwxyz|bcdwxyz)-', ['wxyz-']],
    ['[abcde]bcd', undefined],
    ['.*', undefined],
    ['', undefined],
    ['(', undefined],
  ])('%s: %j', (pattern, literals) => expect(mandatoryLiterals(pattern)).toEqual(literals))

  const atom = fc.constantFrom('abcd', 'ef', 'x', '[xy]', '\\d', '.', '\\s*', 'gh{2}', '\\[', '(?=abcd)', '[a\\]]', '\\t')
  const { pattern } = fc.letrec<{ pattern: string; part: string }>(tie => ({
    part: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc.tuple(tie('pattern'), fc.constantFrom('', '?', '+', '*', '{2}', '{1,2}', '{0,1}')).map(([inner, times]) => `(?:${inner})${times}`),
    ),
    pattern: fc.oneof(
      { depthSize: 'small' },
      fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map(parts => parts.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}|${b}`),
    ),
  }))
  const holds = (regex: string, text: string) => {
    const found = new RegExp(regex).exec(text)
    const literals = mandatoryLiterals(regex)
    return !found || !literals || literals.some(literal => text.includes(literal))
  }

  test('one of them is in every text that the pattern matches', () => {
    const piece = fc.constantFrom('abcd', 'ef', 'x', 'y', '1', ' ', 'gh', 'ghh', '[', ']', '\t')
    const text = fc.array(piece, { maxLength: 4 }).map(parts => parts.join(''))
    fc.assert(fc.property(pattern, text, holds), { numRuns: 1000, interruptAfterTimeLimit: 15_000 })
  })

  test('every form of the rules has some, and its examples contain one of them', () => {
    for (const file of readdirSync('rules/events')) {
      const event: EventFile = parse(readFileSync(`rules/events/${file}`, 'utf8'))
      for (const { pattern: regex, matches } of event.forms) {
        const literals = mandatoryLiterals(regex)
        expect(literals, `${file}: ${regex}`).toBeDefined()
        for (const line of matches)
          expect(
            literals!.some(literal => line.includes(literal)),
            line,
          ).toBe(true)
      }
    }
  })
})

describe('the prefilter', () => {
  const encode = (text: string) => new TextEncoder().encode(text)

  test('finds what a plain search finds, wherever it is', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 14 })
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 12_000, size: 'max' })
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 6 }), text, fc.nat(20), (words, sample, from) => {
        const prefilter = createPrefilter(words.map(encode))
        const bytes = encode(sample)
        const plain = words.flatMap((literal, i) => (sample.indexOf(literal, from) === -1 ? [] : [i]))
        expect(prefilter.literalsIn(bytes, from, bytes.length)).toEqual(plain)
        const positions = [...prefilter.positions(bytes, from, bytes.length)]
        expect(positions).toEqual([...positions].sort((a, b) => a - b))
        // Each occurrence has a position within it, and no position is without an occurrence.
        const within = (at: number) => words.some(literal => inside(sample, literal, at, from))
        expect(positions.every(within)).toBe(true)
        for (const literal of words) {
          for (let at = sample.indexOf(literal, from); at !== -1; at = sample.indexOf(literal, at + 1)) {
            expect(positions.some(position => position >= at && position < at + literal.length)).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('refuses literals that are too short to search for', () => expect(() => createPrefilter([encode('abc')])).toThrow(RangeError))
  test('finds nothing when there is nothing to find', () => expect(createPrefilter([]).positions(encode('abcd'), 0, 4)).toHaveLength(0))

  function inside(sample: string, literal: string, at: number, from: number): boolean {
    for (let start = Math.max(from, at - literal.length + 1); start <= at; start++) if (sample.startsWith(literal, start)) return true
    return false
  }
})
