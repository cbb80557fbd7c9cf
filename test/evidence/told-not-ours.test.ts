import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const frames = [
  (said: string) =>
    `Hello,\n\nwe have a two node cluster on RHEL 8 with corosync and I looked at it this morning.\n${said}\n\nRegards\nBob\n`,
  (said: string) =>
    `[10:01] tom: morning, I looked at our cluster db01 and db02\n[10:02] ana: and?\n[10:03] tom: ${said}\n[10:04] ana: ok\n`,
  (said: string) =>
    `INC0093 timeline\n\n| Time | Who | What |\n|---|---|---|\n| 04:12 | monitoring | alarm on erpdb2 |\n| 04:21 | me | ${said} |\n| 05:44 | me | asked the hall to look at erpdb2 |\n`,
]
async function toldBy(said: string): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    frames.map(async frame => {
      const { truths, known } = await readFiles({ 'note.txt': frame(said) })
      const isSlow = known('sos-runtime-minutes').some(minutes => Number(minutes) > 30)
      return [...truths.filter(id => /slow|hang/.test(id) && id !== 'sosreport-slow'), ...(isSlow ? ['sosreport-slow'] : [])]
    }),
  )
}

describe('in a mail, a chat and a table, nothing is told by', () => {
  test.each([
    ['a comparison', 'Not like last year when pcs status took 3 minutes.'],
    ['a comparison', "Pas comme l'an dernier quand pcs status prenait 3 minutes."],
    ['a comparison', '去年のように pcs status に3分かかることはありません。'],
    ['a claim that was measured', 'My colleague claims that pcs status takes a minute, but I measured 2 seconds.'],
    ['a claim that was measured', 'Kolega tvrdí, že pcs status trvá minutu, ale naměřil jsem 2 sekundy.'],
    ['a claim that was measured', '同事说 pcs status 要一分钟，但我测了只有2秒。'],
    ['a claim that nobody can confirm', 'Der Kunde sagt, `ls` hängt, das kann ich nicht bestätigen.'],
    ['a claim that nobody can confirm', 'Клиент говорит, что `ls` зависает, подтвердить не могу.'],
    ['a claim that is wrong', "On disait que le sosreport prenait deux heures. C'est faux, il a pris six minutes."],
    ['years ago', 'Hace dos años pcs status tardaba un minuto, eso ya pasó.'],
    ['years ago', 'İki yıl önce pcs status bir dakika sürüyordu, artık geçti.'],
    ["others' cluster", 'Na klastrze kolegów pcs status trwa 40 sekund, u nas nie.'],
    ["others' cluster", "Op het cluster van de collega's duurt pcs status 40 seconden, bij ons niet."],
    ['a cluster to learn on', 'Im Schulungscluster dauert pcs status 40 Sekunden.'],
    ['what a test is to show', 'T3: slow down the disk. Expected: pcs status hangs for 40 seconds.'],
    ['what a test is to show', 'T3: Platte bremsen. Erwartet: pcs status hängt 40 Sekunden.'],
    ['what somebody imagines', 'The architect asks: suppose pcs status hung for 40 seconds, would the node be fenced?'],
    ['advice for anybody', 'When `df` or `ls` hangs for minutes there are basically three suspects.'],
    ['nobody', 'Nessuno ha mai visto pcs status bloccato.'],
    ['neither of two', 'Varken pcs status eller df hänger.'],
    ['hearsay', 'I read on a mailing list that pcs status hangs with 0.9.'],
    ['a doubt', 'Nie wiem, czy pcs status naprawdę trwał 40 sekund.'],
    ['a check to come', 'Vor der Abnahme prüfen wir, dass pcs status nicht länger als 30 Sekunden dauert.'],
    ['what did not happen', 'Had pcs status hung for 2 minutes I would have called you.'],
    ['a condition behind the verb', 'pcs status 가 30초 넘게 걸리면 연락 주세요.'],
    ['what calls it', 'The job that calls pcs status took 40 minutes in total for 900 nodes.'],
    ['another subject', 'pcs status was vlot, de back-up duurde 40 minuten.'],
    ['a hang that was measured and is none', 'df on fileclu2 "hangs". I watched: df pauses some 30 to 40 seconds, then lists everything.'],
    ['how it was before, in a cell', 'Antes pcs status tardaba 45 segundos, ahora es inmediato.'],
  ])('%s: %s', async (_, said) => expect(await toldBy(said)).toEqual([[], [], []]))
})

describe('in a mail, a chat and a table, people tell', () => {
  test.each([
    ['cluster-commands-slow', 'pcs status ne gute minute. jedes mal'],
    ['cluster-commands-slow', 'pcs status: prawie minuta, za każdym razem'],
    ['cluster-commands-slow', 'took me 50 seconds to get anything out of pcs status'],
    ['cluster-commands-slow', 'na pcs status čekám 45 sekund'],
    ['cluster-commands-slow', 'pcs status を打つと45秒待たされます'],
    ['cluster-commands-slow', 'tenho que esperar 40 segundos pelo pcs status'],
    ['commands-hang', 'w getypt en nu al een kwartier een knipperende cursor'],
    ['commands-hang', 'ls /tmp staat al zeker tien minuten'],
    ['commands-hang', 'df kommt seit sechs Minuten nicht wieder'],
    ['sosreport-slow', 'sosreport on node 1: 1 h 50.'],
    ['sosreport-slow', 'sosreport läuft seit 16:30, jetzt 19:40 und er steht bei 61 von 94 Plugins'],
    ['sosreport-slow', 'sosreport は13時ちょうどに開始して取得完了が15時20分でした'],
    ['sosreport-slow', 'sosreport 三个小时了还没跑完'],
  ])('%s: %s', async (symptom, said) => expect((await toldBy(said)).every(told => told.includes(symptom))).toBe(true))

  test('how long the report that was asked for took, by the name of the machine alone', async () => {
    const text =
      'Team,\n\nsummary of what I found out today.\n\n- colleague from the vendor asked for a sos. bill-a: 1 h 50. bill-b: 4 min.\n\nbye!\n'
    expect((await readFiles({ 'mail.txt': text })).known('sos-runtime-minutes')).toContain(110)
  })
})

test('an answer to others is no account, whatever stands in it', async () => {
  const answer =
    'Answer (accepted, 14)\n\nOn one of our clusters pcs status took 40 seconds, and df never came back.\nLook at the mounts first.\n'
  expect((await readFiles({ 'answer.txt': answer })).truths).toEqual([])
})
