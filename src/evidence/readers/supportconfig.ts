import type { Reading } from '../model.ts'
import { type EvidenceReader, isFor, type ReaderContext } from './reader.ts'

/** `#==[ Command ]====#`, then `# /usr/sbin/crm_mon -r -1` or `# /etc/corosync/corosync.conf`. */
const begin = /^#==\[ (?:Command|Configuration File|Log File) \]=+#$/
const most = 5000

/** The text files of supportconfig and what is like them: the output of commands and whole files, each below its name. */
export function supportconfig(readers: () => readonly EvidenceReader[]): EvidenceReader {
  return {
    name: 'cluster-status-supportconfig',
    needs: ['#==[ '],
    recognises: (_, head) => /^#==\[ (?:Command|Configuration File) \]=+#$/m.test(head),
    readings: [],
    mayBeSilent: true,
    read(text, context) {
      const own = readers().filter(({ name }) => name !== 'cluster-status-supportconfig')
      return sectionsOf(text).flatMap(section => fromSection(section, own, context))
    },
  }
}

interface Section {
  readonly path: string
  /** The line above its text. */
  readonly line: number
  readonly text: string
}

function sectionsOf(text: string): Section[] {
  const lines = text.split(/\r?\n/)
  const starts = lines.flatMap((line, i) => (begin.test(line) ? [i] : [])).slice(0, most)
  return starts.flatMap((start, i): Section[] => {
    const name = /^# (\/?\S.*)$/.exec(lines[start + 1] ?? '')?.[1]
    return name === undefined ? [] : [{ path: pathOf(name), line: start + 2, text: lines.slice(start + 2, starts[i + 1]).join('\n') }]
  })
}

/** What sosreport would call it, because readers go by names where content says too little. */
function pathOf(name: string): string {
  if (!/^\S+$/.test(name) || /\/s?bin\//.test(name)) return `sos_commands/${name.replace(/^\S*\//, '').replace(/ /g, '_')}`
  return name.replace(/^\//, '')
}

function fromSection({ path, line, text }: Section, readers: readonly EvidenceReader[], context: ReaderContext): Reading[] {
  const reader = readers.find(one => isFor(one, path, text.slice(0, 8192)))
  if (!reader) return []
  return reader.read(text, context).map(found => (found.line === undefined ? found : { ...found, line: found.line + line }))
}
