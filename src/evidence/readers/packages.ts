import type { Reading } from '../model.ts'
import { type EvidenceReader, reading, type Spot, spotsOf, upstreamVersion } from './reader.ts'

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
      if (!found) return []
      const readings: Reading[] = [reading(context, 'listed.package', found.name, shownLine(spot))]
      const version = upstreamVersion(found.version)
      if (version && versioned.includes(found.name)) readings.push(reading(context, `version.${found.name}`, version, shownLine(spot)))
      return readings
    }),
}

function packageOf(line: string): { name: string; version: string } | undefined {
  const match = rpm.exec(line) ?? listed.exec(line) ?? dpkg.exec(line)
  return match ? { name: match[1]!, version: match[2]! } : undefined
}

function shownLine(spot: Spot): Spot {
  return { ...spot, text: spot.text.replace(/\s+/g, ' ') }
}
