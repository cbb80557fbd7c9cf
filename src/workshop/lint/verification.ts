import type { KnowledgeBase } from '../../kb/model.ts'
import type { Finding, Page } from '../finding.ts'
import { pages } from '../verify/pages.ts'
import { verifyBase } from '../verify/verify.ts'

/** The verification of whole bases, as lint uses it. */
export const verification: { readonly verify: (kb: KnowledgeBase) => readonly Finding[]; readonly pages: Readonly<Record<string, Page>> } =
  {
    verify: kb => verifyBase(kb),
    pages,
  }
