import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (said: string) =>
  `Hello,\n\nlast night we had trouble on our pacemaker/corosync cluster, nodes db01 and db02.\n\n${said}\n\nRegards, Ann\n`
const toldBy = async (said: string) => (await readFiles({ 'mail.txt': letter(said) })).truths

describe('people tell in their own verbs', () => {
  test.each([
    ['that a stop went past its limit', 'Stopping fs_arc blew through its 90 sec limit.', 'ocf-timeouts'],
    ['that it took longer than is allowed, in Italian', 'Lo stop di fs_arc è durato più dei 90 secondi concessi.', 'ocf-timeouts'],
    ['that it tore the limit, in German', 'Der Stop von fs_arc hat die 90 Sekunden gerissen.', 'ocf-timeouts'],
    ['that it did not fit, in Czech', 'Stop prostředku fs_arc se nevešel do 90 sekund.', 'ocf-timeouts'],
    ['both numbers', 'The stop of fs_arc took 94 s where 90 are allowed.', 'ocf-timeouts'],
    [
      'of a second start by its moment alone',
      'fs_one start timed out at 02:11 (60s), then fs_two at 02:13, and fs_six was fine.',
      'ocf-timeouts',
    ],
    ['of one start twice', '01:50 start of app_one timed out, tried again 01:54, timed out also.', 'ocf-timeouts'],
    [
      'of the check of another one by a pronoun',
      'Um 4:12 lief der Monitor von svc_a in den Timeout, um 4:13 auch der von svc_b.',
      'ocf-timeouts',
    ],
    [
      'that an address did not stop, in Italian',
      'L’indirizzo virtuale non si è fermato, l’agente ha restituito 1.',
      'ip-address-stop-failed',
    ],
    ['of a login by its infinitive', 'It takes 5-10 minutes to log in to db01.', 'commands-hang'],
    ['of a shell that comes late', 'It takes more than three minutes to get a shell.', 'commands-hang'],
    ['of any directory', 'It needs more than three minutes to list a directory.', 'commands-hang'],
    ['of any file', 'Any attempt to open any file hangs the session.', 'commands-hang'],
    ['of the completion of names', 'On db01 tab completion hangs for four minutes.', 'commands-hang'],
    ['of the completion of names, in Chinese', 'db01 上 Tab 补全一直卡住，按了四分钟没有反应。', 'commands-hang'],
    ['by a lock for good', 'When this happens on db01, ps aux deadlocks.', 'commands-hang'],
    ['of a file by its path', 'cat /etc/hosts freezes the terminal for minutes.', 'commands-hang'],
    [
      'of a login by its infinitive, in German',
      'Zum Einloggen auf db01 braucht man fünf Minuten, beim Anmelden am Terminal ebenso.',
      'commands-hang',
    ],
    ['of a loss by its noun', 'Perte du jeton totem à 2h10, db01 s’est retrouvé seul.', 'totem-token-lost'],
    ['of a node that fell off', 'db02 fell off the cluster ring at 11:20 although it was alive.', 'totem-token-lost'],
    [
      'of a loss below a heading that names the fencing',
      'Subject: db02 fenced again\n\nAt 04:32 the token was lost and then db01 shot db02.',
      'totem-token-lost',
    ],
    [
      'that one node found out that the other was gone, in English of others',
      'In this state of high load the second node detected separation of the first node from the cluster.',
      'totem-token-lost',
    ],
    ['the same in Russian', 'Второй узел обнаружил исчезновение первого из кластера, хотя тот работал.', 'totem-token-lost'],
    ['of a log that is swamped', 'The corosync log is swamped with Retransmit List messages.', 'totem-retransmits'],
    ['how many a search gave', 'grep -c "Retransmit List" corosync.log → 7213 on db01, 6987 on db02.', 'totem-retransmits'],
    ['how many each node has', 'Retransmit List lines by node: db01 = 5122, db02 = 4988', 'totem-retransmits'],
  ])('%s', async (_, said, fact) => expect(await toldBy(said)).toContain(fact))
})

describe('nothing of it is told by', () => {
  test.each([
    ['two days', 'The monitor of vip_a timed out on Monday, the next timeout was the one of vip_b on Thursday.', 'ocf-timeouts'],
    [
      'a resource that is called like what it runs',
      'The monitor of gis_tomcat timed out at 04:00:12, tomcat was restarted by the cluster, OK 04:00:58.',
      'ocf-timeouts',
    ],
    ['a completion that is soon back', 'Tab completion on db01 stalls for two seconds.', 'commands-hang'],
    ['a completion in an editor', 'In our editor the completion of code hangs for four minutes.', 'commands-hang'],
    ['a database that deadlocks', 'The query of the billing deadlocks every night.', 'commands-hang'],
    ['a login to a page', 'It takes 5 minutes to log in to the web portal.', 'commands-hang'],
    ['who logs in and does more', 'It took us 15 minutes to log in and check everything.', 'commands-hang'],
    ['who logs in everywhere', 'We took 10 minutes to log in to all nodes.', 'commands-hang'],
    ['a folder of an application', 'Opening a folder in our web application takes 5 minutes.', 'commands-hang'],
    ['a backup that reads files', 'The backup needs four hours to read any file of the share.', 'commands-hang'],
    ['a stop within its limit', 'The stop of fs_arc finished well within its 60 seconds.', 'ocf-timeouts'],
    ['another program with a limit', 'The backup job exceeded its 2 hour limit; the resources were fine all night.', 'ocf-timeouts'],
    ['a fencing that came first', 'db02 was fenced first, and then corosync on db01 lost the token, of course.', 'totem-token-lost'],
    ['no loss in a noun', 'No hubo pérdida de token.', 'totem-token-lost'],
    [
      'no separation that was found out',
      'The second node did not detect a separation of the first node from the cluster.',
      'totem-token-lost',
    ],
    [
      'a departure that was wanted',
      'For the maintenance we stopped db01. The second node detected the departure of the first node from the cluster, as expected.',
      'totem-token-lost',
    ],
    ['a search that found one', 'grep -c "Retransmit List" gives 0 on db01 and 1 on db02.', 'totem-retransmits'],
    [
      'a threshold',
      'There was one Retransmit List line.\nDecision: alert only from 20 retransmits per 10 min upwards.',
      'totem-retransmits',
    ],
  ])('%s', async (_, said, fact) => expect(await toldBy(said)).not.toContain(fact))
})

test.each([
  [
    'a loss in Korean, of a text that names nothing of the cluster in English',
    '어젯밤 3시쯤 db-a에서 토큰이 소실되어 db-b가 멤버십에서 빠졌고, 그 뒤 펜싱되었습니다.',
    true,
  ],
  ['what a test should show in Korean', '다음 달 시험 항목: 케이블을 뽑았을 때 토큰이 유실되고 펜싱되는지 확인.', false],
  ['what a test should show in Japanese', '来月の試験:\n・ケーブルを抜き、トークンの喪失が検知され、フェンシングされること', false],
  ['no loss in Korean', '어젯밤 멤버십은 그대로였고 토큰은 유실되지 않았습니다.', false],
])('%s', async (_, said, expected) => {
  const text = `안녕하세요, 운영팀입니다.\n\n결제 클러스터(db-a, db-b)에서 장애가 있어 문의드립니다. ${said}\n\n감사합니다.\n`
  expect((await readFiles({ 'mail.txt': text })).truths.includes('totem-token-lost')).toBe(expected)
})
