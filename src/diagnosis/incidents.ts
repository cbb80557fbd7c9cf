import type { CauseBand, Incident, WeighedIncident } from '../case/incident.ts'
import type { Observation } from '../case/observation.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { isSure } from './bands.ts'
import { diagnose } from './diagnose.ts'
import type { Diagnosis, Weighed } from './model.ts'

/** Weighs each incident as if nothing else had happened. */
export async function weighIncidents(
  kb: KnowledgeBase,
  incidents: readonly (Incident & { readonly observations: readonly Observation[] })[],
): Promise<WeighedIncident[]> {
  const weighed: WeighedIncident[] = []
  for (const { observations, ...incident } of incidents) {
    const { diagnosis } = await diagnose(kb, { observations, ledger: [], warnings: [] })
    weighed.push({ ...incident, causes: causesOf(diagnosis.hypotheses) })
  }
  return weighed
}

/** What is sure; else what heads the list, when it is more likely than not. */
function causesOf([first, ...rest]: readonly Weighed[]): WeighedIncident['causes'] {
  const sure = [first, ...rest].flatMap(cause => (cause && isSure(cause.band) ? [{ id: cause.id, band: cause.band as CauseBand }] : []))
  if (sure.length > 0 || first?.band !== 'possible' || first.points <= 0) return sure
  return [{ id: first.id, band: 'possible' }]
}

/**
 * The incidents, when it matters that there are several: they have different causes, or one of them alone has other ones than all of
 * them together, which then hide each other. Undefined: what holds for all is all there is to say.
 */
export function incidentsThatDiffer(
  incidents: readonly WeighedIncident[] | undefined,
  { hypotheses }: Pick<Diagnosis, 'hypotheses'>,
): readonly WeighedIncident[] | undefined {
  const together = hypotheses.filter(({ band }) => isSure(band)).map(({ id }) => id)
  const leads = new Set(incidents?.flatMap(({ causes }) => causes[0]?.id ?? []))
  const differs = ({ causes }: WeighedIncident) => {
    const sure = causes.filter(({ band }) => isSure(band))
    return sure.length > 0 && (sure.length !== together.length || !sure.every(({ id }) => together.includes(id)))
  }
  return leads.size > 1 || incidents?.some(differs) ? incidents : undefined
}
