import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (...said: readonly string[]) =>
  `Hello,\n\nthis is about our pacemaker cluster of two nodes, it began on Tuesday.\n\n${said.join('\n')}\n\nWhat is it?\n`
const facts = ['commands-hang', 'cluster-commands-slow', 'sosreport-slow', 'totem-retransmits', 'totem-token-lost']
async function told(text: string): Promise<readonly string[]> {
  const { truths, known } = await readFiles({ 'ticket.txt': text })
  return [...truths, ...(known('sos-runtime-minutes').some(minutes => Number(minutes) > 30) ? ['sosreport-slow'] : [])].filter(fact =>
    facts.includes(fact),
  )
}

describe('people tell by the clock how long something took', () => {
  test.each([
    [
      'where they typed a command and look at the clock',
      letter('On db01 I opened a session, `cat /etc/fstab`, that was 09:12.', "It's 09:20. Still no file."),
      'commands-hang',
    ],
    ['where two times stand with a word each', letter('crm_mon -1 with a watch: 14:31 los, 14:36 fertig.'), 'cluster-commands-slow'],
    ['where a report is broken off', letter('sosreport on db01 started at 10:05.', 'At 11:40 we called it off.'), 'sosreport-slow'],
    [
      'where rows begin with a time in words',
      letter('They wanted a sosreport of db01.', '- ten past three: started it, as asked', '- quarter past four: broke it off, Ctrl-C'),
      'sosreport-slow',
    ],
    [
      'in a book whose times have no point',
      letter(
        '0141  Took over from Kim.',
        '0150  Typed ls on db01. Nothing, cursor blinks.',
        '0158  list came up, all at once',
        '0230  quiet',
        '0300  tea',
      ),
      'commands-hang',
    ],
    ['where it still runs in Japanese', letter('sosreport は 13時10分に流し始めて、いま15時20分、まだ終わりません。'), 'sosreport-slow'],
    [
      'in rows without a head',
      letter('a1   pcs status   1m52   1m44   1m59', 'a2   pcs status   1m38   1m40   (enough)'),
      'cluster-commands-slow',
    ],
    ['behind French marks', letter('Montre en main : « pcs status », 2 minutes et 10 secondes.'), 'cluster-commands-slow'],
    [
      'hour by hour',
      letter(
        'corosync on db02 complains of a "Retransmit List" all day. Kim counted: from 8 to 9 am it was 81, from 9 to 10 am it was 77.',
      ),
      'totem-retransmits',
    ],
    [
      'without a word for the cluster beside token, ring and fencing',
      'Protokoll\n\nUm 03:12 hat db01 das Token nicht mehr bekommen, neuer Ring ohne db02. Erst danach kam das Fencing über die IPMI, bei uns war niemand dran.\n',
      'totem-token-lost',
    ],
  ])('%s', async (_name, text, fact) => expect(await told(text)).toContain(fact))
})

describe('nobody tells by the clock that something was slow', () => {
  test.each([
    ['where the time is the one at which it came', letter('`cat /etc/fstab`, that was 09:12, came at once. The meeting ended 09:40.')],
    ['where a call is broken off', letter('sosreport on db01 started at 10:05, done 10:12.', 'At 11:40 we called off the party.')],
    [
      'where what was begun in words is broken off soon',
      letter('They wanted a sosreport of db01.', '- ten past three: started it, as asked', '- quarter past three: broke it off, Ctrl-C'),
    ],
    [
      'where a book has no times',
      letter(
        '1141  files were moved.',
        '0150  Typed ls on db01. Nothing, cursor blinks.',
        '0158  list came up',
        '0030  boxes',
        '0010  bags',
      ),
    ],
    [
      'where the list came at once',
      letter('0141  Took over from Kim.', '0150  Typed ls on db01.', '0158  list came up at once', '0230  quiet', '0300  tea'),
    ],
    ['where a row has what is allowed', letter('Limits and time-outs:', 'a1   pcs status   60 s   120 s')],
    ['where so many hours had none', letter('No "Retransmit List" at all. Kim counted the calls: from 8 to 9 am it was 81.')],
    ['where a fencing token is one of a lock', 'Our lock service hands out a fencing token, and a client lost the token. IPMI works.\n'],
  ])('%s', async (_name, text) => expect(await told(text)).toEqual([]))
})
