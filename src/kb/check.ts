import { compileCondition, type Report, renamedHint } from './condition.ts'
import { circles, factsOfRule } from './draft.ts'
import { allFacts, factOf, type KnowledgeBase, settingFacts, unreadable } from './model.ts'
import type { Problem } from './problem.ts'
import type { EventRef, FactFile, SeenOnce, StepFile } from './shapes.ts'
import { didYouMean } from './suggest.ts'
import { checkValue } from './value.ts'
import type { Path, YamlFile } from './yaml-file.ts'

/** Finds the file an object came from, so that a check can speak of paths and leave lines to the file. */
export type FileOf = (folder: string, id: string) => YamlFile | undefined

/** What one file may refer to beyond itself. A check sees plain data and reports all it finds. */
type Check = (kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report) => void

const checks: readonly Check[] = [facts, hypotheses, resolutions, vendors, components, cases, sourcesExist, settings]

/** Everything that only shows when all files are seen together. */
export function crossCheck(kb: KnowledgeBase, fileOf: FileOf): Problem[] {
  const problems: Problem[] = []
  const reportIn =
    (folder: string, id: string): Report =>
    (code, path, message, hint, atKey) => {
      const file = fileOf(folder, id)
      const place = file ? (atKey ? file.keyPlaceOf(path) : file.placeOf(path)) : { file: `${folder}/${id}.yaml`, line: 1, column: 1 }
      problems.push({ code, ...place, message, hint })
    }
  crossCheckPaths(kb, reportIn)
  return problems
}

/** The same, told by object and path. */
export function crossCheckPaths(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  for (const check of checks) check(kb, reportIn)
}

type Kind = 'vendor' | 'fact' | 'event' | 'hypothesis' | 'resolution' | 'source'

const homes: Readonly<Record<Exclude<Kind, 'source'>, string>> = {
  vendor: 'vendors',
  fact: 'facts',
  event: 'events',
  hypothesis: 'hypotheses',
  resolution: 'resolutions',
}

/** The code is `unknown-` and the kind, for instance `unknown-fact`. */
function unknownId(kind: Kind, id: string, known: object, report: Report, path: Path): void {
  if (!Object.hasOwn(known, id))
    report(
      `unknown-${kind}`,
      path,
      `no ${kind} is called "${id}"`,
      didYouMean(
        id,
        Object.keys(known),
        `Add it first: ${kind === 'source' ? 'an entry in sources.yaml' : `a file of that name in ${homes[kind]}/`}.`,
      ),
    )
}

function facts(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  const former = new Map<string, string>()
  const every = allFacts(kb)
  for (const id of Object.keys(kb.facts))
    if (Object.hasOwn(kb.symptoms, id))
      reportIn('facts', id)('duplicate-id', [], `"${id}" is both a symptom and a fact`, 'Rename one of the two.')
  for (const [id, fact] of Object.entries(every)) {
    if (unreadable.has(fact) || (Object.hasOwn(kb.symptoms, id) && Object.hasOwn(kb.facts, id))) continue
    const folder = Object.hasOwn(kb.symptoms, id) ? 'symptoms' : 'facts'
    const report = reportIn(folder, id)
    if (fact.type === 'choice' && fact.choices === undefined)
      report('missing-key', [], '"choices" is missing', 'A fact of type choice needs "choices".')
    if (fact.of !== undefined && fact.type !== 'list')
      report('wrong-value', ['of'], '"of" fits only type list', 'Make the type "list", or delete "of".')
    for (const key of ['min', 'max', 'whole'] as const)
      if (fact[key] !== undefined && fact.type !== 'number')
        report('wrong-value', [key], `"${key}" fits only type number`, `Make the type "number", or delete "${key}".`)
    if (fact.min !== undefined && fact.max !== undefined && fact.min > fact.max)
      report('wrong-value', ['max'], 'no number is at least "min" and at most "max"', 'Make "max" the larger one.')
    if (fact['ask-when'] !== undefined) compileCondition(fact['ask-when'], kb, report, ['ask-when'])
    fact.derive?.forEach((rule, i) => {
      compileCondition(rule.when, kb, report, ['derive', i, 'when'])
      const checked = checkValue(fact, rule.value, kb)
      if ('message' in checked) report('wrong-value', ['derive', i, 'value'], checked.message, checked.hint)
    })
    unique(fact.derive ?? [], report, ['derive'])
    if (fact['seen-as'] !== undefined) seenAs(fact, kb, report)
    for (const [i, old] of (fact.was ?? []).entries()) {
      if (Object.hasOwn(every, old)) report('duplicate-id', ['was', i], `"${old}" is still a fact`, 'A former id must not be in use.')
      const other = former.get(old)
      if (other !== undefined) report('duplicate-id', ['was', i], `"${other}" claims the former id "${old}" too`, 'Keep it in one file.')
      former.set(old, id)
    }
    if (!fact.ask && !fact.derive && !fact['seen-as'] && !fact['read-as'])
      report('fact-never-known', [], 'nothing can set this fact', 'Add ask, seen-as, read-as or derive.')
    if (fact['seen-as'] !== undefined && fact.type !== 'yes-no')
      report('wrong-value', ['seen-as'], '"seen-as" fits only type yes-no', 'Make the type yes-no.')
  }
  cycles(kb, reportIn)
}

function seenAs(fact: FactFile, kb: KnowledgeBase, report: Report): void {
  const { events } = kb
  const each = Array.isArray(fact['seen-as']) ? fact['seen-as'] : [fact['seen-as'] as SeenOnce]
  each.forEach((seen, i) => {
    const path: Path = Array.isArray(fact['seen-as']) ? ['seen-as', i] : ['seen-as']
    if ((seen.event === undefined) === (seen.sequence === undefined))
      report('wrong-shape', path, 'expected either "event" or "sequence"', 'Count one event, or name several in order.')
    if (seen.event !== undefined) unknownId('event', seen.event, events, report, [...path, 'event'])
    const refs: [EventRef, Path][] = [
      ...(seen.sequence ?? []).map((ref, j): [EventRef, Path] => [ref, [...path, 'sequence', j]]),
      ...[seen.without ?? []].flat().map((ref): [EventRef, Path] => [ref, [...path, 'without']]),
      ...(seen.before === undefined ? [] : [[seen.before, [...path, 'before']] as [EventRef, Path]]),
      ...(seen['ignore-after'] === undefined ? [] : [[seen['ignore-after'].event, [...path, 'ignore-after', 'event']] as [EventRef, Path]]),
    ]
    for (const [ref, here] of refs)
      for (const id of typeof ref === 'string' ? [ref] : Object.keys(ref)) unknownId('event', id, events, report, here)
  })
}

/** A derived fact that needs itself, directly or through others, could never be settled. */
function cycles(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  for (const loop of circles(kb)) {
    const first = loop.slice(0, -1).sort()[0]!
    const next = loop[loop.indexOf(first) + 1]!
    const rule = factOf(kb, first)!.derive!.findIndex(({ when }) => factsOfRule(when, kb).includes(next))
    reportIn(Object.hasOwn(kb.symptoms, first) ? 'symptoms' : 'facts', first)(
      'derivation-cycle',
      ['derive', rule, 'when'],
      `the derivations go in a circle: ${loop.join(' -> ')}`,
      'Take one of these facts out of the conditions.',
    )
  }
}

function hypotheses(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  const every = allFacts(kb)
  for (const [id, hypothesis] of Object.entries(kb.hypotheses)) {
    if (unreadable.has(hypothesis)) continue
    const report = reportIn('hypotheses', id)
    if (Object.hasOwn(every, id)) report('duplicate-id', [], `"${id}" is both a fact and a hypothesis`, 'Rename one of the two.')
    hypothesis.rules.forEach((rule, i) => void compileCondition(rule.when, kb, report, ['rules', i, 'when']))
    unique(hypothesis.rules, report, ['rules'])
    hypothesis.resolutions.forEach((name, i) => void unknownId('resolution', name, kb.resolutions, report, ['resolutions', i]))
  }
}

function resolutions(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  const every = allFacts(kb)
  for (const [id, resolution] of Object.entries(kb.resolutions)) {
    if (unreadable.has(resolution)) continue
    const report = reportIn('resolutions', id)
    for (const key of ['when', 'unless'] as const)
      if (resolution[key] !== undefined) compileCondition(resolution[key], kb, report, [key], true)
    if (resolution.records !== undefined) unknownId('fact', resolution.records, every, report, ['records'])
    unique(resolution.steps, report, ['steps'])
    resolution.steps.forEach((step, i) => void checkStep(step, ['steps', i], kb, report))
  }
}

const looksOnly = /^(?:|none|nothing)$/

function checkStep(step: StepFile, path: Path, kb: KnowledgeBase, report: Report): void {
  for (const key of ['when', 'unless'] as const) if (step[key] !== undefined) compileCondition(step[key], kb, report, [...path, key], true)
  if (!('use' in step)) checkWayBack('the step', step, path, report)
}

/** What changes something says how to see that it worked, and how to go back. */
function checkWayBack(what: string, step: { changes?: unknown; verify?: unknown; undo?: unknown }, path: Path, report: Report): void {
  if (!step.changes) return
  const missing = (['verify', 'undo'] as const).filter(key => step[key] === undefined || looksOnly.test(String(step[key])))
  if (missing.length > 0)
    report(
      'no-way-back',
      path,
      `${what} changes something and has no ${missing.map(key => `"${key}"`).join(' and no ')}`,
      `Add ${missing.map(key => (key === 'undo' ? '"undo": how the former state is restored' : '"verify": how to see that it took effect')).join(', and ')}.`,
    )
}

function vendors(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  for (const [id, vendor] of Object.entries(kb.vendors)) {
    if (unreadable.has(vendor)) continue
    const report = reportIn('vendors', id)
    unique(vendor['switch-off'], report, ['switch-off'])
    vendor.measure?.forEach((item, i) => void checkWayBack('the measurement', item, ['measure', i], report))
    const { kinds, forms = {} } = vendor.exclusions
    if (kinds.length === 0 && Object.keys(forms).length > 0)
      report('wrong-value', ['exclusions', 'kinds'], 'no kind is named, and there are forms', 'Name the kinds, or delete the forms.')
    else
      for (const kind of Object.keys(forms))
        if (!kinds.includes(kind as 'file'))
          report(
            'wrong-value',
            ['exclusions', 'forms', kind],
            `"${kind}" is not among "kinds"`,
            'Add it to kinds, or delete the form.',
            true,
          )
  }
}

function components(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  for (const [id, component] of Object.entries(kb.components))
    component.paths.forEach((entry, i) => {
      const report = reportIn('components', id)
      if (!entry.path.startsWith('/')) report('wrong-value', ['paths', i, 'path'], 'the path does not begin with /', 'Write the full path.')
      if (tooWide.test(entry.path))
        report(
          'too-wide',
          ['paths', i, 'path'],
          `"${entry.path}" would leave a whole system directory unscanned`,
          'Name the folders and files below it that the cluster needs.',
        )
    })
}

const tooWide =
  /^\/(?:(?:usr|usr\/s?bin|s?bin|usr\/lib(?:64|exec)?|lib(?:64)?|etc|tmp|var|var\/(?:lib|log|tmp|run)|run|dev|dev\/shm|opt|home|root|proc|sys|boot)\/?)?(?:\*{1,2})?$/

function cases(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  const every = allFacts(kb)
  for (const [id, kase] of Object.entries(kb.cases)) {
    if (unreadable.has(kase)) continue
    const { facts: given = {}, expect } = kase
    const report = reportIn('cases', id)
    for (const [place, values] of [
      [['facts'], given],
      [['expect', 'facts'], expect.facts ?? {}],
    ] as const)
      for (const [factId, value] of Object.entries(values)) {
        const fact = every[factId]
        if (!fact)
          report(
            'unknown-fact',
            [...place, factId],
            `no fact is called "${factId}"`,
            renamedHint(factId, kb) ?? didYouMean(factId, Object.keys(every), 'Use a fact of this base.'),
            true,
          )
        else if (value !== null && !unreadable.has(fact)) {
          const checked = checkValue(fact, value, kb)
          if ('message' in checked) report('wrong-value', [...place, factId], checked.message, checked.hint)
        }
      }
    for (const name of Object.keys(expect.bands ?? {}))
      unknownId('hypothesis', name, kb.hypotheses, atKeys(report), ['expect', 'bands', name])
    if (expect.leading !== undefined) unknownId('hypothesis', expect.leading, kb.hypotheses, report, ['expect', 'leading'])
    for (const list of ['steps', 'no-steps'] as const)
      expect[list]?.forEach((step, i) => void unknownId('resolution', step.split('/')[0]!, kb.resolutions, report, ['expect', list, i]))
    if (expect['first-question'] !== undefined) unknownId('fact', expect['first-question'], every, report, ['expect', 'first-question'])
  }
}

const atKeys =
  (report: Report): Report =>
  (code, path, message, hint) =>
    report(code, path, message, hint, true)

/** Wherever a file names sources, at any depth. */
function sourcesExist(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  if (unreadable.has(kb.sources)) return
  const walk = (value: unknown, path: Path, report: Report): void => {
    if (Array.isArray(value)) value.forEach((item, i) => void walk(item, [...path, i], report))
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        if (key === 'sources' && Array.isArray(inner))
          inner.forEach((id, i) => void unknownId('source', String(id), kb.sources, report, [...path, key, i]))
        else walk(inner, [...path, key], report)
  }
  for (const folder of ['facts', 'events', 'symptoms', 'vendors', 'components', 'hypotheses', 'resolutions'] as const)
    for (const [id, object] of Object.entries(kb[folder])) walk(object, [], reportIn(folder, id))
}

function settings(kb: KnowledgeBase, reportIn: (folder: string, id: string) => Report): void {
  if (unreadable.has(kb.kb)) return
  const every = allFacts(kb)
  const agent = kb.kb['stand-in-agent']
  if (agent !== undefined) unknownId('vendor', agent, kb.vendors, reportIn('', 'kb'), ['stand-in-agent'])
  for (const key of settingFacts) {
    const id = kb.kb[key]
    if (id !== undefined) unknownId('fact', id, every, reportIn('', 'kb'), [key])
  }
}

function unique(items: readonly { readonly id: string }[], report: Report, path: Path): void {
  const seen = new Set<string>()
  for (const [i, { id }] of items.entries()) {
    if (seen.has(id)) report('duplicate-id', [...path, i, 'id'], `"${id}" stands twice in this list`, 'Give each its own id.')
    seen.add(id)
  }
}
