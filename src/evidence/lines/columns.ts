/** Entries of a log whose time, host and program stand in columns, or before an object, with no line that names them. */

/** Time, host and program in columns, with no line that names them. */
const columns =
  /^"?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d)"?([\t;,])"?([A-Za-z][\w.-]{0,252})"?\2"?([a-z][\w.@/()-]{1,80}(?:\[\d{1,9}\])?):?"?\2"?(?=\S|\s{1,4}\S)/
/** `2026-03-28 06:15:03.000000000 +0100 syslog.daemon: {"ident":"corosync", …}`, what fluentd writes into files. */
const collected = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})? ([+-]\d{4}) [\w.-]{1,80}: \{(?=")/

/** Such an entry as other logs write it; undefined for any other line. */
export function withUsualColumns(line: string): string | undefined {
  const found = columns.exec(line)
  if (found) {
    const [whole, date, , host, program] = found
    return `${date!
      .replace(/^(\d{4}-\d\d-\d\d) /, '$1T')
      .replace(',', '.')
      .replace(/ (?=[Z+-])/, '')} ${host} ${program}: ${line.slice(whole.length).replace(/"$/, '').replaceAll('""', '"')}`
  }
  const json = collected.exec(line)
  return json ? `{"@timestamp":"${json[1]}T${json[2]}${json[3]}",${line.slice(json[0].length)}` : asRow(line)
}

/** A row of a table without its head: date, host, a program of the cluster or the kernel, and what it wrote. */
const row =
  /^[|"' \t]{0,4}(?:(?<date>\d{4}-\d\d-\d\d)[ T](?<clock>\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?(?<zone>Z|[+-]\d\d:?\d\d)?|(?<day>[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d))["' ]{0,2}[|,;\t]["' ]{0,2}(?<host>[\w.-]{1,253})["' ]{0,2}[|,;\t]["' ]{0,2}(?<program>(?:corosync|pacemaker[\w-]{0,20}|crmd|lrmd|pengine|stonith-ng|attrd|cib|kernel|systemd)(?:\[\d+\])?)(?:: ?|["' ]{0,2}[|,;\t]["' ]{0,2})(?<message>\S.*?)["' |]{0,4}$/

function asRow(line: string): string | undefined {
  const found = row.exec(line)?.groups
  if (!found) return undefined
  const { date, clock: time, zone = '', day, host, program = '', message } = found
  // Only a daemon that gives its number, or a level, is taken for one.
  const named = program === 'kernel' || program.endsWith(']') ? program : `${program}[0]`
  return `${date ? `${date}T${time}${zone}` : day} ${host} ${named}: ${message}`
}
