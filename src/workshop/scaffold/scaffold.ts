import { stringify } from 'yaml'
import type { KnowledgeBase } from '../../kb/model.ts'
import { shapeNames } from '../../kb/vocabulary.ts'
import { shellQuote } from '../../plan/shell.ts'
import { appendItem } from './insert.ts'
import type { Kind, Told } from './needs.ts'
import { draftForm } from './pattern.ts'

/** Files to write, by path below the base: new ones whole, changed ones with their new text. */
export interface Scaffold {
  readonly created: ReadonlyMap<string, string>
  readonly changed: ReadonlyMap<string, string>
}

export interface ScaffoldInput {
  readonly kb: KnowledgeBase
  /** Text of a file of the base, for adding to it. */
  textOf(path: string): string | undefined
  /** The first line of a file of this shape (`symptom`, …), or '' when the base keeps no schemas. */
  readonly schemaLine: (shape: string) => string
}

/** What is needed but cannot be made: told in one sentence with a hint. */
export interface Impossible {
  readonly message: string
  readonly hint: string
}

const one = (told: Told, key: string) => String(told[key] ?? '')
const flow = (value: unknown) => stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim()

/** The files of a new object: itself, a rule or reference that uses it, and a case that fails until it is filled in. */
export function scaffold(kind: Kind, id: string, told: Told, input: ScaffoldInput): Scaffold | Impossible {
  const created = new Map<string, string>()
  const changed = new Map<string, string>()
  const write = (shape: string, path: string, body: object | string, note = '') =>
    created.set(path, `${input.schemaLine(shape)}${note}${typeof body === 'string' ? body : stringify(body, { lineWidth: 120 })}`)
  const append = (path: string, key: string, item: unknown): Impossible | undefined => {
    const text = changed.get(path) ?? input.textOf(path)
    const after = text === undefined ? undefined : appendItem(text, key, flow(item))
    if (after === undefined) return { message: `${path} has no list "${key}" to add to`, hint: `Add ${flow(item)} there by hand.` }
    changed.set(path, after)
  }
  const addRule = (fact: string): Impossible | undefined =>
    append(`hypotheses/${one(told, 'hypothesis')}.yaml`, 'rules', {
      id: fact,
      when: fact,
      points: Number(one(told, 'points')),
      because: one(told, 'because'),
      confidence: 'unverified',
    })
  const cause = kind === 'hypothesis' ? id : one(told, 'hypothesis') || Object.keys(input.kb.hypotheses)[0]!
  const failing = (facts: object, evidence?: object) =>
    write('case', `cases/${id}.yaml`, caseText(one(told, 'title'), facts, cause, evidence))
  const done = (problem?: Impossible): Scaffold | Impossible => problem ?? { created, changed }

  switch (kind) {
    case 'symptom':
      write('symptom', `symptoms/${id}.yaml`, {
        title: one(told, 'title'),
        type: 'yes-no',
        ask: one(told, 'ask'),
        explain: one(told, 'explain'),
        cost: 'recall',
        'find-out': [{ do: one(told, 'look') }],
        confidence: 'unverified',
      })
      failing({ [id]: 'yes' })
      return done(addRule(id))
    case 'event': {
      const draft = draftForm(one(told, 'line'))
      if (!draft)
        return {
          message: '--line holds no text that a pattern could be made from',
          hint: 'Copy one whole line, with time, host and program, whose message has at least four fixed characters.',
        }
      const { process, ...form } = draft
      write('event', `events/${id}.yaml`, {
        title: one(told, 'title'),
        in: ['system-log'],
        forms: [{ ...(process ? { process: [process] } : {}), pattern: form.pattern, matches: [form.matches], ignores: [form.ignores] }],
        confidence: 'unverified',
      })
      const fact = `${id}-logged`
      write('fact', `facts/${fact}.yaml`, {
        title: `The log shows: ${one(told, 'title')}`,
        type: 'yes-no',
        'seen-as': { event: id },
        confidence: 'unverified',
      })
      failing({}, { 'node01/var/log/messages': `${form.matches}\n` })
      return done(addRule(fact))
    }
    case 'hypothesis': {
      const facts = one(told, 'fact')
        .split(/[\s,]+/)
        .filter(Boolean)
      write('hypothesis', `hypotheses/${id}.yaml`, {
        title: one(told, 'title'),
        prior: -6,
        rules: facts.map(fact => ({
          id: fact,
          when: fact,
          points: 9,
          group: fact,
          because: `${title(input.kb, fact)}.`,
          confidence: 'unverified',
        })),
        resolutions: [`fix-${id}`],
      })
      write(
        'resolution',
        `resolutions/fix-${id}.yaml`,
        resolutionBody(`Mend it: ${one(told, 'title')}`, 'Find out what to do about it, and write it here.'),
      )
      failing(Object.fromEntries(facts.map(fact => [fact, 'yes'])))
      return done()
    }
    case 'resolution':
      write('resolution', `resolutions/${id}.yaml`, resolutionBody(one(told, 'title'), one(told, 'do')))
      failing({})
      return done(append(`hypotheses/${one(told, 'hypothesis')}.yaml`, 'resolutions', id))
    case 'component':
      write('component', `components/${id}.yaml`, {
        title: one(told, 'title'),
        detect: { processes: [one(told, 'process')] },
        paths: [componentPath(one(told, 'path'), one(told, 'why'))],
      })
      failing(input.kb.kb['components-fact'] ? { [input.kb.kb['components-fact']]: [id] } : {})
      return done()
    case 'vendor':
      write('vendor', `vendors/${id}.yaml`, vendorBody(one(told, 'title'), one(told, 'process')))
      failing(input.kb.kb['agents-fact'] ? { [input.kb.kb['agents-fact']]: [id] } : {})
      return done()
    case 'case':
      failing({})
      return done()
  }
}

const title = (kb: KnowledgeBase, fact: string) => (kb.symptoms[fact] ?? kb.facts[fact])?.title.replace(/[.!?]$/, '') ?? fact

const resolutionBody = (what: string, first: string) => ({
  title: what,
  stage: 'fix',
  steps: [
    { id: 'look', do: first, on: 'each-node', risk: 'none', expect: 'Say here what is seen when all is well.', confidence: 'unverified' },
  ],
})

function componentPath(path: string, why: string) {
  const kind = path.endsWith('/') ? 'folder' : 'file'
  return {
    path: path.replace(/(?<=.)\/$/, ''),
    kind,
    hot: true,
    why,
    risk: 'Malware placed there is not noticed; keep it writable for root only.',
    confidence: 'unverified',
  }
}

function vendorBody(name: string, process: string) {
  // The kernel keeps 15 characters of a name: more of them find nothing, which would look as if the program were off.
  const look = `pgrep -a ${shellQuote(process.split('/').at(-1)!.slice(0, 15))}`
  return {
    title: name,
    aliases: [],
    kinds: ['antivirus'],
    managed: 'console',
    hooks: [{ kind: 'none', note: 'Not known yet whether it gets between a program and a file.', confidence: 'unverified' }],
    detect: { processes: [{ name: process, confidence: 'unverified' }] },
    'switch-off': [
      {
        id: 'by-console',
        grade: 'service-stopped',
        do: `Have the owner of the console of ${name} switch protection off for this node.`,
        on: 'console',
        risk: 'low',
        verify: `${look}   # expected: no output`,
        undo: `# Have the owner of the console switch protection on again; then: ${look}`,
        'removes-hook': 'unknown',
        confidence: 'unverified',
      },
    ],
    exclusions: { by: 'console', kinds: ['folder', 'file', 'process'], confidence: 'unverified' },
    'ask-the-vendor': [
      `Please exclude these files and programs from on-access scanning by ${name} on the cluster nodes {{ nodes }}:`,
      '{%- for e in exclusions %}',
      '- {{ e.kind }} {{ e.written }} ({{ e.why }})',
      '{%- endfor %}',
      '',
    ].join('\n'),
  }
}

/** A case fails until its author has said what it should come to: no rule decides without a test. */
function caseText(what: string, facts: object, hypothesis: string, evidence: object | undefined): string {
  const known = Object.keys(facts).length > 0
  return [
    stringify({ title: `${what} (to be filled in)` }, { lineWidth: 0 }),
    evidence ? stringify({ evidence }, { lineWidth: 0 }) : '',
    known || !evidence ? (known ? stringify({ facts }, { lineWidth: 0 }) : 'facts: {}\n') : '',
    '# Fill in: add what else is known of such a cluster to the facts ("avert kb show" lists all), then say below what\n',
    '# you expect. Now it expects a confirmed cause, which only a test can give: the case fails.\n',
    stringify({ expect: { bands: { [hypothesis]: 'confirmed' } } }, { lineWidth: 0 }),
  ].join('')
}

/** Where the object itself is written. */
export const pathOf = (kind: Kind, id: string) => `${Object.entries(shapeNames).find(([, name]) => name === kind)![0]}/${id}.yaml`
