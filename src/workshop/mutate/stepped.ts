import { bandOrder, type Test } from '../../kb/condition.ts'

const ordered: readonly string[] = ['at-least', 'more-than', 'at-most', 'less-than']

/** The threshold of a test moved by one step to either side; nothing for tests without a threshold. */
export function stepped({ type, operator, value }: Test): (number | string)[] {
  if (type === 'number' && (ordered.includes(operator) || operator === 'is')) return numberSteps(Number(value))
  if (type === 'version' && ordered.includes(operator)) return versionSteps(String(value))
  if (type !== 'band' || !(ordered.includes(operator) || operator === 'is')) return []
  const at = bandOrder.indexOf(value as (typeof bandOrder)[number])
  return [bandOrder[at - 1], bandOrder[at + 1]].filter(band => band !== undefined)
}

/** One unit of the last written place: 5 is between 4 and 6, 0.5 between 0.4 and 0.6. */
function numberSteps(value: number): number[] {
  const places = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
  const step = 10 ** -places
  return [value - step, value + step].map(number => Number(number.toFixed(places)))
}

function versionSteps(value: string): string[] {
  const found = /^(.*?)(\d+)(\D*)$/.exec(value)
  if (!found) return []
  const [, before, last, after] = found
  const number = Number(last)
  return [...(number > 0 ? [`${before}${number - 1}${after}`] : []), `${before}${number + 1}${after}`]
}
