import { later } from '../lines/later.ts'
import { type Concepts, conceptsOf, type PredicateAt, type Subject, type SubjectAt } from './concepts.ts'
import { isNamedOrAgain, isOpening } from './opening.ts'
import type { Quantity } from './quantities.ts'
import { anyOf } from './vocabulary.ts'

/** Something that a sentence says of one of its subjects. */
export interface Statement {
  readonly subject: Exclude<Subject, 'other'>
  /** It hangs, is slow by a word, or took so many seconds. */
  readonly says: 'hangs' | 'silent' | 'slow' | 'timedOut' | number
  /** Where the statement begins and ends in the sentence. */
  readonly start: number
  readonly end: number
  /** Where the words that say it begin. */
  readonly at: number
  /** No verb says it: what the rows around it are about decides. */
  readonly isNoted?: boolean
}

/** All that a sentence states, and the subject that it ends with: what follows may tell of it. */
export interface Said {
  readonly statements: readonly Statement[]
  readonly last: Statement['subject'] | undefined
}

/** Farther behind its subject, or before it, nothing is said of it. */
const reach = { hangs: 70, silent: 70, slow: 70, timedOut: 70, lasts: 80, answers: 80 } as const
const shorter = 45
const before = 32
const not = later(
  `(?:${anyOf('not')}|n['’]t)(?:\\s(?:se|me|si|mi|ci|te|longer|been|yet|ever|once|a|le|la|es|just|simply|really|actually))?\\s?$`,
  'iu',
)
const notBehind = /^\W{0,3}(?:nicht|nichts|niet|niets|niks|ikke|inte|pas|nothing|rien|nada|nic|ничего)(?!\p{L})/u
/** Where another thought begins. */
const breaks = /[;:—–]|,? (?:but|aber|mais|pero|mas|ma|ale|но|maar|ama)(?!\p{L})/iu
/** Between the name of what was measured and the measure, where no verb stands. */
const noted = later(
  String.raw`^ ?["'\x60”»“’)]{0,2}(?: (?:alone|by itself|allein|solo|seul|(?:on|auf|sur|su|en|em|no|na|op|på|w|v|at|на) (?:\p{L}{2,8} )?\S{1,40}|node \S{1,20})){0,3} ?(?:[:=≈→(,]|->|=>|—|–| -(?= )) ?(?:~|>|≈)? ?(?:(?:${anyOf('about', 'lasts')}|ne|eine|une|uma|una|een) ){0,2}$`,
  'iu',
)

/** Nothing but "about" stands between, and the clause ends behind the measure. */
const bareMeasure = later(`^["'\`”»“’)]{0,2} (?:(?:${anyOf('about')}|ne|eine|une|uma|una|een) ){0,2}$`, 'iu')
const ends =
  /^(?: (?:y pico|y algo|e qualcosa|e pouco|et quelques|z hakiem|с лишним|und etwas|and a bit))? ?(?:$|[.,;!)|(…]|here\b|hier\b|ici\b|each\b|every\b)/u
/** A limit, a wait of a script or a schedule. */
const noMeasure =
  /time-?out|limit|interval|sleep|watch|\bevery\b|SLA|deadline|budget|schedul|plan|reserv|délai|plazo|prazo|лимит|таймаут|超时|タイムアウト|타임아웃/iu

/** How it was, or should be, stands first in its clause. */
const usualBefore = later(`(?:^[\\s>|*•#–-]{0,8}|[.,;:(|] ?)(?:${anyOf('usual')}),?\\s(?:[^\\s,;.]{1,20}\\s){0,3}["'\`„“«]?$`, 'iu')
/** "The maintenance with the sosreport lasted": it is of something else. */
const besides =
  /(?<!\p{L})(?:with|during|after|before|reserved|mit|während|nach|avec|pendant|après|con|durante|tras|dopo|com|após|met|tijdens|med|under|efter|podczas|po|při|во время|после)(?: (?:the|a|an|dem|der|den|einem|le|un|el|il|o|de|het|den|det))? ["'`„“«]?$/iu

/** It is the report itself that is made with it. */
const made =
  /(?<!\p{L})(?:collection|collecting|creation|generation|run|data gathering|erstellung|sammlung|lauf|collecte|génération|recogida|recolección|coleta|raccolta|verzameling|insamling|zbieranie|sběr|сбор) \p{L}{1,5} ?["'`„“«]?$/iu

/** "The job that calls pcs status took 40 minutes": it is of the job. */
const called =
  /(?<!\p{L})(?:that|which|and) (?:calls?|runs?|uses?|invokes?|executes?) ["'`„“«]?$|(?<!\p{L})(?:qui (?:appelle|lance|utilise)|que (?:llama|lanza|usa|chama|executa)|che (?:chiama|lancia|usa)|die (?:aanroept)|som (?:anropar|kör|kalder)|który (?:wywołuje)|který (?:volá)|который (?:вызывает|запускает)) ["'`„“«]?$/iu

/** "It takes longer than a sosreport": something else does. */
const compared =
  /(?<!\p{L})(?:(?:longer|slower|more(?: time)?|worse) than|(?:länger|langsamer|mehr(?: Zeit)?) als|plus (?:long|longtemps|lent|de temps) qu(?:e |['’])|más (?:largo|lento|tiempo) que|mais (?:longo|lento|tempo|demorado) (?:do )?que|più (?:lungo|lento|tempo)? ?d(?:i|el)|(?:langer|trager) dan|(?:längre|långsammare|længere|lengre) (?:än|end|enn)|(?:dłużej|wolniej) niż|(?:déle|pomaleji) než|(?:дольше|медленнее),? чем)(?: ?(?:an?|the|our|ein|eine[mn]?|der|une?|le|un[ao]?|el|um|o|il|een|het|de|ett?|en))? ?["'`„“«]?$/iu
/** Whoever sits before it is no command, however long. */
const measure = /^ (?:for |seit |pendant |durante )?\S{1,10} (?:min|hour|Min|Stund|minut|heure|hora|or[ae])\p{L}*(?= )/u
const beforeIt = /^ ?(?:for \S+ \S+ )?(?:in front of|vor|devant|delante de|davanti a|diante de|framför)(?!\p{L})/iu

/** Nobody writes longer sentences, nor names more in one; each is compared with all that is said. */
const [longest, mostSubjects] = [1500, 12]

/** What a sentence states of the cluster, of simple commands, of logins and of reports. */
export function statementsIn(text: string, carried?: Statement['subject']): Said {
  if (text.length > longest) return { statements: [], last: undefined }
  const concepts = conceptsOf(text, carried)
  const [first] = concepts.subjects
  if (carried && first?.end === 0) return { statements: saidOfCarried(first, carried, concepts, text), last: undefined }
  const statements = concepts.subjects.slice(0, mostSubjects).flatMap((subject, i): Statement[] => {
    if (subject.kind === 'other' || usualBefore.test(text.slice(0, subject.start))) return []
    if (called.test(text.slice(0, subject.start)) || compared.test(text.slice(0, subject.start))) return []
    if (subject.kind === 'report' && !made.test(text.slice(0, subject.start)) && besides.test(text.slice(0, subject.start))) return []
    // Who asked something that logs in elsewhere tells of what was asked.
    if (subject.kind === 'login' && concepts.subjects.slice(0, i).some(({ kind }) => kind === 'question' || kind === 'command')) return []
    const field = {
      from: concepts.subjects[i - 1]?.end ?? 0,
      to:
        concepts.subjects.slice(i + 1).find(({ kind }) => kind !== subject.kind && !(subject.kind === 'question' && kind === 'login'))
          ?.start ?? text.length,
    }
    return saidOf(subject, subject.kind, concepts, field, text)
  })
  const last = concepts.subjects.findLast(({ kind }) => kind !== 'other')?.kind
  return { statements, last: last === 'other' ? undefined : last }
}

interface Field {
  readonly from: number
  readonly to: number
}

function saidOf(subject: SubjectAt, kind: Statement['subject'], concepts: Concepts, field: Field, text: string): Statement[] {
  const found: Statement[] = []
  const behind = concepts.predicates.filter(({ start, end }) => start >= subject.end && end <= field.to)
  const ahead = concepts.predicates.filter(({ start, end }) => start >= field.from && end <= subject.start)
  const states = (predicate: PredicateAt, says: Statement['says'], end = predicate.end) =>
    found.push({
      subject: kind,
      says,
      start: Math.min(subject.start, predicate.start),
      at: predicate.start,
      end: Math.max(subject.end, predicate.end, end),
    })
  for (const predicate of behind) {
    const between = text.slice(subject.end, predicate.start)
    const far = kind === 'question' || predicate.kind === 'lasts' || predicate.kind === 'answers' ? reach[predicate.kind] : shorter
    if (between.length > far) continue
    if (isDenied(predicate, text)) {
      const quantity = predicate.kind === 'answers' && concepts.quantities.find(quantity => isUnansweredFor(predicate, quantity, text))
      if (quantity && quantity.start >= subject.end && quantity.end <= field.to) states(predicate, quantity.least, quantity.end)
      continue
    }
    if (predicate.kind === 'lasts' || predicate.kind === 'answers') {
      const isWait = waits.test(text.slice(predicate.start, predicate.end))
      const isFor = waitedFor.test(text.slice(0, subject.start)) || waitedForBehind.test(between)
      if (isWait && !isFor && !behind.some(({ kind: other }) => other !== 'lasts')) continue
      for (const quantity of lastingAfter(predicate, concepts, { from: subject.end, to: field.to }, text))
        states(predicate, quantity.least, quantity.end)
    } else if (predicate.kind === 'timedOut' && kind !== 'question') {
      // Whoever stopped it had set a limit, as programs do.
    } else if (!/[;]|,? (?:but|aber|mais|pero|mas|ma|ale|но|maar|ama) /iu.test(between)) {
      const told = concepts.quantities.find(
        ({ start, role }) => role === 'lasting' && start >= subject.end && start < Math.min(field.to, predicate.end + 40),
      )
      // Who measured a hang is taken at the measure.
      states(
        predicate,
        told && (told.least > 0 || predicate.kind !== 'silent') ? told.least : predicate.kind,
        told ? Math.max(told.end, predicate.end) : predicate.end,
      )
    }
  }
  for (const quantity of concepts.quantities.filter(({ role, start }) => role === 'lasting' && start >= subject.end && start < field.to)) {
    const gap = text.slice(subject.end, quantity.start)
    // Programs draw a line to their times, and other readers know them.
    if (/-{3}/.test(text.slice(subject.start, quantity.start))) continue
    if (kind === 'report' && /\b(?:in|en|em)\b/.test(gap)) continue
    const isRow = noted.test(gap) || (bareMeasure.test(gap) && ends.test(text.slice(quantity.end)))
    if (isRow && !noMeasure.test(text.slice(0, subject.start)))
      found.push({ subject: kind, says: quantity.least, start: subject.start, end: quantity.end, at: quantity.start, isNoted: true })
  }
  const isFirst = !concepts.subjects.some(({ end, kind: other }) => end <= subject.start && other === 'other')
  for (const predicate of ahead) {
    const between = text.slice(predicate.end, subject.start)
    // "Reagiert pcs erst nach 80 Sekunden"
    if (predicate.kind === 'answers' && /^ (?:(?:the|das|der|ein|el|la|un|o|a|il|het|de) )?["'`„“«]?$/iu.test(between)) {
      const quantity = concepts.quantities.find(({ role, start, end }) => role === 'lasting' && start >= subject.end && end <= field.to)
      if (quantity && quantity.start - subject.end <= 40 && onlyAfter.test(text.slice(subject.end, quantity.start)))
        states(predicate, quantity.least, quantity.end)
    }
    if (predicate.kind === 'lasts' && isFirst) {
      for (const quantity of concepts.quantities) {
        if (quantity.role !== 'lasting' || /[|:]/.test(between) || isDenied(predicate, text)) continue
        if (showsElse.test(text.slice(subject.end, subject.end + 40))) continue
        // "dauert pcs status 40 s", "tog det 40 s för pcs status"
        const isBehind = quantity.start >= subject.end && quantity.end <= field.to && between.length <= before
        const isWithin =
          quantity.start >= predicate.end &&
          quantity.end <= subject.start &&
          subject.start - quantity.end <= before &&
          quantity.start - predicate.end <= 30 &&
          (joins.test(text.slice(quantity.end, subject.start)) ||
            (kind !== 'report' && toDo.test(text.slice(quantity.end, subject.start)) && !toMore.test(text.slice(subject.end))))
        // "45 sec wachten op pcs status"
        const isAhead =
          quantity.end <= predicate.start &&
          quantity.start >= field.from &&
          predicate.start - quantity.end <= 2 &&
          between.length <= before &&
          joins.test(between)
        if ((isBehind && quantity.start - subject.end <= 80) || isWithin || isAhead)
          found.push({
            subject: kind,
            says: quantity.least,
            start: Math.min(predicate.start, quantity.start),
            end: Math.max(quantity.end, subject.end),
            at: predicate.start,
          })
      }
    } else if ((predicate.kind === 'hangs' || predicate.kind === 'silent') && between.length <= before) {
      // "The hung VM" is no verb of the login.
      const isVerb = kind !== 'login' || !/^(?:hung|stuck|frozen|froze|blocked|hanging)$/i.test(text.slice(predicate.start, predicate.end))
      if (isVerb && !beforeIt.test(between.replace(measure, '')) && !/[.,;:—–|，；。：]/.test(between) && !isDenied(predicate, text))
        states(predicate, predicate.kind, subject.end)
    }
  }
  for (const { least, start, end } of concepts.spans) {
    const isBehind = start >= subject.end && end <= field.to && start - subject.end <= 90
    if (isBehind || (start >= field.from && end <= subject.start && subject.start - end <= before))
      found.push({ subject: kind, says: least, start: Math.min(subject.start, start), end: Math.max(subject.end, end), at: start })
  }
  // "Almost three hours until the tarball was there"
  for (const quantity of concepts.quantities) {
    if (quantity.role !== 'lasting' || quantity.start < subject.end || quantity.end > field.to || quantity.start - subject.end > 60)
      continue
    const gap = text.slice(subject.end, quantity.start)
    if (!breaks.test(gap) && !behind.some(({ start }) => start < quantity.start) && untilDone.test(text.slice(quantity.end)))
      found.push({ subject: kind, says: quantity.least, start: subject.start, at: quantity.start, end: quantity.end })
  }
  // "4 minutes for a ps"
  for (const quantity of kind === 'report' ? [] : concepts.quantities) {
    if (quantity.role !== 'lasting' || quantity.start < field.from || quantity.end > subject.start) continue
    if (
      /^ (?:for|für|per|pour|para|voor|for å|för|za|na|на|с) (?:\p{L}{1,10} ){0,2}["'`„“«]?$/u.test(text.slice(quantity.end, subject.start))
    )
      found.push({ subject: kind, says: quantity.least, start: quantity.start, end: subject.end, at: quantity.start })
  }
  return found
}

/** Of what was named before, only what begins the sentence or a clause of it is said: whatever stands before it may be a subject of its own. */
function saidOfCarried(subject: SubjectAt, kind: Statement['subject'], concepts: Concepts, text: string): Statement[] {
  const all = saidOf(subject, kind, concepts, { from: 0, to: text.length }, text)
  const told = all.filter(({ says, at }) => typeof says === 'number' && isOpening(text.slice(0, at)))
  // "bill-a: 1 h 50." below the report that was asked for.
  const [first] = concepts.quantities
  const isAlone = first?.role === 'lasting' && isNamedOrAgain(text.slice(0, first.start)) && ends.test(text.slice(first.end))
  return isAlone ? [...told, { subject: kind, says: first.least, start: 0, at: first.start, end: first.end, isNoted: true }] : told
}
/** "It takes 40 s until pcs status is back": what was waited for before it is not how long it took. */
const joins =
  /^ ?(?:for (?:one|a|each)|to get (?:anything|something|an answer|a reply|output) (?:out of|from)|to (?:get|create|generate|collect|produce|finish|complete|run|build|gather|make|obtain|write)|(?:en|para|pour|per|om|um|na) (?:hacer|generar(?:se)?|crear(?:se)?|completar(?:se)?|terminar(?:se)?|sacar|ejecutar|générer|créer|finir|terminer|faire|gerar|criar|concluir|completare|generare|creare|fare)|avant que?|antes (?:de )?que|prima che|bevor|op (?:de|het) (?:uitvoer|antwoord) van|auf die (?:ausgabe|antwort) von|for the (?:output|answer|reply|result) (?:of|from)|na (?:wynik|odpowiedź)|on|auf|après|after (?:each|every)|pelo|pela|a que|por|for|until|till|before|bis|für|på|för|for|pour|pour que|para|para que|hasta que|até|per|perché|finché|voor|voordat|tot|zanim|aż|než|na|пока|чтобы|для|на)(?: \S{1,12}){0,2} ?["'`„“«]?$/u
/** "It takes 5 minutes to log in." */
const toMore =
  /^ (?:and (?!(?:as|then (?:it|the)|even)\b)|(?:in)?to (?:all|each|every|both|(?:the|our|my|an?) (?!node|server|machine|box|host|system|second|first|other|cluster|shell|rhel|linux|console of (?:the |our )?node)))/i
const toDo = /^ to (?:(?:even|just|only|simply|actually|be able to) )?["'`“]?$/u
/** Who waited tells how long it took only of what is not back, or is back at last. */
const waits =
  /^(?:patient|wait|wart|gewartet|attend|esper|aspett|attesa|wacht|gewacht|vänta|vent|czek|ček|жд|bekl|待|等|기다|대기|watched)/iu

/** It is what somebody waits for. */
const waitedFor =
  /(?<!\p{L})(?:for|auf|für|på|voor|op|na|su|per|pour|por|para|pelo|la|після|敲|输入)(?: (?:a|an|the|ein|das|den|een|un|une|ett?|jede[ns]?|every|each))?(?: (?:\p{L}{1,4} )?(?:output|answer|reply|result|response|ausgabe|antwort|ergebnis|uitvoer|antwoord|réponse|résultat|sortie|respuesta|salida|resposta|saída|risposta|wynik|odpowiedź|výstup|odpověď|вывод\p{L}?|ответ\p{L}?|svaret|svar)(?: (?:of|from|von|vom|van|de|du|del|do|di|från|на))?)?\s?["'`„“«]?$/iu
const waitedForBehind = /^["'`”»“’]?\s?(?:$|için|を|는|은|가|得|要)/u
/** What it fails to give back follows: "does not return offsets". */
const hasObject =
  /^(?:does|do|did|would|will)(?: not|n['’]t) (?:return|finish|complete|end)$|^(?:doesn|don|didn|won|wouldn)['’]t (?:return|finish|complete|end)$|^never (?:returns|returned|finishes|finished|ends|ended|completes|completed)$/i
const object =
  /^ (?!at all|until|unless|any ?more|after|for|to (?:the|a) (?:prompt|shell)|and|on|in|when|while|within|even|or|but|because|since|as)\w/

/** Denied right before it, or right behind it. */
function isDenied({ start, end, kind }: PredicateAt, text: string): boolean {
  if (hasObject.test(text.slice(start, end)) && object.test(text.slice(end, end + 30))) return true
  return (kind !== 'silent' && not.test(text.slice(Math.max(0, start - 24), start))) || notBehind.test(text.slice(end, end + 10))
}

/** "Not back after 5 minutes", "no sale nada hasta pasados 90 segundos": so long it took, at least. */
function isUnansweredFor(predicate: PredicateAt, { role, start, end }: Quantity, text: string): boolean {
  if (role !== 'lasting') return false
  const [behind, ahead] = [text.slice(predicate.end, start), text.slice(end, predicate.start)]
  if (start >= predicate.end) return behind.length <= 24 && afterThat.test(behind)
  return end <= predicate.start && ahead.length <= 14 && !/[,;]/.test(ahead) && afterThat.test(text.slice(Math.max(0, start - 24), start))
}
const afterThat = later(
  `(?:for|after|until|nach|seit|auch nach|selbst nach|au bout de|après|depuis|avant|jusqu['’]à|tras|hasta|después de|desde hace|en|após|depois de|até|há|dopo|da|prima di|na|pas na|efter|etter|po|od|dopiero po|až po|через|после|спустя)(?: (?:pasados|transcurridos|passés|${anyOf('about')}))?\\s$`,
  'iu',
)

/** "Running, I will send it in two hours". */
const promised =
  /(?<!\p{L})(?:will|['’]ll|going to|werde|wird|folgt|schicke|enverrai|enviaré|enviarei|manderò|wyślę|pošlu|пришлю|stuur)(?!\p{L})/iu
/** "We waited 90 seconds before pcs status showed the node": for the node. */
const showsElse =
  /^["'`”»“’]? (?:shows?|showed|reports?|reported|lists?|listed|says?|said|zeigte?|meldete?|affich\p{L}+|montr\p{L}+|muestre|mostr\p{L}+|pokaz\p{L}+|ukáza\p{L}+|показал\p{L}?|toonde) (?:(?:that|the|a|both|all|le|la|les|un|que|el|los|o|il|den|die|das|de|że|что|dass|node)(?!\p{L}))/iu
const untilDone = later(
  `^,? (?:until|till|before|bis|jusqu['’]à ce qu['’]?e?|hasta que|até que?|finché|totdat|tot|innan|aż|zanim|než|пока)(?!\\p{L})[^.;:]{0,40}?(?:${anyOf('answers', 'ended')}|there|da|là|listo|er)(?!\\p{L})`,
  'iu',
)
const onlyAfter =
  /^["'`”»“’]?[^.,;:]{0,20}(?<!\p{L})(?:only after|not before|erst nach|nach|pas na|först efter|seulement après|qu['’]après|au bout de|a los|al cabo de|solo después de|só depois de|após|solo dopo|dopo|dopiero po|po|až po|лишь через|только через|через)(?!\p{L})/iu

/** How long it took by the words beside a verb. */
function lastingAfter(predicate: PredicateAt, { quantities, predicates }: Concepts, field: Field, text: string): readonly Quantity[] {
  /** Another verb stands between. */
  const isTaken = (from: number) => predicates.some(({ start, end }) => start >= from && end <= predicate.start)
  return quantities.filter(({ role, start, end }) => {
    if (role !== 'lasting' || end > field.to) return false
    // Behind the verb, or right before it as in Turkish, Japanese and Korean.
    const between = start >= predicate.end ? text.slice(predicate.end, start) : text.slice(end, predicate.start)
    if (promised.test(between)) return false
    if (start >= predicate.end) return between.length <= 40 && !breaks.test(between.replace(/^ ?: /, ''))
    return end <= predicate.start && start >= field.from && between.length <= 14 && !/[,;，、]/.test(between) && !isTaken(end)
  })
}
