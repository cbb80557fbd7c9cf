import { expect, test } from 'vitest'
import { tapped } from '../../src/evidence/tap.ts'
import { ps, readFiles, ring } from './bundle-kit.ts'

const log = Array.from({ length: 40 }, (_, i) => ring(`Mar 28 06:15:${10 + i}`, 'node01', `${i}`)).join('\n')
const quoted = (text: string, mark: string) => text.replace(/^(?=.)/gm, mark)
const wide = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))

test.each([
  { name: 'a log', path: 'messages', text: log },
  { name: 'a quoted log', path: 'mail.txt', text: quoted(log, '> ') },
  { name: 'a quoted list of processes', path: 'mail.txt', text: quoted(ps('/opt/CrowdStrike/falcond', '/usr/sbin/corosync -f'), '> ') },
  {
    name: 'a numbered list of processes',
    path: 'copy.txt',
    text: ps('/opt/CrowdStrike/falcond', '/usr/sbin/corosync -f')
      .split('\n')
      .map((line, i) => `${i + 1}: ${line}`)
      .join('\n'),
  },
  { name: 'a log in UTF-16 without a mark', path: 'log.txt', text: wide(log) },
])('$name is read the same, however few bytes come at a time', async ({ path, text }) => {
  const whole = await readFiles({ [path]: text })
  expect(whole.examined).toHaveLength(1)
  for (const pieces of [1, 30, 1000]) {
    const { observations, events, examined, ledger } = await readFiles({ [path]: text }, { pieces })
    expect({ observations, events, examined, ledger }).toEqual({
      observations: whole.observations,
      events: whole.events,
      examined: whole.examined,
      ledger: whole.ledger,
    })
  }
})

test('of a damaged file that has to be made whole, what came before is read', async () => {
  const broken = log.replace(/(.{60,70}) /g, '$1\n')
  const bytes = new TextEncoder().encode(broken)
  const tap = tapped(
    {
      path: 'messages',
      async *read() {
        yield bytes
        throw new Error('It is damaged')
      },
    },
    {},
  )
  expect(new TextDecoder().decode(await tap.head()).slice(0, 200)).toContain(log.split('\n')[0])
  await expect(async () => {
    for await (const _ of tap.rest());
  }).rejects.toThrow('It is damaged')
})
