import { patternOf } from './form.ts'

/**
 * What says that something was begun, is done, or is not back yet, in all languages together: `*` stands for any ending. The first list of
 * each has blanks between words, the second one (Chinese, Japanese, Korean) has none.
 */
const words = {
  began: [
    "(?<=\\d )(?:los|go|off)(?=[,;–-])|asked (?:it |the node )?for|comecei|comenzamos|empecé|ho iniziato|j[’']ai commencé|fing an|typing|type|enter(?! (?:the|a|an|maintenance|standby))|punched in|keyed in|kicked(?= [^.;]{1,30} off(?!\\p{L}))|fired(?= [^.;]{1,30} off(?!\\p{L}))|set(?= [^.;]{1,30} (?:off|going|running)(?!\\p{L}))|executed|submitted|angeworfen|angeschmissen|angeschubst|losgelegt|lief los|losgelaufen|tippe|tippte|gebe|gab ich|eingetippt|reingetippt|ausgeführt|aufgerufen|abgeschickt|aangeslingerd|aangetrapt|afgetrapt|aangeroepen|uitgevoerd|tik|tikte|typ|typte|drog (?:jag|vi) igång|dragit igång|drog igång|satte (?:jag|vi) (?:igång|i gång)|skrev|skriver|skrev ind|körde|kørte|kjørte|tapée|tape|tapais|saisi|saisie|exécuté|exécutée|entré la commande|lance|parti|partie|lanzo|tecleo|escribí|ejecuté|ejecutó|ejecutado|ejecuto|puse|puesto|dejé puesto|dejado puesto|executei|executou|executado|executo|disparado|botei|coloquei|digito|digitou|digitada|lançado|lançada|lancio|digito|eseguito|eseguita|cominciato|cominciata|immesso|inserito|dato(?= (?:un |il |lo )?[`\"“'«]?(?:pcs|crm|ls|df|ps|sos|cat|su))|" +
      'running|läuft|(?<!(?:still|keeps?|kept|is|was|not|been) )going|under way|underway|started|starts|launched|kicked off|began|begun|set off|fired off|issued|typed|entered|gestartet|gestart|startete|begonnen|begann|begon|angestoßen|angestossen|losgelassen|losgeschickt|abgesetzt|eingegeben|getippt|ingetikt|ingevoerd|aangezet|startade|startad|startet|satte igång|satt igang|körde igång|lancé|lancée|démarré|démarrée|commencé|commencée|débuté|tapé|empezó|empezado|comenzó|lanzado|lanzada|lanzamos|arrancó|inició|iniciado|tecleé|começou|iniciou|iniciado|lancei|rodei|disparei|digitei|(?:coloquei|botei|pus|deixei) (?:pra|para|a) rodar|mandei rodar|puse a correr|dejé corriendo|messo a girare|laten lopen|lanciato|lanciata|avviato|avviata|iniziato|iniziata|partito|partita|digitato|fatto partire|uruchomi*|zaczą*|zaczę*|rozpocz*|odpalił*|wpisał*|puścił*|spuštěn*|spustil*|zahájen*|začal*|zadal*|pustil*|запущен*|запустил*|начал*|стартовал*|набрал*|ввел|ввёл|ruszy*|wystartowa*|wpisan*|wklepa*|wykona*|rozpoczę*|zadala|zadáno|zadán|zadávám|zapsala|naťuka*|napsal*|rozjel*|rozběhl*|spouštím|začala|запустила|набираю|набрала|ввела|ввожу|вбил*|написал*|выполнил*|выполняю|пошёл|пошел|пошла|стартанул*|başla*|çalıştır*|yazdı|yazmış|yazıyor*|yazdım|girmiş|girdi|girdim|demiş|dedim|vermiş|verdim|kirjasin|kirjoitin|annoin|ajoin|käynnistin|käynnistyi|kiadtam|beírtam|elindítottam|am dat|am tastat|am pornit',
    '流し始め|流した|回し始め|起動|実行|実施|投入|叩き|打ち|打った|输入|敲入|敲|键入|运行了|발사|실행했|쳤|쳐|입력했|開始|スタート|実行し|開始し|打っ|入力し|叩い|开始|启动|执行|敲了|跑了|시작|실행|입력|쳤',
  ],
  /** Somebody did it with a thing that is only a word for what was named. */
  beganIt: [
    "(?<=[\x60\"'”»’],? )(?:that was|das war|c['’]était|(?:eso )?fue|(?:isso )?foi|era|dat was|det var|to było|to bylo|это было)(?: (?:at|um|à|a las|às|alle|om|kl\\.?|o|v|в))? (?=\\d{1,2}[:.h]\\d\\d)|kicked it off|started it|launched it|ran it|set it off|set it going|fired it off|(?:hit|pressed|hitting|pressing) (?:enter|return)|enter (?:pressed|hit)|enter (?=(?:at|um|om|o|v|ve|в|kl\\.?|klo|,)? ?\\d)|eingabe (?=(?:um )?\\d)|entrée (?=à \\d)|invio (?=alle \\d)|intro (?=a las \\d)|return pressed|pressed return|ihn (?:gestartet|angestoßen)|es (?:gestartet|angestoßen)|enter gedrückt|l['’](?:ai|a|avons) (?:lancé|lancée|démarré|démarrée)|l['’]ho (?:lanciato|lanciata|avviato|avviata|fatto partire)|lo (?:lancé|lancé yo|lanzamos|arranqué|inicié)|(?:o|a) (?:lancei|iniciei)|heb (?:hem|het|die) (?:gestart|aangezet)|startade den|startede den|startet den|uruchomiłem go|spustil jsem (?:ho|to)|запустил (?:его|ее|её)",
    '起動したのが|始めたのが|开始的|按的?回车|回车|시작이|시작은|엔터',
  ],
  ended: [
    "wrote the (?:tar|tarball|archive)|(?:tar|tarball|archive) (?:was )?written|das Archiv geschrieben|Archiv geschrieben|a écrit (?:le tar|l['’]archive)|(?:escribió|generó) el (?:tar|archivo)|(?:gravou|gerou) o (?:tar|arquivo)|ha (?:scritto|creato) (?:il tar|l['’]archivio)|schreef (?:de tar|het archief)|zapisał (?:tar|archiwum)|zapsal (?:tar|archiv)|записал (?:tar|архив)|was there|is there|there at|there it was|showed up|appeared|finished|has ended|had ended|just ended|ended|done|completed|complete|came back|is back|prompt back|prompt was back|back at|got (?:the|my) prompt back|returned|fertig|beendet|durchgelaufen|abgeschlossen|zurück|war durch|ist durch|klaar|gereed|afgerond|terug|beëindigd|afgelopen|klar|klart|färdig|ferdig|færdig|tillbaka|avslutad|terminé|terminée|fini|finie|achevé|achevée|revenu|revenue|rendu la main|abouti|terminó|terminado|acabó|acabado|finalizó|concluyó|volvió|listo|terminou|pronto|acabou|finalizou|concluiu|voltou|terminado|concluído|terminato|terminata|finito|finita|concluso|conclusa|tornato|tornata|completato|skończył*|zakończył*|gotow*|wrócił*|dokončen*|skončil*|hotov*|doběhl*|dojel*|dojelo|vrátil*|doskončil*|закончил*|завершил*|готов|готово|отработал*|вернул*|доехал*|bitti|tamamlandı|sona erdi|döndü|geri geldi",
    '終了|完了|終わ|戻っ|戻り|结束|完成|跑完|才完|回来|종료|완료|끝났|끝남|돌아왔',
  ],
  /** Somebody made an end of it. */
  brokenOff: [
    "(?:break|broke|call|called) it off|broken off|(?:aborted|killed|cancell?ed|interrupted) (?:it|the (?:report|run|thing))|ctrl[- +]?c|strg[- +]?c|abgebrochen|(?:brach|brechen|breche) (?:ich|wir|es|ihn) ?(?:es|ihn)? ab|(?:je|on) l['’](?:arrête|interromps|ai (?:arrêté|interrompu)|a (?:arrêté|interrompu))|(?:lo )?(?:corté|cancelé|cortamos|cancelamos|interrumpimos)|cancelei|interrompi|abortei|(?:l['’])?(?:ho|abbiamo) interrotto|afgebroken|avbröt (?:jag|vi|det|den)|afbrød|avbrøt|przerwa(?:łem|łam|liśmy)|přerušil\\p{L}?|прервал\\p{L}?",
    '中断し|打ち切っ|中断了|终止了|중단했',
  ],
  /** Not before it was done: the moment follows. */
  until: [
    "(?:not|never|n['’]t)(?: \\p{L}+){0,5} (?:until|till|before)|no (?:me |nos )?(?:devolvió|volvió|terminó|acabó)(?: \\p{L}+){0,3} hasta|(?:n['’](?:a|est)|ne)(?: \\p{L}+){0,2} (?:rendu|revenu|revenue|terminé|fini)(?: \\p{L}+){0,2} (?:qu['’]à|avant)|não (?:voltou|terminou|acabou|devolveu)(?: \\p{L}+){0,3} (?:até|antes d)|non (?:è|ha)(?: \\p{L}+){1,4} (?:fino alle|prima delle)|(?:kam|war)(?: \\p{L}+){0,3} erst (?:um|gegen)|erst (?:um|gegen)|pas (?:om|rond)|först (?:klockan|kl)|(?:inte|ikke)(?: \\p{L}+){0,3} (?:förrän|før|förr än)|dopiero o|až v|только в|csak|vasta",
    '',
  ],
  /** Its result shows when it was done. */
  stamped: [
    '(?:archive|tarball|file|archiv|archief|arkiv|archivo|archivio|arquivo|архив)(?: \\p{L}+){0,3} (?:time ?stamp(?:ed)?(?: of| is)?|zeitstempel(?: von| ist)?|dated|is from|has the time|tijdstempel(?: van)?|tidsstämpel|horodaté(?: à| de)?|marca de tiempo(?: de)?|fecha de las|data di)',
    '',
  ],
  now: [
    "now|it(?:['’]s| is)|we have|right now|by now|jetzt|nun|inzwischen|es ist|wir haben|nu|het is|nu är|er nå|maintenant|il est|on est|ahora|son las|ya son|agora|são|adesso|ora sono|sono le|teraz|jest|teď|je|сейчас|уже|şimdi|şu an|saat",
    'いま|ただいま|今は|今|现在|現在|지금',
  ],
  /** This very moment: the one at which it was written. */
  justNow: [
    "just now|only now|right now|this minute|until now|so far|up to now|gerade eben|eben erst|soeben|erst jetzt|bis jetzt|tot nu toe|nu pas|zojuist|just nu|först nu|nyss|hittills|à l[’']instant|seulement maintenant|jusqu[’']à maintenant|ahora mismo|recién|hasta ahora|só agora|agora mesmo|ate agora|até agora|solo adesso|solo ora|appena adesso|fino a(?:d| )?\\s?ora|dopiero teraz|do teraz|teprve teď|dosud|až teď|только сейчас|до сих пор|şimdiye kadar|şu ana kadar|az önce",
    'たった今|いまだに|刚刚|刚才|到现在|방금|지금까지',
  ],
  /** It is not back yet. */
  still: [
    "still not|still has not|still had not|still hasn['’]t|still hadn['’]t|still nothing|still sits|still sitting|still hanging|still hangs|still stuck|still running|still at|still on|still in|still doing|still collecting|still busy|still working|still waiting|still going|still no|immer noch(?: nicht| nichts| kein*)?|noch immer(?: nicht| nichts)?|läuft noch|hängt noch|loopt nog|loopt nog steeds|nog steeds|nog altijd(?: bezig| niet*)?|nog bezig|staat nog|hangt nog|fortfarande|kör fortfarande|fremdeles|stadig|toujours (?:pas|rien|bloqué*|là|en cours)|encore en cours|todavía|sigue|aún|ainda|t[áa] (?:igual|na mesma),? parad[oa]|tá parado|ta parado|está parado|continua parad\\p{L}|ancora (?:lì|niente|nulla|fermo|appeso|in corso)|non è ancora|nadal|wciąż|ciągle|stále|pořád|ještě|всё ещё|все еще|ещё|до сих пор|hâlâ|hala",
    'まだ|依然|还在|还没|仍|아직',
  ],
  /** Since then. */
  since: ['since|seit|sinds|sedan|siden|depuis|desde(?: las| as)?|dalle|dalla|od|с', ''],
} as const
export type Stretch = keyof typeof words

/** A pattern for any of the words of these lists; it is to be used with the flags `iu`. */
export const ofStretch = (...names: readonly Stretch[]): string => patternOf(...names.map(name => words[name]))

/** Words that may stand between a verb and what it is of without naming anything else. */
export const ofIt = new Set(
  [
    "i we it he she they you that this one mine ours his hers the a an and then now finally just only at last ok okay well so has have had is was were been be got my our first second run report command output shell prompt o'clock hrs uhr uur horas heures ore godz godzinie hod hodin ч час часов saat saati komutu komutunu komut diye archive thing whole call terminal history says said collection generation in on of to for myself again there here which who did do went both about around by i've it's it'd i'd that's he'd instead however though meanwhile same time almost nearly exactly roughly",
    'ich wir er es sie das der die den dem ein eine einen und dann jetzt nun endlich erst gerade eben hat habe haben hatte war ist wurde wird um gegen auf für befehl bericht lauf aufruf ausgabe archiv ganze sammlung terminal mein meine meiner unser na da hier dort so auch wieder dagegen hingegen aber allerdings jedoch schließlich fast knapp genau',
    'ik we wij hij zij het de een en dan nu eindelijk pas net is was heb heeft had op voor om rond van mijn die dat dit opdracht rapport echter daarentegen wel uiteindelijk bijna maar toen',
    'jag vi han hon den det de ett en och så nu till slut äntligen först har hade är var på för kl klockan jeg den endelig og har vi blev ble er',
    "je j' j'ai l' l'ai il elle on nous ça cela ce c' c'est le la les un une et puis enfin ensuite alors a ai est était avons été à au vers pour sur commande rapport archive collecte n' ne s' s'est ma mon mien par contre revanche en lui quant presque finalement seulement",
    'yo lo la el los las un una y luego entonces por fin ya se me nos no ha he había es fue a en de para comando informe orden prompt salida mío ella al hacia sobre recién en cambio pero casi finalmente',
    'eu o a os as um uma e então aí depois já só finalmente se me nos não foi era está estava à às em no na de do da para comando relatório saída meu ele ela isso porém quase finalmente',
    "io l' l'ho lo la il i le un una uno e poi quindi infine finalmente è era ha ho hanno si s' ci mi solo adesso ora già alle verso in su di per comando report rapporto raccolta mio quello questo invece però ed circa quasi",
    'ja to go on ona ono i a więc potem wreszcie w końcu już się jest był było o na po raport polecenie dopiero mój natomiast zaś prawie około',
    'já to ho on ona ono a pak konečně už se je byl bylo bylo v na o po příkaz report jsem však ovšem ale skoro asi až',
    'я он она оно это его её ее и а потом затем наконец уже только в на о по команда отчет отчёт сбор мой моя лишь же зато однако почти около примерно',
    '방금 이제 이제야 드디어 겨우 그게 그건 막 やっと ようやく 先ほど さきほど 今 たった今 それが それは 終于 终于 刚刚 刚 才 刚才 现在 它 这个',
    'ben o bu ve sonra nihayet artık saat komut rapor',
  ]
    .join(' ')
    .split(' '),
)
