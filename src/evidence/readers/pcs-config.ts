import { agentName, type Cluster, clusterKeys, clusterReadings, type Resource } from './cluster.ts'
import { durationMs, isTrue } from './durations.ts'
import { type EvidenceReader, type Spot, spotsOf } from './reader.ts'

const resource = /^\s*Resource: (\S+) \(([^)]*)\)/
const property = /^\s+(stonith-enabled|fencing-enabled|maintenance-mode|dc-version)[:=]\s*(\S+)/
const oldStop = /\bstop interval=\S+ timeout=(\w+)/

/** The cluster's configuration as `pcs config` prints it. Settings of resources are passed over: some are passwords. */
export const pcsConfig: EvidenceReader = {
  name: 'pcs-config',
  needs: ['Cluster Name:', 'Resource: '],
  // `pcs resource config`, and `pcs resource show` before it, print the resources only.
  recognises: (_, head) =>
    (/^Cluster Name:/m.test(head) && /^(?:Corosync Nodes|Pacemaker Nodes|Resources):/m.test(head)) ||
    /^[ \t]*Resource: \S+ \(class=\w+ (?:provider=\S+ )?type=\S+\)/m.test(head),
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
    if (/^Corosync Nodes:/.test(text))
      for (const name of (spots[i + 1]?.text ?? '').trim().split(/\s+/)) if (name) nodes.push({ name, spot: spots[i + 1]! })
    const called = /^Cluster Name: (\S+)\s*$/.exec(text)
    if (called) cluster.name = { value: called[1]!, spot }
    const set = property.exec(text)
    if (set?.[1] === 'dc-version') cluster.pacemaker = { value: set[2]!, spot }
    else if (set?.[1] === 'maintenance-mode') cluster.maintenance = { value: isTrue(set[2]!), spot }
    else if (set) cluster.fencing = { value: isTrue(set[2]!), spot }
    // Older versions write an operation on one line, newer ones its settings below its name.
    if (/^\s+[\w-]+: \S+$/.test(text)) stop = /^\s+stop: /.test(text)
    else if (!/^\s+(?:[\w-]+=\S+\s*)+$/.test(text)) stop = false
    const timeout = oldStop.exec(text)?.[1] ?? (stop ? /\btimeout=(\w+)/.exec(text)?.[1] : undefined)
    const value = durationMs(timeout ?? '')
    const isFence = resources.at(-1)?.agent.startsWith('stonith:')
    if (value !== undefined && !isFence && !(cluster.shortestStopMs && cluster.shortestStopMs.value <= value))
      cluster.shortestStopMs = { value, spot }
  })
  const first = nodes[0]
  return { ...cluster, resources, nodes, nodeCount: first ? { value: nodes.length, spot: first.spot } : undefined }
}
