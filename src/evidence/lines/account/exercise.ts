import { later } from '../later.ts'

/**
 * Signs of an exercise on paper: a tabletop, a scenario for a training, something that says of itself that it is fiction. Nothing of it
 * happened. A drill on real machines is none: what goes wrong in it did go wrong, and whoever reports an incident may mention an exercise.
 */

const word = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`
const tabletops =
  'table-?top|table top exercise|war-?gam(?:e|ing)|paper (?:exercise|drill)|desk(?:top)? exercise|planspiel\\p{L}*|stabs(?:rahmen)?übung|papierübung|trockenübung|exercice sur table|exercice (?:de crise )?sur papier|ejercicio de mesa|simulacro de mesa|exercício de mesa|simulação de mesa|esercitazione (?:a tavolino|sulla carta|su carta)|tafeloefening|papieren oefening|skrivbordsövning\\p{L}*|bordsøvelse\\p{L}*|skrivebordsøvelse\\p{L}*|gra sztabow\\p{L}|ćwiczeni\\p{L}+ (?:sztabow\\p{L}+|na papierze|na sucho)|cvičení (?:u stolu|na papíře|nanečisto)|штабн\\p{L}+ (?:учени\\p{L}+|игр\\p{L}+)|учени\\p{L}+ на бумаге|masa başı (?:tatbikat\\p{L}*|egzersiz\\p{L}*)'
const tabletopsEast = '机上(?:訓練|演習)|桌面(?:推演|演练|演練)|沙盘推演|도상 ?(?:훈련|연습)|모의 ?훈련'
const tabletop = later(`${word(tabletops)}|${tabletopsEast}`, 'iu')
/** What happened meanwhile, or was no exercise, is real. */
const besides = later(
  `${word('incident|outage|real|not an?|no|instead|during|while|after|before|kein\\p{L}*|während|nach|statt|störung|ausfall|pendant|après|panne|pas un\\p{L}*|durante|tras|después|avería|no es|não é|depois|non è|dopo|guasto|tijdens|na|storing|geen|under|efter|inte|ikke|ingen|podczas|po|awaria|nie|během|výpadek|není|во время|после|авари\\p{L}+|не|sırasında|sonra|değil|arıza')}|障害(?!想定|対応)|本番|故障|实际|실제`,
  'iu',
)

/** Who says that none of it is real. */
const fiction = later(
  [
    word(
      '(?:all|everything|each|any(?:thing)?) (?:of (?:the|this|it|that|what)(?: \\p{L}+){0,3} |(?:above|below|here|in this \\p{L}+) )(?:is|was|are|were) (?:(?:pure|only|entirely|all|completely) )?(?:fiction(?:al)?|fictitious|invented|made[- ]up|hypothetical|imaginary)',
    ),
    word(
      '(?:none|nothing) of (?:this|it|that|the above|what is above) (?:(?:is|was|were) real|(?:has )?(?:ever |really |actually )?happened)',
    ),
    word(
      '(?:alles|das alles|alles hier|alles oben|das ganze|sämtliches)(?: \\p{L}+){0,3} (?:ist |war )?(?:(?:rein|frei|nur|komplett) )?(?:fiktiv|erfunden|fiktion|ausgedacht)',
    ),
    word('(?:tout(?: (?:ceci|cela|ce qui précède))?) (?:est|était) (?:(?:pure(?:ment)?|entièrement) )?(?:fictif|fiction|inventé)'),
    word(
      'tod[oa]s?(?: \\p{L}+){0,3} (?:es|era|é|foi|son|eram) (?:(?:pura|puramente|totalmente) )?(?:ficci[oó]n|ficção|fictici[oa]s?|fictíci[oa]s?|inventad[oa]s?)',
    ),
    word('tutt[oaie](?: \\p{L}+){0,3} (?:è|era|sono) (?:(?:pura|frutto di) )?(?:finzione|fantasia|inventat[oaie]|fittizi[oaie]?)'),
    word('alles(?: \\p{L}+){0,3} (?:is|was) (?:(?:puur|volledig) )?(?:fictie|fictief|verzonnen)'),
    word('(?:allt|alt)(?: \\p{L}+){0,3} (?:är|var|er) (?:(?:ren|helt) )?(?:fiktion|påhittat|fiktivt|oppdiktet|opdigtet)'),
    word(
      'wszystko(?: \\p{L}+){0,3} (?:to |jest )?(?:fikcja|zmyślone|fikcyjne)|vše(?:chno)?(?: \\p{L}+){0,3} (?:je |bylo )?(?:fikce|smyšlené|vymyšlené)',
    ),
    word(
      'вс[её](?: \\p{L}+){0,3} (?:вымышлено|вымысел|выдумано|придумано)|(?:her şey|hepsi|tamamı)(?: \\p{L}+){0,3} (?:kurgu\\p{L}*|kurmaca\\p{L}*|hayali\\p{L}*)',
    ),
    '(?:上記|以上|内容)は(?:すべて|全て)?(?:架空|フィクション)|(?:以上|上述|内容)(?:均|全部|都|纯)?(?:为|是|属)?(?:虚构|假想)|(?:위|이상의?) ?내용은 (?:모두 )?(?:가상|허구)',
  ].join('|'),
  'iu',
)

/** Nothing real was or will be touched: with a word of an exercise beside it. */
const untouched = later(
  [
    word(
      '(?:nobody|no one|no-one) (?:will |has )?(?:touch\\p{L}*|log\\p{L}* in(?:to)?|us\\p{L}+) (?:an?|any|the)?\\s?(?:real |live )?(?:machines?|systems?|servers?|clusters?|nodes?)',
    ),
    word(
      'no (?:real |live |production )?(?:machines?|systems?|servers?|clusters?|nodes?) (?:was|were|is|are|will be|has been|have been) (?:ever )?(?:touched|used|involved|needed)',
    ),
    word('(?:everything|all|all of it|purely|only|just|entirely|it stays|it is) (?:is |was |happens |takes place |stays )?on paper'),
    word(
      '(?:alles|nur|rein|ausschließlich|bloß|lediglich)(?: \\p{L}+){0,2} auf (?:dem )?papier|(?:niemand|keiner) (?:hat |wird )?(?:eine |die )?(?:maschine|rechner|server|systeme?)\\p{L}*(?: \\p{L}+)? (?:angefasst|anfassen|berührt)',
    ),
    word(
      "(?:tout|uniquement|seulement|purement)(?: \\p{L}+){0,3} sur (?:le )?papier|personne n['’]a touché (?:à )?(?:une|aux?) (?:machines?|serveurs?)",
    ),
    word(
      '(?:todo|sólo|solo|solamente|tudo|só|apenas|somente|únicamente)(?: \\p{L}+){0,3} (?:sobre el|en|no) papel|(?:nadie tocó|ninguém tocou em|ninguém mexeu em) (?:ninguna?|nenhuma?|una?|uma?|las|as)? ?(?:máquinas?|servidor\\p{L}*)',
    ),
    word('(?:tutto|solo|soltanto|unicamente)(?: \\p{L}+){0,3} (?:sulla|su) carta|nessuno ha toccato (?:una|le|alcuna) macchin[ae]'),
    word(
      '(?:alles|alleen|enkel|puur)(?: \\p{L}+){0,3} op papier|niemand heeft (?:een|de) (?:machine|server)s? aangeraakt|(?:allt|alt|bara|bare|kun)(?: \\p{L}+){0,3} på (?:papper|papir)(?:et)?',
    ),
    word(
      '(?:wszystko|tylko|wyłącznie)(?: \\p{L}+){0,3} na papierze|(?:vše(?:chno)?|jen|pouze)(?: \\p{L}+){0,3} na papíře|(?:вс[её]|только|исключительно)(?: \\p{L}+){0,3} на бумаге',
    ),
    '(?:her şey|hepsi|sadece|yalnızca|tamamen) k[âa]ğıt üzerinde|gerçek (?:sistem|makine|sunucu)\\p{L}* hiçbir şey (?:yap|dokun)\\p{L}+|(?:すべて|全て|紙の上|机上)(?:で|は)?(?:紙の上|机上)?(?:のみ|だけ)|(?:実機|本番)(?:に|は|を)(?:一切)?(?:触|使)\\p{L}{0,4}(?:ない|ません)|(?:只在|仅在|都在|全在)纸(?:面|上)|(?:不|没有?)(?:动|碰|操作)(?:真实|任何|生产)(?:的)?(?:系统|机器|环境)|(?:모두 |전부 )?(?:서류|종이|문서)(?:상|위)(?:으로만|에서만)|실제 (?:시스템|장비)(?:은|는|를|을)? (?:건드리|사용하)지 않',
  ].join('|'),
  'iu',
)
const exercise = later(
  `${word('exercises?|drills?|tabletop|scenarios?|training|workshop|injects?|übung\\p{L}*|szenari\\p{L}+|schulung\\p{L}*|exercices?|scénarios?|formation|ejercicios?|simulacros?|escenarios?|formación|exercícios?|cenários?|treinamento|esercitazion[ei]|scenari[o]?|formazione|oefening\\p{L}*|training|övning\\p{L}*|øvelse\\p{L}*|scenari\\p{L}+|ćwiczeni\\p{L}+|scenariusz\\p{L}*|szkoleni\\p{L}+|cvičení|scénář\\p{L}*|školení|учени[яей]\\p{L}*|сценари\\p{L}+|тренировк\\p{L}+|обучени\\p{L}+|tatbikat\\p{L}*|senaryo\\p{L}*|eğitim\\p{L}*')}|訓練|演習|シナリオ|研修|演练|演習|推演|场景|培训|훈련|시나리오|교육`,
  'iu',
)
/** What a leader of an exercise hands out: one alone may be anything. */
const inject = /^[^\p{L}\n]{0,8}(?:inject|einlage|einspielung)\s?#?\d{1,2}(?!\p{L})/gimu
const longestTitle = 140

/** A list of what might go wrong one day. */
const worst = later(
  `${word('worst[- ](?:case|fears?)(?: (?:list|scenarios?))?|what (?:could|might|may) (?:all )?go wrong|(?:risk|fear|nightmare|worry|worries)[- ]?(?:list|register|log)?s?|risiken|risikoliste|sorgenliste|befürchtungen|schlimmsten?fall\\p{L}*|pires? (?:cas|scénarios?)|risques|craintes|peores? casos?|riesgos|temores|piores? casos?|riscos|receios|casi? peggiori?|rischi|timori|ergste (?:geval|gevallen)|risico.?s|zorgen|värsta fall|risker|risici|risikoer|najgorsz\\p{L}+|ryzyk\\p{L}*|obaw\\p{L}*|nejhorší\\p{L}*|rizik\\p{L}*|obav\\p{L}*|худш\\p{L}+|риск\\p{L}*|опасени\\p{L}*|en kötü|risk\\p{L}*')}|最悪|懸念|リスク|最坏|风险|担忧|최악|위험|우려`,
  'iu',
)
/** And that nothing of it came about. */
const noneCame = later(
  `${word("(?:seen|had|met|observed|experienced) none of (?:these|them|this|that|it)|none of (?:these|them|this|that|it) (?:has|have|had|did|ever|happened|occurred|came)|nichts davon (?:ist|haben|hat|war)|(?:keine[rs]?|keins) davon (?:ist|haben|hat)|rien de tout (?:cela|ça) (?:n['’]est|ne s['’]est)|nada de (?:esto|eso|ello) (?:ha|ocurrió|pasó)|nada disso (?:aconteceu|ocorreu)|(?:niente|nulla) di (?:tutto )?(?:ciò|questo) (?:è|si è)|niets (?:daarvan|hiervan) (?:is|hebben)|(?:inget|ingenting) av (?:detta|dette|det) (?:har|er)|nic z tego (?:się )?nie|nic z toho (?:se )?ne\\p{L}+|ничего из этого|(?:bunların|hiçbiri)[^.\\n]{0,30}(?:olmadı|yaşanmadı|görmedik)")}|(?:いずれも|どれも|一つも)[^。\\n]{0,16}(?:起き|発生し|見て)(?:て)?(?:いない|いません|ない|ません)|(?:以上|这些)[^。\\n]{0,10}(?:均未|都没有?)(?:发生|出现|遇到)|(?:모두|하나도|아무것도)[^.\\n]{0,14}(?:않았|없었)`,
  'iu',
)

/** Whether a text is of an exercise on paper, as its title says, or somebody who knows; or of fears that did not come true. */
export function isExercise(head: string): boolean {
  const title = head.trimStart().split('\n', 1)[0]!
  if (title.length <= longestTitle && tabletop.test(title) && !besides.test(title)) return true
  return (
    fiction.test(head) ||
    (worst.test(head) && noneCame.test(head)) ||
    (untouched.test(head) && exercise.test(head)) ||
    (head.match(inject)?.length ?? 0) >= 2
  )
}
