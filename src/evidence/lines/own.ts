/** What people write in other languages than English who tell what happened to a system of their own. */
const own = [
  // Chinese, Japanese, Korean.
  '本次(?:故障|问题|事故|的)|这次(?:故障|问题|事故)|当时我们|我们(?:的|对)(?:服务器|集群|机器|节点|主机)|故障(?:现象|复盘|报告|时间线)|事故(?:复盘|报告)|问题复盘|线上(?:环境|服务器|故障)|排查(?:过程|记录)|排障|求助|请教|怎么破|大佬|最近.{0,12}(?:时|发现|遇到|出现)|发现.{0,6}(?:命令|系统|服务器|机器|进程|节点).{0,8}(?:卡|挂起|无响应|没有响应|不动|无法)|(?:发现|遇到)(?:一个|了)|生产环境(?:出现|的|中)',
  'クラスタ(?:ー)?です|ログを見ると|(?:困って|教えて)|障害(?:報告|発生|対応)|弊社|当社の|(?:サーバ|サーバー|ノード|マシン)が(?:固ま|落ち|停止し|応答しな)',
  '저희 |\\[(?:접수|답변|문의)\\]|현재까지|어제부터|오늘 (?:아침|새벽)|발생 ?(?:시간|일시)|도와주|문의 ?드|장애(?:가| 발생| 보고| 원인)|(?:문제|현상)(?:가|이) (?:발생했|생겼)|우리 (?:서버|클러스터)',
  // German, Dutch, Scandinavian.
  String.raw`\b(?:[Bb]ei (?:uns|mir)|[Ii]ch habe|[Ww]ir haben|[Hh]abe ich|[Hh]aben wir|[Ii]ch teste|[Ww]ei(?:ß|ss) jemand|[Kk]ennt jemand|[Hh]at jemand|[Kk]ann man|[Uu]nsere?[mnrs]? (?:\S+ )?(?:Server|Cluster|Rechner|Knoten|Maschinen?|VMs?)|[Dd]er (?:Rechner|Server|Knoten) (?:fror|hing|stand|reagierte)|Betroffene[rs]? (?:Host|Server|System|Knoten)|Vorfall|Störungsmeldung)\b`,
  String.raw`\b(?:[Bb]ij ons|[Ww](?:ij|e) hebben|[Ii]k heb|[Mm]elding \d{4,}|[Ss]toringsmelding|[Ss]inds (?:gister\w*|vandaag|vannacht|vanochtend|vorige|de (?:upgrade|update|installatie)|maandag|dinsdag|woensdag|donderdag|vrijdag)|[Hh]eeft iemand)\b`,
  String.raw`\b(?:[Oo]nze (?:server|cluster|machines?)|[Vv]år(?:e|a)? (?:server|kluster))\b`,
  // French, Spanish, Portuguese, Italian.
  String.raw`\b(?:[Jj]['’]ai\b|[Nn]ous avons|[Ss]ur notre|[Aa]vez-vous|[Tt]engo un|[Tt]enemos un|[Aa]lguien (?:sabe|ha)|[Aa]lgu[eé]m (?:sabe|j[aá]|ligou|mexeu)|[Gg]alera|[Pp]arei (?:o|a)|[Ll]iguei|[Rr]einiciei|[Rr]einici[eé] (?:el|la)|[Hh]emos (?:visto|reiniciado|parado|comprobado)|[Ee]stou com|[Tt]emos um|[Aa]bbiamo|[Qq]ualcuno (?:sa|ha)|[Nn]otre (?:serveur|cluster|machine)|[Nn]os serveurs|[Cc]hez nous|[Nn]uestros? (?:servidor(?:es)?|cl[uú]ster|nodos?)|[Ii]ncidente del? \d|[Nn]oss[oa]s? (?:servidor(?:es)?|cluster|máquinas?)|[Hh]ost medido|[Ii] nostri server|[Ii]l nostro (?:server|cluster))\b`,
  String.raw`(?:^|[\s¿(])(?:[Dd]esde (?:ayer|anoche|el (?:lunes|martes|miércoles|jueves|viernes)|ontem|a (?:atualização|segunda))|[Dd]epuis (?:hier|ce matin|cette nuit|lundi|mardi|mercredi|jeudi|vendredi|\d{1,2}[:h]\d\d)|[Dd]a ieri|[Tt]enéis|[Nn]os pasa|[Mm]e pasa|(?:[Ee]n el|[Nn]o|[Ss]ul|[Ss]ur le) (?:nodo|nó|n(?:œ|oe)ud|noeud) ["'«\x60]?[A-Za-z][\w-]*\d)`,
  // Russian, Polish, Czech, Turkish.
  '[Уу] меня|[Кк]огда я |[Вв] (?:журнал|лог)(?:е|ах) (?:узла|сервера)|[Пп]одскажите|[Пп]омогите|столкнул(?:ся|ись)|[Уу] нас (?:упал|завис|пере|возник|на )|[Нн]аш(?:ем|его|и|их)? (?:сервер|кластер)|инцидент',
  '^(?:Здравствуйте|Добрый (?:день|вечер)|Доброе утро|Доброго (?:дня|времени суток)|Всем привет|Коллеги)[.,!]',
  '(?:[Нн]а|[Вв]) наших (?:узлах|серверах|нодах|машинах)',
  '[Сс]о вчерашнего дня|[Пп]осле (?:установки|обновления) .{0,60}(?:команда|узл|сервер)|[Нн]а узле [A-Za-z]',
  String.raw`(?:^|[\s(])(?:[Uu] n[aá]s|[Mm]am(?:y)? (?:klaster|problem|dwa)|[Mm]áme (?:cluster|klastr|problém|dva)|[Oo]d (?:wczoraj|poniedziałku|včerejška|včera|pondělí|aktualizacji|aktualizace)|[Zz]głoszenie (?:nr )?\d|[Cc]zy ktoś|[Nn]eví někdo|[Nn](?:áš|aše|ašem) (?:server|cluster|klastr)\w*|[Nn]a (?:węźle|uzlu) [A-Za-z])`,
  String.raw`(?:^|\s)(?:[Dd]ünden beri|[Bb]izim|[Bb]izde|[Kk]ümemiz\w*|[Aa]rıza (?:kaydı|bildirimi)|\S+ (?:yaşıyoruz|alıyoruz))`,
  String.raw`\b(?:[Nn]asz(?:ym|ego|e)? (?:serwer\w*|klaster\w*)|[Ss]unucumuz\w*|[Ss]istemimiz\w*)\b`,
]
/** What a monitor sends. */
const alert = String.raw`^\W{0,4}\[(?:CRITICAL|ALERT|PROBLEM|FIRING(?::\d+)?|DISASTER)\] \S+ `
const told = new RegExp([...own, alert].join('|'), 'm')

/** Whether the beginning of a file tells of a system of the writer's own, in words other than English, or is what a monitor sent. */
export function isOfOwn(head: string): boolean {
  return told.test(head)
}
