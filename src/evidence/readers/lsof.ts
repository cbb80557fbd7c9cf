import { type EvidenceReader, reading, type Spot, sortedUnique, spotsOf } from './reader.ts'

const header = /^COMMAND\s+PID\s+(?:TID\s+)?.*\bFD\s+TYPE\b/
/** COMMAND PID [TID [TASKCMD]] USER FD TYPE … NAME */
const row = /^(\S+)\s+(\d+)\s+(?:\d+\s+(?:\S+\s+)?)?\S+\s+(txt|\d+[rwu]?)\w?\s+(REG|a_inode|0000|unknown)\s.*?\s(\/\S.*|\[fanotify\])$/

/** Whoever holds a file runs; only its name is told, and cut off. */
const anyRow = /^([^\s[]\S*)\s+(\d+)\s/
const nameLength = 9

/** `lsof`: the programs that run, and which of them hold a fanotify listener; it does not tell what they may block. */
export const lsof: EvidenceReader = {
  name: 'lsof',
  needs: ['COMMAND'],
  recognises: (_, head) => head.split('\n', 12).some(line => header.test(line)),
  readings: ['listed.process', 'fanotify.holder'],
  mayBeSilent: true,
  read(text, context) {
    const commands = new Map<string, Spot & { command: string }>()
    const programs = new Map<string, Spot & { path: string }>()
    const holders = new Map<string, Spot & { command: string }>()
    for (const spot of spotsOf(text)) {
      const [, command = '', pid = '', fd, , name = ''] = row.exec(spot.text) ?? []
      const [, short, number = ''] = anyRow.exec(spot.text) ?? []
      if (short && !commands.has(number)) commands.set(number, { ...spot, command: short })
      if (name === '[fanotify]') holders.set(pid, { ...spot, command })
      // The program itself is mapped first; libraries have another name in this column.
      else if (fd === 'txt' && !programs.has(pid)) programs.set(pid, { ...spot, path: name.replace(/ \(deleted\)$/, '') })
    }
    const found = [...programs].map(([pid, { path, line }]) =>
      reading(context, 'listed.process', [pid, path, 'path'], { line, text: path }),
    )
    for (const [pid, { command, line }] of commands)
      if (!programs.has(pid))
        found.push(
          reading(context, 'listed.process', [pid, command, command.length === nameLength ? 'cut' : 'name'], { line, text: command }),
        )
    const [first] = holders.values()
    if (first) {
      const names = [...holders].map(([pid, { command }]) => programs.get(pid)?.path ?? command)
      found.push(reading(context, 'fanotify.holder', sortedUnique(names), first))
    }
    return found
  },
}
