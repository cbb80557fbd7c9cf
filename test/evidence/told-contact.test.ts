import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

async function toldBy(said: string): Promise<readonly string[]> {
  const { truths } = await readFiles({
    'note.txt': `Hello,\n\nwe have a two node cluster on RHEL 9 with corosync, and I looked at it this morning.\n${said}\n\nRegards\nEve\n`,
  })
  return truths.filter(id => id === 'totem-token-lost')
}

describe('that corosync saw the others no more is told by', () => {
  test.each([
    ['At 04:10 corosync lost contact and the cluster lost quorum.'],
    ['Then corosync lost the peer, and hr01 took over as DC.'],
    ['For half a minute all links were gone: corosync lost quorum, recovered.'],
    ['Um 04:10 hat corosync den Kontakt verloren.'],
    ['À 04h10 corosync a perdu le quorum.'],
    ['A las 04:10 corosync perdió el contacto con el otro nodo.'],
    ['В 04:10 corosync потерял связь со вторым узлом.'],
  ])('%s', async said => expect(await toldBy(said)).toEqual(['totem-token-lost']))
})

describe('that corosync saw the others no more is not told by', () => {
  test.each([
    ['hr02 was fenced by hand at 04:10, then corosync lost the peer.'],
    ['After we shut down hr02 for maintenance corosync lost quorum.'],
    ['Corosync never lost contact in all that time.'],
    ['Has corosync lost quorum?'],
    ['If corosync lost quorum, the resources would stop.'],
    ['Nachdem hr02 heruntergefahren wurde, verlor corosync das Quorum.'],
    ['Corosync has not lost the peer.'],
    ['I lost contact with the vendor of corosync.'],
    ['Der Monitor hat die Verbindung zum Webserver verloren, corosync lief ruhig.'],
    ['Corosync ran all night; the application lost its connection to the database.'],
  ])('%s', async said => expect(await toldBy(said)).toEqual([]))
})
