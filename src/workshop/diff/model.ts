/** What a case comes to on one base: everything that somebody who uses the base would notice. */
export interface Snapshot {
  readonly bands: Readonly<Record<string, { readonly band: string; readonly points: number }>>
  /** Questions in the order in which they would be asked, answered from the case. */
  readonly questions: readonly string[]
  /** Steps of the plan in order: id, and everything that is printed of it. */
  readonly steps: readonly { readonly id: string; readonly content: string }[]
  /** Facts of the case that this base does not know, or whose value no longer fits. */
  readonly lost: readonly string[]
}

export interface Change<T> {
  readonly old: T
  readonly new: T
}

/** What changes for one case. Everything is empty or absent when nothing does. */
export interface CaseDiff {
  readonly id: string
  readonly title: string
  readonly bands: readonly ({ readonly hypothesis: string } & Change<string | null>)[]
  /** Only where the band stays. */
  readonly points: readonly ({ readonly hypothesis: string } & Change<number>)[]
  readonly questions: Change<readonly string[]> | null
  readonly steps: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly changed: readonly string[]
    readonly moved: boolean
  }
  readonly lost: readonly string[]
}

/** What became of the ids of one kind of object. */
export interface GroupDiff {
  readonly group: string
  readonly added: readonly string[]
  readonly dropped: readonly string[]
  readonly renamed: readonly { readonly old: string; readonly new: string }[]
  readonly changed: readonly string[]
}

export interface KbDiff {
  readonly old: { readonly name: string; readonly version: string; readonly digest: string }
  readonly new: { readonly name: string; readonly version: string; readonly digest: string }
  readonly groups: readonly GroupDiff[]
  /** Only cases for which something changes. */
  readonly cases: readonly CaseDiff[]
  readonly compared: number
}
