import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, sortedUnique, spotsOf, unread } from './reader.ts'
import { simple, writesLittle } from './simple-commands.ts'

/** What an administrator asks the cluster with; a report copies logs and takes minutes by itself. */
export const ofCluster = /^(?:\S*\/)?(?:pcs|crm|crm_(?!report)\w+|cibadmin|corosync-\w+|stonith_admin)(?:\s|$)/
/** A whole tree may take long without anything being wrong; the one of the settings is small. */
export const wholeTree = /^\S*ls\s(?:.*\s)?-\w*R(?!.*\s\/etc\/)/
/** It asks every process for every file, and some have hundreds of thousands. */
const everyFile = /^(?:\S*\/)?lsof(?!.*\s\/)(?:\s|$)/
/** From here on an ended command counts as slow, or as one that hung. */
export const slowSeconds = 20
export const hungSeconds = 120

/** A command that somebody measured. */
export interface Run {
  readonly command: string
  readonly seconds: number
  readonly ended: boolean
  readonly spot: Spot
}

/** The keys that `runReadings` may emit. */
export const runKeys = ['commands.timed-out', 'commands.hung', 'commands.cluster-slow'] as const

/** What measured commands tell. */
export function runReadings(runs: readonly Run[], context: ReaderContext): Reading[] {
  const found: Reading[] = []
  const stopped = runs.filter(({ ended }) => !ended)
  if (stopped[0]) {
    const spot = told(stopped[0])
    found.push(reading(context, 'commands.timed-out', sortedUnique(stopped.map(({ command }) => command)), spot))
  }
  const hung = runs.find(
    ({ command, ended, seconds }) =>
      (simple.test(command) || writesLittle.test(command)) &&
      !wholeTree.test(command) &&
      !everyFile.test(command) &&
      (!ended || seconds > hungSeconds),
  )
  if (hung) found.push(reading(context, 'commands.hung', true, told(hung)))
  const slow = runs.find(({ command, ended, seconds }) => ofCluster.test(command) && (!ended || seconds >= slowSeconds))
  if (slow) found.push(reading(context, 'commands.cluster-slow', true, told(slow)))
  return found
}

function told({ command, seconds, ended, spot }: Run): Spot {
  return { ...spot, text: `"${command}" ${ended ? 'took' : 'was stopped after'} ${seconds} s` }
}

/** `collector/timed-out` of our own collector: seconds, tab, command. No line: every command ended in time. */
export const timedOut: EvidenceReader = {
  name: 'collector-timed-out',
  recognises: path => /(?:^|\/)collector\/timed-out$/.test(path),
  readings: runKeys,
  mayBeSilent: true,
  emptyTells: path => /(?:^|\/)collector\/timed-out$/.test(path),
  read: (text, context) =>
    runReadings(
      spotsOf(text).flatMap((spot): Run[] => {
        const match = /^(\d{1,7})\t(.+)$/.exec(spot.text)
        return match ? [{ command: shown(match[2]!), seconds: Number(match[1]), ended: false, spot }] : []
      }),
      context,
    ),
}

const line = /^(\S+)\t(\d{1,7}(?:\.\d+)?)\t([^\t]*)\t(.*)$/

/** `collector/manifest`: what our collector ran, how each ended, and whether it was root. */
export const manifest: EvidenceReader = {
  name: 'collector-manifest',
  recognises: (path, head) => /(?:^|\/)collector\/manifest$/.test(path) && head.startsWith('# '),
  readings: [...runKeys, 'listed.collector-user', 'listed.unread'],
  mayBeSilent: true,
  read(text, context) {
    const root = context.path.replace(/collector\/manifest$/, '')
    const found: Reading[] = []
    const runs: Run[] = []
    const skipped: string[] = []
    for (const spot of spotsOf(text)) {
      const user = /^# .*; user id (\d+)/.exec(spot.text)?.[1]
      if (user) found.push(reading(context, 'listed.collector-user', user, spot))
      const [, code, seconds, file = '', command = ''] = line.exec(spot.text) ?? []
      if (code === undefined) continue
      if (code === 'skipped') skipped.push(file)
      if (code === 'left-out') found.push(unread(context, command.slice(0, 200), `${root}${file}`))
      if (/^(?:\d+|timed-out)$/.test(code))
        runs.push({ command: shown(command), seconds: Math.round(Number(seconds)), ended: code !== 'timed-out', spot })
      if (code === 'timed-out')
        found.push(unread(context, `"${shown(command)}" was stopped after ${Math.round(Number(seconds))} s`, `${root}${file}`))
    }
    for (const file of skipped) found.push(unread(context, 'the time for collecting was used up before it', `${root}${file}`))
    return [...found, ...runReadings(runs, context)]
  },
}

/** Options may carry secrets; two words say what was run. */
export function shown(command: string): string {
  return command
    .split(/\s+/)
    .slice(0, 4)
    .filter(word => !/[=@]/.test(word))
    .join(' ')
    .slice(0, 80)
}

/** As sos writes it, into its log or at the terminal; an article quotes it within a sentence. */
const ofSos = /^[>|\s]*(?:\S+ \S+ \w+: +)?(?:\[plugin:\w+\] )?command '([^']{1,400})' timed out after (\d{1,6})s/

/** What Python says when it stopped a command, whose words it quotes. */
const ofPython = /\bTimeoutExpired: Command '(\[[^\]]{1,400}\]|[^']{1,400})' timed out after (\d{1,6})(?:\.\d+)? seconds/
const bareWords = (command: string) =>
  command.startsWith('[')
    ? command
        .replace(/[[\]'",]+/g, ' ')
        .trim()
        .replace(/ +/g, ' ')
    : command

/** Commands that sos gave up on, from its own log, and those that a program in Python did. */
export function sosTimeouts(spots: readonly Spot[], context: ReaderContext): Reading[] {
  const runs = spots.flatMap((spot): Run[] => {
    const match = ofSos.exec(spot.text)
    if (match) return [{ command: shown(match[1]!), seconds: Number(match[2]), ended: false, spot }]
    const [, words = '', seconds] = ofPython.exec(spot.text) ?? []
    const command = bareWords(words)
    // Whatever else a program starts may take its time.
    const tells = ofCluster.test(command) ? Number(seconds) >= slowSeconds : simple.test(command) && Number(seconds) > hungSeconds
    return tells ? [{ command: shown(command), seconds: Number(seconds), ended: false, spot }] : []
  })
  const found = runReadings(runs, context)
  for (const { command, seconds, spot } of runs.filter(run => ofSos.test(run.spot.text)))
    found.push({ ...unread(context, `sos stopped it after ${seconds} s`, `the output of "${command}"`), line: spot.line })
  return found
}

export const sosTimeoutKeys = [...runKeys, 'listed.unread'] as const
