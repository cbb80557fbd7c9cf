import { later } from '../../lines/later.ts'
import { acrossLines } from './across.ts'

/** Words that tell whose system it is, in many languages. */
const word = (words: readonly string[]) => `(?<!\\p{L})(?:${acrossLines(words.join('|'))})(?!\\p{L})`

/** Where whoever writes worked before. */
const formerly = [
  '(?:at|in|from) (?:my|her|his|an?|our|the) (?:old|last|former|previous|ex-?) ?(?:shop|place|compan(?:y|ies)|firms?|jobs?|gigs?|employers?|teams?|outfit|bank|workplace|office)|(?:where|when) (?:I|he|she|we) (?:used to work|worked before|worked previously|came from)|before I (?:came|joined|started) here',
  '(?:wo|bei denen) (?:ich|er|sie|wir) (?:früher|vorher|zuvor|davor) (?:gearbeitet|war|waren)\\p{L}*|(?:in|bei) (?:mein|sein|ihr)e[mnr] (?:alten|früheren|letzten|vorigen|ehemaligen|ex-?) ?(?:firma|laden|job|arbeitgeber|bude|stelle|team)',
  '(?:là )?où (?:je|il|elle|on) (?:travaillai[st]|bossai[st]|étai[st]) (?:avant|auparavant)|(?:dans|chez|à) (?:mon|ma|son|sa) (?:ancien(?:ne)?|précédent(?:e)?|dernier|dernière|ex-?) ?(?:boîte|employeur|poste|société|entreprise|équipe|taf)',
  'donde (?:trabajaba|trabajé|estaba|curraba) antes|en mi (?:antigu[oa]|anterior|últim[oa]|viej[oa]|ex-?) ?(?:empresa|trabajo|curro|empleo|puesto|banco)',
  'onde (?:eu )?(?:trabalhava|trabalhei|estava) antes|n[oa] (?:meu|minha) (?:antig[oa]|últim[oa]|ex-?|anterior) ?(?:empresa|emprego|trabalho|banco)',
  'dove (?:lavoravo|lavorava|stavo|ero) (?:prima|in precedenza)|n(?:el|ella) (?:mi[oa]|su[oa]) (?:vecchi[oa]|precedente|ex-?|ultim[oa]) ?(?:azienda|lavoro|ditta|posto|banca)',
  'waar (?:ik|hij|zij|ze) (?:vroeger|eerder|hiervoor|voorheen) (?:werkte|zat)|(?:bij|op) (?:mijn|zijn|haar) (?:vorige|oude|vroegere|laatste|ex-?) ?(?:werkgever|baan|werk|bedrijf|club|baas)',
  'där (?:jag|han|hon) (?:jobbade|var) (?:förut|tidigare|innan)|hvor (?:jeg|han|hun) (?:jobbet|arbejdede|var) (?:før|tidligere)|på (?:mitt|min|sitt|mit) (?:förra|gamla|tidigare|gamle|forrige|tidligere) (?:jobb|arbete|firma|arbejde|job|företag)',
  'gdzie (?:wcześniej|poprzednio|kiedyś) (?:pracował\\p{L}*|robił\\p{L}*|był\\p{L}*)|w (?:mojej |swojej )?(?:poprzedni|star|był|ostatni)(?:ej|ym) (?:firmie|robocie|pracy|korpo)',
  'kde (?:jsem|jsem předtím)(?: \\p{L}+)? (?:dělal|pracoval|byl)\\p{L}?(?: (?:dřív|předtím))?|(?:v|ve|u) (?:mé |mém |svého )?(?:bývalé\\p{L}{0,2}|minulé\\p{L}{0,2}|předchozí\\p{L}{0,2}|staré\\p{L}{0,2}) (?:firmě|práci|zaměstnavatele|fleku)',
  'где (?:я|он|она) (?:раньше|прежде|до этого) (?:работал|был)\\p{L}?|на (?:моей )?(?:прошл|прежн|предыдущ|стар|бывш)\\p{L}+ (?:работ|мест)\\p{L}+|в (?:моей )?(?:прошл|прежн|предыдущ|стар|бывш)\\p{L}+ (?:компани|фирм|контор)\\p{L}+',
  '(?:eski|önceki) (?:işyeri|işim|iş yeri|şirketim|firmam)\\p{L}*|(?:daha önce|eskiden) çalıştığım\\p{L}*|(?:edellisessä|entisessä|vanhassa) (?:työpaikassa|firmassa|yrityksessä)\\p{L}*|(?:az előző|a régi) (?:munkahely|cég)\\p{L}*',
]
/** Another one of those whom whoever writes works for. */
const customers = [
  '(?:an)?other (?:one )?(?:of (?:our|their|your|the) )?(?:\\p{L}+ )?(?:customers?|clients?|tenants?)|(?:a|some|one) different (?:customer|client)|(?:at|from|of) a (?:customer|client) of (?:ours|theirs)(?! too)',
  '(?:bei |von |für )?(?:einem|einer|einen|eines|ein|zwei|mehreren) (?:anderen?|anderer|weiteren?) (?:unserer |meiner |Ihrer |der )?(?:Kund\\p{L}+|Mandant\\p{L}+|Haus|Hauses|Klinik|Bank)',
  "(?:un|une|d['’]un|d['’]une|des|d['’])? ?autres? (?:de (?:nos|mes|leurs) |des )?(?:clients?|clientes?|locataires?|sites? client)",
  'otr[oa]s? (?:de (?:nuestr|mis|sus)\\p{L}* )?client[ea]s?(?: nuestr[oa]s?)?|outr[oa]s? (?:dos? (?:nossos?|meus) )?clientes?(?: noss[oa]s?)?',
  "(?:un['’]? ?)?altr[oai]['’]? ?(?:(?:de[il]|dei) (?:nostri|miei) |nostr[oaie] )?client[ei](?: nostr[oaie])?",
  '(?:een )?andere? (?:van (?:onze|mijn) )?klant(?:en)?(?: van ons)?',
  'en (?:annan|anden|annen) (?:av våra |af vores |av våre )?(?:kund|kunde)(?:er)?(?: (?:till|hos|av) oss)?',
  '(?:u |dla )?(?:jednego )?(?:inn(?:ego|ych|y|emu)|kolejnego) (?:z )?(?:naszych? |naszego |moich )?(?:klient\\p{L}*)',
  '(?:u |pro )?(?:jednoho )?(?:jin(?:ého|ých|ý|ému)|dalšího) (?:z )?(?:našich |našeho )?(?:zákazn\\p{L}+|klient\\p{L}*)',
  '(?:у |для )?(?:одного )?друг(?:ого|их|ой|ому) (?:из )?(?:наших |нашего )?(?:клиент|заказчик)\\p{L}*|(?:у |для )?іншого (?:нашого )?(?:клієнта|замовника)',
  'başka bir (?:müşteri)\\p{L}*|(?:toisella|eräällä toisella) asiakkaalla(?:mme)?|egy másik ügyfel\\p{L}*|(?:un )?alt client',
]
/** What a vendor or somebody else tries things on. */
const labOf = '(?:lab\\p{L}*|test\\p{L}*|demo\\p{L}*|dev(?:elopment)?|try-?out|poc|repro\\p{L}*)'
const vendors = {
  en: 'vendor|supplier|manufacturer|partner|reseller|integrator|consultant|distributor|provider|contractor|maker',
  de: 'hersteller\\p{L}*|lieferant\\p{L}*|partner\\p{L}*|anbieter\\p{L}*|dienstleister\\p{L}*|systemhaus\\p{L}*|berater\\p{L}*',
} as const
const labs = [
  `(?:${vendors.en})s?['’]?s?['’]? (?:own )?${labOf}|(?:his|her|their|a|the) own (?:\\p{L}+ )?${labOf}(?: (?:cluster|setup|system|environment))?|(?:his|her|their) ${labOf} (?:cluster|setup|rig|system|environment|boxes|machines)|(?:lab|test|demo)(?:oratory)? (?:cluster|setup|system|environment|rig) (?:of|at|from|belonging to) (?:the |a |our )?(?:${vendors.en})s?`,
  `(?:labor|test|demo)\\p{L}* (?:des|der|vom|beim|von) (?:${vendors.de})|(?:${vendors.de}) (?:eigene[mnrs]? )?(?:labor|test|demo)\\p{L}*|(?:seine|ihre|deren|dessen)[mnrs]? (?:eigenen )?(?:labor|test(?:aufbau|cluster|system|umgebung)|demo)\\p{L}*`,
  "(?:cluster|plateforme|environnement|banc|maquette) (?:de )?(?:labo(?:ratoire)?|test|démo(?:nstration)?)(?: interne)? (?:de l['’]|du |de son |chez (?:l['’]|le ))(?:éditeur|fournisseur|constructeur|intégrateur|prestataire|revendeur)|labo(?:ratoire)? (?:de l['’]|du )(?:éditeur|fournisseur|constructeur|intégrateur|prestataire)|(?:son|leur) propre (?:labo|cluster|maquette|plateforme)\\p{L}*",
  '(?:laboratorio|cl[uú]ster|entorno|maqueta)(?: de (?:laboratorio|pruebas))? (?:del|de su|propio del) (?:proveedor|fabricante|integrador|distribuidor)|su propio (?:laboratorio|cl[uú]ster|entorno)|(?:laboratório|cluster|ambiente)(?: de (?:laboratório|testes?))? (?:do|próprio do) (?:fornecedor|fabricante|integrador)|(?:seu|deles) próprio (?:laboratório|cluster)',
  '(?:laboratorio|cluster|ambiente)(?: di (?:laboratorio|test|prova))? (?:del|interno del|proprio del) (?:fornitore|produttore|vendor|partner|system integrator)|(?:suo|loro) (?:proprio )?(?:laboratorio|ambiente di (?:test|prova))',
  '(?:zijn|haar|hun) (?:eigen )?(?:test\\p{L}*|lab\\p{L}*|demo\\p{L}*|proefopstelling)|(?:test|lab|demo)\\p{L}* van (?:de|hun|een) (?:leverancier|fabrikant|partner|integrator)',
  '(?:leverantör|tillverkare|partner|leverandør|producent)\\p{L}{0,4}s? (?:eg(?:et|en|na|ne) )?(?:labb?|test|demo)\\p{L}*|(?:sitt|deras|sit|deres) (?:eget )?(?:labb?|test|demo)\\p{L}*',
  '(?:laboratori\\p{L}+|testow\\p{L}+ klast\\p{L}+|klast\\p{L}+ (?:testow|laboratoryjn|demo)\\p{L}*|środowisk\\p{L}+ testow\\p{L}+) (?:dostawcy|producenta|partnera|integratora)|(?:swoim|własnym|ich) (?:własnym )?(?:klastrze testowym|testowym klastrze|laboratorium)',
  '(?:svém|vlastním|jejich)(?: vlastním)? (?:test\\p{L}+|labor\\p{L}+|demo\\p{L}*)(?: (?:cluster|klastr)\\p{L}*)?|(?:testovac|laboratorn)\\p{L}+ (?:cluster|klastr|prostředí)\\p{L}* (?:dodavatele|výrobce|partnera)|laborato\\p{L}+ (?:dodavatele|výrobce)',
  '(?:стенд|лаборатори|тестов\\p{L}+ кластер)\\p{L}* (?:поставщика|вендора|производителя|интегратора|подрядчика)|(?:своём|своем|собственном|их)(?: собственном)? (?:тестов\\p{L}+ )?(?:стенде|лаборатории|тестовом кластере|кластере)',
  '(?:tedarikçi|üretici|satıcı|iş ortağı)\\p{L}* (?:kendi )?(?:lab|test|demo)\\p{L}*|(?:toimittajan|valmistajan) (?:oma\\p{L}* )?(?:lab|testi)\\p{L}*|a (?:szállító|gyártó) (?:saját )?(?:labor|teszt)\\p{L}*',
]
/** A branch with a cluster of its own. */
const branches = [
  "our (?:sister|parent|partner|daughter) (?:company|firm|bank|site|organi[sz]ation)|(?:the|our) (?:sister|partner) (?:company|site|plant)(?:['’]s)?|(?:the|our|another) subsidiary",
  '(?:unsere[rn]?|die|der|einer) (?:schwester|mutter|tochter|partner)(?:firma|gesellschaft|unternehmen|haus)|unser(?:em)? (?:schwester|partner)unternehmen',
  '(?:notre|la|une) (?:société|entreprise|filiale|maison) (?:sœur|soeur|mère|partenaire)|(?:nuestra|la) (?:empresa|compañía) (?:hermana|matriz)|en la filial de|(?:nossa|a) (?:empresa|companhia) (?:irmã|matriz)|na (?:filial|subsidiária) de|(?:nostra|la) (?:società|azienda) (?:sorella|consociata|madre)|nella filiale di',
  '(?:ons|onze|het|de) (?:zuster|moeder|dochter|partner)(?:bedrijf|maatschappij|organisatie)|(?:vårt|vårat|vores|vårt) (?:syster|moder|dotter|søster|datter)(?:bolag|selskab|selskap|företag)',
  '(?:naszej |w )?(?:spółk\\p{L} siostrzan\\p{L}{1,2}|siostrzan\\p{L}{1,2} spół\\p{L}+|spół\\p{L}+-siostr\\p{L}+)|(?:naší |v )?sestersk\\p{L}+ (?:firm|společnost)\\p{L}*|(?:наш\\p{L}+ |в )?(?:дочерн|сестринск|родственн)\\p{L}+ (?:компани|организаци|фирм)\\p{L}+|kardeş (?:şirket|kuruluş|firma)\\p{L}*|sisaryhtiö\\p{L}*|testvérvállalat\\p{L}*',
]
/** Whose it is: of others. */
export const otherOwners = later(
  `${word([...formerly, ...customers, ...labs, ...branches])}|(?:前職|以前の職場|前の職場|前の会社)(?:で|の|では)?|(?:別|他)の(?:お客様?|顧客|会社|企業|取引先)(?:様)?(?:の|で|では|にて)?|(?:ベンダー|メーカー|サプライヤ)(?:ー)?(?:社内)?の?(?:検証|ラボ|試験|テスト)(?:環境|機)?|(?:姉妹|グループ|兄弟|関連|子)会社(?:の|で|では)?|前(?:公司|东家|单位|雇主)|上一?家(?:公司|单位)|以前(?:的|那家)?(?:公司|单位)|(?:另一(?:家|个|位)|别的|其他|其它)(?:客户|公司|单位|企业)|(?:厂商|供应商|厂家|集成商)(?:自己)?的?(?:实验室|测试环境|测试集群|演示环境)|(?:姐妹|兄弟|关联)(?:公司|单位|企业)|(?:전|이전|예전) ?(?:직장|회사)(?:에서|의)?|다른 (?:고객사?|업체|회사)(?:에서|의)?|(?:벤더|공급사|제조사|협력사)(?:사)?(?:의)? ?(?:자체 )?(?:랩|연구실|테스트|시험|데모)(?: ?(?:환경|클러스터))?|(?:계열|자매|관계)사(?:의|에서)?`,
  'giu',
)

/** Whoever writes, or whoever it is written to, comes to their own. */
const own = [
  'ours|here|our (?:own|nodes?|clusters?|side|end|pair|journals?|logs?|systems?|servers?|setup|machines?|production|prod)|(?:at|with|on|for|among) us|your (?:own|nodes?|clusters?|side|end|systems?|servers?|setup|machines?)|(?:at|with|on) yours|yours|my (?:own )?(?:nodes?|cluster)',
  'bei (?:uns|Ihnen|euch|dir)|hier|unser(?:e[mnrs]?|s)? (?:eigen\\p{L}* )?(?:Cluster|Knoten|System\\p{L}*|Server|Protokoll\\p{L}*|Logs?|Seite|Maschinen?|Umgebung|Paar|Anlage)|(?:Ihr|euer|eur)(?:e[mnrs]?)? (?:Cluster|Knoten|System\\p{L}*|Server|Seite)|unsererseits|Ihrerseits',
  'chez (?:nous|vous|toi)|ici|(?:nos|notre|vos|votre) (?:propres? )?(?:clusters?|nœuds?|noeuds?|serveurs?|systèmes?|journaux|machines?|côté|grappe|paire|plateforme)|(?:le|la|les) nôtres?|le vôtre',
  'aquí|(?:en|con) (?:el|los|la|las) (?:nuestr|vuestr)[oa]s?|(?:nuestr|vuestr)[oa]s? (?:cl[uú]sters?|nodos?|servidores|sistemas?|registros|lado|parte|máquinas|equipos?)|en su(?:s)? (?:nodos?|cl[uú]ster|servidores)|por nuestra parte|el nuestro',
  'aqui|(?:n?o|os) noss[oa]s?|noss[oa]s? (?:clusters?|nós|servidores|sistemas?|lado|parte|máquinas)|(?:no|do) (?:seu|nosso) (?:cluster|lado|ambiente)|(?:nos|dos) (?:seus|vossos) nós',
  'qui|da (?:noi|voi|te)|(?:il|i|le|la|sul|nel|sui|nei|del|dei) (?:nostr|vostr)[oaie]|(?:nostr|vostr)[oaie] (?:cluster|nodi|server|sistemi|log|parte|macchine|ambiente)',
  'hier|bij (?:ons|jullie|u|jou)|(?:onze|ons|jullie|uw) (?:eigen )?(?:cluster|nodes?|servers?|systemen|logs?|kant|machines|omgeving)|aan onze kant|die van ons',
  'här|hos (?:oss|os|er|jer|dere|dig)|(?:vår|vårt|våra|vores|våre|ert|era|jeres) (?:eg(?:et|en|na) )?(?:kluster|klynge|noder|servrar|system|loggar|sida|produktion|miljö|maskiner|servere)\\p{L}{0,3}|för (?:vår|er) del|for vores vedkommende|har vi',
  'u (?:nas|was|ciebie|Państwa)|tutaj|tu|(?:nasz|wasz)\\p{L}* (?:klast\\p{L}+|węz\\p{L}+|serwer\\p{L}*|system\\p{L}*|log\\p{L}*|maszyn\\p{L}*|stron\\p{L}*)|po naszej stronie',
  'u (?:nás|vás|tebe)|tady|zde|(?:náš|naše|našem|našeho|našich|váš|vaše|vašem|vašich) (?:cluster|klastr|uzl|server|systém|log|stroj|stran)\\p{L}*|na naší straně',
  'у (?:нас|вас|тебя)|здесь|тут|(?:наш|ваш)\\p{L}* (?:кластер|узл|узел|сервер|систем|журнал|лог|машин|сторон)\\p{L}*|с нашей стороны|наш\\p{L}? ?же',
  'biz(?:de|im|imki)\\p{L}*|siz(?:de|in|inki)\\p{L}*|burada|bizim (?:küme|düğüm|sunucu)\\p{L}*|meillä|teillä|täällä|meidän (?:klusteri|solmu|palvelin)\\p{L}*|nálunk|nálatok|itt|a mi (?:fürt|klaszter|szerver)\\p{L}*|la noi|la voi|aici',
]
export const ownSide = later(
  `${word(own)}|(?:弊社|当社|当方|御社|貴社|うち|こちら|本(?:番|システム|クラスタ))(?:の|では|は|側|環境)?|我们|咱们?|我方|贵方|贵司|你们|您(?:那|这)?边|这边|我这|우리|저희|귀사|이쪽|여기`,
  'giu',
)

const calm = [
  "fine|ok|okay|snappy|fast|quick(?:ly)?|instant(?:ly|aneous)?|at once|immediately|right away|under a second|within (?:a|one|the) second|healthy|green|normal|quiet|clean|unaffected|not affected|nothing|none|never|no (?:such|action|trace|sign|hits?|line|entr\\p{L}+|issues?|problems?|errors?|node|need)|not (?:a|one) (?:single|such)|no(?:t)? (?:seen|need)|does(?:n['’]t| not) (?:apply|concern|affect)|all (?:good|well)",
  'sofort|schnell|flott|unauffällig\\p{L}*|in ordnung|normal|sauber|ruhig|nichts|nie|kein(?:e[rnms]?)? (?:einzig\\p{L}+|solch\\p{L}*|auffällig\\p{L}*|treffer|eintr\\p{L}+|zeile|ressource|handlungsbedarf|problem\\p{L}*|fehler)|nicht betroffen|gesund|unter einer sekunde|ohne befund|alles gut',
  'rien|tout (?:va bien|répond|est (?:normal|bon|vert|rapide))|aucune?|jamais|rapide|immédiat\\p{L}*|instantané\\p{L}*|dans la seconde|pas (?:concernée?s?|touchée?s?|une seule)|normal|sain|nickel|RAS',
  'nada|todo (?:va|está|responde|funciona)(?: \\p{L}+)?|ning[uú]n[ao]?|nunca|rápid[oa]|al (?:instante|momento)|bien|normal|sin (?:problemas?|novedad|errores)|no (?:hay|afecta|tenemos)|tudo (?:bem|certo|normal|responde)|nenhum[a]?|normal|rápido|na hora|sem (?:problemas?|erros?)|não (?:há|afeta|tem nada|precisa)|nenhuma (?:ação|linha)',
  "niente|nulla|tutto (?:bene|ok|risponde|veloce|regolare|a posto)|nessun[oa]?|mai|veloce|subito|immediat\\p{L}*|non (?:c['’]è|ci riguarda|serve|siamo)|a posto|normale",
  'niets|alles (?:goed|reageert|werkt|in orde|ok|snel)|geen(?: enkele?)?|nooit|snel|direct|meteen|normaal|niet (?:geraakt|betrokken)|in orde',
  'inget|ingenting|allt (?:svarar|fungerar|är)|inte en enda|ingen|inga|aldrig|snabbt|direkt|normalt|alt (?:svarer|er)|intet|hurtigt?|med det samme|normalt|ikke berørt|inte berörda?',
  'nic|wszystko (?:odpowiada|działa|w porządku|ok)|ani (?:jedne\\p{L}+|razu)|żadn\\p{L}+|nigdy|szybko|od razu|natychmiast|normalnie|w porządku|nie (?:dotyczy|trzeba|ma)',
  'nic|vše(?:chno)? (?:odpovídá|běží|je|v pořádku)|ani (?:jeden|jedna|jedno|jednou)|žádn\\p{L}+|nikdy|rychle|hned|okamžitě|normálně|v pořádku|není (?:třeba|co)|netýká',
  'ничего|вс[её] (?:отвечает|летает|работает|в порядке|хорошо|нормально|быстро)|ни (?:одно\\p{L}+|разу)|нет|никогда|быстро|сразу|мгновенно|нормально|в порядке|не (?:требуется|нужно|касается|затронут\\p{L}*)|летает',
  'yok|hiç(?:bir)?|sorun (?:yok|görülmedi)|her şey (?:normal|yolunda|anında)|anında|hızlı|normal|etkilenmedi|gerek(?:miyor| yok)|ei (?:mitään|yhtään|koske)|kaikki (?:vastaa|toimii|kunnossa)|nopea\\p{L}*|heti|semmi|minden (?:rendben|gyors|azonnal)|azonnal|nimic|totul (?:e|este|merge|răspunde)',
]
export const calmWords = later(
  `${word(calm)}|問題(?:は)?(?:なく|ない|ありません|なし)|異常(?:は)?(?:なし|ありません|なく)|正常|(?:1|一)秒以内|(?:該当|同様の(?:事象|記録))(?:は|も)?(?:なし|ない|ありません)|すぐに?(?:応答|返)|(?:対応|影響)(?:は)?(?:不要|ない|ありません)|秒回|很快|飞快|没(?:有|问题|事|见过|出现)|正常|不(?:受影响|用管|涉及)|无(?:此|异常|影响|需)|从未|未(?:发现|见)|해당 ?(?:사항)? ?없|이상 ?없|정상|문제 ?없|바로 (?:응답|나)|빠르|조치할 (?:것|사항) ?(?:이 )?없|영향 ?없`,
  'iu',
)
/** Whoever hands it on wants nothing done. */
export const noAction = later(
  `${word([
    'no(?:thing)? (?:action|for (?:you|us)|to do(?: here| for (?:us|you))?)(?: (?:is )?(?:needed|required|necessary))?|just (?:so you know|fyi)|for your information only',
    '(?:für (?:euch|Sie|uns|dich) )?(?:also )?nichts (?:zu tun|weiter zu tun|zu veranlassen)|kein handlungsbedarf|nur zur (?:info(?:rmation)?|kenntnis)',
    'rien à (?:faire|signaler)|aucune action|pour info(?:rmation)? (?:seulement|uniquement)|no hay (?:que hacer nada|nada que hacer)|ninguna acción|nada que hacer|nenhuma (?:ação|providência)|nada a fazer|só para (?:conhecimento|constar)',
    'niente da fare|nessuna azione|nulla da fare|niets (?:te|aan te) doen|geen actie|(?:inget|ingenting) att göra|behöver (?:alltså )?inte göra (?:något|nåt)|ingen åtgärd|intet at gøre|ikke noe å gjøre',
    'nic nie trzeba robić|nie trzeba nic robić|bez działań|nic do zrobienia|není třeba nic dělat|nic dělat nemusíme|bez akce|ничего (?:делать )?(?:не (?:нужно|требуется|надо)|делать)|действий не требуется|yapılacak (?:bir )?(?:iş|şey) yok|ei toimenpiteitä|nincs teendő|nu e nimic de făcut',
  ])}|(?:対応|作業)(?:は)?不要|(?:无需|不需要|不用)(?:处理|操作|任何操作|我们)|조치(?:할 것|할 사항)? ?(?:이 )?(?:없|불필요)`,
  'iu',
)
/** A machine of its own, or none of the cluster. */
export const alone = later(
  `${word([
    "stand-?alone|single (?:machine|host|server|box)|(?:has |have |plays? |takes? )?no part (?:in|of) (?:the |our |any )?(?:\\p{L}+ )?cluster|(?:is |was )?(?:not|never)(?: been)? (?:a )?(?:part|member|node)? ?(?:of|in) (?:the |our |any )?(?:\\p{L}+ )?cluster|(?:does not|doesn['’]t) belong to (?:the |our )?(?:\\p{L}+ )?cluster|outside (?:of )?(?:the |our )?cluster|not (?:a )?cluster (?:nodes?|members?)|nothing to do with (?:the |our )?(?:\\p{L}+ )?cluster",
    'einzel(?:rechner|server|system|maschine|host)|gehört(?: \\p{L}+)? nicht (?:zum|zu unserem|in den) (?:\\p{L}+-)?cluster|kein (?:cluster-?)?(?:knoten|mitglied)(?: des clusters)?|nicht (?:teil|mitglied) (?:des|vom|unseres) cluster\\p{L}*|hat mit dem cluster nichts zu tun|außerhalb des clusters',
    "(?:machine|serveur|hôte) (?:isolée?|autonome|indépendante?)|ne fait pas partie du cluster|n['’]appartient pas au cluster|hors (?:du )?cluster|rien à voir avec le cluster|pas un nœud du cluster",
    '(?:servidor|máquina|equipo) (?:independiente|autónom[oa]|aislad[oa]|suelt[oa])|no (?:forma|es) parte del cl[uú]ster|no pertenece al cl[uú]ster|fuera del cl[uú]ster|nada que ver con el cl[uú]ster|(?:servidor|máquina) (?:avuls[oa]|isolad[oa]|independente)|não (?:faz|é) parte do cluster|não pertence ao cluster|fora do cluster',
    '(?:server|macchina) (?:a sé(?: stante)?|isolat[oa]|autonom[oa])|non fa parte del cluster|non appartiene al cluster|fuori dal cluster|(?:losstaande?|op zichzelf staande?) (?:server|machine|host)|(?:hoort|behoort) niet (?:bij|tot) (?:het|ons) cluster|geen (?:onderdeel|lid) van het cluster|buiten het cluster',
    'fristående (?:server|maskin|dator)|(?:ingår|är) inte (?:i|en del av) (?:klustret|vårt kluster)|hör inte till klustret|(?:enkeltstående|frittstående) (?:server|maskine?)|(?:er|indgår) ikke (?:en )?(?:del af|i) (?:klyngen|clusteret)',
    '(?:samodzieln|pojedyncz|osobn)\\p{L}+ (?:serwer|maszyn|host)\\p{L}*|nie (?:należy do|jest częścią|wchodzi w skład) klastra|poza klastrem|(?:samostatn)\\p{L}+ (?:server|stroj|stroje)\\p{L}*|(?:nepatří do|není součástí|není v) (?:cluster|klastr)\\p{L}*|mimo (?:cluster|klastr)\\p{L}*',
    'отдельн\\p{L}+ (?:сервер|машин|хост)\\p{L}*|(?:автономн|отдельно стоящ)\\p{L}+ \\p{L}+|не (?:входит в|относится к|является частью|часть) (?:наш\\p{L}+ )?кластер\\p{L}*|вне кластера|(?:tek başına|bağımsız)(?: çalışan)? (?:bir )?(?:sunucu|makine)\\p{L}*|küme\\p{L}* (?:ait|dahil|parçası|üyesi) değil|erillinen (?:palvelin|kone)|ei kuulu klusteriin|önálló (?:szerver|gép)|nem (?:része|tagja) a (?:fürtnek|klaszternek)|nu face parte din cluster',
  ])}|単体(?:の)?(?:サーバー?|機)|クラスタ(?:の|ー)?(?:外|一部では(?:ない|ありません)|に(?:は)?(?:属して|含まれ)(?:い)?(?:ない|ません)|とは(?:無関係|関係(?:ない|ありません)))|(?:单机|独立)(?:服务器|主机)?|不(?:在|属于|是)(?:这个|该|本|我们的?)?集群|与集群无关|(?:단독|독립) ?(?:서버|장비)|클러스터(?:에)? ?(?:소속이 아니|속하지 않|와 (?:무관|상관))`,
  'giu',
)

const besides = [
  'jump[- ]?(?:host|server|box|machine)|bastion(?: ?host)?|workstation|laptop|desktop|(?:backup|test|monitoring|build|print|lab|admin|management|training|sandbox)[- ]?(?:box|server|host|machine|vm)',
  'sprung(?:server|host|rechner)|(?:arbeitsplatz|test|sicherungs|backup|überwachungs|monitoring|schulungs|admin)-?(?:rechner|server|maschine|vm)|arbeitsplatz|notebook|(?:rechner|server) (?:für|der) (?:die )?(?:sicherung|überwachung|tests?|schulung)',
  '(?:machine|serveur|hôte|poste) de (?:rebond|sauvegarde|test|supervision|développement|travail|formation|recette)|serveur (?:de )?(?:backup|monitoring)|portable',
  '(?:servidor|máquina|equipo) de (?:saltos?|respaldo|copias|pruebas|monitori[zs]ación|backup|trabajo)|portátil|(?:servidor|máquina|estação) de (?:salto|backup|testes?|monitoramento|trabalho)|bastião|bastión',
  '(?:server|macchina|postazione) di (?:salto|backup|test|prova|collaudo|monitoraggio|lavoro)|springplank|(?:spring|sprong|back-?up|test|monitoring|beheer|bouw)-?(?:server|bak|doos|machine|host)|werkstation|werkplek',
  'hopp-?(?:server|dator|maskin)|(?:backup|säkerhetskopierings|test|övervaknings|overvågnings|overvåkings)-?(?:server|maskin|dator|boks)|arbetsstation|(?:serwer|maszyna|host|komputer) (?:przesiadkow\\p{L}+|testow\\p{L}+|kopii|backupu|monitoringu|zapasow\\p{L}+)|stacja robocza',
  '(?:skokov|testovac|zálohovac|monitorovac|přestupn)\\p{L}+ (?:server|stroj|stanice|počítač)|pracovní stanice|(?:тестов|резервн)\\p{L}+ (?:сервер|машина)|сервер (?:бэкапов|резервного копирования|мониторинга)|джамп-?хост|бастион|рабочая станция|(?:atlama|yedekleme|test|izleme) (?:sunucusu|makinesi)|(?:hyppy|varmuuskopio|testi|valvonta)(?:palvelin|kone)|(?:ugró|teszt|mentő)(?:szerver|gép)',
]
/** A machine that is called something else than a node, right behind its name: "util07 is our old jump host". */
export const besideCluster = later(
  `(?<=(?:[a-z]{2,}\\d{1,3}[a-z]?|[a-z0-9]+-[a-z0-9-]+)["'\`”»]?,?\\s{1,3}(?:(?:is|was|ist|war|est|était|es|era|é|è|är|var|er|to|jest|je|это|—|–|-|=)(?:\\s\\p{L}+)?|(?:c['’]est|c['’]était|that['’]s|das ist|dat is|to je|to jest|it['’]s|och|eso es))\\s(?:\\p{L}+(?:\\s|['’])){0,3}?(?:l['’])?)(?:${besides.join('|')})(?!\\p{L})|(?<=[a-z]{2,}\\d{0,3}\\s?(?:は|是|은|는)[^。\\n]{0,10})(?:踏み台|バックアップ|監視|検証|跳板机|堡垒机|备份服务器|监控服务器|测试机|점프|백업|모니터링|테스트)`,
  'giu',
)
