import { readers } from './index.ts'
import type { EvidenceReader } from './reader.ts'

/** Names that collectors give to what a reader reads: what a file should have been, although it holds nothing. */
const names: readonly (readonly [string, RegExp])[] = [
  ['cib', /^(?:cib\.xml|cibadmin_-Q.*|cibadmin_--query.*|pcs_cluster_cib.*)$/],
  ['cluster-status', /^(?:crm_mon.*|pcs_status.*|crm_mon\.txt)$/],
  ['pcs-config', /^(?:pcs_config.*|cib\.txt)$/],
  ['crm-configure', /^crm_configure_show.*$/],
  ['corosync-conf', /^corosync\.conf$/],
  ['corosync-cmapctl', /^corosync-cmapctl.*$/],
  ['corosync-cfgtool', /^corosync-cfgtool.*$/],
  ['fanotify', /^fanotify_holders$/],
  ['ps', /^ps(?:[_-].*)?$|^blocked_tasks$/],
  ['lsof', /^lsof.*$/],
  ['units', /^systemctl_(?:list-unit|status).*$/],
  ['packages', /^(?:installed-rpms|(?:sh_-c_)?rpm_(?:.*_)?-qa.*|package-?data|dpkg_-l)$/],
  ['modules', /^(?:lsmod|modules)$/],
  ['audit-status', /^auditctl_-s$/],
  ['audit-rules', /^auditctl_-l$/],
  ['memory', /^(?:free(?:_.*)?|meminfo)$/],
  ['mounts', /^(?:mount(?:_-l)?|mounts|findmnt(?:_.*)?)$/],
  ['df', /^df(?:_.*)?$/],
  ['sar', /^sar?(?:[_\d].*)?$/],
  ['release', /^(?:os-release|redhat-release|centos-release)$/],
  ['hostname', /^(?:hostname|uname(?:_.*)?)$/],
  ['trace-ra', /^.*\.(?:start|stop|monitor|promote|demote|notify|validate-all|meta-data)\.\d{4}-\d\d-\d\d\..*$/],
  ['sysstats', /^sysstats\.txt$/],
  ['sysinfo', /^sysinfo\.txt$/],
  ['hosts-file', /^hosts$/],
  ['addresses', /^ip_.*addr.*$/],
]

/** The reader for what a file is called, whatever is in it. */
export function readerNamed(path: string): EvidenceReader | undefined {
  const own = readers.find(({ emptyTells }) => emptyTells?.(path))
  if (own) return own
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:gz|xz|bz2)$/, '')
  const name = names.find(([, pattern]) => pattern.test(base))?.[0]
  return name === undefined || /(?:^|\/)(?:usr|boot)\//.test(path) ? undefined : readers.find(reader => reader.name === name)
}
