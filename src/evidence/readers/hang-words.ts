/**
 * How people say in other languages than English that a command hangs, or how long it took. The words stand beside the name of a command,
 * within one sentence; what they deny, suppose, or tell of another time is none.
 */

/** It is stuck. */
const stuck = [
  // Dutch, Scandinavian.
  '(?:blijft |bleef |blijven )?h[ai]ng(?:t|en)\\b(?! niet)|vastgelopen|loopt vast|liep vast|h[äæe]nger(?: sig| seg)?\\b(?! (?:ikke|inte))|fryser\\b',
  // Italian, Spanish, Portuguese, French, Romanian.
  'resta (?:lì|appes|blocca|piantat)\\w*|(?:è|rimane|rimasto|resta) (?:bloccat|piantat|appes|congelat)\\w*|si (?:pianta|blocca|impianta|è (?:blocca|pianta)t\\w)|appes[oa]\\b',
  '(?:se )?qued(?:a|ó|an) (?:colgad|bloquead|pillad|congelad|parad)\\w*|(?:está|sigue|siguen) (?:colgad|bloquead|pillad)\\w*|se (?:cuelga|colgó|congela)|trav(?:a|ou|ad[oa]|ando)\\b|fic(?:a|ou) (?:parad|travad|pendurad|pres)\\w*|pendurad[oa]',
  '(?:reste|est|restent|sont) (?:figé|planté|bloqué|suspendu|pendu)\\w*|se blochează|blocat\\b',
  // Turkish.
  'takıl(?:dı|ıyor|ıp|mış)\\w*|asılı kal\\w+|kilitlen(?:di|iyor)\\w*|dondu\\b|donuyor',
  // Polish, Czech, Hungarian, Finnish.
  'wis(?:i|ia[łl]\\w*)\\b|zawis[łl]\\w*|zawiesz\\w+|zamarz\\w+|vis(?:í|el[ao]?)(?![\\p{L}])|zasek(?:l|áv)\\w*|zamrz\\w+|lefagy\\w*|beragad\\w*|jumi(?:ssa|ttaa|utuu)',
  // Russian, Ukrainian.
  'завис\\p{L}*|подвис\\p{L}*|вис(?:ит|ят|нет|ел[аио]?|ить)(?!\\p{L})|залип\\p{L}*',
  // Korean.
  '멈[춰췄추춤]\\p{L}*|먹통|hang ?(?:이 |에 )?(?:걸|됨|상태|발생)|행(?:이|에)? ?걸',
].join('|')
/** It gives nothing back. */
const silent = [
  'reageert niet|komt niet terug|kwam niet terug|geen (?:uitvoer|reactie|antwoord)|svarar inte|svarer ikke|kommer (?:inte|ikke) tillba\\w+',
  'non (?:torna|ritorna|risponde|termina|finisce)\\b|nessun output|nessuna risposta|no (?:responde|vuelve|devuelve|termina|contesta)\\b|sin respuesta|sin salida|não (?:responde|volta|retorna|termina)\\b|sem (?:resposta|saída)|aucune (?:réponse|sortie)|pas de (?:réponse|retour)|ne (?:revient|répond|rend) (?:pas|plus)|nu (?:răspunde|se întoarce|revine)',
  'yanıt (?:vermiyor|yok|vermedi)|cevap (?:vermiyor|yok|vermedi)|(?:geri )?dönmüyor|çıktı yok',
  'nie (?:odpowiada|wraca|kończy)|brak (?:odpowiedzi|wyniku)|nereaguje|neodpovíd\\p{L}*|nevrac\\p{L}+|nevrátil\\p{L}*|žádný výstup|bez odezvy|nem (?:válaszol|jön vissza|reagál)|ei (?:vastaa|palaa)',
  'не (?:отвечает|возвращается|завершается|отда[её]т|відповідає)|нет (?:ответа|вывода|реакции)|без ответа',
  '응답(?:이|도)? ?(?:없|안)|안 ?(?:돌아|끝나)|돌아오지 않|무응답|반응(?:이|도)? ?없|出力がない|没输出',
  'reagiert nicht|antwortet nicht|keine (?:Ausgabe|Antwort|Reaktion)\\b',
].join('|')
const denied = '(?<!(?:^|[\\s,])(?:non|no|não|nie|ne|не|niet|nicht|ikke|inte|nem|nu|kein|geen) (?:si |se |mi )?)'

/** Supposed, or of nobody's system: right before the name of the command. */
export const supposedElsewhere =
  /(?:^|[\s,;(])(?:als|indien|wanneer|qualora|quando|cuando|caso|wenn|falls|sobald|если|когда|якщо|eğer|jeśli|jeżeli|gdy|pokud|když|dacă|hvis|jos|만약|もし|如果|若|se|si) (?:(?:il|la|lo|o|un|el|le|les|los|i|der|die|das|ein|de|het|een|команда|comando|Befehl|comando) ){0,2}["'«“`„]?$|\b(?:Beispiel|z\. ?B\.|esempio|ejemplo|exemple|exemplo|voorbeeld|przykład\p{L}*|například|например|örne\p{L}+)(?!\p{L})/iu

const command = '["\'`„“”«»’]?'
const within = '[^.!?;\\n]{0,40}?'
const edge = '(?:(?<=[\\s"\'`»”,(→>-])|(?<=[^\\x00-\\x7f]))'

/** A simple command (a pattern) that hangs, said before or after its name, and a login. */
export const plainHungElsewhere = (plain: string): readonly RegExp[] => [
  new RegExp(`${plain}${command}${within}${edge}${denied}(?:${stuck}|${silent})`, 'u'),
  new RegExp(`${edge}${denied}(?:${stuck}) (?:[^\\s.!?;:]{1,20} ){0,3}?${command}${plain}`, 'u'),
  new RegExp(
    `(?:[Ll]ogin|[Ii]nlog\\w*|[Aa]ccesso|[Gg]iriş|[Вв]ход|[Лл]огин|로그인|[Ll]ogowani\\w*|[Pp]řihl[aá]\\w+|[Cc]onnexion|[Ii]nicio de sesión|ログイン)[^.!?;\\n]{0,60}?${edge}${denied}(?:${stuck})`,
    'u',
  ),
]
/** Before a number: a moment, how often, or less than that. */
const noMeasure =
  '(?<!(?:vor|hace|il y a|před|pred|för|for|elke?|alle|cada|ogni|her|каждые|co|każde|każdych|weniger als|unter|minder dan|binnen|onder|sotto|pod|az|moins de|menos de|meno di|mniej niż|poniżej|méně než|do|менее|меньше|до|mindre än|mindre enn|under|mai puțin de|sub|kevesebb,? mint) )'
/** Behind it. */
const noMoment = '(?! (?:fa|geleden|önce|назад|temu|atrás|zpět|sedan|siden|시간|içinde|altında|innen)(?!\\p{L}))'
/** A question to the cluster (a pattern) that hangs. */
export const clusterSlowElsewhere = (asks: string): readonly RegExp[] => [
  new RegExp(`${asks}${command}${within}${edge}${denied}(?:${stuck}|${silent})`, 'u'),
  new RegExp(`${edge}${denied}(?:${stuck}) (?:[^\\s.!?;:]{1,20} ){0,3}?${command}${asks}`, 'u'),
  new RegExp(
    `${asks}${command}[^.!?;\\n]{0,60}?${noMeasure}(?<![\\d.,:])(?:[2-9]\\d|\\d{3}) ?(?:saniye|sn\\b|сек(?:унд[ыу]?)?(?!\\p{L})|vteřin\\p{L}*|seg\\b|másodperc|sekuntia|secunde|sekunder|sekundy?\\b)${noMoment}`,
    'u',
  ),
  new RegExp(
    `${asks}${command}[^.!?;\\n]{0,60}?${noMeasure}(?<![\\d.,:])\\d{1,2} ?(?:dakika|dk\\b|minuten|minuti\\b|minutos|minut[ayęy]?\\b|хвилин\\p{L}*|perc\\b)${noMoment}`,
    'u',
  ),
]
/** Over sooner than counts, in these languages. */
export const soonOverElsewhere =
  /(?<![\d.])(?:\d|[1-9]\d|1[01]\d) ?(?:[Ss]ek|sec|sn\b|saniye|сек|秒|초|seg\b|segund|vteřin|másodperc)|(?<!\d)(?:1|een|één|eine?|un[ae]?|bir|jedną|jednu|одну) ?(?:min|dakika|dk\b|分|분|минут)|\b(?:kurz|brevemente|un attimo|un momento|kısa süre|chwil\w*|chvíl\w*|ненадолго)(?!\p{L})|(?:paar|qualche|quelques|unos|alguns|kilka|pár|несколько|birkaç|몇) ?(?:[Ss]e[ckg]\w*|saniye|секунд|초)|잠깐|잠시/u
