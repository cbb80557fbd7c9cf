import { postBy } from '../headings.ts'

/** What stands above, below and between the words of people who write to each other: mails, tickets, posts. */

/** Names of what a mail, a ticket or a form says of itself, in many languages. */
const keys = [
  'From|Subject|Sent|Cc|To|Date|Reporter|Reported by|Opened by|Opened|Created|Assignee|Assigned to|Assignment group|Priority|Severity|Status|Caller|Customer|Requester|Component|Category|Short description|Tester|Author|Ticket|Case|Incident|Number|Impact|Affected \\w+|Environment|Hostname|Scribe|Shift|Summary|Node|Server|Host|Problem|Question',
  'Betreff|Von|An|Gesendet|Datum|Kunde|Melder|Gemeldet von|Priorität|Störung|Vorgang|Bearbeiter|Kategorie|Schicht',
  'De|À|Objet|Date|Envoyé|Demandeur|Priorité|Client|Ouvert par|Catégorie|Gravité|Demande',
  'Para|Asunto|Fecha|Enviado|Prioridad|Cliente|Solicitante|Categoría|Severidad|Abierto por|Assunto|Data|Prioridade|Chamado|Aberto por|Solicitante|Incidente',
  'Da|A|Oggetto|Inviato|Priorità|Segnalazione|Aperto da|Richiedente|Onderwerp|Aan|Van|Verzonden|Prioriteit|Klant|Melding|Aangemeld door',
  'Od|Do|Temat|Data|Priorytet|Klient|Zgłoszenie|Zgłaszający|Předmět|Komu|Datum|Priorita|Zákazník|Od koho',
  'От|Кому|Тема|Дата|Приоритет|Заявка|Заказчик|Инициатор|Автор|Від|Konu|Kimden|Kime|Öncelik|Tarih|Talep|Müşteri',
  'Ärende|Från|Till|Ämne|Prioritet|Kund|Anmält av|Fra|Til|Emne|Sak|Lähettäjä|Aihe|Feladó|Tárgy',
  '件名|差出人|宛先|送信者|日時|優先度|発生日時|報告者|主题|发件人|收件人|优先级|提交人|报障人|故障时间|主機|제목|보낸사람|보낸 사람|받는사람|우선순위|발생일시|요청자|고객사|고객',
]
const key = new RegExp(String.raw`^(?!\[\[)\W{0,6}(?:${keys.join('|')})(?: ?(?:#|[Nn]r\.?|ID))?\W{0,3}[:：]\W{0,3}\S`, 'u')
/** A head is a few lines at the beginning, or below another one's words. */
const headLines = 16
const sureKey =
  /^\W{0,4}(?:From|Von|De|Da|Van|Od|От|差出人|发件人|보낸 ?사람|Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Temat|Předmět|Тема|Konu|Ämne|Emne|件名|主题|제목)[:：] ?\S/mu

/** How many lines of a head a text begins with. */
export function headOf(text: string): number {
  const lines = text.split('\n', headLines).filter(line => key.test(line)).length
  return Math.max(lines, sureKey.test(text) ? 2 : 0)
}

/** The number of a ticket, in its first lines. */
const number =
  /\b(?:INC|CHG|SR|CS|PRB|IM|RITM|TASK|CASE|REQ|MI|TT|CRQ|SD|HD)[-_ #]{0,2}\d{3}|\b[A-Z]{2,10}-\d{2,7}\b(?! ?(?:bit|MHz))|(?:#|№|\b[Nn][ro]\.?) ?\d{4,}|^\W{0,8}(?:Ticket|Case|Incident|Vorgang|Störung|Melding|Chamado|Zgłoszenie|Заявка|Ärende|Sak|Tiket|Talep|Bug|工单|티켓)\b.{0,20}\d{3}|^\[(?:접수|답변|문의|受付|回答|受理)\]/mu
export const hasNumber = (text: string): boolean => number.test(text.slice(0, 400))

const hello =
  /^\W{0,4}(?:(?:Hi|Hiya|Hello|Hey|Dear|Greetings|Team|Folks|All|Colleagues|Gents|Morning|Hallo|Moin|Servus|Liebe[rs]?|Sehr geehrte\w*|Guten (?:Tag|Morgen|Abend)|Grüezi|Hoi|Beste|Dag|Goedemorgen|Goedemiddag|Hej\w*|Hei|Moi|Terve|Bonjour|Salut|Bonsoir|Hola|Buen[oa]s|Estimad[oa]s?|Bom dia|Boa (?:tarde|noite)|Olá|Oi|Pessoal|Galera|Prezad[oa]s?|Ciao|Salve|Buongiorno|Buonasera|Bună|Cześć|Czołem|Dzień dobry|Witam|Ahoj|Dobrý den|Čau|Szia\w*|Sziasztok|Tisztelt|Merhaba|Selam|Abi|Arkadaşlar|Здравствуйте|Добрый (?:день|вечер)|Доброе утро|Доброго|Привет|Всем привет|Коллеги|Добрий день|Вітаю|Καλησπέρα|Καλημέρα|Good (?:morning|afternoon|evening|day))(?![\p{L}-])[^\n]{0,60}(?:[,.!:-]|$)|こんにちは|はじめまして|お世話|いつもお世話|お疲れ|おはよう|您好|你好|大家好|各位|老师好|求助|안녕하세요|수고)/imu
const goodbye =
  /(?:^|[\s.,!])(?:(?:kind|best|warm) regards|regards|cheers|thanks|thank you|thx|tia|many thanks|sincerely|yours|mit (?:freundlichen|besten|vielen) grüßen|mfg|vg|lg|gruß|grüße|danke|groet(?:en|jes)?|bedankt|alvast|mvh|hälsningar|hilsen|tack|takk|terveisin|kiitos|cordialement|bien à vous|merci|saludos|gracias|un saludo|atentamente|abs|abraço|obrigad[oa]|att|saluti|grazie|cordiali|pozdrawiam|dzięki|pozdr|s pozdravem|díky|děkuji|dakujem|üdv|köszönöm|saygılar\w*|teşekkür\w*|с уважением|спасибо|дякую|mulțumesc)(?![\p{L}])[^\n]{0,50}$|よろしく(?:お願い|です)|以上(?:です|、よろしく)?。?$|谢谢|感谢|감사합니다|부탁드립니다/imu
const asks =
  /\bany(?:one|body)\b|\bany (?:ideas?|help|hints?|clues?|pointers?|suggestions?|thoughts)\b|\b(?:please|pls|kindly) (?:advise|help|suggest|look|check)\b|what am i missing|\bjemand\w*\b|\biemand\b|\bnågon\b|\bnoen\b|quelqu['’]un|une (?:idée|piste)|\balguien\b|alguna (?:idea|pista)|\balgu[eé]m\b|alguma (?:ideia|dica)|\bqualcuno\b|qualche (?:idea|dritta)|кто[- ]?(?:нибудь|то|сталкив)|куда копать|подскажите|помогите|хто-небудь|\bktoś\b|\bněkdo\b|\bvalaki\b|bilen var|var mı\b|どなたか|ご教示|教えて|でしょうか|有没有人|怎么(?:查|办|解决|回事)|什么(?:原因|问题)|为什么|请教|도와|알려|궁금|왜 (?:이|그)/u
/** A name alone at the end, also behind a dash or a slash, or below it: who wrote it. */
const signed =
  /(?:^|[\s.!?])(?:[-–—~/]|--)\s?\p{L}[\p{L}.]{0,15}(?: \p{L}[\p{L}.]{0,15})?\s*$|\n\p{Lu}[\p{L}.]{0,15}(?: \p{Lu}[\p{L}.]{0,20})?\s*$/u
export const greets = (text: string): boolean => hello.test(text)
export const ends = (text: string): boolean => goodbye.test(text)
export const isSigned = (text: string): boolean => signed.test(text.slice(-200))
export const asksForHelp = (text: string): boolean => asks.test(text.toLowerCase())

/** One customer; those of a vendor are many. */
const customer =
  /\b(?:(?:[Aa]|[Tt]he|[Oo]ne|[Tt]his|[Mm]y) (?:customer|client)\b|[Cc]ust(?:omer)? (?:says?|reports?|complains?|asks?|has|wants?|states?|called)\b|[Cc]aller (?:says?|states?|reports?|wants?)|[Uu]ser (?:says|reports|states))|(?<![\p{L}])(?:(?:der|beim|ein) Kunde|le client|el cliente|il cliente|de klant|kunden (?:säger|siger)|klient (?:zgłasza|mówi)|zákazník|заказчик|клиент (?:сообщ|жалу)|müşteri)(?![\p{L}])|客户(?:反馈|报|说)|お客様(?:より|から)|고객(?:사|이|님이)/u
export const isOfCustomer = (text: string): boolean => customer.test(text)
/** Notes leave out who did it: the sentence begins with what was done. Lists of changes use other words. */
const elided =
  /(?:^|[.!?:;] )\W{0,4}(?:[Jj]ust )?(?:dealt|saw|had to|got|tried|asked|checked|reproduced|noticed|found|rebooted|restarted|ran|went|took|waited|lost|killed|measured|counted|called|opened|started it|closed|aborted|logged in|told)\b/gim
export const leftOut = (text: string): number => text.match(elided)?.length ?? 0

/** Who does not know why. */
const puzzled =
  /\b(?:no idea|not sure|no clue|(?:some|no) (?:unknown |apparent |obvious )?reason|strange\w*|weird\w*|odd(?:ly)?|puzzl\w+|surpris\w+|only a (?:\w+ )?(?:reboot|reset|restart|power)\w*|(?:specific to|only on) this|(?:seen|observed|reproduced|happened|happens) (?:on|with|again|here)|periodically|intermittent\w*|randomly|sporadic\w*|every (?:few|couple)|gelegentlich|sporadisch|immer wieder|de temps en temps|de vez en cuando|de vez em quando|ogni tanto|co jakiś czas|občas|ara sıra|seltsam\w*|komisch\w*|merkwürdig\w*|keine ahnung|rätsel\w*|vreemd|raar|geen idee|konstigt?|märkligt?|underlig\w*|mærkelig\w*|étrange\w*|bizarre\w*|curieu\w+|aucune idée|rar[oa]|extrañ\w+|estranh\w+|esquisit\w+|stran[oia]|outo\w*|furcsa\w*|ciudat\w*|dziwn\w+|divn\w+|zvláštn\w+|garip|tuhaf)(?![\p{L}])|странн|непонятно|дивн|おかしい|不思議|奇怪|离谱|莫名|이상(?:하|한|해)/u
export const wonders = (text: string): boolean => puzzled.test(text.toLowerCase())

/** The parts that trackers ask for of whoever saw a fault. */
const observed =
  /^\W{0,8}(?:Description of problem|Version-Release number|How reproducible|Steps to [Rr]eproduce|To Reproduce|How to reproduce|Actual (?:[Rr]esults?|[Bb]ehaviou?r)|Reproduction [Ss]teps|Describe the (?:bug|results you|issue|problem)\b|Additional information you deem|What happen(?:s|ed)|What did you (?:do|expect|see)|Observed [Bb]ehaviou?r|Current [Bb]ehaviou?r|Bug [Dd]escription|Bug \d{4,8}|Issue #\d+|Used distribution|Linux kernel version used|systemd version the issue|In case of bug report|Unexpected behaviou?r you saw|Output of [`'"]|What(?:['’]s| is| was) (?:the )?(?:problem|issue|bug|wrong)\b|What went wrong|Your [Ee]nvironment|Fehlerbeschreibung|Problembeschreibung|Schritte (?:zur Reproduktion|zum (?:Nachstellen|Reproduzieren))|Descripción del (?:problema|error|fallo)|Pasos para reproducir|Description du (?:problème|bug)|[EÉ]tapes (?:pour reproduire|de reproduction)|Descrição do (?:problema|erro|bug)|Passos para reproduzir|Шаги (?:для )?воспроизведения|Описание (?:проблемы|ошибки)|问题描述|問題描述|复现步骤|重现步骤|再現手順|発生している問題|不具合の内容|재현 (?:방법|절차)|문제 (?:설명|현상)|오류 내용)/m
/** What a tracker puts above an entry that it exports or mails: `owner/project#4711`, `owner/project · issue #4711`. */
const entryOfTracker = /^\W{0,8}\[?[\w.-]{1,80}\/[\w.-]{1,100}\]?\W{0,5}(?:[Ii]ssue |[Pp]ull request |[PM]R )?[#!]\d{1,7}\b/
/** Whether the beginning of a file has the parts or the head of an entry in a tracker: somebody tells of a system of their own. */
export const isObserved = (head: string): boolean => observed.test(head) || entryOfTracker.test(firstLine(head))
export const firstLine = (head: string): string => head.slice(0, 400).trimStart().split('\n', 1)[0]!

/** What trackers, forums and mail programs put above each post of a thread, or above the words that it answers: who wrote it, and when. */
const thread = new RegExp(
  [
    String.raw`^[\w.-]{1,40} · (?:description|comment|opened) · \d{4}-\d\d-\d\d|^\S{1,40} (?:commented|opened this issue) (?:on [A-Z][a-z]{2} \d{1,2}, \d{4}|(?:\d+|an?) (?:hour|day|week|month|year)s? ago|\d{4}-\d\d-\d\d)\b`,
    String.raw`^(?:Comment \d+|Description) +\S.{0,60} \d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? [A-Z]{3,4}\b|^.{1,60} \(\S{1,40}\) wrote on \d{4}-\d\d-\d\d|^#{1,6} ${postBy}.{0,80}\d{4}|^(?:by|von|par|por|da|od|от) \S{1,30} [»>·|-] .{0,40}\d{4}`,
    String.raw`^Asked \d+ (?:year|month|day)s?(?:, \d+ \w+)? ago\b|^asked [A-Z][a-z]{2} \d{1,2}(?:, \d{4}| '\d\d)? at \d|^On .{5,120} wrote:\s*$`,
    String.raw`^\S.{0,120}(?:schrieb|a écrit|escribió|escreveu|schreef|ha scritto|napsal\(?a?\)?|написала?|пишет|napisała?|skrev|írta|yazdı)(?=[\s:]).{0,60}:\s*$`,
  ].join('|'),
  'm',
)
export const isThread = (head: string): boolean => thread.test(head) || postInJson.test(head)
/** The same as a tracker exports it. */
const postInJson =
  /\{\s*"(?:who|author|from|user|by|sender)"\s*:\s*"[^"\n]{1,60}"\s*,\s*"(?:when|at|time|ts|date|created\w*|timestamp)"\s*:\s*"[^"\n]{8,40}"\s*,\s*"(?:body|text|comment|note|content)"\s*:\s*"|\{\s*"(?:when|at|time|ts|date|created\w*|timestamp)"\s*:\s*"[^"\n]{8,40}"\s*,\s*"(?:who|author|from|user|by|sender)"\s*:\s*"[^"\n]{1,60}"\s*,\s*"(?:body|text|comment|note|content)"\s*:\s*"/

/** A report that a team wrote about what happened, or handed on to the next shift. */
const incident =
  /^\W{0,8}(?:(?:.{0,60}(?<![\p{L}]))?(?:incident\w*|INC[-_ ]?\d{4,}|outage|post-?(?:mortem|incident)|RCA|session (?:summary|notes?|report)|Sitzungsnotiz\w*|résumé de (?:la )?session|resumen de (?:la )?sesión|resumo da sessão|итоги? сессии|root cause analysis|handover|hand-over|shift (?:log|note|report)|work ?notes?|call (?:note|w\/)|timeline|Vorfall\w*|Störung\w*|Übergabe\w*|Ausfall\w*|Nachbetrachtung|panne|compte[- ]rendu|retour d['’]expérience|main courante|incidente\w*|informe|relat[oó]rio|diario|guasto|storing\w*|overdracht|avbrott|driftanteckning\w*|hændelse|инцидент\w*|отчёт|отчет|разбор|сбой|awaria|raport|výpadek|záznam|arıza\w*|tutanak|vardiya)(?![\p{L}]|\w)|.{0,40}?(?:セッション(?:要約|まとめ|メモ)|会话(?:总结|小结|记录)|세션 ?(?:요약|정리)|障害|事故|故障|交接班|復盤|复盘|排查|장애|보고|인수인계)).{0,80}$/iu
export const isOfIncident = (head: string): boolean => incident.test(firstLine(head))
