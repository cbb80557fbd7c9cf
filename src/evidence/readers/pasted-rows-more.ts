import type { Form, Row } from './pasted-rows.ts'
import { baseName } from './reader.ts'
import { stateKey } from './units.ts'

const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const user = '[A-Za-z_][\\w.+-]{0,31}'
/** `ps -o user,pid,ppid,lstart,args`: a whole date before the program. */
const dated = new RegExp(
  `^\\s*(?:${user}\\s+)?(\\d{1,7})\\s+(?:[\\d.]{1,9}\\s+){0,4}${weekday} ${month} [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d \\d{4}\\s+(/\\S+)`,
)
/** `ps -o [user,]pid[,ppid],args`: nothing but numbers stand before the path. */
const bare = new RegExp(`^\\s*${user}\\s+(\\d{1,7})\\s+(?:\\d{1,7}\\s+)?(/\\S+)`)
/** `ps -o [user,]pid[,ppid],comm,args`: the same program twice. */
const twice = new RegExp(`^\\s*(?:${user}\\s+)?(\\d{1,7})\\s+(?:\\d{1,7}\\s+)?([\\w.-]{2,15})\\s+(/\\S+)`)
/** What `ls -l`, `find -ls` and `du` print is a file. */
export const listsFiles = /(?:^|\s)[-dlcbps][rwxsStT-]{9}[.+]?\s/

const program = (pid: string | undefined, command: string | undefined, form: 'path' | 'name'): Row[] =>
  pid === undefined || command === undefined ? [] : [{ pid, command, form }]

/** A frame of a stack, as the kernel prints it or as scripts print it again. */
const frame =
  /^\s*(?:\[[\d. ]{5,20}\]\s+)?(?:#?\d{1,3}:?\s+)?(?:\[<[0-9a-f]+>\]\s*)?[\w.]+ ?\+ ?0x[0-9a-f]+ ?\/ ?0x[0-9a-f]+\s+\[([\w-]{3,})\]\s*$/
/** A module with the letters that the kernel puts behind those which are not its own. */
const flagged = /(?:^|\s)([\w-]{3,64})\(([A-Z]{1,12})\)(?=[\s,]|$)/g

/** Forms that are seen less often than those of `ps`, `top` and `systemctl`. */
export const moreForms: readonly Form[] = [
  line => {
    if (!line.includes(' /') || listsFiles.test(line)) return []
    const both = twice.exec(line)
    if (both && baseName(both[3]!).startsWith(both[2]!)) return program(both[1], both[3], 'path')
    const found = dated.exec(line) ?? bare.exec(line)
    return program(found?.[1], found?.[2], 'path')
  },
  // `systemctl status`: what runs is named, what has ended has a code.
  line => {
    const [, pid, name] = /^\s*Main PID: (\d{1,7}) \(([\w.-]+)\)/.exec(line) ?? []
    return program(pid, name, 'name')
  },
  // A record of audit names who made the call, also counted by `uniq -c`.
  line => {
    const path = line.includes('exe="/') ? /^(?:\s*\d{1,9} |.{0,40}\btype=[A-Z_]+ .*\s|)exe="(\/[^"]+)"/.exec(line)?.[1] : undefined
    if (path) return program('', path, 'path')
    const comm = line.includes(' comm="') ? /^.{0,40}\btype=[A-Z_]+ msg=audit\(.* comm="([\w.-]{2,15})"/.exec(line)?.[1] : undefined
    return program('', comm, 'name')
  },
  // `ls -l /proc/PID/exe`.
  line => {
    const [, pid, path] = line.includes('/exe -> /') ? (/\/proc\/(\d{1,7})\/exe -> (\/\S+)/.exec(line) ?? []) : []
    return program(pid, path, 'path')
  },
  // `bt` of crash.
  line => {
    const [, pid, name] = /^PID: (\d{1,7})\s+TASK: [0-9a-f]+\s+CPU: \d+\s+COMMAND: "([^"]+)"/.exec(line) ?? []
    return program(pid, name, 'name')
  },
  // `service --status-all` and `rc-status`.
  line => {
    const [, mark, name] = /^\s*\[ ([+-]) \]\s+([\w@.-]+)\s*$/.exec(line) ?? []
    if (name) return { unit: `${name}.service`, key: mark === '+' ? 'listed.unit' : 'listed.unit-off' }
    const [, service, state] = /^\s*([\w@.-]+)\s{2,}(?:\S+\s+)?\[ {1,2}(started|stopped|crashed) {1,2}/.exec(line) ?? []
    return service ? { unit: `${service}.service`, key: state === 'started' ? stateKey('active') : 'listed.unit-off' } : []
  },
  line => {
    const module = line.includes('+') ? frame.exec(line)?.[1] : undefined
    return module === undefined ? [] : { module }
  },
  line => {
    // Reports of crashes on Ubuntu name those that are not free.
    const list = line.includes('Modules') ? /(?:Modules linked in|^\s*NonfreeKernelModules):(.*)$/.exec(line)?.[1] : undefined
    if (list !== undefined)
      return list
        .split(/[\s[\]]+/)
        .flatMap(name => /^([\w-]{3,64})(?:\([A-Z+-]+\))?$/.exec(name)?.[1] ?? [])
        .map(module => ({ module }))
    // A list that goes on in the next line.
    return line.includes('(')
      ? [...line.matchAll(flagged)].flatMap(([, module, flags]) => (/[OE]/.test(flags!) ? { module: module! } : []))
      : []
  },
]
