import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** `SOURCE on TARGET type TYPE (OPTIONS)`, as `mount` prints it. */
const mounted = /^\s*(\S+)\s+on (\/\S*(?: \S+)*?)\s+type (\S+) \(/
/** `SOURCE TARGET TYPE OPTIONS 0 0`, as `/proc/mounts` has it. The settings in fstab look alike, with other numbers and words. */
const inProc = /^(\S+) (\/\S*) ([a-z][\w.-]*) (r[ow](?:,\S*)?) 0 0\s*$/
/** `TARGET SOURCE FSTYPE OPTIONS`, as `findmnt` prints it, with or without the tree. */
const inTree = /^[\s│├└─|`-]*(\/\S*)\s+(\S+)\s+([a-z][\w.-]*)\s+(r[ow](?:,\S*)?)\s*$/
/** `SOURCE TYPE SIZE USED AVAIL USE% TARGET`, as `df -T` prints it; without types, the source of NFS shows itself by its server. */
const inDf = /^(\S+)\s+(?:([a-z][\w.-]*)\s+)?\d\S*\s+\d\S*\s+\d\S*\s+\d+%\s+\/\S*\s*$/
const served = /^(?:[\w.-]+|\[[0-9a-f:]+\]):\//

/** File systems that another machine serves. Those of the cluster's own disks are none, and what autofs only waits for is not mounted. */
const network = /^(?:nfs[234]?|cifs|smb[23]?|smbfs)$/

/** What is mounted: the type of one line. */
function typeIn(line: string): string | undefined {
  const df = inDf.exec(line)
  if (df) return df[2] ?? (served.test(df[1]!) ? 'nfs' : 'unknown')
  return mounted.exec(line)?.[3] ?? inProc.exec(line)?.[3] ?? inTree.exec(line)?.[3]
}

/** The reading for network file systems among the lines of a listing; undefined when no line is one of a mount. */
export function networkMounts(spots: readonly Spot[], context: ReaderContext, whole: boolean): Reading[] {
  let any: Spot | undefined
  for (const spot of spots) {
    const type = typeIn(spot.text)
    // A line of fstab looks like one of /proc/mounts.
    if (type === undefined || (!whole && inProc.test(spot.text))) continue
    any ??= spot
    if (network.test(type)) return [reading(context, 'mounts.network', true, spot)]
  }
  return any && whole ? [reading(context, 'mounts.network', false, any)] : []
}

/** A list of all mounts has those of the kernel itself; the settings in fstab do not say how they are mounted. */
const kernelsOwn = / (?:type )?(?:proc|sysfs|devtmpfs|cgroup2?) +\(?r[ow]\b/

/** `mount`, `findmnt` and `/proc/mounts`. A list that somebody filtered shows only what is there. */
export const mounts: EvidenceReader = {
  name: 'mounts',
  needs: [' type ', ' rw', ' ro'],
  recognises: (path, head) => {
    if (/fstab[^/]*$/.test(path)) return false
    const rows = spotsOf(head)
      .slice(0, 60)
      .filter(({ text }) => text.trim() !== '' && !/^\s*(?:TARGET|\[?\S{0,60}[#$>%] )/.test(text))
    const found = rows.filter(({ text }) => !inDf.test(text) && typeIn(text) !== undefined)
    return found.length > 0 && found.length * 2 > rows.length
  },
  readings: ['mounts.network'],
  mayBeSilent: true,
  read: (text, context) => networkMounts(spotsOf(text), context, kernelsOwn.test(text)),
}
