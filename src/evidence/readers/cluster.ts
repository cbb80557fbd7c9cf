import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, sortedUnique, upstreamVersion } from './reader.ts'

/** A resource: what it is called, what runs it. */
export interface Resource {
  /** Empty where a source tells only that there is one. */
  readonly id: string
  /** `ocf:heartbeat:IPaddr2` */
  readonly agent: string
  readonly spot: Spot
}

/** A program gave up on an operation because it took too long. */
export interface TimedOut {
  readonly resource: string
  readonly operation: string
  readonly node: string
  readonly spot: Spot
}

/** What several sources tell about a cluster; each fills in what it knows. */
export interface Cluster {
  readonly resources?: readonly Resource[]
  readonly nodes?: readonly { readonly name: string; readonly spot: Spot }[]
  readonly name?: { readonly value: string; readonly spot: Spot } | undefined
  readonly nodeCount?: { readonly value: number; readonly spot: Spot } | undefined
  readonly fencing?: { readonly value: boolean; readonly spot: Spot } | undefined
  readonly maintenance?: { readonly value: boolean; readonly spot: Spot } | undefined
  readonly pacemaker?: { readonly value: string; readonly spot: Spot } | undefined
  readonly timedOut?: readonly TimedOut[]
  readonly shortestStopMs?: { readonly value: number; readonly spot: Spot } | undefined
}

/** The keys `clusterReadings` may emit. */
export const clusterKeys = [
  'listed.resource',
  'listed.node',
  'resources',
  'resource-agents',
  'cluster.name',
  'cluster.node-count',
  'cluster.fencing-enabled',
  'cluster.maintenance-mode',
  'version.pacemaker',
  'operations.timed-out',
  'operations.shortest-stop-timeout-seconds',
] as const

/** The readings of a cluster, the same for each source. */
export function clusterReadings(cluster: Cluster, context: ReaderContext): Reading[] {
  const { resources = [], nodes = [], timedOut = [] } = cluster
  const found: Reading[] = resources.map(({ id, agent, spot }) => reading(context, 'listed.resource', [id, agent], spot))
  for (const { name, spot } of nodes) found.push(reading(context, 'listed.node', name, spot))
  if (resources[0]) {
    const named = resources.filter(({ id }) => id !== '')
    if (named[0]) found.push(reading(context, 'resources', sortedUnique(named.map(({ id }) => id)), named[0].spot))
    found.push(reading(context, 'resource-agents', sortedUnique(resources.map(({ agent }) => agent)), resources[0].spot))
  }
  const add = (key: string, told: { value: Reading['value']; spot: Spot } | undefined) => {
    if (told) found.push(reading(context, key, told.value, told.spot))
  }
  add('cluster.name', cluster.name)
  add('cluster.node-count', cluster.nodeCount)
  add('cluster.fencing-enabled', cluster.fencing)
  add('cluster.maintenance-mode', cluster.maintenance)
  const version = upstreamVersion(cluster.pacemaker?.value ?? '')
  if (version && cluster.pacemaker) add('version.pacemaker', { value: version, spot: cluster.pacemaker.spot })
  if (timedOut[0])
    add('operations.timed-out', {
      value: sortedUnique(timedOut.map(({ resource, operation, node }) => `${resource} ${operation} ${node}`.trim())),
      spot: timedOut[0].spot,
    })
  if (cluster.shortestStopMs)
    add('operations.shortest-stop-timeout-seconds', { value: cluster.shortestStopMs.value / 1000, spot: cluster.shortestStopMs.spot })
  return found
}

/** `ocf::heartbeat:IPaddr2`, as old versions print it, is `ocf:heartbeat:IPaddr2`. */
export function agentName(text: string): string {
  return text.replace('::', ':')
}
