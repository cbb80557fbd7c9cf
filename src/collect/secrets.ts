import { below, handed } from '../case/secret-below.ts'
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
    ...fromAbove(),
    // The lines of a key over several lines look like nothing by themselves.
    `/-----BEGIN[A-Z ]* KEY-----/,/-----END/s~^[[:space:]]*[A-Za-z0-9+/]{4,}=*[[:space:]]*$~${dropped}~`,
    unless(`${posix(hint.plain)}|${posix(hint.anyCase, true)}`),
    ...toBelow(),
    `s~-----BEGIN[A-Z ]* KEY-----.*~${dropped}~`,
    ...numbered(first, 'f'),
    unless(posix(commands.hint), 'rest'),
    ...numbered(commands.rules, 'c'),
    ':rest',
    ...numbered(settings, 's'),
  ]
}

/** The hold space keeps what the line before says of this one. */
const mark = 'avert:'
const clear = ['x', 's~.*~~', 'x']

function fromAbove(): string[] {
  const whole = posix(handed.word).slice(1)
  return [
    'x',
    `/^${mark}/!{`,
    'x',
    'b here',
    '}',
    'G',
    `/^${mark}handed [A-Za-z0-9_]*\\n/{`,
    `/^${mark}handed ([A-Za-z0-9_]*)\\n[[:space:]]*\\1[[:space:]]*$/b above`,
    `/^${mark}handed [A-Za-z0-9_]*\\n${whole}/!b above`,
    'h',
    's~\\n.*~~',
    'x',
    `s~^${mark}handed [A-Za-z0-9_]*\\n([[:space:]]*([^[:space:]:]+:)?).*~\\1${dropped}~`,
    'b',
    '}',
    ...below.map(({ id, secret, to }) => `s~^${mark}${id}\\n${posix(secret.slice(1), true)}~${to.replace('$', '\\')}~`),
    ':above',
    `s~^${mark}[a-z]*( [A-Za-z0-9_]*)?\\n~~`,
    ...clear,
    ':here',
  ]
}

/** Only after the hints: no other line names a secret. */
function toBelow(): string[] {
  const begins = posix(handed.begins)
  return [
    ...below.flatMap(({ id, names }) => [`/${posix(names, true).replaceAll('/', '\\/')}/{`, 'h', `s~.*~${mark}${id}~`, 'x', '}']),
    `/${begins}/{`,
    'h',
    `s~.*${begins}.*~${mark}handed \\3~`,
    'x',
    '}',
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
