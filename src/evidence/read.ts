import type { KnowledgeBase } from '../kb/model.ts'
import { type AssembleOptions, assemble } from './assemble.ts'
import { compileMatcher, type Matcher } from './events/matcher.ts'
import type { PrefilterMaker } from './events/prefilter.ts'
import { type FileScan, scanLines, scanSieved } from './events/scan.ts'
import type { SievedPart } from './events/sieve-part.ts'
import { beginsInWords, holdsNoLog, isText, isTextWithHoles, logKindOf, notUnderstood, statusKind, whyBinary } from './kind-of.ts'
import { withoutChanges, withoutOperations } from './lines/changes.ts'
import { kernelClock, logDate } from './lines/dates.ts'
import { hasForeseen, withoutForeseen, withoutForeseenIn } from './lines/foreseen.ts'
import { isFieldJournal, journalLines } from './lines/journal-fields.ts'
import { quotesLines } from './lines/quoted.ts'
import { tellsOfOwn } from './lines/session.ts'
import { isExcerpt } from './lines/sniff.ts'
import { isMailed, isWrapped, unwrapped, wholeStatus } from './lines/unwrap.ts'
import { holdsAny, watch } from './lines/words.ts'
import { lossesOf } from './lost.ts'
import type { Evidence, EvidenceFile, ExaminedFile, Reading, Unopened } from './model.ts'
import { ansibleRuns } from './readers/ansible-runs.ts'
import { backups } from './readers/backups.ts'
import { blockedDumps } from './readers/blocked-dumps.ts'
import { sosTimeouts } from './readers/collector.ts'
import { countedLines } from './readers/counted-lines.ts'
import { countedTables } from './readers/counted-tables.ts'
import { datePairs } from './readers/date-pairs.ts'
import { deviceLoad } from './readers/device-load.ts'
import { gaveUp } from './readers/gave-up.ts'
import { guestSigns } from './readers/guest-signs.ts'
import { hostRootOf, isOfReport } from './readers/host-root.ts'
import { hypervisorTasks } from './readers/hypervisor-tasks.ts'
import { readerFor, unusable } from './readers/index.ts'
import { loadTimes } from './readers/load-times.ts'
import { lookups } from './readers/lookups.ts'
import { memory, memoryLines } from './readers/memory.ts'
import { monitoredRuns } from './readers/monitored-runs.ts'
import { mounts, networkMounts } from './readers/mounts.ts'
import { readerNamed } from './readers/named.ts'
import { namedAgents } from './readers/named-agents.ts'
import { nodeOf } from './readers/node-of.ts'
import { notedRuns } from './readers/noted-runs.ts'
import { mayBeOutput } from './readers/output-or-prose.ts'
import { outputs, without } from './readers/outputs.ts'
import { ownWords } from './readers/own-words.ts'
import { pasted } from './readers/pasted.ts'
import { pastedHung } from './readers/pasted-hung.ts'
import { pastedWaits } from './readers/pasted-waits.ts'
import { procStack } from './readers/proc-stack.ts'
import { ps } from './readers/ps.ts'
import { pastedLists } from './readers/ps-pasted.ts'
import { type ReaderContext, spotsOf } from './readers/reader.ts'
import { realtime } from './readers/realtime.ts'
import { reportTimes } from './readers/report-times.ts'
import { tabledRuns } from './readers/run-tables.ts'
import { cutRetransmits, shownRetransmits } from './readers/shown-retransmits.ts'
import { sos } from './readers/sos.ts'
import { spannedRows } from './readers/spanned-rows.ts'
import { steps } from './readers/steps.ts'
import { stoppedCommands } from './readers/stopped-commands.ts'
import { timings } from './readers/timings.ts'
import { toldOperations } from './readers/told-operations.ts'
import { domains, fencedAsGuests } from './readers/virtual.ts'
import { headBytes, tapped } from './tap.ts'
import { ownAccount } from './told/own-account.ts'

/** Names content; given from outside so that this stays free of any platform. */
export interface Digest {
  update(bytes: Uint8Array): void
  hex(): string
}

export interface ReadOptions extends AssembleOptions {
  /** Left out: no digests, they take as long as all the rest. */
  readonly newDigest?: (() => Digest) | undefined
  /** A faster search, where the platform has one. */
  readonly makePrefilter?: PrefilterMaker | undefined
  /** Finds the lines of a file that matter, perhaps in other threads; undefined: the file is read here. */
  readonly sieve?: ((file: EvidenceFile, search: Matcher) => AsyncIterable<SievedPart> | undefined) | undefined
  readonly onProgress?: (path: string, bytes: number) => void
}

export interface DigestedFile extends ExaminedFile {
  readonly digest: string
}

export type ReadEvidence = Omit<Evidence, 'examined'> & { readonly examined: readonly DigestedFile[] }

/** What people paste, and the status of all services, is smaller. */
const mostPastedBytes = 4 * 1024 * 1024
/** Listings and configuration are small; a larger one is no such thing. */
const mostReaderBytes = 64 * 1024 * 1024

/**
 * Reads everything once, in order, and says what it shows. Nothing is kept of a file but what was found in it. A file
 * that is damaged half-way keeps what was read before, and the ledger says so.
 */
export async function readEvidence(
  kb: KnowledgeBase,
  files: AsyncIterable<EvidenceFile | Unopened>,
  options: ReadOptions,
): Promise<ReadEvidence> {
  const matcher = compileMatcher(kb, options.makePrefilter)
  const readings: Reading[] = []
  const scans: FileScan[] = []
  const examined: DigestedFile[] = []
  const unopened: Unopened[] = []
  const notRead: Unopened[] = []
  const paths = new Set<string>()
  const unread = (path: string, why: string) => notRead.push({ path, why })
  const broken = (path: string, why: string) => notRead.push({ path, why, broken: true })
  // Nobody expects that a host's own files are all understood; whatever else is among the evidence was given on purpose.
  const silent = (path: string, why: string) =>
    hostRootOf(path) === undefined && !isOfReport(path) && unopened.push({ path, why, silent: true })
  for await (const item of files) {
    paths.add(item.path)
    if (!('read' in item)) {
      unopened.push(item)
      continue
    }
    const { path } = item
    const tap = tapped(item, options)
    try {
      let head: Uint8Array
      try {
        head = await tap.head()
      } catch (error) {
        broken(path, sentence(error))
        continue
      }
      if (!isText(head) && !(isTextWithHoles(head) && logKindOf(path, '')?.named)) {
        const why = whyBinary(path)
        if (why !== undefined) unread(path, why)
        else silent(path, 'it is no text, and no archive that avert opens')
        continue
      }
      const text = new TextDecoder().decode(head)
      const bytes = item.size ?? head.length
      const why = unusable(text.slice(0, 4096), head.length < headBytes ? head.length : bytes)
      const log = logKindOf(path, text)
      if (why !== undefined && !(bytes === 0 && readerNamed(path)?.emptyTells?.(path))) {
        if (log || readerFor(path, text) || readerNamed(path)) unread(path, why)
        else silent(path, why)
        continue
      }
      // Logs are not listings; but what a command printed may be one.
      const listing = log?.named !== true || (log.kind === 'command-output' && bytes <= mostReaderBytes)
      const reader = listing ? readerFor(path, text) : undefined
      const node = nodeOf(path)
      try {
        if (reader) {
          const whole = await tap.text(mostReaderBytes, text)
          if (whole === undefined) {
            unread(path, 'it is larger than such a file can be (64 MiB)')
            continue
          }
          const told = reader.read(whole, { path, node, kb })
          const loose = looseLines(whole, { path, node, kb }, reader.name)
          readings.push(...without(told, loose), ...loose)
          const kind = told.some(({ key }) => key === 'listed.sos-in-time') ? undefined : statusKind(reader.name)
          // Whoever copies a status into a file may add lines of a log; the look of a line tells what it is.
          const scan =
            kind ||
            (whole.length <= mostPastedBytes && (logLines.test(whole) || (corosyncLine.test(whole) && tellsOfOwn(whole.slice(0, 16_384)))))
              ? await scanLines(
                  path,
                  whole.length <= mostPastedBytes && (isWrapped(whole) || quotesLines(whole, path))
                    ? unwrapped(oneChunk(whole))
                    : oneChunk(wholeStatus(whole)),
                  matcher,
                  { kind: 'any-log', node, reference: item.modified },
                )
              : undefined
          if (scan) scans.push(scan)
          // One entry of a status may be all that somebody copied.
          if (told.length === 0 && !reader.mayBeSilent && !scan?.events.length)
            unread(path, `it looks like ${reader.name}, but nothing could be read from it`)
          examined.push({ path, kind: kind ?? reader.name, node, bytes: tap.bytes(), digest: tap.digest() })
        } else if (log) {
          const isHeaded = log.named && !listing && text.length < headBytes && beginsInWords(text, path)
          readings.push(
            ...(listing || isHeaded
              ? looseLines(log.named ? text : withoutForeseen(text), { path, node, kb }, undefined, !log.named || isHeaded)
              : inLogsToo(text, { path, node, kb })),
          )
          const context = { kind: log.kind === 'command-output' ? 'any-log' : log.kind, node, reference: item.modified } as const
          const isPasted = (item.size ?? head.length) <= mostPastedBytes
          const madeWhole = isFieldJournal(text)
            ? journalLines
            : isPasted && (log.named ? isMailed(text) : isWrapped(text) || quotesLines(text, path))
              ? unwrapped
              : undefined
          const isForeseen = isPasted && !log.named && hasForeseen(text)
          const stated = () => (isForeseen ? withoutForeseenIn(tap.rest()) : tap.rest())
          const elsewhere = madeWhole || isForeseen || tap.recoded() ? undefined : options.sieve?.(item, matcher)
          const [scan] = elsewhere
            ? await Promise.all([scanSieved(path, tap.noted(elsewhere), matcher, context), tap.digestRest()])
            : [await scanLines(path, madeWhole ? madeWhole(stated()) : stated(), matcher, context)]
          if (log.named && holdsNoLog(scan)) {
            broken(path, scan.error === undefined ? 'none of its lines looks like one of a log' : sentence(scan.error))
            continue
          }
          scans.push(scan)
          if (scan.error !== undefined) broken(path, `${sentence(scan.error)}; what came before line ${scan.lines + 1} was read`)
          examined.push({
            path,
            // Somebody copied out what was worth it: what is not in it may be anywhere else.
            kind: !log.named && (log.kind === 'command-output' || isExcerpt(text)) ? 'session' : log.kind,
            node: node ?? scan.host,
            bytes: scan.bytes,
            digest: tap.digest(),
            ...(scan.from ? { from: scan.from } : {}),
            ...(scan.to ? { to: scan.to } : {}),
          })
        } else {
          const told = bytes > mostPastedBytes ? [] : looseLines((await tap.text(mostPastedBytes, text)) ?? text, { path, node, kb })
          readings.push(...told)
          if (told.length > 0) examined.push({ path, kind: 'agent-lines', node, bytes: tap.bytes(), digest: tap.digest() })
          else silent(path, notUnderstood)
        }
      } catch (error) {
        broken(path, sentence(error))
      }
    } finally {
      await tap.close()
    }
  }
  return assemble(kb, lossesOf(kb), { readings, scans, examined, unopened, unread: notRead, paths }, options)
}

/** What single lines tell, wherever they stand; `told`: somebody tells it of a system of their own, whatever the file is called. */
const looseLines = (text: string, context: ReaderContext, reader?: string, told = false): Reading[] => [
  ...(told || mayBeOutput(context.path, text) ? printedLines(text, context, reader) : []),
  ...(reader !== procStack.name && holdsAny(text, framed) && stackLines.test(text) ? procStack.read(text, context) : []),
]
const printedLines = (text: string, context: ReaderContext, reader?: string): Reading[] => [
  ...pasted(text, context),
  ...outputs(text, context),
  ...loadTimes(text, context),
  ...(reader === memory.name ? [] : memoryLines(text, context)),
  ...hypervisorTasks(text, context),
  ...domains(text, context),
  ...fencedAsGuests(text, context),
  ...guestSigns(text, context),
  ...timings(text, context),
  ...datePairs(text, context),
  ...(reader === ps.name ? [] : [...pastedHung(text, context), ...pastedWaits(text, context)]),
  ...pastedLists(text, context),
  // Somebody looked for network mounts among other things.
  ...(reader !== mounts.name && networkMount.test(text) ? networkMounts(spotsOf(text), context, false) : []),
  ...lookups(text, context),
  ...inWords(withoutOperations(withoutChanges(text)), context),
  ...gaveUp(text, context),
  ...deviceLoad(text, context),
  ...backups(text, context),
  ...stoppedCommands(text, context),
  ...steps(text, context),
  ...realtime(text, context),
  ...countedLines(text, context),
  ...countedTables(text, context),
  ...shownRetransmits(text, context),
  ...inLogsToo(text, context),
  ...ansibleRuns(text, context),
  // A sosreport tells at the terminal, too, what it gave up on.
  ...(reader !== sos.name && text.includes("' timed out after ") ? sosTimeouts(spotsOf(text), context) : []),
]
/** What people also cut out of a log whose name says that it is one. */
const inLogsToo = (text: string, context: ReaderContext): Reading[] => [
  ...reportTimes(text, context),
  ...blockedDumps(text, context),
  ...cutRetransmits(text, context),
]
const inWords = (whole: string, context: ReaderContext): Reading[] => {
  const text = ownAccount(whole)
  return [
    ...ownWords(text, context, whole),
    ...notedRuns(text, context),
    ...monitoredRuns(text, context),
    ...tabledRuns(text, context),
    ...spannedRows(text, context),
    ...toldOperations(text, context),
    ...namedAgents(whole, context),
  ]
}
const networkMount = / type (?:nfs[234]?|cifs|smb3) \(/
/** A stack below a listing or in a mail. */
const stackLines = /^[ \t]*(?:\[<0>\] |#\d+ \[[0-9a-f]{8,16}\] )\S/m
const framed = watch('[<0>] ', ...Array.from('0123456789', digit => `${digit} [`))
/** Lines of a log below a listing. */
const logLines = new RegExp(
  String.raw`^[>|\t ]{0,40}(?:${logDate} .*(?:kernel|corosync|pacemaker|crmd|lrmd|INFO: task|BUG: )|${kernelClock} \S)`,
  'm',
)
/** And a message of corosync without what stands before it, where somebody tells of their own. */
const corosyncLine = /^[>|\t ]{0,12}\[(?:TOTEM|KNET|QUORUM) *\] [A-Z]/m
const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
