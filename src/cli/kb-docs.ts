import { stripControls } from '../plan/shell.ts'
import { makeHandbook } from '../workshop/handbook/handbook.ts'
import { handbookHtml } from '../workshop/handbook/html.ts'
import { handbookMarkdown } from '../workshop/handbook/markdown.ts'
import { authorFolders } from './base.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'
import { type Marker, writeFolder } from './write-folder.ts'

export interface DocsOptions {
  readonly out: string
  readonly force?: boolean
  readonly format: string
  readonly kb?: readonly string[]
}

const marker: Marker = {
  name: '.avert-handbook',
  says: 'avert kb docs wrote this folder; the files below are replaced or removed when it runs again.',
}

/** Writes the handbook as files into a folder of its own. */
export async function docsCommand({ out, force = false, format, kb: folders }: DocsOptions, io: Io): Promise<number> {
  const kb = await baseOrFail(authorFolders(folders, io), 'whole')
  const book = makeHandbook(kb)
  const files = format === 'markdown' ? handbookMarkdown(book) : handbookHtml(book)
  const refused = writeFolder(out, files, marker, force)
  if (refused !== undefined)
    throw new UserError(Exit.input, [stripControls(`${refused.code}: ${refused.message}`), `  hint: ${refused.hint}`])
  io.out(`${book.pages.length} pages. Open ${out.replace(/\/+$/, '')}/index.${format === 'markdown' ? 'md' : 'html'}`)
  return Exit.done
}
