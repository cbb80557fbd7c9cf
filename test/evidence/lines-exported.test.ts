import { expect, test } from 'vitest'
import { exportLines, isExport } from '../../src/evidence/lines/exported.ts'

const said = 'It fails here:\n\n# pcs cluster setup abc abc1 abc2\nError: abc2: Connection timeout\n\nTwice now.'

test.each([
  ['a ticket with comments', { ticket: { id: 7, subject: 'set-up' }, comments: [{ author: 'x', body: said }] }],
  ['an issue', { number: 3, title: 'set-up', body: said.replaceAll('\n', '\r\n') }],
  ['a record whose fields have two values', { result: [{ work_notes: { value: '', display_value: said } }] }],
  ['a document of paragraphs', { description: { content: said.split('\n').map(text => ({ content: [{ type: 'text', text }] })) } }],
  ['a page in a string', { body: { content: `<p>${said.replaceAll('\n', '<br>')}</p>` } }],
  ['a list of lines', { description: said.split('\n') }],
])('the lines of %s in JSON are read, in one line or set in', (_, document) => {
  for (const text of [JSON.stringify(document), JSON.stringify(document, undefined, 2)]) {
    expect(isExport(text)).toBe(true)
    expect(exportLines(text).split('\n')).toEqual(
      expect.arrayContaining(['# pcs cluster setup abc abc1 abc2', 'Error: abc2: Connection timeout']),
    )
  }
})

test('a sentence that an editor keeps in pieces stays one', () => {
  const text = JSON.stringify({
    body: [
      {
        content: [
          { type: 'text', text: 'Here ' },
          { type: 'text', text: 'pcs status' },
          { type: 'text', text: ' is slow.' },
        ],
      },
    ],
  })
  expect(exportLines(text)).toBe('Here pcs status is slow.\n')
})

test.each([
  [
    'a description of an interface',
    { openapi: '3.0', info: { description: 'Runs the command\nand waits for its end, however long it takes' } },
  ],
  [
    'the description of an agent',
    { name: 'IPaddr2', longdesc: 'Manages an address\nand takes it down when the resource stops', content: [{}] },
  ],
  ['a script within settings', { content: { 'run.sh': '#!/bin/sh\necho the cluster is slow today\npcs status' } }],
  ['the state of a program', { healthy: true, message: 'ok', realTimeProtectionEnabled: { value: false } }],
])('%s is no export of what people wrote', (_, document) => {
  expect(isExport(JSON.stringify(document))).toBe(false)
  expect(isExport(JSON.stringify(document, undefined, 2))).toBe(false)
})
