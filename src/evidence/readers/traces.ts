import type { Reading } from '../model.ts'
import { hungSeconds, runKeys, runReadings } from './collector.ts'
import { baseName, type EvidenceReader, isSecret, type ReaderContext, reading, type Spot, sortedUnique, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'

/** Clock time in ms since midnight; a trace that passes midnight goes on. */
function clock(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000
}

function between(from: number, to: number): number {
  return to >= from ? to - from : to - from + 86_400_000
}

interface Slow {
  readonly ms: number
  /** A call that had not come back when the trace ended. */
  readonly open?: true
  readonly what: string
  /** The name of the call or command by itself. */
  readonly name: string | undefined
  readonly spot: Spot
}

/** Enough to see a pattern. */
const mostShown = 20

/** What was slow, the worst first, and the names alone, which rules can test. Nothing slow is told, too: somebody looked. */
function slowest(key: string, slow: readonly Slow[], context: ReaderContext): Reading[] {
  const first = slow.toSorted((a, b) => b.ms - a.ms).slice(0, mostShown)
  const spot = first[0] ? { ...first[0].spot, text: first[0].what } : { line: 1, text: 'nothing in this trace took long' }
  const names = sortedUnique(slow.flatMap(({ name }) => name ?? []))
  const shown = first.map(({ what }) => what)
  return [reading(context, key, shown, spot), reading(context, `${key.replace(/s$/, '')}-names`, names, spot)]
}

const traced = /^\++ (\d{2}:\d{2}:\d{2}): (?:[\w-]+:)?\d+: ?(.*)$/

/** A `trace_ra` file: the time from one line to the next is what the earlier command took, to the second. */
export const traceRa: EvidenceReader = {
  name: 'trace-ra',
  needs: ['+ 0', '+ 1', '+ 2'],
  recognises: (_, head) =>
    spotsOf(head)
      .slice(0, 20)
      .filter(({ text }) => traced.test(text)).length >= 2,
  readings: ['trace.slow-commands', 'trace.slow-command-names'],
  read(text, context) {
    const slow: Slow[] = []
    let before: { at: number; command: string; spot: Spot } | undefined
    for (const spot of spotsOf(text)) {
      const match = traced.exec(spot.text)
      if (!match) continue
      const now = { at: clock(match[1]!), command: match[2]!, spot }
      const ms = before ? between(before.at, now.at) : 0
      // Times are whole seconds, so one second may be none at all; waiting on purpose is no delay.
      if (before && ms >= 2000 && ms < 43_200_000 && !/^(?:sleep|wait|read|ocf_sleep)\b/.test(before.command))
        slow.push({ ms, what: `${ms / 1000} s: ${withoutValues(before.command)}`, name: programIn(before.command), spot: before.spot })
      before = now
    }
    return slowest('trace.slow-commands', slow, context)
  },
}

/** Words of the shell itself: the time after them went into something else. */
const shellWords =
  /^(?:\[\[?|:|\.|case|if|then|else|elif|fi|for|while|until|do|done|esac|in|function|local|export|readonly|declare|typeset|return|exit|set|unset|shift|eval|exec|trap|true|false|test|echo|printf|break|continue|source|let|cd|umask|getopts)$/

/** The program that a traced command line starts, without its folder; settings before it are no programs. */
function programIn(command: string): string | undefined {
  const words = command.trim().slice(0, 400).split(/\s+/)
  const first = words.find(word => !/^\w+\+?=/.test(word))
  const name = baseName(first ?? '')
  return /^[A-Za-z][\w.+-]{0,60}$/.test(name) && !shellWords.test(name) ? name : undefined
}

/** A command line as it may be shown: values of options and settings that sound like a secret are left out. */
function withoutValues(command: string): string {
  let hide = false
  const words = command
    .slice(0, 400)
    .split(/\s+/)
    .map(word => {
      if (hide) {
        hide = false
        return '…'
      }
      const [name, value] = [word.split(/[=:]/, 1)[0]!, /[=:]/.test(word)]
      if (!isSecret(name) && !/^-[pP]$/.test(word)) return word
      hide = !value
      return value ? `${name}=…` : word
    })
  return words.join(' ').slice(0, 120)
}

const call =
  /^(?:\[pid\s+(\d+)\] |(\d+)\s+)?(?:(\d{2}:\d{2}:\d{2})(?:\.(\d+))? |(\d{9,11})\.(\d+) )?(?: {0,12}(?:\(\+ {1,12})?\d{1,6}\.\d{6}\)? )?(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$/
const elapsed = /<(\d+\.\d+)>\s*$/
/** A quick look for either, wherever they stand. */
const timed = /<(?:\d{1,6}\.\d|unfinished \.\.\.>)/
/** Calls that are there to wait for somebody else. */
const waits =
  /^(?:wait4|waitid|poll|ppoll|select|pselect6|epoll_wait|epoll_pwait2?|nanosleep|clock_nanosleep|futex|pause|rt_sigsuspend|rt_sigtimedwait|restart_syscall|accept4?|recvfrom|recvmsg|recvmmsg|msgrcv|semop|semtimedop|io_getevents|read)$/

/** `strace -f -tt -T`, also with the time since the call before (`-r`): calls that took longer than a second, and those that never came back. */
export const strace: EvidenceReader = {
  name: 'strace',
  recognises: (_, head) =>
    timed.test(head) &&
    spotsOf(head)
      .slice(0, 30)
      .filter(({ text }) => call.test(text) && (elapsed.test(text) || /<unfinished \.\.\.>$/.test(text))).length >= 2,
  readings: ['strace.slow-calls', 'strace.slow-call-names', ...runKeys],
  read(text, context) {
    const slow: Slow[] = []
    const begun = new Map<string, { name: string; args: string; at: number | undefined; spot: Spot }>()
    let now: number | undefined
    for (const spot of spotsOf(text)) {
      const match = call.exec(spot.text)
      if (!match) continue
      const pid = match[1] ?? match[2] ?? ''
      now = match[3] ? clock(match[3]) + Number(`0.${match[4] ?? 0}`) * 1000 : match[5] ? (Number(match[5]) % 86_400) * 1000 : now
      const name = match[7] ?? match[8]!
      const args = match[7] ? (begun.get(pid)?.args ?? '') : match[9]!
      if (match[7]) begun.delete(pid)
      if (/<unfinished \.\.\.>$/.test(spot.text)) begun.set(pid, { name, args, at: now, spot })
      const ms = Number(elapsed.exec(spot.text)?.[1] ?? 0) * 1000
      if (ms > 1000 && !waits.test(name)) slow.push({ ms, what: `${(ms / 1000).toFixed(1)} s: ${shownCall(name, args)}`, name, spot })
    }
    for (const { name, args, at, spot } of begun.values()) {
      const ms = at !== undefined && now !== undefined ? between(at, now) : 0
      if (ms > 1000 && ms < 43_200_000 && !waits.test(name))
        slow.push({ ms, open: true, what: `at least ${(ms / 1000).toFixed(1)} s, did not return: ${shownCall(name, args)}`, name, spot })
    }
    return [...slowest('strace.slow-calls', slow, context), ...hungSimple(text, slow, context)]
  },
}

/** A simple command that was traced as a whole: its own calls took so long that it hung. */
function hungSimple(text: string, slow: readonly Slow[], context: ReaderContext): Reading[] {
  const first = spotsOf(text).find(spot => call.test(spot.text))
  const started = (first && begins.exec(first.text)?.[1]) ?? onlyTraced(text)
  const seconds = Math.round(slow.reduce((sum, { ms }) => sum + ms, 0) / 1000)
  if (!started || !simple.test(baseName(started)) || !slow[0] || seconds <= hungSeconds) return []
  return runReadings([{ command: baseName(started), seconds, ended: !slow.at(-1)!.open, spot: slow[0].spot }], context)
}
/** The program that the trace begins with; one that is started later is a child of another. */
const begins = /^(?:\S+ +){0,4}execve\("([^"]{1,200})"/

/** What the only call of `strace` in a text was given, where only some of what it printed was copied. */
function onlyTraced(text: string): string | undefined {
  const [first, ...more] = text.matchAll(
    /\bstrace\b(?: +-[a-zA-Z]+(?: +(?=[\d/])\S+| +(?:\w+=)\S+)?| +-[eoEPs] ?\S+){0,8} +(\/?[a-z][\w/-]*)(?= |["'`:]|$)/gm,
  )
  return first && more.length === 0 ? first[1] : undefined
}

/** A call with its file only: other arguments may hold what a program wrote or was given. */
function shownCall(name: string, args: string): string {
  const file = /"(\/[^"]{0,200})"/.exec(args)?.[1]
  const descriptor = /^(\d+)(?:<([^>]{1,200})>)?/.exec(args)
  return file ? `${name} ${file}` : descriptor?.[2] ? `${name} ${descriptor[2]}` : name
}
