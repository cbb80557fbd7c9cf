import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (said: string) => `Hello,\n\nwe have a two node cluster on RHEL 8.\n${said}\nRegards\n`
const symptoms = new Set([
  'cluster-commands-slow',
  'cluster-setup-timeout',
  'commands-hang',
  'commands-timed-out',
  'ip-address-stop-failed',
  'ocf-timeouts',
  'totem-retransmits',
  'totem-token-lost',
])
async function toldBy(text: string, path = 'ticket.txt'): Promise<readonly string[]> {
  const { truths, known } = await readFiles({ [path]: text })
  return [...truths.filter(id => symptoms.has(id)), ...known('sos-runtime-minutes').map(minutes => `report of ${String(minutes)} minutes`)]
}

describe('what is asked, denied, feared or told of another time or system is no symptom', () => {
  test.each([
    ['a question', 'Does pcs status hang?'],
    ['a question with its answer', 'Do simple commands like ls or df hang? - no'],
    ['a question with its answer below', 'Does pcs status hang?\nNo.'],
    ['a question with both answers to tick', '1. Do ls, ps and df hang for more than 2 minutes? [ ] yes [x] no'],
    ['a row of a table of questions', '| Does sosreport take more than 2 hours? | no |'],
    ['a list of symptoms that are denied', '- pcs status hangs: no\n- df hangs: no\n- VIP failed to stop: no'],
    ['a list of boxes', '[ ] pcs status hangs\n[ ] df hangs'],
    ['whether a token was lost', 'Did corosync lose the token? No.'],
    ['whether the log is full', 'Is the log full of Retransmit List? No, not one line of corosync.'],
    ['a question in German', 'Hängen ls, ps oder df länger als 2 Minuten? - nein'],
    ['a question in French', 'ls, df ou ps restent bloqués ? → non'],
    ['a question in Spanish', '¿pcs status tarda más de 20 segundos? No, 1 segundo.'],
    ['a question in Italian', 'Il comando df si blocca? No.'],
    ['a question in Portuguese', 'pcs status demora mais de 2 minutos? Não, 2 segundos.'],
    ['a question in Polish', 'Czy pcs status trwa dłużej niż 20 sekund? Nie, 2 s.'],
    ['a question in Czech', 'Trvá pcs status přes 20 sekund? Ne, 1 s.'],
    ['a question in Russian', 'Команды ls, ps, df зависают дольше 2 минут? → нет'],
    ['a question in Dutch', 'Blijven ls, ps of df hangen? → nee'],
    ['a question in Turkish', 'df takılıyor mu? Hayır.'],
    ['a question in Korean', 'ls, ps, df 명령이 2분 이상 멈춘 적 있습니까? → 없습니다.'],
    ['how long a report takes, asked in Korean', 'sosreport 가 30분 이상 걸립니까? → 아니요, 8분 걸렸습니다.'],
    ['a question in Japanese', 'df がハングしますか？ いいえ。'],
    ['a question in Japanese without a mark', 'ls や df が固まることはありますか。\nありません。'],
    ['a question in Chinese', 'df 会卡住吗？不会。'],
    ['a form in Chinese', '1. df 卡住:否\n2. pcs status 卡住:无'],
    ['a form in Russian', '- df зависает: нет\n- pcs status висит: нет'],
    ['a fear', 'Also I am afraid pcs cluster setup will time out for the same reason.'],
    ['a fear in German', 'Ich befürchte, dass pcs status hängt, wenn der DNS ausfällt.'],
    ['a fear in Russian', 'Боюсь, что pcs status зависнет после обновления.'],
    ['a fear in Japanese', 'pcs status がハングするのではないかと心配しています。'],
    ['a fear in Chinese', '担心 pcs status 会卡住。'],
    ['an old cluster', 'Back in 2019 on the old cluster pcs status took several minutes.'],
    ['an old cluster in Czech', 'Na starém clusteru (RHEL 7.4, vyřazen 2021) kdysi visel příkaz "df" kvůli mrtvému NFS.'],
    ['an old cluster in Korean', '예전 클러스터에서 df 가 멈췄지만 오래전에 해결되었습니다.'],
    ['another company', 'At my previous company pcs status always hung.'],
    ["a friend's cluster", 'A friend has a cluster where sosreport took 4 hours.'],
    ['something supposed', 'Suppose df -h hangs on one node.'],
    ['what a manual says', 'The documentation says that pcs status hangs when pcsd is down.'],
    ['what must not be', 'Acceptance: pcs status must not take more than 20 seconds.'],
    ['a limit', 'The stop operation of the VIP would have timed out with the default of 20 s.'],
    ['a stopped terminal', 'ls hung because I had pressed Ctrl+S, sorry.'],
    ['what a status shows of something else', 'pcs status shows that the VM resource was frozen by the admin.'],
    ['a login to a page', 'Login to the web shop hangs for customers.'],
    ['how long a report was sent', 'Uploading the sosreport took 2 hours.'],
    ['how long a report was sent, in Korean', 'sosreport 업로드가 3시간 걸렸습니다.'],
    ['how long somebody read a report', 'Die Auswertung des sosreport dauerte 4 Stunden.'],
    ['what was not observed', 'pcs status hangs: not observed'],
    ['what does not apply, in Polish', 'df wisi: nie dotyczy'],
    ['what does not apply, in Japanese', 'df がハング：該当なし'],
    ['what never was, in Spanish', 'Nunca se cuelga df.'],
    ['what never was, in Chinese', '从来没有出现 df 卡住的情况。'],
    ['a condition in Korean', 'df 가 멈추면 알려주세요.'],
    ['a denial in Korean', 'df 는 멈추지 않았습니다.'],
    ['what was done on purpose', 'We killed the NFS server on purpose, then df -h hung as expected.'],
    ['what was done on purpose, in Russian', 'Мы специально отключили NFS, df завис, как и ожидалось.'],
    ['an exercise', 'The exercise: pcs status hangs on node2, find the reason.'],
    ['a rumour', 'There is a rumour that pcs status hangs in 0.11.'],
    ['how long somebody reads it', 'pcs status takes 2 minutes to read because the list is long.'],
    ['how long somebody talks of it', 'The chapter on crm_mon takes 30 minutes.'],
  ])('%s', async (_, said) => {
    expect(await toldBy(letter(said))).toEqual([])
  })

  test.each([
    ['a question that was answered with yes', 'Does pcs status hang? Yes.', 'cluster-commands-slow'],
    ['who asks for the cause', 'Why does pcs status hang on both nodes?', 'cluster-commands-slow'],
    ['who asks behind a statement', 'pcs status hangs on both nodes, any ideas?', 'cluster-commands-slow'],
    ['who asks for help', 'Can anyone help with "pcs status" that hangs on node01?', 'cluster-commands-slow'],
    ['how it was before', 'Früher dauerte es 2 s, aber jetzt hängt pcs status.', 'cluster-commands-slow'],
    [
      'how it was before, in brackets',
      'Команда «pcs status» на узле pgsql2 выполняется полторы минуты (раньше 2 секунды).',
      'cluster-commands-slow',
    ],
    ['who is worried because of it', 'We are worried because df -h hangs on node01.', 'commands-hang'],
    ['who hopes for help', 'I hope somebody can help, pcs status hangs on node01.', 'cluster-commands-slow'],
    ['a status that shows nothing', 'pcs status shows nothing and hangs.', 'cluster-commands-slow'],
    ['what a monitor says', 'According to our monitoring pcs status takes 3 minutes.', 'cluster-commands-slow'],
    ['since when, asked', 'pcs status takes forever since the rollout?', 'cluster-commands-slow'],
    ['a new cluster', 'After the old cluster was replaced, pcs status hangs on the new one.', 'cluster-commands-slow'],
    ['who asks for the cause in Chinese', 'df 一直卡住，是什么原因？', 'commands-hang'],
    ['who asks for the cause in Korean', 'ls 명령이 멈추는 원인을 알 수 있을까요?', 'commands-hang'],
    ['no output', 'df -h hangs: no output for minutes.', 'commands-hang'],
  ])('but told is: %s', async (_, said, symptom) => {
    expect(await toldBy(letter(said))).toContain(symptom)
  })
})

describe('what goes on until somebody ends it is no command that hangs', () => {
  const prompt = '[root@mq1 ~]# '
  test.each([
    ['tail -f /var/log/messages'],
    ['tail -n 50 -F /var/log/messages'],
    ['dmesg -w'],
    ['ip monitor'],
    ['free -s 5'],
    ['lsof -r 5 /var/log/messages'],
    ['cat'],
    ['cat > /etc/corosync/corosync.conf'],
    ['cat /proc/kmsg'],
    ['wc -c /dev/sda'],
    ['corosync-quorumtool -m'],
    ['pcs status --watch'],
    ['pcs status | less'],
    ['ps aux | less'],
    ['cat image.iso | ssh node2 "cat > /image.iso"'],
    ['crm configure'],
    ['crm configure edit'],
    ['pcs cluster edit'],
  ])('%s', async command => {
    const timed = `${prompt}time ${command}\n^C\n\nreal\t15m31.004s\nuser\t0m0.002s\nsys\t0m0.011s\n`
    const limited = `${prompt}timeout 180 ${command}; echo $?\n124\n${prompt}\n`
    const dated = `${prompt}date; ${command}; date\nMon Jan  1 10:00:00 CET 2024\nMon Jan  1 10:20:00 CET 2024\n`
    expect(await toldBy(timed + limited + dated, 'typescript')).toEqual([])
  })
  test('but one whose output is only sorted', async () => {
    const copy = (command: string) => `${prompt}time ${command}\n\nreal\t15m31.004s\nuser\t0m0.002s\nsys\t0m0.011s\n`
    expect(await toldBy(copy('ps aux | grep -c java'), 'typescript')).toEqual(['commands-hang'])
    expect(await toldBy(copy('pcs status 2>&1 | tail -n 3'), 'typescript')).toEqual(['cluster-commands-slow'])
  })
})

test('how often something runs, or how old it is, is not how long it took', async () => {
  expect(await toldBy('Hello,\nour checks and how often they run:\n\npcs status   300 s\ndf -h        600 s\n\nBest regards\n')).toEqual([])
  expect(await toldBy('Hello,\nage of the last output:\npcs status: 40 min\ndf -h: 50 min\n\nBest regards\n')).toEqual([])
  const jobs = [
    { name: 'pcs status', every_seconds: 300, elapsed_since_last_run_seconds: 280 },
    { name: 'df -h', age_seconds: 3600, last_check_seconds_ago: 280, execution_time: 0.8 },
  ]
  expect(await toldBy(JSON.stringify(jobs), 'jobs.json')).toEqual([])
})
