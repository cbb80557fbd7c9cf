import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (said: string) =>
  `Hello,\n\nthis is about our pacemaker cluster of two nodes, web1 and web2, I looked at it on Tuesday.\n\n${said}\n\nRegards\nBob\n`
const symptoms = /slow|hang|stop-failed|stop-operation|timeout|totem/
async function told(text: string): Promise<readonly string[]> {
  const { truths, known } = await readFiles({ 'ticket.txt': letter(text) })
  const isSlow = known('sos-runtime-minutes').some(minutes => Number(minutes) > 30)
  return [...truths.filter(id => symptoms.test(id) && id !== 'sosreport-slow'), ...(isSlow ? ['sosreport-slow'] : [])]
}

describe('nothing of the cluster is told by', () => {
  test.each([
    ['a report of a machine beside it', 'The one from the Satellite server is missing, sosreport has been running there for two hours.'],
    ['a report of a machine beside it', 'Auf dem Jumphost lief der sosreport anderthalb Stunden, das kennen wir.'],
    ['a report of a machine beside it', "Le sosreport du serveur de sauvegarde a pris deux heures, c'est habituel."],
    ['a report of a machine beside it', 'El sosreport del bastión tardó dos horas.'],
    ['a report of a machine beside it', 'O sosreport do hipervisor demorou duas horas.'],
    ["a machine's own", "The hypervisor's sosreport took 80 minutes."],
    ['a report of a machine beside it', 'Het sosreport van de backup-server duurde twee uur.'],
    ['a report of a machine beside it', 'На гипервизоре sosreport шёл два часа.'],
    ['a report of a machine beside it', '踏み台サーバーでは sosreport に2時間かかりました。'],
    ['a machine that the next words place elsewhere', 'sosreport took two hours on ora9. That host is not part of the cluster.'],
    ['a machine that the next words place elsewhere', 'sosreport lief auf ora9 zwei Stunden. Der gehört aber nicht zum Cluster.'],
    [
      'a machine that the next words place elsewhere',
      'Sur ora9 le sosreport a pris deux heures. Ce serveur ne fait pas partie du cluster.',
    ],
    ['a command on a laptop', 'On my laptop `ls` hangs for five minutes when the VPN is down.'],
    ['commands on a machine beside it', 'Sur le serveur de supervision `df` reste bloqué depuis ce matin.'],
    ['another customer', 'He says that *another* client of his had sos running for two hours.'],
    ['what somebody read', 'I read on a forum that with such agents pcs status takes minutes and that ls hangs.'],
    ['what somebody read', 'Ich habe irgendwo gelesen, bei Leuten mit so etwas dauere pcs status Minuten und es hänge sogar `ls`.'],
    ['what somebody read', "J'ai lu quelque part que chez des gens pcs status prenait cinq minutes et que ls restait bloqué."],
    ['what somebody read', 'Leí en un foro que a algunos pcs status les tardaba cinco minutos y se les colgaba `ls`.'],
    ['what somebody read', 'Li em algum lugar que o pcs status demorava cinco minutos e que o `ls` travava.'],
    ['what somebody read', 'Ho letto da qualche parte che pcs status impiegava cinque minuti e che `ls` si bloccava.'],
    ['what somebody read', 'Czytałem gdzieś, że u ludzi pcs status trwa pięć minut, a `ls` wisi.'],
    ['what somebody read', 'Где-то читал, что у людей pcs status выполняется пять минут, а `ls` зависает.'],
    ['what somebody read', 'ネットで pcs status が5分かかり ls が固まるという話を読みました。'],
    ["others' systems in a clause of its own", 'No pessoal do Galera o pcs status leva minutos, mas isso é deles.'],
    ['another site', '大阪の別システムでは sosreport に2時間かかったとのことです。'],
    ['how it was in those days', 'sosreport took 3 hours then.'],
    ['a colleague at a laptop', 'Na jeho notebooku visí `ls` celé minuty.'],
    ['a box beside the cluster', 'sosreport på lagringsboxen tog två timmar, men den är ju inte med i klustret.'],
    ['what somebody wants to be told', 'Corosync: token kaybolursa haber verin.'],
    ['the token of a badge', 'Corosync is fine; the badge reader token was lost again.'],
    ['something that takes longer than it', 'The form takes longer than a sosreport, two hours of clicking.'],
    ['somebody who sits before it', 'Our intern hung for ten minutes in front of `ls`, he did not know what to type.'],
    ['the turn of another one', 'Luc: sosreport en 5 min ici\nInès: et moi mon café prend une heure'],
    ['a person of rank', 'The VIP was to be stopped at the door, which failed.'],
    ['a person of rank', 'We asked to stop the VIP badges at the gate and it failed.'],
    ['a person of rank', 'Stop al cliente VIP: fallito.'],
  ])('%s: %s', async (_name, said) => expect(await told(said)).toEqual([]))
})

describe('the cluster is told of', () => {
  test.each([
    ['beside a quick machine', 'sosreport took two hours on web1, on the Satellite it was done in six minutes.', 'sosreport-slow'],
    ['beside a quick machine', 'Am Jumphost war alles normal, auf dem Knoten web1 lief der sosreport zwei Stunden.', 'sosreport-slow'],
    ['by a report that goes elsewhere', 'sosreport on node web1 ran for two hours and then went to the backup server.', 'sosreport-slow'],
    ['by a login from elsewhere', 'SSH login from the jump host takes five minutes.', 'commands-hang'],
    [
      'by who compares it with what he read',
      'Saw a post in a forum about such agents: on our nodes pcs status takes five minutes too.',
      'cluster-commands-slow',
    ],
    ['by an address', 'Stopping the VIP failed on web1, the resource is blocked.', 'ip-address-stop-failed'],
    ['by no problem of the cluster alone', 'sosreport took two hours. It is not a cluster problem, I think.', 'sosreport-slow'],
    ['by a guest', 'On web1 `ls` hangs for minutes while the hypervisor shows nothing.', 'commands-hang'],
  ])('%s: %s', async (_name, said, id) => expect(await told(said)).toContain(id))
})

describe('what `time` printed, pasted into a chat', () => {
  const chat = (...said: readonly string[]) => said.map((one, i) => `[18-03-2024 08:${14 + i}] ${one}`).join('\n')
  const truths = async (text: string) =>
    (await readFiles({ 'chat.txt': `${text}\n[18-03-2024 09:20] Kim: resources of the cluster are all started\n` })).truths
  test.each([
    ['behind who names it', chat('Ruben: sinds vannacht is pcs status niet te doen', 'Ruben: real 0m47.380s'), 'cluster-commands-slow'],
    ['behind who asks', chat('Kim: how long does crm_mon -1 take on db1?', 'Ruben: real 1m12.004s'), 'cluster-commands-slow'],
    ['of a simple command', chat('Ruben: ls -l /usr/bin on db1:', 'Ruben: real 4m12.004s'), 'commands-hang'],
  ])('is its measure %s', async (_name, text, id) => expect(await truths(text)).toContain(id))

  test.each([
    ['quick', chat('Ruben: pcs status is fine', 'Ruben: real 0m0.880s')],
    [
      'of something else',
      chat('Ruben: pcs status is fine', 'Ruben: my dd of 10 GB:', 'Ruben: time dd if=/dev/zero of=x', 'Ruben: real 0m47.380s'),
    ],
    ['of one of several', chat('Ruben: pcs status or ls, which one?', 'Ruben: real 4m47.380s')],
    ['on a machine beside it', chat('Ruben: on the backup server ls -l /srv:', 'Ruben: real 4m47.380s')],
  ])('and none where it is %s', async (_name, text) => expect((await truths(text)).filter(id => /slow|hang/.test(id))).toEqual([]))
})

describe('a report that was put to run', () => {
  test.each([
    ['Pediram o sosreport. Coloquei pra rodar no web1 às 13h20, fui almoçar e só terminou 15h31.', true],
    ['Lanciato su web1 alle 6.50 "sos report --batch". Alle 7.40 era a metà, alle 8.25 ha scritto il tar.', true],
    ['Started sos report on web1 at 09:10. At 10:35 it wrote the tarball.', true],
    ['sosreport attached for both nodes. Each one ran for about 1h40min, normally they are done in 10.', true],
    ['Coloquei o backup pra rodar às 13h20, terminou 15h31. O sosreport levou 6 minutos.', false],
    ['Lanciato alle 6.50 "sos report --batch" su web1. Alle 6.58 ha scritto il tar.', false],
    ['sosreport attached for both nodes. Each one ran for about 0h08min.', false],
  ])('%s', async (said, isSlow) => expect((await told(said)).includes('sosreport-slow')).toBe(isSlow))
})
