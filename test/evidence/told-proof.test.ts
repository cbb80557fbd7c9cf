import { describe, expect, test } from 'vitest'
import { spotsOf } from '../../src/evidence/readers/reader.ts'
import { proofToldIn } from '../../src/evidence/told/proof.ts'
import { kb, readFiles } from './bundle-kit.ts'

const proof = (text: string) => Object.fromEntries(proofToldIn(spotsOf(text), kb).map(({ key, value }) => [key.slice(5), value]))
const away = { 'fault-without-agent': 'stayed-away' }
const stays = { 'fault-without-agent': 'stays' }
const came = { 'fault-without-agent': 'stayed-away', 'fault-came-back': true }
const excluded = { 'fault-with-exclusions': 'gone' }
const excludedInVain = { 'fault-with-exclusions': 'stays' }

describe('what a trial without the security software gave is read', () => {
  test.each([
    ['it was removed and the trouble was gone', 'Uninstalling mdatp fixed the problem on both nodes.', away],
    ['it was stopped, and what came of it in the next sentence', 'We stopped falcon-sensor on Monday. Since then no more timeouts.', away],
    ['the result first', 'The failovers disappeared after we had disabled SentinelOne.', away],
    ['without the name of the product', 'With the antivirus switched off the hangs are gone.', away],
    ['in passing', 'pcs status is quick and everything works fine again without Deep Security.', away],
    ['in German', 'Nach der Deinstallation von Trend Micro sind die Aussetzer verschwunden.', away],
    ['in German, over two sentences', 'Am Dienstag haben wir den Virenscanner deaktiviert. Seitdem ist Ruhe.', away],
    ['in French', "Depuis que nous avons désactivé l'antivirus, le problème a disparu.", away],
    ['in Spanish', 'Desinstalamos CrowdStrike y el problema desapareció.', away],
    ['in Portuguese', 'Desativamos o antivírus e as falhas sumiram.', away],
    ['in Italian', "Disattivato l'antivirus, i blocchi sono spariti.", away],
    ['in Dutch', 'Na het verwijderen van de virusscanner is het probleem verdwenen: virusscanner verwijderd, storing opgelost.', away],
    ['in Polish', 'Po wyłączeniu programu antywirusowego problemy zniknęły.', away],
    ['in Czech', 'Po vypnutí antiviru problémy zmizely.', away],
    ['in Russian', 'После отключения антивируса проблема исчезла.', away],
    ['in Japanese', 'ウイルス対策ソフトを停止したところ、事象は解消しました。', away],
    ['in Chinese', '卸载杀毒软件后,问题消失了。', away],
    ['in Korean', '백신을 제거한 후 문제가 사라졌습니다.', away],
    ['it stayed', 'We disabled CrowdStrike on both nodes but the problem persists.', stays],
    [
      'it stayed, said first',
      'The same timeouts still happen with Sophos stopped. Sophos was removed as well; it made no difference.',
      stays,
    ],
    ['that it was not gone', 'We removed the antivirus, but the hangs did not go away.', stays],
    ['it stayed, in German', 'Den Virenscanner haben wir abgeschaltet, das half nicht.', stays],
    ['it stayed, in French', "On a désactivé l'antivirus, ça n'a rien changé.", stays],
    ['it stayed, in Russian', 'Антивирус отключили, не помогло.', stays],
    ['it stayed, in Japanese', 'アンチウイルスを停止しても改善しませんでした。', stays],
    ['the last of two trials counts', 'We stopped ds_agent, no change. Then we uninstalled Trend Micro and the hangs were gone.', away],
    ['it came back with the software', 'With Sophos disabled the hangs were gone. As soon as we re-enabled it the hangs came back.', came],
    [
      'it came back, in German',
      'Ohne Virenscanner waren die Timeouts weg. Als wir ihn wieder eingeschaltet haben, traten die Timeouts wieder auf.',
      came,
    ],
    ['that nothing changed', 'We stopped falcon-sensor for a week. crm_mon took 30 s, i.e. unchanged.', stays],
    [
      'what was concluded',
      'Sophos was disabled on both nodes from Monday on. Two more timeouts on Wednesday. So not the antivirus.',
      stays,
    ],
    [
      'that it was uninstalled before a reboot, and stayed',
      'CrowdStrike was uninstalled on both nodes, then a reboot. The timeouts persist.',
      { 'fault-without-agent': 'stays', 'hook-removed': true },
    ],
    ['files were left out of the scan', 'After we excluded /usr/lib/ocf from the antivirus scan the timeouts were gone.', excluded],
    ['files were left out in vain', 'We added exclusions for the cluster to Defender, but the problem remains.', excludedInVain],
  ])('%s', (_name, text, expected) => {
    expect(proof(text)).toEqual(expected)
  })
})

describe('no trial is read', () => {
  test.each([
    ['where somebody asks for one', 'Please disable the antivirus and see whether the problem disappears.'],
    ['where one is planned', 'Tomorrow we will uninstall CrowdStrike; the problem should be gone then.'],
    ['where it is supposed', 'If the problem goes away with the antivirus disabled, talk to its vendor.'],
    ['where it is asked', 'Did the problem disappear after you disabled SentinelOne?'],
    ['where it is advice', 'You can stop falcon-sensor to see if it helped.'],
    ['where the trial could not be made', 'We could not disable the antivirus, so the problem is still there.'],
    ['where it is not done yet', 'The antivirus is not disabled; the hangs are gone since the reboot.'],
    ['where something else was changed as well', 'We disabled CrowdStrike and raised the token, and the problem was gone.'],
    ['where something else came between', 'We stopped the antivirus. Then we replaced the switch. The problem was gone.'],
    ['where no security software is named', 'We stopped the backup job and the problem disappeared.'],
    [
      'where another program was stopped',
      'CrowdStrike runs on both nodes, and once we had stopped the nightly export job of the database the problem disappeared.',
    ],
    ['where it is only there', 'CrowdStrike and pcs are installed. The problem is gone since Monday.'],
    ['in German, where it is planned', 'Bitte den Virenscanner deaktivieren und prüfen, ob die Timeouts weg sind.'],
    ['in French, where it is asked', "Le problème a-t-il disparu après la désactivation de l'antivirus ?"],
    ['in Spanish, where it is asked for', 'Por favor, desactiven el antivirus y comprueben si el problema desaparece.'],
    ['in Japanese, where it is asked for', 'アンチウイルスを停止して問題が解消するか確認してください。'],
    ['in Chinese, where it is advice', '建议停用杀毒软件,看问题是否消失。'],
    ['where another thing has such letters', 'We unmounted and removed EFS, and the problem disappeared.'],
    ['where the other node is meant', 'We stopped the other node and the problem disappeared.'],
    ['where the month is meant', 'Without news since 25 Sep the problem was gone.'],
  ])('%s', (_name, text) => {
    expect(proof(text)).toEqual({})
  })
})

describe('a trial counts where somebody tells of a cluster of their own', () => {
  test('in a ticket', async () => {
    const text =
      'Hello,\n\nour two node pacemaker cluster failed over every night. We uninstalled SentinelOne and the problem disappeared.\n'
    const { known } = await readFiles({ 'ticket.txt': text })
    expect(known('fault-without-agent')).toEqual(['stayed-away'])
  })
  test('and not in an article that tells others what to do', async () => {
    const text =
      '# Troubleshooting\n\nOn some systems the failovers disappeared after the antivirus was disabled. Disable it on your nodes for a test.\n\n## Resolution\n\nContact the vendor.\n'
    const { known } = await readFiles({ 'article.md': text })
    expect(known('fault-without-agent')).toEqual([])
  })
})
