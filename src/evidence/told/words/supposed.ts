import { later } from '../../lines/later.ts'
import { acrossLines } from './across.ts'

/** Words of contracts and rules, and of what could happen. The same in many languages. */
const word = (words: readonly string[]) => `(?<!\\p{L})(?:${acrossLines(words.join('|'))})(?!\\p{L})`

/** Whoever owes something by a contract, and what it costs; or what the paper is. */
export const contract = later(
  `${word([
    'service[- ]level agreements?|SLA|the contractor|the (?:service )?provider shall|contract(?:ual)?|penalt(?:y|ies)|service credits?|acceptance criteria|terms and conditions',
    'auftragnehmers?|auftraggebers?|vertrags?(?:strafen?|strafe)?|wartungsvertrag\\p{L}*|dienstanweisung|dienstvereinbarung|pönale\\p{L}*|leistungsbeschreibung',
    'titulaire du marché|le titulaire|le prestataire|pénalités?|note de service|contrat|cahier des charges|marché public',
    'adjudicatari[oa]|contratista|penalizaci(?:ón|ones)|contrato|norma interna|pliego|contratada|multas?|instrução normativa|contratante',
    'il fornitore|appaltatore|penal[ei]|contratto|capitolato|opdrachtnemer|leverancier|boetes?|overeenkomst|dienstorder|bestek',
    'leverantören|vite|avtalet?|kontrakt\\p{L}*|leverandøren|bod|wykonawc\\p{L}+|zamawiając\\p{L}+|kary umowne|umow\\p{L}{1,3}|zhotovitel\\p{L}*|dodavatel\\p{L}*|smlouv\\p{L}+|smluvní pokut\\p{L}+',
    'исполнител\\p{L}+|заказчик\\p{L}*|договор\\p{L}*|штраф\\p{L}*|регламент\\p{L}*|неустойк\\p{L}+|yüklenici\\p{L}*|sözleşme\\p{L}*|cezai? şart\\p{L}*|toimittaja|sopimus\\p{L}*|vállalkozó|szerződés\\p{L}*|kötbér|prestatorul|contractul\\p{L}*',
  ])}|受託者|規程|違約金|契約|乙方|合同|违约金|规定|수급인|계약|위약금`,
  'giu',
)
/** Something counts as something, for the sake of a rule. */
export const deems = later(
  `${word([
    '(?:is|are|shall be|will be) (?:deemed|considered|regarded|classified|treated|rated)(?! lost| offline)|counts? as|deemed to be|shall (?:be )?\\p{L}+',
    'als(?: [^\\s.!?;]+){1,10} gilt|gilt(?: [^\\s.!?;]+){0,14} als|gelten(?: [^\\s.!?;]+){0,14} als|als(?: [^\\s.!?;]+){1,10} gelten|im sinne (?:dieses|dieser|des)',
    '(?:est|sont)(?: [^\\s.!?;]+)? (?:réputée?s?|considérée?s?|qualifiée?s?)|réputée?s?|au sens (?:du|de la) présente?',
    'se (?:considera|considerará|considerarán|consideran|entiende por)|tendrá la consideración|considera[-–]se|consideram[-–]se|entende[-–]se por',
    'si (?:considera|considerano|intende|intendono)|(?:è|sono) considerat[oaie]|(?:als )?[^.!?;\\n]{0,40}(?:wordt|worden) (?:als \\p{L}+ )?(?:beschouwd|aangemerkt)|als \\p{L}+ (?:wordt|worden|geldt|gelden)|geldt(?: [^\\s.!?;]+){0,10} als',
    '(?:anses|räknas|betraktas)(?: [^\\s.!?;]+){0,6} som|regnes(?: [^\\s.!?;]+){0,6} som|som \\p{L}+ (?:anses|räknas|regnes)|za(?: [^\\s.!?;]+){1,4} uznaje się|uznaje się(?: [^\\s.!?;]+){0,4} za|za(?: [^\\s.!?;]+){1,4} se považuje|považuje se(?: [^\\s.!?;]+){0,6} za',
    'счита(?:ется|ются)|призна(?:ется|ются|ётся)|вважа(?:ється|ються)|sayılır|kabul edilir|katsotaan|minősül|se consideră',
  ])}|とみなす|とする(?=[。\\s]|$)|ものとする|视为|视作|간주(?:한다|된다|하며)`,
  'iu',
)

const mark = '[*_"“”«»„]{0,2}'
const marked = (words: string) => words.replaceAll(' ', `${mark} ${mark}`)
/** What could happen, if it were done so. */
export const couldHappen = later(
  `${word(
    [
      '(?:what|which effects|things that) (?:all )?(?:could|might|would|may) (?:all )?(?:happen|go wrong|occur|be expected)',
      'was (?:alles |schlimmstenfalls |dann )?(?:passieren|geschehen|eintreten|schiefgehen) (?:könnte|würde|kann)|was (?:könnte|würde) (?:alles )?(?:passieren|geschehen)',
      "ce qui (?:pourrait|risquerait|risque|peut)(?: d['’]| de)? ?(?:arriver|se passer|se produire|advenir)",
      'lo que (?:podría|puede|pudiera) (?:pasar|ocurrir|suceder)|(?:qué|o que) (?:podría|poderia|pode) (?:pasar|ocurrir|suceder|acontecer|ocorrer)',
      '(?:cosa|ciò che|quello che|che cosa) (?:potrebbe|può) (?:succedere|accadere|capitare)|wat er (?:zou kunnen|kan|zou) (?:gebeuren|misgaan)|wat er (?:gebeuren|mis) (?:zou kunnen|zou|kan)(?: gaan)?',
      '(?:vad|hvad|hva) som (?:skulle kunna|kan|kunde|kunne) (?:hända|skje|ske|inträffa)|hvad der (?:kan|kunne) ske',
      '(?:co|tego, co) (?:mogłoby|może) się (?:stać|wydarzyć|zdarzyć)|co by se (?:mohlo )?(?:mohlo|stalo|stát)(?: stát)?|co by se mohlo stát',
      'что (?:могло бы|может) (?:произойти|случиться)|что (?:произошло|случилось) бы|що (?:могло б|може) (?:статися|трапитися)',
      'neler? ol(?:abileceğini|abilir)|mitä voisi tapahtua|mi történhetne|ce s-ar putea întâmpla',
    ].map(marked),
  )}|起こり(?:得|う)る|起きるかもしれない|可能(?:会)?(?:发生|出现)的?|일어날 수 있는|발생할 수 있는`,
  'giu',
)
/** And did. */
export const happenedNow = later(
  `${word([
    '(?:has|have|did|it|now|then) (?:actually |really |now )?happen(?:ed|s)?|last night|yesterday|today|ist (?:jetzt |nun |gestern )?(?:passiert|eingetreten|geschehen)|gestern|heute|est arrivé|hier|ha (?:pasado|ocurrido)|ayer|aconteceu|ontem|è successo|ieri|is gebeurd|gisteren|har hänt|igår|i går|stało się|wczoraj|stalo se|včera|случилось|произошло(?! бы)|вчера|oldu|dün',
  ])}|昨日|昨夜|昨天|昨晚|어제`,
  'iu',
)
