import { type EvidenceReader, reading, spotsOf } from './reader.ts'

const rule = /^\s*(?:auditctl\s+)?-a\s+(?:always,exit|exit,always)\s/
const watch = /^\s*-w\s+\/\S*\s+-p\s+[rwxa]+/
const listed = /(?:^|\/)auditctl_-l[^/]*$/
/** Calls that every program start or every opening of a file makes. */
const frequent = /^(?:all|execve|execveat|open|openat|openat2|close|read|stat|fstat)$/
/** Filters that leave all of root's programs in; with any other filter a rule is about some calls only. */
const harmless = /^(?:arch|key|success|uid|euid|pers)\s*(?:=|!=)/

/**
 * Audit rules, as `auditctl -l` prints them or as they stand in a file: whether one records each program start or each open. Rules that are
 * limited to people who logged in (`auid>=1000`), to a path or to refused calls do not touch what the cluster does.
 */
export const auditRules: EvidenceReader = {
  name: 'audit-rules',
  needs: ['always', '-w', 'No rules'],
  recognises: (path, head) =>
    (listed.test(path) && /^No rules\s*$/m.test(head)) ||
    spotsOf(head)
      .slice(0, 400)
      .some(({ text }) => rule.test(text) || watch.test(text)),
  readings: ['audit.records-every-start'],
  mayBeSilent: true,
  read(text, context) {
    const spots = spotsOf(text)
    const wide = spots.find(({ text: line }) => rule.test(line) && isWide(line))
    if (wide) return [reading(context, 'audit.records-every-start', true, wide)]
    // What stands in a file need not be what is loaded.
    return listed.test(context.path) ? [reading(context, 'audit.records-every-start', false, spots[0])] : []
  },
}

function isWide(line: string): boolean {
  const calls = [...line.matchAll(/\s-S\s+(\S+)/g)].flatMap(([, names = '']) => names.split(','))
  const filters = [...line.matchAll(/\s-F\s+"?([^\s"]+)/g)].map(([, filter = '']) => filter)
  if (/\s-C\s/.test(line)) return false
  const all = filters.every(filter => harmless.test(filter) && !/^(?:success=0|e?uid=[1-9]|e?uid!=0)/.test(filter))
  return all && calls.some(call => frequent.test(call))
}
