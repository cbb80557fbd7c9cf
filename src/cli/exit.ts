/** Exit codes that scripts rely on, the same for all commands. A number never changes its meaning. */
export const Exit = {
  /** Done; diagnose: concluded. */
  done: 0,
  /** kb lint, kb test, kb diff: something was found. */
  findings: 1,
  /** A wrong command line. */
  usage: 2,
  /** Unreadable or invalid input, or an output that cannot be written. */
  input: 3,
  /** The knowledge base does not load. */
  base: 4,
  /** Inconclusive: the output lists the facts that are wanted. */
  inconclusive: 5,
  /** Stopped by the user; the case is saved. */
  stopped: 6,
  /** A bug in avert. */
  bug: 70,
} as const
export type Exit = (typeof Exit)[keyof typeof Exit]
