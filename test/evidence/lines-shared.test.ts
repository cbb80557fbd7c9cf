import { describe, expect, test } from 'vitest'
import { anyPrompt, hostPrompt, isPrompt, isSurePrompt, userPrompt } from '../../src/evidence/lines/prompt.ts'
import { hourOfDay } from '../../src/evidence/lines/time.ts'
import { nameAlone, nameInMarks, nameTraced, simple } from '../../src/evidence/readers/simple-commands.ts'

describe('the prompt of a shell', () => {
  const leads = (part: string) => (line: string) => new RegExp(`^${part}pcs status$`).test(line)
  const kinds = { any: leads(anyPrompt), asks: isPrompt, sure: isSurePrompt, host: leads(hostPrompt), user: leads(userPrompt) }
  type Kind = keyof typeof kinds
  test.each<[name: string, line: string, is: readonly Kind[]]>([
    ['of RHEL names user, host and folder', '[root@node01 ~]# pcs status', ['any', 'asks', 'sure', 'host', 'user']],
    ['may have a blank behind the bracket', '[root@node01 ~] # pcs status', ['any', 'asks', 'sure', 'host', 'user']],
    ['of Debian names them as well', 'root@node01:~# pcs status', ['any', 'asks', 'sure', 'host', 'user']],
    ['of SLES has a blank before its sign', 'node01:~ # pcs status', ['any', 'asks', 'host']],
    ['of an account of SLES ends with an arrow', 'db2inst1@node01:~> pcs status', ['any', 'asks', 'sure', 'host']],
    ['in brackets may name the host alone', '[node01]# pcs status', ['any', 'asks', 'sure']],
    ['of zsh', 'root@node01 ~ % pcs status', ['any', 'asks', 'sure']],
    ['without any name may be a heading as well', '# pcs status', ['any', 'asks']],
    ['without any name may be a price as well', '$ pcs status', ['any', 'asks']],
    ['of a theme of zsh', 'node01 ❯ pcs status', ['any']],
    ['is not what stands before a command in a sentence', 'We ran pcs status', []],
    ['is not a mail that quotes', '> pcs status', []],
    ['is not an entry of a list', '- pcs status', []],
  ])('%s', (_, line, is) => {
    expect((Object.keys(kinds) as Kind[]).filter(kind => kinds[kind](line))).toEqual(is)
  })

  test('in a line without end is not there', () => {
    for (const piece of ['a', '@', ' ', '[', 'a@', 'a:~', '] ', '~ '])
      for (const is of Object.values(kinds)) expect(is(piece.repeat(100_000))).toBe(false)
  })
})

describe('a time of day in one of its halves', () => {
  test.each<[name: string, hour: number | string, half: string | undefined, is: number]>([
    ['midnight is 12 AM', 12, 'AM', 0],
    ['noon is 12 PM', 12, 'PM', 12],
    ['the morning stays', '06', 'AM', 6],
    ['the afternoon is twelve hours later', '06', 'PM', 18],
    ['an export writes it small, or only its first letter', '6', 'p', 18],
    ['Chinese', 3, '下午', 15],
    ['Chinese before noon', 12, '上午', 0],
    ['Japanese', 3, '午後', 15],
    ['Japanese before noon', 3, '午前', 3],
    ['Korean', 11, '오후', 23],
    ['Korean before noon', 11, '오전', 11],
    ['a clock of twenty-four hours has none', '18', undefined, 18],
    ['an empty half is none', '12', '', 12],
  ])('%s', (_, hour, half, is) => {
    expect(hourOfDay(hour, half)).toBe(is)
  })
})

describe('a simple command', () => {
  const isName = (names: string) => (name: string) => new RegExp(`^(?:${names})$`).test(name)
  const kinds = {
    measured: (name: string) => simple.test(name),
    trace: isName(nameTraced),
    marks: isName(nameInMarks),
    alone: isName(nameAlone),
  }
  type Kind = keyof typeof kinds
  test.each<[name: string, command: string, is: readonly Kind[]]>([
    ['without a name of its own among the words is known everywhere', 'ls', ['measured', 'trace', 'marks', 'alone']],
    ['whose name is a word needs a mark in a sentence', 'cat', ['measured', 'trace', 'marks']],
    ['of a large tree may take its time, so that no measure counts', 'find', ['trace', 'marks']],
    ['that reads devices waits for the storage, so that no sentence counts', 'lsblk', ['measured', 'trace']],
    ['that changes files has as much to do as there are', 'rm', ['marks']],
    ['is none that asks the cluster', 'pcs', []],
  ])('%s', (_, command, is) => {
    expect((Object.keys(kinds) as Kind[]).filter(kind => kinds[kind](command))).toEqual(is)
  })

  test.each<[name: string, command: string, is: boolean]>([
    ['by its path', '/usr/bin/ls -l /var', true],
    ['whose name only begins so is another one', 'lsattr /', false],
    ['that is a part of a path is none', '/opt/ls/agent', false],
  ])('%s', (_, command, is) => {
    expect(simple.test(command)).toBe(is)
  })
})
