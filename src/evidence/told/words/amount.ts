/** How people tell that lines of a log are very many, without a number, in all languages together. */

const inEurope = [
  'flood\\p{L}*|swamp\\p{L}*|overr[au]n\\w*|drown\\p{L}*|chok\\p{L}*|clogg?\\p{L}*|bursting|peppered|littered|plastered|overflow\\p{L}*|full of|nothing but|spam\\p{L}*|spew\\p{L}*|non-?stop|endless\\p{L}*|constant\\p{L}*|continu\\p{L}*|permanent\\p{L}*|repeated(?:ly)?|over and over|all the time|again and again|keeps?|masses of|lots of|heaps of|piles of|a (?:\\p{L}+ )?lot of|(?:so |too )many|tons of|loads of|countless|innumerable|numerous|(?:many|countless|umpteen) times|storms? of|growing like crazy|filled|fills|(?:several|many|multiple|a few|dozens of) (?:times )?(?:times )?(?:a|per|each|every) second',
  'ständig|dauernd|massenhaft|massig|massenweise|haufenweise|unmengen|laufend|immer wieder|am laufenden band|im (?:sekunden|minuten)takt|sekündlich|pausenlos|ununterbrochen|voll mit|voll von|voller|überlauf\\p{L}*|überflut\\p{L}*|quillt|vollgelaufen|vollgeschrieben|(?<=(?:log|journal|protokoll)\\P{L}[^.!?;]{0,60}) voll|unzählige|(?:viele|zig|etliche) male?|sehr oft|zigmal|zugemüllt|flutet|füllt sich',
  'sans (?:cesse|arrêt|interruption)|en boucle|à longueur de|à répétition|à la pelle|par rafales?|débord\\p{L}*|satur\\p{L}*|truffé\\p{L}*|envahi\\p{L}*|noyé\\p{L}*|bourré\\p{L}*|se remplit|rempli\\p{L}*|inond\\p{L}*|des tas de|(?:de nombreuses|maintes|plein de) fois|plein de|constamment|en permanence',
  'se llenan?|constantemente|repetidamente|sin (?:parar|cesar)|lleno de|llena de|inunda\\p{L}*|plagad\\p{L}*|repleto|repleta|atestad\\p{L}*|satura\\p{L}*|desborda\\p{L}*|a raudales|un montón de|montones de|infinidad de|muchas veces',
  '(?:se enche|enche-se|enchem-se)|sem parar|sem cessar|o tempo todo|cheio de|lotad\\p{L}*|entupid\\p{L}*|abarrotad\\p{L}*|recheado|transborda\\p{L}*|um monte de|uma enxurrada|enxurrada|muitas vezes',
  'si riempi\\p{L}+|di continuo|continuamente|in continuazione|pieno (?:zeppo )?di|zeppo|strapieno|stracolmo|intasat\\p{L}*|a raffica|senza (?:sosta|tregua)|zalewa\\p{L}*|sommers\\p{L}*|invas\\p{L}|una valanga|molte volte',
  "loopt vol|lopen vol|voortdurend|aan één stuk door|vol met|vol van|bol van|barst\\p{L}* van|puilt uit|bedolven|overspoel\\p{L}*|aldoor|massa[’'`]?s|constant|om de haverklap|(?:vele|heel veel) (?:keren|malen)",
  'fylls|svämm\\p{L}*|översvämm\\p{L}*|proppfull\\p{L}*|flödar|dränk\\p{L}*|hela tiden|fullt? (?:av|med)|hele tiden|fyldt med|fylt (?:av|med)|oversvømm\\p{L}*|drukner|vrimler|stopfuld\\p{L}*|flommer|oavbrutet|mängder av|massor av|massevis|(?:många|mange) gang(?:e|er)?|många gånger',
  'bez przerwy|ciągle|cały czas|non ?stop|pełn\\p{L}+|zapchan\\p{L}*|zasyp\\p{L}*|zalan\\p{L}*|zawalon\\p{L}*|zaśmiec\\p{L}*|roi się|mnóstwo|masa|masę|wiele razy|zapełnia\\p{L}*',
  'neustále|pořád dokola|plný|plné|plná|zaplav\\p{L}*|zahlcen\\p{L}*|zahlcuj\\p{L}*|zasyp\\p{L}*|přetéká|spousta|spousty|hromad[ay]|plní se|mnohokrát|bez přestání|pořád',
  'постоянно|непрерывно|беспрерывно|бесконечно|без конца|забит\\p{L}*|засып\\p{L}*|завал\\p{L}*|засор\\p{L}*|переполн\\p{L}*|сып\\p{L}т\\p{L}*|сыпл\\p{L}*|валят\\p{L}*|лезут|прёт|сплошн\\p{L}+|пестрит|куча|кучи|раз подряд|много раз|нон-?стоп',
  'sürekli|durmadan|aralıksız|dolu|doluyor|dolup taş\\p{L}*|dolmuş|boğul\\p{L}*|folyamatosan|tele van|jatkuvasti|mereu|defalarca|sokszor|monta kertaa',
].join('|')
const inAsia =
  '大量|很多次|无数次|许多次|不断|反复|频繁|一直|刷屏|满屏|狂刷|刷了|全是|充斥|塞满|계속|반복|대량|가득|쏟아|도배|끊임없|넘쳐|何度も|何回も|繰り返|大量に|延々|ずっと|頻発|連続|埋め尽く|あふれ|溢れ|だらけ|ひっきりなし|毎秒'

/** Without a break: no denial, though it begins as one. */
export const unceasing =
  '(?:without (?:a |any )?(?:break|pause|interruption|stopping|stop|let-?up|end|cease|ceasing)|non-?stop|no end of|ohne (?:unterlass|unterbrechung|pause|ende|aufzuhören|unterbruch)|sans (?:cesse|arrêt|interruption|discontinuer|relâche|fin)|sin (?:parar|cesar|pausa|descanso|interrupción|fin)|sem (?:parar|cessar|pausa|interrupção|descanso|fim)|senza (?:sosta|tregua|interruzion[ei]|pausa|fine|smettere)|zonder (?:ophouden|onderbreking|pauze|einde|stoppen)|utan (?:avbrott|uppehåll|paus|slut)|uden (?:afbrydelse|ophør|pause|stop)|uten (?:avbrudd|opphold|stans|pause)|bez (?:przerwy|ustanku|końca|wytchnienia|přestání|přestávky|ustání|přerušení|konce)|без (?:перерыва|остановки|конца|умолку|пауз\\p{L}*|перебоя|передышки)|ara vermeden)'

export const veryMany = `(?<!\\p{L})(?:${unceasing}|${inEurope})(?!\\p{L})|${inAsia}`
