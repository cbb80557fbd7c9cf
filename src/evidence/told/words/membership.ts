/** How people tell that nodes of a cluster lost each other, in all languages together. */

const L = String.raw`\p{L}`
const some = `(?:[^.!?;。]{0,40}?)`
/** A node, by what it is or by its name. */
const node = `(?:node|peer|partner|member|one|other|${L}{2,}[\\w-]*\\d\\w?|[\\w]+-\\w+|Knoten|Nachbar${L}*|nœud|nodo|nó|uzel|uzl${L}*|węz${L}*|узел|нода|ноды|nod${L}{0,2}|düğüm)`

/** What all nodes are in. */
const ringEnglish = `(?:the |its |our |my )?(?:${L}{3,14} )?(?:membership|ring|cluster(?! (?:config|resource)))`
/** They do not see each other any more, or one does not see another. */
const sight = [
  `lost (?:sight|contact|touch) (?:of|with|to) (?:each other|one another|the other|its (?:peer|partner)|${node})`,
  `(?:each|both)(?: nodes?| of them)? ?(?:saw|sees|see|considered|showed|shows?|had|listed) (?:the other|each other|its peer)${some}(?:offline|unclean|lost|dead|gone)`,
  `(?:stopped|ceased) (?:hearing|seeing|talking to) (?:each other|one another|the other|its (?:peer|partner))|could(?: no longer|n['’]t| not) (?:hear|see) (?:each other|one another|the other|its peer)`,
  `(?:declared|declares|pronounced|took) (?:its peer |the other(?: node)? |${node} )${some}(?:dead|lost|gone|failed)(?! (?:by|after|because))|erklärte (?:${node} )${some}für (?:tot|verloren)`,
  `aus den Augen verloren|(?:den |jeden )?(?:Kontakt|Verbindung) zueinander verloren|sahen sich (?:gegenseitig|nicht mehr)|hielt(?:en)? (?:sich gegenseitig|den anderen|die andere)${some}für (?:tot|offline|weg)`,
  `se sont perdus de vue|ne se (?:voyaient|voient) plus|se perdieron de vista|dejaron de verse|se perderam de vista|deixaram de se (?:ver|enxergar)|si sono pers[ie] di vista|non si vedevano più|elkaar (?:kwijtgeraakt|kwijt|niet meer)${some}|zagen elkaar niet meer|tappade kontakten med varandra|såg inte varandra|mistet kontakten med hverandre|mistede forbindelsen til hinanden|straciły się z oczu|straciły ze sobą (?:kontakt|łączność)|przestały się widzieć|ztratily (?:se z dohledu|spojení)|přestaly se vidět|потеряли друг друга|перестали видеть друг друга|birbirini (?:göremez oldu|kaybetti)`,
  '互いに見えなくな|お互いを見失|互相(?:看不到|失联|失去联系)|서로(?:를)? (?:못 ?보|보지 못|잃)',
]
/** On one it is offline or unclean, and on the other one it is the same of the first. */
export const seenAsGone = /OFFLINE|UNCLEAN|\blost\b/
export const theOtherWay =
  /the other way (?:round|around)|vice[- ]?versa|and (?:the )?reverse|(?:genau )?(?:umgekehrt|andersherum|andersrum)|inversement|et réciproquement|à l['’]inverse|al revés|viceversa|e vice-versa|ao contrário|andersom|omgekeerd|tvärtom|omvendt|odwrotnie|na odwrót|naopak|obráceně|наоборот|tam tersi|逆も|その逆|反之|反过来|반대로|반대도/iu

/** One went on without the others. */
const alone = [
  `(?:formed|forms|built|made|declared|declares|created|established) (?:an? )?(?:new )?(?:membership|ring|cluster|partition|configuration)${some}(?:without (?:it|them|${node})|(?:only )?of (?:itself|one)|(?:consisting )?(?:only )?of itself|by itself|alone|on its own|of its own)`,
  `(?:went|goes|carried|continued) on (?:by itself|alone|on its own|without (?:it|its peer|the other))`,
  `(?:bildete|bildet)${some}(?:eigene[ns]?|allein|ohne (?:ihn|den anderen)) ?(?:\\S+ )?(?:Mitgliedschaft|Ring|Cluster|Partition)?|(?:a formé|a recomposé|recomposition)${some}(?:tout seul|à un seul|à lui seul|sans lui)|(?:formó|creó)${some}(?:membresía|anillo|clúster|partición)${some}(?:solo|sin él)|(?:formou)${some}(?:sozinho|sem ele)|ha formato${some}(?:da solo|senza di lui)|vormde${some}(?:eigen|alleen)${some}(?:lidmaatschap|ring|cluster)|bildade${some}(?:ett eget|ensam)${some}(?:medlemskap|ring|kluster)|utworzył${some}(?:sam|bez niego)${some}(?:członkostwo|klaster|pierścień)|vytvořil${some}(?:sám|bez něj)|(?:образовал|собрал|сформировал)${some}(?:в одиночку|без него|из себя одно${L}*)`,
  '単独で(?:メンバーシップ|クラスタ|構成)|(?:自己)?单独(?:组成|形成)|단독으로 (?:멤버십|클러스터)',
]
/** It answers no more on the net that only corosync uses, or keeps the token. */
const silent = [
  `(?:stopped|stops|ceased) (?:answering|responding|talking)${some}(?:on|over|via) (?:the )?(?:ring|heartbeat|interconnect|corosync|cluster (?:link|network))`,
  `(?:ring|heartbeat|corosync traffic|totem) (?:had |has |was |went |fell )?(?:gone |been |fallen )?(?:silent|dead|quiet)`,
  `failed to (?:pass|hand|return|send)(?: on| back)? (?:the |its )?token|(?:not|${L}{2,6}n['’]t) (?:had|got|gotten|seen|received|heard|passed|handed|returned)(?: on| back)? (?:the|its|any) token`,
]
/** It left, and nobody wanted it to. */
const left = [
  `(?:dropped|fell|fallen|kicked|thrown|flew|vanished|disappeared|gone missing|was lost) (?:out of|from) (?:the |its )?(?:cluster |corosync )?(?:membership|ring|cluster(?! (?:config|resource)))`,
  `(?:dropped|drops|fell|falls|fallen|kicked|thrown|flew|flies|tumbled|slipped|vanished|vanishes|disappeared|disappears|gone|missing|lost|ejected|expelled|evicted|booted) (?:out of|from|off|out from) ${ringEnglish}`,
  `(?:left|leaves|leaving) ${ringEnglish} (?:without (?:being (?:told|asked)|any(?:body|one)|a (?:reason|word)|reason)|for no reason|out of (?:nowhere|the blue)|all by itself)|went missing (?:for|from) (?:corosync|the (?:ring|cluster|membership))`,
  `left (?:the )?(?:membership|cluster|ring) (?:unexpectedly|without (?:warning|notice|being asked)|abruptly|by itself|on its own)`,
  `(?:member count|Mitglieder(?:zahl)?|membres|miembros|membros|membri|leden|medlemmar) (?:went |fell |dropped |down )?(?:from )?[2-9] ?(?:->|→|to|auf|à|a|naar|till) ?[1-8]`,
  `aus (?:dem|der) (?:Cluster|Ring|Mitgliedschaft|Verbund|Membership) (?:gefallen|geflogen|gekippt|verschwunden|gekickt)|(?:fiel|flog|kippte|verschwand)${some}aus (?:dem|der) (?:Cluster|Ring|Mitgliedschaft|Verbund|Membership)`,
  `(?:est )?(?:sortie?|tombée?|disparue?) (?:du|de la|de l['’]) ?(?:cluster|anneau|composition|membership)${some}(?:sans (?:raison|prévenir|crier gare)|brusquement|d['’]un coup|toute? seule?)|(?:salió|sale|desaparece) (?:del|de la) (?:cl[uú]ster|membresía|anillo)${some}(?:sin (?:motivo|razón|avisar)|de repente|de golpe)|(?:volvió a |ha vuelto a )?(?:caerse|caído|expulsado) (?:del|de la) (?:cl[uú]ster|membresía|anillo)|(?:saiu|sai|some) (?:do|da) (?:cluster|membership|anel)${some}(?:sem (?:motivo|razão|avisar)|de repente|do nada)|(?:è )?(?:uscito|caduto|sparito) (?:dal|dalla|dall['’]) ?(?:cluster|membership|anello)${some}(?:senza (?:motivo|preavviso)|di colpo|da solo)`,
  `(?:viel|vloog|verdween|valt|vliegt|verdwijnt)${some}uit (?:het|de) (?:cluster|lidmaatschap|membership|ring)|(?:föll|ramlade|försvann|åkte)${some}(?:ur|ut ur) (?:klustret|medlemskapet|ringen)|(?:falt|røk|forsvant|faldt|røg|forsvandt)${some}(?:ut av|ud af|fra) (?:klyngen|clusteret|ringen|medlemskabet)|(?:wypadł|zniknął|wyleciał)${L}?${some}z (?:klastra|członkostwa|pierścienia)|(?:vypadl|zmizel|vyletěl)${L}?${some}z (?:clusteru|klastru|členství|kruhu)|(?:выпал|вылетел|вывалил|исчез|пропал)${L}{0,4}${some}из (?:кластера|кольца|членства|состава)|(?:kümeden|üyelikten|halkadan)${some}(?:düştü|koptu|kayboldu|atıldı)`,
  `(?:est tombé|tombé|éjecté|sorti brutalement|est sorti sans prévenir|a disparu) (?:du|de la|de l['’]) ?(?:cluster|anneau|composition|membership)|(?:se cayó|cayó|salió inesperadamente|fue expulsado|desapareció) (?:del|de la) (?:cl[uú]ster|membresía|anillo)|(?:caiu|sumiu|foi expulso|saiu inesperadamente) (?:do|da) (?:cluster|membership|anel)|(?:è caduto|è sparito|è stato espulso|è uscito all['’]improvviso) (?:dal|dalla) (?:cluster|membership|anello)`,
  `uit (?:het|de) (?:cluster|lidmaatschap|ring) (?:gevallen|gevlogen|verdwenen|gegooid)|(?:viel|vloog|verdween) uit (?:het|de) (?:cluster|lidmaatschap|ring)|(?:föll|ramlade|försvann) ur (?:klustret|medlemskapet|ringen)|(?:falt|røk|forsvant|faldt|røg) ut? ?av (?:klyngen|clusteret|ringen)`,
  `wypadł(?:a)? z (?:klastra|członkostwa|pierścienia)|vypadl(?:a)? z (?:clusteru|klastru|členství|kruhu)|(?:вывалил${L}{2,4}|выпал${L}{0,2}|вылетел${L}{0,2}) из (?:кластера|кольца|членства)|(?:kümeden|üyelikten) (?:düştü|koptu|çıktı)`,
  'メンバ(?:ー|ーシップ)?から(?:突然)?(?:外れ|離脱|消え|落ち)|クラスタから(?:外れ|離脱|脱落)|(?:脱离|掉出|被踢出|退出)了?(?:集群|成员)|(?:从集群|从成员)(?:中|里)?(?:掉|被踢|消失)|멤버십에서 (?:이탈|제외|빠)|클러스터에서 (?:이탈|빠졌|떨어)',
]
/** Another node found out that it is gone: who speaks of separation, departure or leaving, says from what. */
const foundOut = [
  `(?:detect|notic|observ|register|recogni[sz]|saw|see)${L}{0,4} (?:the |a )?(?:separation|departure|leaving|withdrawal|disappearance|dropout|loss) of (?:(?:the|its|his|a) )?(?:${L}{3,8} )?${node}(?: \\S{1,30})? from ${ringEnglish}`,
  `(?:bemerkte?|erkannte|erkennt|registrierte?|sah) (?:das (?:Ausscheiden|Verschwinden|Fehlen|Wegbrechen)|die Trennung|den Verlust) (?:des|von|der)${some}(?:Cluster|Ring|Mitgliedschaft)`,
  `(?:a )?détecté? (?:la (?:séparation|disparition|perte)|le départ) (?:du|de)${some}(?:du cluster|de l['’]anneau|du membership)|detect(?:ó|a|ou) (?:la |a )?(?:separación|salida|desaparición|pérdida|separação|saída|perda) (?:del|de|do|da)${some}(?:del cl[uú]ster|do cluster|del anillo|do anel|de la membresía)|(?:ha )?rileva(?:to|va)? (?:la (?:separazione|scomparsa|perdita)|l['’]uscita) (?:del|di)${some}(?:dal cluster|dall['’]anello)|(?:wykrył|zauważył|zjistil|zaznamenal)${L}? (?:odłączenie|zniknięcie|utratę|odpojení|zmizení|ztrátu)${some}(?:klastra|clusteru|klastru)|(?:обнаружил|заметил|увидел)${L}{0,2} (?:отделение|уход|выход|исчезновение|потерю)${some}(?:кластера|кольца)`,
  '(?:離脱|分離|切り離し)を検[知出](?!し(?:ない|なか))|(?:检测|檢測|发现)到(?:了)?[^。]{0,12}(?:脱离|离开)(?:了)?(?:集群|成员)|이탈을 (?:감지|검출)(?!하지)',
]
const spaced = (patterns: readonly string[]) =>
  patterns
    .map(pattern => (/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/.test(pattern) ? pattern : `(?<!${L})(?:${pattern})(?!${L})`))
    .join('|')
export const parting = spaced([...sight, ...alone, ...silent, ...left, ...foundOut])

/** Somebody wanted it: said of it, or right before and behind it. */
export const wanted =
  /(?<!\p{L})(?:maintenance|planned|scheduled|standby|pulled|unplugged|(?:we|i|then) (?:shut|rebooted)(?: \p{L}+)? ?(?:down|it)?|pcs cluster stop|we (?:stopped|removed|took|fenced)|i (?:stopped|removed|took|fenced)|on purpose|as (?:expected|intended|planned)|drill|test(?:ed|ing)?|wartung\p{L}*|geplant\p{L}*|gewollt|gezogen|heruntergefahren|wie (?:erwartet|beabsichtigt)|maintenance planifiée|prévu\p{L}*|comme prévu|arrêté par|mantenimiento|planificad\p{L}*|previsto|como (?:se )?esperaba|manutenção|planejad\p{L}*|manutenzione|pianificat\p{L}*|come previsto|onderhoud|gepland\p{L}*|zoals (?:bedoeld|verwacht)|planerad\p{L}*|underhåll|planlagt|vedlikehold|planowan\p{L}*|plánovan\p{L}*|údržb\p{L}*|планов\p{L}*|обслуживани\p{L}*|planlı|bakım)(?!\p{L})|計画|メンテナンス|保守作業|计划|维护|계획|점검/iu
export const notWanted =
  /(?:not|no|nor|never|without|un|nicht|kein\p{L}*|ohne|un|pas|non|sans|aucun\p{L}*|no|sin|ning\p{L}*|não|sem|nenhum\p{L}*|non|senza|nessun\p{L}*|niet|geen|inte|ingen|ikke|nie|bez|żadn\p{L}*|ne|žádn\p{L}*|не|без|ни)[\s-]{0,2}(?:\p{L}{1,14}\s){0,3}$/iu
export const notWantedBehind = /^\p{L}{0,6}(?:では(?:ありません|ない|なく)|でなく|外|以外|(?:이|가|은) ?아니|değil)/u
