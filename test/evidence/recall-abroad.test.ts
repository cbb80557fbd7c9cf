import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const truths = async (text: string, path = 'notes.txt') => (await readFiles({ [path]: text })).truths
const mail = (...lines: readonly string[]) => rows('Subject: cluster', '', ...lines)

describe('that a simple command hangs is told in many languages', () => {
  test.each<[string, string]>([
    ['Dutch', mail('Op node01 blijft `ls /etc` hangen, ctrl-c helpt niet.')],
    ['Dutch, with the answer that does not come', mail('df -h op node01 komt niet terug.')],
    ['Italian', mail('Sul nodo node01 il comando ls /var resta bloccato.')],
    ['Italian, of a login', mail('il nodo node01 non accetta più il login, inserisco la password e resta lì')],
    ['Spanish', mail('En node01 un simple ls se queda pillado.')],
    ['Portuguese', mail('No node01 o df trava e não volta.')],
    ['French', mail('Sur node01 ps reste figé.')],
    ['Turkish', mail("node01'de ls komutu takılıyor, ctrl-c işe yaramıyor.")],
    ['Polish', mail('Na node01 polecenie ls wisi.')],
    ['Czech', mail('Na node01 příkaz ls visí a nereaguje.')],
    ['Russian', mail('На node01 команда ls виснет намертво.')],
    ['Ukrainian', mail('На node01 ls зависає.')],
    ['Korean', mail('node01 에서 ls 명령이 멈춥니다.')],
    ['Swedish', mail('På node01 hänger sig ls helt.')],
    ['Hungarian', mail('A node01 gépen az ls lefagy.')],
    ['German', mail('Auf node01 reagiert df nicht, ls reagiert nicht.')],
    [
      'a chat in Italian',
      rows(
        '12/03/24, 23:41 - Marco: guarda node01',
        '12/03/24, 23:43 - Elena: "ls /var/log" non torna. ctrl+c niente',
        '12/03/24, 23:53 - Marco: strano',
      ),
    ],
    ['a chat in Turkish', rows('[09:41] <ali> node01 garip', '[09:43] <veli> ls takıldı', '[09:50] <ali> bende de')],
    ['minutes for one command', mail('On node01: 4 minutes for a ps, the node is idle.')],
    ['minutes for one command, in German', mail('Auf node01 4 Minuten für ein ls.')],
  ])('%s', async (_, text) => expect(await truths(text)).toContain('commands-hang'))

  test.each<[string, string]>([
    ['Dutch that denies it', mail('Op node01 hangt ls niet meer.')],
    ['Dutch that supposes it', mail('Als ls hangt, bel dan de beheerder van node01.')],
    ['Italian that supposes it', mail('Se ls si blocca, chiamare il collega.')],
    ['Italian that denies it', mail('Il comando ls non si blocca.')],
    ['Spanish that supposes it', mail('Si ls se queda colgado, avisad.')],
    ['Turkish of seconds', mail("node01'de ls 10 saniye takıldı, sonra geldi.")],
    ['Polish of a moment', mail('Na node01 ls wisi kilka sekund.')],
    ['Czech that supposes it', mail('Pokud ls visí, volejte.')],
    ['Russian that denies it', mail('На node01 ls не висит.')],
    ['Korean of a moment', mail('node01 에서 ls 가 잠깐 멈췄습니다.')],
    ['a node that does not answer', mail('ssh node01 non risponde, ping nemmeno.')],
    ['another command', mail('Op node01 blijft de webserver hangen. Daarna ls gedaan.')],
    ['Dutch of nothing, before another sentence', mail('Bij ons hangt er nu niets. ls duurt hier 1 seconde.')],
    ['minutes of something else', mail('On node01 we waited 4 minutes for a reboot.')],
  ])('but not %s', async (_, text) => expect(await truths(text)).not.toContain('commands-hang'))
})

describe('that a question to the cluster is slow is told in many languages', () => {
  test.each<[string, string]>([
    ['Turkish', rows('10:05  bankdb1: "pcs status" 35 saniye sürdü', '10:07  tekrar: 41 saniye', '10:15  fark: bankdb1 yeni kuruldu')],
    ['Turkish in minutes', mail('node01: crm_mon -1 yaklaşık 2 dakika sürüyor.')],
    ['Czech', mail('Na node01 trvá pcs status 45 vteřin.')],
    ['Polish', mail('Na node01 crm_mon -1 wisi.')],
    ['Italian', mail('Sul nodo pcs status impiega 3 minuti.')],
    ['Russian', mail('На node01 pcs status отвечает через 40 сек')],
    ['Korean', mail('node01 에서 pcs status 응답이 없습니다.')],
    ['Dutch', mail('crm status duurt hier 2 minuten.')],
    ['Swedish', mail('På node01 tar pcs status 50 sekunder.')],
  ])('%s', async (_, text) => expect(await truths(text)).toContain('cluster-commands-slow'))

  test.each<[string, string]>([
    ['Turkish of seconds', rows('10:05  bankdb1: "pcs status" 2 saniye sürdü', '10:07  tekrar: 1 saniye', '10:15  fark: yok')],
    ['how long ago it was', mail('Sul nodo pcs status 30 minuti fa era tutto verde.')],
    ['how long ago it was, in Spanish', mail('Lancé pcs status hace 40 segundos y todo bien.')],
    ['how often it runs', mail('Op node01 draait pcs status elke 30 seconden.')],
    ['what is supposed', mail('Wanneer crm_mon -1 hangt, bel mij.')],
  ])('but not %s', async (_, text) => expect(await truths(text)).not.toContain('cluster-commands-slow'))
})

describe('what somebody notes of commands counts by the time that they took', () => {
  test.each<[string, string, string]>([
    [
      'rows of what was measured',
      rows('We measured on node01:', '  crm_mon -1 -r         31 seconds (node02: 0.3)', '  uptime   ok'),
      'cluster-commands-slow',
    ],
    [
      'minutes and seconds',
      rows('We measured on node01:', '  ls /usr/lib64 | wc -l  2 minutes 34 seconds (second call 0.2 s)'),
      'commands-hang',
    ],
    ['with an arrow', rows('Hallo Team,', '', '* pcs status -> 71 s', '* pcs status auf node02 -> 2 s'), 'cluster-commands-slow'],
    ['with a colon', rows('Hello,', '', '- "ls /etc": 4 min', '- "ls /tmp": 0.1 s'), 'commands-hang'],
    ['in Russian', rows('Добрый день', '', 'pcs status — 45 сек', 'pcs status: 45 сек'), 'cluster-commands-slow'],
    [
      'typed and back, to the second',
      rows('14:02:10  pcs status ingetikt op node01', '14:03:25  pas nu uitvoer. Beide nodes online.', '14:04:00  rapport geschreven'),
      'cluster-commands-slow',
    ],
    [
      'typed and back, to the minute',
      rows('14:05  ls -l /usr/lib/ocf -> geen uitvoer, ctrl-c doet niets', '14:11  ls komt terug', '14:12  alles weer snel nu'),
      'commands-hang',
    ],
    [
      'work notes of a ticket',
      rows(
        'Work notes',
        '2026-03-28 14:24:40 CEST - Ivo K: df -h on node01 started 14:21, does not come back',
        '2026-03-28 14:41:03 CEST - Ivo K: still hanging',
        '2026-03-28 14:53:30 CEST - Ivo K: df answered 14:50',
      ),
      'commands-hang',
    ],
    [
      'notes in German',
      rows('09:10  ls /etc auf node01 eingegeben', '09:14  immer noch keine Antwort von ls', '09:20  jetzt kam die Ausgabe'),
      'commands-hang',
    ],
    ['notes in Turkish', rows('09:10  node01: ls /etc yazdım', '09:16  sonunda geri geldi', '09:20  her şey normal'), 'commands-hang'],
    [
      'messages that Slack exports',
      JSON.stringify([
        { type: 'message', user: 'U02AB', text: 'ps -ef on node erp-b started 15:57, nothing yet', ts: '1665410340.001' },
        { type: 'message', user: 'U07KL', text: 'same here', ts: '1665410402.118' },
        { type: 'message', user: 'U02AB', text: '16:01 finally output. 4 minutes for a ps ...', ts: '1665410465.440' },
      ]),
      'commands-hang',
    ],
    [
      'messages that Telegram exports',
      JSON.stringify({
        messages: [
          { type: 'message', date: '2026-03-28T09:10:02', from: 'Anna', text: 'node01: ls /etc запустила' },
          { type: 'message', date: '2026-03-28T09:12:02', from: 'Boris', text: 'и у меня' },
          { type: 'message', date: '2026-03-28T09:16:02', from: 'Anna', text: 'наконец вернулось' },
        ],
      }),
      'commands-hang',
    ],
  ])('%s', async (_, text, fact) => expect(await truths(text)).toContain(fact))

  test.each<[string, string, string]>([
    ['a table of limits', rows('Hello,', '', 'Command | Max. runtime', 'pcs status | 60 s', 'crm_mon -1 | 60 s'), 'cluster-commands-slow'],
    [
      'a node that was started while a status was looked at',
      rows('14:00  pcs status: node02 offline, started node02', '14:06  node02 came back', '14:07  pcs status printed both'),
      'cluster-commands-slow',
    ],
    [
      'an example of others',
      rows('10:00 Vorstellung der Fälle', '10:10 Frage an alle Kollegen', '10:20 Beispiel eines Kunden: df hing 10 Minuten'),
      'commands-hang',
    ],
    ['a quick one', rows('We measured on node01:', '  crm_mon -1 -r         0.3 seconds'), 'cluster-commands-slow'],
    ['a limit', rows('Hello,', '', '- pcs status: 60 s timeout in our monitor'), 'cluster-commands-slow'],
    ['a schedule', rows('Hello,', '', '- pcs status: 60 s interval'), 'cluster-commands-slow'],
    ['a runbook', rows('Runbook cluster', '', '- pcs status: 60 s', '- ls /etc: 4 min'), 'cluster-commands-slow'],
    [
      'one that is back within two minutes',
      rows('14:05:01  ls -l /etc -> geen uitvoer', '14:06:10  ls komt terug', '14:12:00  alles weer snel'),
      'commands-hang',
    ],
    [
      'what came back after another command',
      rows('14:05  ls -l /etc gestart', '14:06  tar gestart via pcs status', '14:30  tar kwam terug'),
      'commands-hang',
    ],
    [
      'what is not back yet, told at once',
      rows('14:05  df -h started', '14:06  nothing finally settled', '14:07  df -h printed 12 lines'),
      'commands-hang',
    ],
    [
      'a node that came back',
      rows('14:05  pcs status: node02 offline', '14:20  node02 came back', '14:21  all fine now'),
      'cluster-commands-slow',
    ],
  ])('but not %s', async (_, text, fact) => expect(await truths(text)).not.toContain(fact))
})
