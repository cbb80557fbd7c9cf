import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { appendItem } from '../../../src/workshop/scaffold/insert.ts'

describe('appending to a list of a rule file', () => {
  test.each([
    {
      name: 'a block list gets one more item at its own indent',
      text: 'rules:\n  - { id: a }\nnext: 1\n',
      after: 'rules:\n  - { id: a }\n  - new\nnext: 1\n',
    },
    { name: 'a list that is not indented stays so', text: 'rules:\n- a\nnext: 1\n', after: 'rules:\n- a\n- new\nnext: 1\n' },
    {
      name: 'an item of several lines is not cut',
      text: 'rules:\n  - id: a\n    because: b\nnext: 1\n',
      after: 'rules:\n  - id: a\n    because: b\n  - new\nnext: 1\n',
    },
    {
      name: 'a comment behind the last item stays with it',
      text: 'rules:\n  - a # why\n# end\n',
      after: 'rules:\n  - a # why\n  - new\n# end\n',
    },
    { name: 'a file without a last line break gets one', text: 'rules:\n  - a', after: 'rules:\n  - a\n  - new\n' },
    { name: 'a flow list stays a flow list', text: 'rules: [a, b]\n', after: 'rules: [a, b, new]\n' },
    { name: 'an empty flow list gets its first item', text: 'rules: []\n', after: 'rules: [new]\n' },
    { name: 'a flow list over several lines is understood', text: 'rules: [\n  a,\n  b\n]\n', after: 'rules: [\n  a,\n  b, new\n]\n' },
  ])('$name', ({ text, after }) => {
    expect(appendItem(text, 'rules', 'new')).toBe(after)
    const { rules: before, ...rest } = parse(text)
    expect(parse(after)).toEqual({ rules: [...before, 'new'], ...rest })
  })

  test.each([{ text: 'rules: 3\n' }, { text: 'other: []\n' }, { text: 'rules: [a\n' }, { text: '' }])(
    'nothing is guessed when there is no list: $text',
    ({ text }) => {
      expect(appendItem(text, 'rules', 'new')).toBeUndefined()
    },
  )
})
