import type { Words } from './form.ts'

export const french: Words = {
  hangs:
    "bloque|bloquent|bloqué|bloquée|bloqués|bloquées|se fige|se figent|figé|figée|figés|planté|plantée|plante|gelé|gelée|suspendu|suspendue|pendu|coincé|coincée|tourne dans le vide|mouline|reste en attente|reste là|curseur (?:qui )?clignote*|se bloquait|bloquait|s['’]est figé|s['’]est bloqué*",
  silent:
    'minutes (?:de )?rien|ne donne (?:plus|pas) signe de vie|ne rend (?:pas|plus|jamais) la main|ne rendent (?:pas|plus) la main|ne répond (?:pas|plus)|ne répondent (?:pas|plus)|ne revient (?:pas|plus|jamais)|ne reviennent (?:pas|plus)|ne répondait (?:pas|plus)|aucune réponse|aucune sortie|pas de réponse|pas de retour|pas de prompt|sans réponse',
  slow: 'traîne|traînent|rame|rament|très lent|très lente|extrêmement lent|extrêmement lente|une éternité|très longtemps|des plombes|interminable|une plombe|affreusement lent',
  lasts:
    'est passée? à|est montée? à|patienté|patienter|(?:m|nous )a fait (?:attendre|patienter)|prend|prends|prennent|prenait|pris|met|mettent|mettait|mis|dure|durent|durait|duré|demande|demandé|demandait|nécessite|tourne|tournait|tourné|est toujours|attend|attendu|attendre|chronométré|chrono|mesuré|fallu|faut',
  answers:
    "répond|répondu|réponse|revient|revenir|revenu|revenue|rend la main|rendu la main|fini|finie|terminé|terminée|affiche|affiché|s['’]affiche|résultat|retour|prompt|abouti|aboutit",
  second: 'seconde|secondes|sec',
  minute: 'minute|minutes|min|mn',
  hour: 'heure|heures',
  numbers:
    'un:1|une:1|deux:2|trois:3|quatre:4|cinq:5|six:6|sept:7|huit:8|neuf:9|dix:10|douze:12|quinze:15|vingt:20|vingtaine de:20|trente:30|trentaine de:30|quarante:40|quarantaine de:40|quarante-cinq:45|cinquante:50|cinquantaine de:50|soixante:60|dizaine de:10|quinzaine de:15|centaine de:100',
  half: 'demi|demie|une demi|une demie',
  andHalf: 'et demie|et demi',
  spans:
    "bonne minute:60|bonne heure:3600|trois quarts d['’]heure:2700|quart d['’]heure:900|un quart d['’]heure:900|toute la nuit:28800|toute la journée:28800",
  several: 'plusieurs|quelques|des|de longues',
  to: 'à|et|ou',
  and: 'et',
  less: "moins de|moins d['’]|en dessous de|au plus|au maximum|maximum|max|à peine|seulement|pas plus de|maxi",
  within: 'au plus|au maximum|maximum|maxi|à peine',
  about:
    "environ|plus de|plus d['’]|près de|près d['’]|presque|à peu près|entre|bien|bonnes|bonne|une bonne|au moins|autour de|quasiment|jusqu['’]à|dans les|pendant|depuis|toujours|encore|déjà|là|après|au bout de|en",
  agoBefore: 'il y a|voilà',
  ago: 'plus tôt|plus tard|avant|auparavant',
  every: 'toutes les|tous les|chaque|par',
  usual: "avant|auparavant|d['’]habitude|normalement|autrefois|jadis|au lieu de|au lieu d['’]|contre|habituellement|devrait",
  not: "ne|n['’]|pas|jamais|sans|aucun|aucune|plus du tout|ni",
  login: 'connexion|connexions|ouverture de session|se connecter|login|connexion ssh|session ssh',
  others:
    'sauvegarde|sauvegardes|backup|analyse|scan|téléversement|envoi|téléchargement|démarrage|redémarrage|reboot|script|tâche|job|requête|base de données|base|installation|mise à jour|migration|bascule|copie|transfert|restauration|site|page|application|appli|synchronisation|réunion|appel',
  during: "pendant|après|depuis|durant|avant|lors de|lors du|lors d['’]une|à cause de|à cause du|avec|de|du|par|pour|sur|dans|en|suite à",
  began: 'lancé|lancée|démarré|démarrée|commencé|commencée|débuté|débutée|de|début|parti|partie|commence|démarre',
  ended: "terminé|terminée|fini|finie|achevé|achevée|à|fin|jusqu['’]à|termine",
  from: 'de|entre',
  until: "à|et|jusqu['’]à",
  stop: "stop|arrêt|arrêter|l['’]arrêt|arrête|être arrêtée?",
  start: 'start|démarrage|démarrer|lancement|promotion',
  exceeded:
    "a dépassé|dépassé|dépasse|dépassant|a expiré|expiré|expirée|est arrivé à|au-delà|atteint|a atteint|n['’]a pas abouti|n['’]a pas fini|n['’]est pas terminé|tombe en",
  limit: "délai|délai imparti|délai d['’]attente|timeout|time-out|limite|temps imparti|temps|les",
  fails: "échoué|échoue|échec|en échec|raté|impossible|erreur|n['’]a pas pu",
  fenced: 'fencé|fencée|fencing|isolé|isolée|redémarré|redémarrée|éteint|abattu|exclu|stonithé',
}

export const spanish: Words = {
  hangs:
    'se cuelga|se cuelgan|se colgó|se congela|se congelan|se congeló|colgado|colgada|colgados|bloqueado|bloqueada|bloqueados|se bloquea|se bloquean|se bloqueó|pillado|pillada|se queda (?:parado|pensando|tonto|ahí)|se quedó (?:parado|pensando|ahí)|se quedan (?:parados|ahí)|atascado|atascada|se atasca|se pega|se pegó|pegado|trabado|se traba|congelado|quedó congelad*|queda congelad*|queda parad*|quedó parad*',
  silent:
    'minutos (?:sin |de )?nada|no responde|no responden|no respondía|no vuelve|no vuelven|no devuelve|no devuelven|no termina|no terminan|no contesta|sin respuesta|sin salida|no da señales|no regresa',
  slow: 'tarda mucho|tardan mucho|tarda muchísimo|tarda la vida|una eternidad|siglos|lentísimo|lentísima|muy lento|muy lenta|muy lentos|va a pedales|va lentísimo|eterno|desesperadamente lento|tarda un montón',
  lasts:
    'se pasa|se pasó|se tira|se tiró|supone|supuso|se llevó|ha pasado a|subió a|(?:me|nos) (?:tuvo|tiene|hizo) (?:esperando|esperar)|sigue|tarda|tardan|tardó|tardaba|tardado|tardando|demora|demoran|demoró|demorando|lleva|llevan|llevó|llevaba|llevando|dura|duró|toma|tomó|tomando|necesita|necesitó|requiere|cronometrado|cronometré|medido|corrió|está tardando|esperar|esperando|espera|esperamos|se toma|se tomó|estuvo|está tardando',
  answers:
    'responde|respondió|respuesta|vuelve|volvió|devuelve|devolvió|contesta|contestó|termina|terminó|acabó|salida|muestra|mostró|listo|resultado|prompt|sale|sale nada|salió|completó|completarse',
  second: 'segundo|segundos|seg|segs',
  minute: 'minuto|minutos|min|minutitos',
  hour: 'hora|horas',
  numbers:
    'un:1|una:1|dos:2|tres:3|cuatro:4|cinco:5|seis:6|siete:7|ocho:8|nueve:9|diez:10|doce:12|quince:15|veinte:20|veinticinco:25|treinta:30|cuarenta:40|cuarenta y cinco:45|cincuenta:50|sesenta:60|noventa:90',
  half: 'medio|media',
  andHalf: 'y medio|y media',
  spans: 'tres cuartos de hora:2700|cuarto de hora:900|un cuarto de hora:900|toda la noche:28800|todo el día:28800',
  several: 'varios|varias|unos cuantos|unas cuantas|algunos|algunas|un par de|muchos|muchas',
  to: 'a|y|o|hasta',
  and: 'y|con',
  less: "menos de|menos d[’']|por debajo de|máximo|como máximo|como mucho|a lo sumo|apenas|solo|sólo|no más de|en apenas",
  within: 'como máximo|como mucho|a lo sumo',
  about:
    'unos|unas|más de|casi|alrededor de|cerca de|aproximadamente|aprox|entre|al menos|por lo menos|ya|hasta|durante|desde hace|ahora|otros|como|cosa de|en',
  agoBefore: 'hace',
  ago: 'atrás|antes|después|más tarde',
  every: 'cada|por|todos los',
  usual: 'antes|normalmente|habitualmente|antiguamente|en vez de|en lugar de|frente a|contra|debería|suele',
  not: 'no|nunca|jamás|sin|ningún|ninguna|ni|tampoco',
  login: 'login|inicio de sesión|iniciar sesión|conexión ssh|sesión ssh|acceso por ssh|loguearse|entrar por ssh',
  others:
    'copia de seguridad|respaldo|backup|escaneo|análisis|subida|carga|descarga|arranque|reinicio|script|tarea|trabajo|consulta|base de datos|instalación|actualización|migración|copia|transferencia|web|página|aplicación|restauración|conmutación|reunión|llamada|envío',
  during: 'durante|tras|después de|desde|antes de|por|debido a|con|de|del|al|en|para|sobre|desde la|desde el',
  began: 'iniciado|iniciada|empezó|empezado|comenzó|comenzado|lanzado|lanzada|arrancó|inició|se lanzó|de|desde|inicio|ejecutado',
  ended: 'terminó|terminado|terminada|acabó|acabado|finalizó|finalizado|finalizada|listo|a|hasta|fin|completado|concluyó',
  from: 'de|desde|entre',
  until: 'a|hasta|y',
  stop: 'stop|parada|detención|detenerse|detener|detenerlo|parar|pararlo|pararse',
  start: 'start|arranque|inicio|arrancar|promoción',
  exceeded:
    'superó|supera|superado|excedió|excede|excedido|agotó|agotado|agotada|sobrepasó|rebasó|no terminó dentro|no terminó de|no acabó|expiró|expirado|venció|acabó en|dio|terminó en|cayó en|alcanzó',
  limit: 'tiempo límite|tiempo limite|tiempo de espera|tiempo|límite|plazo|timeout|time-out|timed out|segundos|permitidos',
  fails: 'falló|falla|fallado|fallida|fallo|error|no pudo|no se pudo|fracasó',
  fenced: 'aisló|aislado|aislada|fencing|fenceado|fenceó|reiniciado|reinició|apagado|cercado|expulsado',
}

export const portuguese: Words = {
  hangs:
    'trava|travam|travou|travado|travada|travando|congela|congelou|congelado|pendurado|pendurada|preso|presa|bloqueado|bloqueia|fica (?:parado|parada|pensando|ali)|ficou (?:parado|parada|ali)|ficam parados|empacou|empaca',
  silent:
    'minutos (?:de |sem )?nada|não dá sinal\\p{L}* de vida|não responde|não respondem|não respondeu|não volta|não voltou|não retorna|não termina|sem resposta|sem saída|sem retorno|nada acontece',
  slow: 'muito lento|muito lenta|lentíssimo|lentíssima|uma eternidade|demora muito|demora demais|demorando muito|se arrasta|se arrastando|arrastado|um século|demora uma vida|super lento',
  lasts:
    'subiu para|passou para|(?:me|nos) (?:fez|faz|deixou) esperar|(?:me|nos) deixou esperando|demora|demoram|demorou|demorava|demorando|leva|levam|levou|levava|levando|dura|durou|precisa|precisou|gasta|gastou|roda|rodou|rodando|cronometrei|medido|está há|esperar|esperando|esperei|tomou|ficou',
  answers:
    'responde|respondeu|resposta|volta|voltou|retorna|retornou|termina|terminou|acabou|saída|mostra|pronto|resultado|prompt|concluiu|devolve|devolveu|responder|voltar',
  second: 'segundo|segundos|seg',
  minute: 'minuto|minutos|min|minutinhos',
  hour: 'hora|horas',
  numbers:
    'um:1|uma:1|dois:2|duas:2|três:3|quatro:4|cinco:5|seis:6|sete:7|oito:8|nove:9|dez:10|doze:12|quinze:15|vinte:20|trinta:30|quarenta:40|cinquenta:50|sessenta:60|noventa:90',
  half: 'meio|meia',
  andHalf: 'e meio|e meia',
  spans: 'três quartos de hora:2700|quarto de hora:900|a noite toda:28800|o dia todo:28800',
  several: 'vários|várias|alguns|algumas|uns|umas|muitos|muitas|um par de',
  to: 'a|e|ou|até',
  and: 'e',
  less: 'menos de|abaixo de|no máximo|máximo|apenas|só|não mais de|em menos de',
  within: 'no máximo',
  about: 'mais de|quase|cerca de|uns|umas|aproximadamente|em torno de|entre|pelo menos|já|até|por|durante|agora|há|bons|boas|em',
  agoBefore: '(?<!(?:está|tá|travado|travada|parado|rodando) )há|faz',
  ago: 'atrás|antes|depois',
  every: 'cada|a cada|por',
  usual: 'antes|normalmente|antigamente|em vez de|ao invés de|contra|costumava|deveria|geralmente',
  not: 'não|nunca|jamais|sem|nenhum|nenhuma|nem',
  login: 'login|acesso ssh|conexão ssh|sessão ssh|logar|acesso por ssh|entrar por ssh',
  others:
    'backup|cópia de segurança|varredura|upload|envio|download|boot|inicialização|reinício|reboot|script|tarefa|consulta|banco|banco de dados|instalação|atualização|migração|cópia|transferência|site|página|aplicação|restauração|análise|reunião',
  during: 'durante|após|depois de|depois da|depois do|desde|antes de|por|com|de|do|da|em|no|na|para|devido a|ao',
  began: 'iniciado|iniciada|começou|iniciou|executado|executada|lançado|início|de|das|rodou|partiu',
  ended: 'terminou|terminado|acabou|finalizado|finalizada|finalizou|concluído|concluída|pronto|às|até|fim|encerrou',
  from: 'de|das|entre|desde',
  until: 'às|até|a|e',
  stop: 'stop|parada|parar|paragem',
  start: 'start|início|inicialização|iniciar|partida',
  exceeded:
    'excedeu|excede|excedido|esgotou|esgotado|ultrapassou|passou do|estourou|expirou|expirado|não terminou dentro|não terminou em|não concluiu',
  limit: 'tempo limite|tempo de espera|tempo|limite|prazo|timeout|time-out',
  fails: 'falhou|falha|falharam|erro|não conseguiu|fracassou',
  fenced: 'desligado pelo fencing|fencing|cercado|isolado|reiniciado|desligado|fenced|derrubado',
}

export const italian: Words = {
  hangs:
    'si blocca|si bloccano|si è bloccat*|bloccato|bloccata|bloccati|si pianta|si piantano|piantato|piantata|si è piantat*|appeso|appesa|appesi|congelato|congelata|si impianta|impallato|si impalla|resta (?:lì|appes*|ferm*)|rimane (?:lì|appes*|ferm*)|inchiodato|incantato|si incanta',
  silent:
    'non dà segni di vita|minuti (?:di )?(?:nulla|niente)|non risponde|non rispondono|non torna|non tornano|non ritorna|non termina|non finisce|nessun output|nessuna risposta|senza risposta|nessun prompt|non restituisce nulla|non restituisce niente',
  slow: "lentissimo|lentissima|lentissimi|molto lento|molto lenta|un['’]eternità|una vita|un secolo|tantissimo|troppo tempo|molto tempo|si trascina|arranca|va a rilento|lento da morire",
  lasts:
    'è salit[oa] a|è passat[oa] a|(?:mi|ci) (?:ha fatto|fa) (?:aspettare|attendere)|impiega|impiegano|impiegato|impiegava|ci mette|ci mettono|messo|ci ha messo|metteva|dura|durato|durava|richiede|richiesto|vuole|ci vogliono|ci sono voluti|voluti|volute|gira|girato|serve|servono|serviti|è lì da|è fermo da|(?:è )?rimast[oa] ferm[oa](?: lì)?|aspettato|aspetto|aspettare|aspettiamo|attendere|attendiamo|attesa|cronometrato|misurato|sta andando da|preso|prende|necessita',
  answers:
    'risponde|risposto|risposta|torna|tornato|tornata|tornare|ritorna|restituisce|restituito|finisce|finito|terminato|output|mostra|pronto|risultato|prompt|completato|esce',
  second: 'secondo|secondi|sec',
  minute: 'minuto|minuti|min|minutini',
  hour: 'ora|ore|oretta|orette',
  numbers:
    'un:1|uno:1|una:1|due:2|tre:3|quattro:4|cinque:5|sei:6|sette:7|otto:8|nove:9|dieci:10|dodici:12|quindici:15|venti:20|ventina di:20|trenta:30|trentina di:30|quaranta:40|quarantina di:40|quarantacinque:45|cinquanta:50|cinquantina di:50|sessanta:60|decina di:10|novanta:90',
  half: "mezzo|mezza|mezz['’]|mezz",
  andHalf: 'e mezzo|e mezza',
  spans:
    "un['’]ora:3600|mezz['’]ora:1800|tre quarti d['’]ora:2700|quarto d['’]ora:900|un quarto d['’]ora:900|tutta la notte:28800|tutto il giorno:28800",
  several: 'diversi|diverse|alcuni|alcune|parecchi|parecchie|molti|molte|un paio di|qualche|vari|varie',
  to: 'a|e|o',
  and: 'e',
  less: "meno di|meno d['’]|sotto i|sotto|entro|al massimo|massimo|al più|solo|soltanto|appena|non più di|nemmeno|neanche",
  within: 'al massimo|al più',
  about: 'circa|più di|quasi|oltre|almeno|tra|fra|tra i|fra i|intorno a|sui|attorno ai|una|buoni|da|dopo|per|ormai|già|in|anche',
  agoBefore: '',
  ago: 'fa|prima|dopo|più tardi',
  every: 'ogni|volta al|volte al|per',
  usual: 'prima|normalmente|di solito|in passato|solitamente|invece di|anziché|contro|dovrebbe|una volta',
  not: 'non|mai|senza|nessun|nessuna|né|neppure',
  login: 'login|accesso|accesso ssh|accesso via ssh|connessione ssh|sessione ssh|collegarsi|loggarsi|accedere',
  others:
    'backup|salvataggio|scansione|caricamento|invio|upload|scaricamento|download|avvio|riavvio|boot|script|job|query|database|db|installazione|aggiornamento|migrazione|copia|trasferimento|sito|pagina|applicazione|ripristino|analisi|riunione|chiamata',
  during: 'durante|dopo|da|dal|dalla|prima di|prima del|per|a causa di|con|di|del|della|in|nel|su|sul|al',
  began: 'lanciato|lanciata|avviato|avviata|iniziato|iniziata|partito|partita|cominciato|dalle|inizio|partenza',
  ended: 'terminato|terminata|finito|finita|concluso|conclusa|completato|alle|fino alle|fine|pronto',
  from: 'dalle|tra le|fra le|da',
  until: 'alle|e le|fino alle',
  stop: 'stop|arresto|arrestare|fermata|fermare|spegnimento',
  start: 'start|avvio|avviare|promozione',
  exceeded:
    'ha superato|superato|supera|scaduto|scaduta|è scadut*|andata in|andato in|va in|esaurito|oltrepassato|non ha finito|non è terminat*|non si è conclus*',
  limit: 'tempo limite|tempo massimo|tempo di attesa|tempo|limite|timeout|time-out|termine',
  fails: 'fallito|fallita|fallisce|fallimento|errore|non è riuscit*|non riesce|non riuscito|non riuscita|impossibile',
  fenced: 'fencing|fenced|isolato|isolata|riavviato|riavviata|spento|fenciato|abbattuto',
}
