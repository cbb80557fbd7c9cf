import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { plural } from '../kb/plain-text.ts'
import { didYouMean } from '../kb/suggest.ts'
import { whyUnreadable } from '../kb/why-unreadable.ts'
import { loadTemplates } from '../plan/templates.ts'
import type { PlacedFinding, Severity } from '../workshop/finding.ts'
import { indexText, pageMarkdown, pagesJson, pageText, referenceMarkdown } from '../workshop/lint/explain.ts'
import { fixFile } from '../workshop/lint/fix/fix.ts'
import { lintGithub, lintJson, lintJunit, lintSarif } from '../workshop/lint/formats/machine.ts'
import { countsOf, lintText } from '../workshop/lint/formats/text.ts'
import { createLinter, type LintInput, type LintResult } from '../workshop/lint/linter.ts'
import { type Registry, registryOf } from '../workshop/lint/registry.ts'
import { verification } from '../workshop/lint/verification.ts'
import { authorFolders, shippedFolder } from './base.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { filesOf, withShipped } from './read-folder.ts'

declare const AVERT_VERSION: string

export interface LintOptions {
  readonly format: string
  readonly fix?: boolean
  readonly maxSeverity: string
  readonly infos?: boolean
  readonly verify: boolean
  readonly watch?: boolean
}

/** There is no base in a folder that was named. */
const noBase = ['no-such-folder', 'no-base', 'too-many-files']

const weights: Readonly<Record<Severity | 'none', number>> = { none: 0, info: 1, warning: 2, error: 3 }

/** Checks a base; with `--fix` mends first what is safe to mend. */
export async function lintCommand(folders: readonly string[], options: LintOptions, io: Io): Promise<number> {
  const own = authorFolders(folders, io) ?? shipped(options, io)
  const named = withShipped(own, shippedFolder)
  if (named.length > own.length) io.err(`note: ${own[0]} has no kb.yaml, so it lies over the shipped base`)
  const registry = registryOf(verification.pages)
  const { mistake: mistakeIn } = await loadTemplates()
  const settings = { registry, today: today(), verify: options.verify ? verification.verify : undefined, mistakeIn }
  const printed = print(options, registry, io, named.length > 1 ? within(named.at(-1)!) : undefined)
  if (options.watch) return (await import('./kb-lint-watch.ts')).watchFolders(named, settings, printed, io)
  const linter = createLinter(settings)
  const input = filesOf(named)
  let result = linter.lint(input)
  const mendable = (files: LintInput) => ({
    ...files,
    files: files.files.filter(({ shown }) => own.some(folder => shown.startsWith(within(folder)))),
  })
  if (options.fix && mend(mendable(filesOf(named)), result, io)) result = linter.lint(filesOf(named))
  printed(result)
  // Nothing was looked at, as for the other commands; findings are something else.
  if (input.files.length === 0 || result.findings.some(({ code }) => noBase.includes(code))) return Exit.base
  return result.findings.some(failing(options)) ? Exit.findings : Exit.done
}

/** The shipped base, which nobody mends by the way. */
function shipped({ fix }: LintOptions, io: Io): readonly string[] {
  if (fix)
    throw new UserError(Exit.usage, [
      'no-base: there is no rules/kb.yaml here',
      '  hint: Name the folder of the base that is to be mended.',
    ])
  io.err('note: the shipped base is linted: there is no rules/kb.yaml here')
  return [shippedFolder]
}

/** The day, as the clock of this machine tells it. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

const failing =
  ({ maxSeverity }: LintOptions) =>
  ({ severity }: PlacedFinding) =>
    weights[severity] > weights[maxSeverity as Severity]

/** How the paths of all files in a folder begin. */
const within = (folder: string) => `${folder.replace(/\/+$/, '')}/`

/** `top`: how the files begin of which an author wants to read, when others lie below. */
const print = (options: LintOptions, registry: Registry, io: Io, top?: string) => (result: LintResult) => {
  const { format } = options
  if (format === 'json') io.out(lintJson(result))
  else if (format === 'sarif') io.out(lintSarif(result, registry, AVERT_VERSION))
  else if (format === 'junit') io.out(lintJunit(result, failing(options)))
  else if (format === 'github') {
    if (result.findings.length > 0) io.out(lintGithub(result))
  } else io.out(lintText(result, options.infos === true || options.maxSeverity === 'none', top))
  const { error, warning } = countsOf(result.findings)
  if (format === 'text' && error + warning > 0) io.err(plural(error + warning, 'problem'))
}

/** Writes mended files, each at once and whole. Says what it did. */
function mend(input: LintInput, { findings }: LintResult, io: Io): boolean {
  const mended = input.files.flatMap(file => fixFile(file, findings) ?? [])
  for (const { file, text, codes } of mended) {
    const temporary = `${file.shown}.${process.pid}.tmp`
    try {
      writeFileSync(temporary, text, { mode: statSync(file.shown).mode })
      renameSync(temporary, realpathSync(file.shown))
    } catch (error) {
      rmSync(temporary, { force: true })
      throw new UserError(Exit.input, [`${file.shown}:1:1 unwritable-file: cannot be written (${whyUnreadable(error)})`])
    }
    io.err(`mended ${file.shown}: ${codes.join(', ')}`)
  }
  if (mended.length === 0) io.err('nothing to mend')
  return mended.length > 0
}

/** What a code means; all codes when none is named. */
export async function explainLintCommand(code: string | undefined, { format }: { readonly format: string }, io: Io): Promise<number> {
  const registry = registryOf(verification.pages)
  const codes = Object.keys(registry.pages).sort()
  if (code !== undefined && !Object.hasOwn(registry.pages, code))
    throw new UserError(Exit.usage, [
      `unknown-code: no code of lint is called "${code}"`,
      `  hint: ${didYouMean(code, codes, 'avert kb explain-lint lists them all.')}`,
    ])
  if (format === 'json') io.out(pagesJson(code === undefined ? codes : [code], registry))
  else if (format === 'markdown') io.out(code === undefined ? referenceMarkdown(registry) : pageMarkdown(code, registry))
  else io.out(code === undefined ? indexText(registry) : pageText(code, registry))
  return Exit.done
}
