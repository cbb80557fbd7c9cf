import type { Case } from '../case/case-file.ts'
import type { Period } from '../case/incident.ts'
import { joinedLedger, type Logs } from '../case/joined-ledger.ts'
import { shellQuote } from '../plan/shell.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { periodOf } from './period.ts'

/** What `resume` is told of the time; undefined: that of the case stays. An empty one is all times. */
export function askedPeriod(options: Period & { readonly allTimes?: boolean }): Period | undefined {
  const period = periodOf(options)
  if (!options.allTimes) return period
  if (period)
    throw new UserError(Exit.usage, ['two-times: --all-times does not go with --since and --until', '  hint: Leave one of them out.'])
  return {}
}

/** The time of a case is changed only by reading its evidence anew: what was read is not kept line by line. */
export function refuseTimeAlone(file: string, value: Case, asked: Period): void {
  throw new UserError(Exit.usage, [
    `no-evidence: a case keeps no logs, only what was read in them${placesOf(value.evidence) ? '' : ', and nothing was read for this one'}`,
    `  hint: Give all of its evidence again to have it read for that time; the answers stay: ${resumeWords(file, value, asked)}`,
  ])
}

/** A case with what was read now: what is told of the same files before goes. */
export function withEvidence(
  file: string,
  value: Case,
  { logs, ...fresh }: Pick<Case, 'evidence' | 'observations' | 'ledger' | 'nodes'> & Partial<Case> & { readonly logs: Logs['spans'] },
  asked: Period | undefined,
  io: Io,
): Case {
  const again = new Map(fresh.evidence.map(({ path, digest }) => [path, digest]))
  const kept = value.observations.filter(({ origin }) => origin.file !== undefined && !again.has(origin.file))
  const evidence = value.evidence.filter(({ path }) => !again.has(path))
  if (asked) refuseOtherPeriod(file, value, asked, kept)
  // Files of two nodes often have one name; the first would be gone without a word.
  const changed = value.evidence.filter(({ path, digest }) => again.has(path) && again.get(path) !== digest).map(({ path }) => path)
  if (changed.length > 0)
    io.err(
      `note: ${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ` and ${changed.length - 3} more` : ''} differed when the case was made; what was read then is replaced. Files of another node belong into a folder that is called after it, for instance NODE/${changed[0]!.split('/').at(-1)}.`,
    )
  const witnesses = kept.flatMap(({ origin: { kind, time } }) => (kind === 'log' && time !== undefined ? [time] : []))
  // What more evidence tells of an incident was not weighed with what was read before.
  const { incidents: _, period: __, ...before } = value
  return {
    ...before,
    ...fresh,
    observations: [...kept, ...fresh.observations],
    evidence: [...evidence, ...fresh.evidence],
    ledger: joinedLedger({ ledger: value.ledger, evidence, nodes: value.nodes }, fresh, { spans: logs, witnesses }),
    nodes: [...new Set([...(evidence.length > 0 ? value.nodes : []), ...fresh.nodes])].sort(),
  }
}

/** What logs told of another time would stand in a report that says that only this one was looked at. */
function refuseOtherPeriod(file: string, value: Case, asked: Period, kept: Case['observations']): void {
  const log = kept.find(({ origin }) => origin.kind === 'log')?.origin.file
  if (log === undefined || (asked.since === value.period?.since && asked.until === value.period?.until)) return
  throw new UserError(Exit.usage, [
    `other-period: what the case holds of ${log} is of another time`,
    `  hint: Give all of the evidence again; the answers stay: ${resumeWords(file, value, asked)}`,
  ])
}

/** What the case was made from, as far as it is known: the folders they lay in are not. */
const placesOf = (evidence: Case['evidence']): string =>
  [...new Set(evidence.map(({ path }) => path.split('/')[0]!.replace(/ \(\d+\)$/, '')))]
    .map(name => (name === 'stdin' ? '-' : shellQuote(name)))
    .join(' ')

const resumeWords = (file: string, { evidence }: Case, { since, until }: Period): string =>
  [
    `avert resume ${shellQuote(file)} ${placesOf(evidence) || 'EVIDENCE'}`,
    since === undefined ? '' : `--since ${shellQuote(since)}`,
    until === undefined ? '' : `--until ${shellQuote(until)}`,
    since === undefined && until === undefined ? '--all-times' : '',
  ]
    .filter(Boolean)
    .join(' ')
