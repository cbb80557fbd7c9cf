import { patternOf } from './form.ts'

/**
 * What people say of a trial without the security software, in all languages together: `*` stands for any ending. The first list of each
 * has blanks between words, the second one (Chinese, Japanese, Korean) has none.
 */
const words = {
  /** Security software without its name. */
  agent: [
    'anti-?virus|anti-?malware|virus ?scanner|AV|EDR|endpoint (?:security|protection|agent)|security (?:agent|software|scanner|tool)s?|real-?time (?:protection|scan*)|on-?access[ -](?:scan*|protection)|virenscanner*|virenschutz*|echtzeitschutz*|sicherheitsagent*|sicherheitssoftware|antivirus|agent de sécurité|protection temps réel|protection en temps réel|agente de (?:seguridad|segurança)|protección en tiempo real|proteção em tempo real|agente di sicurezza|protezione in tempo reale|antivirusprogram*|antywirus*|program* antywirus*|antivir|antiviru|antivirovou|антивирус*|агент* безопасности|antivirüs*|vírusirtó*|virustorjun*|beveiligingsagent|virusscanner|antivírus|Sophos|McAfee|Symantec|Trellix|Defender|Kaspersky|Bitdefender|ESET',
    'ウイルス対策(?:ソフト)?|アンチウイルス|セキュリティ(?:ソフト|エージェント)|リアルタイム(?:保護|スキャン)|杀毒软件|杀软|防病毒(?:软件)?|安全软件|安全代理|实时(?:防护|保护|监控)|防毒軟體|백신|보안 ?(?:에이전트|솔루션)|실시간 ?(?:감시|검사|보호)',
  ],
  off: [
    'uninstall*|un-install*|remov(?:e|ed|es|ing|al)|deinstall*|disabl(?:e|ed|es|ing)|deactivat*|switched (?:it )?off|switching (?:it )?off|turned (?:it )?off|turning (?:it )?off|shut (?:it )?(?:down|off)|stopp(?:ed|ing)|stop of|unload*|without|off|purged|erased|took (?:it )?off|taking (?:it )?off|deaktivier*|abgeschaltet|abschalten|abschaltung|ausgeschaltet|ausschalten|gestoppt|entfernt|entfernen|beendet|entladen|ohne|désactiv*|désinstall*|arrêt*|supprim*|retir*|coup(?:é|ée|er)|sans|desactiv*|desinstal*|desatival*|desativ*|detuv*|deten*|apag*|quit(?:ar|é|amos|ado|ó)|elimin*|sin|parado|parar|removi*|removemos|desligad*|desligar|sem|disattiv*|disinstall*|rimoss*|rimuov*|spent*|senza|uitgeschakeld|uitschakelen|uitgezet|verwijderd|gedeïnstalleerd|zonder|avaktivera*|avinstallera*|stängde av|stängt av|utan|deaktivere*|afinstallere*|avinstallere*|slået fra|slått av|uden|uten|wyłącz*|odinstalowa*|usunię*|zatrzyma*|bez|vypnut*|vypnul*|vypnutí|odinstal*|odstran*|zastav*|отключ*|выключ*|удал*|снес*|останов*|выгруз*|без|kapat*|kaldır*|devre dışı|durdur*|olmadan|kikapcsol*|eltávol*|poistett*|dezactiv*|dezinstal*',
    '無効(?:化|に)?|停止|アンインストール|外し|外す|オフに|止め|なしで|関闭|关闭|关掉|停用|禁用|卸载|停掉|停止|移除|去掉|비활성|중지|제거|삭제|끄|껐|내리',
  ],
  /** Running again. */
  on: [
    're-?enabl*|re-?activat*|re-?install*|switched (?:it )?(?:back )?on|turned (?:it )?(?:back )?on|turning (?:it )?(?:back )?on|started (?:it )?again|back on|put (?:it )?back|enabled (?:it )?again|on again|wieder (?:eingeschaltet|aktiviert|an|installiert|gestartet|einschalten|aktivieren)|réactiv*|réinstall*|relanc*|remis en (?:marche|route)|reactiv*|volvimos a activar|volver a activar|reinstal*|religa*|reativ*|riattiv*|reinstall*|riaccend*|riacces*|weer (?:aangezet|ingeschakeld|geïnstalleerd)|slog på|slagit på|slået til|slått på|igen aktiver*|ponown* (?:włącz*|instal*|uruchom*)|znowu włącz*|znovu (?:zapn*|spust*|instal*)|opět zapn*|снова (?:включ*|установ*|запуст*)|обратно (?:включ*|поставил*)|tekrar (?:açt*|aç*|etkin*|kur*)|yeniden (?:açt*|etkin*|kur*|başlat*)',
    '再度有効|再有効化|再び有効|有効に戻|再インストール|元に戻|再开启|重新(?:启用|开启|安装|启动|打开)|再打开|다시 (?:켜|활성|설치|실행)',
  ],
  trouble: [
    'problem*|issue*|fault*|symptom*|hang|hangs|hanging|freez*|stall*|time-?out*|timeout*|fail-?over*|fenc*|reboot*|delay*|latenc*|slowness|slow*|error*|token loss*|retransmi*|outage*|lock-?up*|it|this|that|everything|all of it|cluster|pcs|nodes?|störung*|fehler*|hänger*|aussetzer*|verzögerung*|effekt|verhalten|es|das|panne*|problème*|lenteur*|bascule*|blocage*|comportement|souci*|ça|cela|tout|problema*|fallo*|lentitud|bloqueo*|incidencia*|todo|comportamiento|falha*|lentidão|travament*|isso|tudo|guast*|rallentament*|blocc*|comportamento|tutto|storing*|probleem|problemen|vertraging*|gedrag|alles|fel|felet|problemet|problemen|hängning*|fejl*|feil*|awari*|objaw*|zawiesz*|opóźnien*|błęd*|problém*|potíž*|závad*|zpožděn*|záseky|chyb*|проблем*|зависан*|таймаут*|сбо(?:й|и|ев)|тормоз*|симптом*|ошибк*|всё|все|sorun*|takılma*|hata*|yavaşlık|gecikme*|probléma*|hiba*|ongelma*|probleme*|eroril*',
    '問題|事象|現象|障害|遅延|タイムアウト|ハング|フェイルオーバ|再現|问题|現象|故障|现象|超时|卡顿|切换|重启|問題|문제|현상|장애|지연|타임아웃|증상|절체',
  ],
  gone: [
    "gone|disappear*|vanish*|went away|goes away|go away|ceas(?:ed|es)|stopped|stops|resolv(?:ed|es|ing)|solv(?:ed|es|ing)|fix(?:ed|es|ing)|cur(?:ed|es)|clear(?:ed|s)|eliminat*|no longer|not (?:happen*|occur*|come back|return*|reappear*|recur*|seen) (?:again|since|any ?more)|never (?:happen*|occur*|came back|return*|reappear*|recur*|seen)|has not (?:happen*|occur*|come back|return*|recur*|reappear*)|hasn['’]t (?:happen*|occur*|come back|return*|recur*|reappear*)|have not (?:happen*|occur*|had|seen|come back|return*|recur*)|haven['’]t (?:happen*|occur*|had|seen|come back|return*|recur*)|helped|verschwunden|verschwand*|weg|behoben|gelöst|trat(?:en)? (?:\\p{L}+ )?nicht (?:mehr|wieder) auf|nicht (?:mehr|wieder) aufgetreten|nicht mehr vorgekommen|kein* (?:\\p{L}+ )?mehr|nie wieder|disparu*|disparaî*|résolu*|réglé*|n['’]est (?:plus|jamais) (?:re)?(?:apparu|arrivé|venu|revenu)|plus (?:aucun*|jamais|de)|ne se produi* plus|desapareci*|resuelto|resolvi*|solucion*|no (?:ha |han )?(?:volvió|vuelto|volvieron) a|ya no|se acab*|desaparec*|sumiu|sumiram|parou|pararam|não (?:voltou|ocorreu|aconteceu|voltaram) (?:mais)?|nunca mais|não (?:\\p{L}+ )?mais|scompars*|sparit*|risolt*|non si (?:è|sono) (?:più )?(?:verificat*|ripresentat*|ripetut*)|mai più|non (?:\\p{L}+ )?più|verdwenen|opgelost|verholpen|niet meer (?:voorgekomen|gezien|opgetreden|teruggekomen)|geen (?:\\p{L}+ )?meer|försv(?:ann|unnit)|löst|inte (?:kommit tillbaka|hänt igen|återkommit)|forsv(?:andt|undet)|løst|zniknę*|zniknął|ustąpi*|rozwiązan*|ustał*|nie (?:wrócił*|powtórzył*|pojawi* się)|zmize*|zmizel*|vyřeš*|ustal*|se neopak*|se nevrát*|исчез*|пропал*|решил*|прошл*|прекратил*|ушл*|больше не|не повтор*|kayboldu|çözüldü|düzeldi|kesildi|bir daha (?:olmadı|görülmedi|yaşanmadı)|tekrarlamadı|megszűnt*|megoldód*|katosi*|hävisi*|a dispărut|s-a rezolvat",
    '解消|消え|再発して(?:い)?ま?せん|再発してい?ない|発生しなく|起きなく|なくなり|なくなっ|収ま|治ま|解决|消失|没再(?:出现|发生)|不再(?:出现|发生)|没有再(?:出现|发生)|恢复正常|就好了|正常了|消失|사라|해결|없어졌|재발하지|발생하지 ?않|더 이상',
  ],
  /** It is well, said without the trouble. */
  well: [
    "back to normal|works? (?:fine|again|perfectly|normally|well)|worked (?:fine|again|perfectly|normally)|runs? (?:fine|smoothly|stable|normally)|(?:running|been) (?:fine|stable|quiet|smooth*)(?: (?:ever )?since)?|no (?:more|further) (?:\\p{L}+ ){0,2}(?:problem*|issue*|hang*|freez*|time-?out*|fail-?over*|fenc*|reboot*|error*|loss*|delay*)|(?:stable|quiet) (?:ever )?since|all (?:is )?(?:good|fine|well) (?:now|again|since)|did the trick|solved it|fixed it|läuft (?:alles )?(?:seitdem|wieder|nun|jetzt)? ?(?:stabil|sauber|normal|rund|problemlos|ohne probleme)|seitdem (?:ist )?ruhe|ist ruhe|alles wieder (?:normal|gut|schnell)|rentré dans l['’]ordre|fonctionne (?:de nouveau|à nouveau|normalement|correctement)|plus rien|todo (?:volvió a la normalidad|funciona bien|va bien|normal)|vuelve a ir bien|voltou ao normal|funciona (?:bem|normalmente)|tornato (?:tutto )?(?:alla normalità|normale)|funziona (?:bene|normalmente|tutto)|werkt (?:alles )?(?:weer|normaal|goed)|fungerar (?:allt )?(?:igen|normalt|bra)|działa (?:normalnie|dobrze|poprawnie)|wróciło do normy|je klid|funguje (?:to )?(?:normálně|bez problémů|dobře)|всё (?:работает|заработало|в порядке|нормально|хорошо)|все (?:работает|заработало|в порядке|нормально)|работает нормально|her şey (?:normale döndü|düzeldi|normal)|sorunsuz çalış*",
    '正常に(?:戻|動)|安定し|问题不再|恢复了?正常|一切正常|정상(?:화| ?동작|으로)',
  ],
  stays: [
    "persist*|remain(?:s|ed)?|continu(?:e|ed|es)|unchanged|(?:just |exactly )?(?:as|the same as) before|identical|still (?:\\p{L}+ ){0,2}(?:happen*|occur*|there|hang*|slow|time* out|fail*|see|seeing|get|getting|present|appear*|reproduc*|lose|losing|fenc*)|did(?: not|n['’]t) (?:help|change|make|fix|solve|cure|improve)|does(?: not|n['’]t) (?:help|change|make|fix|solve|improve)|made no difference|makes no difference|no (?:difference|change|improvement|effect)|to no avail|same (?:problem|issue|behaviou?r|result|symptom*|picture)|brachte nichts|bringt nichts|half nicht|hilft nicht|ohne erfolg|besteht weiter*|bleibt (?:bestehen|gleich)|tritt (?:\\p{L}+ )?(?:weiter*|trotzdem|immer noch) auf|unverändert|wie (?:vorher|zuvor)|kein* (?:unterschied|änderung|besserung)|persiste*|perdur*|toujours (?:là|présent|le même|pareil)|n['’]a rien (?:changé|donné)|ne change rien|n['’]a pas (?:aidé|résolu)|aucune (?:différence|amélioration)|inchangé*|comme avant|sans (?:effet|changement)|sigue (?:igual|pasando|ocurriendo|fallando)|siguen|no (?:ayudó|cambió|sirvió|mejoró)|sin (?:cambios|mejora|efecto)|igual que antes|inalterad*|invariat*|come prima|como antes|ongewijzigd|oförändra*|uændre*|uendre*|niezmien*|nezměněn*|continua (?:igual|acontecendo|ocorrendo)|não (?:ajudou|mudou|resolveu|adiantou)|sem (?:efeito|melhora|mudança)|persist*|non (?:è cambiato|ha aiutato|ha risolto|cambia) ?(?:nulla|niente)?|senza (?:effetto|miglioramenti|differenze)|rimane|blijft|hielp niet|helpt niet|geen (?:verschil|verbetering|effect)|hjälpte inte|ingen (?:skillnad|förbättring|forskel)|kvarstår|hjalp ikke|nie pomogło|nie pomaga|bez (?:zmian|poprawy|skutku)|nadal (?:występuj*|jest|się)|dalej (?:występuj*|to samo)|nepomohlo|nepomáhá|beze změny|stále (?:se|trvá|stejn*)|pořád stejn*|не помогло|не помогает|без (?:изменений|результата)|всё равно|все равно|осталась|остались|то же самое|işe yaramadı|değişmedi|fark etmedi|devam (?:ediyor|etti)|nem segített",
    '変わら(?:ず|ない|なかった)|改善し(?:ない|ません|なかった)|再現し(?:た|ます|ました)|解消し(?:ない|ません|なかった)|仍然|依旧|依然|没有(?:改善|变化|效果)|无效|没用|还是(?:一样|会|出现)|还会|여전|변화 ?(?:가 )?없|효과 ?(?:가 )?없|계속 ?발생|동일한 ?(?:증상|현상)',
  ],
  /** Taken out of the system, and not only stopped. */
  removed: [
    'uninstall*|un-install*|rpm -e|(?:dnf|yum|zypper|apt(?:-get)?) (?:-y )?(?:remove|erase|purge)|deinstall*|désinstall*|desinstal*|disinstall*|gedeïnstalleerd|avinstallera*|avinstallere*|afinstallere*|odinstal*|dezinstal*|деинсталл*|удалил*|удал[её]н*|kaldırıldı|kaldırdık|eltávolít*',
    'アンインストール|卸载|제거|삭제',
  ],
  /** What no hook outlives, or a look at the hooks themselves. */
  hookless: [
    'reboot*|neu ?gestartet|neustart*|redémarr*|reinici*|riavvi*|herstart*|omstart*|genstart*|restartowa*|reboot*|restartova*|перезагру*|yeniden başlat*|újraind*|lsmod|kernel modules? (?:unloaded|gone)|no (?:fanotify|kernel module)*',
    '再起動|重启|重启动|재부팅|재시작',
  ],
  /** What somebody concludes of a trial: it was not the software. It stands right before or behind the name. */
  cleared: [
    "(?:so|thus|hence|therefore|also) (?:it(?:['’]s| is| was) )?not (?:the |our )?|also (?:ist es )?nicht (?:der |die |das )?|donc pas (?:l['’]|le |la )?|luego no (?:es |era )?(?:el )?|logo não (?:é |era )?(?:o )?|quindi non (?:è |era )?(?:l['’]|il )?|dus niet (?:de |het )?|значит,? не |więc nie |takže ne ",
    'よって|因此不是|所以不是|따라서',
  ],
  /** The trouble is there again. */
  back: [
    'came back|comes back|coming back|returned|returns|is back|was back|are back|were back|reappear*|happen(?:s|ed) again|occur(?:s|red) again|started again|starts again|again (?:time* out|slow|hang*|hung)|trat(?:en)? (?:\\p{L}+ ){0,2}wieder auf|wieder da|kam(?:en)? (?:\\p{L}+ ){0,2}zurück|kehrte* zurück|revenu*|réappar*|recommenc*|est de retour|volvió|volvieron|regresó|reapareci*|voltou|voltaram|reaparec*|tornat* |ricompars*|ripresentat*|riapparv*|terug|teruggekomen|tillbaka|kom igen|kom tilbake|wrócił*|powrócił*|pojawił* się (?:znowu|ponownie)|vrátil*|zase (?:se )?objevil*|вернул*|снова (?:начал*|появил*|зависа*)|опять|geri (?:geldi|döndü)|yeniden başladı',
    '再発し(?!て(?:い)?な|ませ|なく)|再び発生|また発生|再现|又(?:出现|发生|开始)|再次(?:出现|发生)|다시 (?:발생|나타|느려)|재발(?!하지)',
  ],
  /** Left out of the scan. */
  excluded: [
    'exclu(?:de|ded|ding|sion|sions)|white-?list*|allow-?list*|ausgenommen|ausnahme*|ausschl(?:uss|üsse|ossen)|ausgeschlossen|exclu|exclue*|exclure|exclusion*|exclui*|exclusion*|excluir|exclusión|exclusiones|exclusões|exclusão|esclus*|escluso|esclusioni|uitgesloten|uitsluiting*|undant*|undtag*|wyklucz*|výjim*|vyloučen*|исключен*|исключил*|hariç|istisna*',
    '除外|排除|白名单|예외',
  ],
  /** Something else was changed, too. */
  other: [
    'raised|increas*|upgrad*|updat*|patch(?:ed|ing)|replac*|swapped|moved|migrat*|tuned|changed (?:the )?(?:token|timeout|kernel|switch|cable|firmware|mtu)|erhöh*|ausgetauscht|getauscht|gepatcht|aktualisiert|augment*|remplac*|mis à jour|aument*|actualiz*|reemplaz*|cambi(?:é|amos|ado|ato)|substitu*|atualiz*|aggiorn*|sostitui*|verhoogd|vervangen|bijgewerkt|höjde|bytte|uppdatera*|zwiększ*|wymien*|zaktualiz*|zvýš*|vyměn*|aktualiz*|увелич*|замен*|обнов*|artır*|değiştir*|güncelle*',
    '増やし|交換|更新|アップデート|増加|调大|更换|升级|增加|늘리|교체|업데이트',
  ],
} as const
export type Proof = keyof typeof words

/** A pattern for any of the words of these lists; it is to be used with the flags `iu`. */
export const ofProof = (...names: readonly Proof[]): string => patternOf(...names.map(name => words[name]))
