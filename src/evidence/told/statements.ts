import { type Concepts, conceptsOf, type PredicateAt, type Subject, type SubjectAt } from './concepts.ts'
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
}

/** Farther behind its subject, or before it, nothing is said of it. */
const reach = { hangs: 70, silent: 70, slow: 70, timedOut: 70, lasts: 80, answers: 80 } as const
const shorter = 45
const before = 32
const not = new RegExp(
  `(?:${anyOf('not')}|n['’]t)(?:\\s(?:se|me|si|mi|ci|te|longer|been|yet|ever|once|a|le|la|es|just|simply|really|actually))?\\s?$`,
  'iu',
)
const notBehind = /^\W{0,3}(?:nicht|nichts|niet|niets|niks|ikke|inte|pas|nothing|rien|nada|nic|ничего)(?!\p{L})/u
/** Where another thought begins. */
const breaks = /[;:—–]|,? (?:but|aber|mais|pero|mas|ma|ale|но|maar|ama)(?!\p{L})/iu
/** Between the name of what was measured and the measure, where no verb stands. */
const noted = new RegExp(
  String.raw`^["'\x60”»“’)]{0,2}(?: (?:alone|by itself|allein|solo|seul|on \S{1,40}|auf \S{1,40}|sur \S{1,40}|su \S{1,40}|en \S{1,40}|na \S{1,40}|на \S{1,40})){0,2} ?(?:[:=≈→(]|->|=>|—|–) ?(?:~|>|≈)? ?(?:${anyOf('about', 'lasts')} ){0,2}$`,
  'iu',
)

/** What a sentence states of the cluster, of simple commands, of logins and of reports. */
export function statementsIn(text: string, carried?: Statement['subject']): Statement[] {
  const concepts = conceptsOf(text, carried)
  if (carried && concepts.subjects[0]?.end === 0) return saidOfCarried(concepts.subjects[0], carried, concepts, text)
  return concepts.subjects.flatMap((subject, i): Statement[] => {
    if (subject.kind === 'other') return []
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
      end: Math.max(subject.end, end),
    })
  for (const predicate of behind) {
    const between = text.slice(subject.end, predicate.start)
    const far = kind === 'question' || predicate.kind === 'lasts' || predicate.kind === 'answers' ? reach[predicate.kind] : shorter
    if (between.length > far || isDenied(predicate, text)) continue
    if (predicate.kind === 'lasts' || predicate.kind === 'answers') {
      for (const quantity of lastingAfter(predicate, concepts.quantities, field, text)) states(predicate, quantity.least, quantity.end)
    } else if (predicate.kind === 'timedOut' && kind !== 'question') {
      // Whoever stopped it had set a limit, as programs do.
    } else if (!/[;]|,? (?:but|aber|mais|pero|mas|ma|ale|но|maar|ama) /iu.test(between)) {
      const told = concepts.quantities.find(
        ({ start, role }) => role === 'lasting' && start >= subject.end && start < Math.min(field.to, predicate.end + 40),
      )
      // Who measured a hang is taken at the measure.
      states(
        predicate,
        told && told.least > 0 ? Math.max(told.least, 0) : predicate.kind,
        told ? Math.max(told.end, predicate.end) : predicate.end,
      )
    }
  }
  for (const quantity of concepts.quantities.filter(({ role, start }) => role === 'lasting' && start >= subject.end && start < field.to)) {
    if (isQuoted(subject, text) && noted.test(text.slice(subject.end, quantity.start)))
      found.push({ subject: kind, says: quantity.least, start: subject.start, end: quantity.end, at: quantity.start })
  }
  const isFirst = !concepts.subjects.some(({ end, kind: other }) => end <= subject.start && other === 'other')
  for (const predicate of ahead) {
    const between = text.slice(predicate.end, subject.start)
    if (predicate.kind === 'lasts' && isFirst) {
      for (const quantity of concepts.quantities) {
        if (quantity.role !== 'lasting' || /[|:]/.test(between) || isDenied(predicate, text)) continue
        // "dauert pcs status 40 s", "tog det 40 s för pcs status"
        const isBehind = quantity.start >= subject.end && quantity.end <= field.to && between.length <= before
        const isWithin =
          quantity.start >= predicate.end &&
          quantity.end <= subject.start &&
          subject.start - quantity.end <= before &&
          quantity.start - predicate.end <= 30
        if ((isBehind && quantity.start - subject.end <= 80) || isWithin)
          found.push({
            subject: kind,
            says: quantity.least,
            start: predicate.start,
            end: Math.max(quantity.end, subject.end),
            at: predicate.start,
          })
      }
    } else if ((predicate.kind === 'hangs' || predicate.kind === 'silent') && between.length <= before) {
      // "The hung VM" is no verb of the login.
      const isVerb = kind !== 'login' || !/^(?:hung|stuck|frozen|froze|blocked|hanging)$/i.test(text.slice(predicate.start, predicate.end))
      if (isVerb && !/[.,;:—–|]/.test(between) && !isDenied(predicate, text)) states(predicate, predicate.kind, subject.end)
    }
  }
  for (const { least, start, end } of concepts.spans) {
    const isBehind = start >= subject.end && end <= field.to && start - subject.end <= 90
    if (isBehind || (start >= field.from && end <= subject.start && subject.start - end <= before))
      found.push({ subject: kind, says: least, start: Math.min(subject.start, start), end: Math.max(subject.end, end), at: start })
  }
  // "4 minutes for a ps"
  for (const quantity of concepts.quantities) {
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
  return all.filter(({ says, at }) => typeof says === 'number' && isOpening(text.slice(0, at)))
}
const speaker = /^[\s>|*•-]{0,8}(?:\[?[\d:./ -]{4,20}\]?[\s|,–-]{0,3})?(?:[\p{L}\d][\p{L}\d .()_-]{0,24}[:|] )?/u
function isOpening(before: string): boolean {
  const clause = before
    .replace(speaker, '')
    .split(/[,:(]\s?/)
    .at(-1)!
  return clause.trim().split(/\s+/).length <= 4
}

/** A row that is nothing but a command and a time is read elsewhere. */
const isQuoted = ({ start }: SubjectAt, text: string) => /["'\x60„“«‘]/.test(text.slice(Math.max(0, start - 1), start + 1))
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

/** How long it took by the words beside a verb. */
function lastingAfter(predicate: PredicateAt, quantities: readonly Quantity[], field: Field, text: string): readonly Quantity[] {
  return quantities.filter(({ role, start, end }) => {
    if (role !== 'lasting' || end > field.to) return false
    // Behind the verb, or right before it as in Turkish, Japanese and Korean.
    const between = start >= predicate.end ? text.slice(predicate.end, start) : text.slice(end, predicate.start)
    if (start >= predicate.end) return between.length <= 40 && !breaks.test(between)
    return end <= predicate.start && start >= field.from && between.length <= 14
  })
}
