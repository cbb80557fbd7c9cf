import type { KnowledgeBase } from '../../kb/model.ts'
import { namedAgent } from '../events/named-agent.ts'
import { later } from '../lines/later.ts'

/** What people call the resources of a cluster, by their ids and by what they are. */
export interface Thing {
  readonly start: number
  readonly end: number
  readonly name: string
  /** The agent that it is driven by, where its name or the text tells. */
  readonly agent: string | undefined
}

const virtual =
  '[Vv]irtu[ae]l\\p{L}{0,4}|[Vv]irtuell\\p{L}{0,3}|[Vv]irtueel|[Ww]irtualn\\p{L}{1,3}|[Vv]irtuáln\\p{L}{1,3}|[Вв]иртуальн\\p{L}{1,3}|[Ss]anal'
const address = [
  'IPaddr2?|VIPs?|[Cc]luster[- ]?IP|[Ss]ervice[- ]?IP|[Ff]loating[- ](?:IP|address)|[Vv]irtual address|(?:[Ss]ervice|[Cc]luster|IP) address(?:es)?|[Ss]ervice-?[Aa]dresse|[Cc]luster-?[Aa]dresse|IP-?[Aa]dress\\p{L}{0,3}',
  `(?:${virtual}) (?:[Aa]dress\\p{L}{0,3}|adres\\p{L}{0,3})|(?:${virtual}) IP(?:-?[Aa]dres\\p{L}{0,3})?|(?:adresse|dirección|endereço|indirizzo|adres) (?:${virtual}|virtual\\p{L}*)|IP[- ](?:${virtual}|flott?ante?s?|flotante|flutuante|fluttuante|de servi[cç]\\p{L}{1,2}|di servizio|адрес\\p{L}{0,3})|adresse (?:IP|virtuelle|flottante|de service)|[Zz]wevende?[- ](?:IP-?)?adres(?:sen)?|[Ss]chwebende\\p{L}? (?:IP-?)?[Aa]dresse|[Ff]lytande (?:IP-?)?adress\\p{L}*|[Ff]lydende (?:IP-?)?adress\\p{L}*|plovoucí (?:IP |adres\\p{L}*)|pływając\\p{L}+ (?:IP|adres\\p{L}*)|(?:la )?dirección (?:IP|virtual|flotante|de servicio)|endereço (?:IP|virtual|flutuante)|indirizzo (?:IP|virtuale|fluttuante)|adres\\p{L}{0,2} (?:IP|wirtualn\\p{L}{1,3})|IP[- ]?adres\\p{L}{0,3}|плавающ\\p{L}{1,3} (?:IP|адрес)\\p{L}{0,3}`,
].join('|')
/** Beside a word that says that it is taken off. */
export const anyAddress =
  /(?<!\p{L})(?:[Aa]ddress(?:es)?|[Aa]dress[ea]n?|adrese?|dirección|endereço|indirizzo|адрес\p{L}{0,2}|адреса)(?!\p{L})|アドレス|地址|주소/u
const eastern = '仮想 ?IP|虚拟 ?IP|浮动 ?IP|가상 ?IP|フローティング ?IP'

/** Applications by the agents that drive them. */
const driven: Readonly<Record<string, string>> = {
  Filesystem:
    'file ?systems?|mount ?points?|dateisystem\\w*|système de fichiers|sistema de (?:ficheros|archivos|arquivos)|bestandssyste\\p{L}*|filsystem\\p{L}*|system\\p{L}* plików|souborov\\p{L}+ systém\\p{L}*|файлов\\p{L}+ систем\\p{L}*|dosya sistem\\p{L}*|fájlrendszer\\p{L}*',
  exportfs: 'exportfs|NFS[- ]?export\\p{L}*|exports? NFS',
  nfsserver: 'nfsserver|NFS[- ]?server\\p{L}*',
  db2: 'db2',
  oracle: 'oracle',
  oralsnr: 'lsnrctl|oralsnr|listener',
  mysql: 'mysql|mariadb|galera',
  pgsql: 'pgsql|postgre\\w*',
  apache: 'apache2?|httpd',
  nginx: 'nginx',
  SAPInstance: 'SAPInstance|ASCS|ERS',
  SAPHana: 'SAPHana(?:Topology)?|hana',
  'LVM-activate': 'LVM(?:-activate)?',
  drbd: 'drbd',
  tomcat: 'tomcat',
  docker: 'docker',
  podman: 'podman',
  haproxy: 'haproxy',
  named: 'named|bind9',
  samba: 'samba|smbd',
  postfix: 'postfix',
  VirtualDomain: 'VirtualDomain',
  rabbitmq: 'rabbitmq\\S*',
  redis: 'redis',
  iSCSITarget: 'iSCSI(?:Target|LogicalUnit)',
}
const easternFiles = 'ファイルシステム|文件系统|파일 ?시스템'
const agents = Object.keys(driven)
const inWords = later(
  `(?<!\\p{L})(?:${agents.map((agent, i) => `(?<a${i}>${agent === 'Filesystem' ? driven[agent] : `(?:${driven[agent]})(?![./\\d])`})`).join('|')})(?!\\p{L})|(?<eastern>${easternFiles})`,
  'giu',
)
/** An id of a resource has an underscore, or begins or ends with what resources are. */
const ids =
  /(?<![\w./:$@-])(?:[A-Za-z][A-Za-z0-9]{0,30}(?:_[A-Za-z0-9.]{1,30}){1,6}|(?:rsc|res|vip|ip|fs|prm|p)-[\w-]{1,40}|[a-z][\w]{0,20}-(?:vip|ip|fs|rsc|res))(?![\w@/(-]|\.\w)/g
const noId =
  /_(?:stop|start|monitor|promote|demote|timeout|const|tcp|udp|mode|size|interval)s?(?:_\d+)?$|^(?:fence|stonith|crm|pcs|token|have|sos|max|min|op|corosync|pacemaker|systemd|cib|totem|knet|rc|exit|node|call|last|meta|var|etc)[_-]|OCF_/i
/** `monitor qdb (30s) timeout`: whatever stands between an operation and its end is a resource. */
const besideOperation =
  /(?<![\w-])(?:monitor|start|stop|promote|demote)(?: of| for)? ["'`]?(?<name>[a-z][\w-]{1,30})["'`]?(?=(?: \(\d{1,4} ?s\w{0,6}\))?:? ?(?:=>|->|→)? ?(?:time-?out(?! ?[=:\d]| (?:of|is|value))|timed[ -]out|OCF_TIMEOUT|failed|rc=[1-9]))/giu
const noName =
  /^(?:operation|action|actions|operations|check|checks|request|job|command|task|attempt|call|resource|service|and|or|that|it|this|has|have|had|was|also|again|then|with|by|no|the|timeout|time-out|which|all|they|script|cluster|node)$/i
/** What stands alone: "the VIP", "Service-IP". */
const addresses = later(`(?<![\\p{L}\\w-])(?:${address})(?![\\p{L}\\w-])|${eastern}`, 'gu')
/** Behind a name: what it is, `svc (IPaddr2)`. */
const inBrackets = /^["'`“”»’*]{0,2} ?\((?:[\p{L} ]{1,30} )?(?:ocf:{1,2}\w{1,20}:)?([A-Za-z][\w-]{1,40})(?:[ ,][^)]{0,30})?\)/u
const isAddressName = (name: string) => /^(?:IPaddr2?)$/.test(name)

/** A person of rank, and what such people get, is no address. */
const ofPeople = {
  behind: later(
    `^[- ]?(?:badges?|guests?|lounges?|customers?|visitors?|tickets?|pass(?:es)?|areas?|parking|seats?|seating|part(?:y|ies)|dinner|treatment|entrances?|rooms?|wristbands?|users?|passengers?|delegations?|attendees?|gäste?|gasten?|kunden?|bereich|ausweis\\p{L}*|karten?|salonek|hosté|hosta|goście|gość|клиент\\p{L}*|гост\\p{L}+|зал\\p{L}*)(?!\\p{L})|^(?: \\p{L}+){0,6} (?:at the (?:door|gate|reception|entrance|airport|security desk)|an der (?:Tür|Pforte|Rezeption)|(?:by|from) (?:the )?(?:bouncer|doorman|guards?|security staff))(?!\\p{L})`,
    'iu',
  ),
  before:
    /(?<!\p{L})(?:badges?|clients?|clientes?|clienti|cliente|invités?|invitados?|convidados?|ospit[ei]|gości[ae]?|carré|espace|salon|zona|sala|área|area|pase|crachá|pulseira|entrada|strefa|pokój|klienta?|tarjeta|biglietto|ingresso) $/iu,
}
const isPerson = (before: string, behind: string) => ofPeople.behind.test(behind) || ofPeople.before.test(before)

/** Whatever a sentence names of resources, from left to right; `known` are the agents that the text names for ids. */
export function thingsIn(text: string, known: ReadonlyMap<string, string>, kb: KnowledgeBase): Thing[] {
  const byName = namedAgent(kb.components)
  const found: Thing[] = []
  const add = (start: number, name: string, agent: string | undefined) => {
    const end = start + name.length
    if (found.some(one => one.start < end && one.end > start)) return
    const bracket = inBrackets.exec(text.slice(end, end + 90))?.[1]
    const named = bracket !== undefined && /[A-Z_2]/.test(bracket) ? agentOf(bracket) : undefined
    found.push({ start, end, name: name.toLowerCase(), agent: named ?? agent })
  }
  for (const { 0: id, index } of text.matchAll(ids)) if (!noId.test(id)) add(index, id, known.get(id) ?? agentOf(byName(id)))
  for (const { 0: name, index } of text.matchAll(addresses)) {
    const owner = found.find(one => isNamedBy(one, { start: index, end: index + name.length }, text))
    // What an id is stands beside it, and is no other one.
    if (owner) found[found.indexOf(owner)] = { ...owner, agent: 'IPaddr2' }
    else if (!/^vips?$/i.test(name) || !isPerson(text.slice(0, index), text.slice(index + name.length))) add(index, name, 'IPaddr2')
  }
  for (const match of text.matchAll(inWords)) {
    const at = Object.entries(match.groups!).find(([, value]) => value !== undefined)![0]
    add(match.index, match[0], at === 'eastern' ? 'Filesystem' : agents[Number(at.slice(1))]!)
  }
  for (const match of text.matchAll(besideOperation)) {
    const name = match.groups!.name!
    if (!noName.test(name) && !noId.test(name))
      add(match.index + match[0].lastIndexOf(name), name, known.get(name) ?? agentOf(byName(name)))
  }
  for (const name of known.keys()) {
    const at = name.length > 2 ? text.search(new RegExp(`(?<![\\w./-])${name.replace(/[.-]/g, '\\$&')}(?![\\w-])`)) : -1
    if (at >= 0) add(at, name, known.get(name))
  }
  return found.sort((one, other) => one.start - other.start)
}
/** `vip_a (IPaddr2)`, `IPaddr2 vip_a`. */
function isNamedBy(id: Thing, { start, end }: { readonly start: number; readonly end: number }, text: string): boolean {
  if (id.agent !== undefined && !isAddressName(id.agent)) return false
  if (id.end <= start) return insideBracket.test(text.slice(id.end, start))
  return /^IPaddr2?$/.test(text.slice(start, end)) && /^ ["'`“„«]?$/.test(text.slice(end, id.start))
}
const insideBracket = /^["'`“”»’*]{0,2} ?\((?:[^()]{0,40}[\s:,])?$/u
const agentOf = (agent: string | undefined) => agent?.replace(/^ocf:\w+:/, '').replace(/^IPaddr$/, 'IPaddr2')
export const isAddress = ({ agent }: Thing): boolean => agent !== undefined && isAddressName(agent)
