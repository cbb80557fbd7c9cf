import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** The head of the table of `free`. */
const freeHead = /^\s+total\s+used\s+free\b/
const freeRow = /^\s*(Mem|Swap):\s+(\S.*)$/
/** `/proc/meminfo` */
const amount = /^(MemTotal|MemAvailable|SwapTotal|SwapFree):\s+(\d+) kB/
/** The two lines of `top`; what is available stands behind the swap. */
const topMemory = /^\s*(?:[KMGTPE]iB )?Mem ?: *([\d.,]+)[k+ ]+total\b/
const topSwap = /^\s*(?:[KMGTPE]iB )?Swap: *([\d.,]+)[k+ ]+total, .*?\b([\d.,]+)[k+ ]+used\b[., ]+(?:([\d.,]+)[k+ ]+avail Mem)?/

/** What programs could still get, in an old `free`. */
const oldFree = /^-\/\+ buffers\/cache:\s+\S+\s+(\S+)\s*$/
/** The heads of `swapon --show`, `/proc/swaps` and `sar -S`. */
const swapHead = /^(?:NAME +TYPE +SIZE +USED|Filename\s+Type\s+Size\s+Used)\b/
const swapRow = /^\/\S+\s+(?:partition|file)\s+(\S+)\s+(\S+)(?:\s+-?\d+)?\s*$/
const sarSwap = /\bkbswpfree\s+kbswpused\s+%swpused\b/

/** Whether a text may hold any of these. */
const mayHold = (text: string) =>
  (text.includes('Swap') && (text.includes('total') || text.includes('SwapTotal:'))) ||
  text.includes('kbswpused') ||
  ((text.includes('partition') || text.includes(' file ')) && (text.includes('SIZE') || text.includes('Filename')))

/** `free` in any unit, `/proc/meminfo` and the head of `top`: how much of the swap is in use, and how much memory programs could still get. */
export function memoryLines(text: string, context: ReaderContext): Reading[] {
  if (!mayHold(text)) return []
  const found: Reading[] = []
  let columns: readonly string[] = []
  let total = Number.NaN
  const known = new Map<string, number>()
  for (const spot of spotsOf(text)) {
    const line = spot.text.replace(/^(?:\s*[>|])+/, '')
    if (freeHead.test(line)) columns = line.trim().split(/\s+/)
    const [, row, rest = ''] = columns.length > 0 ? (freeRow.exec(line) ?? []) : []
    if (row) {
      const words = rest.trim().split(/\s+/)
      const at = (name: string) => sizeOf(words[columns.indexOf(name)])
      if (row === 'Mem') total = at('total')
      if (row === 'Swap') found.push(...swapUsed(at('total'), at('used'), spot, context))
      else found.push(...available(at('total'), at('available'), spot, context))
    }
    const [, name, size] = amount.exec(line) ?? []
    if (name) {
      known.set(name, Number(size))
      const of = (other: string) => known.get(other) ?? Number.NaN
      if (name === 'MemAvailable') found.push(...available(of('MemTotal'), of(name), spot, context))
      if (name === 'SwapFree') found.push(...swapUsed(of('SwapTotal'), of('SwapTotal') - of(name), spot, context))
    }
    const old = columns.length > 0 ? oldFree.exec(line)?.[1] : undefined
    if (old) found.push(...available(total, sizeOf(old), spot, context))
    const ofTop = topMemory.exec(line)
    if (ofTop) total = sizeOf(ofTop[1])
    const [, swap, used, left] = topSwap.exec(line) ?? []
    if (swap) {
      found.push(...swapUsed(sizeOf(swap), sizeOf(used), spot, context))
      if (left) found.push(...available(total, sizeOf(left), spot, context))
    }
  }
  return [...found, ...swapAreas(text, context)]
}

/** All areas together, and the worst moment that was recorded. */
function swapAreas(text: string, context: ReaderContext): Reading[] {
  let areas: { size: number; used: number; spot: Spot } | undefined
  let worst: { percent: number; spot: Spot } | undefined
  let below: 'areas' | 'sar' | undefined
  for (const spot of spotsOf(text)) {
    const line = spot.text.replace(/^(?:\s*[>|])+\s*/, '')
    if (swapHead.test(line)) below = 'areas'
    else if (sarSwap.test(line)) below = 'sar'
    else if (below === 'areas') {
      const [, size, used] = swapRow.exec(line) ?? []
      if (size) areas = { size: (areas?.size ?? 0) + sizeOf(size), used: (areas?.used ?? 0) + sizeOf(used), spot: areas?.spot ?? spot }
      else below = undefined
    } else if (below === 'sar') {
      const percent = Number(/^\d\d:\d\d:\d\d(?: [AP]M)?\s+\d+\s+\d+\s+(\d{1,3}(?:[.,]\d+)?)\s/.exec(line)?.[1]?.replace(',', '.'))
      if (percent <= 100 && percent > (worst?.percent ?? -1)) worst = { percent, spot }
    }
  }
  return [
    ...(areas ? swapUsed(areas.size, areas.used, areas.spot, context) : []),
    ...(worst ? swapUsed(100, worst.percent, worst.spot, context) : []),
  ]
}

function swapUsed(all: number, used: number, spot: Spot, context: ReaderContext): Reading[] {
  return all > 0 && used >= 0 ? [reading(context, 'memory.swap-used-percent', Math.round((used / all) * 100), spot)] : []
}

function available(all: number, left: number, spot: Spot, context: ReaderContext): Reading[] {
  return all > 0 && left >= 0 && left <= all
    ? [reading(context, 'memory.available-percent', Math.round((left / all) * 1000) / 10, spot)]
    : []
}

/** `1.5Gi`, `512M`, `2097148`; all of one output in any unit, so only the ratio means something. */
function sizeOf(text = ''): number {
  const match = /^(\d+(?:[.,]\d+)?)\s*([BKMGTP]?)i?B?$/i.exec(text)
  return match ? Number(match[1]!.replace(',', '.')) * 1024 ** 'BKMGTP'.indexOf((match[2] || 'B').toUpperCase()) : Number.NaN
}

/** A file that holds nothing else. */
export const memory: EvidenceReader = {
  name: 'memory',
  needs: ['used', 'MemTotal:'],
  recognises: (_, head) =>
    /^[ \t]+total[ \t]+used[ \t]+free/m.test(head) || (/^MemTotal:\s+\d+ kB/m.test(head) && /^SwapTotal:/m.test(head)),
  readings: ['memory.swap-used-percent', 'memory.available-percent'],
  read: memoryLines,
}
