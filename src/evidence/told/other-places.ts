import { later } from '../lines/later.ts'
import { word } from './not-stated-words.ts'

/** What is told of machines that are no nodes of the cluster, of other customers, or of people that somebody read of. */

const kindsOfServer =
  'storage|backup|monitoring|build|print|mail|log|licen[sc]e|jenkins|gitlab|zabbix|nagios|icinga|splunk|idm|freeipa|dns|ntp|proxy|terminal|deployment|provisioning|ansible|management|reporting'
/** Machines beside a cluster. */
const host = [
  '(?:satellite|foreman|katello|capsule)(?:[- ]?(?:server|host|vm|machine|serveur))?',
  'hyper-?visors?|hyperviseurs?|hiperviso\\p{L}{1,3}|ipervisore|hyperwizor\\p{L}*|гипервизор\\p{L}*',
  'jump[- ]?(?:host|server|box|machine|rechner)\\p{L}?|bastion(?:[- ]?(?:host|server|vm))?|basti[oó]n|bastião|bastione|sprung(?:host|server|rechner)|(?:hôte|serveur) de rebond|servidor de saltos?|stepping[- ]stone|бастион\\p{L}*|джамп-?хост\\p{L}*',
  'open ?shift(?:[- ]?(?:bastion|workers?|cluster|master|host))?|kubernetes(?:[- ]?(?:workers?|master|cluster))?|k8s(?:[- ]?(?:workers?|master|cluster))?',
  `(?:${kindsOfServer})[- ]?(?:box|server|host|vm|machine|array|appliance|engine|rechner|maschine)\\p{L}?`,
  'serveur (?:de sauvegarde|de supervision|de messagerie)|servidor de (?:respaldo|copias|backups?|monitorización|monitoramento|correo)|server di (?:backup|monitoraggio)|backup-?server|сервер\\p{L}? (?:бэкап\\p{L}*|резервного|мониторинга)|serwer\\p{L}* (?:kopii|backupu|monitoringu)|yedekleme sunucu\\p{L}*',
  'laptops?|notebook\\p{L}{0,3}|workstation|arbeitsplatzrechner|ordinateur portable|portátil|portatile|ноутбук\\p{L}*|laptop\\p{L}{1,3}|dizüstü\\p{L}*',
  '(?:lagrings|lager|speicher|opslag)-?(?:box|server|system|kast|doos|enhet)\\p{L}{0,2}|cabina(?: de almacenamiento)?|baie de stockage|macierz\\p{L}*|diskov\\p{L}+ pol\\p{L}+|СХД',
  'ESXi?[- ]?(?:hosts?|server)|vCenter|(?:RHV-?M|oVirt)(?: (?:engine|manager|host))?|NAS[- ]?(?:box|server|head|system)\\p{L}?|NAS:en|(?<=(?:the|dem|le|il|el|het|du|our) )NAS|filer|SAN[- ]?head',
].join('|')
const there = 'on|at|auf|am|bei|beim|sur|chez|en|sul|sulla|nel|no|na|em|op|bij|på|hos|w|we|v|ve|на|у'
const whence = 'from|of|for|von|vom|für|des|der|de|du|del|della|dal|dalla|do|da|van|voor|från|fra|av|til|z|ze|od|dla|pro|с|от|из|для'
const article =
  "(?:the|our|my|an?|that|dem|der|den|einem|einer|unserem|unserer|meinem|le|la|les|l['’]|un|une|notre|el|los|mi|nuestro|il|lo|o|os|uma?|nosso|het|de|een|ons|onze|mijn|naszym|naszego|našem|нашем|нашего)"
/** What is taken from there, or lies there, is no place where something runs. */
const noPlace =
  '(?![-\\s]?(?:mounts?|shares?|volumes?|paths?|exports?|clients?|agents?|sensors?|consoles?|freigabe\\p{L}*|(?:nodes?|knoten)(?!\\p{L})))'
const places = later(
  `(?<!\\p{L})(?:(?<there>${there})|(?<whence>${whence}))(?: ?${article}){0,2}(?: \\p{L}{2,14})? ?["'\`„“«]?(?:${host})\\d{0,3}(?!\\p{L})${noPlace}`,
  'giu',
)
/** Beside the report, with no word for where; and where the word stands behind. */
const bare = later(
  `(?<=sos(?:report| report)?["'\`”]? ?[([]?)(?:${host})\\d{0,3}(?!\\p{L})|(?<!\\p{L})(?:${host})(?:['’]s|s|-| )[ -]?(?=sos)|(?<!\\p{L})(?:${host})[- ]?(?:sunucu\\p{L}*|makine\\p{L}*)|(?:satellite|踏み台|ジャンプ|ハイパーバイザ|バックアップ|監視|ノートPC|跳板机|堡垒机|宿主机|备份服务器|监控服务器|笔记本|점프|배스천|하이퍼바이저|백업|노트북)\\p{L}{0,4}(?: ?(?:サーバー?|服务器|서버))?(?:では|で|の|上|的|에서는?|의)`,
  'giu',
)
const nodes = later(
  `${word('nodes?|knoten|nœuds?|noeuds?|nodos?|nós|nodi|nodo|węz\\p{L}+|uzl\\p{L}+|uzel|узл\\p{L}*|узел|нод\\p{L}*|noden|noder(?:na)?|düğüm\\p{L}*|cluster\\p{L}*|clúster|kluster\\p{L}*|klaster\\p{L}*|кластер\\p{L}*|guests?|VMs?')}|ノード|节点|노드|クラスタ|集群`,
  'iu',
)
/** The clause goes on with the same place. */
const sameThere = later(
  `^[^.;]{0,24}[,;:–—(] ?${word('there|where|it|its|that one|dort|da|wo|der|là|où|ahí|allí|donde|él|lá|onde|lì|là|dove|daar|waar|där|der|tam|gdzie|kde|там|где|orada')}|^[^.;]{0,30}[,;:–—(][^.;]{0,60}?${word('there|dort|là-bas|ahí|allí|lá|laggiù|daar|där|tam|orada')}|(?:那里|那边|そこ|거기)`,
  'iu',
)

/** It is told of a machine beside the cluster. */
function isOfOtherHost(opening: string, said: string, clause: string): boolean {
  const whole = opening + said
  const isOfReport = /sos/i.test(whole)
  const text = whole + clause
  for (const match of [...text.matchAll(places), ...(isOfReport || /[^\x00-\x7f]/.test(text) ? text.matchAll(bare) : [])]) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (match.groups?.whence !== undefined && !isOfReport) continue
    // Onto it, and not on it.
    if (/^auf (?:das|die|den) /iu.test(match[0])) continue
    if (nodes.test(text.slice(Math.max(end, 0), Math.max(end, whole.length)))) continue
    if (start >= opening.length) {
      if (!nodes.test(said) && !/[,;(]/.test(text.slice(whole.length, start))) return true
      continue
    }
    const gap = text.slice(end, opening.length)
    if (!/[,;:–—(]/.test(gap) || sameThere.test(gap + said)) return true
  }
  return false
}

const ofCluster =
  '(?:the |our |this |any |a |dem |unserem |diesem |du |au |al |del |do |ao |da |het |ons |naszego |našeho |нашего |нашему )?(?:HA[- ]?|pacemaker[- ]?)?'
/** The next words say that it is no part of the cluster. */
const notOfCluster = later(
  `^[^\\n]{0,140}?[.!?;,–—(-]\\s?(?:(?:but|aber|mais|pero|mas|ma|maar|men|ale|но) )?${word(
    [
      `(?:but )?(?:that|it|this|which|that one|this one|that (?:host|machine|server|box|one))(?: \\p{L}+)? ?(?:is|was|['’]s)(?: \\p{L}+)? ?(?:n['’]t|not|no)(?: (?:a|an|part|member|node|of|in|on)){0,4} ${ofCluster}(?:cluster|pacemaker)(?! ?(?:problem|issue|error|command|fault|thing))`,
      `(?:but )?(?:that|it|this|which|that one|this one|that (?:host|machine|server|box)) (?:does not|doesn['’]t) belong to ${ofCluster}(?:cluster|pacemaker)`,
      '(?:der|die|das|dieser|diese|dieses|er|sie|es)(?: \\p{L}+)? (?:gehört|zählt)(?: \\p{L}+)? nicht (?:zum|zur|zu (?:diesem|unserem|dem)) (?:HA-?|pacemaker|cluster)\\p{L}*',
      '(?:der|die|das|dieser|diese|er|sie|es)(?: \\p{L}+)? (?:ist|war)(?: \\p{L}+)? (?:kein|nicht)(?: Teil (?:des|vom|unseres))? (?:cluster-?(?:knoten|mitglied|node)|clusters?)',
      "(?:celui-ci|celle-ci|il|elle|ce serveur|cette machine|qui)(?: \\p{L}+)? (?:ne fait pas partie|n['’]est pas (?:un nœud|membre|dans)) (?:du|de notre|le) cluster",
      '(?:ese|esa|este|esta|aquel|que)(?: \\p{L}+)? (?:no (?:es|forma) (?:parte|un nodo|miembro)|no pertenece) (?:del?|al) cl[uú]ster',
      '(?:esse|essa|este|esta|que)(?: \\p{L}+)? não (?:faz parte|é nó|pertence) (?:d[oe]|ao) cluster',
      '(?:quello|quella|questo|questa|che)(?: \\p{L}+)? non (?:fa parte|è un nodo) del cluster',
      '(?:die|dat|deze|dit)(?: \\p{L}+)? hoort(?: \\p{L}+)? niet (?:bij|tot) (?:het|de|ons) (?:cluster|pacemaker)\\p{L}*|(?:den|det|denne)(?: \\p{L}+)? (?:är|er)(?: \\p{L}+)? (?:inte|ikke) (?:med )?i (?:klust|klyng)\\p{L}*|(?:den|det|denne)(?: \\p{L}+)? (?:hör|hører)(?: \\p{L}+)? (?:inte|ikke) (?:till|til) (?:klust|klyng)\\p{L}*',
      '(?:ten|ta|on|to)(?: \\p{L}+)? nie (?:należy do|jest częścią) klastra|(?:ten|ta|to)(?: \\p{L}+)? (?:nepatří do|není součástí) (?:clusteru|klastru)|(?:он|она|это)(?: \\p{L}+)? не (?:относится к|входит в|часть) кластер\\p{L}*|(?:o|bu)(?: \\p{L}+)? küme\\p{L}* (?:ait|parçası) değil',
    ].join('|'),
  )}|クラスタ(?:の一部では|とは関係)|不(?:属于|在)(?:这个|该|本)?集群|클러스터(?:와|에) ?(?:관계|속하)`,
  'iu',
)

/** Another customer, whatever stands around the word that says so. */
const otherOwner = later(
  `(?<!\\p{L})(?:an)?other[*_ ]{1,4}(?:client|bank|tenant|subsidiary|partner)s?(?!\\p{L})(?! (?:machine|host|server|pc))|(?<!\\p{L})(?:ein anderer Kunde|jin(?:ý|ého|ému) zákazn\\p{L}+|друг\\p{L}{2,3} (?:клиент|заказчик)\\p{L}*|en annan kund|en anden kunde)(?!\\p{L})`,
  'iu',
)
/** Another system, in languages without blanks; and what is said behind to be of others. */
const otherSystem =
  /別の?(?:システム|拠点|環境|センター|クラスタ|サーバ)|他(?:社|システム|拠点|環境)|(?:其他|别的|另外的?|隔壁)(?:系统|环境|公司|部门|机房)|(?:다른|타) ?(?:회사|서버|시스템|센터|환경)/u
const theirs = later(
  `^[^.!?\\n]{0,20}[,;–—-] ?(?:(?:but|aber|mais|pero|mas|ma|maar|men|ale|но) )?${word("(?:that|this|it)(?:['’]s| is) (?:theirs|their (?:problem|business|cluster))|das ist (?:deren|ihr) (?:\\p{L}+|Bier)|c['’]est (?:leur (?:affaire|problème)|chez eux)|eso es (?:de ellos|cosa suya)|isso é (?:lá )?(?:com eles|deles)|(?:quello|quella|è) (?:roba|affare) loro|dat is (?:van hen|hun \\p{L}+)|det är deras \\p{L}+|to (?:jest )?ich \\p{L}+|to je jejich \\p{L}+|это их \\p{L}+|o onların \\p{L}+")}`,
  'iu',
)
/** Behind a measure: so it was in those days. */
const inThoseDays = /^ (?:back )?(?:then|in those days|at the time)(?=\s?(?:[.;!)]|$))/iu
/** Read or heard of in a place of which nobody says that it is their own. */
const somewhere = later(
  `${word(
    [
      '(?:read|saw|seen|heard|found|came across|stumbled (?:up)?on)(?: \\S+){0,4}? (?:somewhere|online|on the (?:net|web|internet)|(?:on|in) (?:an?|the|some|this)(?: \\S+){0,2}? (?:forum|blog|thread(?! dump)|post|article|subreddit|webinar|podcast))',
      '(?:irgendwo|im Netz|im Internet|in (?:einem|irgendeinem)(?: \\p{L}+)? (?:Forum|Blog|Artikel|Beitrag|Thread|Podcast))(?: \\S+){0,3}? (?:gelesen|gehört|gesehen|las)|(?:las|hörte|lese)(?: \\S+){0,2}? (?:irgendwo|im Netz|im Internet|in einem (?:Forum|Blog|Artikel))',
      '(?:lu|vu|entendu)(?: \\S+){0,3}? (?:quelque part|sur (?:un|le) (?:forum|blog|net|web)|sur internet|dans un (?:article|forum|fil))',
      '(?:leí|leímos|leído|oí|oído|vi|visto|escuché)(?: \\S+){0,3}? (?:en (?:alg[uú]n|un|algunos?) (?:sitio|lado|lugar|foro|blog|artículo|hilo|podcast)|por ahí|en internet|en la red)',
      '(?:li|lemos|vi|ouvi|lido)(?: \\S+){0,3}? (?:em (?:algum|um) (?:lugar|site|fórum|blog|artigo|post)|num (?:fórum|blog|site|artigo|post)|por aí|na internet)',
      '(?:letto|sentito|visto)(?: \\S+){0,3}? (?:da qualche parte|(?:in|su) (?:un|qualche) (?:forum|blog|articolo|sito)|in rete|su internet|in giro)',
      '(?:ergens|op (?:een|het) (?:forum|blog|internet)|in een (?:artikel|forum|blog))(?: \\S+){0,3}? (?:gelezen|gehoord|gezien)|(?:las|hoorde)(?: \\S+){0,2}? (?:ergens|op een forum|in een artikel)',
      '(?:läste|läst|hört|hörde|læst|læste|hørt|lest|leste)(?: \\S+){0,3}? (?:någonstans|et sted|på (?:ett|et) forum|på nätet|på nettet|i en (?:artikel|tråd|blogg))',
      '(?:prze)?czytał\\p{L}*(?: \\S+){0,3}? (?:gdzieś|na (?:jakimś )?(?:forum|blogu)|w (?:sieci|internecie|jakimś artykule))|gdzieś(?: \\S+)? (?:czytał|słyszał)\\p{L}*',
      '(?:četl|slyšel)\\p{L}*(?: \\S+){0,3}? (?:někde|na (?:nějakém )?(?:fóru|blogu|netu|internetu))|někde(?: \\S+){0,2}? (?:četl|slyšel)\\p{L}*',
      '(?:про)?(?:читал|слышал|видел)\\p{L}*(?: \\S+){0,3}? (?:где-то|на (?:каком-то )?(?:форуме|хабре)|в (?:интернете|сети|статье|каком-то \\p{L}+))|где-то(?: \\S+)? (?:про)?(?:читал|слышал|видел)\\p{L}*',
      '(?:bir yerde|bir forumda|internette|bir (?:blogda|makalede))(?: \\S+){0,3}? (?:oku|duy|gör)\\p{L}+',
    ].join('|'),
  )}|(?:どこか|ネット|フォーラム|ブログ|記事)[でに].{0,12}?(?:読|見|聞|書いて)|(?:どこか|ネット|フォーラム|ブログ|記事)[でに][^。]{0,60}?(?:という(?:話|こと)を?|と)(?:読|聞|見)|(?:ネット|フォーラム|ブログ|記事|どこか)[でに][^。]{0,60}?(?:という(?:話|こと)を?|と)(?:読|聞|見)|(?:网上|论坛上?|博客上?|某处|哪里)\\p{L}{0,6}?(?:看到|读到|听说)|(?:어디선가|인터넷에서|포럼에서|블로그에서).{0,12}?(?:읽|봤|들)`,
  'iu',
)
/** Behind it, somebody comes to their own. */
const ours = later(
  `${word('here|ours?|we|us|mine?|my|uns|unser\\p{L}*|wir|bei mir|chez nous|nos|notre|nous|aquí|nuestr\\p{L}+|nosotros|aqui|noss[oa]s?|da noi|nostr[oaie]|ons|onze|hier|oss|vår\\p{L}*|vores|u nas|nasz\\p{L}*|u nás|náš|naš\\p{L}*|у нас|наш\\p{L}*|bizde|bizim')}|うち|当社|我们|우리`,
  'iu',
)

/** Whether the words around a statement place it outside of the cluster that is told of. */
export function isOfOtherPlace(opening: string, said: string, after: string): boolean {
  const clause = after.split(/[.!?;。，、\n]/u, 1)[0]!.slice(0, 80)
  const whole = opening + said
  for (const pattern of [otherOwner, somewhere]) {
    const found = pattern.exec(whole + clause)
    if (found && !ours.test((whole + clause).slice(found.index + found[0].length))) return true
  }
  const isOfOthers = otherSystem.test(whole.slice(-120)) && !/本(?:システム|クラスタ)|当社/u.test(whole)
  if (isOfOthers || theirs.test(after.slice(0, 120)) || inThoseDays.test(after.slice(0, 30))) return true
  return notOfCluster.test(after.slice(0, 300)) || isOfOtherHost(opening, said, clause.split(',', 1)[0]!)
}
