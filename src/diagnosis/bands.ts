import type { Band } from './model.ts'

/** Points from which on a cause is likely: ten to one. */
export const likelyFrom = 10
/** Below this many points a cause is unlikely: less than one to three. */
export const unlikelyBelow = -5
/** Independent groups of evidence that "likely" needs. */
export const groupsForLikely = 2

/** Best first. Nothing known of a cause ranks between what speaks for it and what speaks against it. */
export const bandRank: Readonly<Record<Band, number>> = { confirmed: 5, likely: 4, possible: 3, open: 2, unlikely: 1, 'ruled-out': 0 }

export interface Weight {
  readonly points: number
  /** Different groups that speak for it. */
  readonly groupsFor: number
  /** Rules that hold. */
  readonly holding: number
  readonly confirmed: boolean
  readonly ruledOut: boolean
}

/** The one place that turns points into words. Only a test decides; two tests that disagree decide nothing. */
export function bandOf({ points, groupsFor, holding, confirmed, ruledOut }: Weight): Band {
  if (confirmed !== ruledOut) return confirmed ? 'confirmed' : 'ruled-out'
  if (holding === 0) return 'open'
  if (points >= likelyFrom && groupsFor >= groupsForLikely && !confirmed) return 'likely'
  return points < unlikelyBelow ? 'unlikely' : 'possible'
}

/** Whether a cause is sure enough to be acted on, so that the diagnosis is concluded. */
export const isSure = (band: Band): boolean => band === 'confirmed' || band === 'likely'
