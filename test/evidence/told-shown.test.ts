import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (said: string) =>
  `Hello,\n\nthis is about our pacemaker cluster of two nodes, I looked at it on Tuesday.\n\n${said}\n\nWhat is it?\n`
async function told(said: string): Promise<readonly string[]> {
  const { truths, known } = await readFiles({ 'ticket.txt': letter(said) })
  return known('sos-runtime-minutes').some(minutes => Number(minutes) > 30) ? [...truths, 'sosreport-slow'] : truths
}
const facts = ['cluster-commands-slow', 'commands-hang', 'sosreport-slow']

describe('how long it took is told by when it was typed and when its result was seen', () => {
  test.each([
    ['in one sentence', 'On jay2 I typed ls /srv at 03:12 and the listing was printed at 03:19.', 'commands-hang'],
    ['in two sentences', 'I entered df at 14:31. The table was on the screen at 14:38.', 'commands-hang'],
    [
      'by what was seen before it came',
      'Hit enter on a plain ps at ten to six, and it was five to six by the time it printed anything.',
      'commands-hang',
    ],
    ['in German', 'Um 8:12 habe ich ein df abgesetzt, die Ausgabe stand erst um 8:19 da.', 'commands-hang'],
    ['in French', 'Commande pcs status tapée à 11h26, réponse affichée à 11h30.', 'cluster-commands-slow'],
    ['in Italian', 'Dato pcs status alle 16:10, l’output è uscito alle 16:14.', 'cluster-commands-slow'],
    ['in Portuguese', 'Por volta das 12h40 entrei na jay2. Dei um ls simples, e nada. A lista só apareceu às 12h47.', 'commands-hang'],
    ['in Spanish', 'A las 5:10 ejecuté pcs status en jay1; la respuesta no llegó hasta las 5:14.', 'cluster-commands-slow'],
    ['in Czech', 'Ve 12:20 jsem na jay2 zadal df -h. Tabulka se objevila ve 12:26.', 'commands-hang'],
    ['in Polish', 'O 9:40 wpisałem df -h, tabelka pojawiła się o 9:46.', 'commands-hang'],
    ['in Turkish', 'Saat 15:05’te düz bir "ls" yazmış, liste 15:12’de gelmiş.', 'commands-hang'],
    ['in Japanese', '8時02分に df コマンドを入力しましたが、結果が表示されたのは 8時08分でした。', 'commands-hang'],
    ['in Chinese', '15:05 输入 pcs status,15:09 才出结果。', 'cluster-commands-slow'],
    [
      'by rows with the date and the time in cells',
      '3.4.2024;22:24;jay2;zadala ps aux - a nic;Eva\n3.4.2024;22:31;jay2;výpis z ps konečně tady;Eva',
      'commands-hang',
    ],
    ['by turns of a chat', '[08:14] Ann: typed ls on jay2\n[08:16] Ann: still nothing\n[08:21] Ann: there it is', 'commands-hang'],
    ['by so much later', 'I type su dash on jay2, and I wait. The password prompt comes five minutes later.', 'commands-hang'],
    ['by who gets it later', 'you type df on jay2, you get the table nearly six mins later', 'commands-hang'],
    ['by so long, and then it came', 'Dann df. Eine Viertelstunde saß der Cursor da, dann kam die Tabelle.', 'commands-hang'],
    [
      'by a report between two words',
      'Kicked sos report off on jay2 ten to five, at twenty to six it was still at plugin 60/118 so I hit ctrl-c.',
      'sosreport-slow',
    ],
    [
      'by a report named before',
      'ご依頼の sosreport ですが、jay1 は10分弱で取れました。\njay2 は 9時15分に開始して、終わったのが 10時48分でした。',
      'sosreport-slow',
    ],
    ['by times in words', 'El sosreport lo dejé puesto a las cinco y diez y no terminó hasta las siete menos veinte.', 'sosreport-slow'],
    [
      'by a report that a colleague set going',
      'Om kwart voor twee sosreport aangeslingerd op jay2, om tien over drie zat hij nog steeds op plugin 54.',
      'sosreport-slow',
    ],
  ])('%s', async (_name, said, fact) => expect(await told(said)).toContain(fact))
})

describe('nothing is told by', () => {
  test.each([
    ['something else done later', 'Typed ls on jay1 at 10:00 and at 10:20 I did the df for the weekly sheet. Both came at once.'],
    [
      'what came at once',
      'Um 9:12 habe ich ein df abgesetzt, das war sofort da. Um 9:40 sagte der Kunde, seine Liste sei erst um 9:38 da gewesen.',
    ],
    ['a list of something else', 'I typed ls at 9:05 to see the files. The list of customers appeared at 9:31 in my mailbox.'],
    ['somebody else’s table', 'O 9:20 wpisałem df -h, wynik w porządku. O 9:55 pojawiła się tabelka z rozliczeniem.'],
    ['less than two minutes', 'J’ai tapé ls à 14:02, la liste est sortie à 14:03.'],
    ['a backup', 'sosreport は 5 分で取れました。\nバックアップは 9時15分に開始して、終わったのが 10時48分でした。'],
    ['a machine that was restarted', 'Alle 10:05 ho dato pcs status. Alle 10:20 ho riavviato jay2, è tornato alle 10:27.'],
    ['whoever was away', 'I typed uptime at 10:05 and left for lunch. When I came back at 11:00 the output was there.'],
    ['turns of which nobody waits', '[08:14] Ann: typed ls on jay2\n[08:31] Bob: it is out, the new release I mean'],
    ['a machine beside the cluster', 'On my laptop at home I typed ls at 20:05 and the listing was printed at 20:12.'],
    ['a limit', 'The limit for sosreport is two hours, from 01:00 to 03:00.'],
  ])('%s', async (_name, said) => {
    const all = await told(said)
    for (const fact of facts) expect(all).not.toContain(fact)
  })
})
