import * as z from 'zod'
import { folders, kbFile, sourcesFile } from './shapes.ts'

/** JSON Schemas for editors, one per kind of file, generated from the shapes. */
export function jsonSchemas(): Record<string, object> {
  const names = {
    facts: 'fact',
    events: 'event',
    symptoms: 'symptom',
    vendors: 'vendor',
    components: 'component',
    hypotheses: 'hypothesis',
    resolutions: 'resolution',
    cases: 'case',
  } as const
  const schemas = Object.fromEntries(
    Object.entries(folders).map(([folder, schema]) => [names[folder as keyof typeof names], schemaOf(schema)]),
  )
  return { ...schemas, kb: schemaOf(kbFile), sources: schemaOf(sourcesFile) }
}

const schemaOf = (schema: z.ZodType): object => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })
