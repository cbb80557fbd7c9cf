import { mandatoryLiterals } from '../../evidence/events/literal.ts'
import { matchForm } from '../../evidence/events/matcher.ts'
import type { PatternTools } from '../../kb/check-events.ts'
import type { Report } from '../../kb/condition.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { Replacement } from '../../kb/overlay.ts'
import { type Problem, sortProblems } from '../../kb/problem.ts'
import { joinFiles, type ReadFile, type RuleFile, readRuleFile } from '../../kb/read.ts'
import type { Path, YamlFile } from '../../kb/yaml-file.ts'
import type { Finding, PlacedFinding } from '../finding.ts'
import { isEndless } from '../verify/backtracking.ts'
import { templatesOf } from '../verify/placeholders.ts'
import { bracketsDiffer } from './checks/commands.ts'
import type { FileView, ReportAt } from './model.ts'
import { allChecks, type Registry } from './registry.ts'
import { mayFollow, salvage } from './salvage.ts'
import { type Suppression, suppress, suppressionsIn } from './suppress.ts'

export interface LintInput {
  readonly files: readonly RuleFile[]
  readonly digest: string
  /** What went wrong before anything could be read. */
  readonly problems?: readonly Problem[]
  readonly replaced?: readonly Replacement[]
}

export interface LintResult {
  readonly findings: readonly PlacedFinding[]
  /** The base, when it loads. */
  readonly kb?: KnowledgeBase | undefined
  readonly files: number
  /** How many findings the files themselves leave out. */
  readonly suppressed: number
}

export interface LintSettings {
  readonly registry: Registry
  /** Year-month-day: when suppressions run out. */
  readonly today: string
  /** What the base as a whole is checked with; left out when it is not to be. */
  readonly verify?: ((kb: KnowledgeBase) => readonly Finding[]) | undefined
  /** Why a text can never be filled in as a template, or undefined. */
  readonly mistakeIn?: ((template: string) => string | undefined) | undefined
}

/** A pattern that can run away is reported by the verification, and here without it; trying it on its own examples could take hours. */
const patternsFor = (verified: boolean): PatternTools => ({
  literals: mandatoryLiterals,
  match: matchForm,
  endless: isEndless,
  refuseEndless: !verified,
})

/** All that follows from one file alone; kept until the file changes. */
interface Seen {
  readonly read: ReadFile
  readonly view?: FileView | undefined
  readonly findings: readonly Problem[]
  readonly suppressions: readonly Suppression[]
}

/** A linter remembers what it has seen of each file, so that after a change only the changed file is read again. A look that is
 * not `thorough` leaves the verification out. */
export function createLinter(settings: LintSettings): { lint(input: LintInput, thorough?: boolean): LintResult } {
  let known = new Map<string, Seen>()
  const patterns = patternsFor(settings.verify !== undefined)
  return {
    lint(input, thorough = true) {
      const before = known
      known = new Map()
      for (const file of input.files) {
        const old = before.get(file.shown)
        known.set(file.shown, old && sameContent(old.read.file, file) ? old : look(file, settings.registry, patterns))
      }
      return lintSeen([...known.values()], input, thorough ? settings : { ...settings, verify: undefined })
    },
  }
}

function sameContent(a: RuleFile, b: RuleFile): boolean {
  if (a.path !== b.path || a.content.length !== b.content.length) return false
  if (a.content === b.content) return true
  if (typeof a.content === 'string' || typeof b.content === 'string') return false
  for (let i = 0; i < a.content.length; i++) if (a.content[i] !== b.content[i]) return false
  return true
}

function look(file: RuleFile, registry: Registry, patterns: PatternTools): Seen {
  const read = readRuleFile(file, patterns)
  const findings: Problem[] = []
  if (!read.yaml || !read.place) return { read, findings, suppressions: [] }
  const { yaml, place, object } = read
  const kind = (code: string) =>
    registry.originOf(code) === 'loader' ? ('loader' as const) : registry.originOf(code) && ('style' as const)
  const { found, problems } = suppressionsIn(file.shown, yaml.notes.text, kind, Object.keys(registry.pages))
  findings.push(...problems)
  if (object === undefined) return { read, findings, suppressions: found }
  const view: FileView = { ...place, object: object as object, yaml }
  const report = reporterOf(view, findings)
  for (const check of allChecks) check.file?.(view, report, reporterAt(view, findings))
  return { read, view, findings, suppressions: found }
}

const reporterOf =
  ({ yaml }: FileView, into: Problem[]): Report =>
  (code, path, message, hint, atKey) =>
    void into.push({ code, ...(atKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path)), message, hint })

const reporterAt =
  ({ yaml }: FileView, into: Problem[]): ReportAt =>
  (code, line, column, message, hint) =>
    void into.push({ code, file: yaml.file, line, column, message, hint })

function lintSeen(seen: readonly Seen[], input: LintInput, { registry, today, verify, mistakeIn }: LintSettings): LintResult {
  const joined = joinFiles(
    seen.map(({ read }) => read),
    input.digest,
  )
  const complete = input.problems === undefined || input.problems.length === 0
  const kb = complete ? joined.kb : undefined
  // A mistake does not hide what else is wrong: what is sound is reasoned about without it.
  const salvaged = complete && !joined.kb && !joined.draft ? salvage(seen.map(({ read }) => read)) : undefined
  const draft = joined.draft ?? salvaged
  const reasoned = complete ? (joined.kb ?? draft?.kb) : undefined
  const mended = draft?.mended ?? new Set()
  const findings: (Problem & Pick<Finding, 'counterExample' | 'exactness'>)[] = [
    ...(input.problems ?? []),
    ...(seen.length === 0 && input.problems?.length ? [] : joined.problems),
    ...seen.flatMap(file => file.findings),
    ...(input.replaced ?? []).map(replacement),
  ]
  const views = seen.flatMap(({ view }) => view ?? [])
  for (const check of allChecks) check.together?.(views, file => reporterAt(file, findings))
  if (reasoned) {
    const fileOf = finder(seen.map(({ read }) => read))
    // A case may name derivations that were taken out only to reason about the rest.
    const isOfMended = (path: Path) => ['facts', 'symptoms'].some(folder => mended.has(`${folder}/${String(path.at(-1)).split('/')[0]}`))
    const tell = (code: string, at: At, message: string, hint: string, rest: Pick<Finding, 'counterExample' | 'exactness'> = {}) => {
      const name = `${at.folder}/${at.id}`
      if (mended.has(name) || (code === 'unknown-rule' && isOfMended(at.path))) return
      if (salvaged && mayFollow(salvaged, code, name, at.path)) return
      const path = salvaged ? salvaged.original(name, at.path) : at.path
      findings.push({ code, ...placeOf({ ...at, path }, fileOf), message, hint, ...rest })
    }
    const reportIn =
      (folder: string, id: string): Report =>
      (code, path, message, hint, atKey) =>
        tell(code, { folder, id, path, ...(atKey ? { atKey } : {}) }, message, hint)
    for (const check of allChecks) check.base?.(reasoned, reportIn, today)
    if (mistakeIn) for (const [at, message] of brokenTemplates(reasoned, mistakeIn)) tell('broken-placeholder', at, message, templateHint)
    for (const { code, at, message, hint, counterExample, exactness } of verify?.(reasoned) ?? [])
      tell(code, at, message, hint, { ...(counterExample ? { counterExample } : {}), ...(exactness ? { exactness } : {}) })
  }
  const weighed = findings.map(finding => ({ ...finding, severity: registry.pages[finding.code]?.severity ?? 'error' }))
  const byFile = new Map(seen.map(({ read, suppressions }) => [read.file.shown, suppressions]))
  // Of what was not looked for nobody can say that it is not there.
  const ran = (code: string) => reasoned !== undefined && !salvaged && (registry.originOf(code) !== 'verification' || verify !== undefined)
  const { kept, own, left } = suppress(weighed, byFile, today, ran)
  const all = [...kept, ...own.map(problem => ({ ...problem, severity: registry.pages[problem.code]!.severity }))]
  return { findings: sortProblems(all) as PlacedFinding[], kb, files: seen.length, suppressed: left }
}

const templateHint = 'Write {{ name }}; each {% if … %} needs its {% endif %}.'

/** What the look at the brackets does not see: a tag that is never closed, a filter that does not exist. */
function* brokenTemplates(kb: KnowledgeBase, mistakeIn: (template: string) => string | undefined): Generator<[At, string]> {
  for (const { folder, id, path, text, known } of templatesOf(kb)) {
    const mistake = known.length === 0 || bracketsDiffer(text) ? undefined : mistakeIn(text)
    if (mistake !== undefined) yield [{ folder, id, path }, `this cannot be filled in: ${mistake}`]
  }
}

type At = Pick<Finding['at'], 'id' | 'path' | 'atKey'> & { readonly folder: string }
type FileOf = (at: At) => YamlFile | undefined

/** Finds the file behind an object. sources.yaml may stand in several folders: the one that holds the entry is meant. */
function finder(read: readonly ReadFile[]): FileOf {
  const byName = new Map<string, YamlFile[]>()
  for (const { place, yaml } of read) {
    if (!place || !yaml) continue
    const name = `${place.folder}/${place.id}`
    byName.set(name, [...(byName.get(name) ?? []), yaml])
  }
  return ({ folder, id, path }) => {
    const found = byName.get(`${folder}/${id}`) ?? []
    return found.findLast(({ value }) => path[0] !== undefined && Object.hasOwn(value as object, path[0])) ?? found.at(-1)
  }
}

function placeOf(at: At, fileOf: FileOf): Pick<Problem, 'file' | 'line' | 'column'> {
  const yaml = fileOf(at)
  if (!yaml) return { file: at.folder === '' ? `${at.id}.yaml` : `${at.folder}/${at.id}.yaml`, line: 1, column: 1 }
  return at.atKey ? yaml.keyPlaceOf(at.path) : yaml.placeOf(at.path)
}

const replacement = ({ by, was }: Replacement): Problem => ({
  code: 'replaces-file',
  file: by,
  line: 1,
  column: 1,
  message: `this file counts instead of ${was}`,
  hint: 'Nothing to do when that is meant.',
})
