import { bandOf, bandRank } from '../diagnosis/bands.ts'
import { indexOf } from '../diagnosis/diagnose.ts'
import type { Band } from '../diagnosis/model.ts'
import { hypothesisRules, standing as standingOf } from '../diagnosis/weigh.ts'
import { testHolds } from '../engine/predicate.ts'
import type { Session as Facts } from '../engine/session.ts'
import { allFacts, type FactValue, type KnowledgeBase, type Scalar } from '../kb/model.ts'
import { guardsOf, rulesOf } from '../kb/rules.ts'
import { choicesOf, isOutside } from '../kb/value.ts'
import { possibleAnswers } from './answers.ts'
import { chooseQuestion, questionsInReach } from './choose.ts'
import { answerLabel } from './dialog.ts'
import type { AskedQuestion, Choice, ChoiceInput, OpenQuestion, PlanRule, Tree } from './model.ts'

/** A cause that something speaks for is asked about before one that nothing points at. */
const attention: Readonly<Record<Band, number>> = { confirmed: 1, likely: 2, possible: 2, open: 1, unlikely: 0.3, 'ruled-out': 0.1 }

/** A rule that decides is worth about as much as three strong rules. */
const decidingWeight = 30

/** What does not change while answers come in. */
interface Fixed {
  readonly questions: readonly (Omit<OpenQuestion, 'when'> & { readonly guard: number | undefined })[]
  readonly predicates: ChoiceInput['predicates']
  readonly derived: NonNullable<ChoiceInput['derived']>
  readonly rules: ChoiceInput['rules']
  readonly priors: ChoiceInput['priors']
  /** Resolution -> the conditions of it and its steps. */
  readonly plan: ReadonlyMap<string, readonly PlanRule[]>
}

const fixedOf = new WeakMap<KnowledgeBase, Fixed>()

function fixed(kb: KnowledgeBase): Fixed {
  const known = fixedOf.get(kb)
  if (known) return known
  const index = indexOf(kb)
  const rules = rulesOf(kb)
  const plan = new Map<string, PlanRule[]>()
  for (const { id } of guardsOf(kb)) {
    const [kind, resolution] = id.split('/')
    if (kind === 'plan') plan.set(resolution!, [...(plan.get(resolution!) ?? []), { id, tree: index.trees[index.number.get(id)!]! }])
  }
  const made: Fixed = {
    questions: Object.entries(allFacts(kb)).flatMap(([fact, file], order) => {
      if (file.ask === undefined) return []
      const operands = (index.predicatesOf.get(fact) ?? []).flatMap(number => [index.predicates[number]!.value].flat() as Scalar[])
      const choices = choicesOf(file, kb)
      const space = {
        type: file.type,
        operands,
        ...(file.chance === undefined ? {} : { chance: file.chance }),
        ...(choices ? { choices } : {}),
      }
      return [
        { fact, cost: file.cost ?? ('command' as const), order, answers: possibleAnswers(space), guard: index.number.get(`ask/${fact}`) },
      ]
    }),
    predicates: index.predicates.map(test => ({ fact: test.fact, holds: (value: FactValue) => testHolds(test, value) })),
    derived: [...index.derivedBy].map(([fact, numbers]) => ({
      fact,
      rules: numbers.map(number => ({ tree: index.trees[number]!, value: rules[number]!.derives!.value })),
    })),
    rules: rules.flatMap((rule, number) =>
      rule.hypothesis === undefined
        ? []
        : [
            {
              id: rule.id,
              hypothesis: rule.hypothesis,
              weight: rule.points ?? decidingWeight,
              ...(rule.decides ? { decides: rule.decides } : {}),
              group: `${rule.hypothesis}/${rule.group}`,
              tree: index.trees[number]!,
            },
          ],
    ),
    priors: Object.fromEntries(Object.entries(kb.hypotheses).map(([id, { prior }]) => [id, prior])),
    plan,
  }
  fixedOf.set(kb, made)
  return made
}

/** Everything the choice of the next question depends on. `settled`: facts not to ask (again). */
function choiceInput(kb: KnowledgeBase, facts: Facts, settled: ReadonlySet<string>): ChoiceInput {
  const index = indexOf(kb)
  const { questions, predicates, derived, rules, priors, plan } = fixed(kb)
  const bands = new Map(hypothesisRules(kb).map(own => [own.id, standingOf(own, facts).band]))
  const planned = new Set([...bands].flatMap(([id, band]) => (bandRank[band] >= bandRank.likely ? kb.hypotheses[id]!.resolutions : [])))
  return {
    questions: questions.flatMap(({ guard, ...question }): OpenQuestion[] => {
      if (settled.has(question.fact) || facts.value(question.fact) !== undefined) return []
      return [guard === undefined ? question : { ...question, when: index.trees[guard]! }]
    }),
    predicates,
    derived,
    rules,
    priors,
    known: index.predicates.map(test => {
      const value = facts.value(test.fact)
      return value === undefined ? undefined : testHolds(test, value)
    }),
    plan: [...planned].flatMap(id => plan.get(id) ?? []),
    importance: Object.fromEntries([...bands].map(([id, band]) => [id, (kb.hypotheses[id]!.importance ?? 1) * attention[band]])),
    bandOf: ({ points, groups, decided }) =>
      bandOf({
        points,
        groupsFor: groups,
        holding: 1,
        confirmed: decided === 'confirmed' || decided === 'both',
        ruledOut: decided === 'ruled-out' || decided === 'both',
      }),
  }
}

/** The next question, and at most how many remain with it; undefined when no answer can change the diagnosis. */
export function nextQuestion(kb: KnowledgeBase, facts: Facts, settled: ReadonlySet<string>): Choice | undefined {
  return chooseQuestion(choiceInput(kb, facts, settled))
}

/** The most useful questions in order, as if nobody could answer the ones before. */
export function wantedFacts(kb: KnowledgeBase, facts: Facts, settled: ReadonlySet<string>, most: number): string[] {
  const found = opening(kb, facts, settled)
  while (found.length < most) {
    const next = nextQuestion(kb, facts, new Set([...settled, ...found]))
    if (!next) break
    found.push(next.fact)
  }
  return found
}

/** Those of `sought` that would be asked at some time if nobody could answer any question. Ends as soon as no other of them can come. */
export function everWanted(kb: KnowledgeBase, facts: Facts, settled: ReadonlySet<string>, sought: readonly string[]): string[] {
  const first = opening(kb, facts, settled)
  const asked = new Set([...settled, ...first])
  const inReach = new Set([...first, ...questionsInReach(choiceInput(kb, facts, asked))])
  const left = new Set(sought.filter(id => inReach.has(id)))
  const found = first.filter(id => left.delete(id))
  while (left.size > 0) {
    const next = nextQuestion(kb, facts, asked)
    if (!next) break
    asked.add(next.fact)
    if (left.delete(next.fact)) found.push(next.fact)
  }
  return found
}

/** Before any symptom is known, the check-list is what would be asked. */
function opening(kb: KnowledgeBase, facts: Facts, settled: ReadonlySet<string>): string[] {
  const list = Object.entries(allFacts(kb)).filter(([, file]) => file.first && file.ask)
  return list.some(([id]) => facts.value(id) !== undefined) ? [] : list.flatMap(([id]) => (settled.has(id) ? [] : [id]))
}

export function askedQuestion(kb: KnowledgeBase, fact: string, former?: FactValue | null): AskedQuestion {
  const file = allFacts(kb)[fact]!
  const values = choicesOf(file, kb)
  const label = (value: string): string =>
    file.of ? kb[file.of][value]!.title : file.choices && !Array.isArray(file.choices) ? file.choices[value]! : value.replaceAll('-', ' ')
  return {
    fact,
    ask: file.ask ?? file.title,
    type: file.type,
    ...(file.explain === undefined ? {} : { explain: file.explain }),
    ...(values === undefined ? {} : { choices: values.map(value => ({ value, label: label(value) })) }),
    ...(file.unit === undefined ? {} : { unit: file.unit }),
    ...(file.min === undefined ? {} : { min: file.min }),
    ...(file.max === undefined ? {} : { max: file.max }),
    ...(file.whole === undefined ? {} : { whole: file.whole }),
    ...(former === undefined ? {} : { former }),
  }
}

/** How to find the answer out, as text. Commands stand on lines of their own. */
export function howText(kb: KnowledgeBase, fact: string): string {
  const file = allFacts(kb)[fact]!
  const where = { 'one-node': ' (on one node)', 'each-node': ' (on each node)', console: ' (at the console)', workstation: '' }
  const parts = (file['find-out'] ?? []).map(step =>
    [
      step.do === undefined ? undefined : `${step.do}${step.on ? where[step.on] : ''}`,
      step.run === undefined ? undefined : step.run.replace(/^/gm, '    '),
      step.expect === undefined ? undefined : `  Expect: ${step.expect}`,
      step.confidence === 'unverified' ? '  (unverified)' : undefined,
    ]
      .filter(line => line !== undefined)
      .join('\n'),
  )
  return parts.length > 0 ? parts.join('\n\n') : 'Nobody has written down how to find this out. "I cannot tell" is a good answer.'
}

/** Whether steps hang on a fact, or the plan's commands and paths are written by it. */
function shapesPlan(kb: KnowledgeBase, fact: string): boolean {
  const { 'release-fact': release, 'agents-fact': agents, 'variants-fact': variants, 'components-fact': components } = kb.kb
  if ([release, agents, variants, components].includes(fact)) return true
  const index = indexOf(kb)
  const uses = (tree: Tree): boolean =>
    typeof tree === 'number'
      ? index.predicates[tree]!.fact === fact
      : 'not' in tree
        ? uses(tree.not)
        : ('all' in tree ? tree.all : tree.any).some(uses)
  return [...fixed(kb).plan.values()].flat().some(({ tree }) => uses(tree))
}

/** What each answer would change, hypothesis by hypothesis. */
export function whyText(kb: KnowledgeBase, facts: Facts, fact: string): string {
  const now = standings(kb, facts)
  const question = choiceInput(kb, facts, new Set()).questions.find(open => open.fact === fact)
  const values = question?.answers.map(({ value }) => value) ?? [true, false]
  const lines = values
    .filter(value => canBe(value, values, allFacts(kb)[fact]!))
    .map(value => {
      const then = facts.copy()
      then.set(fact, value)
      const changed = standings(kb, then)
        .map((after, i) => ({ ...after, before: now[i]! }))
        .filter(({ band, points, before }) => band !== before.band || points !== before.points)
        .sort((a, b) => Math.abs(b.points - b.before.points) - Math.abs(a.points - a.before.points))
      const told = changed
        .slice(0, 4)
        .map(
          ({ title, band, points, before }) =>
            `  ${title}: ${before.points === points ? '' : `${points - before.points > 0 ? '+' : ''}${points - before.points} points, `}${before.band === band ? `stays ${band}` : `${before.band} -> ${band}`}`,
        )
      return { value, told }
    })
  const nothing = shapesPlan(kb, fact)
    ? 'makes no cause more or less likely; it decides which steps and commands the plan has'
    : 'changes nothing by itself; other answers may make it matter'
  if (lines.every(({ told }) => told.length === 0)) return `Whatever you answer, it ${nothing}.`
  const asked = askedQuestion(kb, fact)
  const words = (value: FactValue) => (Array.isArray(value) && value.length === 0 ? 'None' : answerLabel(asked, value))
  return lines
    .slice(0, 8)
    .map(({ value, told }) => `${words(value)}:\n${told.length > 0 ? told.join('\n') : `  ${nothing}`}`)
    .join('\n')
}

/** Not each number that parts the answers can be one: some lie outside the limits, some between two whole numbers that follow each other. */
const canBe = (value: FactValue, all: readonly FactValue[], range: Parameters<typeof isOutside>[1]) =>
  typeof value !== 'number' || (!isOutside(value, range) && !(all.includes(value - 0.5) && all.includes(value + 0.5)))

/** One sentence for scripts: which causes the answer bears on. */
export function whyShort(kb: KnowledgeBase, facts: Facts, fact: string): string {
  const index = indexOf(kb)
  const rules = rulesOf(kb)
  const touched = new Set<string>()
  const visit = (id: string, seen: Set<string>): void => {
    if (seen.has(id)) return
    seen.add(id)
    for (const predicate of index.predicatesOf.get(id) ?? [])
      for (const number of index.rulesOf[predicate]!) {
        const rule = rules[number]
        if (!rule) continue // a guard, not a rule
        const { hypothesis, derives } = rule
        if (facts.truth(number) !== 0) continue
        if (hypothesis) touched.add(hypothesis)
        if (derives) visit(derives.fact, seen)
      }
  }
  visit(fact, new Set())
  const titles = [...touched].map(id => kb.hypotheses[id]!.title)
  return titles.length === 0
    ? ''
    : `Bears on: ${titles.slice(0, 3).join('; ')}${titles.length > 3 ? `; and ${titles.length - 3} more` : ''}.`
}

function standings(kb: KnowledgeBase, facts: Facts): { title: string; band: Band; points: number }[] {
  return hypothesisRules(kb).map(rules => ({ title: rules.title, ...standingOf(rules, facts) }))
}
