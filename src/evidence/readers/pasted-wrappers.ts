/** What collectors, tools and people put before a line, one after the other. */
const fronts: readonly RegExp[] = [
  /^<\d{1,3}>/,
  // `docker logs` of compose; a container's log; a terminal that is recorded with times.
  /^[\w.-]{2,60}_?\d{0,3}\s+\| /,
  /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) std(?:out|err) [FP] /,
  /^\d\d:\d\d:\d\d [\w.-]{2,63}> /,
  // `grep -n`, `grep -H`, and the shells that ask many machines at once, whose names end in a number.
  /^(?:(?:[\w.-]{0,60}\/){0,12}[\w.-]{0,60}(?:log|messages|syslog|journal|txt)[\w.-]{0,40}[:-])?\d{1,7}[:-](?=\D|\d{4}[/-])/,
  /^(?:[\w.-]{0,60}\/){1,12}[\w.-]{2,80}:/,
  /^(?:messages|syslog|[\w.-]{1,60}\.log)[\w.-]{0,20}:/,
  /^[a-z][\w.-]{0,50}\d[\w.-]{0,20}: /,
  /^(?:[*•+-]|\d{1,3}[.)]|\|) +/,
  /^<(?:pre|code|p|li|td|div)(?: [^>]{0,80})?>/,
  /^[\t ]+/,
]
const tag = /<\/?(?:pre|code|p|li|td|div|br) ?\/?>$/
/** A document of a collector: the line itself is in one field. */
const field = /"(?:log|message|MESSAGE|msg|line|_raw)" ?: ?("(?:[^"\\]|\\.){4,3000}")/
/** The last column of a table in quotes. */
const column = /^"[^"]{0,80}"(?:,"[^"]{0,80}"){1,8},"((?:[^"]|""){4,3000})"$/

/** A line without what stands around it; undefined where nothing does. */
export function unwrappedLine(line: string): string | undefined {
  let text = inner(line) ?? line
  for (const front of fronts) text = text.replace(front, '')
  text = text.replace(tag, '')
  if (text.endsWith(' |')) text = text.slice(0, -1)
  text = text.trimEnd()
  if (text.startsWith('`') && text.endsWith('`')) text = text.replace(/^`{1,3}|`{1,3}$/g, '')
  return text === line || text.length < 4 ? undefined : text
}

function inner(line: string): string | undefined {
  const quoted = line.includes('{') ? field.exec(line)?.[1] : undefined
  if (quoted === undefined) return line.startsWith('"') ? column.exec(line)?.[1]?.replace(/""/g, '"') : undefined
  try {
    return String(JSON.parse(quoted)).trimEnd().split('\n', 1)[0]
  } catch {
    return undefined
  }
}
