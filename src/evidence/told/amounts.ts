import { later } from '../lines/later.ts'
import { ofCluster } from './words/cluster.ts'

/** Numbers of lines without the time in which they were counted: so many are too many whatever it was. */

const apart = later(ofCluster('apart'), 'iu')
const month =
  /(?<!\p{L})(?:months?|monat|mois|mes|meses|mês|mese|mesi|maand|månad|miesi|měsíc|месяц|hónap|year|jahr|année|año|ano|anno|jaar|år|rok|год|лет)\p{L}{0,4}(?!\p{L})|(?<!\p{L})(?:ay|aylar|yıl)(?!\p{L})|个月|か月|ヶ月|개월|年|년/iu
const week =
  /(?<!\p{L})(?:weeks?|woche|semaine|semana|settiman|week|weken|veck|uge|uke|tydzie|tygodni|týden|týdn|недел|hafta|hét|days|tagen?|jours|días|dias|giorni|dagen|dagar|dage|dager|dni|dny|dní|дней|дня|gün)\p{L}{0,4}(?!\p{L})|周|週間|日間|주일|며칠/iu
/** Of a whole log, of a day, of some days or weeks, of more. */
const least = { log: 500, day: 1440, week: 10_080, month: 43_200 }

export function isFar(amount: number, text: string): boolean {
  if (!apart.test(text)) return amount >= (amount < 1000 ? 300 : least.log)
  return amount >= (month.test(text) ? least.month : week.test(text) ? least.week : least.day)
}

const lines =
  /^\+?(?:\s[\p{L}"']{1,14}){0,4}?\s?(?:retransm\p{L}*|ritrasm\p{L}*|ретрансм\p{L}*|of (?:them|those)|lines?|entries|messages|msgs|occurrences|hits|matches|times|stück|zeilen|einträge|mal|meldungen|treffer|lignes|fois|entrées|messages|líneas|veces|entradas|mensajes|linhas|vezes|ocorrências|mensagens|righe|volte|voci|messaggi|wpis\p{L}*|lini\p{L}*|razy|řádk\p{L}*|krát|záznam\p{L}*|строк\p{L}*|штук\p{L}*|раз|запис\p{L}*|сообщен\p{L}*|regels|keer|meldingen|rader|gånger|linjer|gange|ganger|satır\p{L}*|kez|kere|sor)(?!\p{L})|^ ?(?:件|行|条|건|줄|回|번|次)/iu
const ofNode = /^\+? (?:on|auf|sur|en|em|su|op|på|na|на)\s["'`]?[\p{L}][\w-]{0,30}|^\+?\s?(?:\(|[,;/]\s?|$)/iu
const isNode = /(?:^|[\s,;(/|])["'`]?\p{L}[\w.-]{0,40}["'`]?\s?(?:[:=→]|->|=>|with|mit|avec|con|com|met|med|z|s|с)\s?$/iu
const otherUnit = /^\s?(?:ms|s|sec|min|h|[kmg]i?b(?:it)?|bytes?|octets?|%|mtu|px)(?!\p{L})/iu

/** Whether a number is one of lines, or of a node in a row of such. */
export function isOfLines(text: string, start: number, end: number): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 44), start), text.slice(end, end + 60)]
  if (otherUnit.test(behind) || /(?:mtu|port|pid|token|case|ticket|rhel|kernel|#)\P{L}{0,3}$/iu.test(before)) return false
  return lines.test(behind) || (isNode.test(before) && ofNode.test(behind))
}

/** Who searched the log for them, and how many it gave: `grep -c "Retransmit List" corosync.log → 7213 on c1`. */
const searched =
  /(?:\bz?grep +(?:-\w+ +)*-\w*c\w* .{0,40}?Retransmit|\bz?grep\b.{0,40}?Retransmit.{0,80}?\| *wc -l).{0,120}?(?:→|->|=>|[:=]|\b(?:gives?|gave|says?|said|returns?|returned|shows?|showed|is|was|ergibt|ergab|liefert|zeigt|sagt|donne|renvoie|affiche|da|dio|devuelve|muestra|dá|deu|retorna|restituisce|dice|geeft|gaf|ger|gav|visar|giver|viser|daje|zwraca|pokazuje|dává|vrací|ukazuje)\b|да[её]т|показ\p{L}+|выда\p{L}+|veriyor|gösteriyor|[はで]|得到|结果是?|결과)\s?(?:about |rund |ca\.? |~ ?)?(\d{1,3}(?:[.,’' ]\d{3})+|\d{1,9})(?![\d:]|[.,]\d)/iu
export function isSearched(text: string): boolean {
  const count = searched.exec(text)?.[1]
  return count !== undefined && isFar(Number(count.replace(/\D/g, '')), text)
}
