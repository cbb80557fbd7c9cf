import { offsetAt, offsetOfLocal } from './zone-rules.ts'
import { localWords } from './zones-of.ts'

/** The clock that most logs were written by. */
export interface UsualClock {
  /** Minutes east of UTC; 0 when nobody tells. */
  readonly zoneMinutes: number
  /** The name of that zone, when its rule is known: summer and winter differ. */
  readonly zoneName?: string | undefined
}

/** A moment by this clock, as localWords writes it. */
export const shownTime = (at: number, { zoneMinutes, zoneName }: UsualClock): string =>
  localWords(at, zoneName === undefined ? zoneMinutes : offsetAt(zoneName, at))

/** ms since 1970 when this clock shows `local`, told in ms as if it showed UTC. */
export const momentAt = (local: number, { zoneMinutes, zoneName }: UsualClock): number =>
  local - (zoneName === undefined ? zoneMinutes : offsetOfLocal(zoneName, local)) * 60_000
