import type { Report } from '../../../kb/condition.ts'
import { allFacts, type KnowledgeBase } from '../../../kb/model.ts'
import type { EventFile, EventRef, SeenOnce } from '../../../kb/shapes.ts'
import { didYouMean } from '../../../kb/suggest.ts'
import { eventWith, symptomWith } from '../example-files.ts'
import { type Checks, page, pageOf } from '../model.ts'

const seen = (more: string) => symptomWith({ 'seen-as': `{ event: blank-page, at-least: 2, within-minutes: 5${more} }` })
const look = "['Mar  4 02:13:07 host mail[1]: I saw a blank page from tray 2']"

/** Patterns, their example lines, and what facts count of them. */
export const events: Checks = {
  pages: {
    'pattern-unnamed-group': pageOf(
      'warning',
      'A pattern captures a value without a name',
      'A value without a name cannot be used. Write (?<name>…) to keep it, or (?:…) to group only.',
      ...eventWith({ pattern: '§' }),
      "'blank (page|sheet) from tray (?<tray>\\d+)'",
      "'blank (?:page|sheet) from tray (?<tray>\\d+)'",
    ),
    'pattern-starts-loose': pageOf(
      'warning',
      'A pattern begins or ends with "anything"',
      '".*" at an end finds nothing more and makes the search slower: a pattern is looked for anywhere in the line anyway.',
      ...eventWith({ pattern: '§' }),
      "'.*blank page from tray (?<tray>\\d+)'",
      "'blank page from tray (?<tray>\\d+)'",
    ),
    'pattern-bracketed-word': pageOf(
      'warning',
      'A word in square brackets stands for one letter',
      'In a pattern [error] means one of the letters e, r, o. For the bracket itself write \\[ and \\].',
      ...eventWith({ pattern: '§', matches: "['Mar  4 02:13:07 host lpd[1]: [page] blank page from tray 2']" }),
      "'[page].* blank page from tray (?<tray>\\d+)'",
      "'\\[page\\] blank page from tray (?<tray>\\d+)'",
    ),
    'pattern-short-text': pageOf(
      'info',
      'The text that is always there is very short',
      'Logs are searched for the fixed text of a pattern first. Below six letters many other lines have to be looked at too.',
      ...eventWith({ pattern: '§' }),
      "'page .*tray (?<tray>\\d+)'",
      "'page from tray (?<tray>\\d+)'",
    ),
    'look-alike-proves-nothing': pageOf(
      'info',
      'A look-alike line looks like nothing the pattern finds',
      'Under "ignores" stand lines that could be mistaken: with the same words, from another program or with another meaning. A line without those words proves nothing.',
      ...eventWith({ ignores: '§' }),
      "['Mar  4 02:13:07 host kernel: link is up']",
      look,
    ),
    'unknown-capture': pageOf(
      'error',
      'A value is named that no form captures',
      'What counts, groups or compares a captured value does nothing when no form captures it: the fact is then never, or always, seen.',
      ...seen(', same: §'),
      'trey',
      'tray',
    ),
    'window-without-count': pageOf(
      'warning',
      'A time window holds one event only',
      '"within-minutes" says how close together several events must be. For a single event it does nothing; most likely "at-least" is missing.',
      ...symptomWith({ 'seen-as': '{ event: blank-page, within-minutes: 5§ }' }),
      '',
      ', at-least: 2',
    ),
    'length-without-sequence': pageOf(
      'warning',
      'A length without a sequence does nothing',
      '"at-least-minutes" says how long a sequence lasts, from its first event to its last. One kind of event has no such length.',
      ...symptomWith({ 'seen-as': '{ event: blank-page, at-least: 2§ }' }),
      ', at-least-minutes: 30',
      '',
    ),
    'window-without-time': pageOf(
      'error',
      'What has no time cannot lie in a window',
      '"undated" counts only events without a time, "within-minutes" only those with one: together they hold for none.',
      ...symptomWith({ 'seen-as': '{ event: blank-page, undated: true, at-least: 2§ }' }),
      ', within-minutes: 5',
      '',
    ),
    'class-never-used': page(
      'warning',
      'A captured value is sorted into classes and no form captures it',
      'The classes do nothing. The name must be that of a captured value.',
      Object.fromEntries([eventWith({}, { classes: '{ trai: [{ match: "1", is: upper }] }' })]),
      Object.fromEntries([eventWith({}, { classes: '{ tray: [{ match: "1", is: upper }] }' })]),
    ),
  },
  file({ folder, object }, report) {
    if (folder === 'events') oneEvent(object as EventFile, report)
    if (folder === 'facts' || folder === 'symptoms') windows(object as { 'seen-as'?: SeenOnce | SeenOnce[] }, report)
  },
  base(kb, reportIn) {
    for (const [id, fact] of Object.entries(allFacts(kb)))
      if (fact['seen-as'] !== undefined) seenAs(fact['seen-as'], kb, reportIn(Object.hasOwn(kb.symptoms, id) ? 'symptoms' : 'facts', id))
  },
}

function oneEvent(event: EventFile, report: Report): void {
  const captured = capturesOf(event)
  for (const name of Object.keys(event.classes ?? {}))
    if (!captured.has(name))
      report(
        'class-never-used',
        ['classes', name],
        `no form captures "${name}"`,
        didYouMean(name, [...captured], 'Name a captured value.'),
        true,
      )
  if (event.about !== undefined && !captured.has(event.about))
    report(
      'unknown-capture',
      ['about'],
      `no form captures "${event.about}"`,
      didYouMean(event.about, [...captured], 'Name a captured value.'),
    )
  event['count-once']?.by.forEach((name, i) => {
    if (!captured.has(name) && name !== 'node')
      report(
        'unknown-capture',
        ['count-once', 'by', i],
        `no form captures "${name}"`,
        didYouMean(name, [...captured], 'Name a captured value.'),
      )
  })
  event.forms.forEach((form, i) => {
    onePattern(form.pattern, ['forms', i, 'pattern'], report)
    const words = form.pattern.replace(/\(\?<\w+>|\\./g, ' ').match(/[A-Za-z]{3,}/g) ?? []
    const near = [...words, ...(form.process ?? [])]
    form.ignores.forEach((text, j) => {
      if (words.length > 0 && !near.some(word => text.toLowerCase().includes(word.toLowerCase())))
        report(
          'look-alike-proves-nothing',
          ['forms', i, 'ignores', j],
          'this line has no word of the pattern',
          'Use a line that could be mistaken for the event.',
        )
    })
  })
}

function onePattern(pattern: string, path: (string | number)[], report: Report): void {
  if (!compiles(pattern)) return
  const bare = pattern.replace(/\\./g, 'xx')
  if (/\((?!\?)/.test(bare.replace(/\[(?:[^\]])*\]/g, found => 'x'.repeat(found.length))))
    report('pattern-unnamed-group', path, 'a group captures without a name', 'Write (?<name>…) or (?:…).')
  if (/^\^?\.[*+]/.test(bare) || /\.\*\$?$/.test(bare))
    report(
      'pattern-starts-loose',
      path,
      'the pattern begins or ends with "anything"',
      'Take it away; the pattern is looked for anywhere in the line.',
    )
  const word = [...bare.matchAll(/\[(?!\^)([A-Za-z ]{3,})\]/g)].find(
    ([, letters]) => /[A-Za-z]{3}/.test(letters!) && /^(?:[A-Z]+|[a-z]+) ?$/.test(letters!) && hasVowel(letters!),
  )
  if (word) report('pattern-bracketed-word', path, `${word[0]} stands for one letter`, 'For the brackets themselves write \\[ and \\].')
  const fixed = longestFixed(pattern)
  if (fixed >= 4 && fixed < 6)
    report('pattern-short-text', path, `only ${fixed} letters in a row are always there`, 'Add more of the words around it.')
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}

const hasVowel = (text: string) => /[aeiou]/i.test(text)

/** How many characters in a row any line that is found must hold, roughly: alternatives and what may be missing do not count. */
function longestFixed(pattern: string): number {
  const outside = pattern
    .replace(/\\[.\-[\](){}*+?^$|/]/g, '_')
    .replace(/\\./g, '\u0001')
    .replace(/\[[^\]]*\]/g, '\u0001')
  let flat = outside
  const alternatives: number[] = []
  for (let before = ''; before !== flat; ) {
    before = flat
    flat = flat.replace(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?([^()]*)\)([*?]|\{0)?/g, (_, inner: string, maybe?: string) => {
      if (maybe) return '\u0001'
      if (!inner.includes('|')) return inner
      alternatives.push(Math.min(...inner.split('|').map(runOf)))
      return '\u0001'
    })
  }
  return Math.max(runOf(flat), ...alternatives, 0)
}

const runOf = (text: string) => Math.max(0, ...text.split(/\u0001|.[*?]|\.|\+/).map(part => part.replace(/[\^$]/g, '').length))

function windows(fact: { readonly 'seen-as'?: SeenOnce | SeenOnce[] }, report: Report): void {
  const every = fact['seen-as']
  const list = every === undefined ? [] : [every].flat()
  list.forEach((seen, i) => {
    if (seen.undated && seen['within-minutes'] !== undefined)
      report(
        'window-without-time',
        ['seen-as', ...(Array.isArray(every) ? [i] : []), 'within-minutes'],
        'what has no time cannot lie in a window',
        'Make two entries of it, one with "undated" and one with "within-minutes".',
        true,
      )
    if (seen['at-least-minutes'] !== undefined && seen.sequence === undefined)
      report(
        'length-without-sequence',
        ['seen-as', ...(Array.isArray(every) ? [i] : []), 'at-least-minutes'],
        'only a sequence has a first and a last event',
        'Name both under "sequence", or delete "at-least-minutes".',
        true,
      )
    if (seen['within-minutes'] !== undefined && seen.sequence === undefined && (seen['at-least'] ?? 1) < 2 && alone(seen))
      report(
        'window-without-count',
        ['seen-as', ...(Array.isArray(every) ? [i] : []), 'within-minutes'],
        'one event alone needs no window',
        'Add "at-least", or delete "within-minutes".',
        true,
      )
  })
}

/** With one of these a window does something else too: it asks for lines that tell their time. */
const alone = (seen: SeenOnce) => [seen.without, seen.before, seen['ignore-after']].every(other => other === undefined)

/** The names under which the values of an event can be used. The agent of a resource and its class are looked up in the configuration. */
function capturesOf(event: EventFile): Set<string> {
  const names = event.forms.flatMap(({ pattern, sets }) => [
    ...[...pattern.matchAll(/\(\?<(\w+)>/g)].map(match => match[1]!),
    ...Object.keys(sets ?? {}),
  ])
  return new Set([
    ...names,
    ...Object.keys(event.classes ?? {}).flatMap(name => (names.includes(name) ? [`${name}-text`] : [])),
    ...(names.includes('resource') ? ['agent', 'agent-class', 'agent-by-name'] : []),
  ])
}

function seenAs(every: SeenOnce | readonly SeenOnce[], kb: KnowledgeBase, report: Report): void {
  ;([every].flat() as SeenOnce[]).forEach((seen, i) => {
    const path = ['seen-as', ...(Array.isArray(every) ? [i] : [])]
    const check = (name: string, eventIds: readonly string[], here: (string | number)[], atKey = false) => {
      const known = new Set(eventIds.flatMap(id => (Object.hasOwn(kb.events, id) ? [...capturesOf(kb.events[id]!)] : [])))
      if (name !== 'node' && !known.has(name))
        report(
          'unknown-capture',
          here,
          `no form of ${eventIds.join(' or ')} captures "${name}"`,
          didYouMean(name, ['node', ...known], known.size > 0 ? `Captured: ${[...known].join(', ')}.` : 'Nothing is captured there.'),
          atKey,
        )
    }
    const refs = (ref: EventRef): [string, object][] => (typeof ref === 'string' ? [[ref, {}]] : Object.entries(ref))
    const own = seen.event !== undefined ? [seen.event] : (seen.sequence ?? []).flatMap(ref => refs(ref).map(([id]) => id))
    for (const name of Object.keys(seen.where ?? {})) check(name, own, [...path, 'where', name], true)
    if (seen.distinct !== undefined) check(seen.distinct, own, [...path, 'distinct'])
    ;[seen.same ?? []].flat().forEach(name => void check(name, own, [...path, 'same']))
    const wheres: [EventRef, (string | number)[]][] = [
      ...(seen.sequence ?? []).map((ref, j): [EventRef, (string | number)[]] => [ref, [...path, 'sequence', j]]),
      ...[seen.without ?? []].flat().map((ref): [EventRef, (string | number)[]] => [ref, [...path, 'without']]),
      ...(seen.before === undefined ? [] : [[seen.before, [...path, 'before']] as [EventRef, (string | number)[]]]),
    ]
    for (const [ref, here] of wheres)
      for (const [id, where] of refs(ref)) for (const name of Object.keys(where)) check(name, [id], [...here, id, name], true)
  })
}
