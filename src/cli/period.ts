import type { Period } from '../case/incident.ts'
import { typedTime } from '../evidence/period.ts'
import { Exit } from './exit.ts'
import { UserError } from './io.ts'

/** The time that `--since` and `--until` name; undefined when there is neither. */
export function periodOf({ since, until }: Period): Period | undefined {
  if (since === undefined && until === undefined) return undefined
  const problems = (
    [
      ['since', since],
      ['until', until],
    ] as const
  ).flatMap(([name, text]) =>
    text === undefined || typedTime(text, name) ? [] : [`bad-time: "${text.slice(0, 80)}" after --${name} is no time`],
  )
  if (problems.length > 0)
    throw new UserError(Exit.usage, [
      ...problems,
      "  hint: Write it as '2026-03-28 06:15', by the clock of the nodes; a day alone will do, and a zone may follow ('2026-03-28 06:15Z').",
    ])
  const [begin, end] = [since && typedTime(since, 'since'), until && typedTime(until, 'until')]
  if (begin && end && begin.at > end.at && begin.yearless === end.yearless && !begin.yearless && begin.zoned === end.zoned)
    throw new UserError(Exit.usage, [
      `bad-time: --since ${since} is later than --until ${until}`,
      '  hint: Give the earlier time to --since.',
    ])
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}
