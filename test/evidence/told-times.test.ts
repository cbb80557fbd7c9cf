import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (said: string) =>
  `Hello,\n\nthis is about our pacemaker cluster of two nodes, it began on Tuesday.\n\n${said}\n\nWhat is it?\n`
async function told(said: string): Promise<readonly string[]> {
  const { truths, known } = await readFiles({ 'ticket.txt': letter(said) })
  return known('sos-runtime-minutes').some(minutes => Number(minutes) > 30) ? [...truths, 'sosreport-slow'] : truths
}

describe('how long something took is told', () => {
  test.each([
    [
      'by rows with a column for each node',
      '| command | fin-a | fin-b |\n|---|---|---|\n| crm_mon -1 | 0.9 s | 66 s |',
      'cluster-commands-slow',
    ],
    ['by a column below what it is of', '| host | sos report |\n|---|---|\n| fin-a | 9 min |\n| fin-b | 1 h 25 min |', 'sosreport-slow'],
    [
      'by minutes and seconds without a unit',
      'Gestern brauchte pcs status 2:05, auf dem anderen Knoten eine Sekunde.',
      'cluster-commands-slow',
    ],
    ['by who waited for the output', 'We moesten vijftig seconden wachten op de uitvoer van pcs status.', 'cluster-commands-slow'],
    ['by who is kept waiting', 'El comando pcs status nos tuvo esperando 45 segundos.', 'cluster-commands-slow'],
    ['by a time that went up', 'Le temps de réponse de crm_mon -1 est passé à 50 secondes.', 'cluster-commands-slow'],
    ['by what it does not fall below', 'cibadmin -Q kommt nie unter 40 Sekunden zurück.', 'cluster-commands-slow'],
    ['by a part of the cluster alone', 'pcs constraint ran for 75 seconds.', 'cluster-commands-slow'],
    ['by who closed the terminal', 'Ein ls /opt ging gar nicht, nach 9 min hab ich das Fenster geschlossen.', 'commands-hang'],
    ['by a little more than a number', 'Un "cat /etc/fstab" 3 minutos y pico.', 'commands-hang'],
    ['by what is not back after it', 'df -h kam nach sechs Minuten immer noch nicht zurück.', 'commands-hang'],
    ['by until it was there', 'The sosreport was no fun, nearly two hours until the archive was there.', 'sosreport-slow'],
    ['by turns of which the first finds it running', '[08:00] kim: sosreport running\n[09:10] kim: sosreport finished', 'sosreport-slow'],
    ['by an hour and minutes in words', "Il sosreport ha girato un'ora e venti.", 'sosreport-slow'],
    ['by a creation in another order', 'Tardó 70 minutos en generarse el sosreport.', 'sosreport-slow'],
    ['of a time-out that a set-up ends in', 'pcs cluster setup kończy się timeoutem.', 'cluster-setup-timeout'],
    ['of a time-out that somebody gets', 'при pcs host auth получаем таймаут', 'cluster-setup-timeout'],
    ['of a time-out that it gave', 'O pcs host auth deu timeout de novo.', 'cluster-setup-timeout'],
    ['of a time-out each time', 'pcs cluster setup klappt nicht, jedes Mal Timeout bei db2.', 'cluster-setup-timeout'],
  ])('%s', async (_name, said, fact) => expect(await told(said)).toContain(fact))
})

describe('nothing is told by', () => {
  test.each([
    ['rows of limits', '| command | limit |\n|---|---|\n| pcs status | 60 s |'],
    ['rows of other things', '| resource | start | stop |\n|---|---|---|\n| app | 74 s | 40 s |'],
    ['an upload below its head', '| host | upload of the sosreport |\n|---|---|\n| fin-a | 2 h |'],
    ['what changes a resource', 'pcs resource create took a minute, because the agent checks all.'],
    ['a wait for something that a status shows', 'We waited 90 seconds before pcs status showed the node as online.'],
    ['a promise', 'sosreport running, I will attach it in two hours.'],
    ['a report that soon was done', '[10:00] kim: sosreport running\n[10:09] kim: sosreport finished'],
    ['an approval', 'It took us two hours to get the approval for the sosreport.'],
    ['something else that ran out of time', 'pcs host auth went well. The backup job ended with a timeout.'],
    ['a client', 'Nach pcs cluster start bekommt der Client einen Timeout von der Datenbank.'],
    ['a set-up without one', 'pcs cluster setup lief ohne Timeout durch.'],
    ['what is to be avoided', 'To avoid a timeout in pcs cluster setup open port 2224.'],
    ['a machine that is gone', 'On the old server, decommissioned in 2019, ls hung for hours.'],
  ])('%s', async (_name, said) => {
    const facts = await told(said)
    for (const fact of ['cluster-commands-slow', 'commands-hang', 'sosreport-slow', 'cluster-setup-timeout'])
      expect(facts).not.toContain(fact)
  })
})
