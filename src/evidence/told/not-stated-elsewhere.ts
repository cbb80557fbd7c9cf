import { later } from '../lines/later.ts'
import { word } from './not-stated-words.ts'

/**
 * What is told of another company's cluster, or of what may come about anywhere: who writes so has not seen it on their own. A word against it
 * between there and the statement ("but ours", "since Monday") brings it back here.
 */

const article =
  "(?:an?|the|our|my|their|one of our|some|two|eine[rmns]?|de[rmns]|die|das|unsere[rmns]?|meine[rmns]?|une?|les?|la|l['’]|nos|notre|mon|ma|una?|el|los|las|nuestr[oa]s?|mi|uma?|o|a|os|as|noss[oa]s?|uno|il|lo|i|gli|mio|mia|nostr[oaie]|een|het|ons|onze|mijn|en|ett|et|vår[at]?|vores|min|mitt|mit)"
const otherFirms = [
  "(?:an)?other (?:compan(?:y|ies)|firms?|customers?|clients?|organi[sz]ations?|business|bank|hospital|employers?|sites?)|(?:different|foreign|befriended|neighbou?ring) (?:company|firm|customer|client|organi[sz]ation)|(?:sister|partner|parent|daughter) (?:compan(?:y|ies)|firms?|organi[sz]ations?|banks?|sites?|plants?)|neighbou?rs?(?! (?:node|machine|host|box))|subsidiar(?:y|ies)|competitors?|friend(?= ?['’]s)|(?:former|previous|last|old|ex-?) ?(?:compan(?:y|ies)|employers?|jobs?|workplace)",
  'nachbarn|(?:schwester|partner|tochter|mutter|fremd|nachbar)(?:firm(?:a|en)|gesellschaft(?:en)?|unternehmens?|betriebs?|konzerns?|bank|klinik)|(?:ander|fremd|befreundet|benachbart)e[rnms]? (?:firm(?:a|en)|unternehmens?|konzerns?|kunden|organisation|hauses)|(?:bekannten|freundes|freund|mitbewerbers?|konkurrenten|wettbewerbers?)|(?:früher|ehemalig|alt|letzt|vorig)e[rnm] (?:firma|arbeitgebers?|job|arbeitsstelle)',
  '(?:société|entreprise|filiale|boîte) (?:sœur|soeur|mère|voisine|partenaire|amie)|autres? (?:sociétés?|entreprises?|clients?|boîtes?|organisations?)|filiales?|concurrents?|(?:ancien(?:ne)?|précédent(?:e)?|dernier|dernière) (?:employeur|boîte|entreprise|travail|poste)',
  '(?:empresa|compañía|firma) (?:hermana|matriz|vecina|asociada|amiga)|otr[oa]s? (?:empresas?|compañías?|clientes?|organizaci[oó]n(?:es)?)|filial(?:es)?|competidor(?:es)?|(?:antigu[oa]|anterior|últim[oa]) (?:empresa|empleador|trabajo|empleo|compañía)',
  '(?:empresa|companhia|firma) (?:irmã|matriz|vizinha|parceira|coligada)|outr[oa]s? (?:empresas?|companhias?|clientes?|organizaç(?:ão|ões))|subsidiárias?|concorrentes?|(?:antig[oa]|últim[oa]) (?:empresa|emprego|empregador|trabalho)',
  "(?:azienda|società|ditta|impresa) (?:sorella|consociata|madre|vicina|partner|amica)|(?:altr[aoei]|altr['’]) ?(?:aziend[ae]|società|ditt[ae]|client[ei]|organizzazion[ei]|impres[ae])|consociat[ae]|concorrent[ei]|(?:vecchi[oa]|precedente|ex|ultim[oa]) (?:azienda|lavoro|datore|ditta|società)",
  '(?:zuster|moeder|dochter|partner|buur)(?:bedrij(?:f|ven)|maatschappij(?:en)?|organisaties?|firma)|ander(?:e)? (?:bedrij(?:f|ven)|klant(?:en)?|firma|organisaties?|onderneming)|concurrent(?:en)?|(?:vorige|oude|vroegere) (?:werkgever|baan|bedrijf|werk)',
  '(?:syster|moder|dotter|partner|søster|moder|datter)(?:bolag|företag|selskab|selskap|virksomhed|firma)(?:et|en|s)?|(?:annat|annan|andet|anden|annet|andra|andre) (?:bolag|företag|firma|kund|kunde|virksomhed|selskab|selskap|organisation|bedrift)|(?:tidigare|förra|gamla|tidligere|forrige|gamle) (?:arbetsgivare|jobb|arbetsplats|arbejdsgiver|job|arbeidsgiver)',
].join('|')
/** In languages with cases the place is in the ending, or in a word before it. */
const slavicFirms = [
  '(?:w|we|u|na|z) (?:\\p{L}+ )?(?:spółce[- ]siostrze|siostrzan\\p{L}+ (?:spół\\p{L}+|firm\\p{L}+)|inn(?:ej|ych|ego) (?:firm\\p{L}*|spółk?\\p{L}*|klient\\p{L}*|organizacj\\p{L}*)|zaprzyjaźnion\\p{L}+ firm\\p{L}+|konkurencji|znajomego|poprzedni\\p{L}+ (?:prac\\p{L}+|firm\\p{L}+))|klast\\p{L}+ (?:spółki siostrzanej|siostrzanej (?:spółki|firmy)|innej (?:firmy|spółki)|innego klienta|znajomego)',
  '(?:v|ve|u|na) (?:\\p{L}+ )?(?:sestersk\\p{L}+ (?:firm\\p{L}+|společnost\\p{L}*)|jin(?:é|ých|ého) (?:firm\\p{L}+|společnost\\p{L}*|zákazník\\p{L}*)|konkurence|známého|(?:bývalého|minulého) zaměstnavatele|(?:minulé|předchozí) prác\\p{L}+)|(?:clusteru|klastru) (?:sesterské (?:firmy|společnosti)|jiné (?:firmy|společnosti)|jiného zákazníka|známého)',
  '(?:в|у|на) (?:\\p{L}+ )?(?:(?:сестринск|дочерн|соседн|материнск)\\p{L}+ (?:компани\\p{L}+|фирм\\p{L}+|организаци\\p{L}+)|друг(?:ой|их|ого) (?:компани\\p{L}+|фирм\\p{L}+|организаци\\p{L}+|клиент\\p{L}*|заказчик\\p{L}*)|дочк\\p{L}|конкурент\\p{L}+|знаком(?:ого|ых)|друг(?:а|зей)|(?:прошл|прежн|предыдущ|стар)\\p{L}+ (?:работ\\p{L}+|компани\\p{L}+|фирм\\p{L}+))|кластер\\p{L}* (?:сестринской|дочерней|другой|соседней) (?:компании|фирмы|организации)|кластер\\p{L}* другого (?:клиента|заказчика)',
  '(?:kardeş|başka bir|başka|komşu|iştirak) (?:şirket|firma|kurum|müşteri)\\p{L}*|(?:eski|önceki) (?:işyerim|işim|şirketim)\\p{L}*|(?:egy másik|más) (?:cég|vállalat|ügyfél)\\p{L}*|(?:testvér|anya)(?:cég|vállalat)\\p{L}*|(?:toisessa|sisar)\\p{L}*yhtiö\\p{L}*|(?:altă|alte|altei) (?:firm\\p{L}+|compani\\p{L}+)',
].join('|')
const easternFirms =
  '(?:姉妹|兄弟|親|別の|他の|よその|グループ|関連|取引先の|前の|以前の)(?:会社|企業|社)(?:の|で|では|から)|(?:他社|別会社|姉妹会社|子会社|知人|友人)(?:の|で|では)|前職(?:の|で)|(?:姐妹|兄弟|关联|关係|合作|其他|其它|别的|另一家|另外一家|某)(?:公司|企业|单位|客户)|(?:别家|友商|同行|朋友(?:公司)?)的?(?:集群|环境|系统)|(?:前公司|上一家公司|前东家)|(?:자매|계열|관계|다른|타|이전|전|옆)\\s?(?:회사|사|고객사|기업|직장)(?:의|에서|에)|타사(?:의|에서)|지인(?:의|네)'
const places =
  "(?:on|at|in|inside|of|bei|beim|auf|im|an|in|von|vom|chez|dans|sur|de|d['’]|en|con|em|no|na|nos|nas|num|numa|da|do|presso|da|dal|dalla|dall['’]|nel|nella|nell['’]|sul|di|del|bij|op|van|hos|på|i|av|af)"
/** The cluster is what is of them, or the place where they are. */
const thing =
  '(?:cluster|clúster|kluster|klynge|clusteret|klustret|systems?|servers?|machines?|nodes?|serveurs?|systèmes?|sistemas?|servidor(?:es)?|nodos?|sistemi|systemen|environment|umgebung|environnement|entorno|ambiente|omgeving|miljö|installation)'
const ofThem =
  "(?:of|from|at|der|des|einer|eines|unserer|von|bei|beim|chez|d['’]|de|del|de la|da|do|di|della|dell['’]|van|bij|från|hos|fra|på|av|af|til)"
const readIn =
  '(?:forums?|foro|fórum|fora|foren|mailing[- ]?list(?:e)?s?|list serv|newsgroup|user group|blog(?:post)?|reddit|subreddit|stack ?(?:overflow|exchange)|server ?fault|slashdot|hacker news|facebook group|telegram(?:[- ]\\p{L}+)?)'
const who =
  "(?:somebody|someone|some people|people|a user|users|others|a guy|some guy|folks|one|jemand|einer|leute|andere|quelqu['’]un|des gens|certains|un utilisateur|alguien|algunos|un usuario|gente|alguém|um usuário|qualcuno|un utente|iemand|mensen|någon|folk|nogen|noen|ktoś|ludzie|někdo|lidé|кто-то|люди|пользовател\\p{L}+|один|biri|birisi)"
const others = later(
  [
    `(?<!${word('like|as|than|same|wie|als|genau wie|comme|como|come|zoals|som|jak|jako|как')} )${word(places)} ?(?:${article} ?)?(?:${thing} ${ofThem} ?(?:${article} ?)?)?(?:\\p{L}{4,12} )?(?:${otherFirms})(?!\\p{L})`,
    `(?<!\\p{L})(?:${slavicFirms})`,
    easternFirms,
    `\\((?:(?:it|that)(?:['’]s| is) |das ist |ist |ce n['’]est |c['’]est |no es |non è |não é |is )?${word('not ours?|nicht (?:unser\\p{L}{0,2}|bei uns)|pas (?:le nôtre|la nôtre|les nôtres|chez nous)|(?:el|la)? ?nuestro no|no (?:es )?(?:el|la)? ?nuestr[oa]|não (?:é )?(?:o|a)? ?noss[oa]|non (?:il|la)? ?nostr[oa]|niet (?:het|de|die)? ?(?:onze|van ons)|inte (?:vårt|vår|vårat|hos oss)|ikke (?:vores|vår|vårt)|nie nasz\\p{L}*|ne náš|ne naš\\p{L}*|не (?:наш\\p{L}*|у нас)|bizim değil|bizimki değil')}`,
    '[(（](?:うちではない|当社(?:のもの)?ではない|不是我们的?|우리(?: 것|쪽)?(?:이|은)? ?아)',
    `${word(`(?:in|on|auf|sur|dans|en|em|no|num|su|in un|op|på|i|na|ve?|в|на) (?:${article} )?(?:\\p{L}{2,14} )?${readIn}`)}[^.!?]{0,24}?${word(who)}`,
    `${word(who)} ${word(`(?:in|on|auf|sur|dans|en|em|no|num|su|op|på|i|na|ve?|в|на) (?:${article} )?(?:\\p{L}{2,14} )?${readIn}`)}`,
    '(?:网上|论坛(?:上|里)?|ネット(?:上)?で|掲示板|フォーラムで|인터넷에서|포럼에서|커뮤니티에서)(?:有人|看到|読んだ|見た|누가|봤|읽)?',
  ].join('|'),
  'iu',
)
/** It is of here again, or of now. */
const hereAgain = later(
  `${word('but|however|whereas|while|yet|and (?:now|here|on ours|at ours|with us|also)|since|now|today|yesterday|here|on ours?|our own|aber|jedoch|während|dagegen|und (?:auch |jetzt |nun )?(?:bei uns|hier)|bei uns|unser\\p{L}{0,2}|seit|jetzt|heute|gestern|mais|alors que|tandis que|et (?:chez nous|ici)|chez nous|depuis|maintenant|pero|sino|mientras que|y (?:aquí|ahora)|en el nuestro|nuestr[oa]s?|desde|ahora|hoy|ayer|mas|porém|enquanto|aqui|nosso|nossa|agora|hoje|ontem|ma|mentre|invece|da noi|nostr[oaie]|adesso|oggi|ieri|maar|terwijl|bij ons|onze|sinds|nu|vandaag|gisteren|men|medan|mens|hos oss|hos os|vårt|vår|sedan|siden|ale|natomiast|u nas|nasz\\p{L}*|teraz|dziś|od wczoraj|zatímco|u nás|náš|naš\\p{L}*|teď|dnes|od včera|но|а у нас|у нас|наш\\p{L}*|сейчас|сегодня|вчера|с (?:понедельника|вторника|утра)|ama|fakat|bizde|bizim|şimdi|bugün')}|(?:が|けど)、|当社|うち(?:の|は|で)|今|现在|但|不过|我们|而我|今天|昨天|지만|우리|현재|지금`,
  'iu',
)

const isWithin = (pattern: RegExp, text: string): boolean => {
  const found = pattern.exec(text)
  return found !== null && !hereAgain.test(text.slice(found.index + found[0].length))
}
/** Whether it is of a company or a cluster that whoever writes names as another one, or was read of there. */
export const isOfOthers = (opening: string, clause: string): boolean =>
  isWithin(others, opening) || (othersBehind.test(clause) && !hereAgain.test(clause))
/** Right behind the statement, in its clause. */
const othersBehind = later(
  `^["'\`”“»’]? ?(?:${word(places)} ?(?:${article} ?)?(?:${thing} ${ofThem} ?(?:${article} ?)?)?(?:${otherFirms})(?!\\p{L})|(?<!\\p{L})(?:${slavicFirms}))`,
  'iu',
)

const cause = [
  '(?:can|could|may|might) (?:\\p{L}{3,10}ly |also |indeed |well |of course |sometimes )?(?:cause|make|lead|result|let|block|stall|delay|slow|freeze|keep|mean|hold|produce|trigger)',
  '(?:kann|können|könnte|könnten) (?:[^.!?;,]{0,40}? )?(?:dazu führen|bewirken|zur folge haben|verursachen|auslösen|dafür sorgen),?',
  '(?:peut|peuvent|pourrait) (?:\\p{L}{3,12} )?(?:faire (?:que|en sorte)|provoquer|entraîner|causer|conduire|bloquer|ralentir|amener|faire)',
  '(?:puede|pueden|podría) (?:\\p{L}{3,14} )?(?:hacer|provocar|causar|llevar|ocasionar|bloquear|ralentizar|dar lugar)',
  '(?:pode|podem|poderia) (?:\\p{L}{3,14} )?(?:fazer|provocar|causar|levar|ocasionar|bloquear|travar)',
  '(?:può|possono|potrebbe) (?:\\p{L}{3,14} )?(?:far sì|fare|far|causare|provocare|portare|bloccare|rallentare)',
  '(?:kan|kunnen|zou kunnen) (?:[^.!?;,]{0,24}? )?(?:(?:er)?voor zorgen|zorgen|veroorzaken|leiden tot|maken dat|ertoe leiden)',
  '(?:kan|kunne) (?:\\p{L}{3,12} )?(?:göra (?:att|så)|orsaka|leda till|få|medföra|gøre at|forårsage|føre til|bevirke|medføre|forårsake)',
  '(?:może|mogą|mógłby) (?:\\p{L}{3,14} )?(?:sprawić|spowodować|powodować|doprowadzić|prowadzić|wywołać)',
  '(?:může|mohou|můžou|mohl by) (?:\\p{L}{3,14} )?(?:způsobit|vést|zapříčinit|vyvolat)',
  '(?:может|могут|мог бы|способен|способны) (?:\\p{L}{3,14} )?(?:приве(?:сти|дти)|приводить|вызвать|вызывать|стать причиной|заставить)',
].join('|')
/** What may bring it about, on anybody's system; "what can cause" asks for the cause of what is. */
const mayCause = later(
  `(?<!${word('what|which|whatever|was|quoi|qui|ce qui|qué|cosa|o que|wat|vad|hvad|co|что')}(?: \\p{L}{2,6})? )(?<!\\p{L})(?:${cause})(?!\\p{L})|(?:可能|也许|或许|有可能|会)(?:会|就会)?(?:导致|造成|引起|引发|使得?)`,
  'iu',
)
const inTheory =
  'in theory|theoretically|in principle|on paper|in der theorie|theoretisch|en théorie|théoriquement|en teoría|teóricamente|in teoria|teoricamente|em teoria|in theorie|i teorin|i teorien|teoretiskt|teoretisk|w teorii|teoretycznie|teoreticky|v teorii|в теории|теоретически|teoride|teorik olarak|elméletben|elméletileg|teoriassa'
const theory = later(`${word(inTheory)}|理論(?:上|的に)|理论上|이론상|이론적으로`, 'iu')
/** Behind it: it is true there. */
const trueInTheory = later(
  `^[^.!?。\\n]{0,140}?(?:${word("(?:that|this|which|it)(?:['’]s| is| may be)|(?:das|dies|es)? ?(?:stimmt|mag|ist)|c['’]est|(?:eso|esto)? ?es|(?:isso)? ?é|(?:questo)? ?è|(?:dat|dit)? ?(?:klopt|is)|(?:det)? ?(?:stämmer|är|er)|to (?:prawda|je)|(?:это)? ?(?:так|верно)|tak")}[^.!?,\\n]{0,24}?${word(inTheory)}|${word('neden olabilir|yol açabilir|sebep olabilir')}|(?:可能性があ|ことがあり得|かねな|引き起こし得|수 있(?:다|습니다|어요|지만|기는|긴)))`,
  'iu',
)
/** Whether the words around say no more than that it may happen somewhere. */
export const isPossibleOnly = (opening: string, said: string, after: string): boolean =>
  isWithin(mayCause, opening) || isWithin(theory, opening) || (trueInTheory.test(after) && !hereAgain.test(opening + said))
