import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { clock, daysOf, minuteOf, rowTime } from './row-times.ts'

/** Programs that run only while they back something up; what waits for its time, as agents and schedulers do, is none of them. */
const program =
  /(?:^|[\s/])(?:bpbkar(?:32)?|avtar|clBackup|pg_basebackup|xtrabackup|mariabackup|vzdump|rsnapshot|vbda|dsmc (?:i|inc|incr|incremental|sel|selective|backup|archive)|borg create|restic (?:\S+ )*?backup|duplicity (?:full|incr)\w*|proxmox-backup-client backup|rear (?:-\w+ )*mkbackup(?:only)?)(?=\s|$)/
/** Who looks for one, or shows it. */
const lookedFor = /(?:^|[\s/])(?:e?grep|pgrep|tail|less|vim?|cat|man|watch|systemctl|journalctl|strace)\s/
/** A row of `ps aux` or `ps -ef`: when the process began. */
const psRow =
  /^[>|\s]{0,8}[\w.+-]{1,32}\s+\d{1,8}\s+(?:(?<cpu>[\d.]+)\s+[\d.]+\s+\d+\s+\d+\s+\S{1,12}\s+[DRS][A-Za-z<+]{0,5}|\d{1,8}\s+\d{1,3})\s+(?<start>\d\d:\d\d)\s+(?:\S{1,12}\s+)?(?<used>(?:\d+-)?\d+:\d\d(?::\d\d)?)\s+(?<command>\S.*)$/
/** The state of a task, before its command: `iotop -t`, `pidstat`. */
const timedRow = /^\s*(?:\d+\s+)?\d{2,8}\s+(?:be\/|[\d.,-]+\s)/
/** What the client of TSM writes on its way, and at its end. */
const ofTsm = /^(?<day>\d{2,4}[/.-]\d{2}[/.-]\d{2,4})\s+(?<time>\d{1,2}:\d\d:\d\d)\s+(?<what>\S.*)$/
const works = /^(?:Incremental backup of volume |Normal File-->|Selective Backup function invoked|--- SCHEDULEREC OBJECT BEGIN)/
const ended = /^(?:--- SCHEDULEREC (?:STATUS BEGIN|OBJECT END)|Total number of |Elapsed processing time)/
const mayBe =
  /bpbkar|avtar|clBackup|basebackup|xtrabackup|mariabackup|vzdump|rsnapshot|vbda|dsmc |borg create|restic |duplicity |proxmox-backup|mkbackup|Incremental backup of volume|Normal File-->|SCHEDULEREC/
const mostTimes = 1500

/** When a backup was seen to run, in lists of processes and the log of a client: `listed.load`, which counts beside trouble of that time. */
export function backups(text: string, context: ReaderContext): Reading[] {
  if (!mayBe.test(text)) return []
  const spots = spotsOf(text)
  const listedAt = spots
    .map(({ text: line }) => psRow.exec(line)?.groups)
    .find(row => row && /^(?:\S*\/)?ps(?: |$)/.test(row.command!))?.start
  const found: Reading[] = []
  for (const { spot, told } of [...spots.flatMap(spot => ofRow(spot, listedAt) ?? []), ...ofClient(spots)].slice(0, mostTimes)) {
    // Arguments may hold passwords.
    found.push(reading(context, 'listed.load', ['backup', told.days, told.from, told.to, 'recorded'], { ...spot, text: told.shown }))
  }
  return found
}

interface Told {
  readonly days: string
  readonly from: string
  readonly to: string
  readonly shown: string
}

function ofRow(spot: Spot, listedAt: string | undefined): { spot: Spot; told: Told } | undefined {
  const line = spot.text
  const row = psRow.exec(line)?.groups
  const command = row?.command?.replace(/^(?:[|\s]*\\_\s)+\s*/, '')
  if (row && command !== undefined) {
    const name = program.exec(command)
    if (!name || lookedFor.test(command.slice(0, name.index + 1)) || name.index > 120) return undefined
    const told = {
      days: '',
      from: row.start!,
      to: listedAt ?? listedWith(row) ?? row.start!,
      shown: `${name[0].trim()}, since ${row.start}`,
    }
    return { spot, told }
  }
  const time = rowTime.exec(line)
  const rest = time ? line.slice(time[0].length) : ''
  const name = time && timedRow.test(rest) ? program.exec(rest) : undefined
  if (!time || !name || lookedFor.test(rest.slice(0, name.index + 1))) return undefined
  const at = clock(minuteOf(time).minute)
  return { spot, told: { days: '', from: at, to: at, shown: `${name[0].trim()}, at ${at}` } }
}

/** The share of a processor is the time used since the start: it tells how long ago that was, and so when the list was made. */
function listedWith({ start = '', cpu = '', used = '' }: Record<string, string | undefined>): string | undefined {
  const [, minutes, seconds] = /^(\d{1,4}):(\d\d)$/.exec(used) ?? []
  const share = Number(cpu)
  if (minutes === undefined || !(share >= leastShare)) return undefined
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  return clock(hour * 60 + minute + Math.round(((Number(minutes) + Number(seconds) / 60) * 100) / share))
}
/** Below it, what is rounded off counts too much. */
const leastShare = 5

/** From the beginning of a backup to its end, or to the last line of the log. */
function ofClient(spots: readonly Spot[]): { spot: Spot; told: Told }[] {
  const found: { spot: Spot; told: Told }[] = []
  let open: { spot: Spot; days: string; from: string; to: string } | undefined
  const end = () => {
    if (open) found.push({ spot: open.spot, told: { days: open.days, from: open.from, to: open.to, shown: open.spot.text } })
    open = undefined
  }
  for (const spot of spots) {
    const { day, time, what = '' } = ofTsm.exec(spot.text)?.groups ?? {}
    if (day === undefined || time === undefined) continue
    const at = clock(minuteOf(rowTime.exec(`${time} `)!).minute)
    if (works.test(what)) open = { ...(open ?? { spot, days: daysOf(day).join(','), from: at }), to: at }
    else if (open && ended.test(what)) {
      open = { ...open, to: at }
      end()
    }
  }
  end()
  return found
}
