import type * as z from 'zod'
import { crossCheckPaths } from '../../kb/check.ts'
import { type Draft, draftOf, ofSense } from '../../kb/draft.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { ReadFile } from '../../kb/read.ts'
import { folders, kbFile, sourcesFile } from '../../kb/shapes.ts'
import { nearest } from '../../kb/suggest.ts'
import type { Path } from '../../kb/yaml-file.ts'
import { after, prune, type Removals } from './prune.ts'

/** A base without its broken parts, and what was left out. */
export interface Salvage extends Draft {
  /** `folder/id` of everything of which a part, or all, was left out. */
  readonly touched: ReadonlySet<string>
  /** Every word of what was left out: what it names may only seem to be unused. */
  readonly words: ReadonlySet<string>
  /** Codes of findings that may follow from what was left out, because nobody can see what that used. */
  readonly unsure: ReadonlySet<string>
  /** Where something stands in its file, given where it stands in this base. */
  readonly original: (name: string, path: Path) => Path
}

/** Rounds of leaving out; each can make more references dangle. */
const mostRounds = 12

const standIns: Readonly<Record<string, object>> = { '/kb': { id: 'none', version: '0', title: 'None', scope: 'None.' }, '/sources': {} }

/** What is needed of a file, and says nothing about the others. */
const usually: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  facts: { title: 'A fact' },
  symptoms: { title: 'A symptom', type: 'yes-no', ask: 'Is it so?' },
  events: { title: 'An event', in: ['any-log'] },
  vendors: { title: 'An agent', aliases: [], kinds: ['antivirus'], managed: 'local', hooks: [], detect: {} },
  components: { title: 'A part', detect: {} },
  hypotheses: { title: 'A cause', prior: 0, resolutions: [] },
  resolutions: { title: 'Something to do', stage: 'prove' },
  cases: { title: 'A case', expect: {} },
}

/**
 * What can be reasoned about in a base that does not load: broken entries are left out, or whole files where there is no entry to leave
 * out. Undefined when that comes to no end.
 */
export function salvage(read: readonly ReadFile[]): Salvage | undefined {
  const objects = new Map<string, object>(Object.entries(standIns))
  const removed = new Map<string, Removals>()
  const touched = new Set<string>()
  const words = new Set<string>()
  const lost: Lost[] = []
  const note = (name: string, part: unknown, [key = '']: Path = []) => {
    const found = wordsIn(part)
    touched.add(name).add(`${name}/${key}`)
    lost.push({ name, key: String(key), part })
    for (const word of found) words.add(word)
  }
  const unclear = new Set<string>()
  const drop = (name: string, written: unknown = objects.get(name)) => {
    note(name, written)
    objects.delete(name)
    const standIn = standIns[name] ?? inItsPlace(name, written)
    if (!standIn) return
    objects.set(name, standIn)
    unclear.add(name)
  }
  /** Leaves out what stands at a path, or the smallest thing around it without which the rest is sound. */
  const leaveOut = (name: string, path: Path) => {
    const object = objects.get(name)
    if (!object) return
    const done = prune(object, path, schemaOf(name))
    if (!done) {
      const usual = usually[name.split('/')[0]!]?.[String(path[0])]
      if (usual === undefined || (object as Record<string, unknown>)[path[0]!] === usual) return drop(name)
      note(name, (object as Record<string, unknown>)[path[0]!], path)
      return void objects.set(name, { ...object, [path[0]!]: usual })
    }
    note(name, done.part, done.at)
    objects.set(name, done.rest)
    removed.set(name, after(removed.get(name), done.at))
  }

  for (const { file, place, yaml, object, problems } of read) {
    // Notes and the like belong to no folder, and nothing is wrong with them.
    if (!place && problems.length === 0) continue
    if (!place) {
      const [written, base] = file.path.split('/')
      const folder = written && base && nearest(written, Object.keys(folders))
      if (folder) drop(`${folder}/${base.replace(/\.\w+$/, '')}`, textOf(file.content))
      continue
    }
    const name = `${place.folder}/${place.id}`
    if (!yaml) {
      drop(name, textOf(file.content))
      continue
    }
    const before = name === '/sources' ? objects.get(name) : undefined
    objects.set(name, { ...before, ...((object ?? yaml.value) as object) })
    if (object === undefined) mendShape(name, objects, leaveOut, drop)
    // A pattern that does not compile, and the like: the file alone shows it.
    else if (problems.some(({ code }) => !ofSense.has(code))) drop(name)
  }
  if (!read.some(({ place }) => place?.folder === '' && place.id === 'kb')) note('/kb', '')
  for (let round = 0; round < mostRounds; round++) {
    const kb = baseOf(objects)
    const names = [...objects.keys()].map(name => name.split('/')[1]!)
    const wrong: { name: string; path: Path }[] = []
    crossCheckPaths(kb, (folder, id) => (code, path) => {
      if (ofSense.has(code)) return
      const name = `${folder}/${id}`
      wrong.push({ name, path })
      // Who mistyped a name meant another one.
      if (code.startsWith('unknown-')) for (const word of meant(objects.get(name), path, names)) words.add(word)
    })
    if (wrong.length === 0) {
      const draft = draftOf(kb, [])!
      return {
        ...draft,
        mended: new Set([...draft.mended, ...unclear]),
        touched,
        words,
        unsure: new Set(lost.flatMap(usesOf)),
        original: (name, path) => removed.get(name)?.original(path) ?? path,
      }
    }
    // Of one object one part at a time, because each shifts what stands behind it.
    const seen = new Set<string>()
    for (const { name, path } of [...wrong].reverse()) {
      const deeper = `${name} ${path.slice(0, 2).join('/')}`
      if (seen.has(deeper)) continue
      seen.add(deeper)
      leaveOut(name, path)
    }
  }
  return undefined
}

const textOf = (content: string | Uint8Array) => (typeof content === 'string' ? content : new TextDecoder().decode(content))

function mendShape(
  name: string,
  objects: ReadonlyMap<string, object>,
  leaveOut: (name: string, path: Path) => void,
  drop: (name: string) => void,
): void {
  for (let round = 0; round < mostRounds; round++) {
    const object = objects.get(name)
    const parsed = object && schemaOf(name).safeParse(object)
    if (!parsed || parsed.success) return
    const issue = parsed.error.issues.at(-1)!
    const path = issue.path as Path
    leaveOut(name, issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path)
  }
  if (objects.has(name) && !schemaOf(name).safeParse(objects.get(name)).success) drop(name)
}

/** What cannot be understood is there all the same: rules about a fact, and causes that lead to a resolution, are as good as they were. */
function inItsPlace(name: string, written: unknown): object | undefined {
  const [folder, id] = name.split('/') as [string, string]
  if (folder === 'resolutions') return { title: id, stage: 'prove', steps: [{ id: 'any', do: id }] }
  if (folder !== 'facts' && folder !== 'symptoms') return undefined
  const { type, choices, of } = (typeof written === 'object' ? written : {}) as Record<string, unknown>
  const whole = { title: id, type, ...(choices ? { choices } : {}), ...(of ? { of } : {}), ask: id }
  return schemaOf(name).safeParse(whole).success ? whole : { title: id, type: 'yes-no', ask: id }
}

function schemaOf(name: string): z.ZodType {
  if (name === '/kb') return kbFile
  if (name === '/sources') return sourcesFile
  return folders[name.split('/')[0] as keyof typeof folders]
}

function baseOf(objects: ReadonlyMap<string, object>): KnowledgeBase {
  const kb: Record<string, Record<string, object>> = Object.fromEntries(Object.keys(folders).map(folder => [folder, {}]))
  for (const [name, object] of [...objects].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [folder, id] = name.split('/') as [string, string]
    if (folder !== '') kb[folder]![id] = object
    else kb[id] = object as Record<string, object>
  }
  return { ...kb, kb: { ...kb.kb, digest: '' } } as unknown as KnowledgeBase
}

function meant(object: unknown, path: Path, names: readonly string[]): string[] {
  const inner = path.reduce<unknown>((value, part) => (value as Record<string | number, unknown> | undefined)?.[part], object)
  return [String(path.at(-1)), ...wordsIn(inner)].flatMap(word => nearest(word, names) ?? [])
}

function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part, ...(part.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [])]
  if (Array.isArray(part)) return part.flatMap(wordsIn)
  if (typeof part === 'object' && part !== null) return Object.entries(part).flatMap(([key, inner]) => [key, ...wordsIn(inner)])
  return []
}

/** Findings that something is not used. */
const unused = new Set(['question-never-matters', 'event-unused', 'resolution-unreachable', 'unused-source', 'fact-never-known'])
/** Findings about a cause as a whole. */
const ofWhole = new Set(['hypothesis-never-likely', 'likely-on-one-symptom', 'dead-end', 'suspicion-without-plan'])

const question = 'question-never-matters'
const usesOfFolder: Readonly<Record<string, readonly string[]>> = {
  '': [question],
  facts: [question, 'event-unused'],
  symptoms: [question, 'event-unused'],
  hypotheses: [question, 'resolution-unreachable'],
  resolutions: [question],
}
/** A part that was left out, of what stands under one key of a file; '' for all of it. */
interface Lost {
  readonly name: string
  readonly key: string
  readonly part: unknown
}

/** Fewer different words than any file has. */
const hardlyAny = 12

const ofConditions = new Set(['all', 'any', 'not', 'event', 'at-least', 'within-minutes', 'at-least-minutes', 'same', 'node', 'distinct'])

/** What would be reported as unused without a part of which nobody can see what it used: an empty file, or a condition without a fact. */
function usesOf({ name, key, part }: Lost): readonly string[] {
  if (key === '') return new Set(wordsIn(part)).size < hardlyAny ? (usesOfFolder[name.split('/')[0]!] ?? []) : []
  const naming = ['when', 'unless', 'ask-when', 'seen-as']
  const entry = (typeof part === 'object' && part !== null ? part : {}) as Record<string, unknown>
  const said = naming.includes(key) ? [part] : naming.filter(own => own in entry).map(own => entry[own])
  if (said.length === 0 || wordsIn(said).some(word => !ofConditions.has(word))) return []
  return key === 'seen-as' ? ['event-unused'] : [question]
}

/** Whether a finding may be there only because of what was left out. */
export function mayFollow({ kb, touched, words, mended, unsure }: Salvage, code: string, name: string, path: Path): boolean {
  const [, id] = name.split('/') as [string, string]
  if (unused.has(code)) return unsure.has(code) || words.has(code === 'unused-source' ? String(path[0]) : id)
  if (code === 'unknown-rule' || code === 'unknown-step') {
    const [list, i] = path.slice(-2)
    const expected = list === 'steps' || list === 'no-steps' ? kb.cases[id]?.expect[list]?.[Number(i)] : i
    const owners = String(expected).split('/')
    return [...touched, ...mended].some(other => owners.includes(other.split('/')[1]!))
  }
  if (!ofWhole.has(code)) return false
  // Points do not hang on what is done about the cause.
  if (code === 'hypothesis-never-likely' || code === 'likely-on-one-symptom')
    return ['', 'rules', 'prior'].some(key => touched.has(`${name}/${key}`))
  return touched.has(name) || (kb.hypotheses[id]?.resolutions ?? []).some(resolution => touched.has(`resolutions/${resolution}`))
}
