/** What package managers print while they work, and what logs and people write down of it. */
const arch = '(?:x86_64|noarch|i[3-6]86|ppc64le|ppc64|s390x|aarch64|amd64|arm64|all)'
const nevra = `([A-Za-z][\\w.+-]{1,80}?)-(?:\\d+:)?\\d[\\w.~^+]{0,60}-\\d[\\w.~^+-]{0,60}?\\.${arch}`
const whole = new RegExp(`^\`?(?:\\d+:)?${nevra}\`?$`)

/** One step of a transaction that was carried out: it has a number or the repository behind it. */
const step = new RegExp(
  `^\\s*(?:Installing|Upgrading|Updating|Reinstalling|Install|Upgrade|Upgraded|Update|Updated|Installed|Dep-Install|Reinstall)\\s*:?\\s+(?:\\d+:)?${nevra}\\s+(?:\\d+/\\d+|@\\S+)\\s*$`,
)
const logged = new RegExp(`^\\S.{0,80}\\s(?:Installed|Updated|Upgrade|Upgraded|Reinstall|Reinstalled): (?:\\d+:)?${nevra}\\s*$`)
const already = new RegExp(`^Package (?:\\d+:)?${nevra} (?:is )?already installed\\b`)
const debian = /^(?:Setting up ([\w.+-]{2,60})(?::\w+)? \(|([a-z0-9][\w.+-]{1,60}) is already the newest version\b)/
const history = /^(?:Install|Upgrade|Reinstall): (.+)$/
const zypp = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\|install\|([\w.+-]{2,80})\|/
const zypper = /^i\+? *\| *([A-Za-z0-9][\w.+-]*) *\|[^|]{1,120}\| *package *$/
/** `NAME.ARCH EPOCH:VERSION-RELEASE`, as yum sums up what it did. */
const summed = new RegExp(`^\\s+([A-Za-z][\\w.+-]{1,80})\\.${arch} \\d+:\\d\\S*`)
const summedWhole = new RegExp(`^\\s+(?:\\d+:)?${nevra}\\s*$`)
/** What goes before a package in a note: `- `, `[*] RPM version: `, `installed: `. */
const noted = /^\s*(?:[-*•+] |\[[*+!i]\] )?(?:(?<label>[\w ,./()-]{2,60}): ?)?(?<list>[^\s:][^\s]*(?:, ?\S+)*)\s*$/
/** Of a package that is only spoken of. */
const planned =
  /\b(?:avail|candid|remov|eras|delet|uninst|download|updat\w{1,3} to|upgrad\w{1,3} to|to be|fixed|not|no|never|miss|fail|error|cannot|need|requir|obsolet|conflict|want|latest|new|target|plan)/i

/** The packages that one line shows to be installed. */
export function installedIn(line: string): string[] {
  const one = step.exec(line)?.[1] ?? logged.exec(line)?.[1] ?? already.exec(line)?.[1] ?? zypp.exec(line)?.[1] ?? zypper.exec(line)?.[1]
  if (one) return [one]
  const set = debian.exec(line)
  if (set) return [set[1] ?? set[2]!]
  const list = line.includes(':amd64 (') || line.includes(':all (') || line.includes(':arm64 (') ? history.exec(line)?.[1] : undefined
  if (list) return namesOf(list)
  const note = /\.(?:x86_64|noarch|aarch64|ppc64le|s390x|amd64)\b/.test(line) ? noted.exec(line)?.groups : undefined
  if (!note || planned.test(note.label ?? '')) return []
  return note.list!.split(/, ?/).flatMap(item => whole.exec(item)?.[1] ?? [])
}

/** `Installed:` and `Removed:` of yum and dnf: what stands indented below was put in place, or taken away. */
function summaryOf(line: string): 'installed' | 'removed' | 'other' | undefined {
  if (/^(?:Dependency )?(?:Installed|Updated|Upgraded|Reinstalled):\s*$/.test(line)) return 'installed'
  if (/^(?:Dependency )?(?:Removed|Erased|Replaced):\s*$/.test(line)) return 'removed'
  return /^\s/.test(line) ? undefined : 'other'
}

/** The package in one line below such a head. */
function summedIn(line: string): string | undefined {
  return (summed.exec(line) ?? summedWhole.exec(line))?.[1]
}

/** `NAME:ARCH (VERSION), …` */
const namesOf = (list: string) => [...list.matchAll(/([\w.+-]{2,80}):\w+ \(/g)].map(([, name]) => name!)

/** What rpm, dpkg and yum say of a package that was removed, and systemd of its unit. */
const removed: readonly RegExp[] = [
  /^package (\S+) is not installed$/,
  /^dpkg-query: (?:package '|no packages found matching )([\w.+-]+)'?/,
  /^Removing ([\w.+-]+)(?::\w+)? \(\S+\) \.{3}$/,
  /^\S.{0,80}\s(?:Erased|Erase|Removed): (?:\d+:)?([A-Za-z][\w+.-]*?)-\d\S*$/,
  /^ *(?:Erasing|Removing) +: +([A-Za-z][\w+.-]*?)-\d\S* +\d+\/\d+ *$/,
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\|remove\|| status (?:not-installed|config-files) )([\w.+-]{2,80})[:|]/,
  /^Unit (\S+\.service) could not be found\.$/,
]

/** The packages and units that one line says are gone, or are not there. */
function removedIn(line: string): string[] {
  for (const pattern of removed) {
    const name = pattern.exec(line)?.[1]
    if (name !== undefined) return [name]
  }
  const list = /^(?:Remove|Purge): (.{1,4000})$/.exec(line)?.[1]
  return list === undefined ? [] : namesOf(list)
}

/** Follows what the lines of a text tell of packages and units that were put in place and taken away. */
export class Transactions {
  #summary: 'installed' | 'removed' | undefined
  #isHeading = false
  /** Up to which of the readings each of these names does not count any more. */
  readonly #gone = new Map<string, number>()

  /** The package that this line of a summary says was put in place. `count`: how many readings there are before it. */
  next(line: string, count: number): string | undefined {
    const heading = summaryOf(line)
    this.#isHeading = heading !== undefined
    if (heading) this.#summary = heading === 'other' ? undefined : heading
    // What is not there any more when somebody looks again.
    if (count > 0) for (const name of removedIn(line)) this.#gone.set(name, count)
    const changed = this.#summary && summedIn(line)
    if (this.#summary !== 'removed') return changed
    if (changed) this.#gone.set(changed, count)
    return undefined
  }

  /** Whether the line lies below `Removed:`. */
  get isRemoval(): boolean {
    return this.#summary === 'removed' && !this.#isHeading
  }

  /** Whether what reading number `at` names was taken away later. */
  isGone(name: unknown, at: number): boolean {
    return typeof name === 'string' && at < (this.#gone.get(name) ?? 0)
  }
}
