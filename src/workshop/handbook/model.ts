import type { Confidence } from '../../kb/shapes.ts'
import type { Graph } from '../graph/model.ts'

/**
 * The handbook as plain data: pages of blocks. Texts are raw (they come from rule files); each renderer escapes them in
 * its own way, so that no page can forget to.
 */

export type Inline =
  | string
  /** To another page of the handbook: its path, perhaps with `#anchor`. `about` says more when the text alone does not. */
  | { readonly kind: 'link'; readonly to: string; readonly text: string; readonly about?: string }
  /** Out of the handbook; only http and https become links. */
  | { readonly kind: 'url'; readonly url: string; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'mark'; readonly confidence: Confidence }
  /** A thing of second rank. */
  | { readonly kind: 'soft'; readonly text: string }
export type Text = readonly Inline[]

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'careful'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Text[] }
  | { readonly kind: 'fields'; readonly entries: readonly (readonly [name: string, value: Text])[] }
  | { readonly kind: 'table'; readonly about: string; readonly head: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: 'code'; readonly label?: string; readonly text: string }
  | { readonly kind: 'graph'; readonly graph: Graph }
  /** A titled part that can be linked to, such as a step. */
  | { readonly kind: 'part'; readonly anchor: string; readonly title: Text; readonly blocks: readonly Block[] }
  /** A question to tick on paper. */
  | {
      readonly kind: 'question'
      readonly anchor: string
      readonly number: number
      readonly ask: Text
      readonly answers: readonly string[]
      readonly blocks: readonly Block[]
    }
  /** A big link with a line below it. */
  | { readonly kind: 'doors'; readonly doors: readonly { readonly to: string; readonly title: string; readonly text: string }[] }

export interface Row {
  /** So that the row can be linked to. */
  readonly anchor?: string
  readonly cells: readonly Text[]
}

export interface Section {
  readonly anchor: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Groups of pages; the navigation shows them in this order. */
export const kinds = ['start', 'symptoms', 'hypotheses', 'vendors', 'resolutions', 'components', 'facts', 'events'] as const
export type PageKind = (typeof kinds)[number]

export interface Page {
  /** Relative to the handbook's folder, with `/`, without extension. */
  readonly path: string
  readonly kind: PageKind
  /** The id in the knowledge base; undefined for pages that are about several objects. */
  readonly id?: string
  readonly title: string
  /** Under the title. */
  readonly lead: Text
  readonly sections: readonly Section[]
  /** Further words that the search finds: other names, log lines. */
  readonly search?: readonly string[]
}

export interface Handbook {
  readonly title: string
  readonly edition: string
  readonly pages: readonly Page[]
}

export const link = (to: string, text: string): Inline => ({ kind: 'link', to, text })
export const code = (text: string): Inline => ({ kind: 'code', text })
export const strong = (text: string): Inline => ({ kind: 'strong', text })
export const soft = (text: string): Inline => ({ kind: 'soft', text })
export const mark = (confidence: Confidence): Inline => ({ kind: 'mark', confidence })
export const paragraph = (...text: Text): Block => ({ kind: 'paragraph', text })

/** Texts with something between them. */
export const joined = (texts: readonly Text[], between: string): Text => texts.flatMap((text, i) => (i === 0 ? text : [between, ...text]))

/** The section, or nothing when it would be empty. */
export const section = (anchor: string, title: string, blocks: readonly Block[]): Section[] =>
  blocks.length === 0 ? [] : [{ anchor, title, blocks }]
