import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { bareKernelMessage } from '../../src/evidence/lines/bare-kernel.ts'
import { splitRawLine } from '../../src/evidence/lines/prefix.ts'
import { mayHoldLines, sniffLogKind } from '../../src/evidence/lines/sniff.ts'

const examples = readdirSync('rules/events').flatMap(file => {
  const { forms } = parse(readFileSync(`rules/events/${file}`, 'utf8')) as { forms: { matches: string[] }[] }
  return forms.flatMap(({ matches }) => matches)
})
const others = [
  '[1234] node01 corosync notice  [TOTEM ] A processor failed',
  'corosync [TOTEM ] no time at all',
  '[    1.500000] sd 0:0:0:0: gone',
  '<4>[    1.500000] sd 0:0:0:0: gone',
  'kern  :warn  : [    1.500000] sd 0:0:0:0: gone',
  '1774678503.123456 node01 kernel: gone',
  '/var/log/messages:12:Mar 28 06:15:03 node01 kernel: gone',
  'IPaddr2(vip)[12]:\t2026/03/28_06:15:03 INFO: up',
  '\u001b[31mMar 28 06:15:03\u001b[0m node01 kernel: gone',
  '{"MESSAGE":"gone","__REALTIME_TIMESTAMP":"1774678503123456","_HOSTNAME":"node01"}',
]

describe('a first look at a line', () => {
  const line = fc.constantFrom(...examples, ...others)
  const edit = fc.tuple(fc.nat(60), fc.nat(3), fc.constantFrom('', ' ', ':', '[', '1', 'x', '\u001b[1m', '\t', 'ä', '\r'))
  test('never misses one that has the prefix of a log', () => {
    fc.assert(
      fc.property(line, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const changed = edits.reduce((now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone), text)
        fc.pre(changed.trim() !== '')
        expect(sniffLogKind(changed) !== undefined).toBe(splitRawLine(changed).format !== undefined)
      }),
      { numRuns: 3000 },
    )
  })

  test('nor the bare words of the kernel within a text', () => {
    const bare = examples
      .map(text => text.replace(/^.*?(?:kernel: |(?=\[ *\d+\.\d{6}\] ))(?:\[ *\d+\.\d{6}\] )?/, ''))
      .filter(text => bareKernelMessage(text) !== undefined)
    expect(bare.length).toBeGreaterThan(200)
    expect(bare.filter(text => !mayHoldLines(`Then it said\n${text}\nand no more\n`))).toEqual([])
  })
  test('but a text without any is not looked at line by line', () => {
    expect(mayHoldLines('# a small file\nnumber = 1\nname = "x"\n')).toBe(false)
  })
})
