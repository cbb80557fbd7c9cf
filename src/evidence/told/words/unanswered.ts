import { patternOf } from './form.ts'
import { window } from './gave-up.ts'

/** How people tell, step by step, that what they typed gave nothing back and that they waited for it, in all languages together. */

/** Somebody typed it: behind it, also words that are no commands elsewhere. */
const verbs =
  '(?:i|we|he|she|they) (?:just |then |only )?(?:did|do)|typ(?:ed|ing|e)|ran|run|running|tried|try|trying|entered|executed|called|issued|probiert|versucht|getippt|tippte|eingegeben|aufgerufen|tapé|tape|lancé|essayé|tenté|tecleé|tecleado|probé|ejecuté|lancé|digitei|digitou|rodei|tentei|executei|digitato|provato|lanciato|eseguito|getypt|ingetikt|geprobeerd|uitgevoerd|skrev|körde|provade|prøvede|prøvde|wpisa\\p{L}{1,4}|próbowa\\p{L}{1,4}|odpali\\p{L}{1,4}|zada\\p{L}{1,3}|zkusi\\p{L}{1,3}|napsal\\p{L}?|набра\\p{L}{1,3}|ввел\\p{L}?|ввёл|запустил\\p{L}?|попробова\\p{L}{1,3}|yazdım|denedim|çalıştırdım'
/** Programs that give a prompt or a line at once, whose names are words as well. */
const programs =
  'su(?: -)?(?: \\w[\\w.-]{0,30})?|sudo(?: -i| -s| su(?: -)?)|bash|w|id|who|uptime|hostname|date|free|lsmod|top|uname -a|cat|mount|vi|vim'
export const typedProgram = `(?<!\\p{L})(?:${verbs}) (?:an? |the |une? |le |el |un |ein |een |det )?(?<name>["'\`„“«]? ?(?:${programs}) ?["'\`”“»]?)(?![\\w/@-]|[.:]\\w)`

const then =
  '(?:then|after that|dann|danach|puis|ensuite|luego|después|depois|aí|poi|dopo|dan|daarna|sedan|sen|så|derefter|deretter|potem|później|pak|potom|потом|дальше|sonra|apoi|sitten|aztán|and|und|et|y|e|en|och|og|i|a|и|ve)'
const nothing =
  '(?:absolutely |simply |just |gar |einfach |plus |absolument |ya |mais |più |helemaal |już |už |больше |вообще )?(?:nothing|nichts|rien|nada|niente|nulla|niets|niks|ingenting|intet|nic|ничего|тишина|silence|stille|silencio|silêncio|silenzio|stilte|tystnad|stilhed|cisza|ticho|semmi|nimic|hiçbir şey)'
const answer =
  '(?:answer|reply|response|output|prompt|line|antwort|ausgabe|réponse|sortie|invite|respuesta|salida|resposta|saída|risposta|uscita|antwoord|uitvoer|svar|utskrift|odpowiedzi|odpověď|odpovědi|výstup|ответ\\p{L}{0,2}|вывод\\p{L}?|приглашени\\p{L})'
/** It gave nothing back; a bare "nothing" may be what a search found. */
export const gaveNothing = patternOf([
  [
    `${then}[\\s.…,:–—-]{1,8}${nothing}`,
    `(?:never|nie|niemals|jamais|nunca|mai|nooit|aldrig|nigdy|nikdy|так и не)(?: \\p{L}{1,12}){1,3} ${answer}`,
    `(?:(?:n['’]|ne |no |não |non )?\\p{L}{1,12} )?(?:jamais|nunca|mai) (?:\\p{L}{1,10} ){0,3}${answer}`,
    `(?:no|not a single|not an?|not even an?|without an?|without any|kein\\p{L}{0,2}|aucune?|sans|pas de|pas une|sin|ninguna?|ningún|sem|nenhuma?|senza|nessuna?|geen(?: enkel)?|inget|intet|ingen|żadnej|bez|žádn\\p{L}{1,2}|никакого|ни одного|без) (?:single |einzige |seule |sola |única |enkele |enda )?${answer}`,
    'no reaction|keine reaktion|keine einzige zeile|aucune réaction|sin reacción|sem reação|nessuna reazione|geen reactie|ingen reaktion|brak reakcji|žádná reakce|никакой реакции|tepki yok|(?:yanıt|cevap|ses) (?:alamad*|gelmedi|çıkmadı|yok)|nem válaszolt|nem jött válasz|ei vastausta|niciun răspuns',
    'hang|hung|hangs|froze|frozen|freezes|stuck|hängt|hing|eingefroren|figée?|gelée?|bloquée?|colgad[oa]|congelad[oa]|travou|travad[oa]|bloccat[oa]|piantat[oa]|vastgelopen|bevroren|hängde|hänger|zawis\\p{L}{1,4}|zamroz\\p{L}{1,5}|zamrz\\p{L}{1,3}|zasekl\\p{L}{0,2}|завис\\p{L}{0,3}|dondu|takıldı',
  ].join('|'),
  '何も(?:返|出|表示|起)|(?:応答|反応|返事|出力|プロンプト)[がはも]?(?:な[いくし]|無|ありません|返(?:って)?[来こ]|戻(?:ら|って来)|出ず)|(?:没有?|毫无|无)(?:任何)?(?:反应|输出|回应|响应|返回|提示符)|卡住|卡死|아무(?:런)? ?(?:반응|응답|출력|것도)|(?:응답|반응|출력|프롬프트)[이가은는도]? ?(?:없|안)',
] as const)

/** Who waits for it, or ends it. */
export const waitedOrEnded = patternOf([
  [
    `waited|waiting|left it|let it (?:sit|run|be)|gave up|given up|giving up|still(?! (?:green|ok|fine|up|running fine))|closed (?:it|(?:(?:the|my|his|her|their|that) )?${window})|(?:kill|abort|cancel|interrupt)\\p{L}*(?: it| (?:the |my |his |her )?(?:${window}|command|call))|(?:hit|pressed|used) (?:ctrl|\\^c)|disconnected`,
    `gewartet|wartete\\p{L}?|warte|aufgegeben|gab(?: \\p{L}{2,8}){1,2} auf|abgebrochen|brach(?: \\p{L}{2,8}){1,3} ab|immer noch|noch immer|${window} (?:geschlossen|zugemacht|weggeklickt)|schloss (?:\\p{L}{2,5} ){1,2}${window}`,
    `attend\\p{L}{1,4}|patient\\p{L}{1,3}|abandonn\\p{L}*|renonc\\p{L}*|toujours|interromp\\p{L}*|(?:fermé|coupé|tué) (?:la |le |ma |mon |sa |son )?(?:${window}|commande)`,
    `esper(?:é|ó|amos|ando|ado|aron|ei|ou|aram|ava)|aguard\\p{L}{2,4}|seguía|sigue|todavía|aún|ainda|continuava|cerr(?:é|ó|amos) (?:la |el )?${window}|fech(?:ei|ou|amos) (?:a |o )?${window}|me rendí|desist\\p{L}{1,4}|cancel(?:é|ó|ei|ou|amos)|abort(?:é|ó|ei|ou|amos)|mat(?:é|ó|ei|ou)|cort(?:é|ó|ei|ou)`,
    `aspett\\p{L}{2,5}|attes[oa]|ancora|rinunci\\p{L}{1,4}|(?:chius[oa]|chiude|ucciso) (?:la |il )?${window}|interrott[oa]`,
    `gewacht|wachtte\\p{L}?|opgegeven|afgebroken|nog steeds|${window} (?:gesloten|dichtgedaan|weggeklikt)|sloot (?:het |de )?${window}`,
    `vänta(?:de|t)|vente(?:de|t)|gav (?:\\p{L}{2,4} )?upp?|ga opp|avbröt|avbrød|avbrøt|fortfarande|stadig(?:væk)?|fremdeles|stängde (?:\\p{L}{2,5} )?${window}`,
    `(?:po|za)?czeka\\p{L}{1,4}|podda\\p{L}{1,4}|przerwa\\p{L}{1,4}|zrezygnowa\\p{L}{1,4}|nadal|wciąż|zamkną\\p{L}{1,4} ${window}|(?:po)?čeka\\p{L}{1,3}|vzda\\p{L}{1,3}|přeruši\\p{L}{1,3}|ukonči\\p{L}{1,3}|pořád|stále|zavře\\p{L}{1,3} ${window}`,
    `(?:подо|про)?жда\\p{L}{1,3}|сда\\p{L}{1,4}|прерва\\p{L}{1,3}|всё ещё|все еще|бросил\\p{L}?|закры\\p{L}{1,3} ${window}|убил\\p{L}?|bekle(?:dim|dik|di|dikten)|vazgeç\\p{L}{2,4}|kapattı\\p{L}?|hâlâ|hala`,
    'vártam|vártunk|feladtam|odotin|odotimme|luovutin|am așteptat|am renunțat',
  ].join('|'),
  '待っ|待ち|待た|諦め|まだ|閉じ|中断|等了|等待了|放弃|仍|还是|关掉|기다|포기|여전히|아직|닫았',
] as const)
/** Behind a time that is said to be later. */
export const laterBehind =
  /^ ?(?:later|afterwards|on|später|danach|plus tard|après|más tarde|después|depois|mais tarde|dopo|più tardi|later|erna|senare|senere|efter|później|później|později|nato|спустя|sonra|後|后|뒤|후)/iu
/** Who else may give no answer. */
export const othersAnswer =
  /vendor|support|customer|hotline|ticket|e-?mails?(?!\p{L})|hersteller|kunde|anbieter|fournisseur|éditeur|proveedor|soporte|fornecedor|suporte|fornitore|assistenza|leverancier|dostawc|dodavatel|podpor|вендор|поддержк|üretici|destek|厂商|客服|ベンダ|サポート|벤더|고객|web ?(?:page|site)|browser|applica|anwendung|database|backup/iu
