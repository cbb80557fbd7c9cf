import { type EvidenceReader, reading, type Spot, spotsOf } from './reader.ts'

const mark = /^\s*(?:\/proc\/(\d+)\/fdinfo\/\d+[:\s]\s*)?fanotify (?:flags|ino|mnt_id|sdev):/
const mask = / mask:([0-9a-f]+)\b/
const program = /\/proc\/(\d+)(?:\/exe|\/fdinfo\/\d+)?(?:\s+->)?:?\s+(\/\S.*?)(?: \(deleted\))?\s*$/
const heading = /^\W*\/?proc\/(\d+)\/fdinfo\/\d+\b|[#$] .{0,200}\b(?:cat|head|tail|grep)\b.{0,80} \/proc\/(\d+)\/fdinfo\/\d+\s*$/
/** A command at a terminal that asks for the program, which the next line names. */
const asksProgram = /\b(?:cat|readlink)(?: -\w+)? \/proc\/(\d+)\/(?:comm|exe)\b/
const programName = /^\s*(\/\S+|[\w.:-]{2,15})\s*$/
/** Open, access, open-for-exec and pre-access permission: with one of these bits everybody else waits for an answer. */
const permissions = 0x10000 | 0x20000 | 0x40000 | 0x100000

interface Holder {
  readonly spot: Spot
  readonly blocking: boolean
}

/** What our collector writes: everything that any process holds, so that nothing in it means nobody. */
const complete = /(?:^|\/)kernel\/fanotify_holders$/

/** Lines of `/proc/PID/fdinfo/*` that begin with "fanotify", and which program each PID is. */
export const fanotify: EvidenceReader = {
  name: 'fanotify',
  recognises: (path, head) =>
    (head.includes('fanotify ') &&
      spotsOf(head)
        .slice(0, 40)
        .some(({ text }) => mark.test(text))) ||
    (complete.test(path) && head.trim() === ''),
  readings: ['listed.fanotify', 'listed.no-fanotify', 'listed.process'],
  emptyTells: path => complete.test(path),
  read(text, context) {
    if (complete.test(context.path) && text.trim() === '')
      return [reading(context, 'listed.no-fanotify', true, { line: 1, text: 'no process holds a fanotify mark' })]
    const ofFile = /(?:^|\/)proc\/(\d+)\/fdinfo\/\d+$/.exec(context.path)?.[1]
    // A loop over the files prints the name of each above what is in it.
    let above: string | undefined
    let asks: string | undefined
    const holders = new Map<string, Holder>()
    const programs = new Map<string, string>()
    const found = []
    for (const spot of spotsOf(text)) {
      const marked = mark.exec(spot.text)
      const headed = marked || !spot.text.includes('/fdinfo/') ? null : heading.exec(spot.text)
      if (headed) above = headed[1] ?? headed[2]
      const answer = asks === undefined ? undefined : programName.exec(spot.text)?.[1]
      if (asks !== undefined && answer !== undefined && !programs.has(asks)) {
        programs.set(asks, answer)
        found.push(reading(context, 'listed.process', [asks, answer, answer.startsWith('/') ? 'path' : 'name'], spot))
      }
      asks = asksProgram.exec(spot.text)?.[1]
      const pid = marked?.[1] ?? ofFile ?? above
      if (marked && pid) {
        const blocking = (Number.parseInt(mask.exec(spot.text)?.[1] ?? '0', 16) & permissions) !== 0
        const known = holders.get(pid)
        if (!known || (blocking && !known.blocking)) holders.set(pid, { spot, blocking })
      }
      const named = marked ? null : program.exec(spot.text)
      if (!named || programs.has(named[1]!)) continue
      programs.set(named[1]!, named[2]!)
      found.push(reading(context, 'listed.process', [named[1]!, named[2]!, 'path'], spot))
    }
    for (const [pid, { spot, blocking }] of holders)
      found.push(
        reading(
          context,
          'listed.fanotify',
          [pid, blocking ? 'blocking' : 'watching', programs.get(pid) ?? '', ofFile ? 'one' : 'all'],
          spot,
        ),
      )
    return found
  },
}
