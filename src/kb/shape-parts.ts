import * as z from 'zod'

/** Pieces that the shapes of several kinds of file share. */

export const text = (about: string) => z.string().min(1).describe(about)
export const slug = (about: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'expected an id: small letters, digits and single hyphens')
    .describe(about)
export const scalar = z.union([z.string(), z.number(), z.boolean()])

export const confidence = z
  .enum(['documented', 'reported', 'unverified'])
  .describe('documented: the maker or Red Hat says so; reported: seen by others; unverified: nobody we can name has checked it')
export type Confidence = z.infer<typeof confidence>

export const provenance = {
  confidence: confidence.optional(),
  sources: z.array(slug('An id in sources.yaml')).optional().describe('Where this comes from: ids in sources.yaml'),
}
export const article = {
  article: z
    .array(z.string().regex(/^[EIRCD]\d[a-j]?$/))
    .optional()
    .describe('The points of the founding article that this file carries'),
}

export const on = z.enum(['one-node', 'each-node', 'console', 'workstation'])
export const risk = z.enum(['none', 'low', 'high'])
export const lines = z.union([z.string().min(1), z.array(z.string().min(1))])
