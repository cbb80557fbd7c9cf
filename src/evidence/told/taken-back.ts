/**
 * What takes a statement back right beside it, in languages other than English. No word boundary is asked for beside letters that are not
 * of ASCII, because JavaScript sees one nowhere there.
 */

/** Supposed, or of nobody's system: right before the name of the command. */
export const supposedElsewhere =
  /(?:^|[\s,;(])(?:als|om|indien|wanneer|qualora|quando|cuando|caso|wenn|falls|sobald|если|когда|якщо|eğer|jeśli|jeżeli|gdy|pokud|když|dacă|hvis|jos|만약|もし|如果|若|se|si) (?:(?:il|la|lo|o|un|el|le|les|los|i|der|die|das|ein|de|het|een|команда|comando|Befehl|comando) ){0,2}["'«“`„]?$|\b(?:Beispiel|z\. ?B\.|esempio|ejemplo|exemple|exemplo|voorbeeld|przykład\p{L}*|například|например|örne\p{L}+)(?!\p{L})/iu

/** What follows or stands within a statement and takes it back. */
export const takenBackWithin =
  /(?:^|[\s("'`])(?:no (?:se |me )?(?:cuelga|bloquea|queda|congela|tarda)|не (?:завис|висит|виснет|тормоз|занима)|nie (?:zawiesza|zawiesił|wisi|trwa|zajm)|não (?:trava|congela|demora|fica|leva)|non (?:si blocca|ci mette|rimane|resta|impiega)|ne (?:se )?bloquent? pas|n['’]est pas bloqué|nevisí|netrvá)|takılmıyor|donmuyor|sürmüyor|멈추지(?:는|도)? ?않/i
export const takenBackAfter = /^\W{0,3}(?:nicht|niet|ikke|inte)\b|^ ?(?:(?:적|지) ?않|이내|미만|以内|未満|以下)/

/** Portuguese has an "in the" that looks like an English refusal. */
const portuguese = /(?:^|\s)(?:o|os|um|uma|do|da|dos|das|em|com|na|nas|tá|está)(?=\s)|nó(?=[\s,])|[ãõç]/i
export const withoutPortuguese = (before: string): string => (portuguese.test(before) ? before.replace(/\b[Nn]o\b/g, 'em') : before)
