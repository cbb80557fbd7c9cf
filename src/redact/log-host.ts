const date =
  /^(?:\[?\w{3} +\d{1,2} \d\d:\d\d:\d\d(?:[.,]\d+)?(?: \d{4})?|(?:\w{3} )?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?|\d{10}\.\d{6})\]? +(?:\[\d+\] +)?/
/** A host is followed by the program that wrote, perhaps with its number, or by the level. */
const host =
  /^(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?= +(?:[\w./()@+:-]+ *(?:\[\d+\])?(?: \([^)]*\))?:|[\w.-]+ *\[\d+\]|corosync |last message repeated|message repeated))/
const bracketed = /^\[\d+\] +/

/** The host that a line of a log begins with, and where it stands. */
export function hostAt(line: string): { readonly name: string; readonly start: number } | undefined {
  const before = date.exec(line) ?? bracketed.exec(line)
  if (!before) return undefined
  const start = before[0].length
  const name = host.exec(line.slice(start, start + 400))?.groups?.name
  return name === undefined ? undefined : { name, start }
}
