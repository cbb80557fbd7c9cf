import type { LedgerEntry, Observation } from '../case/observation.ts'
import type { IncidentAlone } from './incidents.ts'

/** One member of a bundle, opened only when it is read. `path` uses `/`, never absolute, never with `..`. */
export interface EvidenceFile {
  readonly path: string
  /** Bytes, when known beforehand. */
  readonly size?: number
  /** Where it lies on this machine, when it is a plain file: other threads may read it there. */
  readonly place?: string
  /** Last change in ms since 1970 UTC, when known; gives year-less log lines their year. */
  readonly modified?: number
  /** Chunks of any size. Throws an `EvidenceError` when it cannot be read to the end. */
  read(): AsyncIterable<Uint8Array>
}

/** Something of the evidence that could not be opened at all (refused, unreadable, damaged). */
export interface Unopened {
  readonly path: string
  readonly why: string
  /** It was to be read, and is damaged, cut off, locked or not allowed; a link or a device, for instance, is none of these. */
  readonly broken?: true
  /** It was looked at, and is nothing that avert understands: no rule waits for it. */
  readonly silent?: true
}

/** Something a log line says happened. */
export interface LogEvent {
  /** An event id of the knowledge base. */
  readonly kind: string
  /** The node it is about, else the host that logged it, else the bundle's node. */
  readonly node: string | undefined
  /** As in the log, made ISO 8601 (`2026-03-28T06:15:03`), without a zone unless the log had one. */
  readonly time: string | undefined
  /** ms since 1970 for ordering and windows (a zone-less time is read as UTC). */
  readonly at: number | undefined
  readonly file: string
  /** From 1. */
  readonly line: number
  /** 1, or N for "message repeated N times", or the number of lines that told the same (count-once keeps 1). */
  readonly count: number
  readonly values: Readonly<Record<string, string>>
  /** The line, cut to 400 characters, control characters removed. */
  readonly text: string
}

/** A file that a reader understood. `kind` is a log kind of the knowledge base or the reader's name. */
export interface ExaminedFile {
  readonly path: string
  readonly kind: string
  readonly node: string | undefined
  readonly bytes: number
  readonly from?: string
  readonly to?: string
}

/** What the readers found: plain data. */
export interface Evidence {
  readonly observations: readonly Observation[]
  readonly events: readonly LogEvent[]
  readonly ledger: readonly LedgerEntry[]
  readonly examined: readonly ExaminedFile[]
  /** Node names of the cluster, sorted. */
  readonly nodes: readonly string[]
  readonly warnings: readonly string[]
  /** Something that would have told facts is damaged, cut off, locked or not allowed: that nothing was found says even less. */
  readonly broken: boolean
  /** What the events that show something are about most. */
  readonly focus: { readonly node?: string; readonly resource?: string; readonly resources?: readonly string[]; readonly cluster?: string }
  /** Minutes east of UTC of the clock that most logs were written by; 0 when nobody tells. */
  readonly zoneMinutes: number
  /** The name of that zone, when its rule is known: summer and winter differ. */
  readonly zoneName?: string
  /** `file:line` of the events that show something. */
  readonly witnesses: readonly string[]
  /** Where it was asked for, and there are two or more: what each incident alone would show. */
  readonly incidents?: readonly IncidentAlone[]
}

/**
 * What a reader tells, before facts are known: `key` is a reading (see `readings.ts`), matched with `read-as` of a fact.
 */
export interface Reading {
  readonly key: string
  readonly value: string | number | boolean | readonly string[]
  readonly node: string | undefined
  readonly file: string
  readonly line?: number
  readonly text?: string
  /** It answers for the cluster: whoever measured did so where the trouble was, so the other nodes need no look. */
  readonly settles?: true
}
