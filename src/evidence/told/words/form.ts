/**
 * The words of one language: alternatives with a bar between them, as people write them; `*` stands for any ending. All tables have the
 * same fields. A field that a language has no need of is left out.
 */
export interface Words {
  /** It is stuck. */
  readonly hangs: string
  /** It gives nothing back. */
  readonly silent: string
  /** It takes too long, said without a number. */
  readonly slow: string
  /** The verb before or behind how long it took. */
  readonly lasts: string
  /** It is back, or done. */
  readonly answers: string
  readonly second: string
  readonly minute: string
  readonly hour: string
  /** Numbers in words, each with a colon and its value: `two:2`. */
  readonly numbers: string
  readonly half: string
  /** Behind a number or behind its unit. */
  readonly andHalf: string
  /** What is a measure by itself, with a colon and its seconds. */
  readonly spans?: string
  /** Several, a few. */
  readonly several: string
  /** Between the two numbers of a range. */
  readonly to: string
  /** Between the minutes and the seconds. */
  readonly and: string
  /** Before a number that is a bound from above: it may have been nothing. */
  readonly less: string
  /** The same behind it. */
  readonly within?: string
  /** Before a number: about, more than. */
  readonly about: string
  /** How long ago, before the number and behind it. */
  readonly agoBefore?: string
  readonly ago?: string
  readonly every: string
  /** How it was before, or is elsewhere than here. */
  readonly usual: string
  /** It is not so. */
  readonly not: string
  readonly login: string
  /** What else may take its time, and takes the verb away from what stands before it. */
  readonly others: string
  /** Before what else there is: then it is only the time or the place. */
  readonly during: string
  readonly began: string
  readonly ended: string
  readonly from: string
  readonly until: string
  readonly stop: string
  readonly start: string
  readonly exceeded: string
  /** What it exceeded, or what ran out. */
  readonly limit: string
  readonly fails: string
  readonly fenced: string
}

/** Two and more beside each other that go on with any ending. */
const run = /(?<=^|\|)[^|()[\]\\*]+\*(?:\|[^|()[\]\\*]+\*)+(?=\||$)/g

/** Words as a pattern. Those beside each other share one ending: a pattern costs by its classes of letters when it is compiled. */
export const withEndings = (words: string): string =>
  words.replace(run, several => `(?:${several.slice(0, -1).replaceAll('*|', '|')})*`).replace(/\*/g, String.raw`\p{L}{0,14}`)

/** Letters of alphabets; words of Chinese, Japanese and Korean stand beside others without a blank. */
export const letter = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]`

/**
 * A pattern for any word of these lists, of which each has the words with blanks between them first and those without (Chinese, Japanese,
 * Korean) second; it is to be used with the flags `iu`.
 */
export function patternOf(...lists: readonly (readonly [string, string])[]): string {
  const [spaced, unspaced] = [0, 1].map(i =>
    lists
      .map(list => list[i])
      .filter(Boolean)
      .join('|'),
  )
  return `(?:(?<!${letter})(?:${withEndings(spaced!)})(?!${letter})${unspaced ? `|${unspaced}` : ''})`
}
