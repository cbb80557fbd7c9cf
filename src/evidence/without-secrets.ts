import { dropSecrets } from '../case/secrets.ts'
import type { LogEvent, Reading } from './model.ts'

/**
 * What was read, without secrets in anything that may be quoted later: a report is pasted into tickets, and nobody looks
 * for passwords in it.
 */
export function eventWithoutSecrets<E extends LogEvent>(event: E): E {
  const text = dropSecrets(event.text)
  const values = Object.entries(event.values).map(([key, value]): [string, string] => {
    // What a pattern caught may be no secret by itself: "-w hunter2" without the program before it.
    const went = event.text.includes(value) && !text.includes(value)
    const is = dropSecrets(value)
    return [key, went && is === value ? '[dropped]' : is]
  })
  return { ...event, text, values: Object.fromEntries(values) }
}

export function readingWithoutSecrets(reading: Reading): Reading {
  const { value, text } = reading
  return {
    ...reading,
    value: typeof value === 'string' ? dropSecrets(value) : Array.isArray(value) ? value.map(dropSecrets) : value,
    ...(text === undefined ? {} : { text: dropSecrets(text) }),
  }
}
