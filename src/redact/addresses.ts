import type { NameMap } from './name-map.ts'

/**
 * Addresses become addresses that nobody owns: 198.18.0.0/15 is set aside for tests, 2001:db8::/32 for documents, and no
 * card was ever sold with a MAC that begins with 02. What was in one subnet stays in one subnet.
 */

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const four = `${octet}(?:\\.${octet}){3}`
const ipv4 = new RegExp(`(?<![\\w.])${four}(?![\\w]|\\.\\d)`, 'g')
const wholeIpv4 = new RegExp(`^${four}$`)
/** Four numbers may be a version as well: after such a word, or in the name of a package. */
const versionBefore = /(?:\bv(?:er(?:sion)?)?[-_\s.:="']{0,4}|version[-_\w]*["']?\s?[:=]\s?["']?|\brelease[\s:="']{1,4}|[A-Za-z]{2,}\/)$/i
const packageAround = /[A-Za-z_+]-$/
const ipv6 = /(?<![\w:.])(?:[0-9a-f]{1,4}|:)(?::[0-9a-f]{0,4}){2,7}(?![\w:]|\.\d)/gi
const mac = /(?<![\w:-])[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4,18}(?![\w:-])/gi

/** What an address looks like, also one that stands for another. */
export const addressShapes: readonly RegExp[] = [mac, ipv6, ipv4]

/** Replaces every address in a line. */
export function hideAddresses(line: string, map: NameMap): string {
  let text = line
  if (text.includes(':') || text.includes('-')) text = text.replace(mac, found => hideMac(found, map))
  if (text.includes(':')) text = text.replace(ipv6, found => hideIpv6(found, map))
  return text.replace(ipv4, (found: string, at: number, whole: string) =>
    map.of(found) === undefined && isVersion(whole, at, found.length) ? found : hideIpv4(found, map),
  )
}

/** Whether a text is an address and nothing else. */
export const isAddress = (text: string): boolean => wholeIpv4.test(text) || groupsOf(text) !== undefined

function isVersion(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  if (versionBefore.test(before)) return true
  return packageAround.test(before) && /^(?:[-+~]\d|\.(?:el\d|x86_64|noarch|rpm|so))/.test(text.slice(at + length, at + length + 8))
}

function hideIpv4(address: string, map: NameMap): string {
  const [a, , , d] = address.split('.').map(Number) as [number, number, number, number]
  // This machine, nobody, everybody and masks are no one's.
  if (a === 127 || a === 0 || a === 255 || map.isPseudonym(address)) return address
  const known = map.of(address)
  if (known !== undefined) return known
  if (map.isFull('ipv4')) return '198.19.255.254'
  const multicast = a >= 224 && a < 240
  const prefix = address.slice(0, address.lastIndexOf('.'))
  const net = map.give('ipv4-subnet', `${prefix}.0/24`, n => `${multicast ? group(n) : subnet(n)}.0/24`).slice(0, -'.0/24'.length)
  if (d === 0 || d === 255) return map.put('ipv4', address, `${net}.${d}`)
  for (let n = 1; n < 255; n++) if (!map.isPseudonym(`${net}.${n}`)) return map.put('ipv4', address, `${net}.${n}`)
  return `${net}.254`
}

const subnet = (n: number): string =>
  n <= 512 ? `198.${18 + ((n - 1) >> 8)}.${(n - 1) % 256}` : `${240 + ((n >> 16) % 15)}.${(n >> 8) % 256}.${n % 256}`
const group = (n: number): string => `233.${252 + ((n >> 8) % 4)}.${n % 256}`

function hideIpv6(found: string, map: NameMap): string {
  // Nearly all that is met here is the time of day.
  const groups = found.length > 8 || found.includes('::') ? groupsOf(found) : undefined
  // Without a digit it is more likely a word.
  if (!groups || !/\d/.test(found) || map.isPseudonym(found)) return found
  const first = groups[0]!
  // Nobody, this machine, everybody.
  if (groups.slice(0, 7).every(part => part === 0) || first >= 0xff00) return found
  const name = groups.map(part => part.toString(16)).join(':')
  if (map.isFull('ipv6')) return '2001:db8:ffff:ffff::1'
  const local = (first & 0xffc0) === 0xfe80
  const prefix = `${name.split(':').slice(0, 4).join(':')}::/64`
  const net = local ? 'fe80' : map.give('ipv6-subnet', prefix, n => `2001:db8:0:${n.toString(16)}::/64`).slice(0, -'::/64'.length)
  return map.give('ipv6', name, n => `${net}::${n.toString(16)}`)
}

/** The eight numbers of an IPv6 address; undefined when the text is none, for instance a time or a MAC. */
function groupsOf(text: string): number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [before, after] = halves.map(half => (half === '' ? [] : half.split(':')))
  if ([...before!, ...(after ?? [])].some(part => !/^[0-9a-f]{1,4}$/i.test(part))) return undefined
  const missing = 8 - before!.length - (after?.length ?? 0)
  if (after === undefined ? missing !== 0 : missing < 1) return undefined
  return [...before!, ...Array<string>(missing).fill('0'), ...(after ?? [])].map(part => Number.parseInt(part, 16))
}

function hideMac(found: string, map: NameMap): string {
  if (map.isPseudonym(found) || /^(?:0|f|:|-)+$/i.test(found)) return found
  const name = found.toLowerCase().replaceAll('-', ':')
  const known = map.of(name)
  if (known !== undefined) return known
  if (map.isFull('mac')) return '02:ff:ff:ff:ff:ff'
  return map.give('mac', name, n => `02:00:${(n + 0x1_0000_0000).toString(16).slice(-8).match(/../g)!.join(':')}`)
}
