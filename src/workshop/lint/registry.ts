import type { Page } from '../finding.ts'
import { commands } from './checks/commands.ts'
import { events } from './checks/events.ts'
import { exampleLines } from './checks/example-lines.ts'
import { facts } from './checks/facts.ts'
import { layout } from './checks/layout.ts'
import { order } from './checks/order.ts'
import { rules } from './checks/rules.ts'
import { sources } from './checks/sources.ts'
import { steps } from './checks/steps.ts'
import { texts } from './checks/texts.ts'
import { things } from './checks/things.ts'
import { shapePages } from './loader/shape-pages.ts'
import { textPages } from './loader/text-pages.ts'
import { type Checks, page } from './model.ts'
import { suppressionPages } from './suppress.ts'

/** All checks of style and sense. */
export const allChecks: readonly Checks[] = [layout, order, texts, facts, sources, rules, events, exampleLines, commands, steps, things]

const overlay: Readonly<Record<string, Page>> = {
  'replaces-file': page(
    'info',
    'A file of an overlay replaces another',
    'When several folders are given, a later file of the same path counts instead of the earlier one. This only tells which; nothing is wrong.',
    {},
    {},
  ),
}

/** Where a code comes from; what keeps a base from loading cannot be suppressed. */
export type Origin = 'loader' | 'style' | 'verification' | 'suppression'

export interface Registry {
  readonly pages: Readonly<Record<string, Page>>
  originOf(code: string): Origin | undefined
}

/** Every code that lint can report, with its page. The pages of the verification come from outside. */
export function registryOf(verification: Readonly<Record<string, Page>> = {}): Registry {
  const groups: readonly (readonly [Origin, Readonly<Record<string, Page>>])[] = [
    ['loader', { ...textPages, ...shapePages }],
    ['style', { ...Object.assign({}, ...allChecks.map(({ pages }) => pages)), ...overlay }],
    ['verification', verification],
    ['suppression', suppressionPages],
  ]
  const origins = new Map(groups.toReversed().flatMap(([origin, pages]) => Object.keys(pages).map(code => [code, origin] as const)))
  return { pages: Object.assign({}, ...groups.map(([, pages]) => pages).toReversed()), originOf: code => origins.get(code) }
}

/** Codes whose examples cannot be told by files of one base. */
export const notByFiles: readonly string[] = [
  'unreadable-file',
  'no-such-folder',
  'no-base',
  'too-many-files',
  'link-to-folder',
  'replaces-file',
]
