import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

async function factsIn(text: string): Promise<readonly string[]> {
  const { truths, known } = await readFiles({ 'ticket.txt': `${text}\n` })
  return known('sos-runtime-minutes').some(minutes => Number(minutes) > 30) ? [...truths, 'sosreport-slow'] : truths
}

const slow = 'cluster-commands-slow'
const hang = 'commands-hang'
const report = 'sosreport-slow'
const setup = 'cluster-setup-timeout'

describe('people tell in many languages what is slow', () => {
  test.each([
    ['Dutch, seconds', 'Melding 20260112-17\nDe opdracht crm_mon -1 op suse-b duurt 22 seconden.', slow],
    ['Dutch, minutes', 'Sinds gisteren duurt het lang: "pcs status" duurt twee minuten.', slow],
    ['Dutch, a hang', 'Bij ons blijft alles staan; `ls /opt` blijft hangen.', hang],
    ['Dutch, a report', 'Sinds maandag: sos report duurt ruim 2 uur.', report],
    ['Dutch, a set-up', 'Melding 2026-17\nMet "crm cluster join" loopt het starten van het cluster stuk op een time-out.', setup],
    ['Polish, seconds', 'Od wczoraj polecenie pcs status trwa około 45 sekund.', slow],
    ['Polish, a hang', 'Na naszym serwerze u nas `df -h` zawiesza się.', hang],
    ['Polish, a report', 'U nas sosreport trwa ponad 2 godziny.', report],
    ['Czech, seconds', 'Máme cluster ze dvou uzlů. Příkaz pcs status trvá 50 sekund.', slow],
    ['Czech, a report', 'Od pondělí: sos report běží už 3 hodiny.', report],
    ['Turkish, seconds', 'Bizim kümede "pcs status" komutu 40 saniye sürüyor.', slow],
    ['Turkish, a hang', 'Dünden beri `ls /opt` takılıyor.', hang],
    ['Turkish, a report', 'Bizde sosreport 2 saatten fazla sürüyor.', report],
    ['Spanish, a report', 'ana escribió el 03/03/2026:\nEl comando "sos report --batch" tarda 55 minutos.', report],
    ['Spanish, a hang', 'Desde ayer `df -h` no responde.', hang],
    ['Portuguese, with its "in the" before the command', 'Galera, no nó zbx2 o pcs status tá demorando 40 segundos.', slow],
    ['Portuguese, a hang', 'Galera, no servidor novo o `ls /opt` trava.', hang],
    ['Italian, a hang', 'Da ieri sul nodo db2 `df -h` rimane bloccato.', hang],
    ['Korean, seconds', '[접수] 2026-11-24\npcs status 명령도 응답까지 약 50초 걸립니다.', slow],
    ['Korean, a report that has not ended', '[접수] 2026-11-24\nsosreport 수집이 아직 끝나지 않습니다 (1시간 33분 경과).', report],
    ['Russian, after a change', 'После установки KES команда «pcs status» выполняется 90 секунд.', slow],
    ['English, noted in a chat', 'I measured it: "crm_mon -1" alone: 24.6 s. Other node 0.03 s', slow],
  ])('%s', async (_, text, fact) => {
    expect(await factsIn(text)).toContain(fact)
  })

  test.each([
    ['Dutch, seconds that are few', 'Melding 20260112-17\nDe opdracht crm_mon -1 op suse-b duurt 2 seconden.'],
    ['Dutch, a refusal', 'Bij ons: "pcs status" hangt niet, `ls /opt` hangt niet.'],
    ['Dutch, a report that was quick', 'Sinds maandag: sos report duurt 12 minuten.'],
    ['Polish, less than', 'Od wczoraj polecenie pcs status trwa mniej niż 20 sekund, nie zawiesza się.'],
    ['Spanish, a refusal', 'Desde ayer todo va bien: "pcs status" no se cuelga, `df -h` no se cuelga.'],
    ['Portuguese, a refusal', 'Galera, o pcs status não trava e o `df -h` não trava.'],
    ['Portuguese, another program', 'Galera, no nó zbx2 o banco tá demorando 40 segundos.'],
    ['German, a refusal', 'Bei uns ist alles gut: "pcs status" hängt nicht.'],
    ['Russian, a refusal', 'У нас команда `df -h` не зависает, "pcs status" не висит.'],
    ['Turkish, within', 'Bizim kümede "pcs status" komutu 20 saniye içinde bitiyor, takılmıyor.'],
    ['Korean, a report of minutes', '[접수] 2026-11-24\nsosreport 5분, pcs status 2초입니다.'],
    ['a set-up with an option', 'Melding 2026-17\n"pcs cluster setup" met --request-timeout=300 lukte.'],
    ['English, a limit in a chat', 'I set it: "crm_mon -1" timeout: 60 s.'],
    ['English, quick in a chat', 'I measured it: "crm_mon -1" alone: 0.6 s.'],
  ])('but not %s', async (_, text) => {
    const found = await factsIn(text)
    expect([slow, hang, report, setup].filter(fact => found.includes(fact))).toEqual([])
  })
})

describe('a loop of a program that does nothing', () => {
  const told = (seconds: string) => `Hi,\nfor i in $(seq 100); do /bin/true; done takes ${seconds} on n2 and 0.1 s on n1.`
  test('was slow, as somebody says', async () => {
    expect(await factsIn(told('31 s'))).toContain('program-start-slow')
  })
  test.each([
    ['was quick', told('0.4 s')],
    ['is an advice', 'Hi,\nplease run for i in $(seq 100); do /bin/true; done and tell whether it takes more than 10 s.'],
  ])('but not one that %s', async (_, text) => {
    expect(await factsIn(text)).not.toContain('program-start-slow')
  })
})
