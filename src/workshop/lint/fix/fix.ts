import { isDeepStrictEqual } from 'node:util'
import { parseDocument } from 'yaml'
import type { RuleFile } from '../../../kb/read.ts'
import { shapeNames } from '../../../kb/vocabulary.ts'
import type { PlacedFinding } from '../../finding.ts'
import { inOrder } from './order.ts'

/** What was mended in one file. */
export interface Mended {
  readonly file: RuleFile
  readonly text: string
  readonly codes: readonly string[]
}

/** A change of the text that should leave what the file says as it is. */
type Mend = (text: string, findings: readonly PlacedFinding[], path: string) => string

/** In the order in which they are tried: first what moves no line. */
const mends: Readonly<Record<string, Mend>> = {
  'byte-order-mark': text => text.replace(/^\uFEFF/, ''),
  'windows-line-endings': text => text.replaceAll('\r\n', '\n'),
  'trailing-spaces': (text, findings) => {
    const lines = new Set(findings.map(({ line }) => line))
    return text
      .split('\n')
      .map((line, i) => (lines.has(i + 1) ? line.replace(/[ \t]+(?=\r?$)/, '') : line))
      .join('\n')
  },
  'no-final-newline': text => (text === '' || text.endsWith('\n') ? text : `${text}\n`),
  'ambiguous-word': (text, findings) =>
    inPlace(text, findings, (rest, finding) => {
      const word = /does not take|do not take/.test(finding.message) ? /"([^"]+)"/.exec(finding.message)?.[1] : undefined
      return word !== undefined && rest.startsWith(word) ? [word.length, `'${word}'`] : undefined
    }),
  'key-order': (text, _, path) => inOrder(text, path),
  'no-schema-line': (text, _, path) => `# yaml-language-server: $schema=${schemaOf(path)}\n${text}`,
}

const schemaOf = (path: string) => {
  const [folder, name] = path.split('/') as [string, string | undefined]
  return name === undefined
    ? `.schema/${folder.replace(/\.ya?ml$/, '')}.json`
    : `../.schema/${shapeNames[folder as keyof typeof shapeNames]}.json`
}

/**
 * Mends what is safe to mend. After every change the file is read again: when it no longer says the same, the change is
 * not made. The one exception is the new name of a renamed fact, where the file did not load before.
 */
export function fixFile(file: RuleFile, findings: readonly PlacedFinding[]): Mended | undefined {
  const original = typeof file.content === 'string' ? file.content : decode(file.content)
  if (original === undefined) return undefined
  const own = findings.filter(finding => finding.file === file.shown)
  const codes: string[] = []
  let text = original
  for (const [code, mend] of Object.entries(mends)) {
    const matching = own.filter(finding => finding.code === code)
    if (matching.length === 0) continue
    const mended = mendAll(text, matching, file.path, mend)
    if (mended === text) continue
    text = mended
    codes.push(code)
  }
  const renamed = own.filter(({ code, hint }) => code === 'unknown-fact' && newName.test(hint))
  // Places are those of the original text, so new names are only put in where nothing else has moved.
  if (renamed.length > 0 && text === original) {
    text = inPlace(text, renamed, (rest, { message, hint }) => {
      const was = /"([^"]+)"/.exec(message)?.[1]
      const now = newName.exec(hint)?.[1]
      return was !== undefined && now !== undefined && rest.startsWith(was) && !/^[\w-]/.test(rest.slice(was.length))
        ? [was.length, now]
        : undefined
    })
    if (text !== original) codes.push('unknown-fact')
  }
  return text === original ? undefined : { file, text, codes }
}

/** All at once; where that would change the meaning, those that do not, one by one. */
function mendAll(text: string, findings: readonly PlacedFinding[], path: string, mend: Mend): string {
  const mended = mend(text, findings, path)
  if (saysTheSame(text, mended)) return mended
  return findings.reduce((soFar, finding) => {
    const next = mend(soFar, [finding], path)
    return saysTheSame(soFar, next) ? next : soFar
  }, text)
}

const newName = /^It is called "([^"]+)" now\.$/

function decode(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return undefined
  }
}

/** Replaces what stands at the places of findings, last place first, so that earlier places stay right. */
function inPlace(
  text: string,
  findings: readonly PlacedFinding[],
  change: (rest: string, finding: PlacedFinding) => readonly [length: number, by: string] | undefined,
): string {
  const lines = text.split('\n')
  for (const finding of [...findings].sort((a, b) => b.line - a.line || b.column - a.column)) {
    const line = lines[finding.line - 1]
    const made = line === undefined ? undefined : change(line.slice(finding.column - 1), finding)
    if (line === undefined || !made) continue
    lines[finding.line - 1] = line.slice(0, finding.column - 1) + made[1] + line.slice(finding.column - 1 + made[0])
  }
  return lines.join('\n')
}

/** The same values and as many comments. The order of keys may differ. */
function saysTheSame(before: string, after: string): boolean {
  const [a, b] = [before, after].map(text => parseDocument(text, { prettyErrors: false }))
  if (a!.errors.length > 0 || b!.errors.length > 0) return false
  return isDeepStrictEqual(a!.toJS(), b!.toJS()) && remarks(before).every(remark => after.includes(remark))
}

const remarks = (text: string) => text.match(/(?:^|\s)#.*$/gm)?.map(remark => remark.trim()) ?? []
