import { later } from '../../lines/later.ts'

/** How people tell that a member was gone and had not said that it goes, or began anew and nobody knows why, in all languages together. */

const L = String.raw`\p{L}`
const some = '[^.!?;。]{0,40}?'
const silently = [
  `(?:left|leaves|gone|went|dropped(?: out)?|disappeared|vanished)${some}(?:without (?:an? |any |even )?(?:saying |sending )?(?:a )?(?:good-?bye|leave message|farewell|announcement|announcing|notice|a word|telling|signing off|(?:a )?clean leave|leaving (?:cleanly|properly)))`,
  `(?:had|has|have) (?:not|never) (?:announced|sent (?:a|its) leave|left (?:cleanly|properly|gracefully|in order))|(?:did not|didn['’]t|never) leave (?:the ${L}+ )?(?:cleanly|properly|in order|gracefully)|no (?:leave|good-?bye|farewell) message`,
  'ohne (?:sich )?(?:vorher )?(?:abzumelden|abmeldung|(?:ordentliche|saubere) abmeldung|tschüss)|keine (?:vorherige )?abmeldung|nicht (?:vorher )?(?:sauber |ordentlich |ordnungsgemäß |regulär )?abgemeldet|nicht (?:sauber|ordentlich|ordnungsgemäß|regulär) verlassen',
  "sans (?:dire au revoir|prévenir|message de départ|(?:le |la |l['’])?quitter proprement|s['’](?:être )?annonc(?:er|é)|annoncer)|n['’](?:avait|a|ayant) pas (?:proprement )?quitté|aucun message de départ",
  'sin (?:despedirse|(?:mensaje de )?despedida|avisar|salir (?:bien|limpiamente|ordenadamente))|no se había despedido|sem (?:se despedir|(?:mensagem de )?despedida|avisar|sair (?:direito|corretamente|de forma limpa)|mensagem de saída)|senza (?:salutare|congedarsi|avvisare|(?:un )?messaggio di uscita|uscire (?:in modo (?:pulito|ordinato)|regolarmente))',
  'zonder (?:zich )?(?:netjes )?(?:af te melden|afmelding|gedag te zeggen)|niet netjes (?:verlaten|afgemeld)|utan att (?:säga hej|säga till|anmäla|avanmäla|lämna (?:ordnat|snyggt))|uden (?:at melde|at sige|afmelding)|uten (?:å melde|å si|avmelding)|ilman (?:hallittua )?(?:poistumista|ilmoitusta|poistumisviestiä)',
  `bez (?:pożegnania|wyrejestrowania|komunikatu o (?:odejściu|wyjściu)|(?:poprawnego|normalnego) wyjścia|rozloučení|ohlášení|odhlášení)|nie (?:wyszedł|opuścił|pożegnał)${L}? (?:się|poprawnie|normalnie)|(?:se )?neodhlásil${L}?|neohlásil${L}? odchod|řádně neodešel`,
  `не попрощавш${L}+|без прощания|штатно не (?:выход|выш|поки)${L}+|не (?:выход|выш|поки)${L}+ штатно|без (?:штатного|корректного) выхода`,
  '(?:düzgün|normal|haber)(?: bir)?(?: şekilde| vermeden)? (?:ayrılmadan|çıkmadan|çıkış yapmadan)|haber vermeden (?:ayrıl|çık|düş)' +
    L +
    '*',
].join('|')
const silentlyInAsia =
  '正常(?:に|な)(?:離脱|退出|停止)(?:は)?(?:して(?:い)?(?:ない|ません|おらず)|せず)|離脱(?:メッセージ|通知)(?:が|は|も)?(?:なし|なく|ない|ありません)|(?:没有?|未)(?:正常|有序|主动)(?:退出|离开)|没有(?:任何)?(?:告别|离开消息|退出消息)|不告而别|정상(?:적으로|적인)? ?(?:나가|종료|이탈|퇴장|leave)[^.]{0,6}지 ?않|정상 ?(?:종료|이탈|leave) ?(?:메시지|로그)?(?:도|가|이|는)? ?없'
export const withoutWord = later(`(?<!${L})(?:${silently})(?!${L})|${silentlyInAsia}`, 'iu')
/** It was one of a cluster. */
export const ofMembership =
  /(?<!\p{L})(?:corosync|members?(?:hips?)?|membre|miembros?|membresía|membros?|membri|membro|mitglied\p{L}*|leden\p{L}*|medlem\p{L}*|jäsen\p{L}*|cz[łl]on\p{L}+|člen\p{L}*|член\p{L}*|состав\p{L}*|üye\p{L}*|ring|anneau|anillo|anel|anello|cl[uú]ster\p{L}*|grappe|klast\p{L}+|klust\p{L}+|klyng\p{L}+|кластер\p{L}*|küme\p{L}*|fürt\p{L}*)(?!\p{L})|メンバ|クラスタ|成员|集群|멤버|클러스터/iu

/** Who is listed as gone, as the log has it; an orderly one is listed so as well. */
export const listedAsLeft = /(?:\bsync left\[[1-9]\d?\]|\bmembers left(?:\[[1-9]\d?\])?): ?\d/iu
/** A machine that began anew, and nobody knows why, was not fenced by what is told of it. */
export const byItself =
  /(?:reboot|restart|reset)\p{L}* (?:unexpectedly|spontaneously|suddenly|by itself|on its own|out of the blue|for no reason|without (?:warning|reason))|(?:unexpected|spontaneous|unplanned|sudden)(?:ly)? (?:reboot|restart|reset)|(?:unerwartet|von selbst|von allein|spontan|plötzlich) neu ?gestartet|redémarré (?:tout seul|sans raison|inopinément)|s['’]est relancée? toute? seule?|reinició (?:solo|sola|inesperadamente)|se ha reiniciado sol[oa]|reiniciou (?:sozinho|inesperadamente)|riavviat[oa] (?:da sol[oa]|inaspettatamente)|(?:onverwacht|vanzelf|spontaan) herstart|startade om (?:av sig själv|oväntat)|genstartede (?:af sig selv|uventet)|nieoczekiwanie się zrestartował|sam się zrestartował|samovolně restartoval|sám restartoval|(?:неожиданно|внезапно|вдруг|сам\p{L}*(?: по себе)?) перезагруз\p{L}+|kendiliğinden yeniden başla\p{L}+|予期せず再起動|勝手に再起動|突然(?:再起動|落ち|リブート|重启)|意外重启|自动重启了|(?:예기치 않게|갑자기|저절로) (?:재부팅|재기동|재시작)/iu
