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

/** A minute and a half, a half or a whole one, and more of them, where a number before them is a word. */
const notLess =
  '(?<![\\d.,:])(?<!(?:weniger als|unter|vor|alle|in|nach|seit|binnen|innerhalb|maximal|höchstens|keine|statt|anstatt|nicht mehr|früher|zuvor|vorher|minder dan|onder|na|sinds|elke|om de|in plaats van|mindre än|mindre enn|om|efter|etter|hver|varje|jede|i stället för|i stedet for) (?:(?:den|der|de|gut|rund|etwa|ca\\.|fast|knapp|über|ruim|bijna|ongeveer|nästan|ungefär|omtrent) )?)'
const longByWord = [
  `${notLess}(?:gut |rund |etwa |ca\\. ?|fast |knapp |über |mehr als |bis zu |mindestens |jetzt |auf einmal ){0,2}${notLess}(?:(?:\\d{1,3}(?:[.,]\\d)?|eine|anderthalb|eineinhalb|zwei|zweieinhalb|drei|vier|fünf|sechs|zehn|mehrere|einige) Minuten?\\b|(?:eine )?(?:halbe|dreiviertel) Minute\\b|(?:[2-9]\\d|\\d{3})(?:[.,]\\d+)? (?:Sekunden|Sek\\b|s\\b))`,
  `${notLess}(?:ruim |bijna |zo[’']n |ongeveer |meer dan ){0,2}${notLess}(?:(?:\\d{1,3}|een|één|anderhalve|twee|drie|vier|vijf|enkele) minu(?:ut|ten)\\b|(?:een )?halve minuut\\b|(?:[2-9]\\d|\\d{3}) seconden\\b)`,
  `${notLess}(?:över |nästan |drygt |ungefär |mer än |over |nesten |omtrent |næsten ){0,2}${notLess}(?:(?:\\d{1,3}|en|ett|et|halvannan|en och en halv|två|to|tre|fyra|fire) minut(?:er|ter|t)?\\b|(?:[2-9]\\d|\\d{3}) sekun\\w+)`,
].join('|')
/** Where a sentence begins with something else, the verb comes before the command in German, Dutch and the languages of Scandinavia. */
export const verbFirst = (asks: string): readonly RegExp[] => [
  new RegExp(
    `(?<!(?:[Ff]rüher|[Dd]amals|[Ss]onst|[Nn]ormalerweise|[Vv]roeger|[Nn]ormaal|[Tt]idigare|[Ff]örr|sollte|dürfte|könnte) )\\b(?:brauch(?:t|te)|benötig(?:t|te)|daue?r(?:t|te)|läuft|lief|duurt|duurde|heeft|tar|tok|tog|tager)(?: (?:ein|der|das|jeder|jedes|een|de|het|der Befehl|das Kommando|ett|en|kommandoen|kommandot|nun|jetzt|nu|dann|auch|selbst|schon|immer)){0,3} ["'„“\`«]?${asks}[^.!?;\\n]{0,60}?(?:${longByWord})`,
  ),
  new RegExp(
    `${asks}[^.!?;\\n]{0,40}? (?:braucht|brauchte|benötigt|benötigte|dauert|dauerte|läuft|duurt|duurde|tar|tok|tog|tager)(?: \\S{1,20}){0,3}? (?:${longByWord})`,
  ),
]
const prompts =
  'prompt|shell|[Pp]rompt|Eingabeaufforderung|Shell|приглашение|запрос|invite|riga di comando|línea|linha|znak zachęty|výzva|プロンプト'
/** Whoever logs in sees the prompt minutes later. */
export const promptAfterMinutes = new RegExp(
  `(?<!(?:[Rr]eboot|[Rr]estart|[Nn]eustart|[Bb]oot|[Пп]ерезагруз|[Rr]edémarr|[Rr]iavvi|[Rr]einici)[^.!?;\\n]{0,60})(?<!\\p{L})(?:[Ll]og-?in|[Ll]ogging in|[Aa]nmeldung|[Aa]nmelden|[Ii]nlog\\p{L}*|[Вв]ход|[Лл]огин|[Cc]onnexion|[Aa]ccesso|[Ll]ogowani\\p{L}*|[Pp]řihl\\p{L}+|[Ii]nicio de sesión|ssh|SSH)(?!\\p{L})[^.!?;\\n]{0,80}?(?:${prompts})(?!\\p{L})[^.!?;\\n]{0,40}?(?:after|through|takes?|nach|через|после|спустя|après|dopo|tras|depois de|na|po|až za|erst nach) (?:about |around |more than |etwa |rund |ca\\.? |oltre |environ |около |~ ?)?(?:[3-9]|[1-9]\\d)(?: ?[-–—] ?\\d{1,2})? ?(?:min|мин|Min|dakika|perc)`,
  'u',
)

/** What follows or stands within a statement and takes it back. */
export const takenBackWithin =
  /(?:^|[\s("'`])(?:no (?:se |me )?(?:cuelga|bloquea|queda|congela|tarda)|не (?:завис|висит|виснет|тормоз|занима)|nie (?:zawiesza|zawiesił|wisi|trwa|zajm)|não (?:trava|congela|demora|fica|leva)|non (?:si blocca|ci mette|rimane|resta|impiega)|ne (?:se )?bloquent? pas|n['’]est pas bloqué|nevisí|netrvá)|takılmıyor|donmuyor|sürmüyor|멈추지(?:는|도)? ?않/i
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
