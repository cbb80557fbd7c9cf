/** Names of folders that are not names of hosts. */
const noHost =
  /^(?:bundle|bundles|report|reports|evidence|logs?|data|files?|cases?|sos|sosreports?|sosreport-.*|host|root|extracted|output|archive|stdin|tmp|cluster|pacemaker|corosync|pengine|crm_report.*|pcmk.*|hb_report.*|sos-collect.*|\d+)$/i
/** Folders of a host's own file system, and those that sos adds beside them. */
const hostFolders = new Set([
  'etc',
  'var',
  'sos_commands',
  'sos_logs',
  'sos_reports',
  'sos_strings',
  'proc',
  'usr',
  'run',
  'sys',
  'boot',
  'opt',
  'root',
  'lib',
  'dev',
  'home',
  'tmp',
])
/** Files that crm_report puts into one folder for each node. */
const reportFiles =
  /^(?:corosync\.conf|cib\.xml|cib\.txt|crm_mon\.txt|crm_verify\.txt|members\.txt|cluster-log\.txt|ha-log\.txt|sysinfo\.txt|sysstats\.txt|permissions\.txt|time\.txt|pacemaker\.log|corosync\.log|journal(?:_\w+)?\.log|messages|dlm_dump\.txt|RUNNING|STOPPED|DC)$/

/** What a report has for all nodes together; nothing in it tells of the cluster. */
export const isOfReport = (path: string) => /\/(?:analysis|description|events|supportconfig)\.txt$|\/report\.summary$/.test(path)

/** The folder that stands for one host in a bundle (`bundle/node01` of `bundle/node01/var/log/messages`), if there is one. */
export function hostRootOf(path: string): string | undefined {
  const parts = path.split('/')
  const at = parts.findIndex((part, i) => i < parts.length - 1 && hostFolders.has(part))
  if (at >= 0) return parts.slice(0, at).join('/')
  const sos = parts.findIndex((part, i) => i < parts.length - 1 && /^sosreport-/.test(part) && !isArchive(part))
  if (sos >= 0) return parts.slice(0, sos + 1).join('/')
  // A report's own files lie above the nodes' folders.
  return parts.length >= 2 && reportFiles.test(parts.at(-1)!) ? parts.slice(0, -1).join('/') : undefined
}

/** Files that people, too, put beside each other, whatever they call the folder. */
const looseFiles =
  /^(?:corosync\.conf|cib\.xml|crm_mon\.txt|cluster-log\.txt|ha-log\.txt|(?:pacemaker|corosync|journal(?:_\w+)?)\.log|messages)$/

/** Whether only the file's name makes its folder one of a host: crm_report puts it there, but so does anybody. */
export function isLoose(path: string): boolean {
  const parts = path.split('/')
  const collected = parts.some(
    (part, i) => i < parts.length - 1 && (hostFolders.has(part) || (/^sosreport-/.test(part) && !isArchive(part))),
  )
  return !collected && looseFiles.test(parts.at(-1)!)
}

/** The host that such a folder is called after, unless its name is none of a host. */
export function folderHost(root: string): string | undefined {
  const last = root.slice(root.lastIndexOf('/') + 1)
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/.test(last) && !noHost.test(last) && !isArchive(last) ? last : undefined
}

function isArchive(name: string): boolean {
  return /\.(?:tar|tgz|txz|tbz2?|gz|xz|bz2|zip)$/.test(name)
}
