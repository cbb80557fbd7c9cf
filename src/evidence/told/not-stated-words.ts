import { later } from '../lines/later.ts'

/**
 * What people write of a fault without stating it of their cluster of now: they ask, fear or suppose it, answer "no" to it, quote it, or tell
 * of another system or of times long past. The same in many languages; no word boundary of JavaScript holds beside letters that are not ASCII.
 */

export const word = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`

/** An answer that denies; behind "no" no noun may follow, and Asian words go on without a blank. */
const no = `(?:${word('no|nope|never|none|not once|nein|non|não|nao|ne|nie|nee|nej|nei|nem|ei|nu|hayır|yok|нет|не|ні|никогда|nikdy|nigdy|jamais|nunca|mai|niemals|nooit|aldrig|asla')}(?=\\s*(?:$|[|.,;!)\\]}\\n]|[-–—(] ?\\P{L}?))|${word('not (?:observed|seen|applicable|present|at all)|n/a|0 times|trifft nicht zu|entfällt|nicht (?:beobachtet|zutreffend|aufgetreten)|non (?:constaté|observé|applicabile|applicable|osservato)|sans objet|no (?:aplica|procede|observado)|não se aplica|nie dotyczy|netýká se|не (?:наблюда\\p{L}+|относ\\p{L}+|применимо|было)|niet (?:van toepassing|waargenomen)|n\\.v\\.t')}|해당 ?(?:사항)? ?없|該当(?:なし|せず)|不适用|不適用|아니|없(?:습니다|음|어요|었)|いいえ|なし|無し|ありません|ないです|否(?!\\p{L})|无(?!\\p{L})|無(?!\\p{L})|(?:没有|沒有|不会|不是|从未)(?=[\\s。，,.|]|$))`
const yes = `${word('yes|yep|ja|oui|s[ií]|sim|tak|ano|да|evet|jo')}|네(?!\\p{L})|예(?!\\p{L})|はい|是的|有(?!没)`
/** Behind the statement, in its row or below its question. */
export const deniedBy = later(
  `^[^.!?？。;\\n|]{0,70}?(?:[?？][^\\p{L}\\n]{0,8}\\n?|。\\n|\\s*(?:[|:：=→]|->|=>|\\s[-–—])\\s*)[^\\p{L}\\n]{0,8}(?:(?:[Aa]nswer|[Aa]ntwort|[Rr]éponse|[Rr]espuesta|[Oo]tvět|[Оо]твет|A|R)[:.] ?)?${no}`,
  'iu',
)
export const confirmedBy = later(`^[^.!?？。;\\n]{0,70}?[?？][^\\p{L}\\n]{0,8}\\n?[^\\p{L}\\n]{0,8}(?:${yes})`, 'iu')
/** A box that nobody ticked, or the one for "no" that somebody did. */
export const boxes = /^[\s>|*-]{0,8}(?:\[ ?\]|☐|□)/
export const ticked = later(`(?:\\[[xX✓]\\]|☒|☑) ?${word('no|nein|non|não|ne|nie|nee|нет|hayır')}`, 'iu')

/** What takes the fault for granted and asks for its cause. */
export const presumes = later(
  `${word('why|how come|what (?:could|can|may|might|would)?\\s?(?:be )?(?:caus|mak)\\p{L}*|reason|cause|normal|expected|known|else|also|same|which|since|seit|depuis|desde|sinds|после|причин\\p{L}*|help|fix|solve|explain|debug|troubleshoot|how (?:do|can|could|to|should|long)|warum|wie|comment|cómo|come|como|jak|как|hoe|nasıl|wieso|weshalb|woran|auch|pourquoi|aussi|por qu[eéê]|también|também|perch[ée]|anche|dlaczego|czemu|proč|почему|отчего|тоже|waarom|ook|neden|niye|hvorfor|varför|miért')}|왜|なぜ|どうして|何故|为什么|為什麼|为何|怎么|如何|原因|理由|원인|이유|どうすれば|어떻게`,
  'iu',
)
/** A sentence in the form of a question, whether or not a clause follows. */
export const questionForm = later(
  `^[^\\p{L}¿]{0,12}(?:(?:Q|F|В|질문|問|问)\\d?[:.)] ?)?(?:¿|${word('do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|est-ce qu\\p{L}*|czy|zda|jestli|hängt|hängen|hing|dauert|bleibt|bleiben|blijft|blijven|hangt|duurt|visí|trvá|zasekávají|zasekává|zawiesza|wisi|hänger|зависает|зависают|висит')})|(?<=\\p{L}) ли(?!\\p{L})|\\sm[ıiuü](?:y\\p{L}+)?(?!\\p{L})|是否|有没有|有無|吗|嗎`,
  'iu',
)
/** Japanese and Korean ask by the end of the verb, and need no mark. */
export const questionEnd =
  /^[^.!?？。\n]{0,24}?(?:(?:ます|です|ました|ません|でしょう)か(?=[。.？?\s]|$)|(?:니까|나요|는지|은지|을까요|던가요)(?=[.？?\s,]|$)|[吗嗎](?=[。.？?\s]|$))/u

export const feared = later(
  `${word('afraid|fear(?:s|ed|ing)?|worry|worries|worried|scared|anxious|danger|risk|hope|hopes|hopefully|befürcht\\p{L}*|fürcht\\p{L}*|Angst|Sorge|besorgt|hoffe\\p{L}*|hoffentlich|crai[gn]\\p{L}*|peur|redout\\p{L}*|inqui[eè]t\\p{L}*|espère|espérons|temo|tememos|miedo|preocup\\p{L}*|espero|esperamos|temiamo|paura|preoccup\\p{L}*|speriamo|receio|receamos|medo|obawia\\p{L}*|obaw\\p{L}|boję|boimy|bojím|bojíme|obává\\p{L}*|strach|боюсь|боимся|опаса\\p{L}*|беспоко\\p{L}*|надеюсь|надеемся|bang|vrees|vrezen|bezorgd|hopelijk|kork\\p{L}+|endişe\\p{L}*|umarım|rädd\\p{L}?|orolig\\p{L}?|redd|bekymret|pelkää\\p{L}*|félek|félünk|mi-e teamă')}|担心|擔心|害怕|恐怕|希望`,
  'iu',
)
/** In Asian languages it stands behind. */
export const fearedBehind = /^[^.!?。\n]{0,30}(?:걱정|우려|까 ?봐|心配|恐れ|懸念|不安)/u
/** Whoever is worried because of it states it. */
export const because = later(
  word('because|since|as|weil|da|denn|parce qu\\p{L}*|car|porque|perché|poiché|protože|bo|ponieważ|потому|так как|omdat|çünkü|för att') +
    '|因为|ので|때문',
  'iu',
)

const long = `${word("years? ago|decades? ago|long ago|back in (?:19|20)\\d\\d|(?:an?|the|our|my|that) (?:old|former|previous|retired|decommissioned|other|different) (?:cluster|company|employer|job|system|customer|environment|installation|site|ticket)|(?:another|other|different|a friend['’]s?) (?:cluster|company|customer|employer|ticket|site|team)s?|a friend (?:of \\p{L}+ )?(?:has|had|told|says|said)|previous (?:company|employer|job)")}`
const longElsewhere = [
  'damals|früher|seinerzeit|vor (?:vielen |einigen |\\d+ )?Jahren|alte[mn] (?:Cluster|System|Server)|(?:ein(?:em|en)|beim?) ander(?:en|em) (?:Kunden?|Cluster|System)|beim Kunden in \\p{L}+',
  "à l['’]époque|autrefois|jadis|il y a (?:des|plusieurs|\\d+) an(?:née)?s|(?:l['’])?ancien (?:cluster|système|serveur)|(?:un |d['’])autre (?:client|cluster|système|site)",
  'antiguamente|hace (?:años|\\d+ años)|cl[uú]ster (?:viejo|antiguo|anterior)|(?:viejo|antiguo) cl[uú]ster|otro (?:cliente|cl[uú]ster|sistema)',
  'anni fa|(?:vecchio|precedente) (?:cluster|sistema)|cluster (?:vecchio|precedente)|(?:un )?altro (?:cliente|cluster|sistema)',
  'antigamente|há (?:anos|\\d+ anos)|cluster antigo|antigo cluster|outro (?:cliente|cluster|sistema)',
  'kiedyś|dawniej|lata temu|starym (?:klastrze|systemie)|inn(?:ym|ego) (?:klastrze|klastra|kliencie|klienta)',
  'kdysi|tehdy|dříve|před lety|starém (?:cluster\\p{L}*|klastr\\p{L}*|systému)|jiném (?:cluster\\p{L}*|klastr\\p{L}*|systému)|u kolegů|voľakedy|kedysi',
  'раньше|когда-то|давно|в прошлом|много лет назад|старом (?:кластере|сервере)|другом (?:кластере|сервере)|другого (?:клиента|заказчика)|у коллег|колись',
  'vroeger|destijds|jaren geleden|(?:het|op het) oude (?:cluster|systeem)|(?:een|het) ander(?:e)? (?:cluster|klant|systeem)',
  'eskiden|yıllar önce|eski (?:küme|sistem|sunucu)\\p{L}*|başka (?:bir )?(?:küme|müşteri|sistem)\\p{L}*',
  'förr|förut|för (?:många )?år sedan|gamla klust\\p{L}*|tidligere|gamle klynge\\p{L}*',
].join('|')
export const longAgo = later(
  `${long}|${word(longElsewhere)}|예전|과거|오래전|몇 년 전|다른 (?:시스템|클러스터|고객)|かつて|昔|旧(?:クラスタ|システム|環境|集群|系统)|以前の|別の(?:クラスタ|システム|お客)|(?:以前|从前)(?=.{0,8}(?:旧|老|集群))|另一个集群|其他集群|别的集群`,
  'iu',
)
/** Now, too, or only now. */
export const nowAgain = later(
  `${word('now|since|also|same|too|again|still|today|jetzt|nun|seit|auch|wieder|heute|maintenant|depuis|aussi|ahora|desde|también|adesso|ora|da ieri|anche|agora|também|teraz|od wczoraj|też|teď|nyní|od včera|také|теперь|сейчас|тоже|nu|sinds|ook|şimdi|nu också|after|nach|après|después|dopo|depois|po (?:aktuali|upgrad|instal)\\p{L}*|после|na de|sonra|but|aber|mais|pero|ma|mas|ale|но|maar|ama')}|지금|이제|也|现在|現在|今は|之后|以后|이후`,
  'iu',
)

/** Supposed, quoted from somebody who teaches, wanted of a program, or a limit. */
export const supposed = later(
  `^[^\\p{L}]{0,12}${word("imagine|suppose|assum(?:e|ing)|let(?:['’]s| us) say|pretend|what if|hypothetically|in theory|expect|angenommen|imaginons|supposons|imagine?mos|supongamos|supponiamo|suponhamos|załóżmy|dejme tomu|předpokládejme|допустим|предположим|stel dat|diyelim(?: ki)?|varsayalım|tänk om|假设|假如|仮に")}|${word("simulat\\p{L}+ that|(?:documentation|docs|manual|man page|vendor|manufacturer|article|KB|book|training|course|wiki|banner)(?: \\p{L}+)? (?:says|said|states|explains|claims|mentions|warns)|(?:laut|gemäß) (?:dem |der )?(?:handbuch|doku\\p{L}*|hersteller)|(?:dans|selon) (?:le manuel|la doc\\p{L}*)|según (?:el manual|la documentación)|secondo (?:il manuale|la documentazione)|segundo o manual|według (?:dokumentacji|podręcznika)|podle (?:manuálu|dokumentace)|согласно (?:документации|руководству)|volgens de (?:handleiding|documentatie)|enligt (?:manualen|dokumentationen)|according to (?:the |an? |this )?(?:docs|documentation|manual|vendor|KB|article|book|training)|(?:want|need|build|write|add|create)\\p{L}* (?:an? )?(?:alert|check|trigger|test)|tells? (?:us|me) (?:when|if)|symptoms? to look for|(?:call|tell|ping|notify|inform|alert|let) (?:me|us)(?: know)? (?:if|when)|watch out for|in an? (?:exercise|exam|drill|novel|dream|training)|the (?:exercise|exam|drill)|exam question|rumou?r|Gerücht|dream(?:t|ed)|provoked|trainer|I (?:first )?thought(?: that)?(?= $)|test ?(?:plan|case)s?|acceptance|SLA|must not|neither|cannot confirm|can['’]?t confirm|false alarm|over (?:the|my) VPN|Fehlalarm|weder|fausse alerte|falsa alarma|falso allarme|falso alarme|ложная тревога|fałszywy alarm|planý poplach")}|${word('ob')}[^,]*$|是否`,
  'iu',
)
/** Whoever pressed this stopped the terminal. */
export const stoppedTerminal = /Ctrl ?[-+]? ?S\b|\bX-?OFF\b|[Ss]croll ?[Ll]ock|Strg ?[-+]? ?S\b/
/** Denied behind the verb, or by it. */
export const deniedBehind =
  /^\p{L}{0,2}(?:면[\s,]|\p{L}? 적[은이도]? ?없)|^(?:した|った)?(?:ら[、。\p{L}]|ことは?(?:ない|ありません|なかった)|場合)|^(?:(?:[ıiuüae]?r|m[ae]z)s[ae]|[dt][ıiuü]ys[ae])(?:k|m|n|n[ıi]z|l[ae]r)?(?!\p{L})|^时请|^\p{L}{0,3}(?:지 ?(?:는 ?)?(?:않|못)|(?:し|って|って)?(?:ていません|ていない|しません|しない|いません)|せず)/u
/** Turkish has its "if" at the end of the verb, which may be a part of the statement. */
export const ifWithin = /(?:kayb|don|takıl|kilit|sür|aş|dol|dur|ol)\p{L}{0,8}[rz]s[ae]\p{L}{0,3}$/iu
/** Korean puts it behind the stem of the verb, which may be a part of the statement. */
export const deniedStem = /멈\p{L}{0,2}(?:지(?:는|도)? ?(?:않|못)|면[\s,]|\p{L}? 적[은이도]? ?없)/u
export const deniedWithin = /(?:没有|沒有|没|未|不会|从不)(?:再)?(?:卡|挂|hang|出现|发生)/u
/** It never happened: within the clause. */
export const never = later(
  `${word('nunca|jamais|jamás|niemals|nooit|aldrig|никогда|nigdy|nikdy|mai successo')}[^,:]{0,40}$|(?:从来没|从没|从未|没有(?:出现|发生))[^，。,]{0,20}$`,
  'iu',
)
/** Somebody made it so. */
export const onPurpose = later(
  `${word('on purpose|deliberately|absichtlich|exprès|volontairement|a propósito|apposta|celowo|schválně|úmyslně|специально|намеренно|opzettelijk|kasıtlı')}|의도적|일부러|意図的|わざと|故意`,
  'iu',
)
export const asMeant = later(
  word(
    'as (?:was |we )?(?:expected|designed|intended)|by design|wie (?:erwartet|gewollt)|comme prévu|como (?:se )?esperad[oa]|come previsto|как и ожидалось|zoals verwacht|zgodnie z planem|podle plánu|beklendiği gibi',
  ),
  'iu',
)
/** How long somebody needs for what it says. */
export const forReading =
  /^ to (?:read|understand|explain|upload|send|transfer|copy|write|type|analy[sz]e|review)\b|^ (?:less|shorter|ago)\b/
export const guessed =
  /\b(?:could|would|must) (?:not |also |easily |never )?(?:take|need|run|have)\b|(?<!\b(?:seem|seems|appear|appears|start|starts|started|begin|begins|began|continue|continues|used) )\bto (?:take|need|run)\b/
