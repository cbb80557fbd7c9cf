import { describe, expect, test } from 'vitest'
import { later } from '../../src/evidence/lines/later.ts'

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
})
