import { describe, expect, test } from 'vitest'
import { later } from '../../src/evidence/lines/later.ts'
import { withEndings } from '../../src/evidence/told/words/form.ts'

const text = 'Der Befehl hing. Der BEFEHL hing noch einmal.'

describe('a pattern that is made when it is first used', () => {
  test.each([
    ['is asked whether it stands in a text', (pattern: RegExp) => pattern.test(text)],
    ['gives what it found, by name', (pattern: RegExp) => ({ ...pattern.exec(text)?.groups })],
    ['gives all that it found', (pattern: RegExp) => [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ index }) => index)],
    ['gives where it stands', (pattern: RegExp) => text.search(pattern)],
    ['gives the match', (pattern: RegExp) => text.match(pattern)?.[0]],
    ['takes a part away', (pattern: RegExp) => text.replace(pattern, '')],
    ['writes a part anew', (pattern: RegExp) => text.replace(pattern, said => said.toUpperCase())],
    ['parts a text', (pattern: RegExp) => text.split(pattern)],
    ['is a part of another', (pattern: RegExp) => new RegExp(`${pattern.source} noch`, pattern.flags).test(text)],
  ])('%s as one that is made at once', (_, use) => {
    expect(use(later('(?<what>befehl) hing', 'iu'))).toEqual(use(/(?<what>befehl) hing/iu))
  })

  test('finds all of them itself', () => {
    const places = (pattern: RegExp) => [...text.matchAll(pattern)].map(({ 0: said, index }) => [said, index])
    const pattern = later('b\\p{L}+', 'giu')
    expect(places(pattern)).toEqual(places(/b\p{L}+/giu))
    expect(places(pattern)).toHaveLength(2)
  })

  test('a wrong one is no trouble before it is used', () => {
    const pattern = later('(', 'u')
    expect(() => pattern.test(text)).toThrow(SyntaxError)
  })

  const all = (shape: RegExp) => Array.from({ length: 0xd800 }, (_, code) => String.fromCodePoint(code)).filter(one => shape.test(one))
  const [letter, edge] = [later('^\\p{L}$', 'u'), later('^[^\\p{L}]$', 'u')]

  test.each([
    ['Latin', /(?=\p{L})[\u0000-\u02c1\u1e00-\u1eff]/u],
    ['Greek', /(?=\p{L})[\u0370-\u03ff]/u],
    ['Cyrillic', /(?=\p{L})[\u0400-\u052f]/u],
    ['Hebrew', /(?=\p{L})[\u05d0-\u05ea]/u],
    ['Arabic', /(?=\p{L})[\u0620-\u064a]/u],
    ['Japanese', /(?=\p{L})[\u3041-\u30ff]/u],
    ['Chinese', /(?=\p{L})[\u4e00-\u9fff]/u],
    ['Korean', /(?=\p{L})[\uac00-\ud7a3]/u],
  ])('letters are letters: %s', (_, shape) => {
    const letters = all(shape)
    expect(letters.length).toBeGreaterThan(20)
    expect(letters.filter(one => !letter.test(one) || edge.test(one))).toEqual([])
  })

  test('what stands between words is no letter', () => {
    const others = all(/[\p{Z}\p{S}\p{P}\p{N}\p{Cc}](?<=[\u0000-\u02c1\u05be-\u066f\u2000-\u206f\u2190-\u27ff\u3000-\u303f\u30fb])/u)
    expect(others.length).toBeGreaterThan(1000)
    expect(others.filter(one => letter.test(one) || !edge.test(one))).toEqual([])
  })

  test('words that go on with any ending share it, and mean the same', () => {
    expect(withEndings('hang*|hung|stuck*|stick*|freez(?:e|ing)*')).toBe(
      'hang*|hung|(?:stuck|stick)*|freez(?:e|ing)*'.replaceAll('*', '\\p{L}{0,14}'),
    )
  })
})
