import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf, upstreamVersion } from './reader.ts'

const rpm =
  /^([A-Za-z0-9][\w.+-]*)-(?:\d+:)?((?=[^-\s:]*\d)[^-\s:]+)-([^-\s]+?)\.(?:x86_64|noarch|i[3-6]86|ppc64le|ppc64|s390x|aarch64|\(none\))(?:\s|$)/
const listed =
  /^([A-Za-z0-9][\w.+-]*)\.(?:x86_64|noarch|i[3-6]86|ppc64le|ppc64|s390x|aarch64)\s+(?:\d+:)?([^-\s:]+)-(\S+)\s+(?:@\S+|installed)\s*$/
/** Insights writes one object for each. */
const json = /^\s*\{"name": ?"([^"]+)", ?"epoch": ?"[^"]*", ?"version": ?"([^"]+)"/
const dpkg = /^[hi]i\s+([a-z0-9][a-z0-9.+-]*)(?::\w+)?\s+(?:\d+:)?(\S+)\s/
/** `apt list --installed`, also in other languages: the mark in brackets tells what is installed, and `now` what is there. */
const apt = /^([a-z0-9][a-z0-9.+-]*)\/(?:[\w.-]+,)*now (?:\d+:)?(\S+) \w+ \[(?!residual)[^\]]*\]\s*$/
/** `zypper search -i -s`: what is installed is marked at the margin. */
const zypper = /^i\+? *\| *([A-Za-z0-9][\w.+-]*) *\| *package *\| *(\d[^-|\s]*)/
/** What `rpm -i` and `rpm -U` print when a package is in place: ` 1:NAME-VERSION-RELEASE ######## [100%]`. */
const justInstalled = /^\s{0,8}\d{1,4}:([A-Za-z0-9][\w+-]{0,80}?)(?:-(\d[\w.~^+-]{0,80}))?\s+#{3,80}\s*[[(]100%[\])]\s*$/
/** Old versions of rpm leave the architecture out; only where nothing but packages stands is such a line one. */
const withoutArchitecture = /^([A-Za-z0-9][\w.+-]*?)-(\d[^-\s:]*)-(\d[^-\s/]*?|[a-z]+)\s*$/
const listsPackages = /(?:installed-rpms|rpm_-q[a-z]*|package-?list|dpkg_-l|installed[_-]packages)[^/]*$/

/** `NAME DISTRIBUTION VERSION-RELEASE`, as supportconfig asks for it. */
const wideHeader = /^NAME\s+DISTRIBUTION\s+VERSION\s*$/m
const wide = /^([A-Za-z0-9][\w.+-]*)\s{2,}\S.*?\s{2,}(\d[^-\s]*)-\S+\s*$/

/** Packages whose version changes what a log line looks like. */
const versioned = ['pacemaker', 'corosync', 'pcs', 'resource-agents']

/** Installed packages as `rpm -qa`, `yum list installed` or `dpkg -l` print them. */
export const packages: EvidenceReader = {
  name: 'packages',
  needs: [
    'x86_64',
    'noarch',
    'i386',
    'i486',
    'i586',
    'i686',
    'ppc64',
    's390x',
    'aarch64',
    '(none)',
    'ii ',
    'hi ',
    '"name":',
    'DISTRIBUTION',
    ',now ',
    '| package',
    '.el',
    'glibc-',
  ],
  recognises: (path, head) => {
    if (wideHeader.test(head)) return true
    const lines = spotsOf(head)
      .slice(0, 60)
      .filter(({ text }) => text.trim() !== '')
    const matching = lines.filter(({ text }) => packageOf(text)).length
    // One or two packages are asked for by their names, and nothing else stands there.
    if (matching >= 3 || (matching > 0 && lines.every(({ text }) => rpm.test(text)))) return true
    return listsPackages.test(path) && (matching >= 1 || lines.filter(({ text }) => bareRpm(text)).length >= 3)
  },
  readings: ['listed.package', ...versioned.map(name => `version.${name}`)],
  read(text, context) {
    const isWide = wideHeader.test(text)
    const isNamed = listsPackages.test(context.path)
    return unwrapped(spotsOf(text)).flatMap(spot => {
      const found = packageOf(spot.text) ?? (isWide ? named(wide.exec(spot.text)) : isNamed ? bareRpm(spot.text) : undefined)
      return found ? packageReadings(found.name, upstreamVersion(found.version), spot, context) : []
    })
  },
}

/** dnf and yum break a line that is too wide, and indent the rest below the next column. */
function unwrapped(spots: readonly Spot[]): readonly Spot[] {
  return spots.map((spot, i) => {
    if (!/^[A-Za-z0-9][\w.+-]*\.\w+(?:\s+\d\S*)?\s*$/.test(spot.text)) return spot
    const rest = spots.slice(i + 1, i + 3).filter(({ text }) => /^\s{10,}\S/.test(text))
    return rest.length === 0 ? spot : { ...spot, text: [spot.text, ...rest.map(({ text }) => text.trim())].join(' ').replace(/\s+$/, '') }
  })
}

/** What one installed package tells. */
export function packageReadings(name: string, version: string | undefined, spot: Spot, context: ReaderContext): Reading[] {
  const found = [reading(context, 'listed.package', name, shownLine(spot))]
  if (version && versioned.includes(name)) found.push(reading(context, `version.${name}`, version, shownLine(spot)))
  return found
}

/** Name and version of the package in one line of a listing. */
export function packageOf(line: string): { name: string; version: string } | undefined {
  // `some-cloud-agent.x86_64 5.6-1 @x` could be read as a package `some`, too.
  const match =
    listed.exec(line) ??
    rpm.exec(line) ??
    dpkg.exec(line) ??
    json.exec(line) ??
    apt.exec(line) ??
    zypper.exec(line) ??
    justInstalled.exec(line)
  return named(match)
}

/** The same without an architecture: in a file of packages, or below a command that asked for them. */
export function bareRpm(line: string): { name: string; version: string } | undefined {
  return line.endsWith('.rpm') ? undefined : named(withoutArchitecture.exec(line))
}

function named(match: RegExpExecArray | null): { name: string; version: string } | undefined {
  return match ? { name: match[1]!, version: match[2] ?? '' } : undefined
}

function shownLine(spot: Spot): Spot {
  return { ...spot, text: spot.text.replace(/\s+/g, ' ') }
}

const rpmAction = /\s(Installed|Updated|Upgrade|Reinstall|Reinstalled|Erase|Erased|Removed): (?:\d+:)?(\S+)/
/** `dpkg.log` notes each state; the last one is the state it is in. */
const dpkgState = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d status (installed|not-installed|config-files) ([\w.+-]+):\w+ /
/** `apt/history.log` has a line for each kind of action. */
const aptAction = /^(Install|Upgrade|Reinstall|Downgrade|Remove|Purge): (.+)$/
const aptEntry = /^Start-Date: .{1,40}\r?\n(?:[A-Z][\w-]+: .*\r?\n){0,3}(?:Install|Upgrade|Reinstall|Remove|Purge): \S/m

/** What one line of such a log says was done to which packages. */
function doneIn(line: string): readonly { readonly name: string; readonly gone: boolean }[] {
  const [, state, package_] = dpkgState.exec(line) ?? []
  if (package_) return [{ name: package_, gone: state !== 'installed' }]
  const [, kind = '', list] = aptAction.exec(line) ?? []
  if (list)
    return [...list.matchAll(/([\w.+-]+):\w+ \([^)]*\)/g)].map(([, name]) => ({ name: name!, gone: /^(?:Remove|Purge)/.test(kind) }))
  const [, action = '', rest = ''] = rpmAction.exec(line) ?? []
  const name = packageOf(rest)?.name ?? rest
  return name ? [{ name, gone: /^(?:Erase|Removed)/.test(action) }] : []
}

/** `yum.log`, `dnf.rpm.log`, `dpkg.log` and the history of apt: what was installed and not removed again. */
export const packageLog: EvidenceReader = {
  name: 'package-log',
  needs: ['nstalled', 'pdate', 'pgrade', 'rase', 'emove', 'Install: ', 'Purge: '],
  recognises: (path, head) =>
    (/(?:^|\/)(?:yum|dnf\.rpm)\.log[^/]*$/.test(path) && /(?:^|\s)(?:Installed|Updated|Upgraded?|Erased?|Removed): /m.test(head)) ||
    (head.includes(' status ') && head.split('\n', 40).some(line => dpkgState.test(line))) ||
    (head.includes('Start-Date: ') && aptEntry.test(head)),
  readings: ['listed.package'],
  mayBeSilent: true,
  read(text, context) {
    const last = new Map<string, { spot: Spot; gone: boolean }>()
    for (const spot of spotsOf(text)) for (const { name, gone } of doneIn(spot.text)) last.set(name, { spot, gone })
    return [...last].flatMap(([name, { spot, gone }]) => (gone ? [] : [reading(context, 'listed.package', name, spot)]))
  },
}
