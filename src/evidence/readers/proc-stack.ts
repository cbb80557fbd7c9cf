import type { Reading } from '../model.ts'
import { hungSeconds } from './collector.ts'
import { type EvidenceReader, looked, lookedAt, reading, type Spot, sortedUnique, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'
import { isOwnModule, whatItWaitsFor } from './wait.ts'

const frame = /^\s*(?:[\w/.-]*:)?\[<(?:[0-9a-f]+|0)>\] ([\w.]+)\+0x[0-9a-f]+\/0x[0-9a-f]+(?: \[(\w+)\])?\s*$/
/** The same in a back-trace that `crash` prints of a dump or of the running kernel. */
const crashFrame = /^\s*#\d{1,3} \[[0-9a-f]{8,16}\] ([\w.]+) at [0-9a-f]{8,16}(?: \[(\w+)\])?\s*$/
const frameOf = (text: string) => frame.exec(text) ?? crashFrame.exec(text)
/** Somebody shows the command with what it printed. */
const asked = /(?:^|[\s#$%>])cat \/proc\/\d+\/(?:task\/\d+\/)?stack\s*$/
/** `ps -m` of `crash`: days, time since it ran last, state, command. */
const waitingFor = /^\s*\[(\d+) (\d\d):(\d\d):(\d\d)\.\d+\]\s+\[UN\]\s+PID: \d+ .*COMMAND: "([^"]+)"/
/** What only the kernel's log has above and between such frames: its beginning may be cut off. */
const ofLog = /^.{0,80}\b(?:Call Trace:|INFO: task .{1,40}:\d+ blocked for more than )/m
/** One of these is in every line of the three forms. */
const marks = ['[<', ' at ', 'COMMAND: ']
/** Ways into the kernel on which a program waits for a file; a daemon that sleeps in its own module came another way. */
const opensFile =
  /sys_open|openat|do_filp_open|path_openat|execve|sys_unlink|sys_rename|sys_close|filp_close|security_file|security_bprm|vfs_open/

/** `/proc/PID/stack` of one or more tasks: where in the kernel they wait. */
export const procStack: EvidenceReader = {
  name: 'proc-stack',
  recognises: (path, head) =>
    /(?:^|\/)proc\/\d+(?:\/task\/\d+)?\/stack$/.test(path) ||
    (marks.some(text => head.includes(text)) &&
      !ofLog.test(head) &&
      (spotsOf(head)
        .slice(0, 4)
        .some(({ text }) => frameOf(text)) ||
        spotsOf(head)
          .slice(0, 40)
          .some(({ text }) => crashFrame.test(text) || waitingFor.test(text)) ||
        (head.includes('/stack') && spotsOf(head).some(({ text }, i, all) => asked.test(text) && frame.test(all[i + 1]?.text ?? ''))))),
  readings: [
    'process.blocked-in-fanotify',
    'process.blocked-in-nfs',
    'process.blocked-in-audit',
    'process.blocked-in-storage',
    'process.blocked-in-foreign-module',
    'listed.module',
    'mounts.network',
    'commands.hung',
    looked,
  ],
  read(text, context) {
    const fanotify: Spot[] = []
    const foreign = new Map<string, Spot>()
    const elsewhere = new Map<string, Spot>()
    const stacks = stacksOf(text)
    for (const stack of stacks) {
      for (const { symbol, spot } of stack)
        if (whatItWaitsFor(symbol) === 'process.blocked-in-fanotify' && symbol.startsWith('fanotify')) fanotify.push(spot)
      const waiting = isOfProgram(stack) ? waitOf(stack) : undefined
      if (waiting && !elsewhere.has(waiting.key)) elsewhere.set(waiting.key, waiting.spot)
      if (!stack.some(({ symbol }) => opensFile.test(symbol))) continue
      for (const { module, spot } of stack) if (module && !isOwnModule(module) && !foreign.has(module)) foreign.set(module, spot)
    }
    const found: Reading[] = stacks.some(({ length }) => length > 0) ? [lookedAt(context, 'stacks')] : []
    if (fanotify[0]) found.push(reading(context, 'process.blocked-in-fanotify', true, fanotify[0]))
    for (const [key, spot] of elsewhere) found.push(reading(context, key, true, spot))
    const served = stacks.flat().find(({ module }) => module !== undefined && ofMount.test(module))
    if (served) found.push(reading(context, 'mounts.network', true, served.spot))
    const [first] = foreign.values()
    // What is on a stack is loaded.
    for (const [module, spot] of foreign) found.push(reading(context, 'listed.module', module, spot))
    if (first) found.push(reading(context, 'process.blocked-in-foreign-module', sortedUnique(foreign.keys()), first))
    const hung = spotsOf(text).find(({ text: line }) => {
      const [, days, hours, minutes, seconds, command = ''] = waitingFor.exec(line) ?? []
      return simple.test(command) && ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds) > hungSeconds
    })
    if (hung) found.push(reading(context, 'commands.hung', true, hung))
    return found
  },
}

interface Frame {
  readonly symbol: string
  readonly module: string | undefined
  readonly spot: Spot
}

/** A thread of the kernel sleeps in such code for want of work; a program came there because it waits. */
const entersKernel = /sys_|^do_filp_open$|^(?:do_syscall|system_call|entry_SYSCALL|ret_fast_syscall|el0_svc)/
/** Whoever waits like this can be killed, as only programs are; one thread of NFS itself waits so too, and its stack ends in `kthread`. */
const killable = /^(?:rpc|nfs)_wait_bit_killable$/
const isOfProgram = (stack: readonly Frame[]) =>
  stack.some(({ symbol }) => entersKernel.test(symbol)) ||
  (stack.some(({ symbol }) => killable.test(symbol)) && !stack.some(({ symbol }) => /^(?:kthread|ret_from_fork)/.test(symbol)))
/** The code of what is mounted from elsewhere; that of servers and of locks runs without a mount as well. */
const ofMount = /^(?:nfs(?:v[234])?|cifs|ceph)$/
/** Frames at the top: what is farther down only called what waits. */
const topFrames = 6

/** A stack does not say that its program waits; the names of such functions do. */
const waits = /wait|audit_log_start|io_sched|get_request|bh_uptodate|^jread$|sleep_on|submit_bio|direct/

/** What a program waits for, other than a verdict, and the frame that shows it. */
function waitOf(stack: readonly Frame[]): { readonly key: string; readonly spot: Spot } | undefined {
  for (const [i, { symbol, module, spot }] of stack.slice(0, topFrames).entries()) {
    const key = whatItWaitsFor(symbol)
    if (key === 'process.blocked-in-fanotify') return undefined
    // Whatever its name, the topmost function is the one that sleeps.
    const sleeps = i === 0 && module !== undefined && /^nfs(?:v[234])?$/.test(module)
    if (key !== undefined && (sleeps || waits.test(symbol))) return { key, spot }
  }
  return undefined
}

/** Frames that follow each other are one stack; any other line ends it. */
function stacksOf(text: string): Frame[][] {
  const stacks: Frame[][] = [[]]
  for (const spot of spotsOf(text)) {
    const match = frameOf(spot.text)
    if (match) stacks.at(-1)!.push({ symbol: match[1]!, module: match[2], spot })
    else if (stacks.at(-1)!.length > 0) stacks.push([])
  }
  return stacks
}
