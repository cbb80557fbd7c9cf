import { writeFileSync } from 'node:fs'
import type { KnowledgeBase } from '../kb/model.ts'
import { didYouMean } from '../kb/suggest.ts'
import { stripControls } from '../plan/shell.ts'
import { graphAround } from '../workshop/graph/around.ts'
import { graphDot } from '../workshop/graph/dot.ts'
import { graphMermaid } from '../workshop/graph/mermaid.ts'
import { drawn } from '../workshop/graph/model.ts'
import { graphSvg } from '../workshop/graph/svg.ts'
import { graphWhole } from '../workshop/graph/whole.ts'
import { authorFolders } from './base.ts'
import { Exit } from './exit.ts'
import { cannotWrite, type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'

export interface GraphOptions {
  readonly format: string
  readonly out?: string
  readonly kb?: readonly string[]
}

/** A picture of the base or of one object; what was left out is told on stderr too. */
export async function graphCommand(id: string | undefined, { format, out, kb: folders }: GraphOptions, io: Io): Promise<number> {
  const kb = await baseOrFail(authorFolders(folders, io), 'run')
  const graph = id === undefined ? graphWhole(kb) : graphAround(kb, keyOf(kb, id))
  const text = format === 'dot' ? graphDot(graph) : format === 'svg' ? graphSvg(graph) : graphMermaid(graph)
  for (const note of graph.notes) io.err(`note: ${note}`)
  if (out === undefined) io.out(text)
  else write(out, text)
  return Exit.done
}

/** `ID`, or `folder/ID` where two kinds share an id. */
function keyOf(kb: KnowledgeBase, typed: string): string {
  const keys = drawn.flatMap(kind => Object.keys(kb[kind]).map(id => `${kind}/${id}`))
  const found = keys.filter(key => key === typed || key.endsWith(`/${typed}`))
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw new UserError(Exit.usage, [
      `ambiguous-id: ${found.length} objects are called "${typed}"`,
      `  hint: Write one of ${found.join(', ')}.`,
    ])
  const ids = typed.includes('/') ? keys : [...new Set(keys.map(key => key.slice(key.indexOf('/') + 1)))]
  throw new UserError(Exit.usage, [
    `unknown-id: nothing that can be drawn is called "${stripControls(typed.slice(0, 80))}"`,
    `  hint: ${didYouMean(typed, ids, 'Run "avert kb show" for all ids.')}`,
  ])
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw cannotWrite(error, 'Name a file in a folder that exists.')
  }
}
