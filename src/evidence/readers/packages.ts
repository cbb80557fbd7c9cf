import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf, upstreamVersion } from './reader.ts'

const rpm = /^([A-Za-z0-9][\w.+-]*)-(?:\d+:)?([^-\s:]+)-([^-\s]+?)\.(?:x86_64|noarch|i[3-6]86|ppc64le|ppc64|s390x|aarch64|\(none\))(?:\s|$)/
const listed =
  /^([A-Za-z0-9][\w.+-]*)\.(?:x86_64|noarch|i[3-6]86|ppc64le|ppc64|s390x|aarch64)\s+(?:\d+:)?([^-\s:]+)-(\S+)\s+(?:@\S+|installed)\s*$/
const dpkg = /^[hi]i\s+([a-z0-9][a-z0-9.+-]*)(?::\w+)?\s+(?:\d+:)?(\S+)\s/

/** Packages whose version changes what a log line looks like. */
const versioned = ['pacemaker', 'corosync', 'pcs', 'resource-agents']

/** Installed packages as `rpm -qa`, `yum list installed` or `dpkg -l` print them. */
export const packages: EvidenceReader = {
  name: 'packages',
  recognises: (path, head) => {
    const lines = spotsOf(head)
      .slice(0, 60)
      .filter(({ text }) => text.trim() !== '')
    const matching = lines.filter(({ text }) => packageOf(text)).length
    return matching >= 3 || (matching >= 1 && /(?:installed-rpms|rpm_-qa|package-?list|dpkg_-l|installed[_-]packages)[^/]*$/.test(path))
  },
  readings: ['listed.package', ...versioned.map(name => `version.${name}`)],
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      const found = packageOf(spot.text)
      return found ? packageReadings(found.name, upstreamVersion(found.version), spot, context) : []
    }),
}

/** What one installed package tells. */
export function packageReadings(name: string, version: string | undefined, spot: Spot, context: ReaderContext): Reading[] {
  const found = [reading(context, 'listed.package', name, shownLine(spot))]
  if (version && versioned.includes(name)) found.push(reading(context, `version.${name}`, version, shownLine(spot)))
  return found
}

/** Name and version of the package in one line of a listing. */
export function packageOf(line: string): { name: string; version: string } | undefined {
  const match = rpm.exec(line) ?? listed.exec(line) ?? dpkg.exec(line)
  return match ? { name: match[1]!, version: match[2]! } : undefined
}

function shownLine(spot: Spot): Spot {
  return { ...spot, text: spot.text.replace(/\s+/g, ' ') }
}
