import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const facts = ['ocf-timeouts', 'ip-address-stop-failed', 'totem-token-lost', 'cluster-setup-timeout']
const toldBy = async (text: string) => (await readFiles({ 'mail.txt': letter(text) })).truths.filter(fact => facts.includes(fact))
const letter = (said: string) =>
  `Hello,\n\nlast night we had trouble on our pacemaker/corosync cluster, nodes db01 and db02.\n\n${said}\n\nRegards, Ann\n`

describe('people tell that something of the cluster was over its time', () => {
  test.each([
    [
      'by what it is given, and that it was not done by then',
      'Next came the address vip_sales (IPaddr2). It gets thirty seconds to take itself off the card. It was not done after thirty seconds.',
      'ip-address-stop-failed',
    ],
    ['by what was not done after it', 'Das Wegnehmen von vip_sales war nach 30 Sekunden noch nicht fertig.', 'ip-address-stop-failed'],
    ['the same in French', "Le retrait de l'adresse IP flottante n'était pas terminé au bout de 30 secondes.", 'ip-address-stop-failed'],
    ['by what had to come off', 'Toen moest het cluster-IP (vip_sales) eraf, dat lukte niet binnen 30 seconden.', 'ip-address-stop-failed'],
    ['by how many were over their time', 'Last night pacemaker ended 23 operations because they were over their time.', 'ocf-timeouts'],
    [
      'by how often somebody counted it in the next sentence',
      'The cluster kills the monitor for being too slow. Today I counted by hand: 19 times.',
      'ocf-timeouts',
    ],
    ['the same in Portuguese', 'O pacemaker mata o monitor por demora. Hoje contei na mão, só no db02: 19 vezes.', 'ocf-timeouts'],
    [
      'the same in Japanese',
      'リソースエージェントの処理が制限時間内に終わらず打ち切られました。数えたところ1時間で19件でした。',
      'ocf-timeouts',
    ],
    [
      'by what was not answered in it',
      'pcs cluster setup ends and says db02 did not answer inside the time allowed.',
      'cluster-setup-timeout',
    ],
    ['by a token that a node has not got', 'Um 03:12 hat db01 das Token nicht mehr bekommen und db02 ausgeschlossen.', 'totem-token-lost'],
    [
      'by brackets that explain why nobody answered',
      'At 03:12 db01 went on without db02, it was not answering in the ring (token ran out).',
      'totem-token-lost',
    ],
    [
      'by a line that is read aloud',
      'KIM: It says corosync, square bracket, T O T E M, a processor failed, forming new configuration. Two was up.',
      'totem-token-lost',
    ],
  ])('%s', async (_name, said, fact) => expect(await toldBy(said)).toContain(fact))
})

describe('nothing of the cluster is over its time where', () => {
  test.each([
    [
      'a move is given its time and is done',
      'Then the address vip_sales. It gets thirty seconds to take itself off the card. It was gone after two.',
    ],
    [
      'something else is given it',
      'Kim has twenty minutes to take the bus. It was not there after twenty minutes. The address vip_sales is fine.',
    ],
    ['operations are those of a clinic', 'In our clinic 23 operations were over their time last night, the cluster runs its bookings.'],
    ['what is counted is denied', 'No monitor timed out. I counted the starts of the cluster by hand: 19 times.'],
    ['what is counted is over its time never', 'The monitor of fs_a was never over its time. I counted it: 0 times.'],
    ['brackets stand behind nothing', 'There was nothing in the log of corosync (token lost).'],
    ['a line that somebody looks for is read aloud', 'Do you see corosync, square bracket, T O T E M, a processor failed?'],
    ['a token is that of a login', 'Um 03:12 hat Kim den Login-Token nicht mehr bekommen.'],
  ])('%s', async (_name, said) => expect(await toldBy(said)).toEqual([]))
})
