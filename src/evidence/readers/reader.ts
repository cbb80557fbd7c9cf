import type { KnowledgeBase } from '../../kb/model.ts'
import { kept } from '../lines/kept.ts'
import type { Reading } from '../model.ts'

/** What a reader is told about the text it reads. */
export interface ReaderContext {
  readonly path: string
  readonly node?: string | undefined
  readonly kb: KnowledgeBase
}

/** Turns one kind of file into readings. Never throws: what it does not understand gives nothing. */
export interface EvidenceReader {
  readonly name: string
  /** It recognises no file whose beginning holds none of these: a plain search is many times quicker than a pattern. */
  readonly needs?: readonly string[]
  /** `head` is the beginning of the file, 4096 characters or more (or all of it). */
  recognises(path: string, head: string): boolean
  /** The keys it may emit. Keys that begin with `listed.` are not facts: they are joined by `conclude`. */
  readonly readings: readonly string[]
  /** That it finds nothing in a file is normal; otherwise such a file goes into the ledger. */
  readonly mayBeSilent?: true
  /** Whether an empty file of this path says something: that there was nothing to list. */
  readonly emptyTells?: (path: string) => boolean
  read(text: string, context: ReaderContext): Reading[]
}

/** Whether a reader is the one for a file that begins with `head`. */
export function isFor({ needs, recognises }: EvidenceReader, path: string, head: string): boolean {
  return (!needs || needs.some(text => head.includes(text))) && recognises(path, head)
}

/** Where in the file a reading comes from: its line (from 1) and that line's text. */
export interface Spot {
  readonly line: number
  readonly text: string
}

/** One reading of this file. */
export function reading({ path, node }: ReaderContext, key: string, value: Reading['value'], spot?: Spot): Reading {
  return { key, value, node, file: path, ...(spot ? { line: spot.line, text: shortened(spot.text) } : {}) }
}

/** Not for facts but for the ledger: a part of the file, or what it speaks of, could not be read. */
export function unread(context: ReaderContext, why: string, what = context.path): Reading {
  return reading(context, 'listed.unread', [what, why])
}

/** The key of `lookedAt`. */
export const looked = 'listed.looked'

/** Not for facts but for the ledger: an output was there that tells of this, although perhaps it told nothing. That no disk was slow leaves no other trace. */
export function lookedAt(context: ReaderContext, what: string): Reading {
  return reading(context, looked, what)
}

/** Longer lines carry nothing a reader looks for, and keep patterns busy. */
const longestLine = 4096

/** Every reader looks at the beginning of every file, one after the other. */
const keptSpots: (text: string) => readonly Spot[] = kept(splitSpots)
const mostKept = 64 * 1024

/** The lines of a text with their numbers. */
export function spotsOf(text: string): readonly Spot[] {
  return text.length > mostKept ? splitSpots(text) : keptSpots(text)
}

function splitSpots(text: string): Spot[] {
  return text.split(/\r?\n/).map((line, i) => ({ line: i + 1, text: line.slice(0, longestLine) }))
}

/** A line as it may be shown: no control characters, not too long. */
function shortened(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, 400)
}

/** Words after which a secret follows, as options, settings and attributes write them. */
const secretName = /pass|pwd|token|secret|credential|community|private|(?:^|[-_.])key|apikey|auth/i

/** Whether a setting of this name may hold a password or a key. */
export function isSecret(name: string): boolean {
  return secretName.test(name)
}

/** Dotted number at the beginning of a version as packages and programs write it (`2.1.5-9.el8` is `2.1.5`). */
export function upstreamVersion(text: string): string | undefined {
  return /^\d+(?:\.\d+)*/.exec(text)?.[0]
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** By node; readings of no known node are a group of their own. */
export function groupedByNode(readings: readonly Reading[]): Reading[][] {
  const groups = new Map<string | undefined, Reading[]>()
  for (const one of readings) {
    const group = groups.get(one.node)
    if (group) group.push(one)
    else groups.set(one.node, [one])
  }
  return [...groups.values()]
}

/** Sorted, each once. */
export function sortedUnique(values: Iterable<string>): string[] {
  return [...new Set(values)].sort()
}
