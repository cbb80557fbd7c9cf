import * as z from 'zod'

/** A condition as an author writes it. Its meaning is fixed in condition.ts. */
export const operators = [
  'is',
  'is-not',
  'one-of',
  'none-of',
  'more-than',
  'less-than',
  'at-least',
  'at-most',
  'includes',
  'excludes',
  'known',
] as const
export type OperatorWord = (typeof operators)[number]
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
