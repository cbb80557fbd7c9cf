import { readFileSync } from 'node:fs'
import { type Case, readCase, writeCase } from '../case/case-file.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { whyUnreadable } from '../kb/why-unreadable.ts'
import { Exit } from './exit.ts'
import { UserError } from './io.ts'
import { writePrivate } from './write-private.ts'

/** Writes a case; a crash at any moment leaves the old one or the new one. */
export function saveCase(path: string, value: Case): void {
  try {
    writePrivate(path, writeCase(value))
  } catch (error) {
    throw new UserError(Exit.input, [
      `case-not-saved: "${path}" cannot be written (${whyUnreadable(error)})`,
      '  hint: Name another file with --case.',
    ])
  }
}

/** Reads a case; what a newer knowledge base changed is told in `notes`. */
export function loadCase(path: string, kb: KnowledgeBase): { value: Case; notes: readonly string[] } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UserError(Exit.input, [
      `${path}:1:1 unreadable-file: cannot be read (${whyUnreadable(error)})`,
      '  hint: Check the name and who may read it.',
    ])
  }
  const read = readCase(text, kb)
  if ('message' in read) throw new UserError(Exit.input, [`${path}:${read.line ?? 1}:1 bad-case: ${read.message}`, `  hint: ${read.hint}`])
  return read
}
