import { withUsualColumns } from './columns.ts'
import { withEnglishMonth } from './month-names.ts'
import { hourOfDay, two } from './time.ts'

/** What follows the date in a line of a system log: a host and a program. Dates of other shapes begin lines of any program. */
const log = String.raw`(?=(?:\S+ )?[\w.@/-]+(?: ?\[\d+\])?: )`
const clock = String.raw`(\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?`

const long = '(?:Jan(?=uary)|Feb(?=ruary)|Mar(?=ch)|Apr(?=il)|Jun(?=e)|Jul(?=y)|Aug(?=ust)|Sep(?=t)|Oct(?=ober)|Nov(?=ember)|Dec(?=ember))'

const shapes: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  // 28.03.2026 06:15:03
  [new RegExp(`^(\\d\\d)\\.(\\d\\d)\\.(\\d{4}) ${clock} ${log}`), ([, day, month, year, time]) => `${year}-${month}-${day}T${time} `],
  // 28/03/2026 06:15:03, and in America 03/28/2026
  [
    new RegExp(`^(\\d\\d)/(\\d\\d)/(\\d{4}) ${clock} ${log}`),
    ([, day, month, year, time]) => (Number(month) > 12 ? `${year}-${day}-${month}T${time} ` : `${year}-${month}-${day}T${time} `),
  ],
  // 2026/03/28 06:15:03
  [new RegExp(`^(\\d{4})/(\\d\\d)/(\\d\\d) ${clock} ${log}`), ([, year, month, day, time]) => `${year}-${month}-${day}T${time} `],
  // Sat Mar 28 06:15:03 2026, with a zone or without
  [
    new RegExp(`^[A-Z][a-z]{2} ([A-Z][a-z]{2} +\\d{1,2}) ${clock} (?:[A-Z]{2,5} )?(\\d{4}) ${log}`),
    ([, day, time, year]) => `${day} ${time} ${year} `,
  ],
  // 2026 Mar 28 06:15:03.488012 node01 NOTICE kernel: …
  [
    new RegExp(
      `^(\\d{4}) ([A-Z][a-z]{2} +\\d{1,2}) ${clock} ([\\w.-]+) (?:EMERG|ALERT|CRIT|ERR|WARNING|NOTICE|INFO|DEBUG) (?=[\\w.@/-]+(?:\\[\\d+\\])?: )`,
    ),
    ([, year, day, time, host]) => `${day} ${time} ${year} ${host} `,
  ],
  // 3/28/26 6:15:03 AM
  [
    new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d\\d),? (\\d{1,2})(:\\d\\d:\\d\\d)(?:[.,]\\d{1,9})?(?: ?([AaPp])[Mm])? ${log}`),
    ([, one = '', other = '', year = '', hour = '', rest = '', half]) => {
      const [month, day] = Number(one) > 12 ? [other, one] : [one, other]
      return `${year.padStart(4, '20')}-${two(month)}-${two(day)}T${two(hourOfDay(hour, half))}${rest} `
    },
  ],
  // 28/Mar/2026 06:15:03, 28-Mar-2026:06:15:03, 28 Mar 06:15:03
  [
    new RegExp(`^(\\d{1,2})[ /-]([A-Z][a-z]{2})(?:[ /-](\\d{4}))?[ :]${clock} ${log}`),
    ([, day = '', month, year, time]) => `${month} ${day.padStart(2)} ${time} ${year ? `${year} ` : ''}`,
  ],
  // March 28 06:15:03, March 28, 2026 06:15:03
  [
    new RegExp(`^(${long})[a-z]* +(\\d{1,2})(?:, (\\d{4}))?,? ${clock} ${log}`),
    ([, month, day = '', year, time]) => `${month} ${day.padStart(2)} ${time} ${year ? `${year} ` : ''}`,
  ],
  // Mar 28 2026 06:15:03
  [new RegExp(`^([A-Z][a-z]{2} +\\d{1,2}) (\\d{4}) ${clock} ${log}`), ([, day, year, time]) => `${day} ${time} ${year} `],
]

/** `[Do Mär 28 06:15:03 2026]` or `[六 3月 28 06:15:03 2026]`, as `dmesg -T` writes it in another language. */
const kernelDate = /^\[(?:[\p{L}\ufffd]{1,5})\.? +((?:[\p{L}\ufffd]{3,6}\.?|\d{1,2} ?[月월]) +\d{1,2} \d\d:\d\d:\d\d \d{4})\](?= )/u
/** `dmesg --time-format=iso`: nothing else has a comma there. */
const kernelIso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d),(\d{6}[+-]\d\d:\d\d) (?!\S+ kernel: )/
/** `dmesg -H` has the minute in the first line and the time since in the others; `dmesg -d` has both. */
const kernelSince = /^\[(?:[A-Z][a-z]{2} ?\d{1,2} \d\d:\d\d| +\+\d{1,9}\.\d{6}|( *\d{1,9}\.\d{6}) < *\d{1,9}\.\d{6}>)\] /

/** `(2026-03-28  6:15:03): [nss] [function] (0x0020): text`, the own logs of sssd; older ones write the date in words and no colon. */
const directory =
  /^\((?:(?<date>\d{4}-\d\d-\d\d) {1,2}(?<hour>\d{1,2})|[A-Z][a-z]{2} (?<day>[A-Z][a-z]{2} +\d{1,2}) (?<clock>\d\d))(?<rest>:\d\d:\d\d)(?::\d{1,6})?(?: (?<year>\d{4}))?\):? (?=\[\w+(?:\[[^\]]{1,253}\]{1,2})?\] \[\w+\] \(0x[0-9a-f]+\): )/

function withUsualParenthesis(line: string): string {
  const found = directory.exec(line)
  const { date, hour = '', day, clock, rest, year } = found?.groups ?? {}
  if (!found || (day && !year)) return line
  const moment = date ? `${date}T${hour.padStart(2, '0')}${rest}` : `${day} ${clock}${rest} ${year}`
  return `${moment} localhost sssd: ${line.slice(found[0].length)}`
}

/** `2026-03-28T06:15:03.488Z| vcpu-0| I125: text`, what the host writes about a virtual machine; newer ones `…Z In(05) vmx - text`. */
const ofMachine =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d))(?:\| ?[\w:#. -]{1,40}\| ?(?:[A-Z]\d{2,4}\+? ?: ?)?| (?:Db|In|No|Wa|Er)\(\d\d\) (?:vmx|vcpu-\d+|mks|svga|worker-\w+|[\w#-]{1,30}) -? ?)(?=\S)/

/** A line whose date is written in another way than logs usually do, with the usual one. */
export function withUsualDate(line: string): string {
  const first = line.charCodeAt(0)
  if (first === 0x5b) return withUsualBracket(line)
  if (first === 0x28) return withUsualParenthesis(line)
  // A quote, a bar, a digit or a capital letter.
  if (first === 0x22 || first === 0x7c) return withUsualColumns(line) ?? line
  if (!((first >= 0x30 && first <= 0x39) || (first >= 0x41 && first <= 0x5a))) return line
  const iso = kernelIso.exec(line)
  if (iso) return `${iso[1]}.${iso[2]} localhost kernel: ${line.slice(iso[0].length)}`
  const columned = withUsualColumns(line)
  if (columned !== undefined) return columned
  const machine = line.includes('| ') || line.includes(') v') ? ofMachine.exec(line) : null
  if (machine) return `${machine[1]} localhost vmware-vmx: ${line.slice(machine[0].length)}`
  for (const [shape, usual] of shapes) {
    const found = shape.exec(line)
    if (found) return usual(found) + line.slice(found[0].length)
  }
  return line
}

/** `[2026-03-28 06:15:03.481]` around the whole date. */
const bracketed = new RegExp(String.raw`^\[(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?( ?(?:Z|UTC|[+-]\d\d:?\d\d))?\] ${log}`)

function withUsualBracket(line: string): string {
  const whole = bracketed.exec(line)
  if (whole) return `${whole[1]}T${whole[2]}${(whole[3] ?? '').trim().replace('UTC', 'Z')} ${line.slice(whole[0].length)}`
  const dated = kernelDate.exec(line)
  if (dated) {
    const date = withEnglishMonth(dated[1]!)
    return /^[A-Z][a-z]{2} /.test(date) ? `[Mon ${date}]${line.slice(dated[0].length)}` : line
  }
  const since = kernelSince.exec(line)
  return since ? `[${since[1] ?? '0.000000'}] ${line.slice(since[0].length)}` : line
}
