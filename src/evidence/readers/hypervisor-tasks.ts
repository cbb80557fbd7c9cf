import { hourOfDay, monthNumber, two } from '../lines/time.ts'
import type { Reading } from '../model.ts'
import { type ReaderContext, reading, spotsOf } from './reader.ts'

/** Only an export of a hypervisor speaks so; a node has snapshots of its own, of disks and file systems. */
const ofHypervisor =
  /virtual machine|\bv(?:Center|Sphere|Motion)\b|\bESXi?\b|vim\.event|VMware|Hyper-V|\bRHV|oVirt|Proxmox|Nutanix|hypervisor|compute\.instances\.migrate/i
/** What halts a machine: snapshots that are made or thrown away, and moves to another host or store. */
const task =
  /\b(?:creat|remov|delet|revert|consolidat|tak|commit)\w{0,4}\b.{0,60}\b(?:snapshots?|checkpoints?|disk files)\b|\b(?:snapshots?|[Cc]heckpoints?|disks)\b.{0,60}\b(?:creat|remov|delet|complet|consolidat|commit|merg|initiat)\w{0,5}\b|\b(?:Relocat|Migrat)\w{0,5}\b.{0,60}\b(?:virtual machine|VM|off host|from host|to host)\b|\b(?:virtual machine|VM)\b.{0,80}\bmigrat\w{0,5}\b|vim\.event\.\w{0,30}(?:Migrat|Relocat|Snapshot)|\bv[Mm]otion\b|compute\.instances\.migrateOnHostMaintenance/i
/** In the guest, what VMware calls before a snapshot. */
const inGuest = /\[vmbackup\].{0,40}\b(?:Quiesc|Freez)\w*/
/** The host's own log of one machine (vmware.log): a snapshot, or a second and more in which the machine stood still. */
const inHostLog =
  /\bv(?:mx|cpu-\d{1,3})\b.{0,20}(?:SnapshotVMX_TakeSnapshot start|SNAPSHOT: Snapshot(?:Delete|Consolidate)Work|Checkpoint_Unstun: vm stopped for \d{7,} us)/
const failed = /\b(?:disabled|failed to start|scheduled for|will be|not permitted|insufficient)\b/i
const clock = '(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,6})?)?(?: ?([AP]M))?'
const dates: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'any' | 'words' }[] = [
  { pattern: new RegExp(`(?:^|["\\s\\[;,|])(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ,]{1,2}${clock}(Z| ?UTC\\b)?`), order: 'ymd' },
  { pattern: new RegExp(`(?:^|["\\s\\[;,|])(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}),? ${clock}(Z| ?UTC\\b)?`), order: 'any' },
  { pattern: new RegExp(`(?:^|["\\s\\[;,|])([A-Z][a-z]{2}) (\\d{1,2}), (\\d{4}),? ${clock}(Z| ?UTC\\b)?`), order: 'words' },
]
const marks = ['snapshot', 'Snapshot', 'igrat', 'elocat', 'otion', 'vmbackup', 'heckpoint', 'onsolidat']

/**
 * Tasks and events that somebody exported from the console of the hypervisor: `listed.hypervisor-task` is the days it may be
 * (month-day), the time of day, whether that is UTC, and the line, which names the machine. The log of the machine itself, as VMware
 * writes it in the guest or on the host, counts as well.
 */
export function hypervisorTasks(text: string, context: ReaderContext): Reading[] {
  if (!marks.some(mark => text.includes(mark))) return []
  const isExport = ofHypervisor.test(text)
  return spotsOf(text).flatMap((spot): Reading[] => {
    if (!/\d:\d\d/.test(spot.text)) return []
    // Neither names the machine: it speaks for the nodes it was sent with.
    const guest = inGuest.test(spot.text) || inHostLog.test(spot.text)
    if (!guest && !(isExport && task.test(spot.text) && !failed.test(spot.text))) return []
    for (const { pattern, order } of dates) {
      const found = pattern.exec(spot.text.slice(0, 400))
      if (!found) continue
      const [, a = '', b = '', c = '', hour = '', minute = '', , half, zone] = found
      const days =
        order === 'ymd'
          ? [`${b}-${c}`]
          : order === 'words'
            ? [`${two(monthNumber(a))}-${two(b)}`]
            : [...new Set([`${two(a)}-${two(b)}`, `${two(b)}-${two(a)}`])].filter(day => Number(day.slice(0, 2)) <= 12)
      const hours = hourOfDay(hour, half)
      if (hours > 23 || Number(minute) > 59) continue
      const value = [days.join(','), `${two(hours)}:${minute}`, zone ? 'utc' : '', guest ? 'guest' : 'export', spot.text]
      return [reading(context, 'listed.hypervisor-task', value, spot)]
    }
    return []
  })
}
