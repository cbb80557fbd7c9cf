import { holdsAny, watch } from '../lines/words.ts'
import { addresses, cfgtool, hostsFile, members } from './addresses.ts'
import { agentHealth, scanStatistics } from './agent-state.ts'
import { auditRules } from './audit-rules.ts'
import { cib } from './cib.ts'
import { clock, uptime } from './clock.ts'
import { cmap } from './cmap.ts'
import { manifest, timedOut } from './collector.ts'
import { cores } from './cores.ts'
import { corosyncConf } from './corosync-conf.ts'
import { crmConfigure } from './crm-configure.ts'
import { crmMon } from './crm-mon.ts'
import { crmMonXml } from './crm-mon-xml.ts'
import { fanotify } from './fanotify.ts'
import { guestFiles } from './guest-signs.ts'
import { bondState } from './links.ts'
import { audit, df, sar } from './load.ts'
import { lsof } from './lsof.ts'
import { memory } from './memory.ts'
import { modules, tainted } from './modules.ts'
import { mounts } from './mounts.ts'
import { packageLog, packages } from './packages.ts'
import { pcsCluster } from './pcs-cluster.ts'
import { pcsConfig } from './pcs-config.ts'
import { procStack } from './proc-stack.ts'
import { ps } from './ps.ts'
import { type EvidenceReader, isFor } from './reader.ts'
import { hostname, release } from './release.ts'
import { sysinfo, sysstats, versions } from './sections.ts'
import { sos } from './sos.ts'
import { supportconfig } from './supportconfig.ts'
import { strace, traceRa } from './traces.ts'
import { units } from './units.ts'
import { virtual } from './virtual.ts'

export { conclude } from './conclude.ts'
export type { EvidenceReader, ReaderContext } from './reader.ts'
export { unusable } from './unusable.ts'

/** All readers; the first that recognises a file reads it. Those that look closely come before those that look briefly. */
export const readers: readonly EvidenceReader[] = [
  supportconfig(() => readers),
  cib,
  crmMonXml,
  sos,
  timedOut,
  manifest,
  sysstats,
  sysinfo,
  members,
  hostsFile,
  clock,
  uptime,
  corosyncConf,
  pcsCluster,
  pcsConfig,
  crmConfigure,
  crmMon,
  cmap,
  cfgtool,
  bondState,
  fanotify,
  procStack,
  traceRa,
  strace,
  lsof,
  ps,
  units,
  modules,
  tainted,
  audit,
  auditRules,
  memory,
  df,
  mounts,
  cores,
  sar,
  addresses,
  agentHealth,
  scanStatistics,
  release,
  hostname,
  versions,
  virtual,
  guestFiles,
  packageLog,
  packages,
]

const watching = readers.map(reader => ({ reader, needs: reader.needs && watch(...reader.needs) }))

/** Characters: all that any reader looks at to recognise a file. Most files are none of theirs, so this must be quick. */
const recognisedBy = 8192

/** The reader for a file, if any. */
export function readerFor(path: string, head: string): EvidenceReader | undefined {
  const start = head.slice(0, recognisedBy)
  // Which words stand in the head as a whole is known already; only of a long one they must be searched for once more.
  const recognises = (reader: EvidenceReader) => (start.length < head.length ? isFor(reader, path, start) : reader.recognises(path, start))
  return watching.find(({ reader, needs }) => (!needs || holdsAny(head, needs)) && recognises(reader))?.reader
}
