import type { Report } from './condition.ts'
import type { EventFile, VendorFile } from './shapes.ts'

/** How the log scanner reads patterns; given from outside because it comes later in the flow. */
export interface PatternTools {
  readonly literals: (pattern: string) => readonly string[] | undefined
  /** What a form captures from a whole log line, as the log scanner does it. */
  readonly match: (form: EventFile['forms'][number], line: string) => object | undefined
  /** Whether one line could keep a pattern busy without end: such a pattern is tried on nothing. */
  readonly endless?: (pattern: string) => boolean
  /** Such a pattern is told here; left out where it is told later, with a line that shows it. */
  readonly refuseEndless?: boolean
}

const minimum = 4

/** Patterns compile, can be searched for fast, and do what their example lines say. */
export function checkEvent(event: EventFile, report: Report, tools: PatternTools): void {
  const { literals, match } = tools
  for (const [name, classes] of Object.entries(event.classes ?? {}))
    classes.forEach(({ match }, i) => void usable(match, report, ['classes', name, i, 'match'], tools))
  event.forms.forEach((form, i) => {
    const pattern = usable(form.pattern, report, ['forms', i, 'pattern'], tools)
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
export function checkSays({ says = [] }: VendorFile, report: Report, tools: PatternTools): void {
  says.forEach(({ pattern: source, matches, ignores }, i) => {
    const pattern = usable(source, report, ['says', i, 'pattern'], tools)
    if (!pattern) return
    if (!tools.literals(source)?.length)
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

/** The pattern, when it compiles and may be tried on lines. */
function usable(source: string, report: Report, path: readonly (string | number)[], tools: PatternTools): RegExp | undefined {
  const pattern = compile(source, report, path)
  if (!pattern || !tools.endless?.(source)) return pattern
  if (tools.refuseEndless)
    report(
      'pattern-backtracks',
      path,
      'the pattern can read the same text in more and more ways: one long line could stop avert for hours',
      'Let each repetition begin or end with something that cannot stand inside it; "avert kb lint" shows a line.',
    )
  return undefined
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
