import type { KnowledgeBase } from '../../kb/model.ts'
import type { EventFile } from '../../kb/shapes.ts'
import { hasPlace, type LineParts, splitRawLine } from '../lines/prefix.ts'
import { knownLiterals, mandatoryLiterals, shortestLiteral } from './literal.ts'
import { isOrdinary } from './ordinary-text.ts'
import { createPrefilter, type Prefilter, type PrefilterMaker } from './prefilter.ts'

export type LogKind = EventFile['in'][number]
type FormFile = Pick<EventFile['forms'][number], 'pattern' | 'process' | 'sets'>

/** One form of an event, ready to be tried. */
interface Form {
  readonly kind: string
  readonly event: EventFile
  /** Whether the pattern may be in a line, before the line is split: false is certain. */
  readonly mayBeIn: (line: string) => boolean
  readonly test: (parts: LineParts, line: string, literals: readonly string[]) => Record<string, string> | undefined
}

/** What was found in one line. */
export interface Match {
  readonly kind: string
  readonly event: EventFile
  readonly values: Readonly<Record<string, string>>
}

/** All events of a knowledge base, compiled once and used for every file. */
export interface Matcher {
  readonly prefilter: Prefilter
  /** Literals by the index that the prefilter tells. */
  readonly literals: readonly string[]
  /** The index of the literal in lines that say how often another line was repeated. */
  readonly repeatLiteral: number
  /** Event ids whose pattern cannot be used: no regular expression, or nothing to search for. */
  readonly unusable: readonly string[]
  /** Whether a line with these literals may show anything; false is certain and found out quickly. */
  mayMatch(line: string, literals: readonly number[], kind: LogKind): boolean
  /** What a line with these literals shows, each event once, in the order of the knowledge base. */
  match(parts: LineParts, line: string, literals: readonly number[], kind: LogKind): Match[]
}

/** Compiles the events of a knowledge base. `makePrefilter` may be a faster one, where the platform has it. */
export function compileMatcher(kb: Pick<KnowledgeBase, 'events' | 'literals'>, makePrefilter: PrefilterMaker = createPrefilter): Matcher {
  const forms: Form[] = []
  const formsOf = new Map<string, number[]>([[repeatText, []]])
  const unusable = new Set<string>()
  for (const [kind, event] of Object.entries(kb.events)) {
    for (const form of event.forms) {
      const { literals, mayBeIn, test } = compiledForm(form, kb.literals)
      if (!literals) {
        unusable.add(kind)
        continue
      }
      for (const literal of literals.map(searchable)) formsOf.set(literal, [...(formsOf.get(literal) ?? []), forms.length])
      forms.push({ kind, event, mayBeIn, test })
    }
  }
  const literals = [...formsOf.keys()]
  const formIndexes = [...formsOf.values()]
  const encoder = new TextEncoder()

  return {
    prefilter: makePrefilter(literals.map(literal => encoder.encode(literal))),
    literals,
    repeatLiteral: literals.indexOf(repeatText),
    unusable: [...unusable],
    mayMatch(line, found, kind) {
      return found.some(literal =>
        formIndexes[literal]!.some(index => {
          const { event, mayBeIn } = forms[index]!
          return isIn(event, kind) && mayBeIn(line)
        }),
      )
    },
    match(parts, line, found, kind) {
      const texts = found.map(index => literals[index]!)
      const seen = new Map<string, Match>()
      for (const index of [...new Set(found.flatMap(literal => formIndexes[literal]!))].sort((a, b) => a - b)) {
        const form = forms[index]!
        if (seen.has(form.kind) || !isIn(form.event, kind)) continue
        const values = form.test(parts, line, texts)
        if (values) seen.set(form.kind, { kind: form.kind, event: form.event, values })
      }
      return [...seen.values()]
    },
  }
}

/** What one form of an event captures from a whole log line, or undefined when it is not in it: for checking examples. */
export function matchForm(form: FormFile, line: string): Record<string, string> | undefined {
  return formTest(form)(splitRawLine(line), line, mandatoryLiterals(form.pattern) ?? [])
}

const repeatText = 'message repeated '
const isIn = (event: EventFile, kind: LogKind) => kind === 'any-log' || event.in.includes(kind) || event.in.includes('any-log')

interface CompiledForm {
  readonly literals: readonly string[] | undefined
  readonly mayBeIn: ReturnType<typeof quickTest>
  readonly test: ReturnType<typeof formTest>
}
/** Whoever reads many bundles compiles each form once. */
const compiledForms = new WeakMap<FormFile, CompiledForm>()

function compiledForm(form: FormFile, literals: KnowledgeBase['literals']): CompiledForm {
  const known = compiledForms.get(form)
  if (known) return known
  const made = { literals: literalsOf(form, knownLiterals(form.pattern, literals)), mayBeIn: quickTest(form.pattern), test: formTest(form) }
  compiledForms.set(form, made)
  return made
}

/** The name of the program stands in its lines as well; it is looked for when the pattern has only something shorter. */
function literalsOf({ process }: FormFile, own: readonly string[] | undefined): readonly string[] | undefined {
  const shortest = (literals: readonly string[]) => Math.min(...literals.map(({ length }) => length))
  // Lines of dmesg are the kernel's without saying so.
  if (own && process?.includes('corosync')) return own.map(withoutPart)
  const named = process && !process.includes('kernel') && shortest(process) >= 5 && !process.some(isOrdinary)
  return own && named && shortest(own) < 5 ? [...process] : own
}

/** Between the part of corosync that speaks and what it says may stand a place in its source. */
function withoutPart(literal: string): string {
  const said = literal.slice(literal.lastIndexOf('] ') + 2)
  return literal.includes('] ') && said.length >= 5 ? said : literal
}

/**
 * The part of a literal that stands in a journal exported as JSON just as it does elsewhere: there, quotes, backslashes and tabs are
 * written in another way.
 */
function searchable(literal: string): string {
  const pieces = literal.split(/["\\\u0000-\u001f]/)
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best))
  return longest.length >= shortestLiteral ? longest : literal
}

function formTest({ pattern, process, sets }: FormFile): Form['test'] {
  const regex = new RegExp(pattern)
  return (parts, line, literals) => {
    if (process && !process.some(name => isProcess(parts.process, name))) return undefined
    // Some messages are told apart only by the program before them, so that the whole line is tried as well.
    for (const text of parts.message === line ? [line] : [parts.message, line]) {
      for (const part of text.length > longestText ? windows(text, literals) : [text]) {
        const found = regex.exec(part)
        if (found) return { ...sets, ...captured(found.groups) }
      }
    }
    return undefined
  }
}

/**
 * A message is the end of its line, so that a pattern that is not in the line is not in the message; unless it looks at what is
 * before it, or the line is JSON, or too long to be tried as a whole.
 */
function quickTest(pattern: string): Form['mayBeIn'] {
  if (/\^|\(\?<[=!]|\\B/.test(pattern.replace(/\[\^/g, '['))) return () => true
  const regex = new RegExp(pattern)
  return line => line.length > longestText || line.startsWith('{') || regex.test(line) || hasPlace(line)
}

/** `IPaddr2(vip)` is a line of IPaddr2. */
const isProcess = (process: string | undefined, name: string) =>
  process === name ||
  process?.startsWith(`${name}(`) === true ||
  // Each team has its own, `teamd_team0`.
  (name === 'teamd' && process?.startsWith('teamd_') === true) ||
  (process === 'init.scope' && name === 'systemd') ||
  (process?.endsWith('.service') === true && (process === `${name}.service` || (process === 'pacemaker.service' && ofPacemaker.test(name))))

/** `journalctl -o with-unit` names the unit of the daemon instead of the daemon. */
const ofPacemaker = /^(?:pacemaker|crmd|lrmd|cib|attrd|pengine|stonith-ng)/

function captured(groups: Record<string, string | undefined> | undefined): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(groups ?? {})) if (value !== undefined) values[name] = value
  return values
}

const longestText = 4096
const windowBefore = 1024
const windowAfter = 2048

/** A pattern may take quadratic time, so that of a long text only the surroundings of its literals are tried. */
function windows(text: string, literals: readonly string[]): string[] {
  return literals.flatMap(literal => {
    const at = text.indexOf(literal)
    if (at === -1) return []
    const [from, to] = [Math.max(0, at - windowBefore), Math.min(text.length, at + literal.length + windowAfter)]
    // The dots keep ^ and $ from holding where the text was cut.
    return [`${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`]
  })
}
