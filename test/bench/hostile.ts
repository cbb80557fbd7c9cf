import { readFiles } from '../evidence/bundle-kit.ts'

const rounds = 3
const characters = 1_000_000

/** A megabyte of what is hard to read, against one of an ordinary log; the ratio is the median over rounds, each of which reads all in turn. */
export async function main(): Promise<void> {
  const told = (phrase: string) => `Our pacemaker cluster has trouble since last night:\n${filled(phrase)}`
  const variants: readonly (readonly [name: string, path: string, text: string])[] = [
    ['an ordinary log', 'messages', filled('Mar 28 06:15:03 node02 systemd[1]: Started Session 4711 of user root.\n')],
    ['a check that times out, again and again', 'notes.txt', told('12:00 the check of fs_data timed out\n')],
    ['a sentence about retransmits without end', 'notes.txt', told('corosync prints a lot of lines about retransmits, 12 a minute. ')],
    ['a token lost after a fencing, again and again', 'notes.txt', told('we lost the token after db02 was fenced\n')],
    ['a set-up that hangs, again and again', 'notes.txt', told('pcs cluster setup hangs for 3 minutes of nothing\n')],
    ['a list of one operation', 'timeline.txt', `The list of our pacemaker cluster:\n${filled('12:00 - monitor of db timed out\n')}`],
    ['empty lines below a listing', 'paste.txt', `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n${filled('\n')}`],
    ['one line of an agent without end', 'messages', `${filled('x_')} Resource agent ${filled('a_')} timed out after 20s`],
  ]
  const times = variants.map(() => [] as number[])
  for (let round = 0; round <= rounds; round++)
    for (const [i, [, path, text]] of variants.entries()) {
      const begun = performance.now()
      await readFiles({ [path]: text })
      // The first round warms up.
      if (round > 0) times[i]!.push(performance.now() - begun)
    }
  variants.forEach(([name], i) => {
    const ratios = times[i]!.map((time, round) => time / times[0]![round]!)
    console.log(`${name.padEnd(52)} ${median(times[i]!).toFixed(0).padStart(5)} ms   ${median(ratios).toFixed(1)} x an ordinary log`)
  })
}

const filled = (piece: string) => piece.repeat(Math.ceil(characters / piece.length))
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
