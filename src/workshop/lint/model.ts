import type { Report } from '../../kb/condition.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { Folder } from '../../kb/shapes.ts'
import type { YamlFile } from '../../kb/yaml-file.ts'
import type { Example, Page, Severity } from '../finding.ts'

/** One file whose shape is right, as the checks of single files see it. */
export interface FileView {
  readonly folder: Folder | ''
  readonly id: string
  readonly object: object
  readonly yaml: YamlFile
}

/** Reports at a line and column of the text, for what is no value. */
export type ReportAt = (code: string, line: number, column: number, message: string, hint: string) => void

/**
 * Checks that belong together, with the page of every code they report. A check of a file sees nothing else, so that its
 * findings stay true until the file changes; a check of the base sees all files.
 */
export interface Checks {
  readonly pages: Readonly<Record<string, Page>>
  readonly file?: (file: FileView, report: Report, reportAt: ReportAt) => void
  readonly together?: (files: readonly FileView[], reportFor: (file: FileView) => ReportAt) => void
  readonly base?: (kb: KnowledgeBase, reportIn: (folder: Folder | '', id: string) => Report, today: string) => void
}

/** A page, in the order one reads it. */
export function page(severity: Severity, title: string, why: string, failing: Example, passing: Example, fixable?: true): Page {
  return { severity, title, why, failing, passing, ...(fixable ? { fixable } : {}) }
}

/** A page whose two examples are one file that differs in one piece of text; `path` names the file. */
export function pageOf(
  severity: Severity,
  title: string,
  why: string,
  path: string,
  text: string,
  wrong: string,
  right: string,
  fixable?: true,
): Page {
  const put = (piece: string) => ({ [path]: text.replace('§', () => piece) })
  return page(severity, title, why, put(wrong), put(right), fixable)
}
