import { later } from '../../lines/later.ts'
import { acrossLines } from './across.ts'

/** Words that tell of which system and of which time a passage is. The same in many languages. */
const word = (words: readonly string[]) => `(?<!\\p{L})(?:${acrossLines(words.join('|'))})(?!\\p{L})`

const seasons = {
  en: 'year|spring|summer|autumn|fall|winter|season',
  de: 'Jahr|Frühjahr|Frühling|Sommer|Herbst|Winter|Saison',
  fr: 'an|année|printemps|été|automne|hiver',
  es: 'año|primavera|verano|otoño|invierno',
  pt: 'ano|primavera|verão|outono|inverno',
  it: 'anno|primavera|estate|autunno|inverno',
  nl: 'jaar|voorjaar|lente|zomer|herfst|najaar|winter',
} as const
/** Last year, last winter, in those days. */
export const earlier = later(
  `${word([
    `(?:the )?(?:last|previous|past) (?:${seasons.en})|(?:${seasons.en}|january|february|march|april|may|june|july|august|september|october|november|december) (?:of )?last year|the year before|(?:\\d{1,2}|two|three|four|some|a few|several|many|a) years? ago|back then|back in the day|in those days`,
    `(?:(?:im|des|der|aus dem|vom) )?(?:letzte|vorige|vergangene|vorjährige)[nsmr] (?:${seasons.de})|Vorjahr\\p{L}*|vor (?:einem|zwei|drei|vier|\\d{1,2}|einigen|mehreren) Jahr(?:en)?|damals|seinerzeit`,
    `l['’](?:${seasons.fr}) (?:dernier|dernière|passée?|précédente?)|(?:le |au |du )?(?:${seasons.fr}) (?:dernier|dernière|passée?|précédente?)|il y a (?:un|deux|trois|quatre|\\d{1,2}|quelques|plusieurs) an(?:née)?s?|à l['’]époque`,
    `(?:el |la |del |de la )?(?:${seasons.es}) (?:pasad[oa]|anterior)|hace (?:un|dos|tres|cuatro|\\d{1,2}|algunos|varios) años?|en aquel entonces|por aquel entonces`,
    `(?:o |a |do |da |no |na )?(?:${seasons.pt}) passad[oa]|há (?:um|dois|três|quatro|\\d{1,2}|alguns|vários) anos?|naquela época`,
    `(?:l['’]|lo |la |dell['’]|dello |della |nell['’]|nello |nella )?(?:${seasons.it}) (?:scors[oa]|passat[oa])|(?:l['’]|lo |la |dell['’]|dello |della )?scors[oa] (?:${seasons.it})|(?:un|due|tre|quattro|\\d{1,2}|alcuni) ann[oi] fa|all['’]epoca`,
    `(?:vorige?|afgelopen|verleden) (?:${seasons.nl})|(?:een|twee|drie|vier|\\d{1,2}|enkele) jaar geleden|destijds|indertijd`,
    'förra (?:året|våren|sommaren|hösten|vintern)|i fjol(?:\\s\\p{L}+)?|(?:för|for) (?:ett|två|tre|et|to|\\d{1,2}|flera|flere) år (?:sedan|siden)|på den tiden|(?:sidste|forrige) (?:år|forår|vår|sommer|efterår|høst|vinter)|i fjor|dengang',
    'zeszł(?:ego|ej|ym|y|a) (?:roku|rok|wiosny|wiosnę|lata|jesieni|zimy|zimę|zimą)|ubiegł(?:ego|ej|ym|y) (?:roku|rok|wiosny|lata|jesieni|zimy)|(?:dwa|trzy|cztery|\\d{1,2}|kilka) lata? temu|rok temu|wtedy|wówczas',
    'loňsk\\p{L}{1,3} (?:rok\\p{L}*|zim\\p{L}|jař\\p{L}|jara|lét\\p{L}|podzim\\p{L}*|led\\p{L}+|únor\\p{L}*|březn\\p{L}*|dub\\p{L}*|květn\\p{L}*|červn\\p{L}*|červen\\p{L}*|srp\\p{L}*|září|říj\\p{L}*|listopad\\p{L}*|prosin\\p{L}*)|loni|vloni|minul(?:ý|ého|ém|ou|é) (?:rok\\p{L}*|zim\\p{L}|jaro|léto|podzim)|před (?:rokem|(?:dvěma|třemi|čtyřmi|\\d{1,2}|několika) lety)|tehdy',
    'прошл(?:ый|ого|ом|ой|ую|ая|ым) (?:год\\p{L}*|весн\\p{L}+|лет\\p{L}+|осен\\p{L}+|зим\\p{L}+)|год назад|(?:два|три|четыре|\\d{1,2}|несколько) (?:года|лет) назад|тогда|в то время|минул\\p{L}+ (?:рік|року|році|зим\\p{L}+|весн\\p{L}+|літ\\p{L}+|осен\\p{L}+)',
    'geçen (?:yıl\\p{L}*|sene\\p{L}*|kış\\p{L}*|yaz\\p{L}*|bahar\\p{L}*|ilkbahar\\p{L}*|sonbahar\\p{L}*)|(?:iki|üç|dört|bir|\\d{1,2}|birkaç) yıl önce|o zamanlar',
    'viime (?:vuonna|vuoden|talvena|talven|keväänä|kevään|kesänä|kesän|syksynä|syksyn)|(?:vuosi|kaksi vuotta|\\d{1,2} vuotta) sitten|tuolloin|tavaly\\p{L}*|(?:egy|két|három|\\d{1,2}) évvel ezelőtt|akkoriban|anul trecut|iarna trecută|vara trecută|acum (?:un|doi|trei|\\d{1,2}) ani?',
  ])}|去年|前年|昨年|一昨年|(?:两|三|几|\\d{1,2})年前|当时|当時|작년|재작년|지난해|지난 ?(?:겨울|여름|봄|가을)|(?:몇|\\d{1,2}) ?년 전|당시`,
  'giu',
)
/** A year in a date in words or by itself; which one is old is known by the newest of the text. */
export const years = /(?<![\d.:/_#-])(?:19|20)\d\d(?![\d:_]|-\d{3,}|[./]\d{3,})/g
/** Also in a date in numbers. */
export const anyYear = /(?<![\d:_#])(?:19|20)\d\d(?![\d:_]|-\d{3,})/g
/** It goes on from there. */
export const sinceBefore =
  /(?<!\p{L})(?:since|ever since|from|seit|depuis|desde|dal(?:la|lo|l['’])?|sinds|al sinds|sedan|siden|od|от|с|со|beri|é)(?: (?:the|dem|der|le|la|el|l['’]|o|a|det))?[\s'’]{0,2}$/iu
export const sinceBehind = /^\s?(?:yılından|yılından beri|'?[dt][ae]n beri|以来|から|起|开始|부터|lähtien|óta)/iu

/** It was ended: the report of it, not the thing that was broken. */
export const closed = later(
  `${word([
    '(?:is |was |were |been |got |long |since |now |then |record |ticket |incident |case |problem |issue |and |all |fully |already |(?:marked|set to) )(?:closed|resolved|solved)|(?:closed|resolved) (?:in|since|on|that|back|the|last|for|a|long|after|with|soon)',
    'geschlossen|gelöst|behoben|erledigt|abgeschlossen|bereinigt|ausgestanden',
    '(?:clos|clôtur|résol|régl|sold)(?:e|é|ée|u|ue|és|ées|us|ues)',
    'cerrad[oa]s?|resuelt[oa]s?|solucionad[oa]s?|zanjad[oa]s?|encerrad[oa]s?|fechad[oa]s?|resolvid[oa]s?|solucionad[oa]s?',
    'chius[oaie]|risolt[oaie]|archiviat[oaie]',
    'gesloten|opgelost|afgesloten|verholpen|afgehandeld',
    '(?:av)?stängt?|avslutat?|löst|åtgärdat?|lukket|løst|avsluttet|afsluttet',
    'zamknięt\\p{L}{1,2}|zamknięto|rozwiązan\\p{L}{1,2}|rozwiązano|usunięt\\p{L}{1,2}',
    '(?:u|vy|do)(?:zavřen|řešen|zavřel|řešil)\\p{L}{0,2}|uzavřen\\p{L}{0,3}|vyřešen\\p{L}{0,3}|uzavřel\\p{L}{0,2} se|odstraněn\\p{L}{0,2}',
    'закрыт\\p{L}{0,2}|решен[аоы]?|решён\\p{L}{0,2}|устранен\\p{L}{0,2}|устранён\\p{L}{0,2}|урегулирован\\p{L}*|закрит\\p{L}{0,2}|вирішен\\p{L}{0,2}',
    '(?:kapatıl|çözül|gideril)(?:dı|di|dü|mış\\p{L}*|miş\\p{L}*|müş\\p{L}*)|kapandı|suljett\\p{L}+|ratkaist\\p{L}+|lezár\\p{L}+|megold(?:ották|ódott)|închis[ăe]?|rezolvat[ăe]?',
  ])}|クローズ|解決|対応済|収束|关闭|关单|结案|解决|已闭环|종결|해결(?! ?방법)|종료되`,
  'iu',
)
const since = [
  'since(?: then)?|after(?:wards| that)|thereafter|ever again|again|any ?more|to (?:this day|date)|repeats?|recurrences?|reoccurr?\\p{L}*',
  'seither|seitdem|danach|wieder|mehr|bis heute|seit \\p{L}+',
  'depuis|récidives?|ensuite|reproduite?s?|revue?|revenue?',
  'desde entonces|después|vuelto|repetido|reaparecido|más|desde então|depois|mais|repetiu|voltou|desde aí',
  'da allora|in seguito|dopo|(?:più|mai) (?:più )?(?:ripresentat|successo|accadut|capitat|vist)\\p{L}?|ripresentat[oaie]',
  'sindsdien|daarna|nadien|meer|weer',
  'sedan(?: dess)?|därefter|siden(?: da| den gang)?|igen',
  'od te(?:go|j) (?:czasu|pory|chwili)|odtąd|później|potem|więcej',
  'od té doby|od té chvíle|odtedy|poté|potom|znovu|opět',
  'с тех пор|с того (?:времени|момента)|после этого|впоследствии|больше|повтор\\p{L}*|з того часу|відтоді',
  'o zamandan beri|o günden beri|sonrasında|bir daha|tekrar',
  'sen jälkeen|sittemmin|uudelleen|toistunut|azóta|utána|de atunci|ulterior',
].join('|')
const never = [
  "no|not|never|none|nothing|without|zero|free of|n[’']t",
  'nie|nicht|kein\\p{L}{0,2}|ohne|ruhe|nichts',
  "aucune?s?|jamais|plus|rien|pas|sans|ne|n['’]",
  'no|nunca|ningun[oa]?|ningún|jamás|nada|ni|sin|não|nenhuma?|jamais|nem|sem',
  'non|mai|nessun[oa]?|niente|nulla|senza',
  'niet|geen|nooit|niets|zonder',
  'inte|ingen|inga|inget|aldrig|ikke|ingenting|utan|uden',
  'nie|ani|nigdy|żad\\p{L}+|bez|nic',
  'ne|ne\\p{L}{4,}|ani|nikdy|žád\\p{L}+|bez|nic',
  'не|ни|нет|никогда|ничего|без|не було|жодн\\p{L}+',
  'hiç|yok|değil|\\p{L}{2,}(?:ma|me)(?:dı|di|mış|miş|yor)\\p{L}{0,3}',
  'ei|eikä|ole|en|kertaakaan|nem|sem|soha|nu|niciun\\p{L}?',
].join('|')
const [ofSince, ofNever] = [word([since]), word([never])]
/** It did not come back: both within a sentence. */
export const noneSince = later(
  `(?:${ofSince}[^.!?。]{0,70}?${ofNever}|${ofNever}[^.!?。]{0,60}?${ofSince}|n['’]t[^.!?]{0,40}?${ofSince}|再発(?:は|も|の)?(?:して(?:い)?(?:ない|ません|おりません)|せず|なし|ない|ありません|なく|報告なし)|(?:その後|以後|以降|以来)[^。]{0,24}?(?:ない|なし|ません|なく)|(?:此后|之后|至今|自此|以后|后来)[^。]{0,16}?(?:未|没有?|无|再也没)|(?:未|没有?|无|不)再(?:次)?(?:出现|发生|复发|重现)|(?:이후|그 ?뒤|그 ?후|지금까지)[^.]{0,30}?(?:없|않)|재발(?:은|이|하지|한 적|은 한 번도)?[^.]{0,12}?(?:없|않))[^.!?。,;\\n]{0,40}`,
  'giu',
)
/** It came back, or was never over. */
export const reopened = later(
  `${word([
    "again|(?:it|this|that|problem|issue) (?:is|has come|came|[’']s) back|is back|are back|recurr\\p{L}+|re-?occurr?\\p{L}*|re-?open\\p{L}*|still (?:not|open|there|happen\\p{L}*|hang\\p{L}*|slow|see|unsolved|unresolved)|once more|another time|same thing (?:now|today)|too early|premature\\p{L}*|in vain|no (?:improvement|difference)|(?:did|has) not help(?:ed)?|made no difference|looks just like",
    'wieder|erneut|abermals|nochmals?|schon einmal|immer noch|noch immer|weiterhin|nach wie vor|zu früh|hat nichts gebracht|kehrt\\p{L}* zurück',
    'encore|de nouveau|à nouveau|recommenc\\p{L}+|rouvr\\p{L}+|réouv\\p{L}+|revient|revenue?s?|réappar\\p{L}+|toujours (?:pas|ouvert|là)|trop tôt',
    'otra vez|de nuevo|nuevamente|volvió|vuelve|vuelto a|volvemos|reapareció|reabrir|todavía|aún|sigue\\p{L}*|de novo|novamente|outra vez|voltou|volta a|reabrir|ainda|continua\\p{L}*',
    "di nuovo|nuovamente|daccapo|un[’']altra volta|ancora|riaprire|ricomincia\\p{L}*|tornat[oa]|continua\\p{L}*|si ripresenta|si è ripresentat[oa]",
    'opnieuw|weer|nog steeds|nog altijd|alweer|heropen\\p{L}*|te vroeg',
    'igen|på nytt|åter\\p{L}*|återigen|fortfarande|ånyo|på ny|fortsatt|stadig(?:væk)?|for tidlig',
    'znowu|znów|ponownie|nadal|wciąż|po raz kolejny|wrócił\\p{L}?|powrócił\\p{L}?',
    'zase|znovu|opět|opětovně|stále|pořád|nadále|vrátil\\p{L}? se',
    'опять|снова|вновь|повторно|по-прежнему|до сих пор|всё ещё|все еще|вернул\\p{L}{2,3}|повторил\\p{L}{2,3}|знову',
    'yine|tekrar|yeniden|hâlâ|hala|bir kez daha',
    'taas|jälleen|uudestaan|edelleen|yhä|palasi|megint|ismét|újra|még mindig|din nou|iarăşi|încă',
  ])}|再び|再度|再発(?!(?:は|も|の)?(?:して(?:い)?(?:ない|ません|おりません)|せず|なし|ない|あり|なく|報告なし|防止))|またも?(?=[、\\p{L}])|まだ|(?<!未|没|有|无|不)再次|[又仍](?!称)|还在|依然|依旧|다시|또(?!는)|아직|여전히|재발(?=했|됐|하여|되)`,
  'iu',
)
/** What is told from here on is of now. */
export const now = later(
  `${word([
    'today|yesterday|last night|tonight|this (?:morning|week|afternoon|evening)|right now|now|currently|at present|at the moment|since (?:yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this)',
    'heute|gestern|vorgestern|jetzt|nun|derzeit|aktuell|zurzeit|diese (?:nacht|woche)|letzte nacht|seit (?:gestern|heute|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|dieser)',
    "aujourd['’]hui|hier|avant-hier|maintenant|actuellement|cette (?:nuit|semaine)|ce matin|la nuit dernière|depuis (?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|cette)",
    'hoy|ayer|anoche|ahora|actualmente|esta (?:noche|semana|mañana)|anteayer|hoje|ontem|agora|atualmente|esta (?:noite|manhã|semana)|anteontem',
    'oggi|ieri|stanotte|stamattina|adesso|ora|attualmente|questa (?:notte|settimana|mattina)',
    'vandaag|gisteren|vannacht|vanochtend|nu|momenteel|deze week',
    'idag|i (?:dag|går|natt|morse|nat|går)|nu|nå|denna vecka|för närvarande|for tiden',
    'dziś|dzisiaj|wczoraj|teraz|obecnie|tej nocy|w tym tygodniu',
    'dnes|včera|teď|nyní|aktuálně|tento týden|v noci',
    'сегодня|вчера|сейчас|теперь|ныне|этой ночью|на этой неделе|со вчерашнего|сьогодні|вчора|зараз',
    'bugün|dün|şimdi|şu an\\p{L}*|bu (?:gece|hafta|sabah)',
    'tänään|eilen|nyt|viime yönä|tällä viikolla|ma|tegnap|most|jelenleg|azi|ieri|acum',
  ])}|今日|本日|昨日|昨夜|昨晩|今朝|現在|今は|今天|昨天|昨晚|今早|现在|目前|刚才|오늘|어제|어젯밤|오늘 ?아침|지금|현재|방금`,
  'giu',
)
