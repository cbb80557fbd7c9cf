import { isRecord } from './record.ts'

/** The time somebody asks about, as it was typed. */
export interface Period {
  readonly since?: string
  readonly until?: string
}

/** Something that went wrong for a while, with nothing that shows a symptom long before or after it. */
export interface Incident {
  /** `2026-03-28 06:15:03`, by the clock that most logs were written by: what shows a symptom first and last. */
  readonly from: string
  readonly to: string
  /** A period that holds this incident and no other, as `--since` and `--until` take it. */
  readonly since: string
  readonly until: string
}

export type CauseBand = 'confirmed' | 'likely' | 'possible'

/** An incident, and what evidence alone makes of it when nothing else is looked at: the causes that are sure, or else the one that leads. */
export interface WeighedIncident extends Incident {
  readonly causes: readonly { readonly id: string; readonly band: CauseBand }[]
}

/** What of a case's YAML can be used; the rest is left out. */
export function readPeriod(raw: unknown): Period | undefined {
  if (!isRecord(raw)) return undefined
  const { since, until } = raw
  const period = { ...(typeof since === 'string' ? { since } : {}), ...(typeof until === 'string' ? { until } : {}) }
  return Object.keys(period).length > 0 ? period : undefined
}

/** `isCause`: whether the base in use knows it. Undefined when anything is not as it was written. */
export function readIncidents(raw: unknown, isCause: (id: string) => boolean): WeighedIncident[] | undefined {
  if (!Array.isArray(raw)) return undefined
  const read = raw.map((item): WeighedIncident | undefined => {
    if (!isRecord(item) || !Array.isArray(item.causes)) return undefined
    const { from, to, since, until } = item
    if (!isTime(from) || !isTime(to) || !isTime(since) || !isTime(until)) return undefined
    const causes = item.causes.flatMap(cause =>
      isRecord(cause) && isCause(String(cause.id)) && bands.has(String(cause.band))
        ? [{ id: String(cause.id), band: cause.band as CauseBand }]
        : [],
    )
    return { from, to, since, until, causes }
  })
  return read.every(incident => incident !== undefined) ? read : undefined
}

/** As it was written; it is shown as a part of a command, too. */
const isTime = (value: unknown): value is string => typeof value === 'string' && /^(?:\d{4}-)?\d\d-\d\d \d\d:\d\d(?::\d\d)?$/.test(value)
const bands: ReadonlySet<string> = new Set(['confirmed', 'likely', 'possible'] satisfies CauseBand[])
