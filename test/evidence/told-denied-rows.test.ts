import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

async function toldBy(table: string): Promise<readonly string[]> {
  const { truths, known } = await readFiles({
    'list.txt': `Hello,\nI went through the list of our cluster hr01 and hr02 with pacemaker and corosync this morning:\n\n${table}\nRegards\nEve\n`,
  })
  const isSlow = known('sos-runtime-minutes').some(minutes => Number(minutes) > 30)
  return [
    ...truths.filter(id => /slow|hang|stop-failed|token|timeouts/.test(id) && id !== 'sosreport-slow'),
    ...(isSlow ? ['sosreport-slow'] : []),
  ]
}

const english = (rows: string) => `"No","System","Reported by","Finding","Status"\n${rows}\n`
describe('a row of a list of problems tells nothing where', () => {
  test.each([
    [
      'it could not be reproduced',
      english('"P1","cluster hr","pcs status hangs for minutes","Not reproducible, tried for a week.","Closed"'),
    ],
    [
      'the finding begins with no',
      english('"P2","cluster hr","the VIP could not be stopped","No. It was moved to hr02 by the on-call.","Closed"'),
    ],
    [
      'it was measured, and quick',
      english('"P3","cluster hr","pcs status takes 4 minutes","Measured on hr01 and hr02, 1.2 s each.","Closed"'),
    ],
    ['it was rejected', english('"P4","cluster hr","sosreport runs for three hours","The upload took long, from home.","Rejected"')],
    ['it was no node', english('"P5","cluster hr","ls hangs for ten minutes","A laptop, not a cluster node.","Closed"')],
    [
      'German says so',
      'Nr;System;Gemeldet;Befund;Status\n7;Cluster hr;pcs status hängt minutenlang;Nicht nachvollziehbar, 20 Läufe unter 2 s;zu\n',
    ],
    [
      'French says so',
      '| N° | Signalé | Constat |\n|---|---|---|\n| 7 | sur le cluster pcs status reste bloqué dix minutes | Non reproductible, testé deux jours |\n',
    ],
    [
      'Spanish says so',
      '| N.º | Reportado | Resultado | Estado |\n|---|---|---|---|\n| 7 | en el clúster pcs status tarda cuatro minutos | Era la VPN | Rechazado |\n',
    ],
    ['Russian says so', '№\tЖалоба\tРезультат\n7\tв кластере pcs status выполняется четыре минуты\tНе подтвердилось\n'],
    ['Chinese says so', '编号;报告;结论\n7;集群 pcs status 卡住十分钟;无法复现\n'],
  ])('%s', async (_, table) => expect(await toldBy(table)).toEqual([]))
})

describe('a row of a list of problems tells it where', () => {
  test.each([
    [
      'the finding confirms',
      'cluster-commands-slow',
      english('"P1","cluster hr","pcs status hangs for minutes","Confirmed, three minutes on hr01, 1.4 s on hr02.","Open"'),
    ],
    [
      'the finding names a cause',
      'cluster-commands-slow',
      english('"P2","cluster hr","pcs status takes four minutes on hr01","The scanner held each open, exclusions set.","Closed"'),
    ],
    [
      'another row is denied',
      'cluster-commands-slow',
      english(
        '"P1","cluster hr","ls hangs for ten minutes","Not reproducible.","Rejected"\n"P2","cluster hr","pcs status hangs for minutes","Reproduced.","Open"',
      ),
    ],
    [
      'nothing was found out yet',
      'cluster-commands-slow',
      'Nr;System;Gemeldet;Befund;Status\n7;Cluster hr;pcs status hängt minutenlang;;offen\n',
    ],
    [
      'it is confirmed in Spanish',
      'cluster-commands-slow',
      '| N.º | Reportado | Resultado | Estado |\n|---|---|---|---|\n| 7 | en el clúster pcs status tarda cuatro minutos | Confirmado en los dos nodos | Abierto |\n',
    ],
  ])('%s', async (_, id, table) => expect(await toldBy(table)).toContain(id))
})
