/**
 * How people say in other languages than English that a command hangs, or how long it took. The words stand beside the name of a command,
 * within one sentence; what they deny, suppose, or tell of another time is none.
 */

/** Supposed, or of nobody's system: right before the name of the command. */
export const supposedElsewhere =
  /(?:^|[\s,;(])(?:als|om|indien|wanneer|qualora|quando|cuando|caso|wenn|falls|sobald|если|когда|якщо|eğer|jeśli|jeżeli|gdy|pokud|když|dacă|hvis|jos|만약|もし|如果|若|se|si) (?:(?:il|la|lo|o|un|el|le|les|los|i|der|die|das|ein|de|het|een|команда|comando|Befehl|comando) ){0,2}["'«“`„]?$|\b(?:Beispiel|z\. ?B\.|esempio|ejemplo|exemple|exemplo|voorbeeld|przykład\p{L}*|například|например|örne\p{L}+)(?!\p{L})/iu

/** Over sooner than counts, in these languages. */
export const soonOverElsewhere =
  /(?<![\d.])(?:\d|[1-9]\d|1[01]\d) ?(?:[Ss]ek|sec|sn\b|saniye|сек|秒|초|seg\b|segund|vteřin|másodperc)|(?<!\d)(?:1|een|één|eine?|un[ae]?|bir|jedną|jednu|одну) ?(?:min|dakika|dk\b|分|분|минут)|\b(?:kurz|brevemente|un attimo|un momento|kısa süre|chwil\w*|chvíl\w*|ненадолго)(?!\p{L})|(?:paar|qualche|quelques|unos|alguns|kilka|pár|несколько|birkaç|몇) ?(?:[Ss]e[ckg]\w*|saniye|секунд|초)|잠깐|잠시/u
