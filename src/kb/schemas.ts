import * as z from 'zod'
import { folders, kbFile, sourcesFile } from './shapes.ts'
import { shapeNames } from './vocabulary.ts'

/** JSON Schemas for editors, one per kind of file, generated from the shapes. */
export function jsonSchemas(): Record<string, object> {
  const schemas = Object.fromEntries(
    Object.entries(folders).map(([folder, schema]) => [shapeNames[folder as keyof typeof shapeNames], schemaOf(schema)]),
  )
  return { ...schemas, kb: schemaOf(kbFile), sources: schemaOf(sourcesFile) }
}

const schemaOf = (schema: z.ZodType): object => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })
