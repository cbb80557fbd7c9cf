import { later } from '../lines/later.ts'
import { word } from './not-stated-words.ts'

/** A rule and no event: whenever something is so, it hangs, on anybody's system; or the title of how to mend it. */

const condition = later(
  `(?:^|[,;:–—(] ?|\\bthat |\\bdass |\\bque |\\bche |\\bdat |\\bże |\\bчто )${word("if|once|when|whenever|wenn|falls|sobald|sofern|si|s['’]ils?|quand|lorsqu\\p{L}{1,2}|dès qu\\p{L}{1,2}|se|cuando|siempre que|quando|caso|als|wanneer|zodra|indien|om|när|hvis|når|dersom|jeśli|jeżeli|gdy|kiedy|pokud|když|jakmile|если|когда|як[щш]о|eğer|ha|dacă|jos|kun")}`,
  'iu',
)
/** What will be then. */
const then = later(
  word(
    'will(?! not)|then|wird|werden|dann|alors|va|vont|(?:bloquer|fig|geler|resteront|reste?r)(?:a|ont)|entonces|va a|van a|(?:se )?(?:colgará|bloqueará|congelará|quedará)n?|então|vai|vão|(?:travará|ficará|congelará)|(?:travarão|ficarão)|allora|(?:si )?(?:bloccherà|bloccheranno|pianterà|resterà|rimarrà)|zal|zullen|dan|kommer att|vil|zawiesi|zawieszą|zablokuje|zablokują|wtedy|zasekne|zaseknou|zamrzne|pak|зависнет|зависнут|будет|будут|тогда|takılır|donar|kilitlenir|kalır|lefagy|se va|se vor|jumittuu',
  ),
  'iu',
)
/** Whoever calls it, on the system that is told of: that is no condition, it always hangs there. */
const called = later(
  word(
    'enters?|runs?|types?|executes?|calls?|starts?|invokes?|ein(?:gibt|gebe|tippt)|tippt|ausführt|aufruft|startet|tapez?|lancez?|exécutez?|(?:se )?ejecut\\p{L}*|escrib\\p{L}*|teclea\\p{L}*|lanz\\p{L}*|execut\\p{L}*|digit\\p{L}*|rod[ao]\\p{L}*|esegu\\p{L}*|lanci\\p{L}*|uitvoer\\p{L}*|(?:in)?typ\\p{L}{1,3}|kör\\p{L}*|skriv\\p{L}*|uruch\\p{L}*|wpis\\p{L}*|spust\\p{L}*|zad[aá]\\p{L}*|запус\\p{L}*|ввод\\p{L}*|набира\\p{L}*|çalıştır\\p{L}*|yaz\\p{L}*',
  ),
  'iu',
)
/** Who tells of their own says so. */
const own = later(
  word(
    "I|i['’]m|we|us|our|my|me|here|ich|wir|uns|unser\\p{L}{0,2}|mein\\p{L}{0,2}|man|hier|je|j['’]|nous|notre|nos|mon|chez nous|on|ici|yo|nosotros|nuestr[oa]s?|mi|nos|aquí|eu|nós|nosso|nossa|meu|aqui|io|noi|nostr[oaie]|mio|da noi|qui|ik|wij|we|ons|onze|mijn|jag|vi|vår\\p{L}*|min|hos oss|jeg|vores|ja|my|nas|nasz\\p{L}*|mój|u nas|náš|naše\\p{L}*|já|я|мы|у нас|наш\\p{L}*|мой|biz\\p{L}*|ben|bizim",
  ),
  'iu',
)
const easternCondition = /如果|假如|倘若|要是|万一|一旦|若(?=[^，。]{2,20}[，,])|当[^，。]{2,24}(?:时|的时候)[，,]|もし|場合/u
const easternThen = /(?:会|将会?|可能)[^，。]{0,5}(?:卡|挂|夯|阻塞|僵|hang|无响应|没有?反应)/iu
const easternOwn = /我|咱|本人|发现|现场|今天|昨天|昨晚|刚才|这次|うち|当社|弊社/u
/** Behind the verb, where the line ends: how it is mended, and not that it was. */
const mending = /^\s?(?:的|之|问题的?|故障的?)?(?:解决(?:办法|方法|方案|之道|思路)?|怎么办|处理(?:办法|方法)?|应对)\s*$/u
/** The line is a title, and says nothing else. */
const titled = /^\W{0,8}(?:title|标题|题目)\W{1,4}[^，。]*$|^#{1,3} [^，。]*$/iu

export function isRule(before: string, opening: string, said: string, after: string): boolean {
  const clause = after.split(/[.!?;。\n]/u, 1)[0]!.slice(0, 60)
  if (mending.test(after.split('\n', 1)[0]!) && titled.test(before + said)) return true
  if (easternThen.test(said + clause)) return easternCondition.test(opening + said) && !easternOwn.test(opening)
  const found = condition.exec(opening)
  if (!found) return false
  const from = opening.slice(found.index + found[0].length)
  if (called.test(`${from} ${said} ${clause}`.split(/, ?(?=\p{L})/u, 1)[0]!)) return false
  return then.test(`${from.split(/, ?/).at(-1)!} ${said} ${clause.split(',', 1)[0]!}`) && !own.test(opening + said)
}

/** What only those see who sat before it: the keys that end a program do not end it, or it came to light while the system ran. */
const atKeyboard = later(
  String.raw`(?:ctrl|strg|control|ctl) ?[-+]? ?c(?![a-z])[^.!?;。\n]{0,24}?(?:${word("not|does(?:n['’]t)?|didn['’]t|won['’]t|can['’]t|no|nothing|neither|ignored|nicht|nichts|kein\\p{L}{0,2}|pas|rien|aucun|tampoco|no|nada|não|non|nulla|niente|niet|niets|inte|ikke|nie|nic|ne\\p{L}{2,10}|не|ничего|etmiyor|işe yaramıyor|durdurmuyor")}|不能|不了|无法|没用|无效|不起作用|没反应|効か|止まら|終了でき|안 (?:먹|되|듣)|소용)`,
  'iu',
)
const cameToLight = /(?:运行|使用|部署|上线)(?:过程|一段时间)?(?:中|后)?发现[:：，,]/u
export const isSeenByHand = (sentence: string): boolean => atKeyboard.test(sentence) || cameToLight.test(sentence)
