import { later } from '../lines/later.ts'
import { word } from './not-stated-words.ts'

/**
 * What else takes a statement away: it is of another cluster or of a lesson, of years ago, somebody else's claim that is rejected, a
 * comparison, hearsay, a doubt, a plan to check, or nobody saw it.
 */

const number = '(?:\\d{1,2}|an?|two|three|four|five|six|eight|ten|some|many|several|few)'
const numberElsewhere =
  '(?:\\d{1,2}|\\p{L}{2,9}|(?:plus|más|mais|più) (?:de|di) \\p{L}{2,9}|(?:mehr als|über|meer dan|ponad|více než|mer än|более|больше) \\p{L}{2,9})'
/** So many years ago, or last year. */
export const yearsAgo = later(
  `${word(
    [
      `(?:${number} )?years? (?:ago|back)|last year|the year before`,
      `vor (?:${numberElsewhere} )?Jahren|vor einem Jahr|(?:im )?(?:letzte[ns]|vorige[ns]|vergangene[ns]) Jahr`,
      `il y a ${numberElsewhere} ans?|l['’]an (?:dernier|passé)|l['’]année (?:dernière|passée)`,
      `hace ${numberElsewhere} años?|(?:el )?año pasado`,
      `há ${numberElsewhere} anos?|(?:n?o )?ano passado`,
      `${numberElsewhere} anni fa|un anno fa|l['’]anno scorso|lo scorso anno`,
      `${numberElsewhere} jaar geleden|vorig jaar`,
      `${numberElsewhere} lata? temu|rok temu|w zeszłym roku|w ubiegłym roku`,
      `před ${numberElsewhere} (?:lety|roky)|před rokem|loni|vloni`,
      `för ${numberElsewhere} år sedan|for ${numberElsewhere} år siden|förra året|i fjol|sidste år|i fjor`,
      `${numberElsewhere} (?:лет|года?|роки|років) (?:назад|тому)|год назад|в прошлом году|минулого року`,
      `${numberElsewhere} yıl önce|geçen yıl|geçen sene`,
      'viime vuonna|vuosia sitten|tavaly|évekkel ezelőtt|anul trecut|acum \\p{L}{2,6} ani',
    ].join('|'),
  )}|[\\d一二两兩三四五六七八九十数几]{1,2}年(?:前|以前|之前)|去年|昨年|前年|\\d{1,2}년 전|작년|재작년`,
  'iu',
)

const colleagues =
  "colleagues?['’]?s?|neighbou?rs?|partners?|Kollegen|Nachbar\\p{L}*|Partner\\p{L}*|collègues|voisins?|colegas|compañeros|colleghi|vicini|collega['’]?s|kolegów|kolegů|sousedů|kollegor\\p{L}*|kollegers?|коллег|соседей|arkadaşların"
/** A cluster of others, or one to learn and try on. */
export const ofOthers = later(
  `${word(
    [
      `(?:cluster|clúster|kluster|klaster|klastrze|clusteru|klastru|küme\\p{L}*|кластере?)(?: (?:of|der|des|von den|de los|de las|dos|das|dei|degli|van de|av|til|u|у))?(?: (?:the|our|my|unserer|unserem|meiner|nos|mes|mijn|onze))? ?(?:${colleagues})`,
      '(?:colleagues|kolleg(?:ornas|ernes)|arkadaşların) (?:cluster|kluster|klynge|küme)\\p{L}*',
      `(?:at|bei|beim|chez|u) (?:the |den |les |nos )?(?:${colleagues})`,
      "(?:training|course|class|teaching|school|demo|exercise)[- ](?:environment|cluster|lab|system)s?|vendor[’']s lab|simulat(?:ed|ion|or)",
      '(?:decommissioned|retired|scrapped|ausgemustert\\p{L}*|stillgelegt\\p{L}*|mise?s? au rebut|dad[oa]s? de baja|desativad[oa]|dismess[oaie]|wycofan\\p{L}+|vyřazen\\p{L}+|списанн\\p{L}+|uitgefaseerd\\p{L}*|utfasad\\p{L}*),? (?:in|im|en|em|nel|w|v|в|seit|since|server|node|cluster|knoten)',
      'Schulungs\\p{L}+|Übungs\\p{L}+|Demo-?(?:cluster|umgebung)|environnement de (?:formation|démonstration)|entorno de (?:formación|prácticas|pruebas de la academia)|ambiente de treinamento|ambiente di formazione|cursusomgeving|oefenomgeving|środowisk\\p{L}+ szkoleniow\\p{L}+|školicí\\p{L}* prostředí|utbildningsmiljö\\p{L}*|учебн\\p{L}+ (?:стенд\\p{L}*|кластер\\p{L}*|сред\\p{L}*)|eğitim ortamı\\p{L}*',
    ].join('|'),
  )}|(?:同事|同僚|友達|朋友)[的の]?(?:集群|クラスタ)|(?:동료|다른 팀)\\p{L}{0,2} (?:클러스터|시스템)|培训环境|研修(?:環境|用)|교육 ?(?:환경|용)`,
  'iu',
)
/** It is not so here, said behind it. */
export const notHere = later(
  `^[^.!?。\\n]{0,50}[,;，、–—-]\\s?(?:${word('(?:but )?(?:not (?:here|on ours?|with us|at ours)|ours? (?:is|are|cluster is) (?:fine|ok|quick|fast))|(?:aber )?bei uns nicht|hier nicht|(?:mais )?pas (?:chez nous|ici|le nôtre)|(?:pero )?en (?:el nuestro|nuestro caso) no|aquí no|(?:mas )?no nosso não|aqui não|(?:ma )?(?:sul|nel) nostro no|da noi no|(?:maar )?bij ons niet|hier niet|(?:ale )?u nas nie|u nás ne|(?:men )?inte hos oss|ikke hos os|у нас (?:нет|не так|такого нет)|bizde (?:değil|yok)')}|(?:うち|当社|こちら)は(?:問題|大丈夫|正常)|我们(?:的|这边)?(?:没问题|没有|正常)|우리(?:는|쪽은) (?:괜찮|문제|아니))`,
  'iu',
)

/** Of a machine that has nothing to do with it. */
export const farAway = later(
  `^[^.!?。\\n]{0,90}?(?:${word("(?:on|with|at|of) (?:an? )?(?:entirely|completely|totally|wholly|altogether) (?:different|other|unrelated) \\p{L}+|not (?:your|our|my|this) (?:problem|case|issue)|(?:auf|bei) (?:einem|einer) (?:ganz|völlig|komplett) anderen \\p{L}+|sur une? tout autre \\p{L}+|sur une? \\p{L}+ (?:complètement|totalement) différente?|en otr[oa] \\p{L}+ (?:totalmente|completamente) distint[oa]|em outr[oa] \\p{L}+ (?:totalmente|completamente) diferente|su (?:tutt['’])?un['’]?altr[oa] \\p{L}+ (?:completamente|del tutto) divers[oa]|op een (?:heel|totaal) andere? \\p{L}+|på en (?:helt|heilt) (?:annan|anden|annen) \\p{L}+|na (?:zupełnie|całkiem) inn\\p{L}+ \\p{L}+|na (?:úplně|zcela) jiném \\p{L}+|на (?:совсем|совершенно) друг\\p{L}+ \\p{L}+|bambaşka bir \\p{L}+")}|全く別の|まったく別の|完全(?:不同|无关)的|전혀 다른)`,
  'iu',
)
/** Not so as in what follows. */
export const unlike = later(
  `${word(
    'unlike|not like|nothing like|(?:as )?opposed to|in contrast to|nicht (?:so )?wie|anders als|im Gegensatz zu\\p{L}*|pas comme|contrairement|no como|a diferencia|não como|diferente d[eo]|ao contrário|non come|a differenza|niet zoals|anders dan|in tegenstelling|nie tak,? jak|nie jak|w przeciwieństwie|ne jako|na rozdíl|inte som|ikke som|till skillnad|i modsætning|не как|в отличие|ei niin kuin|toisin kuin|nem úgy,? mint|nu ca',
  )}|gibi değil|不像|不同于|のように(?=.*(?:ない|ません))|처럼(?=.*않)`,
  'iu',
)

/** Somebody says it, or it is said. */
export const claimed = later(
  `${word(
    '(?:claim|sa[iy]|insist|maintain|believ|think|thought|told|alleg|report|swear)\\p{L}*|behaupte\\p{L}*|sag(?:t|te|en)|mein(?:t|te)|angeblich|prétend\\p{L}*|di(?:t|sait|sent)|affirme\\p{L}*|paraît|dice[ns]?|decían?|asegura\\p{L}*|afirma\\p{L}*|diz(?:em)?|disse\\p{L}*|alega\\p{L}*|sostien\\p{L}*|dicono|detto|pare|beweer\\p{L}*|zegt|zei|zou|twierdz\\p{L}*|mówi\\p{L}*|podobno|rzekomo|tvrd\\p{L}*|říká|prý|údajně|påstå\\p{L}*|säger|sa|siger|утвержда\\p{L}*|говор\\p{L}*|писал\\p{L}*|якобы|diyor\\p{L}*|söyl\\p{L}*|iddia\\p{L}*',
  )}|と言|という|说|說|声称|고 ?(?:하|말)`,
  'iu',
)
/** Whoever looked into it saw less: words of measuring or seeing beside a short time. */
export const measuredLess =
  /^[^!?。\n]{0,90}?(?:measur|timed|clocked|gemess|gestoppt|mesur|medí|medi\b|medido|misur|gemeten|zmierz|naměř|změř|mät|målt|замер|измер|ölç|測|测|計|재보|재 ?봤)[^.!?。\n]{0,40}?(?<![\d.,:])(?:1?\d)(?:[.,]\d+)?\s?(?:s|с|sn|秒|초)|^[^!?。\n]{0,60}?(?<![\d.,:])(?:1?\d)(?:[.,]\d+)?\s?(?:s|с|sn|秒|초)\p{L}{0,8} (?:measured|gemessen|mesur\p{L}+|gemeten|ölç\p{L}+)/iu
/** It could not be seen by who writes, or is wrong. */
export const rejected = later(
  `^[^.!?。\\n]{0,60}?(?:${word("can ?not confirm|can['’]t confirm|not confirmed|(?:kann|können) (?:ich|wir) (?:aber |so )?nicht (?:bestätigen|nachvollziehen)|nicht bestätigen|ne (?:peux|pouvons) pas (?:le |la )?confirmer|no (?:lo |la )?(?:puedo|podemos) confirmar|não (?:consigo|posso|podemos) confirmar|non (?:lo |la )?(?:posso|possiamo) confermare|niet bevestigen|nie (?:mogę|możemy) (?:tego )?potwierdzić|nemohu potvrdit|nemůžeme potvrdit|inte bekräfta|ikke bekræfte|подтвердить не (?:могу|можем)|не (?:могу|можем) подтвердить|doğrulayam\\p{L}+")}|確認できません|再現し(?:ません|ない)|(?:没有|未|没)(?:能)?复现|无法(?:确认|复现)|확인(?:되지|하지) (?:않|못))`,
  'iu',
)
export const untrue = later(
  `^[^!?。\\n]{0,60}?(?:[.,;:–—-] ?|。)(?:${word("(?:that|this|it|which)(?:['’]s| is| was| turned out) (?:wrong|not true|untrue|false|not so|not the case|nonsense)|not true|(?:das )?(?:stimmt|stimmte) (?:so )?nicht|falsch|(?:c['’]est|c['’]était) (?:faux|inexact)|es falso|no es (?:cierto|verdad|así)|é (?:falso|mentira)|não é (?:verdade|assim)|(?:è|era) falso|non è vero|(?:dat )?klopt niet|(?:to )?nieprawda|(?:to )?není pravda|(?:det )?stämmer (?:inte|ej)|passer ikke|(?:это )?(?:не так|неправда|неверно)|doğru değil|yanlış")}|違います|间違い|不对|不是真的|사실이 아)`,
  'iu',
)

/** Nobody saw it, or none of several. */
export const nobody = later(
  `${word('nobody|no one|no-one|none of (?:the|our|us|them)|neither|nor|niemand|weder|personne|nadie|ningun[oa]|ninguém|nessuno|nikt|nikdo|ingen|никто|kimse|senki|nimeni|kukaan|ani|nem|né|varken|verken|hverken|ni')}(?:[^.,;:|]|,(?= (?:żeby|by|чтобы|что|že|aby|dass)(?!\\p{L}))){0,40}$|${word('never (?:once )?(?:saw|seen|had|observed|noticed|experienced|met)')}[^.,;:|]{0,30}$|${word('noch')} [^.,;:|]{2,24} noch ["'\`„“«]?$|${word('kein(?:e[nr]?)?|aucun(?:e)?|ningún|nenhum(?:a)?|nessun(?:a)?|geen|żad(?:en|na|ne)|žád(?:ný|ná|né)|inget|inga|ingen|hiçbir|ни один')}(?: \\p{L}{3,12})? ["'\`„“«]?$`,
  'iu',
)
/** None of what is named, behind the verb: "es hängt kein `df`". */
export const noneWithin =
  /(?<!\p{L})(?:no|kein(?:e[nr]?)?|aucune?|ningún|nenhum|nessun|geen|żaden|žádný|inget|ingen|hiçbir|ни один)(?: \p{L}{3,12})? ["'`„“«]/iu
/** The same of a pair, behind the first of them. */
export const neitherBehind = later(`^[^.!?\\n]{0,6}${word('weder noch|neither')}`, 'iu')

/** Read or heard somewhere. */
export const hearsay = later(
  `${word(
    "(?:read|heard|saw|seen|know) (?:\\w+ ){0,3}(?:about|of) (?:people|others|someone|somebody|folks|users|customers|an? (?:case|site|customer))|(?:von|über) (?:Leuten|anderen|jemandem)(?:,| gelesen| gehört)|(?:lu|entendu) (?:\\S+ ){0,3}(?:de|sur des) (?:gens|personnes|cas)|(?:leído|oído) (?:\\S+ ){0,3}de (?:gente|otros|casos)|(?:read|heard|saw|seen) (?:\\w+ ){0,5}that|rumou?r has it|reportedly|(?:gelesen|gehört),? dass|(?:lu|entendu dire) qu['’e]|(?:leído|oído) que|(?:li|ouvi)(?: \\p{L}+){0,3} que|(?:letto|sentito) che|(?:gelezen|gehoord) dat|(?:czytał\\p{L}*|słyszał\\p{L}*),? że|(?:četl|četla|slyšel\\p{L}*)(?: jsem)?,? že|(?:läst|hört|læst) at\\p{L}?|(?:читал\\p{L}*|слышал\\p{L}*),? что",
  )}[^.;]{0,60}$|听说|据说|聞いた|らしい`,
  'iu',
)
/** Who writes does not know. */
export const doubted = later(
  `${word("(?:not sure|unsure|don['’]t know|do not know|no idea) (?:if|whether)|weiß (?:nicht|ned),? ob|(?:weet|vraag me) (?:niet|af) of|nie wiem,? czy|nevím,? (?:jestli|zda)|(?:vet|ved|vet) (?:inte|ikke) om|не знаю,?|не уверен\\p{L}*,?|non so se|no (?:sé|sabemos) si|não sei se|ne sais pas si|nem tudom,? hogy|nu știu dacă|en tiedä")}[^.;]{0,60}$|不知道|不确定`,
  'iu',
)
export const doubtedBehind =
  /^[^.!?。\n]{0,30}?(?:bilmiyor|emin değil|のか(?:どうか)?.{0,4}(?:分かり|わかり|不明)|のか(?:どうか)?(?:分から|わから)|지(?:는)? (?:모르|확실))/iu
/** To be checked, or to be hoped for. */
export const planned = later(
  `${word('(?:check|verify|ensure|make sure|test|prove)\\p{L}* that|(?:prüf\\p{L}*|sicherstell\\p{L}*|test\\p{L}*)(?: \\p{L}{1,8}){0,2},? dass|(?:vérifi|assur|contrôl)\\p{L}* que?|(?:comprob|verific|asegur)\\p{L}* que|(?:verific|controll|assicur)\\p{L}* che|controleren(?: \\p{L}+)? (?:dat|of)|spraw(?:dz)\\p{L}*,? (?:że|czy)|ověř\\p{L}*,? (?:že|zda)|kontroller\\p{L}*,? att?|(?:провер|убед)\\p{L}*,? что')}[^.;:]{0,30}$|^[^\\p{L}]{0,8}${word('had|were|should|hätte\\p{L}*|wäre\\p{L}*|sollte')}(?: (?:the|our|das|der|die|ein))? ["'\`„“«]?$`,
  'iu',
)
/** In these languages "if" or "it may be so" stands behind. */
export const supposedBehind =
  /^[^.!?。\n、，,]{0,3}(?:る|った|した)?(?:場合|とき[はに]|ことが?[はもが](?:あ[りる]|ない|ありません))|^\s?\p{L}{0,4}(?:면(?:\s|,|서도)|지(?:는|도)? ?(?:않|못))/u
/** Names of what teaches, right before it or at the beginning. */
export const taughtElsewhere =
  /(?:マニュアル|ドキュメント|手順書|手册|文档|官方|说明书|매뉴얼|문서|가이드)\p{L}{0,4}.{0,12}$|可能(?:会|要|需要)?\s?$/u
/** It was so, and is no more: in one sentence. */
export const overNow = later(
  `^[^.!?。\\n]{0,40}?(?:${word("(?:but )?(?:all |long )?(?:gone|history|a thing of the past) (?:now|since)?|(?:that|which|it) (?:is|was) (?:over|history|long ago)|(?:that|this|which|das|dies|c['’]|eso|isso|questo|dat|det) (?:was|war|était|fue|foi|era|var) (?:back )?(?:in|en|em|nel|i)?\\s?(?:19|20)\\d\\d|(?:das )?ist (?:vorbei|Geschichte)|war letzte (?:Woche|Monat)|seit \\p{L}+ behoben|histoire ancienne|(?:eso )?ya pasó|isso acabou|acqua passata|(?:dat )?is voorbij|to już przeszłość|to už je pryč|borta nu|в прошлом|artık geçti")}|今は(?:解消|解決|問題な)|现在早就|已经解决|지금은 (?:해결|괜찮|문제))`,
  'iu',
)

const gone = [
  "no longer exists?|does(?: not|n['’]t) exist (?:any ?more|any longer)|(?:is|has been|was) long gone|has been scrapped(?: since)?",
  'nicht mehr (?:gibt|existiert|da ist)|(?:längst|schon lange) (?:weg|verschrottet|abgebaut|abgeschaltet) (?:ist|wurde)',
  "n['’]existe(?:nt)? plus|a été (?:démantelé|supprimé)e?(?: depuis)?|ya no existe|(?:nem|não|já não) existe mais|já não existe|non esiste (?:più|nemmeno più)",
  'niet meer bestaat|niet meer is|(?:inte|ikke) (?:längre )?(?:finns|findes|finnes|eksisterer)(?: (?:längre|mere|lenger))?',
  'już nie istnieje|nie istnieje już|už (?:dávno )?neexistuje|(?:больше|уже) (?:не существует|нет)|уже давно нет|artık (?:yok|mevcut değil)',
].join('|')
const ofEnvironment =
  'environment|system|cluster|installation|setup|server|machines?|hardware|umgebung|anlage|landschaft|environnement|système|serveur|entorno|sistema|clúster|servidor|ambiente|impianto|omgeving|systeem|miljö\\p{L}*|system\\p{L}*|kluster|klynge|środowisk\\p{L}+|klast\\p{L}+|prostředí|сред[ыеа]|кластер\\p{L}*|систем\\p{L}+|ortam\\p{L}*|küme\\p{L}*'
/** What it was of is gone: it does not exist any more, or was the environment of some year. */
export const ofGone = later(
  `(?:[,;(–—-] ?|(?<!\\p{L})(?:that|which|der|die|das|qui|que|che|die|som|który|která?|котор\\p{L}+) )[^.!?。\\n]{0,24}?${word(gone)}|${word(`(?:was|were|war|waren|était|étaient|era|eran|eram|erano|foi|fue|stamt|stammt|stammte|stamde|var|był\\p{L}?|byl\\p{L}?|pochodzi\\p{L}*|был\\p{L}?)(?: \\p{L}+)? (?:of|from|in|on|vom|von|aus|de|du|del|d[oa]|dal|dalla|nel|di|van|uit|från|fra|z|ze|из|от|с)(?: (?:the|our|an?|der|dem|den|le|la|el|los|il|o|het|de|our|old|alten?|anciene?))* (?:${ofEnvironment})(?: (?:of|from|von|aus|vom|de|del|do|dal|di|van|uit|från|fra|z|ze|roku|года?|i|in|em))* (?:19|20)\\d\\d`)}|もう(?:存在し(?:ない|ません)|ありません|無い)|(?:已经|早就|早已)?不(?:再)?存在了?的?(?:环境|系统|集群)|(?:环境|系统|集群)(?:已经|早已|早就)(?:不存在|下线|没有了)|(?:이제|지금은) (?:없는|존재하지 않는)`,
  'iu',
)
const scenarioWords =
  '(?:in|for|according to|as in) (?:the|an?|my) (?:fictional |training |paper )?(?:scenario|table-?top|war-?game|thought experiment|role ?play)|(?:im|laut|für das) (?:szenario|planspiel|drehbuch|gedankenspiel|rollenspiel)|(?:dans|pour) (?:le|un) (?:scénario|jeu de rôle)|(?:en|para) (?:el|un) (?:escenario|simulacro)|(?:no|para o|num) (?:cenário|simulado)|n(?:el|ello) scenario|in (?:het) (?:scenario|draaiboek)|i (?:scenariot|scenariet)|w scenariuszu|ve? scénáři|(?:в|по) сценари[юи]|senaryo(?:da|ya göre)'
/** Of an exercise on paper, a scenario or a card that somebody hands out. */
export const ofScenario = later(
  `${word(scenarioWords)}|(?<!\\p{L})(?:scenario|szenario|scénario|escenario|cenário|scenariusz|scénář|сценарий|senaryo|inject) ?#?\\d{1,2}(?: ?\\([^)]{1,30}\\))? ?[:：]|(?:シナリオ|想定|场景|剧本|시나리오)(?:では|中|에서|上|に)|(?:シナリオ|想定|场景|시나리오) ?\\d{1,2} ?[:：]`,
  'iu',
)
