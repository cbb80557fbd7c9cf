import * as z from 'zod'

export { type OperatorWord, operators } from './vocabulary.ts'

export type RawCondition =
  | string
  | { all: RawCondition[] }
  | { any: RawCondition[] }
  | { not: RawCondition }
  | Record<string, Record<string, unknown>>
export const condition: z.ZodType<RawCondition> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.record(z.string(), z.record(z.string(), z.unknown())),
  ]),
) as unknown as z.ZodType<RawCondition>
