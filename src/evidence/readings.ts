import { readers } from './readers/index.ts'
import { timingKeys } from './readers/timings.ts'

/** What only several files, or the agents and components of a base, tell together. */
const concluded = ['agents', 'agents.allow-list', 'components', 'clock.nodes-differ', 'fanotify.blocking-holder']

/** Every name that `read-as` of a fact may give, in order. What is listed only to be joined is none of them. */
export const readingNames: readonly string[] = [
  ...new Set([...concluded, ...timingKeys, ...readers.flatMap(({ readings }) => readings).filter(name => !name.startsWith('listed.'))]),
].sort()
