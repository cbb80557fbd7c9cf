import { hostRootOf } from '../evidence/readers/host-root.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { hideAddresses } from './addresses.ts'
import { eventPlaces } from './event-places.ts'
import { hideIds } from './ids.ts'
import { nameKinds } from './kinds.ts'
import { hostAt } from './log-host.ts'
import type { NameMap } from './name-map.ts'
import { places, placesIn, replaceAt } from './places.ts'
import { pseudonymsIn } from './pseudonyms.ts'
import { NameTrie } from './trie.ts'
import type { Words } from './words.ts'

/** Shorter names are replaced only where they stand for themselves. */
const shortestInside = 4
const insideWords: ReadonlySet<string> = new Set(['node', 'host', 'cluster', 'resource'])

export interface Redactor {
  /** A line of the file at `path`, with pseudonyms in the place of names. */
  line(text: string, path?: string): string
  /** Some lines, or a part of one. */
  text(text: string): string
  /** The path of a file of the evidence. */
  path(path: string): string
  /** A text that is a name and nothing else, or else a text. */
  name(text: string): string
}

/** Replaces the names of `map`, and every address and id. Addresses that are new are added to the map. */
export function redactorOf(map: NameMap, words: Words, kb?: Pick<KnowledgeBase, 'events'>): Redactor {
  const trie = new NameTrie()
  const ordinary = new Set<string>()
  const inside = new Set<string>()
  for (const { kind, name } of map.entries()) {
    if (!(nameKinds as readonly string[]).includes(kind)) continue
    if (words.isOrdinary(name)) ordinary.add(name.toLowerCase())
    else {
      for (const form of formsOf(name)) trie.add(form)
      if (name.length >= shortestInside && (insideWords.has(kind) || /\d/.test(name))) inside.add(name.toLowerCase())
    }
  }
  const pseudonym = (name: string): string | undefined => map.of(name) ?? formOf(name, map)
  const choose = (text: string) => {
    let isTaken: ReturnType<typeof pseudonymsIn> | undefined
    return (name: string, start: number, end: number): string | undefined => {
      // What was replaced before holds no name, whatever it looks like: db8 of 2001:db8::1, fe80, the node of node-1.
      isTaken ??= pseudonymsIn(text, map)
      return isTaken(start, end) ? undefined : chosen(text, name, start, end)
    }
  }
  const chosen = (text: string, name: string, start: number, end: number): string | undefined => {
    // What goes on with a digit is another name: srvdb01 is no part of srvdb011.
    if (isDigit(text.charCodeAt(end - 1)) && isDigit(text.charCodeAt(end))) return undefined
    if (!standsAlone(text, start, end) && (!inside.has(name.toLowerCase()) || words.isWord(runAround(text, start, end)))) return undefined
    const is = pseudonym(name)
    return is !== undefined && isDigit(text.charCodeAt(end)) ? `${is}_` : is
  }
  const possible = placesIn(places)
  const events = ordinary.size > 0 && kb ? eventPlaces(kb) : undefined
  const ordinaryName = (name: string) => (ordinary.has(name.toLowerCase()) ? map.of(name) : undefined)
  const mayHoldOrdinary = ordinary.size > 0 ? new RegExp([...ordinary].map(escaped).join('|'), 'i') : undefined

  /** Names that are words as well, where a name must stand. */
  function placed(line: string, path: string): string {
    let text = line
    const host = hostAt(text)
    const is = host && ordinaryName(host.name)
    if (host && is !== undefined) text = text.slice(0, host.start) + is + text.slice(host.start + host.name.length)
    for (const place of possible(text)) if (place.in === undefined || place.in.test(path)) text = replaceAt(place, text, ordinaryName)
    return events ? events(text, ordinaryName) : text
  }

  function line(text: string, path = ''): string {
    const named = mayHoldOrdinary?.test(text) ? placed(text, path) : text
    const shaped = hideAddresses(hideIds(named, map), map)
    return trie.replace(shaped, choose(shaped))
  }

  function path(whole: string): string {
    const root = hostRootOf(whole)
    const last = root === undefined ? '' : root.slice(root.lastIndexOf('/') + 1)
    const is = ordinaryName(last) ?? sosreportName(last, ordinaryName)
    const renamed = is === undefined ? whole : `${root!.slice(0, root!.length - last.length)}${is}${whole.slice(root!.length)}`
    return line(renamed)
  }

  return {
    line,
    path,
    text: text =>
      text
        .split('\n')
        .map(part => line(part))
        .join('\n'),
    name: text => map.of(text) ?? line(text),
  }
}

/** `sosreport-NAME-2026-…` of a host that is called like a word. */
function sosreportName(folder: string, choose: (name: string) => string | undefined): string | undefined {
  const found = /^(sosreport-)([^-]+)(-.*)$/.exec(folder)
  const is = found && choose(found[2]!)
  return is ? `${found[1]}${is}${found[3]}` : undefined
}

/** How else a name is written: in the name of a unit, in a directory's tree. */
function formsOf(name: string): string[] {
  const forms = [name]
  if (name.includes('-')) forms.push(name.replaceAll('-', '\\x2d'))
  if (name.includes('.'))
    forms.push(
      name
        .split('.')
        .map(part => `dc=${part}`)
        .join(','),
    )
  return forms
}

function formOf(form: string, map: NameMap): string | undefined {
  if (form.startsWith('dc=')) {
    const is = map.of(form.slice(3).replaceAll(',dc=', '.'))
    return is && `dc=${is}`
  }
  return map.of(form.replaceAll('\\x2d', '-'))
}

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0x80
const isDigit = (code: number) => code >= 48 && code <= 57

/** Whether a name begins and ends where a run of letters or of digits does. */
function standsAlone(text: string, start: number, end: number): boolean {
  return breaks(text, start) && breaks(text, end)
}

function breaks(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return !((isLetter(before) && isLetter(after)) || (isDigit(before) && isDigit(after)))
}

/** The letters and digits around a place. */
function runAround(text: string, start: number, end: number): string {
  let [from, to] = [start, end]
  while (from > 0 && isLetter(text.charCodeAt(from - 1))) from--
  while (to < text.length && isLetter(text.charCodeAt(to))) to++
  return text.slice(from, to)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
