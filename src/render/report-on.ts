import { answersAsObservations, type Case } from '../case/case-file.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import { incidentsThatDiffer } from '../diagnosis/incidents.ts'
import type { Diagnosis } from '../diagnosis/model.ts'
import type { Session } from '../engine/session.ts'
import { askedQuestion, wantedFacts, whyShort } from '../interview/questions.ts'
import type { FactValue, KnowledgeBase } from '../kb/model.ts'
import type { Plan } from '../plan/model.ts'
import { makePlan } from '../plan/plan.ts'
import { loadTemplates, type TemplateValues } from '../plan/templates.ts'
import type { NextQuestion, Report } from './json.ts'

const questionsTold = 5

/** Facts that need no question: known, or nobody can tell. */
export function settledFacts({ answers }: Case): Set<string> {
  return new Set(answers.map(({ fact }) => fact))
}

export async function weighCase(kb: KnowledgeBase, value: Case) {
  const settled = new Map(
    value.answers.flatMap(({ fact, value: chosen, settles }): [string, FactValue][] =>
      settles && chosen !== null ? [[fact, chosen]] : [],
    ),
  )
  return diagnose(kb, {
    observations: [...value.observations, ...answersAsObservations(value.answers)],
    ledger: value.ledger,
    warnings: value.warnings,
    settled,
  })
}

/** What a case comes to, and what to do about it. */
export async function diagnosisAndPlan(kb: KnowledgeBase, value: Case): Promise<{ diagnosis: Diagnosis; session: Session; plan: Plan }> {
  const { diagnosis, session } = await weighCase(kb, value)
  const templates = await loadTemplates()
  const plan = makePlan({ kb, diagnosis, valueOf: session.value, values: templateValues(kb, value, session), templates })
  return { diagnosis, session, plan }
}

/** Everything that is printed about a case. */
export async function reportOn(kb: KnowledgeBase, value: Case): Promise<Report & { session: Session }> {
  const { diagnosis, session, plan } = await diagnosisAndPlan(kb, value)
  const next: NextQuestion[] = wantedFacts(kb, session, settledFacts(value), questionsTold).map(fact => ({
    fact,
    ask: askedQuestion(kb, fact).ask,
    why: whyShort(kb, session, fact),
  }))
  const incidents = incidentsThatDiffer(value.incidents, diagnosis)
  return { kb, diagnosis, plan, next, session, ...(value.period ? { period: value.period } : {}), ...(incidents ? { incidents } : {}) }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** What templates may name; capitals where nobody knows. */
export function templateValues(kb: KnowledgeBase, value: Pick<Case, 'nodes' | 'focus'>, session: Pick<Session, 'value'>): TemplateValues {
  const fact = (id: string | undefined) => (id === undefined ? undefined : session.value(id))
  const rhel = fact(kb.kb['release-fact'])
  const agents = fact(kb.kb['agents-fact'])
  const agent = Array.isArray(agents) && agents.length === 1 ? String(agents[0]) : undefined
  const { node, resource, resources, cluster } = value.focus ?? {}
  return {
    rhel: typeof rhel === 'number' ? rhel : undefined,
    node: node ?? 'NODE',
    nodes: value.nodes.length > 0 ? value.nodes : ['NODE1', 'NODE2'],
    resource: resource ?? 'RESOURCE',
    resources: resources && resources.length > 0 ? resources : ['RESOURCE'],
    interface: 'INTERFACE',
    cluster_name: cluster ?? 'CLUSTER',
    vendor: agent && Object.hasOwn(kb.vendors, agent) ? kb.vendors[agent]!.title : 'the security software',
    vendor_id: agent ?? 'AGENT',
    variants: listOf(fact(kb.kb['variants-fact'])),
  }
}
