import { describe, expect, test } from 'vitest'
import { unboundedLoop } from '../../../src/workshop/verify/backtracking.ts'
import { costlyChain } from '../../../src/workshop/verify/loops.ts'
import { namesIn } from '../../../src/workshop/verify/template.ts'

describe('a pattern can search without end', () => {
  test.each([
    ['with a repetition inside a repetition', 'page (?:\\d+)+ lost'],
    ['when the inner one has a name', 'page (?<a>(?<b>\\w+)*) lost'],
    ['when words may or may not have a space between them', '(?:[a-z]+\\s?)+ failed'],
    ['when two ways of a repetition read the same', '(?:a|\\w)*b'],
    ['when anything may stand before a repeated comma', '(?:.*,)+ literal'],
    ['when the number of repetitions is large', '(?:\\d+){1,50}x'],
    ['deep inside groups', 'page (?:of (?:tray (?:\\s*\\d+)*)?)?'],
  ])('%s', (_, pattern) => {
    expect(unboundedLoop(pattern)).toBeDefined()
  })
})

describe('a pattern is harmless', () => {
  test.each([
    ['with one repetition of one thing', 'page \\d+ lost'],
    ['when each round begins with something of its own', '\\d+(?: \\d+)*'],
    ['when each round ends with something of its own', '(?:\\S+ )+failed'],
    ['with repetitions one after the other', '(?<a>\\S+) of (?<b>\\S+): (?<c>.*)'],
    ['when a group is repeated a few times', '(?:\\d+\\.){3}\\d+'],
    ['when a group is optional', '(?:page \\d+)? lost'],
    ['when a class holds brackets and signs', '[()+*]+ and \\(a\\)+'],
    ['when it looks ahead', '(?:(?!off)\\w )+x'],
  ])('%s', (_, pattern) => {
    expect(unboundedLoop(pattern)).toBeUndefined()
  })
})

describe('repetitions one after the other', () => {
  test.each([
    ['cost too much when each can take all that follows', 'a.*b.*c.*d', ['.*', '.*', '.*']],
    ['cost too much when nothing stands between them', 'page\\s*\\s*\\s*lost', ['\\s*', '\\s*', '\\s*']],
    ['cost too much inside a group that need not be there', 'a.*(?:b)?.*[^x]*c', ['.*', '.*', '[^x]*']],
    ['are harmless when there are two', 'a.*b.*c', undefined],
    ['are harmless when each stops at what follows', 'a[^,]*,[^,]*,[^,]*,b', undefined],
    ['are harmless when words are parted by blanks', '\\w+ \\w+ \\w+ \\w+: x', undefined],
    ['are harmless when each round needs what the others cannot take', '\\d+(?: \\d+)*\\s*$', undefined],
    ['are harmless when they are alternatives', 'a.*b|c.*d|e.*f', undefined],
    ['are harmless when they only look ahead', '(?=.*a)(?=.*b)(?=.*c)x', undefined],
  ])('%s', (_, pattern, loops) => {
    expect(costlyChain(pattern)?.loops).toEqual(loops)
  })
})

describe('the names a template takes from outside', () => {
  test.each([
    ['one value', 'stop {{ node }}', ['node']],
    ['a part of a value', '{{ exclusions.size }}', ['exclusions']],
    ['none in quotes, and no filter', '{{ node | default: other, length: 1 | upcase }} {{ "text" }}', ['node', 'other']],
    ['the list of a loop, but not its item', '{% for n in nodes %}{{ n }} {{ n.name }}{% endfor %}', ['nodes']],
    ['what is assigned from, but not what is assigned', '{% assign a = resource %}{{ a }}', ['resource']],
    [
      'the sides of a test',
      '{% if rhel == 7 and node contains "a" %}x{% elsif cluster_name %}y{% else %}z{% endif %}',
      ['rhel', 'node', 'cluster_name'],
    ],
    ['nothing of raw text', '{% raw %}{{ node }}{% endraw %}', []],
    ['nothing without brackets', 'plain {node}', []],
    ['with dashes in the brackets', '{{- node -}}{%- if rhel -%}{%- endif -%}', ['node', 'rhel']],
  ])('%s', (_, template, names) => {
    expect(namesIn(template)).toEqual(names)
  })
})
