/** The parts of a JSON Schema (draft 2020-12, as zod writes it) that an author cares about. */
interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** Told once for all files: they may stand nearly everywhere. */
const everywhere = ['confidence', 'sources', 'article']

/** Every key of every kind of file as Markdown tables, generated from the schemas. A shape with the keys of another one says so. */
export function schemaReference(schemas: Readonly<Record<string, object>>): string {
  const tables = new Map<string, string>()
  return Object.entries(schemas)
    .map(([name, schema]) => {
      const keys = rows(schema as Schema)
      const same = [...tables].find(([, names]) => names === keyNames(keys))?.[0]
      tables.set(name, keyNames(keys))
      if (same) return `### ${name}\n\nThe keys of a ${same}.${differences(schema as Schema, schemas[same] as Schema)}`
      return `### ${name}\n\n| key | value | |\n| --- | --- | --- |\n${keys.map(({ line }) => line).join('\n')}`
    })
    .join('\n\n')
}

interface Row {
  readonly path: string
  readonly line: string
}

const keyNames = (keys: readonly Row[]) => keys.map(({ path }) => path).join()

/** What of the same keys another shape demands, in a sentence. */
function differences(schema: Schema, other: Schema): string {
  const needed = (schema.required ?? []).filter(key => !other.required?.includes(key))
  const fixed = Object.entries(schema.properties ?? {}).filter(([, { const: only }]) => only !== undefined)
  const told = [
    ...needed.map(key => `\`${key}\` is needed`),
    ...fixed.map(([key, { const: only }]) => `\`${key}\` is always \`${String(only)}\``),
  ]
  return told.length === 0 ? '' : ` ${told.join('; ')}.`
}

function rows(root: Schema): Row[] {
  const found = new Map<string, Row>()
  const walk = (schema: Schema, prefix: string, depth: number): void => {
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      if (everywhere.includes(key)) continue
      const path = `${prefix}${key}`
      const needed = schema.required?.includes(key) ? '**needed** ' : ''
      const line = `| \`${path}\` | ${valueOf(inner)} | ${needed}${cell(inner.description ?? '')} |`
      if (!found.has(path)) found.set(path, { path, line })
      if (depth > 0) descend(inner, path, depth)
    }
  }
  const descend = (schema: Schema, path: string, depth: number): void => {
    if (schema.properties) walk(schema, `${path}.`, depth - 1)
    if (schema.items) descend(schema.items, `${path}[]`, depth)
    if (typeof schema.additionalProperties === 'object') descend(schema.additionalProperties, `${path}.*`, depth)
    // A list of what may also stand alone has the same keys.
    const alone = schema.anyOf?.some(({ properties }) => properties)
    for (const option of schema.anyOf ?? []) if (!alone || !option.items) descend(option, path, depth)
  }
  if (root.properties) walk(root, '', 3)
  else descend(root, 'ID', 3)
  return [...found.values()]
}

/** What may stand there, in a few words. */
function valueOf(schema: Schema): string {
  if (schema.$ref) return 'a condition'
  if (schema.const !== undefined) return `\`${String(schema.const)}\``
  if (schema.enum) return schema.enum.map(value => `\`${String(value)}\``).join(' ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(valueOf))].join(' or ')
  if (schema.type === 'array') return `list of ${schema.items ? valueOf(schema.items) : 'values'}`
  if (schema.type === 'object') return schema.properties ? 'keys' : 'a map'
  const types = [schema.type ?? 'anything'].flat()
  if (types.length > 2) return 'a value'
  return types.map(type => ({ string: 'text', boolean: 'true/false', integer: 'whole number', null: 'null' })[type] ?? type).join(' or ')
}

const cell = (text: string) => text.replaceAll('|', '\\|')
