import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const frames = [
  (said: string) =>
    `Hello,\n\nwe have a two node cluster on RHEL 9 with corosync and pacemaker, and I looked at it this morning.\n${said}\n\nRegards\nEve\n`,
  (said: string) => `[08:11] ada: hi, I looked at our cluster hr01 and hr02\n[08:12] ben: and?\n[08:13] ada: ${said}\n[08:14] ben: ok\n`,
]
async function toldBy(said: string): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    frames.map(async frame => {
      const { truths, known } = await readFiles({ 'note.txt': frame(said) })
      const isSlow = known('sos-runtime-minutes').some(minutes => Number(minutes) > 30)
      return [
        ...truths.filter(id => /slow|hang|stop-failed|token|timeouts/.test(id) && id !== 'sosreport-slow'),
        ...(isSlow ? ['sosreport-slow'] : []),
      ]
    }),
  )
}

describe('of our cluster nothing is told by', () => {
  test.each([
    ['the cluster of a sister company', 'On the cluster of a sister company pcs status took three minutes while the scanner was on.'],
    ['the cluster of a sister company', 'Auf dem Cluster unserer Schwesterfirma hing `ls` minutenlang, seit der Scanner lief.'],
    ['another company', "Dans une autre entreprise `ls` restait bloqué pendant dix minutes avec l'antivirus."],
    ['a former job', 'En mi antigua empresa pcs status tardaba cuatro minutos con el antivirus activo.'],
    ['a former job', 'Nella mia vecchia azienda pcs status impiegava quattro minuti con lo scanner attivo.'],
    ['a competitor', 'Bij een concurrent duurde pcs status vijf minuten toen de scanner aan stond.'],
    ['another customer', 'U jiného zákazníka trval pcs status čtyři minuty, dokud nevypnuli skener.'],
    ['another customer', 'U innego klienta pcs status trwał cztery minuty, dopóki nie wyłączyli skanera.'],
    ['another company', 'В другой компании pcs status выполнялся четыре минуты, пока работал сканер.'],
    ['another company', '別の会社では pcs status に4分かかったそうです。'],
    ['another company', '另一家公司的集群上 ls 卡了十分钟。'],
    ['another company', '다른 회사에서 pcs status 가 4분 걸렸다고 합니다.'],
    [
      'what is said not to be ours',
      'There was a report (not ours, I only saw the summary) that `ls` hung for ten minutes with real time protection.',
    ],
    ['somebody in a forum', 'In a forum somebody wrote pcs status took four minutes until the scanner was gone.'],
    ['somebody in a forum', 'In einem Forum schrieb jemand, pcs status dauere bei ihm vier Minuten.'],
    ['what may be anywhere', 'A scanner that holds each open can cause `ls` to hang for ten minutes, and pcs status to take four minutes.'],
    ['what may be anywhere', 'Ein solcher Scanner kann dazu führen, dass `ls` zehn Minuten hängt und pcs status vier Minuten dauert.'],
    ['what may be anywhere', 'Un tel antivirus peut faire que `ls` reste bloqué dix minutes.'],
    ['what may be anywhere', 'Un antivirus así puede hacer que `ls` se cuelgue diez minutos.'],
    ['what may be anywhere', 'Un antivirus del genere può far sì che `ls` resti bloccato per dieci minuti.'],
    ['what may be anywhere', 'Taki skaner może sprawić, że `ls` wisi dziesięć minut.'],
    ['what may be anywhere', 'Такой сканер может привести к тому, что `ls` зависает на десять минут.'],
    ['what may be anywhere', '这样的扫描程序可能导致 ls 卡住十分钟。'],
    ['theory', 'Dat een scanner ls laat hangen en pcs status minuten laat duren klopt in theorie.'],
    ['theory', 'In der Theorie hängt `ls` zehn Minuten, wenn der Scanner jede Datei anhält.'],
    ['theory', 'Teoricamente `ls` fica travado dez minutos com um antivírus desses.'],
  ])('%s: %s', async (_, said) => expect(await toldBy(said)).toEqual([[], []]))
})

describe('of our cluster people tell', () => {
  test.each([
    ['cluster-commands-slow', 'On the cluster of our sister company it is quick, but on ours pcs status takes three minutes.'],
    ['cluster-commands-slow', 'Since our parent company made us install the scanner, pcs status takes three minutes.'],
    ['cluster-commands-slow', 'Like at our sister company, pcs status takes three minutes.'],
    ['cluster-commands-slow', 'Bei der Schwesterfirma geht es schnell, bei uns dauert pcs status drei Minuten.'],
    ['cluster-commands-slow', 'La filiale ne voit rien, mais chez nous pcs status prend trois minutes.'],
    ['commands-hang', 'No idea what can cause it, `ls` hangs for ten minutes.'],
    ['commands-hang', 'Der Scanner kann so etwas verursachen, und seit Montag hängt `ls` zehn Minuten.'],
    ['commands-hang', 'Somebody from the night shift reported that `ls` hung for ten minutes.'],
    ['commands-hang', 'The other company that runs our switches saw nothing. `ls` hangs for ten minutes.'],
    ['commands-hang', 'В другой компании всё хорошо, а у нас `ls` зависает на десять минут.'],
  ])('%s: %s', async (id, said) => {
    for (const told of await toldBy(said)) expect(told).toContain(id)
  })
})
