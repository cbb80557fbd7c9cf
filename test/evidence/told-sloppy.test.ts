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
    ['Tenía miedo de que `ls` se colgara diez minutos como en mi anterior trabajo.'],
  ])('%s', async said => expect(await toldBy(said)).toEqual([]))
})

describe('whoever reads closely finds it told by', () => {
  test.each([
    ['cluster-commands-slow', 'I tried pcs status on the console: after 4 minutes I pressed ^C.'],
    ['commands-hang', 'Chez nous `df` reste bloqué dix minutes, comme chez un autre client.'],
  ])('%s: %s', async (id, said) => expect(await toldBy(said)).toContain(id))
})
