/** How people say that a command ended with a time-out, in all languages together: as a noun that it ends in, gives, or is left with. */

const noun =
  "(?:time-?outs?|timeoutem|timeoutu|таймаут\\p{L}*|тайм-аут\\p{L}*|Zeitüberschreitung|dépassement (?:de|du) délai|(?:délai|temps) (?:d[’']attente )?dépassé|tiempo (?:de espera )?agotado|tempo (?:limite |de espera )?(?:esgotado|excedido|scaduto)|(?:przekroczeni\\p{L}+|upływ\\p{L}*) (?:limitu )?czasu(?: oczekiwania)?|vypršení (?:časového limitu|času))"
const verbs = [
  'ends?|ended|ending|finish(?:es|ed)?|exit(?:s|ed)?|dies?|died|fails?|failed|stops?|stopped|aborts?|aborted|comes? back|came back|returns?|returned|gives?(?: up)?|gave(?: up)?|gets?|got|hits?|throws?|threw|reports?|reported|says?|said|runs?|ran|goes|went',
  'läuft|lief|laufen|rennt|endet|endete|bricht|brach|abgebrochen|scheitert|scheiterte|meldet|meldete|liefert|bringt|bekommen?|bekomme|kriegen?|kommt|kam|gibt es|gab es|wirft|beendet',
  'loopt|liep|eindigt|eindigde|stopt|krijgen?|krijg|kregen|kreeg|geeft|gaf|slutar|slutade|slutter|sluttede|ender|endte|får|fick|fik|gir|ger|avbryts|går|gick',
  "finit|finissent|se termine\\p{L}*|s['’]est terminée?|tombe|tombent|part|partent|échoue\\p{L}*|échoué|sort|donne|donnent|renvoie|obtenons|obtient|avons|va|vont",
  'acaba|acabó|termina|terminó|da|dan|dio|nos da|me da|devuelve|falla|falló|sale|cae|se corta|vuelve|dá|dão|deu|deram|dava|volta|voltou|retorna|retornou|cai|caiu|falha|falhou',
  'finisce|finito|va|vanno|andato|termina|esce|restituisce|otteniamo|ottengo|dà|danno|fallisce|si ferma|si interrompe|cade',
  'kończy\\p{L}* się|skończył\\p{L}* się|zakończył\\p{L}* się|dostaj\\p{L}*|dostał\\p{L}*|zwraca|wywala\\p{L}*|wyrzuc\\p{L}*|rzuca|skonč\\p{L}*|končí|spadne|padá|padl\\p{L}*|hlásí|dostáváme|dostanu|vrátí',
  'падает|упал\\p{L}*|отваливается|отвалил\\p{L}*|получаем|получаю|получил\\p{L}*|завершается|завершил\\p{L}*|выдает|выдаёт|заканчивается|закончил\\p{L}*|вылетает|вываливается|ловим|словил\\p{L}*|veriyor|verdi|aldık|alıyoruz|düşüyor',
].join('|')
const joint =
  "(?:(?:in|with|on|by|at|because of|due to|an?|the|mit|an|am|wegen|einem|einer|einen|ein|eine|de|met|op|een|med|på|i|en|ett|et|par|sur|un|le|du|error|fehler|fout|erreur|erro|errore|chybou|błędem|ошибкой|fel|d['’]|con|por|com|per|z|s|se|na|w|v|kvůli|przez|по|с|из-за|always|only|immer|steeds|nur|toujours|siempre|sempre|zawsze|vždy|всё время|постоянно|in einen|за)[\\s'’]){0,4}"

/** None of these stands between. */
const other =
  '(?!(?:no|not|without|never|any|kein\\p{L}*|ohne|nicht|nie|geen|niet|zonder|utan|uden|inte|ikke|ingen|sans|pas|aucun|jamais|sin|ning[uú]n|sem|nenhum|senza|nessun|bez|żaden|nie|žádný|без|не|ни)\\s)'
/** To be used with the flags `iu`. */
export const endsInTimeOut = `(?<!\\p{L})(?:${verbs})[\\s:]{1,2}(?:${other}[\\p{L}\\d][\\p{L}\\d-]{0,14}\\s){0,3}?${joint}["'„“«]?${noun}(?!\\p{L})(?! (?:of|value|option|setting|parameter|is|was|für|for the|von) )|(?<!\\p{L})(?:(?:jedes mal|every time|each time|(?:à )?chaque fois|cada vez|ogni volta|toda vez|elke keer|varje gång|za każdym razem|pokaždé|каждый раз|her seferinde|always|immer|ständig)[ ,:]{1,2}(?:an? |einen? |un |ett? |een )?|[,:;(–—] ?)["'„“«]?${noun}(?= (?:after|nach|après|au bout|tras|a los|dopo|após|na|efter|etter|po|через)(?!\\p{L})|["'”»]?(?: (?:bei|at|on|for|from|sur|chez|en|con|no|em|su|da|op|på|na|u|на|у) \\S{1,20})?(?: \\d{1,2})?\\s?[.!,;)]|["'”»]?(?: (?:bei|at|on|for|from|sur|chez|en|con|no|em|su|da|op|på|na|u|на|у) (?:\\S{1,12} )?\\S{1,20})?$)|(?<!\\p{L})(?:mit|with|avec|con|com|met|med|z|s|par|por|per|по|due to|because of|wegen|kvůli) (?:an? |einem |einer |un |een |en |ett )?["'„“«]?${noun}["'”»]?(?: (?:ab|beendet|abgebrochen|gescheitert|aborted|ended|failed|afgebroken))|(?<!\\p{L})(?:vypršel|upłynął|minął|истек|истёк|истекло|skončil)\\p{L}? (?:mu |jej |jí )?(?:časový limit|limit czasu|czas oczekiwania|время ожидания|таймаут|тайм-аут)`
