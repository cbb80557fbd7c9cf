import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (...lines: readonly string[]) =>
  `Hello,\n\nlast night at 02:14 we had trouble on our pacemaker/corosync cluster, nodes db01 and db02.\n\n${lines.join('\n')}\n\nRegards, Ann\n`
const facts = [
  'ocf-timeouts',
  'several-resources-time-out',
  'two-agents-seen-to-time-out',
  'stop-operation-failed',
  'start-operation-failed',
  'ip-address-stop-failed',
  'stop-failure-led-to-fencing',
  'totem-retransmits',
  'totem-token-lost',
  'membership-loss-led-to-fencing',
  'cluster-setup-timeout',
]
const toldBy = async (text: string) => (await readFiles({ 'mail.txt': text })).truths.filter(fact => facts.includes(fact))

describe('people tell of the stop of a resource', () => {
  test.each([
    [
      'that an address was not gone in time',
      'Removing the service address 10.4.7.20 did not come to an end within the twenty seconds it is granted.',
      'ip-address-stop-failed',
    ],
    [
      'the same in German',
      'Das Wegnehmen der Adresse kam nicht innerhalb der eingestellten 20 Sekunden zurück (Service-IP).',
      'ip-address-stop-failed',
    ],
    ['the same in French', 'Le retrait de l’adresse IP flottante n’a pas abouti dans les 20 secondes.', 'ip-address-stop-failed'],
    ['the same in Spanish', 'Quitar la dirección flotante no terminó dentro de los 20 segundos.', 'ip-address-stop-failed'],
    ['the same in Italian', 'La rimozione dell’indirizzo virtuale non è terminata entro 20 secondi.', 'ip-address-stop-failed'],
    ['the same in Polish', 'Zdjęcie adresu wirtualnego nie skończyło się w ciągu 20 sekund.', 'ip-address-stop-failed'],
    ['the same in Dutch', 'Het verwijderen van het cluster-IP lukte niet binnen 20 seconden.', 'ip-address-stop-failed'],
    ['what could not be stopped', '"ip_bill" could not be stopped within 20s (timeout), so db02 fenced it.', 'ip-address-stop-failed'],
    ['who killed it', 'The stop of rsc_sap_ASCS: limit is 240 and the cluster is killing it after 240.', 'ocf-timeouts'],
    [
      'an error at once',
      'The IPaddr2 resource ("svc_ip") reported a failed stop, rc 1, immediately, not a timeout.',
      'ip-address-stop-failed',
    ],
    [
      'a file system that stays',
      'The Filesystem resource for /srv could not be unmounted, the agent returned an error.',
      'stop-operation-failed',
    ],
    [
      'what came of it, a sentence later',
      'The stop of vip_a timed out.\nThree seconds later db01 was shot by db02.',
      'stop-failure-led-to-fencing',
    ],
    ['what it was fenced for', 'What: db01 fenced by db02\nWhy: stop of fs_a failed.', 'stop-failure-led-to-fencing'],
  ])('%s', async (_, said, fact) => expect(await toldBy(letter(said))).toContain(fact))

  test('an error at once is no time-out', async () =>
    expect(await toldBy(letter('The IPaddr2 resource ("svc_ip") reported a failed stop, rc 1, at once, not a timeout.'))).not.toContain(
      'ocf-timeouts',
    ))
})

describe('people tell of checks that ran out of their time', () => {
  test.each([
    ['one after another', ' - the check of the file system /dwh exceeded its 40 s\n - the check of the db2 instance exceeded its 60 s'],
    [
      'in Swedish',
      'Först hann inte kontrollen av MariaDB klart på sina 30 sekunder, två minuter senare var det samma sak med NFS-exporten (exportfs).',
    ],
    [
      'as a list behind it',
      'três falhas, tudo "Timed Out" entre 9h14 e 9h16: o monitor do Filesystem, o monitor do oracle e o do lsnrctl.',
    ],
    ['in one sentence', 'The monitors of the Filesystem and of oracle timed out at 02:14.'],
    ['in German', 'Die Überwachung von fs_data und die von vip_app haben ihr Zeitlimit überschritten.'],
    ['in French', 'À 02:14 le monitor de fs_data a dépassé son délai, à 02:16 le monitor de vip_app a dépassé le sien de délai.'],
    ['in Russian', 'Проверка fs_data не уложилась в лимит 40 секунд, то же самое с vip_app.'],
    ['in Japanese', 'fs_data の監視が 02:14 にタイムアウトし、vip_app の監視も 02:15 にタイムアウトしました。'],
    ['in Chinese', '02:14 fs_data 的监控超时了，02:15 vip_app 的监控也超时了。'],
  ])('%s', async (_, said) =>
    expect(await toldBy(letter(said))).toEqual(
      expect.arrayContaining(['ocf-timeouts', 'several-resources-time-out', 'two-agents-seen-to-time-out']),
    ),
  )
})

describe('people tell what corosync did', () => {
  test.each([
    ['counted in words', 'corosync writes twenty "Retransmit List" lines a minute.'],
    ['counted in ten minutes, in Russian', 'лог забит строчками Retransmit List, за десять минут насчитал 380 штук.'],
    ['per minute, in French', 'Le journal se remplit de « Retransmit List ». J’ai compté, entre 40 et 50 par minute.'],
    ['per minute, in Polish', 'corosync zapisuje po dwadzieścia wpisów "Retransmit List" na minutę.'],
    ['counted in the next sentence', 'It is always the line about a Retransmit List.\nI counted 2,140 of them between 20:00 and 20:10.'],
    ['every second', 'corosync logs a Retransmit List every second.'],
    ['many times', 'In the log of dbx1 we see "[TOTEM ] Retransmit List: 2bb9 2bba" many times before it was fenced.'],
    ['many times, in German', 'Im Protokoll von corosync steht sehr oft "Retransmit List".'],
    ['dozens', 'We see dozens of retransmits per minute.'],
    ['in Korean', '06:02~06:08 사이에 Retransmit List 가 150건 넘게 확인됩니다.'],
    ['in German', 'Seit gestern schreibt corosync ununterbrochen Retransmit List.'],
    ['without a break, in Polish', 'Od rana corosync bez przerwy dodaje linie "Retransmit List".'],
    ['without a break, in Spanish', 'Desde ayer corosync escribe sin parar líneas "Retransmit List".'],
    ['without a break, behind them', 'Since the move corosync appends "Retransmit List" without interruption.'],
  ])('retransmits, %s', async (_, said) => expect(await toldBy(letter(said))).toEqual(['totem-retransmits']))

  test.each([
    [
      'in a time line',
      '02:13:05 node 2 notes that the token did not come in and forms a new membership\n02:13:06 cluster on node 2: node 1 has to be fenced\n02:13:41 power off',
    ],
    [
      'in notes',
      'hdb2 lost the token, logged processor failed, that came first. stonith of hdb1 only came after because peer no longer part of cluster',
    ],
    ['in Spanish', 'El testigo no volvió de PAGOS-1. Solamente entonces el clúster ordenó apagar PAGOS-1.'],
    ['in Polish', 'Token nie wrócił przez trzy sekundy. Dopiero potem klaster odciął db02 przez IPMI.'],
    ['in Korean', '06:08:33 에 pay2가 토큰을 잃었습니다.\n06:08:35 클러스터가 pay1에 대한 펜싱을 요청했습니다.'],
    ['in German', 'Corosync verlor das Token. Daraufhin hat der Cluster db01 abgeschossen.'],
    ['in Russian', 'corosync потерял токен. Затем кластер отстрелил db01 через IPMI.'],
  ])('a token that was lost before the fencing, %s', async (_, said) =>
    expect(await toldBy(letter(said))).toEqual(['totem-token-lost', 'membership-loss-led-to-fencing']),
  )
})

test.each([
  ['ran without a break and wrote none', 'Od rana corosync działa bez przerwy i nie zapisuje wierszy "Retransmit List".'],
  ['ran without any', 'Since the move corosync runs without interruption and without any "Retransmit List".'],
])('no retransmits where corosync %s', async (_, said) => expect(await toldBy(letter(said))).toEqual([]))

test.each([
  [
    'used up',
    'The floating address was told to stop: the agent got its thirty seconds, did not return, and the cluster took it for a failed stop.',
    true,
  ],
  ['not used up', 'The floating address was told to stop: the agent had thirty seconds and was back in two.', false],
])('a stop whose limit was %s', async (_, said, isLate) => expect((await toldBy(letter(said))).includes('ocf-timeouts')).toBe(isLate))

describe('people tell of a set-up', () => {
  test.each([
    [
      'that waits and gives up',
      'The command pcs host auth db01 db02 accepts the password, waits roughly one minute and returns a timeout for db02.',
    ],
    ['in Dutch', 'pcs host auth naar beide nodes geeft na lang wachten een timeout.'],
    ['in Spanish, a sentence later', 'Falla al crear el clúster.\nAl lanzar el setup se agotó el tiempo de espera con el nodo dos.'],
    ['whose node does not answer', 'When I give the setup command it says that node c3 did not answer in time.'],
    ['that hangs for minutes', 'crm cluster join hangs for 15 minutes.'],
    ['in Chinese', '执行 pcs cluster setup 时超时。'],
  ])('%s', async (_, said) => expect(await toldBy(letter(said))).toEqual(['cluster-setup-timeout']))
})

describe('nothing is told by', () => {
  test.each([
    'The floating IP was removed within a second.',
    'The stop of vip_a took 0.3 s, well within its 20 s.',
    'The stop of vip_a finished within its limit of 20 s.',
    'The stop timeout of vip_a is 20 s.',
    'We set the stop timeout of vip_a to 60 s.',
    'If the stop of vip_a exceeds 20 s, the node is fenced.',
    'Did the stop of vip_a exceed its 20 s?',
    'The stop of vip_a would have timed out with 5 s.',
    'No stop timed out, no resource failed.',
    'I read that the stop of an IPaddr2 may time out with scanners.',
    'A colleague heard that a floating IP could not be stopped in time elsewhere.',
    'The stop of the IP did not work at the first attempt, the second time it took 0.3 s.',
    'I typed `crm resource stop vip_a` and got an error since the name was wrong.',
    'We removed the address from DNS, the change failed.',
    'keepalived failed to stop the VIP.',
    'Kann die vip_a nicht gestoppt werden, wird der Knoten gefenced.',
    'Konnte die vip_a nicht gestoppt werden, wird der Knoten gefenced.',
    'vip_a wurde gestoppt, der Knoten wurde nicht gefenced.',
    'T3: replace the agent by a stub that sleeps. Expected: stop of vip_a Timed Out, n1 fenced.',
    'The architect asks: suppose the virtual IP could not be stopped, say the stop times out after 20 s, would the node be fenced?',
    'The VIP of keepalived could not be removed within 10 seconds.',
    'systemctl stop httpd timed out.',
    'We are afraid that the stop of vip_a times out.',
    'The application was stopped, the backup timed out.',
    'Das Stoppen der Service-IP dauerte nur 0,2 Sekunden.',
    'Das Stoppen von vip_a lief nicht in den Timeout.',
    'Das Stop-Timeout von vip_a beträgt 20 Sekunden.',
    'Kollegen erzählen, dass sich die Service-IP nicht rechtzeitig stoppen lässt.',
    'Wenn das Stoppen von vip_a das Zeitlimit überschreitet, wird der Knoten gefenced.',
    'Wir befürchten, dass das Stoppen der Cluster-IP das Zeitlimit überschreitet.',
    'Kein Stop ist fehlgeschlagen.',
    'L’arrêt de vip_a n’a pas dépassé le délai.',
    'Si l’arrêt de vip_a dépasse le délai, le nœud est isolé.',
    'Le délai d’arrêt de vip_a est de 20 secondes.',
    'On craint que l’arrêt de vip_a dépasse le délai.',
    'La parada de vip_a no superó el tiempo límite.',
    'Si la parada de vip_a supera el tiempo límite, se aísla el nodo.',
    '¿La parada de vip_a superó el tiempo límite?',
    'A parada de vip_a não excedeu o tempo limite.',
    'Nenhum stop falhou, nenhum nó foi reiniciado.',
    'O IP virtual já havia sido removido em menos de um segundo.',
    'L’arresto di vip_a non ha superato il tempo limite.',
    'Temiamo che l’arresto di vip_a superi il tempo limite.',
    'Zatrzymanie vip_a nie przekroczyło limitu czasu.',
    'Jeśli zatrzymanie vip_a przekroczy limit czasu, węzeł zostanie odcięty.',
    'Zastavení vip_a nepřekročilo limit.',
    'Остановка vip_a не превысила лимит времени.',
    'Если остановка vip_a превысит лимит, узел будет выключен.',
    'Het stoppen van vip_a bleef binnen de limiet.',
    'Stoppet av vip_a gick på 0,3 sekunder, inom sin gräns.',
    'vip_a saniyesinde durduruldu, süre aşılmadı.',
    'VIP の停止は 1 秒で終わりました。',
    '停止がタイムアウトしたことはありません。',
    'vip_a 的停止没有超时。',
    'vip_a 중지는 타임아웃되지 않았습니다.',
    'The monitor of fs_data timed out once.',
    'One monitor, that of postfix, timed out on the 3rd, and never again.',
    'The monitor of fs_data timed out on Monday, the monitor of vip_app timed out three weeks later.',
    'At 02:14 the monitor of fs_data timed out.\nAt 02:59 the monitor of vip_app timed out.',
    '2024-03-01 02:14 the monitor of fs_data timed out.\n2024-03-05 02:15 the monitor of vip_app timed out.',
    'The monitor of fs_data timed out, but the monitor of vip_app was fine.',
    'The checks of fs_data and vip_app stay within their 40 s.',
    'The monitor timeouts of fs_data and vip_app are 40 s.',
    'We raised the limits of the checks of oracle and db2 to 60 s.',
    'Could it be that the monitors of fs_data and vip_app timed out?',
    'If the monitors of fs_data and vip_app time out, call me.',
    'In the last month three monitors timed out.',
    'The web check of nginx and of tomcat in Nagios did not time out.',
    'Die Überwachung von fs_data hat einmal ihr Zeitlimit überschritten.',
    'Die Prüfungen von fs_data und vip_app brauchen 2 von 40 Sekunden.',
    'Le monitor de fs_data a dépassé son délai une seule fois.',
    'Un solo monitor, el de postfix, superó el tiempo límite.',
    'Il monitor di fs_data ha superato il limite una volta.',
    'Kontrollen av MariaDB hann klart på 3 sekunder.',
    'Проверка fs_data один раз не уложилась в лимит 40 секунд.',
    'fs_data の監視が一度だけタイムアウトしました。',
    'fs_data 的监控只超时了一次。',
    'corosync logged exactly 3 retransmits when db02 joined.',
    'A burst of 40 retransmits while db02 was booting, then silence.',
    'Nine retransmits in ten minutes.',
    'A handful of Retransmit List lines per day.',
    'There were 12 retransmits in the whole week.',
    'corosync itself is quiet, we did not find a single retransmit nor a lost token.',
    'No retransmits at all, neither now nor before.',
    'We have many TCP retransmits on the backup network.',
    'How many token retransmits should be attempted is a setting, the default is 4.',
    'token_retransmits_before_loss_const is 10.',
    'Does corosync print Retransmit List dozens of times a minute?',
    'If corosync keeps printing Retransmit List, look at the MTU.',
    'The classic sign is a flood of retransmits.',
    'Keine Retransmits, weder gestern noch heute.',
    'Wenn ständig Retransmit List im Log steht, stimmt die MTU nicht.',
    'Drei Retransmits beim Beitritt von db02.',
    'Aucune retransmission depuis un mois.',
    'Ninguna retransmisión en todo el mes.',
    'Nessuna ritrasmissione nelle ultime 24 ore.',
    'retransmisji brak, ani jednej od miesiąca.',
    'Ретрансмитов нет, ни одного за неделю.',
    'Geen retransmits, niet één.',
    'Retransmit List は一件もありません。',
    '没有 Retransmit List。',
    'Retransmit List 는 하나도 없습니다.',
    'The token was never lost.',
    'The token was lost because db02 had been powered off.',
    'After db02 had been fenced by hand, corosync lost the token.',
    'We ran pcs stonith fence db02. Then corosync logged that a processor failed.',
    'I pulled the power cord of db02 at 02:10.\nAt 02:11 corosync on db01 lost the token.',
    '02:10:05 pcs stonith fence db02\n02:10:12 processor failed, forming new configuration',
    'When we rebooted db02, the token was lost, as expected.',
    'The API token was lost.',
    'My login lost its token.',
    'I lost my hardware token.',
    'The token timeout is 3000 ms.',
    'Did corosync lose the token?',
    'If the token gets lost, a node is fenced.',
    'When the token does get lost you will find "A processor failed".',
    'Das Token ging nie verloren.',
    'Nachdem db02 ausgeschaltet wurde, verlor corosync das Token.',
    'Le jeton n’a jamais été perdu.',
    'Après le redémarrage manuel de db02, corosync a perdu le jeton.',
    'El token nunca se perdió.',
    'Cuando apagamos db02 a mano se perdió el token.',
    'O token não foi perdido.',
    'Il token non è stato perso.',
    'token też się nie zgubił.',
    'Po wyłączeniu db02 corosync zgubił token.',
    'Token se neztratil.',
    'Токен не терялся.',
    'После выключения db02 corosync потерял токен.',
    'トークンは失われていません。',
    'db02 を再起動した後、トークンを失いました。',
    'token 没有丢失。',
    '토큰을 잃지 않았습니다.',
    'pcs cluster setup ran through in 20 seconds.',
    'pcs host auth was refused.',
    'pcs cluster setup: Error: Unable to connect to db02 (Connection refused).',
    'pcs cluster setup --request-timeout=180 worked.',
    'We set the request timeout of pcs cluster setup to 180 s.',
    'If pcs host auth times out, restart pcsd.',
    'Does pcs cluster setup time out for anybody else?',
    'pcs cluster setup did not time out.',
    'The cluster setup was fine, later a backup timed out.',
    'pcs cluster setup lief ohne Timeout durch.',
    'Wenn pcs host auth in einen Timeout läuft, bitte melden.',
    'pcs cluster setup n’a donné aucun timeout.',
    'pcs cluster setup no dio ningún timeout.',
    'pcs cluster setup nie zakończyło się timeoutem.',
    'pcs cluster setup не упал по таймауту.',
    'pcs cluster setup 没有超时。',
    'pcs cluster setup 은 타임아웃 없이 끝났습니다.',
    'pcs cluster setup はタイムアウトしませんでした。',
  ])('%s', async said =>
    expect((await toldBy(letter(said))).filter(fact => !(fact === 'stop-operation-failed' && /only/.test(said)))).toEqual([]),
  )
})

test.each([
  '12:00 the check of fs_data timed out\n',
  'corosync prints a lot of lines about retransmits, 12 a minute. ',
  'we lost the token after db02 was fenced\n',
  'pcs cluster setup hangs for 3 minutes of nothing\n',
])('a megabyte of one phrase is read to its end: %s', async phrase => {
  const text = `Our pacemaker cluster has trouble since last night:\n${phrase.repeat(Math.ceil(1_000_000 / phrase.length))}`
  expect(await readFiles({ 'notes.txt': text })).toHaveProperty('ledger')
})

describe('what could not be done is told with the resource between its words', () => {
  test.each([
    'Gestern Nacht ließ sich die vip_a nicht mehr stoppen, danach hat n2 die n1 gefenced.',
    'Gestern konnte die Ressource vip_a nicht gestoppt werden, n2 hat n1 gefenced.',
    'Last night vip_a could not be stopped and n2 fenced n1.',
    "Hier soir impossible d'arrêter vip_a, puis n2 a fencé n1.",
    'Anoche no se pudo parar vip_a y n2 hizo fencing de n1.',
    'Ieri sera non è stato possibile fermare vip_a e n2 ha fatto il fencing di n1.',
  ])('%s', async said => {
    // Nothing else in it need speak of addresses or of a command.
    const told = await toldBy(`Hello,\n\nwe have two nodes with pacemaker.\n${said}\n`)
    expect(told).toEqual(expect.arrayContaining(['ip-address-stop-failed', 'stop-failure-led-to-fencing']))
  })
})
