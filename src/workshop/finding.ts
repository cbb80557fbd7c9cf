import type { Problem } from '../kb/problem.ts'
import type { Folder } from '../kb/shapes.ts'
import type { Path } from '../kb/yaml-file.ts'

/** How much a finding weighs: an error must be mended, a warning should be, an info is good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** A case that shows what a finding says: facts to values (null: nobody can tell), a log line, or answers in order. */
export interface CounterExample {
  readonly facts?: Readonly<Record<string, unknown>>
  readonly line?: string
  readonly answers?: readonly { readonly fact: string; readonly value: unknown }[]
}

/** Something found in a checked base, where no text positions are known: the place is a path inside a file's fields. */
export interface Finding {
  readonly code: string
  /** Folder '' holds kb.yaml and sources.yaml; their ids are `kb` and `sources`. */
  readonly at: { readonly folder: Folder | ''; readonly id: string; readonly path: Path; readonly atKey?: boolean }
  readonly message: string
  readonly hint: string
  readonly counterExample?: CounterExample
  /** 'exact', or how much was tried: 'sampled: 2000 of 1048576 combinations'. */
  readonly exactness?: string
}

/** A finding with its place in the text and its weight, as it is printed. */
export interface PlacedFinding extends Problem {
  readonly severity: Severity
  readonly counterExample?: CounterExample
  readonly exactness?: string
}

/** Files over the small example base (see `test/workshop/example-base.ts`): path to whole text; null takes a file away. */
export type Example = Readonly<Record<string, string | null>>

/** The documentation page of one code. Both examples are executed by a test. */
export interface Page {
  readonly severity: Severity
  readonly title: string
  /** Why it matters, in a few sentences. */
  readonly why: string
  readonly failing: Example
  readonly passing: Example
  /** `--fix` mends it. */
  readonly fixable?: true
}
