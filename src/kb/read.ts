import { crossCheck, crossCheckPaths } from './check.ts'
import { checkEvent, checkSays, type PatternTools } from './check-events.ts'
import type { Report } from './condition.ts'
import { type Draft, draftOf } from './draft.ts'
import { type KnowledgeBase, unreadable } from './model.ts'
import { type Problem, sortProblems } from './problem.ts'
import { shapeProblems } from './shape-problems.ts'
import { type EventFile, type Folder, folders, kbFile, sourcesFile, type VendorFile } from './shapes.ts'
import { type Mended, mendShape } from './stand-ins.ts'
import { nearest } from './suggest.ts'
import { type Path, readYaml, type YamlFile } from './yaml-file.ts'

/** A file of a knowledge base. `path` is relative to its folder, with `/`; `shown` is how errors name it. */
export interface RuleFile {
  readonly path: string
  readonly shown: string
  readonly content: Uint8Array | string
}

export type ReadBase =
  | { readonly kb: KnowledgeBase; readonly problems: readonly []; readonly draft?: undefined }
  | {
      readonly kb?: undefined
      readonly problems: readonly Problem[]
      /** The base as far as it can be reasoned about, when every file was understood and only sense is missing. */
      readonly draft?: Draft
    }

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const ignored = /(?:^|\/)(?:README\.md|\.[^/]+)$/

/** One file, read and checked as far as that goes without the others. */
export interface ReadFile {
  readonly file: RuleFile
  /** Where it belongs; undefined when nowhere. */
  readonly place?: { readonly folder: Folder | ''; readonly id: string } | undefined
  readonly yaml?: YamlFile | undefined
  /** What the file says, when its shape is right. */
  readonly object?: unknown
  /** What it says beside what is wrong with its shape. */
  readonly mended?: Mended | undefined
  readonly problems: readonly Problem[]
}

/**
 * Reads a whole knowledge base. Nothing malformed loads: with any problem there is no base, and all problems of all
 * files are told at once. `digest` names the content.
 */
export function readBase(files: readonly RuleFile[], digest: string, patterns: PatternTools): ReadBase {
  return joinFiles(
    files.map(file => readRuleFile(file, patterns)),
    digest,
  )
}

/** Reads one file and checks everything that shows in it alone. */
export function readRuleFile(file: RuleFile, patterns: PatternTools): ReadFile {
  const problems: Problem[] = []
  if (ignored.test(file.path)) return { file, problems }
  const place = placeOf(file, problems)
  const yaml = place && readYaml(file.shown, file.content, problems)
  if (!place || !yaml) return { file, place, problems }
  const report: Report = (code, path: Path, message, hint, atKey) =>
    void problems.push({ code, ...(atKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path)), message, hint })
  const schema = place.folder === '' ? (place.id === 'kb' ? kbFile : sourcesFile) : folders[place.folder]
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success) {
    const mended = mendShape(schema, yaml.value)
    const wrong = shapeProblems(schema, parsed.error.issues, yaml, mended !== undefined)
    // Only conditions are wrong: they are compiled, and told of, with all others.
    if (wrong.length === 0) return { file, place, yaml, problems: wrong, object: yaml.value }
    if (mended) {
      if (place.folder === 'events') checkEvent(mended.object as EventFile, mended.beside(report), patterns)
      if (place.folder === 'vendors') checkSays(mended.object as VendorFile, mended.beside(report), patterns)
    }
    return { file, place, yaml, problems: [...wrong, ...problems], mended }
  }
  if (place.folder === 'events') checkEvent(parsed.data as EventFile, report, patterns)
  if (place.folder === 'vendors') checkSays(parsed.data as VendorFile, report, patterns)
  return { file, place, yaml, object: parsed.data, problems }
}

/** Puts files that were read one by one together, and checks what only shows when all are seen. */
export function joinFiles(read: readonly ReadFile[], digest: string): ReadBase {
  const sorted = read
    .filter(({ file }) => !ignored.test(file.path))
    .sort((a, b) => (a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0))
  const problems = sorted.flatMap(file => file.problems)
  const yamls = new Map<string, YamlFile>()
  const objects: Record<Folder, Record<string, unknown>> = {
    facts: {},
    events: {},
    symptoms: {},
    vendors: {},
    components: {},
    hypotheses: {},
    resolutions: {},
    cases: {},
  }
  const singles: Record<string, unknown> = {}
  const mended = new Map<string, Mended>()
  const names = new Set<string>()
  for (const { file, place, yaml, object, mended: rest } of sorted) {
    if (!place) continue
    const name = `${place.folder}/${place.id}`
    if (names.has(name) && name !== '/sources') problems.push(twice(file, place.id))
    names.add(name)
    if (yaml) yamls.set(name, yaml)
    if (rest && place.folder !== '') mended.set(name, rest)
    if (object === undefined) continue
    if (place.folder !== '') objects[place.folder][place.id] = object
    else singles[place.id] = place.id === 'sources' ? { ...(singles.sources as object | undefined), ...(object as object) } : object
  }
  if (!names.has('/kb'))
    problems.push({
      code: 'no-kb-file',
      file: 'kb.yaml',
      line: 1,
      column: 1,
      message: 'the knowledge base has no kb.yaml',
      hint: 'Add it with id, version, title and scope.',
    })
  const kb = { kb: { ...(singles.kb as object), digest }, sources: singles.sources ?? {}, ...objects } as unknown as KnowledgeBase
  const files = sorted.map(({ file }) => file)
  const sound = problems.length > 0 ? withStandIns(kb, files, singles) : kb
  problems.push(...crossCheck(sound, (folder, id) => yamls.get(`${folder}/${id}`)))
  if (mended.size > 0) problems.push(...besideShapes(sound, mended, yamls))
  if (problems.length === 0) return { kb, problems: [] }
  const told = { problems: sortProblems(dedupe(problems)) }
  const draft = draftOf(kb, problems)
  return draft ? { ...told, draft } : told
}

/** What only shows with the other files, of those whose shape is wrong: with the others as they are, and of no other file. */
function besideShapes(sound: KnowledgeBase, mended: ReadonlyMap<string, Mended>, yamls: ReadonlyMap<string, YamlFile>): Problem[] {
  const problems: Problem[] = []
  const kb: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(sound).map(([folder, objects]) => [folder, { ...(objects as object) }]),
  )
  for (const [name, { object }] of mended) {
    const [folder, id] = name.split('/') as [string, string]
    kb[folder]![id] = object
  }
  if (unreadable.has(sound.sources)) unreadable.add(kb.sources!)
  if (unreadable.has(sound.kb)) unreadable.add(kb.kb!)
  crossCheckPaths(kb as unknown as KnowledgeBase, (folder, id) => {
    const name = `${folder}/${id}`
    return (
      mended.get(name)?.beside((code, path, message, hint, atKey) => {
        const yaml = yamls.get(name)!
        problems.push({ code, ...(atKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path)), message, hint })
      }) ?? (() => {})
    )
  })
  return problems
}

const twice = (file: RuleFile, id: string): Problem => ({
  code: 'duplicate-id',
  file: file.shown,
  line: 1,
  column: 1,
  message: `two files of this folder are called "${id}"`,
  hint: 'Keep one of .yaml and .yml.',
})

function placeOf(file: RuleFile, problems: Problem[]): { folder: Folder | ''; id: string } | undefined {
  const report = (code: string, message: string, hint: string): undefined =>
    void problems.push({ code, file: file.shown, line: 1, column: 1, message, hint })
  const parts = file.path.split('/')
  const name = parts.at(-1)!
  if (!/\.ya?ml$/.test(name)) return report('not-a-rule-file', 'only .yaml files belong here', 'Move the file away or rename it to .yaml.')
  const id = name.replace(/\.ya?ml$/, '')
  if (parts.length === 1) {
    if (id === 'kb' || id === 'sources') return { folder: '', id }
    return report('unknown-folder', 'this file is in no folder of a knowledge base', `Folders: ${Object.keys(folders).join(', ')}.`)
  }
  const folder = parts[0]!
  if (parts.length > 2 || !Object.hasOwn(folders, folder))
    return report(
      'unknown-folder',
      `"${parts.slice(0, -1).join('/')}" is no folder of a knowledge base`,
      `Folders: ${Object.keys(folders).join(', ')}.`,
    )
  if (!idShape.test(id) || id.length > 80)
    return report('wrong-id', `"${id}" cannot be an id`, 'Name the file with small letters, digits and single hyphens.')
  return { folder: folder as Folder, id }
}

/** Adds files that could not be read by name only, so that references to them are not reported a second time. */
function withStandIns(kb: KnowledgeBase, files: readonly RuleFile[], singles: Readonly<Record<string, unknown>>): KnowledgeBase {
  const standIn = { title: '?', type: 'yes-no', paths: [], rules: [], resolutions: [], steps: [], forms: [] }
  const add = () => {
    const object = { ...standIn }
    unreadable.add(object)
    return object
  }
  const copy: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(kb).map(([folder, objects]) => [folder, { ...(objects as object) }]),
  )
  for (const { path } of files) {
    const [written, name] = path.split('/')
    // A file in the wrong place is told of once; whoever names it is right.
    const folder = written && name && nearest(written, Object.keys(folders))
    if (folder && name) copy[folder]![name.replace(/\.\w+$/, '')] ??= add()
  }
  if (singles.kb === undefined) unreadable.add(copy.kb!)
  if (singles.sources === undefined && files.some(({ path }) => path === 'sources.yaml')) unreadable.add(copy.sources!)
  return copy as unknown as KnowledgeBase
}

function dedupe(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(problem => {
    const key = JSON.stringify(problem)
    return !seen.has(key) && seen.add(key)
  })
}
