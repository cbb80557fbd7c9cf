import type { Words } from './form.ts'

export const english: Words = {
  hangs:
    'hang|hangs|hung|hanging|freeze|freezes|froze|frozen|freezing|stalls|stalled|stalling|stuck|wedged|blocked|blocks|unresponsive|sits there|sat there|sitting there|just sits|just sat|just stands|(?:terminal|session|shell|window|console) (?:is |was |goes |went |just )?dead|cursor (?:\\w+ )?(?:\\w+ )?blink\\w*|blinking cursor|never returns|never returned|never comes back|never came back|never finishes|never finished|never ends|never ended|never completes|never completed|locks up|locked up|deadlocks|deadlocked|is deadlocking',
  silent:
    "(?:minutes?|seconds?) (?:of )?(?:nothing|silence)|has not come back|hasn['’]t come back|has not returned|hasn['’]t returned|not come back|no output|no answer|no response|no prompt|nothing comes back|nothing came back|nothing back|no reply|does not return|doesn['’]t return|did not return|didn['’]t return|does not come back|doesn['’]t come back|did not come back|didn['’]t come back|won['’]t come back|won['’]t return|does not respond|doesn['’]t respond|did not respond|didn['’]t respond|not responding|does not finish|doesn['’]t finish|did not finish|didn['’]t finish|does not complete|did not complete|not done|not finished|does not end|gives nothing back",
  slow: 'very slow|extremely slow|dead slow|really slow|terribly slow|awfully slow|painfully slow|super slow|unbearably slow|incredibly slow|so slow|crawls|crawling|a long time|long time|very long|really long|extremely long|too long|forever|for ever|ages|an eternity|drags on',
  lasts:
    'take|takes|took|pauses|paused|has taken|have taken|taking|thinks|thinking|stare|stared|staring|(?:blank|black|empty) screen|went up to|climbed to|rose to|is up to|(?:keeps?|kept) (?:me|us|you|everybody|one) waiting|(?:makes?|made) (?:me|us|you|one) wait|need|needs|needed|busy for|(?<!(?:the|our|a|its|these) )last|lasts|lasted|ran|runs|run for|running|been running|sitting|sat|sits|is at it|was at it|waited|waiting|wait|spent|spends|measured|timed|clocked|stopwatch|(?:best|worst|fastest|slowest|shortest|longest|first|second|third) (?:run|one|try|attempt|call)(?: was| is)?|it (?:was|is)(?= (?:\\p{L}+ ){0,4}(?:\\d+ ?\\p{L}+|hours?|minutes?|half) before)|still|elapsed|runtime|duration|wants|wanted',
  answers:
    'answer|answers|answered|came only|comes only|only came|only comes|arrived|arrives|returns|returned|return|came after|comes after|came up after|comes back|came back|come back|responds|responded|replies|replied|prints|printed|printing|finish|finishes|finished|done|completes|completed|complete|ends|ended|appears|appeared|shows up|back|ready|result|output|prompt',
  second: 'second|seconds|sec|secs',
  minute: 'minute|minutes|min|mins',
  hour: 'hour|hours|hr|hrs',
  numbers:
    'a:1|an:1|one:1|two:2|three:3|four:4|five:5|six:6|seven:7|eight:8|nine:9|ten:10|eleven:11|twelve:12|fifteen:15|twenty:20|thirty:30|forty:40|fourty:40|forty-five:45|forty five:45|fifty:50|sixty:60|seventy:70|eighty:80|ninety:90|a hundred:100',
  half: 'half of an|half an|half a|a half|half',
  andHalf: 'and a half',
  spans:
    'three quarters of an hour:2700|quarter of an hour:900|three quarters of a minute:45|all night:28800|overnight:28800|over night:28800|the whole day:28800|a whole day:28800',
  several: 'several|a few|few|many|some|a couple of|couple of|a number of|dozens of',
  to: 'to|and|or',
  and: 'and',
  less: 'less than|fewer than|under|below|within|at most|no more than|not more than|max|maximum|in under|not even|barely|only|just|quicker than|faster than',
  within: 'at most|or less|or so less|max|maximum',
  about:
    'up to|about|around|like|over|more than|almost|nearly|at least|roughly|some|approx|approximately|well over|longer than|a good|good|another|full|whole|between|the last|the past|now|already|ca|circa|for|since|by now|a solid|solid|exactly|all of|on average|typically|easily|upwards of|close to|beyond|past',
  ago: 'ago|earlier|later|before(?! (?:it|the|that|anything|pcs|crm|we|i|ls|df)\\b)|after (?:the|we|it|that|our)|into|prior',
  every: 'every|each|per|once every',
  usual:
    'normally|usually|previously|formerly|used to|before that|instead of|rather than|compared to|elsewhere|it was|in the past|earlier it|expected|should be|should take|supposed to',
  not: 'not|never|no longer|without|nor|neither|cannot|stopped|stops|no more|hardly ever|nothing|none|nobody|no|zero|any',
  login:
    'login|logins|log-in|log in|logging in|logged in|logon|log on|ssh|ssh session|ssh sessions|get a shell|getting a shell|get a prompt|getting a prompt|open a shell|opening a shell|get a root shell|start a shell|starting a shell|new shells',
  others:
    'backup|backups|scan|scans|scanning|upload|uploads|uploading|download|downloading|boot|boots|booting|reboot|reboots|rebooting|restart|job|script|playbook|query|queries|database|db|installation|install|import|export|update|upgrade|migration|failover|switchover|takeover|copy|copying|transfer|sync|resync|build|deployment|patching|website|page|web ui|gui|application|app|rsync|dnf|yum|mysqldump|restore|replication|download|analysis|meeting|ticket|vendor|customer|compression|unpacking|review|talk|video|course|chapter',
  during:
    'during|while|when|after|since|before|by|because of|due to|with|of|for|until|following|from|thanks to|despite|as|in|on|via|through|without',
  began: 'started|start|began|begun|launched|kicked off|from|begin',
  ended: 'finished|ended|end|done|completed|complete|ready|until|till|to|over',
  from: 'from|between',
  until: 'to|until|till|and',
  stop: 'stop|stops|stopping|stopped',
  start: 'start|starts|starting|started|promote|promotion|promoted',
  exceeded:
    'timed out|times out|timing out|hit|hits|exceeded|exceeds|ran into|runs into|reached|ran out of|ran past|overran|went over|not finish within|not finish in|not finished within|not complete within|not complete in|not completed within|not done within|did not make',
  limit:
    'timeout|time-out|time out|limit|time limit|allowed time|time allowed|time it is allowed|time given|allotted time|its time|deadline',
  fails: "failed|fails|failure|unable to|could not be|couldn['’]t be|cannot be|refused to|refuses to|error",
  fenced: 'fenced|stonithed|shot|was reset|got reset|power-cycled|power cycled|powered off|fencing|rebooted',
}

export const german: Words = {
  hangs:
    'hängt|hängen|hing|hingen|hängengeblieben|bleibt stehen|blieb stehen|steht still|friert ein|fror ein|frieren ein|eingefroren|blockiert|blockieren|klemmt|festgefahren|rührt sich nicht|rührte sich nicht|kommt nicht (?:mehr )?zurück|kommen nicht (?:mehr )?zurück|kam nicht zurück|kommt nicht wieder|kommt nie zurück|tut sich nichts|kommt (?:\\S+ ){1,4}nicht (?:mehr )?(?:wieder|zurück)|blinkt (?:nur |bloß )?der cursor',
  silent:
    '(?:minuten|sekunden) (?:lang )?nichts|reagiert nicht|antwortet nicht|keine ausgabe|keine antwort|keine reaktion|kein prompt|liefert nichts|liefert nichts zurück|gibt nichts zurück|meldet sich nicht|reagierte nicht',
  slow: 'ewig|eine ewigkeit|sehr lange|extrem lange|unendlich lange|viel zu lange|sehr langsam|extrem langsam|elend langsam|so lahm|total lahm|quälend langsam|zäh|dümpelt|kriecht|schleicht|lahmt|saulangsam',
  lasts:
    'dauert|dauerte|liegt bei|lag bei|(?:lässt|ließ|liess) (?:mich|uns|einen)|dauern|gedauert|braucht|brauchte|brauchen|gebraucht|benötigt|benötigte|läuft|lief|gelaufen|rechnet|rechnete|wartet|warten|gewartet|gestoppt|gemessen|stoppuhr|laufzeit|dauer|ist nach(?= \\S{1,16} (?:stunden|minuten) )|(?:steht|stand|standen|stehen)(?= (?:(?:das|der|ein|nun|jetzt|schon|wieder|über|gut|seit|fast|rund|etwa|ca\\.?|mehr als|länger als|volle|ganze|geschlagene|auch|erneut) ){0,4}(?:["\'`„“]?(?:ls|df|ps)["\'`”“]? )?(?:(?:wieder|nun|schon|seit|über) ){0,2}(?:\\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|fünfzehn|zwanzig|einer|eine|mehrere))|(?:bleibt|blieb)(?=[^.;,]{0,60} stehen)|vergehen|vergeht|warte|wart|lässt sich|ließ sich|zieht sich|nimmt sich|genehmigt sich',
  answers:
    'zurück|antwortet|antwortete|geantwortet|antwort|ausgabe|fertig|kommt|kam|liefert|lieferte|beendet|meldet sich|reagiert|reagierte|durch|prompt|zeigt',
  second: 'sekunde|sekunden|sek|sekündchen',
  minute: 'minute|minuten|min|minütchen',
  hour: 'stunde|stunden|std|stündchen',
  numbers:
    'eine:1|ne:1|nen:1|einer:1|einen:1|zwei:2|zweier:2|drei:3|vier:4|fünf:5|sechs:6|sieben:7|acht:8|neun:9|zehn:10|elf:11|zwölf:12|fünfzehn:15|zwanzig:20|fünfundzwanzig:25|dreißig:30|dreissig:30|fünfunddreißig:35|vierzig:40|fünfundvierzig:45|fünfzig:50|sechzig:60|siebzig:70|achtzig:80|neunzig:90|hundert:100|anderthalb:1.5|eineinhalb:1.5|einundeinhalb:1.5|zweieinhalb:2.5|dreieinhalb:3.5|viereinhalb:4.5',
  half: 'halbe|halben|eine halbe|einer halben|eine gute halbe|eine knappe halbe',
  andHalf: 'und eine halbe',
  spans:
    'gute minute:60|gute stunde:3600|gute halbe stunde:1800|dreiviertelstunde:2700|viertelstunde:900|dreiviertel stunde:2700|dreiviertel minute:45|dreiviertelminute:45|minutenlang:120|minutenlange:120|stundenlang:7200|die ganze nacht:28800|über nacht:28800|den ganzen tag:28800',
  several: 'mehrere|mehreren|einige|einigen|ein paar|paar|etliche|viele|zig',
  to: 'bis|bis zu|und|oder',
  and: 'und',
  less: 'weniger als|unter|maximal|höchstens|binnen|innerhalb von|innerhalb|max|nicht mehr als|keine|nicht einmal|nur|knapp unter|in nur',
  within: 'maximal|höchstens',
  about:
    'etwa|rund|ca|circa|gut|gute|fast|knapp|über|mehr als|länger als|mindestens|ungefähr|bis zu|jetzt|auf einmal|schon|bereits|geschlagene|ganze|volle|zwischen|seit|nun|genau|an die|gut und gerne|locker|nahezu|immer|inzwischen|jedes mal|bei uns|hier|erst nach|nach|so|weit über|deutlich über',
  agoBefore: 'vor|seit vor',
  ago: 'später|zuvor|vorher|früher',
  every: 'alle|jede|jeden|pro|je',
  usual: 'früher|sonst|normalerweise|vorher|zuvor|damals|üblich|statt|anstatt|anstelle|sollte|dürfte|erlaubt|bislang|bisher',
  not: 'nicht|nie|niemals|kein|keine|keinen|ohne|weder|nicht mehr',
  login:
    'anmeldung|anmelden|anmeldungen|einloggen|einzuloggen|anzumelden|login|login-versuch|ssh-login|ssh-anmeldung|ssh-sitzung|ssh-verbindung',
  others:
    'sicherung|sicherungslauf|backup|backups|virenscan|scan|vollscan|suchlauf|hochladen|upload|herunterladen|download|boot|bootvorgang|neustart|hochfahren|job|skript|abfrage|datenbank|installation|update|aktualisierung|umzug|migration|schwenk|umschalten|kopieren|kopie|übertragung|versand|auswertung|analyse|webseite|oberfläche|anwendung|applikation|import|export|wiederherstellung|abgleich|sitzung|gespräch|ressource|ressourcen|dienst|dienste',
  during:
    'während|während des|während der|nach|seit|vor|bei|beim|wegen|durch|mit|für|bis|von|vom|aus|trotz|im|in|am|an|auf|ohne|zum|zur|als',
  began: 'gestartet|begonnen|angefangen|angestoßen|start|beginn|von|startete|begann',
  ended: 'fertig|beendet|ende|bis|durch|zu ende|abgeschlossen|endete',
  from: 'von|zwischen',
  until: 'bis|und',
  stop: 'stop|stopp|stoppen|gestoppt|stops|anhalten|angehalten|beenden|herunterfahren|abbauen|abgebaut',
  start: 'start|starten|starts|promote',
  exceeded:
    'überschritt|überschritten|überschreitet|lief ab|abgelaufen|abgebrochen|lief in|liefen in|läuft in|rannte in|reichte nicht|schaffte es nicht|nicht innerhalb',
  limit: 'zeitlimit|zeitüberschreitung|zeitvorgabe|timeout|time-out|limit|frist|zeit|sekunden',
  fails: 'fehlgeschlagen|schlug fehl|schlägt fehl|misslang|scheiterte|gescheitert|fehler|ging schief|ließ sich nicht|konnte nicht',
  fenced: 'gefenced|gefenct|gefenced|fencing|gefencet|abgeschossen|hart ausgeschaltet|hart resettet|isoliert|neu gestartet',
}

export const dutch: Words = {
  hangs:
    'hangt|hangen|hing|hingen|blijft hangen|bleef hangen|blijven hangen|vastgelopen|loopt vast|lopen vast|liep vast|blijft staan|bevriest|bevroren|zit vast|staat stil|knipperende cursor|cursor knippert',
  silent:
    'reageert niet|reageren niet|komt niet terug|komen niet terug|kwam niet terug|geen uitvoer|geen reactie|geen antwoord|geen prompt|geeft niets terug|doet niets',
  slow: 'heel lang|erg lang|eindeloos|een eeuwigheid|veel te lang|erg traag|heel traag|tergend traag|loopt stroef|kruipt|supertraag',
  lasts:
    'gelopen|nam|ligt op|steeg naar|bedraagt|(?:laat|liet) (?:me|mij|ons)|duurt|duurde|duren|geduurd|neemt|kost|kostte|heeft nodig|nodig|staat al|staat nu al|loopt|liep|draait|draaide|gedraaid|doet er|deed er|over doe[nt]|over deed|over deden|over gedaan|gemeten|wacht|wachten|gewacht|stopwatch',
  answers: 'terug|antwoord|antwoordt|antwoordde|uitvoer|klaar|reageert|reageerde|komt|kwam|prompt|geeft',
  second: 'seconde|seconden|sec',
  minute: 'minuut|minuten|minuutje|minuutjes|min',
  hour: 'uur|uren|uurtje',
  numbers:
    'een:1|één:1|twee:2|drie:3|vier:4|vijf:5|zes:6|zeven:7|acht:8|negen:9|tien:10|twaalf:12|vijftien:15|twintig:20|dertig:30|veertig:40|vijftig:50|zestig:60|anderhalf:1.5|anderhalve:1.5|tweeënhalf:2.5|tweeënhalve:2.5',
  half: 'half|halve|een half|een halve',
  andHalf: 'en een half|en een halve',
  spans:
    'drie kwartier:2700|vijf kwartier:4500|zes kwartier:5400|zeven kwartier:6300|kwartier:900|een kwartier:900|urenlang:7200|minutenlang:120|de hele nacht:28800',
  several: 'enkele|een paar|paar|meerdere|verscheidene|een aantal',
  to: 'tot|à|en|of|a',
  and: 'en',
  less: 'minder dan|onder|onder de|binnen|binnen de|hooguit|maximaal|hoogstens|geen|slechts|maar|in nog geen',
  about:
    "tot wel|ruim|bijna|ongeveer|zo[’']n|meer dan|al|al meer dan|zowat|circa|ca|rond|rond de|tussen|tussen de|zeker|minstens|wel|nu|ineens|pas na|na|hier|hij|bij ons|over",
  agoBefore: '',
  ago: 'geleden|later|eerder',
  every: 'elke|om de|iedere|per',
  usual: 'normaal|vroeger|eerst|voorheen|destijds|gewoonlijk|in plaats van|eerder|anders',
  not: 'niet|nooit|geen|zonder|noch',
  login: 'inloggen|inlogsessie|aanmelden|inlog|login|ssh-login|ssh-sessie',
  others:
    'back-up|backup|virusscan|scan|uploaden|upload|downloaden|herstart|opstarten|script|taak|query|database|installatie|update|migratie|kopiëren|overzetten|analyse|website|applicatie|versturen',
  during: 'tijdens|na|sinds|voor|bij|door|met|wegens|vanwege|van|in|op|na de|sinds de',
  began: 'gestart|begonnen|van|begon|start',
  ended: 'klaar|afgelopen|beëindigd|gereed|tot|eindigde',
  from: 'van|tussen',
  until: 'tot|en|tot en met',
  stop: 'stop|stoppen|gestopt|stopactie|stop-actie|stopoperatie',
  start: 'start|starten|startactie',
  exceeded: 'overschreed|overschreden|overschrijdt|verliep|verlopen|liep in|liep op|niet binnen|haalde niet',
  limit: 'time-out|timeout|tijdslimiet|limiet|tijd|termijn',
  fails: 'mislukte|mislukt|faalde|faalt|gefaald|ging mis|lukte niet|niet gelukt|wilde niet lukken|fout|foutcode',
  fenced: 'gefenced|gefencet|te fencen|fencing|herstart|afgeschoten|uitgezet',
}

/** Swedish, Danish and Norwegian, which share most of them. */
export const scandinavian: Words = {
  hangs:
    'hänger|hänger sig|hængte|henger|hænger|hang|hengte|hängde|hængte sig|hengt seg|fryser|frös|frøs|fryst|fastnar|fastnat|står still|stod still|låser sig|låst sig|sitter fast|sidder fast|henger seg|hänger',
  silent:
    'svarar inte|svarer ikke|svarade inte|svarte ikke|svarede ikke|kommer inte tillbaka|kommer ikke tilbake|kommer ikke tilbage|ingen prompt|inget svar|intet svar|ikke noe svar|ingen utskrift|ingen respons',
  slow: 'en evighet|väldigt långsam*|extremt långsam*|meget langsom*|veldig lang tid|väldigt lång tid|meget lang tid|evigheter|seg som sirap|kryper|sniglar',
  lasts:
    'ligger på|steg till|tar|tog|tok|tager|tagit|tatt|varar|varade|varer|varte|brukar ta|pågick|kräver|behöver|behövde|väntade|vänta|vente|ventet|venter|stått|står|kör|körde|kjørte|kører|kørte|målt|mätt',
  answers:
    'svar|svarar|svarade|svarer|svarte|svarede|kom|kommer|tillbaka|tilbake|tilbage|klar|klart|färdig|ferdig|prompten|prompt|utskrift',
  second: 'sekund|sekunder|sek',
  minute: 'minut|minuter|minutt|minutter|min',
  hour: 'timme|timmar|time|timer|tim',
  numbers:
    'ett:1|två:2|tre:3|fyra:4|fire:4|fem:5|sex:6|seks:6|sju:7|syv:7|åtta:8|åtte:8|nio:9|tio:10|femton:15|tjugo:20|tyve:20|tjue:20|trettio:30|tredive:30|tretti:30|fyrtio:40|førti:40|fyrre:40|femtio:50|femti:50|sextio:60|halvannan:1.5|halvanden:1.5|halvannen:1.5|halvannet:1.5|halvandet:1.5',
  half: 'halv|halvt|en halv|ett halvt|et halvt|halva|en halv',
  andHalf: 'och en halv|og en halv|og et halvt|och ett halvt',
  spans:
    'en minut:60|en minutt:60|et minut:60|to minutter:120|ti minutter:600|en timme:3600|en time:3600|kvart:900|en kvart:900|tre kvart:2700|trekvart:2700|halvtimme:1800|halvtimma:1800|halvtime:1800|kvarter:900|et kvarter:900|tre kvarter:2700|hele natten:28800|hela natten:28800',
  several: 'några|flera|ett par|noen|flere|et par|nogle|adskillige',
  to: 'till|til|och|og|eller',
  and: 'och|og',
  less: 'mindre än|mindre enn|mindre end|under|inom|innen|inden|högst|maks|maximalt|max|bara|kun|endast|knappt',
  about:
    'upp till|opp til|op til|över|nästan|drygt|ungefär|mer än|nesten|omtrent|næsten|godt|cirka|ca|runt|omkring|minst|mindst|mellan|mellom|mellem|hela|hele|först efter|efter|etter|alltså|over|mere end|mer enn|alltid',
  agoBefore: '',
  ago: 'sedan|siden|senare|senere|tidigare',
  every: 'varje|var|hver|hvert|per',
  usual: 'tidigare|förr|förut|normalt|vanligen|vanligtvis|tidligere|førhen|normalt|i stället för|i stedet for|ellers|annars|før',
  not: 'inte|ikke|aldrig|aldri|ingen|utan|uden|uten|ej',
  login: 'inloggning|inloggningen|logga in|logger ind|innlogging|indlogning|login|ssh-inloggning|pålogging|påloggingen|logge inn|logge ind',
  others:
    'backup*|säkerhetskopiering*|sikkerhetskopi*|virusskanning|skanning|uppladdning*|opplasting*|upload|omstart*|genstart*|uppstart*|skript|jobb|databas*|installation*|uppdatering*|migrering*|kopiering*|analys*|webbsid*|applikation*',
  during: 'under|efter|etter|sedan|siden|vid|med|före|för|på grund av|ved|av|i|på|från|fra',
  began: 'startade|startad|startet|började|begynte|begyndte|igångsatt|från|fra|start',
  ended: 'klar|klart|färdig|färdigt|ferdig|færdig|slut|slutade|avslutad|till|til|sluttet',
  from: 'från|fra|mellan|mellom|mellem',
  until: 'till|til|och|og',
  stop: 'stop|stopp|stopp-operationen|stoppet|stoppen|stoppas|stoppes|stoppa|stoppe|stopoperation*',
  start: 'start|starten|starta|starte',
  exceeded:
    'överskred|överskrider|överskridit|overskred|overskrider|gick ut|løb ud|gikk ut|blev ikke færdig inden|blev inte klar inom|ble ikke ferdig innen',
  limit: 'tidsgräns*|timeout|tidsgrense*|tidsgrænse*|gränsen|grænsen|grensen|tiden',
  fails: 'misslyckades|misslyckas|mislykkedes|mislyktes|feilet|fejlede|fejler|fel',
  fenced: 'fencad*|fencades|fencet|fencing|startades om|genstartet|stängdes av|slået af|slått av',
}
