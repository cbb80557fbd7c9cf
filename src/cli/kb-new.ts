import { accessSync, constants, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { formatProblem } from '../kb/problem.ts'
import { type RuleFile, readBase } from '../kb/read.ts'
import { didYouMean } from '../kb/suggest.ts'
import { shellQuote } from '../plan/shell.ts'
import { type Kind, kinds, needsOf, type Told } from '../workshop/scaffold/needs.ts'
import { pathOf, type Scaffold, scaffold } from '../workshop/scaffold/scaffold.ts'
import { authorFolders, shippedFolder } from './base.ts'
import { Exit } from './exit.ts'
import { cannotWrite, type Io, UserError } from './io.ts'
import { filesOf, patternTools, readFolders, withShipped } from './read-folder.ts'

export type NewOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>> & {
  readonly kb?: string
  readonly input: boolean
}

/** Writes a new object with what uses it and a case to fill in. Nothing is written unless the whole base still loads. */
export async function newCommand(typed: string, id: string, options: NewOptions, io: Io): Promise<number> {
  const kind = kinds.find(known => known === typed)
  if (kind === undefined)
    throw fail(
      `unknown-kind: there is no kind "${typed.slice(0, 80)}"`,
      typed === 'fact'
        ? 'What people are asked is a symptom, what a log tells an event; for a fact derived from others copy one of facts/ that has "derive".'
        : didYouMean(typed, kinds, `Kinds: ${kinds.join(', ')}.`),
    )
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 80)
    throw fail(`wrong-id: "${id.slice(0, 80)}" cannot be an id`, 'Use small letters, digits and single hyphens.')
  const folder = options.kb ?? authorFolders(undefined, io)?.[0]
  if (folder === undefined)
    throw new UserError(Exit.base, [
      'no-base: there is no rules/kb.yaml here, and nothing is written into the shipped base',
      `  hint: Name the folder of your base with --kb, or take a copy: cp -r ${shellQuote(shippedFolder)} rules`,
    ])
  const layers = withShipped([folder], shippedFolder)
  const base = readFolders(layers)
  if (!('kb' in base)) throw new UserError(Exit.base, base.problems.map(formatProblem))
  const { kb } = base
  const told = await tellAll(kind, needsOf(kind, kb), options, io)
  const { files } = filesOf(layers)
  const textOf = (path: string) => {
    const file = files.find(one => one.path === path)
    return file === undefined ? undefined : typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content)
  }
  const hasSchemas = existsSync(join(folder, '.schema'))
  const made = scaffold(kind, id, told, {
    kb,
    textOf,
    schemaLine: shape => (hasSchemas ? `# yaml-language-server: $schema=../.schema/${shape}.json\n` : ''),
  })
  if ('message' in made) throw fail(`cannot-add: ${made.message}`, made.hint)
  const taken = [...made.created.keys()].flatMap(path =>
    existsSync(join(folder, path)) ? join(folder, path) : (files.find(file => file.path === path)?.shown ?? []),
  )
  if (taken.length > 0)
    throw new UserError(Exit.input, [
      `file-exists: ${taken.join(', ')} ${taken.length === 1 ? 'exists' : 'exist'} already`,
      '  hint: Choose another id; nothing was written.',
    ])
  const after = readBase(withChanges(files, made, folder), 'sha256:new', patternTools)
  if (!after.kb) throw new UserError(Exit.input, [...after.problems.map(formatProblem), 'nothing was written'])
  write(folder, made)
  for (const path of made.created.keys()) io.out(`wrote ${join(folder, path)}`)
  for (const path of made.changed.keys()) {
    const was = files.find(file => file.path === path)?.shown
    const own = join(folder, path)
    io.out(was === own ? `added to ${own}` : `copied to ${own}, with one entry more: it counts instead of ${was}`)
  }
  io.err(
    `Next: complete ${join(folder, pathOf(kind, id))}, fill in the case, then run\n  avert kb lint ${folder}\n  avert kb test ${id} --kb ${folder}`,
  )
  return Exit.done
}

/** All of it or nothing: half of it would be a base that does not load, and the next try would find the files that are there. */
function write(folder: string, { created, changed }: Scaffold): void {
  const parts = [...created, ...changed].map(([path, text]) => {
    const shown = join(folder, path)
    const target = existsSync(shown) ? realpathSync(shown) : shown
    return { target, text, isNew: !existsSync(shown), aside: `${target}.${process.pid}.tmp` }
  })
  try {
    for (const { target, text, aside } of parts) {
      mkdirSync(dirname(target), { recursive: true })
      const there = existsSync(target)
      if (there) accessSync(target, constants.W_OK)
      writeFileSync(aside, text, there ? { mode: statSync(target).mode } : {})
    }
    for (const { target, aside } of parts) renameSync(aside, target)
  } catch (error) {
    for (const { target, isNew, aside } of parts) {
      rmSync(aside, { force: true })
      if (isNew) rmSync(target, { force: true })
    }
    throw cannotWrite(error, 'Nothing was written; name a base with --kb that you may write to.')
  }
}

function withChanges(files: readonly RuleFile[], { created, changed }: Scaffold, folder: string): RuleFile[] {
  const added = [...created].map(([path, content]): RuleFile => ({ path, shown: join(folder, path), content }))
  return [...files.map(file => (changed.has(file.path) ? { ...file, content: changed.get(file.path)! } : file)), ...added]
}

/** Takes what the options tell and asks for the rest. Without a terminal everything missing is named at once. */
async function tellAll(kind: Kind, needs: ReturnType<typeof needsOf>, options: NewOptions, io: Io): Promise<Told> {
  const told: Record<string, string> = {}
  const wrong: string[] = []
  for (const { key, check } of needs) {
    const given = options[key]
    if (given === undefined || typeof given === 'boolean') continue
    const answer = typeof given === 'string' ? given : given.join(' ')
    const problem = check(answer)
    if (problem) wrong.push(`wrong-value: ${problem.message}`, `  hint: ${problem.hint}`)
    told[key] = answer
  }
  if (wrong.length > 0) throw new UserError(Exit.usage, wrong)
  const open = needs.filter(({ key }) => told[key] === undefined)
  if (open.length === 0) return told
  if (!io.interactive || !options.input) {
    const missing = open.filter(({ otherwise }) => otherwise === undefined)
    if (missing.length > 0)
      throw fail(
        `missing-options: a new ${kind} needs ${missing.map(({ key }) => `--${key}`).join(', ')}`,
        missing.map(({ key, ask }) => `--${key}: ${ask}`).join(' '),
      )
    return { ...told, ...Object.fromEntries(open.map(({ key, otherwise }) => [key, otherwise!])) }
  }
  return ask(open, told, io)
}

async function ask(open: ReturnType<typeof needsOf>, told: Record<string, string>, io: Io): Promise<Told> {
  const lines = createInterface({ input: io.stdin, output: io.stderr })
  const ended = new Promise<never>((_, reject) => {
    lines.on('close', () => reject(new UserError(Exit.stopped, ['stopped: nothing was written'])))
    lines.on('SIGINT', () => lines.close())
  })
  ended.catch(() => {})
  try {
    for (const { key, ask: question, otherwise, check } of open)
      while (told[key] === undefined) {
        const typed = (
          await Promise.race([lines.question(`${question}${otherwise === undefined ? '' : ` [${otherwise}]`} `), ended])
        ).trim()
        const answer = typed === '' && otherwise !== undefined ? otherwise : typed
        const problem = check(answer)
        if (problem) io.err(`  ${problem.message}. ${problem.hint}`)
        else told[key] = answer
      }
    return told
  } finally {
    lines.close()
  }
}

const fail = (message: string, hint: string) => new UserError(Exit.usage, [message, `  hint: ${hint}`])
