import { withoutCalmRows } from './calm-rows.ts'
import { withoutPassages } from './passages.ts'
import { withoutSupposed } from './supposed.ts'
import { withoutWithdrawn } from './withdrawn.ts'

/** What is left of a text when that is taken out which tells of nothing, of others, of rules and fears, and what was taken back. */
export const ownAccount = (text: string): string => withoutSupposed(withoutWithdrawn(withoutPassages(withoutCalmRows(text))))
