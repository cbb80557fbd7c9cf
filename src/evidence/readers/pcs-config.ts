import { agentName, type Cluster, clusterKeys, clusterReadings, type Resource } from './cluster.ts'
import { durationMs, isTrue } from './durations.ts'
import { type EvidenceReader, type Spot, spotsOf } from './reader.ts'

const resource = /^\s*Resource: (\S+) \(([^)]*)\)/
const property = /^\s+(stonith-enabled|fencing-enabled|maintenance-mode|dc-version|cluster-name)[:=]\s*(\S+)/
/** What stands above the settings of the whole cluster, and any of them. */
const propertyHead = /^[ \t]*Cluster Properties:/
const anyProperty = /^\s+[a-z][\w-]*[:=]/
const oldStop = /\bstop interval=\S+ (?:[\w-]+=\S+ ){0,8}timeout=(\w+)/

/**
 * The cluster's configuration as `pcs config` prints it, or `pcs property` a part of it. Settings of resources are passed over: some are
 * passwords.
 */
export const pcsConfig: EvidenceReader = {
  name: 'pcs-config',
  needs: ['Cluster Name:', 'Resource: ', 'Cluster Properties:'],
  // `pcs resource config`, and `pcs resource show` before it, print the resources only.
  recognises: (_, head) =>
    (/^[ \t]*Cluster Name:/m.test(head) && /^[ \t]*(?:Corosync Nodes|Pacemaker Nodes|Resources):/m.test(head)) ||
    /^[ \t]*Resource: \S+ \(class=\w+ (?:provider=\S+ )?type=\S+\)/m.test(head) ||
    /^[ \t]*Cluster Properties:.{0,80}\r?\n[ \t]+[a-z][\w-]*[:=]/m.test(head),
  readings: clusterKeys,
  read: (text, context) => clusterReadings(clusterOf(spotsOf(text)), context),
}

function clusterOf(spots: readonly Spot[]): Cluster {
  const resources: Resource[] = []
  const nodes: { name: string; spot: Spot }[] = []
  const cluster: { -readonly [K in keyof Cluster]: Cluster[K] } = {}
  let stop = false
  spots.forEach((spot, i) => {
    const { text } = spot
    const found = resource.exec(text)
    if (found) {
      const part = (name: string) => new RegExp(`(?:^|\\s)${name}=(\\S+)`).exec(found[2]!)?.[1]
      resources.push({ id: found[1]!, agent: agentName([part('class'), part('provider'), part('type')].filter(Boolean).join(':')), spot })
    }
    // On a remote node there are none, and the next heading follows.
    const below = spots[i + 1]
    if (/^[ \t]*Corosync Nodes:/.test(text) && below && !below.text.trimEnd().endsWith(':'))
      for (const name of below.text.trim().split(/\s+/)) if (name) nodes.push({ name, spot: below })
    const called = /^[ \t]*Cluster Name: (\S+)\s*$/.exec(text)
    if (called) cluster.name = { value: called[1]!, spot }
    const set = property.exec(text)
    if (set?.[1] === 'dc-version') cluster.pacemaker = { value: set[2]!, spot }
    else if (set?.[1] === 'cluster-name') cluster.name ??= { value: set[2]!, spot }
    else if (set?.[1] === 'maintenance-mode') cluster.maintenance = { value: isTrue(set[2]!), spot }
    else if (set) cluster.fencing = { value: isTrue(set[2]!), spot }
    // Older versions write an operation on one line, newer ones its settings below its name.
    if (/^\s+[\w-]+: \S+$/.test(text)) stop = /^\s+stop: /.test(text)
    else if (!/^\s+(?:[\w-]+=\S+\s*)+$/.test(text)) stop = false
    const timeout = oldStop.exec(text)?.[1] ?? (stop ? /\btimeout=(\w+)/.exec(text)?.[1] : undefined)
    const value = durationMs(timeout ?? '')
    const isFence = resources.at(-1)?.agent.startsWith('stonith:')
    // No time at all is no limit.
    if (value && !isFence && !(cluster.shortestStopMs && cluster.shortestStopMs.value <= value)) cluster.shortestStopMs = { value, spot }
  })
  const unset = unsetIn(spots)
  if (unset) {
    cluster.fencing ??= { value: true, spot: { ...unset, text: 'stonith-enabled is not set' } }
    cluster.maintenance ??= { value: false, spot: { ...unset, text: 'maintenance-mode is not set' } }
  }
  const first = nodes[0]
  return { ...cluster, resources, nodes, nodeCount: first ? { value: nodes.length, spot: first.spot } : undefined }
}

/** The head of the settings, when the list is whole: what is not in it has its default. Something else must follow, or it may be cut off. */
function unsetIn(spots: readonly Spot[]): Spot | undefined {
  const at = spots.findIndex(({ text }) => propertyHead.test(text))
  if (at < 0 || !spots.slice(0, at).some(({ text }) => /^[ \t]*Resources:/.test(text))) return undefined
  const rows = spots.slice(at + 1)
  const end = rows.findIndex(({ text }) => !anyProperty.test(text))
  return end > 0 && rows.slice(end).some(({ text }) => /^[ \t]*(?:Quorum|Tags|Node Attributes):/.test(text)) ? spots[at] : undefined
}
