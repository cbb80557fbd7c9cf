import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

type Line = readonly [program: string, message: string, fact: string]
const cluster: Line = ['corosync[2187]', ' [TOTEM ] A processor failed, forming new configuration.', 'totem-token-lost']
const kernel: Line = ['kernel', 'watchdog: BUG: soft lockup - CPU#3 stuck for 23s! [ds_agent:1893]', 'lockup-logged']
const date = 'Mar 28 06:15:03'

/** Each puts the line as one more way of handing it on would. */
const forms: Record<string, (program: string, message: string) => string> = {
  'busybox, with its facility': (program, message) => `${date} node02 daemon.notice ${program}: ${message}`,
  'a console in UTC, with its facility': (program, message) => `2026-03-28 06:15:03 +0000 UTC kern.crit ${program}: ${message}`,
  'no host': (program, message) => `2026-03-28 06:15:03 ${program}: ${message}`,
  'RFC 5424 without its priority': (program, message) =>
    `1 2026-03-28T06:15:03.481203Z node02.example.com ${program.replace(/\[.*/, '')} 2187 ID47 [meta sequenceId="29"] ${message.trim()}`,
  'grep over several files': (program, message) => `messages-20260329:1423:${date} node02 ${program}: ${message}`,
  'cat -n': (program, message) => `   143\t${date} node02 ${program}: ${message}`,
  'docker compose': (program, message) => `node02-1  | ${date} node02 ${program}: ${message}`,
  'a row of mysql': (program, message) => `| 2026-03-28 06:15:03 | node02 | ${program} | ${message.trim()} |`,
  'a row without a head': (program, message) => `2026-03-28 06:15:03\tnode02\t${program}\t${message.trim()}`,
  'a field of an export, the whole line first': (program, message) =>
    `"${date} node02 ${program}: ${message.trim()}","2026-03-28T06:15:03.000+0100",node02,syslog`,
  'a block of a tracker': (program, message) => `{noformat}${date} node02 ${program}: ${message}{noformat}`,
  'a list in YAML': (program, message) => `    - "${date} node02 ${program}: ${message.trim()}"`,
  'escaped for Markdown': (program, message) => `${date} node02 ${`${program}: ${message}`.replace(/[[\]_]/g, '\\$&')}`,
  'a clock without a date': (program, message) => `06:15:03 node02 ${program}: ${message}`,
  'a date as in America': (program, message) => `3/28/26 6:15:03 AM node02 ${program}: ${message}`,
  'a date as in web servers': (program, message) => `28/Mar/2026:06:15:03 node02 ${program}: ${message}`,
  'the day before the month': (program, message) => `28 Mar 06:15:03 node02 ${program}: ${message}`,
  'the month as a word': (program, message) => `March 28, 2026 06:15:03 node02 ${program}: ${message}`,
  'the date in brackets': (program, message) => `[2026-03-28T06:15:03.481Z] node02 ${program}: ${message}`,
  'the date of whoever collected it': (program, message) => `Mar 28 06:15:09 logserver ${date} node02 ${program}: ${message}`,
  'a blank before the number': (program, message) => `${date} node02 ${program.replace('[', ' [')}: ${message}`,
  'unbreakable blanks': (program, message) => `${date} node02 ${program}: ${message}`.replaceAll(' ', '\u00a0'),
  'an object behind a date': (program, message) =>
    `2026-03-28 06:15:03 +0000 syslog.daemon: ${JSON.stringify({ host: 'node02', ident: program.replace(/\[.*/, ''), message: message.trim() })}`,
}
const asked = (line: string) =>
  `Hi all,\n\nwe have a two node cluster on RHEL 8 and last night it failed over. In the logs I see this:\n\n${line}\n\nAny idea what could be the reason?\n`

describe.each(Object.entries(forms))('a line that was handed on is read: %s', (_, form) => {
  test.each([cluster, kernel])('of %s', async (program, message, fact) => {
    const line = form(program, message)
    expect((await readFiles({ 'export.txt': `${line}\n` })).truths).toContain(fact)
    expect((await readFiles({ 'question.txt': asked(line) })).truths).toContain(fact)
  })

  test('but not of another program', async () => {
    expect((await readFiles({ 'export.txt': `${form('grafana', cluster[1])}\n` })).truths).not.toContain(cluster[2])
  })
})

test.each([
  ['the name of a machine before the clock of its kernel', `node02 [86412.331204] ${kernel[1]}`],
  ['the minute of dmesg -H', `[Mar28 06:15] ${kernel[1]}`],
])('a line of the kernel alone is read in a question: %s', async (_, line) => {
  expect((await readFiles({ 'question.txt': asked(line) })).truths).toContain(kernel[2])
})
