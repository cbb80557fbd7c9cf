import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KnowledgeBase } from '../kb/model.ts'
import { formatProblem } from '../kb/problem.ts'
import { didYouMean } from '../kb/suggest.ts'
import { agentsTable } from '../render/agents.ts'
import { authorFolders, loadBase } from './base.ts'
import { Exit } from './exit.ts'
import { cannotWrite, type Io, UserError } from './io.ts'

/** The base, or a UserError that tells every problem at once. */
export async function baseOrFail(folders: readonly string[] | undefined, part: 'run' | 'whole' = 'run'): Promise<KnowledgeBase> {
  const loaded = await loadBase(folders, part)
  if ('kb' in loaded) return loaded.kb
  throw new UserError(Exit.base, loaded.problems.map(formatProblem))
}

const groups = ['facts', 'events', 'symptoms', 'vendors', 'components', 'hypotheses', 'resolutions', 'sources', 'cases'] as const

export async function showCommand(
  id: string | undefined,
  { format, kb: folder }: { format: string; kb?: readonly string[] },
  io: Io,
): Promise<number> {
  const kb = await baseOrFail(authorFolders(folder, io), 'whole')
  if (id === 'article') return showArticle(kb, format, io)
  if (id === 'agents') {
    io.out(format === 'json' ? kbDocument(kb, { vendors: kb.vendors }) : agentsTable(kb))
    return Exit.done
  }
  if (id === undefined) {
    const { kb: own, ...rest } = kb
    if (format === 'json') io.out(kbDocument(kb, Object.fromEntries(groups.map(group => [group, rest[group]]))))
    else {
      io.out(`${own.title}\n${own.id} ${own.version}, ${own.digest}\n${own.scope}`)
      for (const group of groups)
        io.out(
          `\n${group} (${Object.keys(kb[group]).length})\n${Object.entries(kb[group])
            .map(([key, value]) => `  ${key.padEnd(34)} ${(value as { title: string }).title}`)
            .join('\n')}`,
        )
    }
    return Exit.done
  }
  const found = groups.filter(group => Object.hasOwn(kb[group], id))
  if (found.length === 0)
    throw new UserError(Exit.usage, [
      `unknown-id: nothing is called "${id.slice(0, 80)}"`,
      `  hint: ${didYouMean(
        id,
        groups.flatMap(group => Object.keys(kb[group])),
        'Run "avert kb show" for all ids.',
      )}`,
    ])
  if (format === 'json') io.out(kbDocument(kb, Object.fromEntries(found.map(group => [group, { [id]: kb[group][id] }]))))
  else {
    const { stringify } = await import('yaml')
    for (const group of found) io.out(`# ${group}/${id}\n${stringify(kb[group][id], { lineWidth: io.columns })}`)
  }
  return Exit.done
}

/** The whole base and one object have the same shape; what was not asked for is left out. */
const kbDocument = ({ kb }: KnowledgeBase, objects: object) => JSON.stringify({ schema: 'avert/kb@1', kb, ...objects }, null, 2)

/** Which file carries which point of the founding article. */
function showArticle(kb: KnowledgeBase, format: string, io: Io): number {
  const carriers = new Map<string, string[]>()
  const add = (points: readonly string[] | undefined, where: string) => {
    for (const point of points ?? []) carriers.set(point, [...(carriers.get(point) ?? []), where])
  }
  add(kb.kb.article, 'kb')
  for (const group of groups)
    for (const [id, object] of Object.entries(kb[group])) add((object as { article?: readonly string[] }).article, `${group}/${id}`)
  const sorted = [...carriers].sort(([a], [b]) => 'EIRCD'.indexOf(a[0]!) - 'EIRCD'.indexOf(b[0]!) || (a < b ? -1 : 1))
  if (format === 'json') io.out(JSON.stringify(Object.fromEntries(sorted), null, 2))
  else io.out(sorted.map(([point, where]) => `${point.padEnd(4)} ${where.join(', ')}`).join('\n'))
  return Exit.done
}

export async function schemaCommand(shape: string | undefined, { out, format }: { out?: string; format: string }, io: Io): Promise<number> {
  const { jsonSchemas } = await import('../kb/schemas.ts')
  const { documentSchemas } = await import('../render/documents.ts')
  // A folder of schemas is for an editor: only the rule files' shapes belong there.
  const schemas: Record<string, object> = out === undefined ? { ...jsonSchemas(), ...documentSchemas() } : jsonSchemas()
  if (shape !== undefined && !Object.hasOwn(schemas, shape))
    throw new UserError(Exit.usage, [
      `unknown-shape: no shape is called "${shape.slice(0, 80)}"`,
      `  hint: ${didYouMean(shape, Object.keys(schemas), `Shapes: ${Object.keys(schemas).join(', ')}.`)}`,
    ])
  if (out !== undefined) {
    try {
      mkdirSync(out, { recursive: true })
      for (const [name, schema] of Object.entries(schemas))
        if (shape === undefined || shape === name) writeFileSync(join(out, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`)
    } catch (error) {
      throw cannotWrite(error, 'Name a folder that you may write to.')
    }
  } else if (format === 'markdown') {
    const { schemaReference } = await import('../render/reference.ts')
    io.out(schemaReference(shape === undefined ? jsonSchemas() : { [shape]: schemas[shape]! }))
  } else io.out(JSON.stringify(shape === undefined ? schemas : schemas[shape], null, 2))
  return Exit.done
}
