import type { Reading } from '../model.ts'
import { addresses } from './addresses.ts'
import { df } from './load.ts'
import { packageReadings } from './packages.ts'
import { ps } from './ps.ts'
import { type EvidenceReader, type ReaderContext, reading, spotsOf, upstreamVersion } from './reader.ts'

const begin = /^\+ (\S.*)$/

/** `sysstats.txt` of crm_report: the output of several commands, each below a line `+ command`. */
export const sysstats: EvidenceReader = {
  name: 'sysstats',
  recognises: (path, head) => /(?:^|\/)sysstats\.txt$/.test(path) && begin.test(head.split('\n', 1)[0]!),
  readings: ['listed.hostname', ...ps.readings, ...df.readings, ...addresses.readings],
  read: (text, context) => sectionsOf(text).flatMap(section => fromSection(section, context)),
}

interface Section {
  readonly command: string
  /** The line above its output. */
  readonly line: number
  readonly text: string
}

function sectionsOf(text: string): Section[] {
  const lines = text.split(/\r?\n/)
  const starts = lines.flatMap((line, i) => (begin.test(line) ? [i] : []))
  return starts.map((start, i) => ({
    command: begin.exec(lines[start]!)![1]!.trim(),
    line: start + 1,
    text: lines.slice(start + 1, starts[i + 1]).join('\n'),
  }))
}

function fromSection({ command, line, text }: Section, context: ReaderContext): Reading[] {
  if (command === 'uname -n') {
    const name = text.trim()
    return /^[A-Za-z0-9][\w.-]{0,252}$/.test(name) ? [reading(context, 'listed.hostname', name, { line: line + 1, text: name })] : []
  }
  const reader = /^ps\s/.test(command) ? ps : /^df\b/.test(command) ? df : /^(?:ip addr|ifconfig)/.test(command) ? addresses : undefined
  if (!reader) return []
  return reader.read(text, context).map(found => (found.line === undefined ? found : { ...found, line: found.line + line }))
}

const told: readonly (readonly [RegExp, (version: string) => readonly (readonly [string, string | number])[]])[] = [
  [/^Kernel release: \S+\.el(\d+)/, major => [['rhel-major', Number(major)]]],
  [
    /^Distribution: .*(?:Red Hat Enterprise Linux|CentOS|Rocky Linux|AlmaLinux)[^\d]{0,40}release (\d+(?:\.\d+)*)/,
    release => [
      ['rhel-major', Number.parseInt(release, 10)],
      ['rhel-release', release],
    ],
  ],
  [/^Pacemaker (\d+(?:\.\d+)+)/, version => [['version.pacemaker', version]]],
  [/^Corosync Cluster Engine, version '?(\d+(?:\.\d+)+)/, version => [['version.corosync', version]]],
]

/** `pacemakerd --version` and `corosync -v`. */
export const versions: EvidenceReader = {
  name: 'versions',
  needs: ['Pacemaker ', 'Corosync Cluster Engine'],
  recognises: (_, head) =>
    /^\s*(?:Pacemaker \d+\.\d+\.\d\S*(?: \(Build: [^)\n]{1,80}\))?\s*$|Corosync Cluster Engine, version '?\d)/m.test(head.slice(0, 400)),
  readings: ['version.pacemaker', 'version.corosync'],
  read: (text, context) =>
    spotsOf(text).flatMap(spot =>
      told.flatMap(([pattern, keys]) => {
        const version = pattern.exec(spot.text.trimStart())?.[1]
        return (version ? keys(version) : []).flatMap(([key, value]) =>
          key.startsWith('version.') ? [reading(context, key, value, spot)] : [],
        )
      }),
    ),
}

/** `sysinfo.txt` of crm_report: release, versions and the installed packages. */
export const sysinfo: EvidenceReader = {
  name: 'sysinfo',
  recognises: (path, head) => /(?:^|\/)sysinfo\.txt$/.test(path) && /^(?:Platform|Kernel release): /m.test(head),
  readings: [
    'rhel-major',
    'rhel-release',
    'version.pacemaker',
    'version.corosync',
    'version.pcs',
    'version.resource-agents',
    'listed.package',
  ],
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      for (const [pattern, keys] of told) {
        const match = pattern.exec(spot.text)
        if (match) return keys(match[1]!).map(([key, value]) => reading(context, key, value, spot))
      }
      // NAME VERSION-RELEASE - DISTRIBUTION ARCH
      const [, name, version = ''] = /^([A-Za-z0-9][\w.+-]*) (\d\S*)-\S+ - .* \S+$/.exec(spot.text) ?? []
      return name ? packageReadings(name, upstreamVersion(version), spot, context) : []
    }),
}
