import { matchForm } from '../../evidence/events/matcher.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import { loadTemplates, type TemplateValues } from '../../plan/templates.ts'
import type { Difference } from './expectations.ts'

/** What a rule file says about itself and can be tried: the example lines of an event, the templates of a step. */
export interface ExampleResult {
  readonly id: string
  readonly title: string
  readonly tried: number
  readonly wrong: readonly Difference[]
}

/** Runs every example of every event, and fills every template of every resolution and agent. */
export async function runExamples(kb: KnowledgeBase, filter = ''): Promise<ExampleResult[]> {
  const events = Object.entries(kb.events).map(([id, { title, forms }]): ExampleResult => {
    const wrong = forms.flatMap(form => [
      ...form.matches.filter(line => !matchForm(form, line)).map(line => told(line, 'matched', 'not matched')),
      ...form.ignores.filter(line => matchForm(form, line)).map(line => told(line, 'ignored', 'matched')),
    ])
    return {
      id: `events/${id}`,
      title,
      tried: forms.reduce((sum, { matches, ignores }) => sum + matches.length + ignores.length, 0),
      wrong,
    }
  })
  const { command } = await loadTemplates()
  const filled = (['resolutions', 'vendors'] as const).flatMap(folder =>
    Object.entries(kb[folder]).map(([id, object]): ExampleResult => {
      const templates = textsIn(object).filter(text => /\{[{%]/.test(text))
      const wrong = templates.flatMap(text => {
        try {
          command(text, sample)
          return []
        } catch (error) {
          return [told(text, 'a template that can be filled', (error as Error).message.split('\n')[0]!)]
        }
      })
      return { id: `${folder}/${id}`, title: object.title, tried: templates.length, wrong }
    }),
  )
  return [...events, ...filled].filter(({ id, tried }) => tried > 0 && id.includes(filter))
}

function told(about: string, expected: string, got: string): Difference {
  return { about, expected, got, reasons: [], sentence: `"${about}" is ${got}, expected ${expected}` }
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []

const sample: TemplateValues & { readonly path: string; readonly exclusions: readonly object[] } = {
  rhel: 9,
  node: 'node1',
  nodes: ['node1', 'node2'],
  resource: 'resource1',
  resources: ['resource1'],
  interface: 'eth0',
  cluster_name: 'cluster1',
  vendor: 'the security software',
  vendor_id: 'agent',
  path: '/a/path',
  exclusions: [],
}
