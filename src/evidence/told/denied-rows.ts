import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'
import { word } from './not-stated-words.ts'

/**
 * Rows of a list of problems in which one column tells what somebody reported and another one what came of it: where that denies it, nothing
 * of the row is told. Without a head only a cell that is a verdict and nothing else does.
 */

/** Who says it, at the head of a column. */
const ofClaim = later(
  `${word(
    'report(?:ed|s)?(?: by)?|claim\\p{L}*|complain\\p{L}*|complaint|symptom\\p{L}*|problem|issue|user says|said by|gemeldet\\p{L}*|meldung|beschwerde|beobachtung|problem\\p{L}*|signal\\p{L}*|plainte|symptôme|problème|reportad[oa]|queja|síntoma|problema|reclamação|relatad[oa]|sintoma|segnalat[oa]|segnalazione|sintomo|gemeld|melding|klacht|probleem|anmält|rapporterat|klagomål|zgłosz\\p{L}+|problem|hlášen\\p{L}*|nahlášen\\p{L}*|stížnost|жалоба|заявлен\\p{L}*|проблема|симптом|şikayet|bildirim|bejelent\\p{L}*|panasz|hiba',
  )}|报告|反馈|现象|问题|報告|申告|現象|事象|신고|증상|보고`,
  'iu',
)
/** What came of it. */
const ofFinding = later(
  `${word(
    'findings?|verdict|result\\p{L}*|analysis|outcome|conclusion|checked|verification|assessment|answer|resolution|comment|befund|ergebnis|prüfung|bewertung|analyse|antwort|fazit|constat|résultat|vérification|conclusion|réponse|hallazgo|resultado|análisis|verificación|conclusión|respuesta|constatação|análise|verificação|conclusão|resposta|esito|riscontro|risultato|verifica|analisi|conclusione|risposta|bevinding\\p{L}*|uitkomst|resultaat|onderzoek|conclusie|antwoord|fynd|resultat|utredning|slutsats|svar|ustaleni\\p{L}*|wynik\\p{L}*|weryfikacja|analiza|wniosek|zjištění|výsledek|ověření|závěr|analýza|вывод|результат|проверка|заключение|анализ|ответ|sonuç|bulgu|inceleme|eredmény|megállapítás|vizsgálat',
  )}|结论|结果|分析|调查|結果|調査|判定|所見|결과|조사|확인|판정`,
  'iu',
)
const ofStatus = later(`${word('status|state|zustand|statut|état|estado|stato|stav|stan|статус|durum|állapot')}|状态|状態|상태`, 'iu')

/** A whole cell that takes the report back. */
const verdicts = [
  'rejected|denied|invalid|dismissed|not (?:confirmed|reproducible|reproduced|valid|a (?:problem|bug|fault|defect)|true)|(?:can ?not|could not) (?:be )?(?:confirm|reproduce)(?:ed|d)?|unconfirmed|false alarm|no (?:fault|problem|issue|defect)(?: found)?|user error|closed[ ,–-]{1,4}(?:no (?:fault|problem|issue)|invalid|rejected|not (?:confirmed|reproducible)|user error)',
  'abgelehnt|zurückgewiesen|ungültig|nicht (?:bestätigt|reproduzierbar|nachvollziehbar)|kein (?:fehler|problem|befund)|fehlalarm|bedienfehler|unbegründet',
  'rejetée?|refusée?|infondée?|non (?:confirmée?|reproductible|fondée?)|fausse alerte|sans objet',
  'rechazad[oa]|denegad[oa]|no (?:confirmad[oa]|reproducible|procede)|falsa alarma|infundad[oa]|rejeitad[oa]|não (?:confirmad[oa]|reproduzível|procede)|alarme falso|falso alarme|improcedente',
  'respint[oa]|rifiutat[oa]|non (?:confermat[oa]|riproducibile)|falso allarme|infondat[oa]|afgewezen|ongegrond|niet (?:bevestigd|reproduceerbaar)|vals alarm',
  'avslag(?:en|et)?|avvis(?:ad|t|et)|ej (?:bekräftad|reproducerbar)|(?:inte|ikke) (?:bekräftat|reproducerbart|bekræftet|bekreftet)|falskt larm|falsk alarm|odrzucon\\p{L}|niepotwierdzon\\p{L}|nie (?:potwierdzon\\p{L}|odtworzon\\p{L})|fałszywy alarm|zamítnut\\p{L}|nepotvrzen\\p{L}|nereprodukovateln\\p{L}|planý poplach',
  'отклонен\\p{L}?|отклонён|не подтвер\\p{L}+|не воспроизв\\p{L}+|ложная тревога|reddedildi|doğrulanmadı|elutasítva|nem (?:igazolt|reprodukálható)|téves riasztás',
].join('|')
const easternVerdicts =
  '已?驳回|已?拒绝|无法复现|不能复现|未复现|误报|非问题|却下|再現せず|再現しません|再現不可|誤報|問題なし|반려|기각|재현 ?(?:불가|안 ?됨)|오보|이상 ?없음'
const verdict = later(`^\\W{0,4}(?:(?:${verdicts})(?!\\p{L})|${easternVerdicts})[^\\p{L}]{0,4}$`, 'iu')

/** What a finding says against the report: in its first words, or of what somebody looked at. */
const against = later(
  [
    `^\\W{0,4}(?:${word('no|nope|none|never|wrong|nein|falsch|nie|non|faux|no es cierto|falso|não|nao|nee|onjuist|nej|nei|nie|ne|nikoli|нет|неверно|hayır|nem')}(?=[\\s]*[.,;:!–—-]|\\s*$)|${verdicts}(?!\\p{L})|${easternVerdicts}|いいえ|否|아니)`,
    word(
      'returned ok|ended ok|was ok|not (?:a|on a|on the|in the|of the|our) cluster\\p{L}*|nothing (?:found|unusual|wrong|in the logs?)|no (?:hang|delay|timeout|failure|error|loss) (?:seen|found|logged)|works? as (?:designed|expected|intended)|all (?:ok|fine|normal)|not (?:reproducible|reproduced|confirmed)|could not (?:be )?reproduce\\p{L}?',
    ),
    word(
      "nicht (?:reproduzierbar|bestätigt|nachvollziehbar)|kein(?:e)? (?:clusterknoten|auffälligkeit\\p{L}*|hänger|fehler)|nichts (?:gefunden|auffällig\\p{L}*)|alles in ordnung|rien (?:trouvé|d[’']anormal)|non reproductible|pas un nœud du cluster|nada (?:encontrado|anormal)|no (?:se )?reproduc\\p{L}+|no es un nodo|não reproduz\\p{L}*|não é um nó|nulla (?:trovato|di anomalo)|non riproducibile|non è un nodo|niets (?:gevonden|bijzonders)|niet reproduceerbaar|geen clusternode|inget (?:hittat|fel)|ikke fundet noget|nic nie znaleziono|nie (?:odtworzono|potwierdzono|jest węzłem)|nic nenalezeno|není uzel|nepotvrzeno|ничего не найдено|не (?:воспроизв\\p{L}+|подтвер\\p{L}+|узел кластера)|sorun (?:yok|görülmedi)",
    ),
    '(?:没有|未)(?:发现|复现)|正常(?:结束|返回|完成)|一切正常|异常なし|異常なし|再現せず|正常(?:終了|に)|이상 ?없|재현되지|정상 ?(?:종료|완료)',
  ].join('|'),
  'iu',
)
/** What it took when somebody measured it. */
const quick = later(`(?:^|[^\\d.,:])(?:0?[.,]\\d+|[0-4](?:[.,]\\d+)?) ?(?:s|sec\\p{L}*|sek\\p{L}*|с|сек\\p{L}*|sn|秒|초)(?!\\p{L})`, 'iu')
const agrees = later(
  `^\\W{0,4}(?:${word('yes|confirmed|reproduced|true|seen|correct|same (?:here|seen)|ja|bestätigt|reproduziert|stimmt|oui|confirmée?|vrai|reproduite?|s[ií]|confirmad[oa]|cierto|reproducid[oa]|sim|reproduzid[oa]|sì|confermat[oa]|riprodott[oa]|bevestigd|klopt|bekräftat|bekræftet|bekreftet|tak|potwierdzon\\p{L}|odtworzon\\p{L}|ano|potvrzen\\p{L}|да|подтвержд\\p{L}+|воспроизв\\p{L}+|evet|doğrulandı|igen|igazolt')}|确认|已复现|属实|確認|再現|はい|확인됨|재현됨|네(?!\\p{L}))`,
  'iu',
)

const rule = /^[\s|:+=-]+$/
const [mostRows, longest] = [3000, 2000]

interface Head {
  readonly separator: string
  readonly length: number
  readonly claims: readonly number[]
  readonly findings: readonly number[]
  readonly statuses: readonly number[]
}

/** The same lines, empty where a row is denied. */
export function withoutDeniedRows(spots: readonly Spot[]): readonly Spot[] {
  let head: Head | undefined
  let isChanged = false
  const found = spots.map((spot, i): Spot => {
    const { text } = spot
    if (i > mostRows || text.length > longest) return spot
    if (text.trim() === '') {
      head = undefined
      return spot
    }
    if (rule.test(text)) return spot
    const own = head && partsOf(text, head.separator)
    if (head && own?.length === head.length) {
      if (!isDenied(own, head)) return spot
    } else {
      const separator = separatorOf(text)
      const cells = separator === undefined ? undefined : partsOf(text, separator)
      if (separator === undefined || !cells || cells.length < 3) return spot
      head = headOf(cells, separator) ?? head
      // A comma alone does not make a row.
      if (separator === ',' && !/"\s?,\s?"/.test(text)) return spot
      if (head?.length === cells.length || !cells.some(cell => verdict.test(cell))) return spot
    }
    isChanged = true
    return { ...spot, text: '' }
  })
  return isChanged ? found : spots
}

function isDenied(cells: readonly string[], { findings, statuses }: Head): boolean {
  const texts = findings.map(i => cells[i]!)
  if (texts.some(text => agrees.test(text))) return false
  if (cells.some((cell, i) => (statuses.includes(i) || findings.includes(i)) && verdict.test(cell))) return true
  return texts.some(text => against.test(text) || quick.test(text))
}

function headOf(cells: readonly string[], separator: string): Head | undefined {
  const columns = (pattern: RegExp) => cells.flatMap((cell, i) => (cell.length <= 40 && pattern.test(cell) ? [i] : []))
  const statuses = columns(ofStatus)
  const claims = columns(ofClaim)
  const findings = columns(ofFinding).filter(i => !claims.includes(i) && !statuses.includes(i))
  if (claims.length === 0 || findings.length + statuses.length === 0 || cells.some(cell => cell.length > 60)) return undefined
  return { separator, length: cells.length, claims, findings, statuses }
}

function separatorOf(text: string): string | undefined {
  if (/^\s*\|.*\|/.test(text) || text.split(' | ').length > 2) return '|'
  return ['\t', ';', ','].find(separator => text.split(separator).length > 2)
}

/** The first mark of a row is lost where marks around whole lines were taken away. */
const cutMark = /^[^"]{0,80}"\s?[,;\t]\s?"/
/** The cells of a row; a separator within marks is none. */
function partsOf(text: string, separator: string): string[] {
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  const row = separator === '|' ? text.trim().replace(/^\||\|$/g, '') : cutMark.test(text) ? `"${text}` : text
  for (const sign of row) {
    if (sign === '"' && separator !== '|') isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
