import type { Report } from './condition.ts'
import type { EventFile, VendorFile } from './shapes.ts'

/** How the log scanner reads patterns; given from outside because it comes later in the flow. */
export interface PatternTools {
  readonly literals: (pattern: string) => readonly string[] | undefined
  /** What a form captures from a whole log line, as the log scanner does it. */
  readonly match: (form: EventFile['forms'][number], line: string) => object | undefined
}

const minimum = 4

/** Patterns compile, can be searched for fast, and do what their example lines say. */
export function checkEvent(event: EventFile, report: Report, { literals, match }: PatternTools): void {
  for (const [name, classes] of Object.entries(event.classes ?? {}))
    classes.forEach(({ match }, i) => void compile(match, report, ['classes', name, i, 'match']))
  event.forms.forEach((form, i) => {
    const pattern = compile(form.pattern, report, ['forms', i, 'pattern'])
    if (!pattern) return
    const found = literals(form.pattern)
    if (!found || found.length === 0 || found.some(literal => literal.length < minimum))
      report(
        'pattern-without-literal',
        ['forms', i, 'pattern'],
        `the pattern has no text of at least ${minimum} characters that is always there`,
        'Add some of the words around it, so that logs can be searched fast.',
      )
    form.matches.forEach((line, j) => {
      if (!match(form, line))
        report('example-not-matched', ['forms', i, 'matches', j], 'the pattern does not match this line', 'Mend the pattern or the line.')
    })
    form.ignores.forEach((line, j) => {
      if (match(form, line))
        report(
          'look-alike-matched',
          ['forms', i, 'ignores', j],
          'the pattern matches this line, which it must ignore',
          'Make the pattern stricter, or name the program under "process".',
        )
    })
  })
}

/** The same for what a product's own commands print: each line is tried as it stands. */
export function checkSays({ says = [] }: VendorFile, report: Report, { literals }: PatternTools): void {
  says.forEach(({ pattern: source, matches, ignores }, i) => {
    const pattern = compile(source, report, ['says', i, 'pattern'])
    if (!pattern) return
    if (!literals(source)?.length)
      report(
        'pattern-without-literal',
        ['says', i, 'pattern'],
        `the pattern has no text of at least ${minimum} characters that is always there`,
        'Add some of the words around it, so that texts can be searched fast.',
      )
    matches.forEach((line, j) => {
      if (!pattern.test(line))
        report('example-not-matched', ['says', i, 'matches', j], 'the pattern does not match this line', 'Mend the pattern or the line.')
    })
    ignores.forEach((line, j) => {
      if (pattern.test(line))
        report('look-alike-matched', ['says', i, 'ignores', j], 'the pattern matches this line, which it must ignore', 'Make it stricter.')
    })
  })
}

function compile(source: string, report: Report, path: readonly (string | number)[]): RegExp | undefined {
  try {
    return new RegExp(source)
  } catch (error) {
    const why = (error as Error).message.replace(/^Invalid regular expression: \/.*\/\w*: /, '')
    report(
      'bad-pattern',
      path,
      `not a regular expression: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
      'Escape special characters with a backslash; name groups like (?<node>\\S+).',
    )
    return undefined
  }
}
