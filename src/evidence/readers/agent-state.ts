import type { Reading } from '../model.ts'
import { baseName, type EvidenceReader, type ReaderContext, reading, type Spot } from './reader.ts'

/** A value by itself, or as newer versions write it: `{ "value": true, "managed": true }`. */
function valueOf(field: unknown): unknown {
  return typeof field === 'object' && field !== null && 'value' in field ? field.value : field
}

/** What a JSON document says, without ever throwing. */
function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const lineOf = (text: string, wanted: string): Spot => {
  const at = Math.max(0, text.indexOf(wanted))
  const start = text.lastIndexOf('\n', at) + 1
  const end = text.indexOf('\n', at)
  return { line: text.slice(0, at).split('\n').length, text: text.slice(start, end < 0 ? undefined : end).slice(0, 400) }
}

/** `mdatp health --field real_time_protection_enabled` prints nothing but the value. */
const oneField = /(?:^|\/)mdatp_health_--field[_=]"?(\w+)"?$/
const oneValue = /^\s*"?(\w+)"?(?: \[managed\])?\s*$/

/** `health` of Microsoft Defender, as JSON or as a table: whether it scans, and whether it can be switched off here. */
export const agentHealth: EvidenceReader = {
  name: 'agent-health',
  recognises: (path, head) =>
    /real_?time_?protection_?enabled"?\s*:/i.test(head) || (oneField.test(path) && oneValue.test(head.split('\n', 1)[0]!)),
  readings: ['agent.real-time-protection', 'agent.tamper-protected'],
  mayBeSilent: true,
  read(text, context) {
    const asked = oneField.exec(context.path)?.[1]
    const first = text.split('\n', 1)[0]!
    const value = asked === undefined ? undefined : oneValue.exec(first)?.[1]
    const fields = asked !== undefined && value !== undefined ? tableOf(`${asked} : ${value}`) : (parsed(text) ?? tableOf(text))
    const found: Reading[] = []
    for (const [name, field] of Object.entries(fields)) {
      const plain = name.replaceAll('_', '').toLowerCase()
      const value = valueOf(field)
      if (plain === 'realtimeprotectionenabled' && typeof value === 'boolean')
        found.push(reading(context, 'agent.real-time-protection', value, lineOf(text, name)))
      if (plain === 'tamperprotection' && typeof value === 'string' && /^(?:block|audit|disabled)$/.test(value))
        found.push(reading(context, 'agent.tamper-protected', value === 'block', lineOf(text, name)))
    }
    return found
  },
}

/** `real_time_protection_enabled : true [managed]` */
function tableOf(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null)
  for (const line of text.slice(0, 65_536).split('\n')) {
    const [, name, value = ''] = /^(\w{1,60})\s*:\s*"?([\w.]+)/.exec(line) ?? []
    if (name) fields[name] = value === 'true' ? true : value === 'false' ? false : value
  }
  return fields
}

/** Enough to see who is scanned most. */
const mostShown = 10

/** Real-time protection statistics: for which programs files were scanned most often. */
export const scanStatistics: EvidenceReader = {
  name: 'agent-scan-statistics',
  recognises: (_, head) => /total_?files_?scanned"?\s*:/i.test(head) || /^Total files scanned: "?\d/im.test(head),
  readings: ['agent.most-scanned'],
  mayBeSilent: true,
  read(text, context) {
    const counters = countersOf(text).sort((a, b) => b.files - a.files || (a.name < b.name ? -1 : 1))
    const shown = counters.filter(({ files }) => files > 0).slice(0, mostShown)
    const first = shown[0]
    return first ? [mostScanned(shown, lineOf(text, first.name), context)] : []
  },
}

function mostScanned(shown: readonly Counter[], spot: Spot, context: ReaderContext): Reading {
  const text = shown.map(({ name, files }) => `${baseName(name)} ${files}`).join(', ')
  return reading(context, 'agent.most-scanned', [...new Set(shown.map(({ name }) => baseName(name)))], { ...spot, text })
}

interface Counter {
  readonly name: string
  readonly files: number
}

function countersOf(text: string): Counter[] {
  const list = parsed(text)?.counters
  if (Array.isArray(list))
    return list.flatMap((item: unknown): Counter[] => {
      const { name, path, totalFilesScanned } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>
      const program = typeof path === 'string' && path !== '' ? path : name
      const files = Number(totalFilesScanned)
      return typeof program === 'string' && program !== '' && Number.isFinite(files) ? [{ name: program, files }] : []
    })
  const counters: Counter[] = []
  let name = ''
  for (const line of text.split('\n')) {
    const [, key, value = ''] = /^(Name|Path|Total files scanned): *"?([^"]*)"?\s*$/i.exec(line.trim()) ?? []
    if (key && /^(?:name|path)$/i.test(key) && value) name = value
    else if (key && /^\d{1,12}$/.test(value) && name) {
      counters.push({ name, files: Number(value) })
      name = ''
    }
  }
  return counters
}
