/**
 * The same statements in languages other than English, German, French and Chinese: parts of patterns. No word boundary is asked for beside
 * letters that are not of ASCII, because JavaScript sees one nowhere there.
 */

/** That something hangs: Dutch, Polish, Czech, Turkish, Italian, Portuguese, Spanish, Korean. */
export const hangsElsewhere = [
  'blijft hangen|blijven hangen|hangt\\b|loopt vast|lopen vast|reageert niet|reageren niet|komt niet terug',
  'zawiesza się|zawieszają się|zawiesił\\w* się|wisi\\b|wiszą|nie odpowiada|nie wraca',
  'visí\\b|visí(?=[\\s,.])|zamrz\\w+|zatuh\\w+|zasek\\w+|neodpovíd|nereaguj',
  'takılıyor|takılı kal|donuyor|asılı kal|yanıt vermiyor|cevap vermiyor|dönmüyor',
  'si blocca(?:no)?\\b|(?:rimane|resta) (?:bloccat|appes)|non risponde|non ritorna',
  'trava(?:m|ndo)?\\b|travad|congela(?:m)?\\b|fica(?:m)? (?:pres|pendurad|parad)|não (?:responde|retorna|volta)',
  'no (?:responde|termina|vuelve|devuelve)|se (?:congela|quedó (?:colgad|bloquead))',
  '멈춥|멈춰|멈췄|멈춤|응답(?:이)? ?없|응답하지 않|끝나지 않|행(?:이)? 걸',
].join('|')

const few =
  '(?:\\d+|twee|drie|vier|vijf|dwie|trzy|cztery|pięć|dvě|tři|čtyři|pět|iki|üç|dört|beş|enkele|kilka|několik|birkaç|varios|vários|parecchi)'
/** That it takes minutes, or a good part of one. */
export const takesLongElsewhere = [
  `(?:duurt|duurde|neemt|kost)(?: \\S{1,20}){0,3}? ${few} minu(?:ten|ut)`,
  `(?:trwa|trwał\\w?|zajmuje|zajęł\\w)(?: \\S{1,20}){0,3}? ${few} minut`,
  `(?:trvá|trval\\w?|zabere)(?: \\S{1,20}){0,3}? ${few} minut`,
  `${few} dakika(?:dan fazla)? (?:sür|al)`,
  '(?<!mniej niż |méně než |minder dan |az |menos de |meno di |менее |меньше )\\b(?:[2-9]\\d|\\d{3}) ?(?:saniye(?! ?(?:içinde|altında))|vteřin)',
].join('|')

/** What follows or stands within a statement and takes it back. */
export const takenBackWithin =
  /(?:^|[\s("'`])(?:no (?:se |me )?(?:cuelga|bloquea|queda|congela|tarda)|не (?:завис|висит|виснет|тормоз|занима)|nie (?:zawiesza|zawiesił|wisi|trwa|zajm)|não (?:trava|congela|demora|fica|leva)|non (?:si blocca|ci mette|rimane|resta|impiega)|ne (?:se )?bloquent? pas|n['’]est pas bloqué|nevisí|netrvá)|takılmıyor|donmuyor|sürmüyor|멈추지 않/i
export const takenBackAfter = /^\W{0,3}(?:nicht|niet|ikke|inte)\b|^ ?(?:(?:적|지) ?않|이내|미만|以内|未満|以下)/

/** Portuguese has an "in the" that looks like an English refusal. */
const portuguese = /(?:^|\s)(?:o|os|um|uma|do|da|dos|das|em|com|na|nas|tá|está)(?=\s)|nó(?=[\s,])|[ãõç]/i
export const withoutPortuguese = (before: string): string => (portuguese.test(before) ? before.replace(/\b[Nn]o\b/g, 'em') : before)

const hours =
  '(?:(?<hours>\\d{1,2}|een|twee|drie|vier|vijf|dwie|trzy|cztery|pięć|dvě|tři|čtyři|pět) ?(?:uur|uren|godzin\\w*|hodin\\w*)|(?<plural>enkele uren|uren|kilka godzin|několik hodin|varias horas|várias horas)|(?<minutes>\\d{2,3}) ?(?:minuten|minut\\w?))(?![\\w-])'
const about = "(?:(?:meer dan|ruim|ongeveer|bijna|zo[’']n|ponad|około|prawie|více než|přes|asi|skoro|téměř|už|już|al) ){0,2}"
const between = '[^.!?;\\n。！？]{0,70}?'
/** How long a report took, or has taken. */
export const reportTookElsewhere = [
  new RegExp(
    `\\b(?:sosreport|sos report|sos)\\b${between}(?:duurt|duurde|liep|loopt|draait|draaide|trwa|trwał\\w?|zaj(?:muje|ęł\\w)|działa|trvá|trval\\w?|běží|běžel|zabral\\w?)(?: (?:hier|hij|al|już|už|tu|tam|u nas|bij ons))* ${about}${hours}`,
  ),
  /\b(?:sosreport|sos report)\b[^.!?\n]{0,60}?(?:(?<hours>\d{1,2}|iki|üç|dört|beş) saat|(?<minutes>\d{2,3}) dakika)(?:ten|tan|den|dan)?(?: fazla)?(?: \d{1,2} dakika)? ?(?:sür|al[ıd]|geç)/,
  // Still not done: Korean, Japanese, Chinese.
  /\b(?:sosreport|sos report)\b[^.!?\n。]{0,60}?(?<hours>\d{1,2}) ?(?:시간|時間|小时)(?: ?\d{1,2} ?(?:분|分钟?))? ?(?:째|넘게|이상 (?:끝|진행)|경과|経過|経って(?:も)?|以上(?:経|終わ)|还没|未完)/,
  /\b(?:sosreport|sos report)\b[^.!?\n。]{0,30}?(?:已经?|都)?(?:跑|运行|执行|收集)了? ?(?:(?<hours>\d{1,2}) ?个?(?:多)?小时|(?<minutes>\d{2,3}) ?分钟)/,
]

const timedOut =
  "time-?out|Zeitüberschreitung|délai (?:d[’']attente )?(?:dépassé|expiré)|tiempo (?:de espera )?agotado|tempo (?:limite )?(?:esgotado|scaduto)"
/** What ends a set-up that took too long. */
export const setupTimesOutElsewhere = `(?:(?:op|in|met|mit|door) (?:een|einen|ein|einem|den) (?:time-?out|Zeitüberschreitung)|wegen (?:Zeitüberschreitung|(?:eines )?Time-?outs?)|(?:en|por|por un|dá|da|va in|per|con|avec un|par|w) (?:${timedOut})|przekrocz\\w+ (?:limit )?czas|vyprš\\w+ (?:časový )?(?:limit|čas)|(?:časový limit|čas) vyprš|zaman aşımı|тайм-?аут|超时|タイムアウト|타임아웃|시간 ?초과)`
