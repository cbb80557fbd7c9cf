import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (said: string) =>
  `Hello,\n\nthis is about our pacemaker cluster of two nodes, I looked at it on Tuesday.\n\n${said}\n\nWhat is it?\n`
async function told(text: string, path = 'ticket.txt'): Promise<readonly string[]> {
  const { truths, known } = await readFiles({ [path]: text })
  return known('sos-runtime-minutes').some(minutes => Number(minutes) > 30) ? [...truths, 'sosreport-slow'] : truths
}
const facts = [
  'cluster-commands-slow',
  'commands-hang',
  'sosreport-slow',
  'cluster-setup-timeout',
  'ip-address-stop-failed',
  'ocf-timeouts',
]

describe('how long a report took is told', () => {
  test.each([
    ['by a beginning and an end on a node', 'En el nodo web2 el sosreport arrancó a las 18:10 y acabó a las 19:25; en web1 cinco minutos.'],
    ['by an end that came only then', 'På noden web2 startade sosreport 07:20 och var klar först 08:35.'],
    ['by one that still was not done', 'sosreport op web2: om 11:05 gestart, om 12:10 nog altijd bezig.'],
    ['by one of two that goes on', '[Ola, 09:02] sosreport started on both\n[Ola, 09:09] web1 done\n[Ola, 10:31] web2 still going'],
    ['by who got it going', 'got sos going on db7 at 19:40, finished 21:05'],
    ['by hours alone', 'sosreport szedł od 13 do prawie 15, na web1 pięć minut.'],
    ['by hours alone in German', 'Der sosreport lief von 9 bis kurz vor 11 Uhr.'],
    ['by notes of each machine', 'Timings:\n- sos web1   6 min\n- sos web2   75 min!!'],
    [
      'by a table with a cell in each line',
      '[cols="1,3,1,1"]\n|===\n|# |Step |Started |Ended\n\n|1 |Say hello\n|08:00\n|08:01\n\n|2 |`sos report --batch`\n|08:05\n|09:01\n|===',
    ],
    [
      'by a table of a wiki',
      '{| class="wikitable"\n! Step !! Start !! End\n|-\n| hello\n| 08:00\n| 08:01\n|-\n| <code>sos report</code>\n| 08:05\n| 09:20\n|}',
    ],
  ])('%s', async (_name, said) => expect(await told(letter(said))).toContain('sosreport-slow'))

  test.each([
    ['Il sosreport ha impiegato un’ora e un quarto.', 75],
    ['The sosreport took an hour and a quarter.', 75],
    ['El sosreport tardó una hora y cuarto.', 75],
    ['Le sosreport a pris une heure et quart.', 75],
    ['sosreport шёл час с четвертью.', 75],
    ['sosreport trwał półtorej godziny.', 90],
    ['Der sosreport hat anderthalb Stunden gebraucht.', 90],
  ])('in words: %s', async (said, minutes) => {
    const { known } = await readFiles({ 'ticket.txt': letter(said) })
    expect(known('sos-runtime-minutes')).toContain(minutes)
  })
})

describe('something else is told', () => {
  test.each([
    ['by a measure around so many seconds', 'app1 で pcs status の出力が表示されるまで 45 秒前後かかる状態です。', 'cluster-commands-slow'],
    [
      'by a set-up whose time somebody raised',
      '`pcs cluster setup` ends after exactly a minute with a connection timeout to web3, and raising `--request-timeout` to 240 only moved it.',
      'cluster-setup-timeout',
    ],
    [
      'by a report that mentions an exercise',
      'The tabletop exercise is next month. Yesterday pcs status took 70 seconds.',
      'cluster-commands-slow',
    ],
    ['by a drill on real machines', 'During the switch of our yearly test we measured 70 seconds for pcs status.', 'cluster-commands-slow'],
    ['beside what is so on paper', 'On paper the disks are fast. pcs status took 75 seconds.', 'cluster-commands-slow'],
  ])('%s', async (_name, said, fact) => expect(await told(letter(said))).toContain(fact))

  test('in a string of a document in JSON that is set in', async () => {
    const shown =
      'Seen:\\n{noformat}\\n[root@web1 ~]# pcs cluster setup web web1 web2\\nError: web2: Connection timeout, check if pcsd is running there or try setting higher timeout with --request-timeout option (Operation timed out after 60000 milliseconds with 0 bytes received)\\n{noformat}\\nStrange.'
    expect(await told(`{\n "key": "OPS-1",\n "fields": {\n  "description": "${shown}"\n }\n}\n`, 'OPS-1.json')).toContain(
      'cluster-setup-timeout',
    )
  })
})

describe('nothing is told by', () => {
  test.each([
    ['a number of other things', 'sosreport zebrał od 15 do 17 wtyczek.'],
    ['a node that went into standby', 'Dopo il sosreport il nodo è partito alle 9.10 ed è finito in standby alle 10.25.'],
    ['a row of a limit', 'Notes:\n- sos timeout 85 min\n- sos limit: 90 min'],
    ['planned times', '| step | planned start | planned end |\n|---|---|---|\n| sosreport web2 | 09:00 | 10:30 |'],
    [
      'an upload that goes on',
      '[Kim, 08:20] sosreport is done, took 5 min\n[Kim, 08:25] started the upload\n[Kim, 10:31] upload still running',
    ],
    ['an environment of another year', 'El sosreport que tardó dos horas era del entorno de 2018, que ya no existe.'],
    [
      'a machine that is long gone',
      'Der sosreport, der zwei Stunden dauerte, stammte aus der Umgebung von 2018, die es längst nicht mehr gibt.',
    ],
    [
      'a time-out that somebody chose',
      'We run `pcs cluster setup` with a connection timeout of 300, and raising --request-timeout to 600 is planned.',
    ],
    ['a scenario', 'For the training: in the scenario pcs status takes 90 seconds and a sosreport runs for two hours.'],
    ['an exercise on paper', 'Voor de oefening: pcs status duurt 90 seconden, de sosreport twee uur. Alles blijft op papier.'],
  ])('%s', async (_name, said) => {
    const all = await told(letter(said))
    for (const fact of facts) expect(all).not.toContain(fact)
  })

  test.each([
    [
      'a tabletop exercise',
      'TABLETOP EXERCISE "LONG NIGHT", minutes\nRoom 2, I led it.\n\nCard 1 (10:05): "ls on web1 does not come back for five minutes, pcs status needs ninety seconds."\nCard 2 (10:25): "sosreport started 09:00, still running 10:20."\n',
    ],
    [
      'a Planspiel',
      'Planspiel "Lange Nacht", Protokoll. Raum 2, ich habe moderiert.\nKarte 1 (09:10): pcs status auf web2 braucht 90 Sekunden, df hängt seit zehn Minuten.\nKarte 3 (09:40): sosreport um 08:10 gestartet, um 09:40 fertig.\n',
    ],
    [
      'what is said to be fiction',
      'Atelier du 3 mars, à 10:00 puis 10:20. Tout ceci est fictif.\nJ’ai donné la carte : pcs status prend 90 secondes sur web2, le sosreport a duré une heure.\n',
    ],
    [
      'a scenario for a training',
      'Merhaba,\neğitim senaryosunu hazırladım: "pcs status bir dakikadan uzun sürüyor, sosreport iki saat sürdü." Her şey kâğıt üzerinde, kümemiz sakin.\n',
    ],
    [
      'a training of what to do',
      '机上訓練の資料を私が作りました。web2 で pcs status に 90 秒かかる、sosreport が2時間かかる、という想定です。\n',
    ],
  ])('%s', async (_name, text) => {
    const all = await told(text)
    for (const fact of facts) expect(all).not.toContain(fact)
  })
})
