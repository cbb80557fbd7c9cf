/** RFC 5424, which servers that collect logs keep, with and without its priority: `<29>1 2026-03-28T06:15:03Z node01 corosync 1411 - - text` */
const protocol =
  /^(?:<\d{1,3}> ?)?1 (?<time>\d{4}-\d\d-\d\dT\S+) (?<host>\S+) (?<process>\S+) (?<pid>\S+) \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+) ?/

/** A line of that protocol as other logs write it. */
export function withoutProtocol(line: string): string {
  return line.startsWith('<') || line.startsWith('1 2') ? line.replace(protocol, asUsual) : line
}

function asUsual(_: string, time: string, host: string, process: string, pid: string): string {
  return `${time} ${host} ${process}${pid === '-' ? '' : `[${pid}]`}: `
}
