import { dropped } from './secret-commands.ts'
import { noWord, surely } from './secret-words.ts'

/**
 * Secrets on the line below the one that names them. Patterns are written as in secret-pattern.ts: the collector's sed takes
 * the same ones.
 */

/** One line follows: a name and its value of a list, of XML, or a value of YAML that was moved below. */
export interface Below {
  readonly id: string
  /** The line before, in any case. */
  readonly names: string
  readonly secret: string
  /** `$1` is the first group. */
  readonly to: string
}

const called = `[^"':#<]{0,80}(${surely}|pwd)[^"':<]{0,80}`
const notDropped = `([^\\s[]|\\[[^d])`
export const below: readonly Below[] = [
  {
    id: 'name',
    names: `^[\\s{,-]*["']?(name|key|id|property)["']?\\s*[:=]\\s*["']?${called}["']?,?\\s*$`,
    secret: `^([\\s,-]*["']?(value|val|data|text)["']?\\s*[:=]\\s*)${notDropped}.*$`,
    to: `$1${dropped}`,
  },
  { id: 'tag', names: `<(name|key)>${called}</(name|key)>\\s*$`, secret: `^(\\s*<(value|string)>)[^<]+`, to: `$1${dropped}` },
  {
    id: 'block',
    names: `^[\\s-]*["']?[\\w.-]{0,80}(${surely}|pwd)[\\w.-]{0,80}["']?\\s*:\\s*[|>][+-]?\\s*$`,
    secret: `^(\\s+)${notDropped}\\S*\\s*$`,
    to: `$1${dropped}`,
  },
  {
    id: 'moved',
    names: `^[\\s-]*["']?[\\w.-]{0,80}(${surely}|pwd)[\\w.-]{0,80}["']?\\s*:\\s*$`,
    secret: `^(\\s+)("[^"]+"|'[^']+'|${noWord})\\s*$`,
    to: `$1${dropped}`,
  },
]

/** What a shell hands to these comes on the lines below, up to a word: the third group. */
export const handed = {
  begins: `(chpasswd|newusers|passwd\\s[^|;&]{0,80}--stdin|smbpasswd\\s[^|;&]{0,80}-\\w*s)([^|;&<]{0,80}<<-?\\s*["'\\\\]?)(\\w+)`,
  /** A log that was cut off there goes on with lines that hold blanks. */
  word: '^\\s*[^\\s:]+(:[^\\s].*|\\s*)$',
}

/** A dot is any character, as for sed: a line of Windows ends with one that it would not be. */
const rules = below.map(({ names, secret, to }) => ({ names: new RegExp(names, 'i'), secret: new RegExp(secret, 'is'), to }))
const begins = new RegExp(handed.begins)
const word = new RegExp(handed.word, 's')

/** Takes the lines of one file in their order, and the secrets that stand below their names out of them. `mayName`: whether a line is worth a look. */
export function secretsBelow(mayName: (line: string) => boolean): (line: string) => string {
  let waiting: (typeof rules)[number] | undefined
  let end: string | undefined
  return line => {
    if (end !== undefined) {
      if (line.trim() !== end && word.test(line)) return line.replace(/^(\s*(?:[^\s:]+:)?).*$/s, `$1${dropped}`)
      end = undefined
    }
    const shown = waiting ? line.replace(waiting.secret, waiting.to) : line
    waiting = undefined
    if (mayName(line)) {
      end = begins.exec(line)?.[3]
      waiting = rules.find(({ names }) => names.test(line))
    }
    return shown
  }
}
