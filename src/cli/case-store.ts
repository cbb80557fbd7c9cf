import { closeSync, fsyncSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Case, readCase, writeCase } from '../case/case-file.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { Exit } from './exit.ts'
import { UserError } from './io.ts'

/** Writes a case so that a crash at any moment leaves either the old file or the new one, never a part. */
export function saveCase(path: string, value: Case): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const handle = openSync(temporary, 'w', 0o600)
    try {
      writeSync(handle, writeCase(value))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    try {
      unlinkSync(temporary)
    } catch {}
    throw new UserError(Exit.input, [
      `case-not-saved: "${path}" cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      '  hint: Name another file with --case.',
    ])
  }
}

function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {} // Some file systems cannot; the file itself is safe.
}

/** Reads a case; what a newer knowledge base changed is told in `notes`. */
export function loadCase(path: string, kb: KnowledgeBase): { value: Case; notes: readonly string[] } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UserError(Exit.input, [
      `${path}:1:1 unreadable-file: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      '  hint: Check the name and who may read it.',
    ])
  }
  const read = readCase(text, kb)
  if ('message' in read) throw new UserError(Exit.input, [`${path}:${read.line ?? 1}:1 bad-case: ${read.message}`, `  hint: ${read.hint}`])
  return read
}
