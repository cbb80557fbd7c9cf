import type { KnowledgeBase } from '../../kb/model.ts'
import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'
import { isQuestion, unsure } from './doubt.ts'
import { gap, type Place, placesOf } from './late.ts'
import { isStatedAt } from './not-stated.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { anyOf } from './vocabulary.ts'
import { ofProof } from './words/proof.ts'

/**
 * What a text tells of a trial without the security software, or with the cluster's files left out of its scan: that the fault was gone,
 * that it stayed, that it came back with the software. It is the proof that avert asks for, and whoever has it says so first.
 */
export const proofKeys = ['said.fault-without-agent', 'said.fault-came-back', 'said.fault-with-exclusions', 'said.hook-removed'] as const

export interface ToldProof {
  readonly key: (typeof proofKeys)[number]
  readonly value: true | 'gone' | 'stayed-away' | 'stays'
  readonly spot: Spot
}

const off = later(ofProof('off'), 'giu')
const on = later(ofProof('on'), 'iu')
const excluded = later(ofProof('excluded'), 'giu')
/** With the trouble on either side of the verb; "it works again" needs none. */
const trouble = ofProof('trouble')
const gone = later(
  `(?:${trouble})[^.!?;。]{0,40}?(?:${ofProof('gone')})|(?:${ofProof('gone')})[^.!?;。]{0,24}?(?:${trouble})|${ofProof('well')}`,
  'giu',
)
const stays = later(ofProof('stays'), 'giu')
const back = later(ofProof('back'), 'iu')
const other = later(ofProof('other'), 'iu')
const removed = later(ofProof('removed'), 'iu')
const hookless = later(ofProof('hookless'), 'iu')
const cleared = later(`(?:${ofProof('cleared')})\\W{0,3}$`, 'iu')
const denied = later(`(?:${anyOf('not')}|n['’]t)(?:\\s\\p{L}{1,12}){0,2}\\s$`, 'iu')
/** Nobody has done it yet. */
const toDo =
  /(?<!\p{L})(?:please|try|tries|trying|plan(?:s|ned|ning)?|will|shall|going to|want(?:s|ed)? to|ask(?:ed|s|ing)? (?:\p{L}+ ){0,4}to|can(?:not|['’]t)?|could|must|need(?:s|ed)? to|have to|had to|recommend\p{L}*|suggest\p{L}*|consider|next step|to do|temporarily disable|bitte|werden|wollen|möchten?|müssen|muss|kann|können|empfehl\p{L}*|versuchen|veuillez|merci de|il faut|allons|pouvez|essayez|por favor|vamos a|hay que|deben?|pueden?|prueb\p{L}|tente|devem|podem|per favore|provate|dovete|gaan|moet(?:en)?|graag|proszę|należy|prosím|je třeba|пожалуйста|попробуйте|нужно|надо|можно|lütfen|gerek)(?!\p{L})|してください|ください|请|試し|尝试|建议|计划|予定|해 ?(?:주세요|보세요)|예정/iu
/** "It fixed the problem": no doubt here, where a trial is told. */
const remedied = /\bfix(?:ed|es)?\b/gi
/** So far from the software its being switched off is of something else. */
const [reach, soon] = [48, 3]
const mostRows = 1500

/** Names as they are written: "SEP" is no month then. Those of few letters mean something else as often, and so do these. */
const ambiguous = /^(?!(?:SEP|MDE)$)(?:.{1,3}|[a-z]{1,4}|nails|BEST|Traps)$/
function namesOf({ vendors }: KnowledgeBase): RegExp {
  const names = Object.values(vendors)
    // What is in no list has no maker, and its names are words.
    .filter(({ maker, kinds }) => maker !== undefined && !kinds.every(kind => kind === 'audit' || kind === 'allow-list'))
    .flatMap(({ title, aliases = [] }) => [title, ...aliases])
    .filter(name => !ambiguous.test(name))
    .sort((one, two) => two.length - one.length)
    .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ -]?'))
  return later(`(?<![\\p{L}\\d/])(?:${names.join('|')})(?![\\p{L}\\d])`, 'gu')
}
const namesByBase = new WeakMap<KnowledgeBase, RegExp>()
const inWords = later(ofProof('agent'), 'giu')

/** What names security software: by a product, or in words. */
function namingsOf(kb: KnowledgeBase): readonly RegExp[] {
  const names = namesByBase.get(kb) ?? namesOf(kb)
  namesByBase.set(kb, names)
  return [names, inWords]
}

/** Whether a text names security software: asked of every text, before anything dearer is. */
export const namesSecurity = (text: string, kb: KnowledgeBase): boolean => namingsOf(kb).some(naming => text.search(naming) !== -1)

interface Trial {
  readonly kind: 'off' | 'excluded'
  left: number
  /** What was told of how: it was uninstalled, and a reboot or a look at the modules followed. */
  isRemoved: boolean
  isHookless: boolean
}

export function proofToldIn(spots: readonly Spot[], kb: KnowledgeBase): ToldProof[] {
  const namings = namingsOf(kb)
  let trial: Trial | undefined
  let without: ToldProof | undefined
  let withExclusions: ToldProof | undefined
  let cameBack: ToldProof | undefined
  let unhooked: ToldProof | undefined
  for (const sentence of sentencesOf(spots, text => namesSecurity(text, kb), soon).slice(0, mostRows)) {
    const { text } = sentence
    if (isQuestion(text) || unsure.test(text.replace(remedied, ''))) {
      trial = undefined
      continue
    }
    const agents = namings.flatMap(naming => placesOf(naming, text))
    const begun = trialIn(text, agents)
    const spot = (place: Place) => sentence.spotAt(place.start)
    if (without && on.test(text) && back.test(text) && (agents.length > 0 || trial) && !toDo.test(text)) {
      cameBack = { key: 'said.fault-came-back', value: true, spot: spot({ start: 0, end: 0 }) }
      continue
    }
    if (begun && !toDo.test(text)) trial = { kind: begun, left: soon, isRemoved: false, isHookless: false }
    else if (begun || (trial && --trial.left < 0)) trial = undefined
    if (trial) {
      trial.isRemoved ||= removed.test(text)
      trial.isHookless ||= hookless.test(text)
    }
    if (!trial || other.test(text)) {
      if (trial && !begun) trial = undefined
      continue
    }
    const result = resultIn(sentence, agents)
    if (!result) continue
    const { kind, isRemoved, isHookless } = trial
    const told = (key: ToldProof['key'], value: ToldProof['value']): ToldProof => ({ key, value, spot: spot(result.place) })
    if (kind === 'off') {
      without = told('said.fault-without-agent', result.isGone ? 'stayed-away' : 'stays')
      // Stopped, a product may go on to hold files; uninstalled and after a reboot, nothing of it is left.
      unhooked = !result.isGone && isRemoved && isHookless ? told('said.hook-removed', true) : undefined
    } else withExclusions = told('said.fault-with-exclusions', result.isGone ? 'gone' : 'stays')
  }
  return [without, withExclusions, without?.value === 'stayed-away' ? cameBack : unhooked].filter(told => told !== undefined)
}

/** A clause of its own stands between. */
const apart = /[,;:，、]|(?<!\p{L})(?:and|und|et|y|e|i|a|и|en|och|og|ve)(?!\p{L})/iu
/** What was done to the software in a sentence that names it. */
function trialIn(text: string, agents: readonly Place[]): Trial['kind'] | undefined {
  const isDone = (places: readonly Place[]) =>
    places.some(
      place =>
        agents.some(
          agent =>
            gap(agent, place) <= reach && !apart.test(text.slice(Math.min(agent.end, place.end), Math.max(agent.start, place.start))),
        ) && !denied.test(text.slice(0, place.start)),
    )
  if (isDone(placesOf(excluded, text))) return 'excluded'
  return isDone(placesOf(off, text)) ? 'off' : undefined
}

function resultIn(sentence: Sentence, agents: readonly Place[]): { place: Place; isGone: boolean } | undefined {
  const { text } = sentence
  const innocent = agents.find(({ start }) => cleared.test(text.slice(0, start)))
  if (innocent) return { place: innocent, isGone: false }
  const stated = (place: Place) => isStatedAt(sentence, place)
  const stay = placesOf(stays, text).find(place => !denied.test(text.slice(0, place.start)) && stated(place))
  if (stay) return { place: stay, isGone: false }
  const end = placesOf(gone, text).find(stated)
  if (!end) return undefined
  // "The problem did not disappear": the words of the denial may stand within.
  const isDenied = denied.test(text.slice(0, end.start)) || notGone.test(text.slice(end.start, end.end))
  return { place: end, isGone: !isDenied }
}
const notGone =
  /(?:did not|didn['’]t|does not|doesn['’]t|has not|hasn['’]t|was not|wasn['’]t|is not|isn['’]t|not) (?:\p{L}+ )?(?:gone|disappear|go away|vanish|stop|resolve|solve|fix|cure|help)|nicht (?:verschwunden|weg|behoben|gelöst)|pas (?:disparu|résolu|réglé)|no (?:desapareci|se resolvi|se solucion)\p{L}*|não (?:desaparec|resolv|sum)\p{L}*|non (?:è scompars|è sparit|si è risolt)\p{L}*|niet (?:verdwenen|opgelost)|nie (?:znik|ustąpi|rozwiąza)\p{L}*|ne(?:zmize|vyřeši)\p{L}*|не (?:исчез|пропал|решил|помог)\p{L}*/iu
