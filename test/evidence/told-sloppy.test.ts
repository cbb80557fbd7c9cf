import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

async function toldBy(said: string): Promise<readonly string[]> {
  const { truths } = await readFiles({
    'note.txt': `Hello,\n\nwe have a two node cluster on RHEL 9 with corosync and pacemaker, and I looked at it this morning.\n${said}\n\nRegards\nEve\n`,
  })
  return truths.filter(id => /slow|hang|stop-failed|token|timeouts/.test(id))
}

describe('whoever reads closely finds nothing told by', () => {
  test.each([
    ['A friend who runs SAP elsewhere, at another company, swears his pcs status took five minutes with the scanner.'],
    ['Ein Bekannter beim Mitbewerber erzählte, dass dort `df` eine halbe Stunde hing.'],
    ["Chez un autre client l'adresse IP n'a pas pu être arrêtée et corosync a perdu le quorum."],
    ['En otra empresa del grupo corosync perdió el contacto y `ls` quedó colgado diez minutos.'],
    ['W innej firmie `df` wisiał pół godziny, u nas nigdy.'],
    ['Антивирус может вызвать зависание: `df` висит десять минут, адрес не останавливается.'],
    ['A full disk can make `ls` hang for ten minutes, they say.'],
    ['Un disque lent peut entraîner que pcs status prenne quatre minutes.'],
    ['What she calls hanging is the first ls after lunch, in a folder that is mounted then.'],
    ['Was der Kollege gestern Hängen nennt, ist das erste ls nach dem Essen.'],
    ['Next month we pull the cable, then the log must show: must "A processor failed" be there.'],
    ['Am 14.11. ziehen wir das Kabel, dann muss "A processor failed" im Log stehen.'],
    ['My worst-case list:\n* token lost during the snapshot\n* ls would hang for ten minutes\nWe have seen none of these so far.'],
    ['The export:\nn1,db,pgsql,monitor,30,30,2024-09-12T11:20:36,Timed Out,1\nn1,fs,Filesystem,stop,0,60,2024-09-12T11:26:47,complete,0'],
    ['Tenía miedo de que `ls` se colgara diez minutos como en mi anterior trabajo.'],
  ])('%s', async said => expect(await toldBy(said)).toEqual([]))
})

describe('whoever reads closely finds it told by', () => {
  test.each([
    ['cluster-commands-slow', 'I tried pcs status on the console: after 4 minutes I pressed ^C.'],
    ['totem-token-lost', 'The log says "A processor failed" at 06:12, we must find out why.'],
    ['commands-hang', 'It hangs: ls of the first folder needs ten minutes, none of these machines has a network mount.'],
    ['commands-hang', 'Chez nous `df` reste bloqué dix minutes, comme chez un autre client.'],
  ])('%s: %s', async (id, said) => expect(await toldBy(said)).toContain(id))
})

describe('the set-up timed out, and what pcs advised is no doubt of whoever tells it', () => {
  test.each([
    ['pcs host auth waits a full minute, then says it had a connection timeout and that I might try a higher --request-timeout.', true],
    ['pcs cluster setup ended with a timeout, and I could try a longer timeout.', true],
    ['pcs cluster setup is next, and I might try a higher --request-timeout.', false],
    ['pcs host auth might run into a timeout, and then I would use a higher --request-timeout.', false],
  ])('%s', async (said, isTold) => {
    const { truths } = await readFiles({
      'note.txt': `Hello,\n\nwe build a cluster on RHEL 9 today, on our two machines.\n${said}\n\nEve\n`,
    })
    expect(truths.includes('cluster-setup-timeout')).toBe(isTold)
  })
})
