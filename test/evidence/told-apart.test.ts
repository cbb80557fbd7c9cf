import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** What people tell in two places: when something began and when it was done, and who lost whom. */
const letter = (...lines: readonly string[]) =>
  `Hello,\n\nthis is of our pacemaker/corosync cluster, nodes bill01 and bill02, since Tuesday 02:14.\n\n${lines.join('\n')}\n\nRegards, Ann\n`
const facts = [
  'cluster-commands-slow',
  'commands-hang',
  'sosreport-slow',
  'totem-token-lost',
  'totem-retransmits',
  'ip-address-stop-failed',
  'ocf-timeouts',
  'stop-operation-failed',
  'cluster-setup-timeout',
]
const toldBy = async (text: string, name = 'mail.txt') => {
  const { truths, known } = await readFiles({ [name]: text })
  const isSlow = known('sos-runtime-minutes').some(minutes => Number(minutes) > 30)
  return [...truths.filter(fact => facts.includes(fact)), ...(isSlow ? ['sosreport-slow'] : [])]
}

describe('what began in one place and was done in another one is timed', () => {
  test.each<[string, readonly string[], string]>([
    ['in two sentences', ['I set off a sosreport at 10:05 on bill02.', 'It was done at 12:20.'], 'sosreport-slow'],
    ['in words', ['The sosreport was started at half past nine and finished at quarter to eleven.'], 'sosreport-slow'],
    ['in German words', ['Den sosreport habe ich um halb neun gestartet, fertig war er um viertel nach zehn.'], 'sosreport-slow'],
    [
      'in rows of a shift book',
      ['09.10  sosreport auf bill02 gestartet', '10.00  läuft noch', '11.35  fertig, liegt im Ticket'],
      'sosreport-slow',
    ],
    [
      'in French turns',
      ['[14:02] Luc: sosreport lancé sur bill01', '[14:40] Eva: et alors ?', '[16:11] Luc: enfin terminé'],
      'sosreport-slow',
    ],
    ['in Spanish words', ['El sosreport: lo lancé a las ocho y media y no me devolvió el prompt hasta las 10:50.'], 'sosreport-slow'],
    ['in Italian', ["Il sosreport di bill02: l'ho lanciato alle 9:10 e si è concluso alle 11:05."], 'sosreport-slow'],
    ['in Polish rows', ['10:15 uruchomiony sos report na bill01', '12:40 gotowe'], 'sosreport-slow'],
    [
      'by the time of its archive',
      ['The sosreport: the archive has a time stamp of 15:40, and I kicked it off at 13:05.'],
      'sosreport-slow',
    ],
    ['by Enter and the prompt', ['pcs status is a pain.', 'Enter pressed 08:12:05, prompt back 08:13:40.'], 'cluster-commands-slow'],
    ['by how late it is now', ['I did an ls of /srv/data at 09:02 and it is 09:31 now.'], 'commands-hang'],
    ['by since when it sits', ['Try a df there.', 'Mine has been sitting since 11:08 and it is 11:25 now.'], 'commands-hang'],
    [
      'in Portuguese turns',
      ['17/05/2024 10:43 - Rui: dei um df 10:36 e ta parado ate agora', '17/05/2024 10:44 - Ana: nossa'],
      'commands-hang',
    ],
    ['in Turkish', ['Saat 08:10’da "ps -ef" yazdım; şu an 08:45, hâlâ duruyor.'], 'commands-hang'],
  ])('%s', async (_, lines, fact) => expect(await toldBy(letter(...lines))).toContain(fact))

  test.each<[string, readonly string[], string]>([
    ['soon enough', ['The sosreport was started at 10:05.', 'It was done at 10:20.'], 'sosreport-slow'],
    ['of a backup that was done', ['10:05 sosreport started', '10:12 done', '12:40 backup finished'], 'sosreport-slow'],
    ['of coffee', ['I started the sosreport at 10:05.', 'The meeting was done at 12:20.'], 'sosreport-slow'],
    ['planned', ['Please start the sosreport at 22:00, it should be done at 23:30.'], 'sosreport-slow'],
    ['asked', ['Was the sosreport started at 10:05 and finished at 12:20?'], 'sosreport-slow'],
    ['a German one that is short', ['Den sosreport habe ich um 9:10 gestartet, fertig war er um 9:25.'], 'sosreport-slow'],
    ['an upload', ['Le sosreport lancé à 10h05 est terminé à 10h12.', 'L’envoi, lancé à 10h15, s’est terminé à 12h10.'], 'sosreport-slow'],
    ['of a node that came back', ['14:00 I typed pcs status', '14:01 all fine', '14:30 bill02 came back'], 'cluster-commands-slow'],
    ['a command that was back at once', ['I typed df at 09:02:10, prompt back 09:02:11.'], 'commands-hang'],
    ['a job', ['El trabajo empezó a las 8 y media y acabó a las 11.', 'Para el sosreport bastaron 4 minutos.'], 'sosreport-slow'],
    ['another program', ['crsctl stat res -t hung for everyone until 21:40, docker ps as well for ten minutes.'], 'commands-hang'],
    ['another machine', ['We had logins that hung for good but that was an NFS home on an entirely different box.'], 'commands-hang'],
  ])('but not %s', async (_, lines, fact) => expect(await toldBy(letter(...lines))).not.toContain(fact))

  test('columns for the beginning and the end are those of each row', async () => {
    const table = (end: string) =>
      `node;tool;start;end;remark\nbill01;sos report --batch;2024-01-22 09:00;2024-01-22 09:07;\nbill02;sos report --batch;2024-01-22 09:00;${end};slow\n`
    expect(await toldBy(table('2024-01-22 10:44'), 'runs.csv')).toContain('sosreport-slow')
    expect(await toldBy(table('2024-01-22 09:14'), 'runs.csv')).not.toContain('sosreport-slow')
    expect(await toldBy(table('2024-01-22 10:44').replace('start;end', 'planned start;planned end'), 'runs.csv')).not.toContain(
      'sosreport-slow',
    )
  })
})

describe('nodes that lost each other are told without the token', () => {
  test.each<[string, string]>([
    [
      'from both sides',
      'At 03:10 bill01 showed bill02 as OFFLINE (UNCLEAN), on bill02 the other way round, and nobody had rebooted anything.',
    ],
    ['in German', 'Um 03:10 haben sich die Knoten aus den Augen verloren: corosync auf beiden lief weiter.'],
    ['in Dutch', 'Om 03:10 is bill02 uit het cluster gevallen volgens corosync, niemand deed iets.'],
    ['in Russian', 'В 03:10 узел bill02 выпал из кластера, corosync на bill01 остался один.'],
    ['in Japanese', '3時10分、bill02がメンバーから外れました。計画停止ではありません。corosyncのログは別途。'],
    ['one that went on alone', 'At 03:10 bill02 stopped answering on the ring, bill01 formed a membership of its own and fenced it.'],
    ['in Spanish', 'A las 03:10 bill02 se cayó del clúster sin que nadie tocara nada (corosync).'],
  ])('%s', async (_, line) => expect(await toldBy(letter(line))).toContain('totem-token-lost'))

  test.each<[string, string]>([
    ['a planned stop', 'At 20:05 we stopped bill02 for the maintenance, it fell out of the membership as planned.'],
    ['in Dutch as meant', 'Om 20:05 onderhoud: bill02 is uit het cluster gevallen, zoals bedoeld.'],
    ['in general', 'When a node has dropped out of the membership, corosync forms a new one.'],
    ['another product', 'The Windows failover cluster: SQL3B dropped out of the membership at 21:14.'],
    ['a question', 'Could bill02 have dropped out of the membership?'],
    ['denied', 'Keiner der Knoten ist aus dem Cluster gefallen.'],
    ['one that joined', 'corosync on bill01: member count 2 -> 3 at 17:13.'],
  ])('but not %s', async (_, line) => expect(await toldBy(letter(line))).not.toContain('totem-token-lost'))
})

describe('what would not go, or ran out of its time', () => {
  test.each<[string, readonly string[], string]>([
    ['an address that held on', ['The floating address 10.2.3.4 would not let go, so the node was fenced.'], 'ip-address-stop-failed'],
    ['in French', ["L'adresse IP virtuelle n'a jamais voulu lâcher prise, le nœud a été fencé."], 'ip-address-stop-failed'],
    ['in Dutch', ['Het zwevende adres wilde niet loslaten op bill01.'], 'ip-address-stop-failed'],
    ['in two halves', ['The IPaddr2 agent was told to stop at 04:30:21; at 04:30:41 its time was up.'], 'ip-address-stop-failed'],
    ['its limit', ['vip_bill sat in "Stopping" for 30 seconds and that is the op limit.'], 'ocf-timeouts'],
    ['the next row', ['01:58 monitor of lvm_a timed out', '02:01 same for fs_a'], 'ocf-timeouts'],
    ['a set-up that gave up', ['pcs cluster auth gives up after a minute.'], 'cluster-setup-timeout'],
    ['counted in words', ['corosync wrote something like three thousand "Retransmit List" entries an hour.'], 'totem-retransmits'],
    ['a Portuguese journal', ['O journal enche-se de linhas "[TOTEM ] Retransmit List:", às dezenas por minuto.'], 'totem-retransmits'],
  ])('%s', async (_, lines, fact) => expect(await toldBy(letter(...lines))).toContain(fact))

  test.each<[string, readonly string[], string]>([
    [
      'what is supposed',
      ['Suppose an IPaddr2 stop hits its timeout. Does the node fence because of the failed stop?'],
      'ip-address-stop-failed',
    ],
    ['what let go', ['The floating address let go at once, all else took 3 seconds.'], 'ip-address-stop-failed'],
    ['the same of a good one', ['01:58 monitor of lvm_a took 2 s', '02:01 same for fs_a'], 'ocf-timeouts'],
    ['the same a week later', ['01:58 monitor of lvm_a timed out', 'same for fs_a the week before'], 'ocf-timeouts'],
    ['a time within the limit', ['The stop of fs_a took 12 of the 60 seconds that are its limit.'], 'ocf-timeouts'],
    ['a refusal', ['pcs cluster auth gives up at once: connection refused.'], 'cluster-setup-timeout'],
    ['none at all', ['The "Retransmit List" entries went from three thousand an hour to zero, no more since.'], 'totem-retransmits'],
    ['mails sent again', ['About 70 messages a second were sent again by the mail gateway.'], 'totem-retransmits'],
  ])('but not %s', async (_, lines, fact) => expect(await toldBy(letter(...lines))).not.toContain(fact))
})

describe('what people hand on is read in the form it came', () => {
  const stop =
    'Die Service-Adresse ließ sich nicht zurücknehmen, der Stopp lief in die Zeitüberschreitung, danach hat der Cluster den Knoten gefenct.'

  test('a text in one byte for a letter', async () => {
    const { truths } = await readFiles({ 'ticket.txt': Uint8Array.from(Buffer.from(letter(stop), 'latin1')) })
    expect(truths).toContain('ip-address-stop-failed')
  })
  test('a chat that was saved as a page', async () => {
    const turn = (who: string, at: string, text: string) =>
      `<div class="m"><b>${who}</b> <span>06/07/2024 ${at} AM</span><p>${text}</p></div>\n`
    const page = `<html><head><title>Cluster room</title></head><body>\n${turn('Okoro, Ada', '3:12', 'who is on the bridge? bill02 was just shot by bill01')}${turn('Berg, Mia', '3:15', 'me. I asked pacemaker to move the group, then the stop of vip_bill timed out after 20 s')}${turn('Okoro, Ada', '3:16', 'and now?')}</body></html>\n`
    expect(await toldBy(page, 'chat.html')).toContain('ocf-timeouts')
  })
  test('a line of the kernel that somebody pasted into a chat', async () => {
    const chat = [
      '09:12 < ann> anyone else locked out of bill02?',
      '09:26 < joe> console now says',
      '09:26 < joe> INFO: task ls:40233 blocked for more than 120 seconds.',
      '09:27 < ann> the other node is fine, cluster sees both online',
    ]
    expect(await toldBy(`${chat.join('\n')}\n`, 'channel.txt')).toContain('commands-hang')
  })
  test('turns of a chat stay apart, for the next one may be a question', async () => {
    const chat = [
      '[24.01.2024, 13:30] t.berg: baue grad den neuen Cluster in Graz',
      '[24.01.2024, 13:31] t.berg: pcs host auth dreht ne Minute und meldet dann Zeitüberschreitung',
      '[24.01.2024, 13:33] m.s: falsches Passwort?',
      '[24.01.2024, 13:34] t.berg: nein, da käm sofort was',
    ]
    expect(await toldBy(`${chat.join('\n')}\n`, 'chat.txt')).toContain('cluster-setup-timeout')
  })
  test('the timeline of a report in Markdown', async () => {
    const report = `# PM-11 Billing down 11:42 - 12:20\n\n## Impact\nThe portal of our pacemaker cluster was down.\n\n## Timeline\n| time | what |\n|---|---|\n| 11:42 | bill02 stops answering on the ring; bill01 declares a new membership consisting only of itself |\n| 11:43 | fence request for bill02, OK |\n| 11:51 | both nodes up |\n\n## Actions\n1. kdump\n`
    expect(await toldBy(report, 'PM-11.md')).toContain('totem-token-lost')
  })
})
