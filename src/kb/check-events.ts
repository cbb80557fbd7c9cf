import type { Report } from './condition.ts'
import type { EventFile } from './shapes.ts'

/** Tells the literals of which every match holds one; given from outside because the log scanner decides what it needs. */
export type MandatoryLiterals = (pattern: string) => readonly string[] | undefined

const minimum = 4

/** Patterns compile, can be searched for fast, and do what their example lines say. */
export function checkEvent(event: EventFile, report: Report, literals: MandatoryLiterals): void {
  for (const [name, classes] of Object.entries(event.classes ?? {}))
    classes.forEach(({ match }, i) => void compile(match, report, ['classes', name, i, 'match']))
  event.forms.forEach((form, i) => {
    const pattern = compile(form.pattern, report, ['forms', i, 'pattern'])
    if (!pattern) return
    const found = literals(form.pattern)
    if (!found || found.length === 0 || found.some(literal => literal.length < minimum))
      report('pattern-without-literal', ['forms', i, 'pattern'], `the pattern has no text of at least ${minimum} characters that is always there`, 'Add some of the words around it, so that logs can be searched fast.')
    form.matches.forEach((line, j) => {
      if (!pattern.test(line)) report('example-not-matched', ['forms', i, 'matches', j], 'the pattern does not match this line', 'Mend the pattern or the line.')
    })
    const programs = form.process
    form.ignores.forEach((line, j) => {
      const excluded = programs !== undefined && !programs.some(program => new RegExp(`(?:^|[\\s/])${escape(program)}(?:\\[|\\s|:)`).test(line))
      if (pattern.test(line) && !excluded) report('look-alike-matched', ['forms', i, 'ignores', j], 'the pattern matches this line, which it must ignore', 'Make the pattern stricter, or name the program under "process".')
    })
  })
}

function compile(source: string, report: Report, path: readonly (string | number)[]): RegExp | undefined {
  try {
    return new RegExp(source)
  } catch (error) {
    const why = (error as Error).message.replace(/^Invalid regular expression: \/.*\/\w*: /, '')
    report('bad-pattern', path, `not a regular expression: ${why.charAt(0).toLowerCase()}${why.slice(1)}`, 'Escape special characters with a backslash; name groups like (?<node>\\S+).')
    return undefined
  }
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
