import type { Reading } from '../model.ts'
import { sameModule } from './names.ts'
import { type EvidenceReader, reading, type Spot, sortedUnique, spotsOf } from './reader.ts'

const lsmodHeader = /^Module\s+Size\s+Used by/
/** A name that ends in the release of a kernel has dots. */
const lsmodLine = /^([\w.-]+)\s+\d+\s+-?\d+(?:\s+\S+)?\s*$/
const procLine = /^([\w.-]+) \d+ (?:-?\d+|-) \S+ (?:Live|Loading|Unloading) 0x[0-9a-f]+(?: \(([A-Z+-]+)\))?\s*$/

/** `lsmod`, or `/proc/modules`, which also tells what was built outside of the kernel. */
export const modules: EvidenceReader = {
  name: 'modules',
  needs: ['Used by', ' 0x'],
  recognises: (_, head) => {
    const lines = spotsOf(head)
      .slice(0, 3)
      .map(({ text }) => text)
    return lines.some(text => lsmodHeader.test(text)) || lines.filter(text => procLine.test(text)).length >= 1
  },
  readings: ['listed.module', 'modules.foreign', 'kernel.tainted'],
  read(text, context) {
    const found: Reading[] = []
    const foreign = new Map<string, Spot>()
    const spots = spotsOf(text)
    const flagged = spots.some(({ text: line }) => procLine.test(line))
    const ofVendors = Object.values(context.kb.vendors).flatMap(({ detect }) =>
      (detect.modules ?? []).filter(({ shared }) => !shared).map(({ name }) => name),
    )
    for (const spot of spots) {
      const match = procLine.exec(spot.text) ?? lsmodLine.exec(spot.text)
      // Collectors often put /proc/sys/kernel/tainted below the list.
      if (/^\d+\s*$/.test(spot.text) && found.length > 0) found.push(reading(context, 'kernel.tainted', Number(spot.text) !== 0, spot))
      if (!match) continue
      found.push(reading(context, 'listed.module', match[1]!, spot))
      // O: built outside of the kernel, P: not under its license, E: not signed.
      if (/[OPE]/.test(match[2] ?? '') || ofVendors.some(name => sameModule(match[1]!, name))) foreign.set(match[1]!, spot)
    }
    // lsmod alone does not tell whose a module is: not finding a known one there says nothing.
    const [first] = foreign.values()
    if (first || flagged) found.push(reading(context, 'modules.foreign', sortedUnique(foreign.keys()), first ?? spots[0]))
    return found
  },
}

/** `/proc/sys/kernel/tainted`: 0 when only the kernel's own, signed code was ever loaded. */
export const tainted: EvidenceReader = {
  name: 'tainted',
  recognises: (path, head) =>
    /(?:^|\/)proc\/sys\/kernel\/tainted$|(?:^|\/)(?:tainted|cat_.proc.sys.kernel.tainted)$/.test(path) && /^\d+\s*$/.test(head),
  readings: ['kernel.tainted'],
  read: (text, context) => (/^\d+\s*$/.test(text) ? [reading(context, 'kernel.tainted', Number(text) !== 0, { line: 1, text })] : []),
}
