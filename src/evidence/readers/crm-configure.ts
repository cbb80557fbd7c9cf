import { agentName, type Cluster, clusterKeys, clusterReadings, type Resource } from './cluster.ts'
import { durationMs, isTrue } from './durations.ts'
import { type EvidenceReader, type Spot, spotsOf } from './reader.ts'

/** What begins at the margin; what belongs to it is moved in. */
const element = /^(primitive|node|property|rsc_template|ms|clone|group|location|order|colocation|rsc_defaults|op_defaults)(?: |$)/
const primitive = /^(?:primitive|rsc_template) (\S+) ([^\s\\=]+)/
/** As people put it together for a mail. */
const inOneLine = /^primitive \S+ [^\s\\=]+ (?:params|op|operations|meta) \S/gm
/** `node 1: hana01`, `node $id="1" hana01`, `node hana01 \` */
const member = /^node (?:\d+: |\$id="?[\w-]+"? )?([A-Za-z][\w.-]*)/
const setting = /\b(stonith-enabled|fencing-enabled|maintenance-mode|cluster-name|dc-version)="?([^"\s\\]+)/g
const stopTimeout = /\bop stop\b[^\\]*?\btimeout="?(\w+)/

/** The cluster's configuration as `crm configure show` prints it, also in `cib.txt` of a report where crmsh is. Settings of resources are passed over. */
export const crmConfigure: EvidenceReader = {
  name: 'crm-configure',
  needs: ['primitive '],
  recognises: (path, head) =>
    !/\.(?:sh|py|pl|rb)$/.test(path) &&
    ((/^primitive \S+ [^\s\\=]+(?: \\)?\s*$/m.test(head) && /^[ \t]+(?:params|op|operations|meta)\b/m.test(head)) ||
      (head.match(inOneLine)?.length ?? 0) >= 2),
  readings: clusterKeys,
  read: (text, context) => clusterReadings(clusterOf(spotsOf(text)), context),
}

function clusterOf(spots: readonly Spot[]): Cluster {
  const resources: Resource[] = []
  const templates = new Map<string, string>()
  const nodes: { name: string; spot: Spot }[] = []
  const cluster: { -readonly [K in keyof Cluster]: Cluster[K] } = {}
  let within: string | undefined
  let fence = false
  for (const spot of spots) {
    const { text } = spot
    const begun = element.exec(text)
    if (begun) within = begun[1]
    const [, id, type] = primitive.exec(text) ?? []
    if (id && type) {
      const agent = type.startsWith('@') ? (templates.get(type.slice(1)) ?? type) : wholeName(type)
      fence = agent.startsWith('stonith:')
      if (text.startsWith('rsc_template')) templates.set(id, agent)
      else resources.push({ id, agent, spot: { ...spot, text: `primitive ${id} ${type}` } })
    }
    const name = member.exec(text)?.[1]
    if (name) nodes.push({ name, spot: { ...spot, text: `node ${name}` } })
    if (within === 'property')
      for (const [found, key, value = ''] of text.matchAll(setting)) {
        const told = { ...spot, text: found }
        if (key === 'maintenance-mode') cluster.maintenance = { value: isTrue(value), spot: told }
        else if (key === 'cluster-name') cluster.name = { value, spot: told }
        else if (key === 'dc-version') cluster.pacemaker = { value, spot: told }
        else cluster.fencing = { value: isTrue(value), spot: told }
      }
    const value = within === 'primitive' && !fence ? durationMs(stopTimeout.exec(text)?.[1] ?? '') : undefined
    if (value && !(cluster.shortestStopMs && cluster.shortestStopMs.value <= value))
      cluster.shortestStopMs = { value, spot: { ...spot, text: text.trim() } }
  }
  const first = nodes[0]
  return { ...cluster, resources, nodes, nodeCount: first ? { value: nodes.length, spot: first.spot } : undefined }
}

/** Class and provider are left out where they are the usual ones. */
function wholeName(type: string): string {
  return type.includes(':') ? agentName(type) : `ocf:heartbeat:${type}`
}
