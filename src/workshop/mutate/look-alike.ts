import { matchForm } from '../../evidence/events/matcher.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { EventFile } from '../../kb/shapes.ts'

type Form = EventFile['forms'][number]

/** A line that a loosened form matches and the form itself does not. */
export function lookAlike(kb: KnowledgeBase, was: Form, is: Form): string | undefined {
  const real = Object.values(kb.events).flatMap(({ forms }) => forms.flatMap(({ matches, ignores }) => [...matches, ...ignores]))
  const quick = new RegExp(is.pattern)
  const fits = (line: string) => quick.test(line) && !matchForm(was, line) && matchForm(is, line) !== undefined
  return real.find(fits) ?? was.matches.flatMap(line => [...bent(line, was, is)]).find(fits)
}

/** Lines made from one that matches: another program, another word, a captured value that a guard keeps out. */
function* bent(line: string, was: Form, is: Form): Generator<string> {
  if (was.process && !is.process) for (const name of was.process) yield line.replaceAll(name, 'another')
  const end = line.length
  const words = [...new Set(line.match(/[A-Za-z]{3,}/g) ?? [])]
  for (const word of words) yield line.replace(word, 'another')
  yield `${line} and more`
  yield `${line}x`
  for (const word of words) {
    yield line.replace(word, `x${word}`)
    yield line.replace(word, `${word}x`)
  }
  const found = new RegExp(is.pattern, 'd').exec(line)
  const spans = [...(found?.indices ?? [])].slice(1).filter(span => span !== undefined)
  for (const text of guarded(was.pattern))
    for (const [from, to] of [
      ...spans,
      [end, end] as const,
      ...(found ? [[found.index + found[0].length, found.index + found[0].length] as const] : []),
    ]) {
      yield line.slice(0, from) + text + line.slice(to)
      yield `${line.slice(0, from)}${text}1${line.slice(to)}`
      yield line.slice(0, from) + text + line.slice(from)
    }
}

/** The texts that the guards of a pattern keep out, as far as they are plain. */
function guarded(pattern: string): string[] {
  const guards = [...pattern.matchAll(/\(\?<?!((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)/g)].flatMap(([, inside]) => inside!.split('|'))
  const plain = guards.map(text =>
    text
      .replace(/\\([^\w])/g, '$1')
      .replace(/\\d\+?/g, '1')
      .replace(/\\s\*?/g, ' ')
      .replace(/[\\^$]\w?/g, ''),
  )
  // What stands behind the guarded word may be part of the pattern already.
  return [...new Set(plain.flatMap(text => [text, text.replace(/\W+$/, '')]))]
}
