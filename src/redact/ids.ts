import type { NameMap } from './name-map.ts'

/** Ids that name one machine, disk or account in the whole world, known by their shape; they keep it. */

const uuid = /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/gi
/** A machine id, or the id of a disk. */
const hex = /(?<![0-9a-z])[0-9a-f]{32,33}(?![0-9a-z])/gi
/** A port of a storage network; addresses in memory begin with 0 or f, those of POWER with c00. */
const wwn = /(?<=(?:\b0x|\bnaa\.|\beui\.|wwn-0x|\bww[np]?n[ :=]{1,3}))(?:[1-6][0-9a-f]{2}|c05)[0-9a-f]{13}(?:[0-9a-f]{16})?(?![0-9a-z])/gi
const iqn = /\biqn\.\d{4}-\d\d\.[\w.-]+(?::[^\s,;"'<>\]]+)?/gi

export const idShapes: readonly RegExp[] = [iqn, uuid, hex]

/** Replaces every such id in a line. */
export function hideIds(line: string, map: NameMap): string {
  let text = line
  if (text.includes('iqn.')) text = text.replace(iqn, found => hide(found, map, n => `iqn.2000-01.invalid:serial-${n}`))
  if (text.includes('-')) text = text.replace(uuid, found => hide(found, map, n => `00000000-0000-4000-8000-${padded(n, 12)}`))
  text = text.replace(hex, found => hide(found, map, n => padded(n, found.length)))
  return text.replace(wwn, found => hide(found, map, n => `5${padded(n, found.length - 1)}`))
}

const padded = (n: number, length: number): string => String(n).padStart(length, '0')

function hide(found: string, map: NameMap, make: (n: number) => string): string {
  if (map.isPseudonym(found) || /^[0-]+$/.test(found)) return found
  if (map.of(found) === undefined && map.isFull('id')) return make(0)
  return map.give('id', found, make)
}
