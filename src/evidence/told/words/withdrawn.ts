import { later } from '../../lines/later.ts'
import { acrossLines } from './across.ts'

/** Words that take back what was reported before them, and those of rules and of what is only imagined. The same in many languages. */
const word = (words: readonly string[]) => `(?<!\\p{L})(?:${acrossLines(words.join('|'))})(?!\\p{L})`

/** The whole report was none: it was opened, sent or filled in by mistake, or is to be forgotten. */
export const byMistake = later(
  `${word([
    '(?:raised|opened|created|logged|submitted|filed|sent|reported|entered)(?: (?:this|the|that|my|it|an?))?(?: (?:page|mail|ticket|alarm|alert|call|report|record|incident|case))? (?:in error|by mistake|by accident|accidentally|mistakenly)|(?:mistakenly|accidentally|erroneously|wrongly) (?:raised|opened|created|logged|submitted|filed|sent|reported)|pressed (?:submit|send|save) (?:instead of|by (?:mistake|accident))|(?:ignore|disregard|discard|forget) (?:about )?(?:my|our|the|this|that)(?: (?:last|earlier|previous|first|whole|above))? (?:page|mail|e-?mail|message|call|alarm|alert|ticket|report|post|incident|record)s?',
    '(?:irrtümlich|versehentlich|fälschlich(?:erweise)?|aus versehen) (?:eröffnet|angelegt|gemeldet|aufgemacht|erstellt|abgeschickt|eingereicht|gesendet|erfasst)|kommando zurück|(?:meine|unsere|die)(?: (?:letzte|vorige|erste))? (?:meldung|mail|nachricht|alarmierung) (?:bitte )?(?:ignorieren|vergessen)|(?:ticket|meldung|alarm) ist gegenstandslos',
    '(?:ouvert|créé|envoyé|saisi|soumis|signalé|émis)(?:e|s|es)? par erreur|(?:ne (?:pas )?tene[zr] (?:pas |aucun )?compte (?:de|du)|ignore[zr]|oublie[zr]) (?:mon|notre|le|la|cette|ce) (?:message|courriel|mail|appel|alerte|ticket|signalement)',
    '(?:abiert|cread|enviad|registrad|reportad)[oa]s? por error|(?:olvid|ignor|desestim)\\p{L}{1,5} (?:mi|el|este|la|esta) (?:mensaje|correo|aviso|llamada|alarma|incidencia|ticket)|(?:abert|criad|enviad|registrad)[oa]s? por (?:engano|erro)|(?:abri|criei|registrei|enviei)(?: (?:o|a|este|esta))? (?:chamado|ticket|registro|alerta|mensagem) por (?:engano|erro)|desconsider\\p{L}{1,3} (?:meu|minha|o|a|este|esta) (?:mensagem|e-?mail|chamado|alerta|aviso)',
    '(?:apert|creat|inviat|segnalat|inserit)[oaie] per (?:errore|sbaglio)|(?:ignor|dimentic)\\p{L}{1,4} (?:il mio|la mia|questo|questa|il|la) (?:messaggio|mail|segnalazione|allarme|ticket|avviso)|(?:ticket|segnalazione|allarme) annullat[oa] perché (?:apert|inviat)[oa] per (?:errore|sbaglio)',
    '(?:per ongeluk|per abuis|abusievelijk|ten onrechte|bij vergissing) (?:ingediend|aangemaakt|geopend|gemeld|verstuurd|ingestuurd|ingevoerd)|(?:negeer|vergeet) (?:mijn|het|de|dit|deze)(?: (?:vorige|eerdere))? (?:bericht\\p{L}*|mail\\p{L}*|melding|alarm|ticket)',
    '(?:öppna|skapa|skicka|anmäl|registrera)\\p{L}{0,3} (?:av misstag|felaktigt)|(?:oprettet|sendt|åbnet|meldt|opprettet|åpnet) ved en (?:fejl(?:tagelse)?|feil(?:takelse)?)|(?:bortse från|ignorera|glöm) (?:mitt|min|det|larmet)(?: \\p{L}+)? ?(?:meddelande|larm|mejl|ärende)?|se bort fra (?:min|mit|meldingen|beskeden)',
    '(?:założon|otwart|utworzon|wysłan|zgłoszon)\\p{L}{1,2} (?:omyłkowo|przez pomyłkę|pomyłkowo|błędnie)|(?:omyłkowo|przez pomyłkę|pomyłkowo) (?:założon|otwart|utworzon|wysłan|zgłoszon)\\p{L}{1,2}',
    '(?:založen|otevřen|vytvořen|odeslán|nahlášen|zadán)\\p{L}{0,2} omylem|omylem (?:založen|otevřen|vytvořen|odeslán|nahlášen|zadán|odeslal|založil)\\p{L}{0,2}|(?:vytvoren|odoslan|nahlásen)\\p{L}{0,2} omylom',
    '(?:создан|открыт|заведен|заведён|отправлен|зарегистрирован)\\p{L}{0,2} (?:по ошибке|ошибочно)|(?:по ошибке|ошибочно) (?:создан|открыт|заведен|заведён|отправлен|зарегистрирован)\\p{L}{0,2}|(?:створен|відкрит|надіслан)\\p{L}{0,2} помилково',
    'yanlışlıkla (?:açıl|oluşturul|gönderil|bildiril|aç|gönder)\\p{L}+|(?:vahingossa|erehdyksessä) (?:avattu|luotu|lähetetty)|tévedésből (?:nyit|küld|rögzít)\\p{L}+|(?:deschis|creat|trimis)\\p{L}? din greșeală',
  ])}|(?:誤って|間違えて)(?:起票|登録|送信|送付|発報|申請)|誤(?:登録|送信|起票)|误(?:报单|提交|建单|开单)|(?:错误|不小心)(?:提交|创建|建单)的?|(?:실수로|잘못) ?(?:등록|접수|발송|생성|제출|보낸|보냈)`,
  'giu',
)
/** No alarm, or not to be minded: with a word of a mistake beside it. */
export const falseAlarm = later(
  `${word([
    'false alarms?|never ?mind|(?:scrap|scratch|strike) (?:it|that|this)|forget (?:it|about it|that)|(?:please )?(?:ignore|disregard)(?: (?:it|that|this))?(?=\\s?[.,;:!)]|$)|please ignore|please disregard|there (?:is|was) no (?:error|fault|problem|incident)|i take (?:it|that|this|the alarm|my alarm|the report|my report|everything) back',
    'fehlalarm|falscher alarm|blinder alarm|bitte (?:ignorieren|vergessen|nicht beachten)|vergesst (?:es|das)|vergessen sie (?:es|das)|(?:ich|wir) (?:ziehe|nehme|ziehen|nehmen) (?:die meldung|meine meldung|den alarm|das|alles) zurück|alles zurück',
    "fausses? alertes?|fausse alarme|(?:ne )?(?:pas )?en tenir compte|n['’]en tene[zr] pas compte|laissez tomber|oubliez (?:ça|cela|tout)|je retire (?:mon alerte|mon signalement|ce que j['’]ai (?:dit|écrit|signalé))",
    'falsas? alarmas?|olvid(?:ad|en|e)lo|ignor(?:ad|en|e)lo|no (?:le |lo )?(?:hagáis|hagan|haga) caso|retiro (?:el aviso|la alarma|lo dicho)|alarmes? falsos?|falso alarme|desconsider(?:em|ar|e)|esqueçam|deixem para lá',
    'fals[oi] allarm[ei]|lasciate perdere|lascia perdere|non (?:ne )?tenete(?:ne)? conto|ignorate(?:lo|la)?|come non detto|ritiro (?:la segnalazione|tutto|quanto detto)',
    'loos alarm|vals alarm|laat maar(?: zitten)?|vergeet (?:het|maar)|(?:graag|gelieve te) negeren|niets van aantrekken|ik neem (?:het|alles|mijn melding) terug',
    'falskt (?:larm|alarm)|falsk alarm|bortse (?:från|ifrån)|glöm det|glem det|se bort fra(?: det)?|ignorera(?:r)?',
    'fałszyw\\p{L}+ alarm\\p{L}*|proszę (?:zignorować|nie zwracać uwagi)|zignoruj\\p{L}*|odwołuj\\p{L}+ (?:alarm|zgłoszenie)|nieważne',
    'plan(?:ý|ého|ej) poplach\\p{L}*|falešn\\p{L}+ poplach\\p{L}*|prosím ignor\\p{L}+|ignorujte|neberte to v potaz|odvolávám|planý poplach',
    'ложн\\p{L}+ тревог\\p{L}*|тревога ложная|не обраща(?:йте|й) внимания|отбой|прошу (?:не учитывать|игнорировать)|игнорируйте|хибн\\p{L}+ тривог\\p{L}*',
    'yanlış alarm\\p{L}*|dikkate almayın\\p{L}*|görmezden gelin|boş ?verin|väärä hälytys|unohtakaa|jättäkää huomiotta|téves riasztás|hagyjátok|tárgytalan|alarmă falsă|ignorați',
  ])}|誤報|取り消します|取消します|無視してください|忘れてください|误报|虚惊一场|请(?:大家)?(?:忽略|无视)|当我没说|오보|오탐|무시(?:해|하)|취소합니다`,
  'giu',
)
/** How it came: another window, another system, the words of another record; or somebody is sorry. */
export const mixedUp = later(
  `${word([
    'sorry|apolog\\p{L}+|my (?:mistake|fault|bad)|wrong (?:window|tab|terminal|console|system|host|machine|node|cluster|ticket|time|session|customer)|mixed (?:it |them |this |up )*up|(?:copied|pasted|taken)(?: over)? (?:\\p{L}+ ){0,5}?(?:from|of) (?:another|a different|an? old|last)|(?:the |blank |empty )?template|(?:reading|looking at|watching) the (?:journal|log|logs)|misread|mistook|i was (?:looking at|reading|on the wrong)|on my side',
    'entschuldig\\p{L}*|sorry|falsche[nmrs]? (?:fenster|system|terminal|konsole|rechner|knoten|ticket|reiter|tab|uhrzeit)|verwechselt|verwechslung|falsch (?:gelesen|abgelesen|geschaut)|(?:uhr\\p{L}*|log|protokoll) falsch|(?:fenster|konsole|log|protokoll) (?:vom|des|der|eines) (?:test|labor|abnahme|schulung)\\p{L}*|kopiert|vorlage|mein fehler',
    'excus\\p{L}*|désolée?s?|pardon|mauvais[e]? (?:fenêtre|onglet|terminal|serveur|machine|console|ticket)|trompée?s? de|confondue?s?|confusion|copi(?:é|er|ée)\\p{L}*|mal lu|modèle vierge|mon erreur',
    'perdón|perdon\\p{L}*|disculp\\p{L}*|lo siento|equivo\\p{L}+|ventana|confund\\p{L}+|copi(?:é|ado|ada|ei)|plantilla|desculp\\p{L}*|enganei|janela|confundi|copiei|modelo em branco|foi erro meu|error mío',
    'scusat\\p{L}*|scusa|mi (?:dispiace|sono sbagliat[oa])|sbagliat[oa]|finestra|confus[oa]|copiat[oa]|ambiente di (?:collaudo|test|prova)|modello vuoto|errore mio',
    'sorry|excuses|verkeerde? (?:venster|tab|scherm|terminal|server|machine|node|ticket|systeem)|verwisseld|vergist|vergissing|verzonnen|gekopieerd|sjabloon|mijn fout|twee vensters',
    'ursäkta|förlåt|fel (?:fönster|flik|terminal|system|server|maskin)|förväxla\\p{L}*|kopiera\\p{L}*|beklager|undskyld|unnskyld|feil vindu|forkert vindue|forvekslet|kopieret|mall',
    'przepraszam\\p{L}*|pomyli\\p{L}+|pomyłk\\p{L}+|złe okno|nie to okno|skopiowa\\p{L}+|szablon\\p{L}*|środowiska? (?:testow|labow)\\p{L}+',
    'omlouvám\\p{L}*|pardon|omluv\\p{L}*|omyl\\p{L}*|spletl\\p{L}*|špatn\\p{L}+ (?:okn|terminál|server)\\p{L}*|zkopíroval\\p{L}*|šablon\\p{L}*|ospravedlň\\p{L}+|testovac\\p{L}+ prostřed\\p{L}+',
    'извин\\p{L}+|простите|прошу прощения|перепута\\p{L}+|ошиб(?:ся|лась|лись)|не то окно|не в том окне|скопировал\\p{L}*|шаблон\\p{L}*|журнал (?:тестов\\p{L}+ )?стенда|вибачте|переплута\\p{L}+',
    'özür\\p{L}*|kusura|yanlış (?:pencere|sekme|sunucu|terminal)\\p{L}*|karıştır\\p{L}+|kopyala\\p{L}+|şablon\\p{L}*|anteeksi|pahoittelut|väärä ikkuna|väärässä ikkunassa|sekoitin|elnézést|bocsánat|rossz ablak\\p{L}*|összekever\\p{L}+|scuze|fereastra greșită|am confundat',
  ])}|申し訳|すみません|お詫び|(?:別|違う|誤った)(?:の)?(?:画面|ウィンドウ|端末|環境|サーバ)|検証環境|取り違え|見間違|誤報|コピー|抱歉|对不起|不好意思|看错|搞错|弄混|错(?:了)?窗口|测试环境|复制|模板|죄송|미안|착각|잘못 (?:보|봤)|다른 창|테스트 (?:환경|서버)|혼동|복사`,
  'iu',
)
/** It was real nevertheless, or came back; or only a part of it was none. */
export const realAfterAll = later(
  `${word([
    "re-?open\\p{L}*|after all|(?:is|was|it['’]s) (?:very |quite |indeed )?real|for real|genuine\\p{L}*|no (?:false alarm|mistake)|(?:not an?|n['’]t an?) (?:false alarm|mistake|error)|confirmed|still (?:hang|happen|slow|see|run|wait|there|open)\\p{L}*|about the cause|not (?:in|by) (?:error|mistake)",
    'wieder ?(?:er)?öffnet|doch (?:echt|real|kein)|kein (?:fehlalarm|falscher alarm|irrtum)|keineswegs|(?:ist|war) (?:aber |doch |sehr )?(?:echt|real)|bestätigt|immer noch|was die ursache',
    "rouvert\\p{L}*|réouvert\\p{L}*|bien (?:réel|réelle)|pas une fausse alerte|n['’]est pas une (?:fausse|erreur)|confirmée?s?|toujours (?:bloqué|là|lent)\\p{L}*|finalement",
    'reabiert[oa]|reabert[oa]|de verdad|no (?:es|era|fue) (?:una )?falsa|não (?:é|era|foi) (?:um )?(?:alarme falso|falso)|confirmad[oa]s?|sigue\\p{L}*|continua\\p{L}*|al final sí|é real|es real',
    'riapert[oa]|davvero|non (?:è|era) un falso|confermat[oa]|è reale|ancora bloccat[oa]|heropend|geen (?:loos|vals) alarm|bevestigd|toch echt|is (?:wel )?echt(?! niet)|nog steeds',
    'åter ?öppna\\p{L}*|gen(?:åbnet|åpnet)|inget falskt|inte falskt|bekräfta\\p{L}*|bekræftet|bekreftet|fortfarande|stadig',
    'ponownie otwart\\p{L}+|to nie (?:był |jest )?fałszyw\\p{L}+|naprawdę|potwierdz\\p{L}+|nadal|znovu otevřen\\p{L}*|není planý|opravdu|potvrzen\\p{L}*|stále|přesto',
    'переоткрыт\\p{L}*|не ложн\\p{L}+|по-настоящему|подтвержд\\p{L}+|подтвердил\\p{L}+|всё-таки|все-таки|до сих пор|yeniden açıl\\p{L}+|yanlış alarm değil|gerçekten|doğrulan\\p{L}+|hâlâ',
  ])}|再オープン|誤報では(?:な|あり)|本当に|やはり|重新打开|不是误报|确实|确认属实|오보가 아|재오픈|실제로 발생`,
  'iu',
)
/** Supposed, asked, or what somebody thought first. */
export const onlyThought = later(
  `${word([
    'not|no|isn|wasn|never|neither|maybe|perhaps|thought|think|could|might|may|hoped?|if|whether|or|looks?|kein\\p{L}*|nicht|vielleicht|dachte\\p{L}*|ob|wohl|oder|pas|peut-être|croyai\\p{L}+|cru|pensai\\p{L}+|ou|quizás?|tal vez|pensé|creí\\p{L}*|talvez|pensei|achei|forse|pensavo|non|niet|geen|misschien|dacht|inte|ikke|kanske|trodde|måske|eller|nie|może|myśl\\p{L}+|czy|není|nebyl|možná|myslel\\p{L}*|не|может|думал\\p{L}*|или|belki|değil',
  ])}`,
  'iu',
)
/** A sentence of an earlier paper is taken back. */
export const withdrawn = later(
  `${word([
    '(?:statement|sentence|claim|finding|passage|paragraph|wording|remark|conclusion|entry|line|it|this|which|that|they|both)(?: [\\p{L}\\d.,-]+){0,14}? (?:(?:is|was|are|were|has been|have been|be) (?:now |hereby |therefore |herewith )*(?:withdrawn|retracted|revoked|struck(?: out)?|deleted|annulled))|we (?:hereby )?(?:withdraw|retract) (?:this|that|the|these|both)',
    '(?:aussage|satz|feststellung|behauptung|passage|angabe|text|diese[rs]?|er|sie|beide)(?: [\\p{L}\\d.,-]+){0,12}? (?:zurückgezogen|zurückgenommen|gestrichen|widerrufen|hinfällig)',
    "(?:phrase|affirmation|constat|mention|passage|conclusion|elle|celle-ci|il|celui-ci)(?: [\\p{L}\\d.,'’-]+){0,12}? (?:retirée?s?|supprimée?s?|annulée?s?|rétractée?s?)",
    '(?:afirmación|frase|conclusión|mención|pasaje|párrafo|esto|se)(?: [\\p{L}\\d.,-]+){0,12}? (?:retirad[oa]s?|suprimid[oa]s?|anulad[oa]s?|retira|retracta)|(?:afirmação|frase|conclusão|menção|trecho)(?: [\\p{L}\\d.,-]+){0,12}? (?:retirad[oa]|suprimid[oa]|anulad[oa]|removid[oa])',
    '(?:affermazione|frase|conclusione|passaggio|dichiarazione)(?: [\\p{L}\\d.,-]+){0,12}? (?:ritirat[oa]|ritrattat[oa]|cancellat[oa]|annullat[oa]|stralciat[oa])|(?:stelling|zin|bewering|conclusie|passage|deze|die)(?: [\\p{L}\\d.,-]+){0,12}? (?:ingetrokken|herroepen|geschrapt|vervallen)',
    '(?:uppgift|påstående|mening|slutsats|den|det|udsagn|sætning|utsagn|setning)\\p{L}{0,3}(?: [\\p{L}\\d.,-]+){0,12}? (?:återtagits|återtas|dragits tillbaka|stryks|strukits|trukket tilbage|trukket tilbake|strøget)',
    '(?:stwierdzenie|zdanie|wniosek|twierdzenie)(?: [\\p{L}\\d.,-]+){0,12}? (?:wycofan\\p{L}{1,2}|wycofujemy|skreślon\\p{L}{1,2}|odwołan\\p{L}{1,2})|(?:tvrzení|věta|závěr)(?: [\\p{L}\\d.,-]+){0,12}? (?:stažen\\p{L}{0,2}|odvolán\\p{L}{0,2}|stahujeme|vypuštěn\\p{L}{0,2}|odvoláváme)',
    '(?:утверждени|фраз|вывод|предложени)\\p{L}*(?: [\\p{L}\\d.,-]+){0,12}? (?:отозван\\p{L}{0,2}|снят\\p{L}{0,2}|исключен\\p{L}{0,2}|отзыва\\p{L}+)|(?:ifade|cümle|tespit)\\p{L}*(?: [\\p{L}\\d.,-]+){0,12}? (?:geri çekil\\p{L}+|çıkarıl\\p{L}+)',
  ])}|(?:記載|記述|文言|主張|内容)[^。\\n]{0,30}?(?:撤回|取り下げ|削除し)|(?:表述|说法|结论|该句|描述)[^。\\n]{0,30}?(?:撤回|收回|删除|作废)|(?:문장|기술|주장|내용)[^.\\n]{0,30}?(?:철회|삭제)`,
  'giu',
)
/** Only the paper was wrong, or it was reported twice: what it says was so. */
export const ofPaper = later(
  `${word([
    'attachments?|attached|screenshots?|duplicates?|duplicated|twice|typo|customer number|anhang|anlage|doppelt|duplikat|tippfehler|pièces? jointes?|doublons?|en double|adjunt[oa]s?|duplicad[oa]s?|anexos?|allegat[oi]|duplicat[oi]|doppione|bijlagen?|dubbel|duplicaat|bilag(?:a|or|an|et)?|dubblett|dobbelt|załącznik\\p{L}*|duplikat\\p{L}*|příloh\\p{L}*|přiložen\\p{L}*|вложени\\p{L}+|дубл\\p{L}+|дважды|mükerrer|liite|kaksoiskappale|melléklet\\p{L}*|kétszer',
  ])}|添付|重複|二重|附件|重复|첨부|중복`,
  'iu',
)
/** Behind a word of a mistake: not the report, but where it was put. */
export const putWrongly = later(
  `^\\s?[,(]?\\s?${word(['under|in|into|with|against|for|to|at|unter|im|mit|bei|für|sous|dans|pour|bajo|con|para|com|sob|sotto|nel|nella|onder|voor|under|för|pod|w|na|v|ve|s|в|под|на|olarak'])}`,
  'iu',
)
/** Who says it invented it. */
export const madeUp = later(
  `${word([
    '(?:i|we) (?:just |simply |only )?(?:made (?:it|that|this|them) up|invented (?:it|that|this|them))|i (?:only )?imagined (?:it|that|this)',
    '(?:habe|hatte|hab) ich (?:mir )?(?:nur |bloß |in der \\p{L}+ |im \\p{L}+ )?(?:ausgedacht|erfunden|zusammengereimt|eingebildet|dazugedichtet)|ich (?:mir )?(?:nur |bloß )?(?:ausgedacht|erfunden|eingebildet) habe',
    "je l['’]ai inventée?|j['’]ai inventé (?:ça|cela|tout)|(?:me )?lo (?:he )?invent(?:é|ado)|me lo imaginé|(?:eu )?inventei (?:isso|tudo)|me lo sono inventat[oa]|l['’]ho inventat[oa]",
    '(?:dat|het|die) heb ik (?:er )?(?:in mijn \\p{L}+ |zelf |maar )?(?:bij |er bij |erbij )?(?:verzonnen|bedacht)|(?:det )?(?:hittade jag på|har jag hittat på)|(?:det )?(?:fandt|fant) jeg (?:selv )?på|(?:to )?(?:sobie )?(?:wymyślił|zmyślił)(?:em|am)|(?:to )?jsem si (?:to )?(?:vymyslel|vymyslela)|(?:это )?я (?:сам |сама )?(?:придумал|выдумал)а?|(?:kendim|ben) uydurdum|keksin (?:sen )?itse|én találtam ki|am inventat(?:-o)?',
  ])}|でっち上げ|(?:瞎编|编造)的|지어낸`,
  'giu',
)
/** What it stood in: a draft, an earlier version, or between marks. */
export const quotedBefore = later(
  `["“”„«»「『][^"“”„«»」』\\n]{8,300}["“”„«»」』]|${word([
    'drafts?|(?:earlier|previous|first|preliminary) (?:version|report)|version \\d|entwurf\\p{L}*|vorabbericht\\p{L}*|projet|version provisoire|brouillon|borrador|versión (?:anterior|preliminar)|rascunho|minuta|versão (?:anterior|preliminar)|bozza|concept|utkast\\p{L}*|udkast\\p{L}*|wersj\\p{L} robocz\\p{L}+|projek\\p{L}+|koncept\\p{L}*|návrh\\p{L}*|черновик\\p{L}*|проект\\p{L}*|taslak\\p{L}*',
  ])}|草案|初版|初稿|草稿|초안`,
  'iu',
)
/** Of a field that tells how a record ended. */
export const closedRecord = later(
  `${word(['closed|cancell?ed|rejected|resolved|state|status|closure|close code|resolution|geschlossen|storniert|abgebrochen|zustand|fermée?|annulée?|état|statut|cerrad[oa]|cancelad[oa]|anulad[oa]|estado|fechad[oa]|encerrad[oa]|chius[oa]|annullat[oa]|stato|gesloten|geannuleerd|stängt?|lukket|avslutat|zamknięt\\p{L}+|anulowan\\p{L}+|uzavřen\\p{L}*|zrušen\\p{L}*|закрыт\\p{L}*|отменен\\p{L}*|отменён\\p{L}*|kapatıldı|iptal'])}|クローズ|取消|关闭|已取消|종결|취소`,
  'iu',
)
