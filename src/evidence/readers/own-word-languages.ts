/**
 * The same statements in languages other than English, German, French and Chinese: parts of patterns. No word boundary is asked for beside
 * letters that are not of ASCII, because JavaScript sees one nowhere there.
 */

/** What follows or stands within a statement and takes it back. */
export const takenBackWithin =
  /(?:^|[\s("'`])(?:no (?:se |me )?(?:cuelga|bloquea|queda|congela|tarda)|не (?:завис|висит|виснет|тормоз|занима)|nie (?:zawiesza|zawiesił|wisi|trwa|zajm)|não (?:trava|congela|demora|fica|leva)|non (?:si blocca|ci mette|rimane|resta|impiega)|ne (?:se )?bloquent? pas|n['’]est pas bloqué|nevisí|netrvá)|takılmıyor|donmuyor|sürmüyor|멈추지(?:는|도)? ?않/i
export const takenBackAfter = /^\W{0,3}(?:nicht|niet|ikke|inte)\b|^ ?(?:(?:적|지) ?않|이내|미만|以内|未満|以下)/

/** Portuguese has an "in the" that looks like an English refusal. */
const portuguese = /(?:^|\s)(?:o|os|um|uma|do|da|dos|das|em|com|na|nas|tá|está)(?=\s)|nó(?=[\s,])|[ãõç]/i
export const withoutPortuguese = (before: string): string => (portuguese.test(before) ? before.replace(/\b[Nn]o\b/g, 'em') : before)
