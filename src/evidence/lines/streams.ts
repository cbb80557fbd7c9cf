/** Streams of lines with their labels, as Loki answers: the time of a line stands beside it, host and program in the labels. */

import { entryLine } from './stored.ts'

/** A stream of a program of the cluster, of the kernel, or with its mark in the lines. */
const named =
  /"(?:corosync|pacemaker[\w-]{0,20}|kernel)(?:\.service)?"|\[\s*"\d{16,19}",\s*"(?:\[(?:TOTEM|KNET|QUORUM) *\] |(?:corosync|pacemaker[\w-]{0,20}|kernel)(?:\[\d{1,9}\])?: )/
const begun = /"stream" ?: ?\{/

/** Whether a document in JSON is such an answer and its lines may be of the cluster. */
export const isStreams = (head: string): boolean => begun.test(head) && named.test(head)

type Labels = Readonly<Record<string, unknown>>
const hosts = ['host', 'hostname', 'nodename', 'node', 'node_name', 'instance', '_HOSTNAME', '__journal__hostname']
const programs = [
  'syslog_identifier',
  'SYSLOG_IDENTIFIER',
  '__journal_syslog_identifier',
  'unit',
  'systemd_unit',
  'program',
  'process',
  'app',
  'appname',
  'service_name',
  'job',
]

/** The lines of one stream, each as a log would hold it; undefined for what is none. A line that is whole stays as it is. */
export function streamLines({ stream, values }: Readonly<Record<string, unknown>>): string[] | undefined {
  if (stream === null || typeof stream !== 'object' || !Array.isArray(values)) return undefined
  const label = (names: readonly string[]) => names.map(name => (stream as Labels)[name]).find(value => typeof value === 'string')
  const program = String(label(programs) ?? '').replace(/\.service$/, '')
  const host = String(label(hosts) ?? '').replace(/:\d{1,5}$/, '')
  const lines: string[] = []
  for (const value of values) {
    const [timestamp, line] = Array.isArray(value) ? value : []
    if (typeof timestamp !== 'string' || typeof line !== 'string') return undefined
    lines.push(entryLine({ timestamp, message: line, host, process: program }) ?? line)
  }
  return lines
}
