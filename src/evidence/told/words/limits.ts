/** How people tell that the time of something was over, or that an address would not go, in all languages together. */

const span = String.raw`(?:\d{1,4}(?:[.,]\d)? ?(?:s|sec|sek|seg|с|m|min)?|\p{L}{2,12})(?:[ -]?(?:seconds?|secs?|minutes?|Sekunden|Minuten?|secondes|minutes?|segundos|minutos?|secondi|minuti|seconden|minuten|sekunder|minuter|sekund|minut\p{L}?|vteřin\p{L}?|секунд\p{L}?|минут\p{L}?|saniye|dakika))?`

const isUp = [
  // It is up, over, used up.
  `(?:allowance|allotted time|its time|time|grace(?: period)?|minutes?|seconds|\\d ?s) (?:was|were|is|are|had been) (?:up|over|used up|spent|exhausted)`,
  `(?:Zeit|Frist|Minuten?|Sekunden|Zeitvorgabe) (?:war|waren|ist|sind) (?:um|vorbei|verstrichen|aufgebraucht|rum)`,
  `(?:délai|temps|minutes?|secondes) (?:était|étaient|est|sont) (?:écoulée?s?|passée?s?|épuisée?s?)`,
  `se (?:le )?(?:acabó|agotó|cumplió|pasó) (?:el|su) (?:tiempo|plazo)|(?:o |seu )?(?:tempo|prazo) (?:acabou|esgotou|estourou)|(?:il |suo )?tempo (?:era|è) (?:scaduto|finito|esaurito)`,
  `(?:tijd|minuut|minuten|termijn|seconden) (?:was|waren|is|zijn) (?:om|op|voorbij|verstreken)|tiden (?:var|är|er) (?:ute|slut|ude|gått)`,
  `czas (?:minął|upłynął|się skończył)|po (?:jej|jego|ich) upływie|(?:po|bo) (?:jejich|jeho|jejím) uplynutí|čas (?:vypršel|uplynul)|время (?:вышло|истекло)|по (?:их|его|её) истечении|süre(?:si)? (?:doldu|bitti)`,
  `(?:was|were|ran|went|being|been) (?:well |far |all )?over (?:its|their) (?:allowed |allotted )?time(?: limit)?(?! (?:of|in|at|with|as))|über (?:ihrer|seiner) Zeit (?:war|waren|lag|lagen)|over (?:hun|zijn|haar) tijd (?:was|waren|heen)|(?:passad|estourad)[oa]s? d[oe] (?:seu )?(?:tempo|prazo)`,
  // It was ended for that.
  `(?:kill|abort|cancell?|cut|terminat|stopp)\\p{L}*[^.!?;,]{0,40}? (?:for (?:being|running|taking) (?:too (?:slow|late|long)|over(?:due)?)|because (?:it|they) (?:took|take|takes|were taking|was taking) too long)|(?:mat|abort|cancel|derrub|interromp|interrump|cort|uccid|termina)\\p{L}*[^.!?;,]{0,40}? (?:por (?:demora|lentidão|lentitud|tardar demasiado|demorar(?:em)? demais)|per lentezza|perché troppo lent\\p{L})|(?:tu|interromp|coup|arrêt)\\p{L}*[^.!?;,]{0,40}? (?:pour|par|à cause d['’]une) (?:trop grande )?lenteur|wegen (?:zu langer Dauer|Überlänge) (?:abgebrochen|gekillt|beendet)`,
  // It was waited for as long, and given up.
  `(?:waited|had waited)[^.!?;]{0,30}?${span}[^.!?;]{0,24}?(?:gave up|given up)`,
  `(?:wartete|gewartet)[^.!?;]{0,30}?${span}[^.!?;]{0,24}?(?:gab auf|gab (?:es|er) auf|aufgegeben)|a attendu[^.!?;]{0,30}?${span}[^.!?;]{0,24}?(?:laissé tomber|abandonné|renoncé)|(?:esperó|esperou|ha aspettato)[^.!?;]{0,30}?${span}[^.!?;]{0,24}?(?:desistió|se rindió|desistiu|ha rinunciato|ha lasciato perdere|si è arreso)`,
  `wachtte[^.!?;]{0,30}?${span}[^.!?;]{0,24}?(?:gaf (?:het )?op|opgegeven)|väntade[^.!?;]{0,30}?${span}[^.!?;]{0,24}?gav upp|(?:czekał|czekała)[^.!?;]{0,30}?${span}[^.!?;]{0,24}?(?:poddał|zrezygnował|odpuścił)\\p{L}*|čekal\\p{L}?[^.!?;]{0,30}?${span}[^.!?;]{0,24}?vzdal\\p{L}?|(?:ждал|подождал)\\p{L}?[^.!?;]{0,30}?${span}[^.!?;]{0,24}?(?:сдал|бросил|махнул)\\p{L}*`,
  // So long, and more it does not get.
  `${span}(?:,)? (?:and |und |et |y |e |en |och |i |a |и )?(?:that|which|this|das|was|ce qui|c['’]|lo que|eso|o que|isso|che|dat|wat|det|to|což|это|а это) ?(?:is|was|est|es|é|è|ist|war|jest|je|är|er)? (?:exactly |genau |exactement |justo )?(?:the |its |our |das |unser |sein |la |el |o |il |de |het )?(?:op(?:eration)?[- ]|stop[- ]|start[- ])?(?:limit|time-?out|Limit|Zeitlimit|límite|limite|délai|limiet|gräns\\p{L}*|grense\\p{L}*|лимит|предел)`,
  // Behind how long it may take.
  `(?:ran|went|was|ging|lief|est allé|se pasó|passou|andò|liep|gick|gikk) (?:over|past|long|drüber|darüber|au-delà|du temps|da lungo|eroverheen|över tiden|over tiden)(?=,? ?\\((?:[^)]{0,16})?\\d)`,
]
const east = '時間切れ|制限時間を超え|时间到了?|时限已到|시간이 (?:다 )?(?:됐|지났|초과)'
export const timeIsUp = `(?<!\\p{L})(?:${isUp.join('|')})(?!\\p{L})|${east}`

/** Behind something that ran out as well: "the same for `fs_a` (40 s allowed)". */
export const lettingGo =
  "(?:would|could|did)(?: not|n['’]t)(?: want to)? (?:let go|release|give (?:up|back)|budge|go away)|(?:never|refused to) (?:let go|released?|give (?:up|back)|budge)|(?:refusing|unwilling) to (?:let go|budge|be released)|wollte(?:n)? (?:einfach )?nicht (?:loslassen|weg|weichen|gehen|herunter|runter)|nicht (?:zurücknehmen|zurückziehen|wegnehmen|abhängen|lösen|herunternehmen) (?:ließ|liess|lassen)|ließ(?:en)? [^.!?;]{0,40}?nicht (?:los|mehr los)|n['’](?:a|ont)(?: jamais| pas)? voulu (?:lâcher|partir|céder)|(?:jamais|pas) (?:voulu )?lâché?(?:er)? prise|refus(?:e|ait|é) de (?:lâcher|partir)|(?:stoppte|hielt) (?:einfach )?nicht(?: an)?|ne s['’](?:est|arrête|arrêtait) (?:pas|jamais) ?(?:arrêtée?)?|no (?:se )?(?:paró|detuvo|para|detiene)(?! de)|não parou(?! de)|non si (?:è|sono) (?:mai )?(?:fermat|arrestat)\\p{L}|stopte (?:gewoon )?niet|(?:stoppade|stannade) (?:aldrig|inte)|(?:stoppede|stoppet|stanset) (?:aldri|aldrig|ikke)|nie zatrzymał\\p{L}* się|się nie zatrzymał\\p{L}*|se nezastavil\\p{L}?|nezastavil\\p{L}? se|не остановил(?:ся|ась|ось|ись)|no (?:quiso|quería|ha querido) (?:soltarse?|irse|liberarse)|não (?:quis|queria) (?:soltar|sair|largar)|non (?:ha|aveva) voluto (?:mollare|andarsene|staccarsi)|non (?:voleva|ne voleva sapere)(?: di)? (?:mollare|andarsene|staccarsi|saperne)|wilde(?:n)? (?:maar )?niet (?:loslaten|weg|los)|liet(?:en)? [^.!?;]{0,40}?niet los|ville (?:inte|ikke) (?:släppa|slippe|slippa)|nie chciał\\p{L}? (?:puścić|zejść|odpuścić)|nechtěl\\p{L}? (?:pustit|se pustit|odejít)|не (?:хотел|желал)\\p{L}? (?:отпуска\\p{L}+|сниматься|уходить)|bırakmak istemedi|不肯(?:释放|放)|一直不释放|手放さな|離さな|놓지 않|놓아주지 않"
export const leaving =
  'on (?:the|its) way (?:out|off)|beim (?:Abgang|Abziehen)|au (?:retrait|départ)|à la (?:descente|sortie)|al salir|na saída|in uscita|bij het (?:opruimen|weghalen)|(?:het )?opruimen van'
