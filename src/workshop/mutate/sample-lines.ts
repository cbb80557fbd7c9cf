import { matchForm } from '../../evidence/events/matcher.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { EventRef } from '../../kb/shapes.ts'

/** An example line of an event. Only lines of the system's log carry a time that can be set. */
export interface Sample {
  readonly text: string
  readonly style: 'timed' | 'timeless' | 'output'
  /** Captured values, and the node it is about. */
  readonly values: Readonly<Record<string, string>>
}

/** Where lines of each style are found in a bundle. */
export const fileOf: Readonly<Record<Sample['style'], string>> = {
  timed: 'var/log/messages',
  timeless: 'var/log/cluster/corosync.log',
  output: 'sos_commands/pcs.txt',
}

const syslog = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (\S+) /
const withoutTime = /^\[\d+\] (\S+) /

/** The example lines of the events that a reference means. */
export function samplesOf(kb: KnowledgeBase, ref: EventRef): Sample[] {
  const refs = typeof ref === 'string' ? [[ref, {}] as const] : Object.entries(ref)
  return refs.flatMap(([id, where]) => {
    const { forms, about, classes = {} } = kb.events[id]!
    return forms.flatMap(form =>
      form.matches.flatMap((text): Sample[] => {
        const values = { ...form.sets, ...matchForm(form, text) }
        for (const [name, rules] of Object.entries(classes))
          values[name] = rules.find(({ match }) => new RegExp(match).test(values[name] ?? ''))?.is ?? values[name] ?? ''
        const wrong = Object.entries(where).some(
          ([name, wanted]) => values[name] !== undefined && ![wanted].flat().map(String).includes(values[name]),
        )
        const host = (syslog.exec(text) ?? withoutTime.exec(text))?.[1]
        const style = syslog.test(text) ? 'timed' : withoutTime.test(text) ? 'timeless' : 'output'
        const node = (about === undefined ? undefined : values[about]) ?? host
        return wrong ? [] : [{ text, style, values: node === undefined ? values : { ...values, node } }]
      }),
    )
  })
}

/** The same line about another thing: another node, another resource. */
export function aboutAnother(sample: Sample, name: string, number: number): Sample {
  const value = sample.values[name]
  if (value === undefined || value === '' || number === 0) return sample
  return { ...sample, text: sample.text.replaceAll(value, `${value}${number}`) }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const daysOfMonth = 28

/** The line so many minutes after the beginning of the year. */
export function atTime({ text, style }: Sample, minutes: number): string {
  if (style !== 'timed') return text
  const seconds = Math.round(minutes * 60)
  const day = Math.floor(seconds / 86_400)
  const date = `${months[Math.floor(day / daysOfMonth) % 12]} ${String((day % daysOfMonth) + 1).padStart(2)}`
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(part => String(part).padStart(2, '0'))
  return text.replace(syslog, (_, host: string) => `${date} ${clock.join(':')} ${host} `)
}
