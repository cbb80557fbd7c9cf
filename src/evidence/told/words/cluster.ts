import { patternOf } from './form.ts'

/**
 * What people call the things of a cluster, and what may happen to them, in all languages together: `*` stands for any ending. The first
 * list of each has blanks between words, the second one (Chinese, Japanese, Korean) has none.
 */
const words = {
  /** To take an address off, or a file system. */
  taking: [
    'remove|removes|removed|take down|takes down|take off|take itself off|takes itself off|took itself off|withdraw|removing|removal|taking down|taking off|taking away|releasing|release|taking back|withdrawing|withdrawal|unmount|unmounts|unmounted|unmounting|umount|wegnehmen|zurücknehmen|zurückziehen|entfernen|abbauen|herunternehmen|abhängen|aushängen|freigeben|ausgehängt|weghalen|verwijderen|eraf|eraf halen|eraf gehaald|runternehmen|runterzunehmen|vrijgeven|ta bort|borttagning*|fjerne*|retrait|retirer|suppression|démont*|quitar|retirar|retirada|liberar|desmont*|remover|remoção|rimozione|rimuovere|togliere|smont*|zdjęci*|zdjąć|usunięci*|odmontowa*|odebrání|odstranění|odpoj*|снять|сняти*|размонтир*|удалени*|kaldır*',
    '解除|アンマウント|卸载|移除|摘除|해제|언마운트',
  ],
  /** It was tried, and did not work. */
  unsuccessful: [
    "(?:not|n['’]t) (?:succeed|successful|work(?: out)?)|unsuccessful|without success|errors out|errored(?: out)?|threw an error|bombed out|nicht erfolgreich|erfolglos|ohne erfolg|klappte nicht|hat nicht geklappt|funktionierte nicht|sans succès|n[’']a pas (?:marché|réussi|fonctionné)|sin éxito|no (?:funcionó|tuvo éxito)|sem sucesso|não (?:funcionou|deu certo)|senza successo|non (?:ha funzionato|è andat[oa] a buon fine)|zonder succes|niet gelukt|utan framgång|lyckades inte|gick inte|uden held|lykkedes ikke|lyktes ikke|bez powodzenia|bez skutku|nie udał\\p{L}? się|nezdařil*|bez úspěchu|безуспешн*|не получил(?:о|а)сь|не вышло|не прошл*|olmadı|başaramadı",
    'うまくいか|成功しません|不成功|未成功|没成功|没能|안 ?됐',
  ],
  /** To stop, in words beside those of operations. */
  stopping: [
    "taken down|brought down|shut down|shutting down|come down|came down|go down|went down|wind down|gestoppt|gestopt|detenerse|detener|arrêter|arrêté|s[’']arrêter|arrestarsi|fermarsi|parar|zatrzymać|zastavit|kapanmadı|kapatılamadı|durdurulamadı|остановиться|останавлива*|leállít*|stoppas|stanset|standset|stanse",
    '止まら|停不|关不掉|정지|내리지',
  ],
  checking: [
    'monitor|monitors|monitoring|check|checks|health check|health checks|probe|probes|überwachung*|prüfung*|probe|controle|controles|bewaking|kontroll*|övervakning*|overvåg*|overvåk*|surveillance|contrôle*|vérification|sonde|monitore*|monitoreo|monitorización|monitoramento|monitorização|comprobación|chequeo|verificación|verificação|checagem|monitoraggio|controllo|controlli|verifica|monitory|monitora|monitorowani*|sprawdzeni*|kontrola|kontroly|kontrole|монитор*|проверк*|izleme*|denetim*|ellenőrz*|tarkist*|verificare*',
    '監視|モニタ|监控|监视|检查|모니터|감시',
  ],
  /** Before how long it might have taken, or behind it. */
  within: [
    'within|in time|inside|in its|in the|in under|innerhalb|binnen|in den|in der|in seinen|in ihren|rechtzeitig|op tijd|inom|på sina|på sine|i tid|inden for|innen|dans|à temps|en moins de|dentro de|dentro do|dentro da|dentro dos|dentro das|en los|en sus|a tiempo|a tempo|nos|entro|nei|in tempo|w ciągu|na czas|w swoich|do|během|včas|za|за|в течение|вовремя|в отведенн*|в отведённ*|içinde|alatt|ajassa|în',
    '以内|内に|之内|内没|秒内|分钟内|안에|이내',
  ],
  /** Somebody else ended it when its time was over. */
  killed: [
    'killed|killing|kills|aborted|aborts|gave up on|gives up on|abgebrochen|gekillt|abgeschossen|afgebroken|gekild|avbröt*|avbrut*|afbrudt|avbrutt|tué|tuée|tue|interrompu|matado|mata|mató|matou|interrumpi*|ucciso|uccide|interrotto|ubił|ubity|zabity|przerwan*|zabit*|přeruš*|убит*|убил*|прерван*|прервал*|öldürdü|öldürüldü|kesti',
    '強制終了|打ち切|杀掉|终止|강제 ?종료',
  ],
  /** What was said before is said of another one, too. */
  same: [
    'same for|same with|(?:and |then |also |plus )?(?:the one|the ones|that|those) (?:of|for)|same again for|same thing with|same thing for|likewise|(?:auch|dann|und|sowie) (?:auch )?(?:der|die|das|den|jener|jene) (?:von|für)|dasselbe bei|dasselbe mit|dasselbe für|das gleiche bei|ebenso|genauso|(?:ook )?(?:die|dat) van|hetzelfde met|hetzelfde bij|hetzelfde voor|(?:också |även |också även )?(?:den|det) (?:för|av|på|til)|(?:også )?(?:den|det) (?:af|for|til|på)|samma sak med|samma för|det samme med|samme med|(?:et |puis |aussi )?(?:celui|celle|ceux|celles) (?:de|du)|pareil pour|idem pour|même chose pour|même chose avec|(?<=\\d )(?:el|la) (?:de|del)|(?:y|luego|también) (?:el|la|los) (?:de|del)|lo mismo con|lo mismo para|igual con|(?<=\\d )(?:o|a) (?:do|da|de)|(?:e|depois|também) (?:o|a) (?:do|da|de)|mesma coisa com|o mesmo com|idem para|quell[oaie] (?:di|del|della)|idem per|stesso per|stessa cosa per|stessa cosa con|(?:a potem |potem |i |oraz )?(?:ten|ta|tego) (?:dla|od|z)|to samo z|tak samo|(?:a |pak )?(?:i )?(?:ten|ta) (?:u|od)|totéž u|totéž s|stejně|то же самое с|(?:и |затем |потом )?(?:тот|та) (?:у|для)|то же с|так же|aynısı|ugyanez',
    '同様に|同样|마찬가지로|同じく',
  ],
  /** So far from another that both have nothing to do with each other. */
  apart: [
    'next day|following day|another day|other day|next night|next morning|previous day|day before|day after|next week|last week|last month|last year|a week|weeks|week|months|month|year|days|yesterday|hours later|hour later|hours apart|hours before|per week|am nächsten tag|tags darauf|am vortag|woche|wochen|monat|monate|monaten|jahr|jahren|tage|tagen|gestern|stunden später|stunde später|volgende dag|weken|maand|maanden|dagen|uur later|nästa dag|veckor|månad*|dagar|dage|dager|uker|uger|timmar senare|lendemain|semaine|semaines|mois|jours|hier|heures plus tard|heure plus tard|día siguiente|semana|semanas|mes|meses|días|ayer|horas después|hora después|dia seguinte|mês|dias|ontem|horas depois|hora depois|giorno dopo|settimana|settimane|mesi|mese|giorni|ieri|ore dopo|ora dopo|następnego dnia|tydzień|tygodni*|miesi*|dni|wczoraj|godzin*|druhý den|týden|týdn*|měsíc*|dny|dní|včera|hodin*|на следующий день|недел*|месяц*|дней|дня|вчера|часа|часов|ertesi gün|hafta*|ay|aylar|gün|günler|dün|saat sonra|hét|hónap*|nap',
    '翌日|週間|か月|ヶ月|日間|時間後|昨日|第二天|周|个月|昨天|小时后|다음 ?날|주일|개월|며칠|어제|시간 뒤|시간 후',
  ],
  /** Switched off hard, in words that may mean anybody; who did it stands beside them. */
  off: [
    'powered off|power off|switched off|turned off|powered down|cut the power|killed|reset|rebooted|taken out|fenced it|fences|fence|fenced|stonith|ausgeschaltet|abgeschaltet|hart neu gestartet|resettet|weggeschossen|erschossen|gefencet|fencete|uitgeschakeld|afgeschoten|stängdes av|stängde av|slog av|avstängd|fenca|slukket|slukkede|slo av|éteint|redémarré|coupé|fencer|apagado|apagó|apagar|apagarlo|cortar la corriente|cortó la corriente|desligado|desligou|desligar|cortou|spento|spense|spegnere|odcięt*|odcięcia|odciął|zgasł*|zgaszon*|wyłączy*|vypnul*|vypnut*|odstavil*|выключил*|выключен*|отключил*|отключен*|отстрелил*|погасил*|зафенс*|фенс*|fence etti|fence’ledi|kapattı|kilőtte|kikapcsol*|sammutti|oprit',
    'フェンス|電源断|電源を落|電源を切|再起動|关机|断电|重启|隔离|fence|펜싱|펜스|전원이 내려|전원을 내|재기동|격리',
  ],
  /** Who switches off on behalf of a cluster, and what joins it to its cause. */
  therefore: [
    'so|therefore|thereupon|hence|which|then|and then|because|since|as|the cluster|cluster|pacemaker|corosync|partner|peer|survivor|ilo|idrac|ipmi|drac|bmc|vcenter|stonith|fencing|fence_\\w+|had|got|was|daraufhin|deshalb|also|weil|da|vom|und|wurde|daarom|dus|omdat|werd|därför|eftersom|blev|klustret|donc|car|ensuite|puis|por eso|porque|entonces|así que|ordenó|clúster|por isso|então|pois|quindi|perciò|perché|poiché|więc|dlatego|ponieważ|klaster|węzeł|proto|protože|poté|поэтому|из-за|кластер|потому|нод*|узел|bu yüzden|küme|ezért|fürt',
    'ため|ので|クラスタ|により|因此|所以|于是|集群|클러스터|때문|따라서',
  ],
  /** It worked in the end. */
  wentWell: [
    'second attempt|second time|second try|on retry|after a retry|then it worked|it worked then|beim zweiten (?:mal|versuch)|im zweiten anlauf|à la (?:deuxième|seconde) (?:fois|tentative)|al segundo intento|a la segunda|na segunda tentativa|al secondo tentativo|za drugim razem|na druhý pokus|со второ\\p{L} (?:раза|попытки)|ikinci denemede|tweede (?:keer|poging)|andra försöket',
    '二回目|2回目|第二次|두 ?번째',
  ],
  /** By somebody and not by the cluster. */
  byHand: [
    'by hand|manual|manually|on purpose|we fenced|i fenced|we rebooted|i rebooted|rebooted it myself|stonith fence|stonith_admin|power button|pulled|admin rebooted|planned|von hand|manuell|händisch|geplant*|handmatig|gepland*|manuellt|för hand|manuelt|planerad*|à la main|manuellement|planifié*|prévu*|a mano|manualmente|planificad*|programad*|planejad*|manuale|pianificat*|ręcznie|planowan*|zaplanowan*|ručně|plánovan*|вручную|руками|планов*|elle|planlı',
    '手動|計画|手工|手动|计划|수동|계획',
  ],
  /** Beside what was lost, or how it was answered: it was not the first. */
  first: [
    "first|before that|before any|only then|only after|only afterwards|afterwards|thereupon|whereupon|in turn|as a result|zuerst|zuvor|davor|erst danach|erst dann|daraufhin|danach|eerst|pas daarna|daarna|vóór|först|innan|därefter|først|derefter|deretter|d[’']abord|ensuite|seulement après|puis|primero|antes|solo entonces|solamente entonces|sólo entonces|después|primeiro|só depois|só então|em seguida|depois|prima|solo dopo|poi|dopodiché|najpierw|dopiero|potem|następstwie|pierwszy|nejdřív|teprve|poté|pak|сначала|сперва|только потом|затем|после этого|önce|ardından|sonra",
    '先に|その後|その直後|首先|之后|随后|然后|먼저|이후|직후',
  ],
  /** Between what came first and what came of it. */
  thereafter: [
    'then|afterwards|after that|thereupon|whereupon|subsequently|later|danach|dann|daraufhin|anschließend|hinterher|daarna|daarop|toen|därefter|sedan|därpå|derefter|deretter|ensuite|puis|après quoi|luego|después|entonces|depois|em seguida|então|poi|dopodiché|quindi|potem|następnie|poté|potom|pak|затем|потом|после этого|sonra|ardından',
    'その後|然后|之后|随后|그 후|이후|그다음',
  ],
  /** Somewhere a node began, or came back: a burst is harmless then. */
  joining: [
    'join|joins|joined|joining|rejoin|rejoins|rejoined|rejoining|boots|booted|booting|came back|comes back|beitritt|beitrat|beigetreten|hochfahren|toetrad*|rejoignait|rejoint|se unió|unirse|entrou|ingressou|entrava|dołącz*|připoj*|присоедин*|katıl*',
    '参加|加入|합류|参画',
  ],
  token: ["token|totem token|jeton|testigo|ficha|testimone|gettone|токен*|маркер*|token['’]?[a-z]{1,5}|polsterl*", 'トークン|令牌|토큰'],
  /** It is gone. */
  lost: [
    'lost|loses|losing|lose|verlor|verlier*|verloren|verliest|raakte kwijt|kwijt|kwijtgeraakt|tappade*|förlorade*|tapte|mistede|mistet|perdu|perdue|perd|a perdu|perdió|perdido|pierde|perdieron|perdeu|perdida|perde|perso|persa|zgubił*|utracił*|stracił*|zgubion*|utracon*|ztratil*|ztracen*|ztrát*|потерял*|потерян*|утерян*|пропал*|kaybetti|kaybol*|elveszt*|elveszett|menetti|katosi|a pierdut|pierdut',
    '失わ|失い|喪失|消失|ロスト|丢失|丢了|失去|잃|유실|분실|소실',
  ],
  /** The same in words that may tell anything of anybody else. */
  astray: [
    'dropped|gone astray|went astray|gone|went missing|missing|vanished|disappeared|expired|ran out|weg|futsch|abhanden|fort|abgelaufen|égaré|disparu|expiré|extravi*|desapareci*|caducó|expiró|sumiu|expirou|smarrit*|sparit*|scadut*|zoek|verdwenen|verlopen|försvann|försvunnit|forsvandt|forsvant|tabt|tapt|zaginął|zniknął|wygasł*|zmizel*|vypršel*|исч[её]з*|пропал*|истек*|истёк*|протух*|kayıp|kayboldu|düştü|eltűnt|hävisi|dispărut',
    '消え|途切れ|切れ|消失|失效|过期|超时|사라|끊',
  ],
  /** A noun for it. */
  tokenLoss: [
    "tokenverlust*|token-?verlust*|verlust des (?:totem-?)?tokens?|token[- ]?loss(?:es)?|loss of (?:the )?(?:totem |corosync )?token|perte (?:du |de |d['’]un )?(?:totem |corosync )?(?:token|jeton)(?: totem| corosync)?|pérdidas? (?:de |del )?(?:token|testigo)|perdas? (?:de |do )?(?:token|testemunho)|perdit[ae] (?:di |del )?(?:token|gettone)|token-?verlies|verlies van (?:het )?token|token-?(?:förlust*|tab|tap)|tab af token*|tap av token*|utrat[aęy] (?:tokenu|tokena)|strat[aęy] (?:tokenu|tokena)|ztrát[ayou]* (?:tokenu|totem tokenu)|потер[яиюе]* (?:токен*|маркер*)|утрат[аыу]* (?:токен*|маркер*)|token kaybı*|tokenveszt*",
    'トークン(?:の)?(?:ロスト|喪失|消失|ロス)|(?:令牌|token)(?:的)?(?:丢失|超时丢失)|토큰 ?(?:의 )?(?:손실|유실|분실|로스)',
  ],
  /** It was waited for. */
  absent: [
    "did not come|didn[’']t come|did not arrive|didn[’']t arrive|failed to (?:arrive|come|return)|not seen again|did not return|didn[’']t return|never arrived|never came|never returned|not come in|not come back|not received|was late|timed out|overdue|kam nicht|nicht (?:mehr )?(?:recht)?(?:zeitig )?(?:angekommen|eintraf|ankam|zurückkam|eingetroffen)|traf nicht (?:mehr )?(?:rechtzeitig )?ein|blieb aus|ausgeblieben|nicht empfangen|kwam niet|bleef uit|niet (?:op tijd )?(?:ontvangen|aangekomen|terugkwam|binnenkwam)|kom inte|uteblev|kom ikke|udeblev|ikke modtaget|inte mottagits|togs inte emot|n[’']est pas revenu|n[’']est pas arrivé|pas reçu|n[’']est jamais revenu|n[’']a pas (?:été )?(?:rendu|reçu|transmis|repassé)|n[’']arrivait plus|no (?:le |les |nos )?volvió|no (?:le |les |nos )?lleg[oó]|no (?:le |les |nos )?llegaba|no regresó|no fue recibido|não voltou|não chegou|não retornou|non (?:gli )?è (?:più )?tornat*|non (?:gli )?è (?:più )?arrivat*|non (?:è stato|veniva) (?:più )?ricevut*|não foi recebido|non è rientrat*|nie wrócił*|nie dotarł*|nie doszedł|nie przyszedł|nepřišel|nedošel|nebyl (?:včas )?doručen|nedorazil|nevrátil se|не вернул*|не пришел|не пришёл|не дошел|не дошёл|не получ*|не приш[её]л|не поступ*|gelmedi|alınamadı|dönmedi|ulaşmadı|nem érkezett|nem jött|ei tullut|ei saapunut|ei palannut|ei tullut ajoissa|nu a venit|nu s-a întors",
    '戻ら|届か|来な|来ませ|没回来|没有回来|未收到|没有收到|没收到|没能?(?:按时|及时)?(?:收到|到|回|传回)|收不到|受け取れ|受信でき(?:ず|ない|ません|な)|帰って(?:こ|来)な|도착하지|못 ?받|안 ?(?:왔|옴|들어)|못 ?돌아|돌아오지|오지 ?않|받지 못',
  ],
  /** Of a node, by corosync. */
  failedNode: [
    'processor failed|processor had failed|processor has failed|failed processor|prozessor (?:ist )?(?:ausgefallen|ausgestiegen)|prozessor fiel aus|processor (?:viel|is) uit(?:gevallen)?|processor har fallerat|processor fejlede|procesor zawiódł|procesor uległ awarii|procesor selhal|процессор (?:отказал|вышел из строя)|processeur (?:est )?(?:tombé|en échec|hors service|a été déclaré)|prosessori (?:petti|vikaantui)|processor svek|processor svigtede|işlemci başarısız*|processor faalde|processeur défaillant|un processeur a échoué|procesador falló|processador falhou|processore fallito',
    'プロセッサ障害|处理器失败|프로세서 장애',
  ],
} as const
export type Cluster = keyof typeof words

/** A pattern for any of the words of these lists; it is to be used with the flags `iu`. */
export const ofCluster = (...names: readonly Cluster[]): string => patternOf(...names.map(name => words[name]))
