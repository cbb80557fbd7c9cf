import { patternOf } from './form.ts'

/** How people say that what they asked for is there at last, in all languages together: its result by a noun, the verb, or both. */
const words = {
  /** What a command, a login or a report gives. */
  result: [
    'listing|list|output|answer|reply|response|result|results|table|prompt|password prompt|login prompt|file|contents?|screen|process list|archive|tarball',
    'ausgabe|liste|auflistung|tabelle|antwort|ergebnis|prompt|passwortabfrage|passwort-prompt|inhalt|archiv|sortie|tableau|réponse|résultat|affichage|invite|contenu|(?:demande|invite) (?:de|du) mot de passe|salida|lista|listado|tabla|respuesta|resultado|contenido|saída|listagem|tabela|resposta|tela|conteúdo|arquivo|elenco|tabella|risposta|risultato|contenuto|uscita|archivio|richiesta (?:della )?password',
    'uitvoer|lijst|lijstje|tabel|antwoord|resultaat|wachtwoordprompt|archief|utskriften|utdata|listan|tabellen|svaret|resultatet|prompten|listen|udskriften|utskrift|arkivet',
    'wynik|wyniki|tabelka|odpowiedź|wydruk|pytanie o hasło|archiwum|výpis|seznam|tabulka|výstup|odpověď|výsledek|archiv|dotaz na heslo|вывод|список|таблица|табличка|ответ|результат|приглашение|запрос пароля|архив',
    'çıktı|çıktısı|tablo|sonuç|yanıt|cevap|parola sorusu|şifre sorusu|tuloste|listaus|vastaus|taulukko|kehote|kimenet|táblázat|eredmény|válasz|rezultatul|răspunsul|lista fișierelor',
  ].join('|'),
  /** It is there. */
  appears: [
    'came up|came out|came back|comes up|comes out|came|comes|was printed|printed|was there|was here|is here|is there|there|here|appeared|appears|showed up|shows up|was shown|popped up|turned up|arrived|arrives|was out|is out|was back|is back|was on|was displayed|got there',
    'kam raus|kam hoch|kam|kommt|erschien|erscheint|stand|steht|war da|ist da|da war|gekommen|erschienen|da gewesen|da|ausgegeben|angezeigt|eingetroffen|sorti|sortie|sort|apparu|apparue|apparaît|affiché|affichée|affiché[es]*|venu|venue|arrivé|arrivée|tombé|tombée|arrive|là',
    'salió|sale|salido|apareció|aparece|aparecido|llegó|llegado|vino|se mostró|saiu|sai|apareceu|chegou|veio|foi preenchid[ao]|preenchid[ao]|foi exibid[ao]|exibid[ao]|uscito|uscita|esce|comparso|comparsa|compare|apparso|apparsa|arrivato|arrivata|arriva|venuto fuori|venuta fuori',
    'kwam|komt|verscheen|verschijnt|stond|staat|was er|is er|verschenen|gekomen|kom|kommer|dök upp|visades|syntes|dukkede op|vistes|kom fram|kom opp|dukket opp|kommit|kommet',
    'pojawi*|wyskoczył*|wylazł*|vylezl*|wyszł*|wyszedł|przyszł*|przyszedł|pokazał*|objevil*|vyskočil*|přišl*|přišel|tady|tu|vypsal*|появил*|вышел|вышла|вышло|вывалил*|пришёл|пришел|пришла|вылез*|тут|выдал*',
    'gelmiş|geldi|gelebildi|gelebilmiş|çıktı|çıkmış|göründü|görünmüş|düştü|düşmüş|tuli|ilmestyi|tulostui|jött|megjelent|jelent meg|megjött|apărut|venit|pronto|pronta|ficou pronto|ficou pronta|fertig',
  ].join('|'),
  /** A verb alone, of what was named before: "comparso alle 11:46". */
  alone: [
    [
      "(?:it is|it was|it['’]s|it) out|there it (?:is|was)|here it (?:is|comes)|it (?:came|appeared|printed|answered|showed up)|it has (?:come|appeared|printed|answered)",
      '(?:da|jetzt) ist (?:sie|er|es)|ist (?:sie|er|es) da|kam (?:sie|er|es)|erschienen|ausgegeben|ça y est|sorti|sortie|apparu|apparue|affiché|affichée|affichage|salió|ha salido|ya salió|apareció|ya está|saiu|apareceu|uscito|uscita|comparso|comparsa|apparso|apparsa',
      'daar is (?:ie|hij|het|die)|verschenen|daar was (?:ie|hij|het)|där är (?:den|det)|där kom (?:den|det)|dök upp|der er (?:den|det)|der kom (?:den|det)',
      'wyskoczył*|wyszł*|pojawił*|jest|objevil*|vyskočil*|vylezl*|už je tady|je to tady|вышло|вышла|вышел|вывел|вывело|вывалил*|появил*|вылез*|выдал*|geldi|gelmiş|çıktı|çıkmış|tuli|megjött',
    ].join('|'),
    '出ました|出てきました|出た(?=[。、!！\\s]|$)|出てきた|表示されました|表示された|返ってきま?した|出来了|出來了|出结果了?|才出(?:结果|来)|有输出了|返回了|나왔|나왓|떴',
  ],
  /** In languages without blanks, both together. */
  eastern:
    '(?:結果|一覧|出力|リスト|表|プロンプト|応答)[がはもを]?(?:画面に|やっと|ようやく)?(?:表示され|出[たてま]|返って|現れ|戻って)|(?:结果|列表|输出|清单|提示符|结论)(?:是)?(?:终于|才|到|直到)?(?:出来|显示|返回|出现|打印)|才(?:出来|出结果|有输出|显示|返回|打印|出现)|(?:결과|목록|출력|프롬프트|응답)[이가은는]? ?(?:이제야? |겨우 |드디어 )?(?:나왔|나온|떴|뜬|표시됐|표시된|나타난|나타났)',
  /** On what it is seen. */
  screen:
    "screen|display|(?:the|my) screen|bildschirm|schirm|monitor|écran|l['’]écran|pantalla|tela|schermo|scherm|skärmen|skärm|skærmen|skjermen|ekranie|ekran|ekranu|obrazovce|экране|экран|ekrana|ekranda|konsoli|console|console|konsole",
  /** It came (?<!all )at once. */
  atOnce: [
    '(?:all|looks?|looked|came out) (?:fine|good|normal|ok)|nothing (?:unusual|special|odd)|normal|normale|normální|нормально|unauffällig|nichts (?:auffälliges|besonderes)|rien d’anormal|w porządku|all started|everything started|alles started|tutto started|tout est started|tout started|todo started|tudo started|(?<!all )at once|immediate|immediately|instant|instantly|instantaneous|instantaneously|right away|straight away|in no time|all fine|no problems?|quick as ever|within seconds|sofort|gleich da|prompt da|sekundenschnell|unverzüglich|auf anhieb|alles gut|alles ok|in ordnung|tout de suite|aussitôt|immédiat*|instantané*|sans problème|tout va bien|enseguida|al instante|inmediat*|al momento|todo bien|sin problemas?|na hora|imediat*|tudo certo|tudo bem|sem problemas?|subito|immediat*|istantane*|tutto bene|tutto ok|tutto a posto|meteen|onmiddellijk|direct|geen probleem|direkt|genast|omedelbart|med det samma|straks|omgående|od razu|natychmiast|od ręki|wszystko ok|hned|okamžitě|ihned|v pořádku|сразу|мгновенно|моментально|тут же|всё хорошо|все хорошо|hemen|anında|sorunsuz|heti|azonnal|imediat',
    '即座|すぐに|すぐ(?:出|返|表示)|一瞬|瞬時|問題な|正常|秒回|秒出|立刻|马上|立即|没问题|바로|즉시|정상|문제없',
  ],
  /** Nothing yet. */
  nothing: [
    'nothing|nothing yet|not yet|no reaction|silence|nichts|nix|stille|keine reaktion|rien|nada|niente|nulla|silenzio|silencio|silêncio|niets|niks|ingenting|intet|tyst|cisza|nic|ticho|ничего|тишина|молчит|hiçbir şey|ses yok|ei mitään|semmi|nimic|cursor|curseur|cursore|курсор|wait|waiting|warte|warten|attends|espero|esperando|aspetto|wacht|väntar|venter|czekam|čekám|жду|ждём|bekliyorum|odotan',
    'まだ|何も|反応|没反应|没有反应|还没|卡住|没动静|아직|반응|안 나',
  ],
  /** At last, or only then. */
  finally: [
    'finally|at last|only now|only then|just now|eventually|endlich|erst|schließlich|gerade eben|jetzt erst|enfin|finalement|seulement|por fin|finalmente|recién|só|só agora|até que enfim|solo ora|solo adesso|alla fine|eindelijk|nu pas|äntligen|först|endelig|først|wreszcie|dopiero|w końcu|konečně|až|teprve|наконец|наконец-то|только|только сейчас|nihayet|sonunda|ancak|vihdoin|végre|în sfârșit',
    'やっと|ようやく|今しがた|终于|終於|才|刚刚|이제야?|드디어|겨우',
  ],
  /** Between how long it took and what came then, or behind it. */
  afterIt: [
    "then|and then|before|until|till|dann|danach|bis|bevor|ehe|puis|avant que|jusqu['’]à ce que|ensuite|luego|entonces|hasta que|antes de que|depois|até que|até|aí|poi|prima che|finché|dan|voordat|totdat|daarna|sen|innan|tills|så|før|indtil|potem|zanim|aż|pak|než|потом|затем|пока|sonra",
    '',
  ],
  /** What is on a screen in the end came "before" or "by the time" a moment. */
  byThen: [
    "by the time (?:it|that|the \\p{L}+|i|we|anything|something) (?:had |has )?(?:printed|answered|came|appeared|showed|got|returned|responded|saw|moved|was (?:there|printed|back|done))|before (?:it|anything|something|the \\p{L}+) (?:came|appeared|printed|answered|showed|returned)|bis (?:(?:die|der|das) \\p{L}+|es|sie|er|was|etwas) (?:kam|erschien|da war|da stand)|(?:quand|lorsque) (?:(?:la|le|l['’]) ?\\p{L}+|il|elle) (?:est|a) (?:sorti|apparu|arrivé|répondu)e?|cuando (?:salió|apareció|respondió|contestó)|quando (?:saiu|apareceu|respondeu|è uscit[oa]|è compars[oa]|ha risposto)|voordat (?:er iets|het|de \\p{L}+) (?:kwam|verscheen)|innan (?:det|den|något|svaret) (?:kom|dök upp)|zanim (?:coś|wynik|lista|odpowiedź) \\p{L}+|než (?:se )?(?:to|něco|výpis|výstup) \\p{L}+|когда (?:появил\\p{L}+|вышел|вышло|выдал\\p{L}*|ответил\\p{L}?)",
    '',
  ],
} as const

const letters = (list: string) => patternOf([list, ''])
const { result, appears, screen } = words

export const resultWord = letters(result)
export const appearsWord = letters(appears)
export const screenWord = letters(screen)
export const easternShown = words.eastern
export const shownAlone = patternOf(words.alone as unknown as readonly [string, string])
export const atOnceWord = patternOf(words.atOnce as unknown as readonly [string, string])
export const nothingWord = patternOf(words.nothing as unknown as readonly [string, string])
export const finallyWord = patternOf(words.finally as unknown as readonly [string, string])
export const thenWord = patternOf(words.afterIt as unknown as readonly [string, string])
export const byThenWord = patternOf(words.byThen as unknown as readonly [string, string])
