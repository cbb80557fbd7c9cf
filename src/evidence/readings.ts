import { runs } from './readers/detect.ts'
import { deviceKeys } from './readers/device-load.ts'
import { readers } from './readers/index.ts'
import { ownWordKeys } from './readers/own-words.ts'
import { realtimeKeys } from './readers/realtime.ts'
import { timingKeys } from './readers/timings.ts'

/** What only several files, or the agents and components of a base, tell together. */
const concluded = [
  'agents',
  'agents.busy',
  'agents.products',
  'agents.variants',
  'components',
  'clock.nodes-differ',
  'cpu.starved',
  'disk.await-high',
  'backup.running',
  'fanotify.blocking-holder',
  'hypervisor.task-at-incident',
  'incidents.same-time-of-day',
  'links.on-bond',
  'memory.swapping',
  'names.lookups-slow',
  'operation.slow-by-hand',
  'programs.start-slow',
]

/** Every name that `read-as` of a fact may give, in order. What is listed only to be joined is none of them. */
export const readingNames: readonly string[] = [
  ...new Set([
    ...concluded,
    ...timingKeys,
    ...ownWordKeys,
    ...deviceKeys,
    ...realtimeKeys,
    ...readers.flatMap(({ readings }) => readings).filter(name => !name.startsWith('listed.')),
  ]),
].sort()

/** Whether `read-as` may give this name; each agent has one of its own. */
export function isReading(name: string): boolean {
  return readingNames.includes(name) || name.startsWith(runs)
}
