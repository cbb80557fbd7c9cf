import { describe, expect, test } from 'vitest'
import { weightOf } from '../../src/evidence/lines/account/weigh.ts'
import { notebookLines } from '../../src/evidence/lines/notebook.ts'
import { quotedIn } from '../../src/evidence/lines/quoted.ts'
import { readFiles } from './bundle-kit.ts'

async function factsIn(text: string, path = 'report.md'): Promise<string[]> {
  return (await readFiles({ [path]: text })).truths
}

const own = 'Incident report, 4 May 2023, cluster of dbx1 and dbx2\n\nAt 06:10 we were called: dbx1 had been fenced, users were out.\n\n'
const again = (count: number) =>
  Array.from({ length: count }, (_, i) => `corosync[1200]:   [TOTEM ] Retransmit List: a${i} a${i + 1}`).join('\n')

describe('fragments of messages in an account are read', () => {
  test.each([
    [
      'an entry of a status below a list',
      `${own}What failed:\n\n- vip_app_stop_0 on dbx1 'error' (1): call=61, status='Timed Out', exitreason='', last-rc-change='2023-05-04 06:08:10 +02:00', queued=0ms, exec=20003ms\n`,
      'ip-address-stop-failed',
    ],
    [
      'a cell of a table',
      `${own}| 06:08 | dbx1 | vip_app_stop_0 on dbx1 'error' (1): call=61, status='Timed Out', exitreason='' |\n`,
      'ip-address-stop-failed',
    ],
    [
      'pcs, indented in a numbered list',
      `${own}1. then we ran the authentication:\n\n   Error: dbx2: Connection timeout, check if pcsd is running there or try setting higher timeout with --request-timeout option (Operation timed out after 60001 milliseconds with 0 bytes received)\n`,
      'cluster-setup-timeout',
    ],
    [
      'corosync in the row of a list',
      `${own}- 06:09: \`[TOTEM ] A processor failed, forming new configuration: token timed out (3000ms), waiting 3600ms for consensus.\`\n`,
      'totem-token-lost',
    ],
  ])('%s', async (_, text, fact) => {
    expect(await factsIn(text)).toContain(fact)
  })

  test('a field of a row with semicolons, in which a doubled quote is one', () => {
    const row = `7;2023-05-04 06:08:10;dbx1;"warning: vip_app_stop_0[512] timed out after 20000ms";"the ""vip"""`
    expect(quotedIn(row)).toBe('pacemaker-execd[0]: error: vip_app_stop_0[512] timed out after 20000ms')
  })

  test('not a field of data of a program', () => {
    expect(quotedIn(`const rows = [1, 'x', "vip_app_stop_0[512] timed out after 20000ms"]`)).toBeUndefined()
  })
})

describe('of several messages in one sentence the most telling one is read', () => {
  const lost = '[TOTEM ] A processor failed, forming new configuration.'
  const listed = '[TOTEM ] Retransmit List: 2bb9 2bba'
  test.each([
    ['behind one asked for again', `First it says "${listed}", then "${lost}" and the node is gone.`, lost],
    ['before one asked for again', `It says "${lost}" and a while before it "${listed}".`, lost],
    ['two that were asked for again', `It says "${listed}" and also "${listed} 2bbc".`, listed],
    ['the second was never seen', `It says "${listed}", but we never see "${lost}" there.`, listed],
    ['the second is not closed', `It says "${listed}" and "${lost}`, listed],
  ])('%s', (_, sentence, message) => expect(quotedIn(sentence)).toBe(message))

  test('none where the first is one that nobody saw', () => {
    expect(quotedIn(`We never see "${lost}", neither "${listed}".`)).toBeUndefined()
  })
})

describe('a few lines of retransmitted messages', () => {
  test.each([
    ['four below one another', `${own}From its log:\n\n${again(4)}\n`, true],
    ['two, and how many there were', `${own}${again(2)}\n(… 914 lines in all)\n`, true],
    ['two, in words', `${own}The log is full of these:\n\n${again(2)}\n`, true],
    ['two, and what a search counted', `${own}\`grep -c Retransmit corosync.log\`: **2 417**\n\n${again(2)}\n`, true],
    ['one', `${own}${again(1)}\n`, false],
    ['two alone', `${own}We saw twice:\n\n${again(2)}\n`, false],
    ['four of a lesson', `# Chapter 4: messages\n\nIn this chapter you learn what corosync logs.\n\n${again(4)}\n`, false],
  ])('%s', async (_, text, expected) => {
    expect((await factsIn(text)).includes('totem-retransmits')).toBe(expected)
  })
})

describe('lines that somebody cut out of a log, most of which ask for messages again', () => {
  const line = (second: string, message: string) => `Aug 15 22:44:${second} kn3 corosync[6692]:   [TOTEM ] ${message}\n`
  const three = ['05', '05', '07'].map(second => line(second, 'Retransmit List: 3c897 3c898')).join('')
  const other = Array.from({ length: 12 }, (_, i) => `Aug 15 22:45:${i + 10} kn3 CRON[25${i}]: (root) CMD (true)\n`).join('')
  test.each([
    ['three of a loose file', three, 'excerpt.log', true],
    ['with the name of the function', three.replaceAll('Retransmit', 'orf_token_rtr Retransmit'), 'excerpt.log', true],
    ['three before the token is lost', three + line('09', 'A processor failed, forming new configuration.'), 'excerpt.log', true],
    [
      'three beside a link that comes back',
      line('06', 'x').replace('[TOTEM ] x', '[KNET  ] rx: host: 1 link: 1 is up') + three,
      'excerpt.log',
      true,
    ],
    ['not two', three.slice(0, three.indexOf('3c898\n') * 2), 'excerpt.log', false],
    ['not three among many others', three + other, 'excerpt.log', false],
    ['not three of the log that the node kept', three, 'n1/var/log/messages', false],
    ['not three while a node joins', line('04', 'A new membership (1.9) was formed. Members joined: 2') + three, 'excerpt.log', false],
    [
      'not three over hours',
      ['Aug 15 02', 'Aug 15 06', 'Aug 15 11'].map(hour => line('05', 'Retransmit List: 3c8').replace('Aug 15 22', hour)).join(''),
      'excerpt.log',
      false,
    ],
  ])('%s', async (_, text, path, expected) => {
    expect((await factsIn(text, path)).includes('totem-retransmits')).toBe(expected)
  })
})

describe('retransmitted messages that somebody counted in a table', () => {
  const days = (cells: readonly string[], head = ['Mon', 'Tue']) =>
    `| node | ${head.join(' | ')} |\n|---|---|---|\n| dbx1 | ${cells.join(' | ')} |\n`
  const said = 'We counted the Retransmit List lines per node and day:\n\n'
  test.each([
    ['a thousand on one day', `${own}${said}${days(['1,204', '3'])}`, true],
    ['with a blank within the number', `${own}${said}${days(['12', '1 377'])}`, true],
    [
      'as a wiki writes it, below the form of the line',
      `${own}We counted the lines of the form\n\n corosync[2077]: [TOTEM ] Retransmit List: 3f81 3f82\n\nper node and day:\n\n{| class="wikitable"\n! node !! Mon !! Tue\n|-\n| dbx1 || 1 377 || 3\n|}\n`,
      true,
    ],
    ['by the hour', `${own}Wie viele Retransmit List je Knoten:\n\n${days(['90', '0'], ['01:00', '02:00'])}`, true],
    ['in a row of its own', `${own}| what | before | after |\n|---|---|---|\n| TOTEM retransmits | ~2400/day | 0 |\n`, true],
    ['few in a row of its own', `${own}| what | before | after |\n|---|---|---|\n| TOTEM retransmits | ~240/day | 0 |\n`, false],
    ['few on each day', `${own}${said}${days(['12', '9'])}`, false],
    [
      'another column of the table',
      `${own}${said}| day | Retransmit List | writes |\n|---|---|---|\n| Mon | 3 | 52000 |\n| Tue | 0 | 48000 |\n`,
      false,
    ],
    [
      'what would be alerted',
      `${own}Thresholds for the count of Retransmit List lines per node and day:\n\n${days(['1,500', '1,500'])}`,
      false,
    ],
    [
      'a table below another heading',
      `${own}We counted the Retransmit List lines per day.\n\n## Backups\n\n${days(['5,000', '4,000'])}`,
      false,
    ],
    ['packets of another program', `${own}TCP retransmits per node and day, counted by the host:\n\n${days(['5,000', '4,000'])}`, false],
  ])('%s', async (_, text, expected) => {
    expect((await factsIn(text)).includes('totem-retransmits')).toBe(expected)
  })
})

describe('who teaches is not believed', () => {
  test.each([
    ['questions and their answers', 'Q: Why is it slow?\nA: The disk.\n\nQ: And then?\nA: It is fenced.\n'],
    ['in Chinese', '**问**:为什么慢?\n**答**:磁盘。\n\n**问**:然后呢?\n**答**:重启。\n'],
    ['examples that do not exist', 'This lists what may happen. Host names in the examples are fictitious.\n'],
    ['a chapter of a book', 'This chapter of the Harbour Cluster Guide lists messages of corosync.\n'],
  ])('%s', (_, text) => {
    expect(weightOf(text)).toBeLessThan(0)
  })
})

test('a notebook is read as it looks', () => {
  const book = {
    cells: [
      { cell_type: 'markdown', source: ['# Slow\n', 'on dbx1'] },
      { cell_type: 'code', source: ['time pcs status'], outputs: [{ output_type: 'stream', text: ['real\t0m41.0s\n'] }] },
    ],
    metadata: { kernelspec: { name: 'bash' } },
  }
  expect(notebookLines(JSON.stringify(book))).toBe('# Slow\non dbx1\n\n$ time pcs status\nreal\t0m41.0s\n\n')
})

test('a row of a status that ended with an error is no sentence about a time', async () => {
  const row = "  * ip_app stop on dbx1 returned 'not installed' (Setup problem: no such command) at Thu May  4 06:08:10 2023 after 31ms"
  expect(await factsIn(`${own}Failed Resource Actions:\n${row}\n`)).not.toContain('ocf-timeouts')
})

describe('what a sentence quotes of the output of a command shows a product', () => {
  const agents = async (sentence: string) => (await readFiles({ 'report.md': `${own}${sentence}\n` })).known('vendors').flat()
  test.each([
    ['a service that runs', 'Both nodes: `falcon-sensor.service loaded active running CrowdStrike Falcon Sensor`.', 'crowdstrike-falcon'],
    ['a package below its query', 'On both nodes `rpm -q mdatp` → `mdatp-101.24052.0002-1.x86_64`.', 'microsoft-defender'],
    ['a program in the list of processes', 'The agent (`/opt/traps/bin/pmd` in the process list of both nodes) was new.', 'cortex-xdr'],
  ])('%s', async (_, sentence, vendor) => {
    expect(await agents(sentence)).toContain(vendor)
  })
  test.each([
    ['a package without a query', 'We could install `mdatp-101.24052.0002-1.x86_64` later.'],
    ['a program that is not there', 'There is no `/opt/traps/bin/pmd` in the process list.'],
    ['a path alone', 'The agent lives in `/opt/traps/bin/pmd`, says the vendor.'],
  ])('but not %s', async (_, sentence) => {
    expect(await agents(sentence)).toEqual([])
  })
})

describe('a title above lines of a log is of them', () => {
  const lines = Array.from(
    { length: 6 },
    (_, i) => `Feb  1 15:09:0${i} dbx2 corosync[3656]: debug   [CPG   ] got joinlist message from node ${i}`,
  ).join('\n')
  test.each([
    ['that says what corosync logged', '# Corosync says that the token was lost, although the network is fine', true],
    ['without a mark', 'The token was lost on dbx2 at night', true],
    ['that asks', '# Was the token lost here?', false],
    ['that asks what would be', '# What happens in corosync when the token is lost', false],
    ['of another thing', '# Corosync 3.1 prints too much while nodes join', false],
    ['of a wish', '# Feature request: log more when the token was lost', false],
  ])('%s', async (_, title, expected) => {
    expect((await factsIn(`${title}\n\n${lines}\n`, 'issue.md')).includes('totem-token-lost')).toBe(expected)
  })
})
