import type { Reading } from '../model.ts'
import { ofCluster, type Run, runReadings, shown } from './collector.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'

/** A result of Ansible: what it ran, and how long that took. */
const result = /"cmd": ?(?:\[([^\]]{1,400})\]|"([^"]{1,400})").{0,2000}?"delta": ?"(\d{1,2}):(\d\d):(\d\d)/

/** Commands that Ansible ran and measured. */
export function ansibleRuns(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('"delta": ')) return []
  return runReadings(spotsOf(text).flatMap(runIn), context)
}

function runIn(spot: Spot): Run[] {
  const [, words, line, hours, minutes, seconds] = result.exec(spot.text.slice(0, 8000)) ?? []
  const command = shown(words === undefined ? (line ?? '') : words.replace(/[",]+/g, ' ').trim().replace(/ +/g, ' '))
  const asks = ofCluster.test(command) ? / (?:status|config|show|list)\b|^\S*crm_mon\b/.test(command) : simple.test(command)
  return asks ? [{ command, seconds: (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds), ended: true, spot }] : []
}
