import { later } from '../lines/later.ts'
import {
  type Begun,
  type Ended,
  type Here,
  isOfIt,
  isStated,
  kindBefore,
  momentNear,
  namedBefore,
  not,
  others,
  placesOf,
  withoutMachines,
} from './here.ts'
import type { Moment } from './moments.ts'
import { quantitiesIn } from './quantities.ts'
import { ofStretch, type Stretch as StretchWords } from './words/stretches.ts'

/** What a sentence says to have been begun, to be done, or not to be back yet, and when. */

const word = (name: StretchWords) => later(ofStretch(name), 'giu')
const [began, beganIt, since] = [word('began'), word('beganIt'), word('since')]
interface End {
  readonly pattern: RegExp
  readonly isOver: boolean
  readonly isAlone: boolean
  readonly needsMoment: boolean
  /** Told of reports only; the moment may open its sentence. */
  readonly isOfReport?: true
}
/** How a sentence says that it is done, or that it is not back yet; `alone` needs no look at what stands before it. */
const ends: readonly End[] = [
  { pattern: word('stamped'), isOver: true, isAlone: true, needsMoment: true },
  { pattern: word('until'), isOver: true, isAlone: true, needsMoment: true },
  { pattern: word('ended'), isOver: true, isAlone: false, needsMoment: false },
  { pattern: word('brokenOff'), isOver: true, isAlone: true, needsMoment: false, isOfReport: true },
  { pattern: word('still'), isOver: false, isAlone: true, needsMoment: false },
  { pattern: word('now'), isOver: false, isAlone: true, needsMoment: true },
  { pattern: word('justNow'), isOver: false, isAlone: true, needsMoment: false },
]
const justNow = later(ofStretch('justNow'), 'iu')
/** "sosreport on db4, GO". */
const go = /,? ?(?:—|-|:|,) ?(?:GO|go|los|let['’]s go|off we go|vamos|via)\b[!."}\],]*\s*$/u
/** What else is done: "done uploading". */
const doneWith =
  /^\s(?:with )?\p{L}+ing(?!\p{L})|^ (?:online|on-line|up(?! with)|in (?:the )?cluster|im cluster|en línea|en ligne|в строю|онлайн)(?!\p{L})/iu
/** Who was away, and not the command. */
const person =
  /(?<!\p{L})(?:i|we|ich|wir|je|nous|yo|io|eu|ik|wij|jag|vi|jeg)(?:['’](?:m|ve|d))?(?: (?:am|was|were|bin|war|waren|suis|ben|är))? $/iu
const comesBack = /back|return|zurück|terug|tillbaka|revenu/iu
/** Whoever restarted a machine tells when it was back. */
const restarted =
  /(?<!\p{L})(?:re-?boot\p{L}*|re-?start\p{L}*|power\p{L}* (?:off|on|cycled?)|neu ?gestartet|neustart|durchgestartet|redémarr\p{L}*|reinici\p{L}*|riavvi\p{L}*|herstart\p{L}*|starta\p{L}* om|omstart\p{L}*|genstart\p{L}*|zrestartowa\p{L}*|restartova\p{L}*|перезагру\p{L}*|рестарт\p{L}*|yeniden başlat\p{L}*)(?!\p{L})|再起動|重启|재부팅|재시작/iu
/** A machine that was started, or came back. */
const machineBehind = /^ (?:the |der |den |le |el |il |de )?(?!\d)(?:[a-z]+-?\d[\w-]*|nodes?\b|knoten|server|services?\b|resources?\b)/i
const machineBefore = /(?:^|[\s,;:])(?:the |der |le |el |il |de )?(?:[a-z][a-z-]*\d[\w-]*|nodes?|knoten|server)(?: (?:is|was|ist|war))? $/i
const sits =
  /(?:sitting|sits|hanging|hangs|stuck|waiting|waits|hängt|steht|wartet|hangt|staat|bloqué\p{L}*|attend|parad[oa]|colgad[oa]|trava\p{L}*|ta la|tá lá|fermo|appeso|wisi|visí|висит|жду) ?$/iu
/** Who says that they did it means the command. */
const typedBefore =
  /(?<!\p{L})(?:(?:i|we|he|she|u|had) (?:just |then )?(?:did|do|ran|run|typed?|tried|entered)|dei|dou|fiz|rodei|rodo|mandei|hice|hago|tiré|tiro|di|doy|he hecho|(?:ho |abbiamo )?(?:fatto|dato)|dato|faccio|do|j['’]ai fait|j['’]ai tapé|je (?:fais|tape|lance)|(?:ich )?habe? (?:ich )?|hab|deed|doe|körde|kör|gjorde|kørte|zkusil\p{L}? jsem|dal\p{L}? jsem|dávám|dám|daję|dałem|zrobił\p{L}{1,3}|сделал\p{L}?|делаю|дал\p{L}?|düz|basit)(?: (?:an?|the|my|un|uno|une|um|uma|ein|eine|een|en|ett|et|bir))?(?: (?:plain|simple|quick|tiny|mere|harmless|einfaches|simples|schnelles|kurzes|bête|petit|semplice|banale|simples|sencillo|rápido|simpel|gewoon|enkel|enkelt|vanligt|prosty|zwykły|prosté|obyčejné|простой|обычный|простую)){0,2} ?["'`„“«]?$/iu

/** What a sentence says to have been begun; `other`: something else was. */
export function begunIn(here: Here): Begun | 'other' | undefined {
  const { text, kinds, moments, stamp, from } = here
  const [self] = placesOf(beganIt, here)
  const of = self && kindBefore(self, here)
  if (of) return isStated(self, here) ? { kind: of, at: momentNear(self, 24, here) ?? stamp } : undefined
  const typed = kinds.find(({ start }) => typedBefore.test(text.slice(from, start)))
  if (typed && isStated(typed, here)) {
    const alone = moments.length === 1 && moments[0]!.end <= typed.start ? moments[0] : undefined
    return { kind: typed.kind, at: momentNear(typed, 40, here) ?? alone ?? stamp ?? here.before }
  }
  let isOther = false
  for (const place of placesOf(began, here)) {
    const next = kinds.find(({ start }) => start >= place.end && start - place.end <= 40)
    const kind = next?.kind ?? kindBefore(place, here) ?? kinds[0]?.kind
    if (!kind) continue
    const isOf = (next !== undefined || isOfIt(place, here)) && !machineBehind.test(text.slice(place.end))
    if (
      !isOf ||
      others.test(withoutMachines(text.slice(Math.max(from, place.start - 40), place.start))) ||
      not.test(text.slice(0, place.start))
    )
      isOther = true
    else if (isStated(place, here)) return { kind, at: momentNear(place, 40, here) ?? stamp ?? here.before }
  }
  const last = kinds.at(-1)
  if (last?.kind === 'report' && go.test(text.slice(last.end))) return { kind: 'report', at: stamp }
  const then = placesOf(since, here).find(({ end }) => moments.some(({ start }) => start >= end && start - end <= 12))
  const ofThen = then && kindBefore(then, here)
  if (ofThen && (isOfIt(then, here) || sits.test(text.slice(0, then.start)))) return { kind: ofThen, at: momentNear(then, 12, here) }
  return isOther ? 'other' : undefined
}

/** That what was begun is done, or is not back yet, and when. */
export function endedIn(here: Here, begun: Begun | undefined, beganAt: Moment | undefined): Ended | undefined {
  const { text, from, stamp, ofMail } = here
  const moments = here.moments.filter(moment => moment !== beganAt)
  for (const { pattern, isOver, isAlone, needsMoment, isOfReport } of ends)
    for (const place of placesOf(pattern, here)) {
      const kind = namedBefore(place, here) ?? begun?.kind ?? here.carried
      const near =
        moments.find(({ start }) => start >= place.end && start - place.end <= 24 && !/[.;]/.test(text.slice(place.end, start))) ??
        moments.findLast(({ end }) => end <= place.start && place.start - end <= 12) ??
        (isOfReport ? moments.find(({ start }) => /^[^\p{L}\d]*(?:at |um |à |om )?$/iu.test(text.slice(from, start))) : undefined)
      if (isOfReport && kind !== 'report') continue
      if (kind !== 'report' && restarted.test(text)) continue
      if (comesBack.test(text.slice(place.start, place.end)) && person.test(text.slice(from, place.start))) continue
      if (kind !== 'report' && machineBefore.test(text.slice(from, place.start))) continue
      if (!kind || (needsMoment && !near) || !(isAlone || isOfIt(place, here, beganAt?.end))) continue
      if (others.test(withoutMachines(text.slice(from, place.start).split(/[.;]/).at(-1)!)) || doneWith.test(text.slice(place.end)))
        continue
      if ((isOver && !isAlone && not.test(text.slice(0, place.start))) || !isStated(place, here)) continue
      const at = near ?? (justNow.test(text) ? ofMail : stamp)
      const waited = isOver ? undefined : quantitiesIn(text).find(({ role }) => role === 'lasting')
      if (at ?? waited) return { kind, at, isOver, seconds: waited?.least }
    }
  return undefined
}
