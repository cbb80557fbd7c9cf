import { dropped } from '../case/secret-commands.ts'
import { forSed, posix, type SecretRule } from '../case/secret-pattern.ts'
import { type SecretPlace, secretRules } from '../case/secret-rules.ts'
import { shellQuote } from '../plan/shell.ts'

export type Filter = Exclude<SecretPlace, 'read'>
/** Bytes of a line that are kept: what runs is named at its beginning, and no line of a log that tells something is longer. */
const longestLine = 4000
const filters: readonly Filter[] = ['text', 'settings', 'arguments', 'corosync', 'xml']

const quotedCommands = (lines: readonly string[]): string => lines.map(line => `\\\n    -e ${shellQuote(line)}`).join(' ')
const numbered = (rules: readonly SecretRule[], name: string): string[] => rules.flatMap((rule, i) => forSed(rule, `${name}${i}`))

/** What all filters look for. Most lines end at the first command: sed is not quick. */
function common(): string[] {
  const { hint, first, commands, settings } = secretRules('text')
  const unless = (pattern: string, to = '') => `/${pattern.replaceAll('/', '\\/')}/!b${to}`
  return [
    // The lines of a key over several lines look like nothing by themselves.
    `/-----BEGIN[A-Z ]* KEY-----/,/-----END/s~^[[:space:]]*[A-Za-z0-9+/]{4,}=*[[:space:]]*$~${dropped}~`,
    unless(`${posix(hint.plain)}|${posix(hint.anyCase, true)}`),
    `s~-----BEGIN[A-Z ]* KEY-----.*~${dropped}~`,
    ...numbered(first, 'f'),
    unless(posix(commands.hint), 'rest'),
    ...numbered(commands.rules, 'c'),
    ':rest',
    ...numbered(settings, 's'),
  ]
}

/** The filters by which everything passes before it is written, each a shell function: no raw text ever reaches a disk. */
export function filterFunctions(): string {
  const own = (filter: Filter) => numbered(secretRules(filter).own, 'o')
  return [
    // sed takes minutes for a line of 100 KB, and its time would be taken for that of the command: a hang that never was.
    `hide_and() {\n  cut -b 1-${longestLine} | sed -E ${quotedCommands(common())} \\\n    "$@"\n}\n`,
    ...filters.map(name => `hide_${name}() {\n  hide_and ${quotedCommands(own(name))}\n}\n`),
  ].join('\n')
}
