import { agentName, type Cluster, clusterKeys, clusterReadings, type Resource, type TimedOut } from './cluster.ts'
import { isTrue } from './durations.ts'
import { type EvidenceReader, type Spot, unread } from './reader.ts'
import { isWhole, shownTag, tagsOf, whyNotWhole, type XmlTags } from './xml.ts'

/** Status as `crm_mon --output-as=xml`, `crm_mon -X` and `pcs status xml` print it. */
export const crmMonXml: EvidenceReader = {
  name: 'cluster-status-xml',
  needs: ['<crm_mon', '<pacemaker-result'],
  recognises: (_, head) => /<(?:crm_mon|pacemaker-result)[\s>]/.test(head) && /<(?:summary|failures|node_history)[\s>]/.test(head),
  readings: [...clusterKeys, 'listed.unread'],
  read(text, context) {
    const xml = tagsOf(text)
    const why = whyNotWhole(xml)
    return [...(xml ? clusterReadings(clusterOf(xml), context) : []), ...(why ? [unread(context, why)] : [])]
  },
}

function clusterOf(xml: XmlTags): Cluster {
  const { tags } = xml
  const resources = new Map<string, Resource>()
  const nodes: { name: string; spot: Spot }[] = []
  const timedOut: TimedOut[] = []
  const cluster: { -readonly [K in keyof Cluster]: Cluster[K] } = {}
  const path: string[] = []
  for (const tag of tags) {
    if (tag.kind === 'close') {
      path.pop()
      continue
    }
    const { name, attributes } = tag
    const { id = '', resource_agent: agent, status = '' } = attributes
    if (name === 'resource' && agent && !resources.has(id))
      resources.set(id, { id, agent: agentName(agent), spot: shownTag(tag, ['id', 'resource_agent']) })
    if (name === 'node' && path.at(-1) === 'nodes' && attributes.name && (attributes.type ?? 'member') === 'member')
      nodes.push({ name: attributes.name, spot: shownTag(tag, ['name', 'id', 'online', 'unclean']) })
    if (name === 'current_dc' && attributes.version)
      cluster.pacemaker = { value: attributes.version, spot: shownTag(tag, ['version', 'name']) }
    if (name === 'cluster_options') {
      const spot = shownTag(tag, ['stonith-enabled', 'fencing-enabled', 'maintenance-mode'])
      const fencing = attributes['fencing-enabled'] ?? attributes['stonith-enabled']
      if (fencing !== undefined) cluster.fencing = { value: isTrue(fencing), spot }
      if (attributes['maintenance-mode'] !== undefined) cluster.maintenance = { value: isTrue(attributes['maintenance-mode']), spot }
    }
    const failed =
      name === 'failure' && /^timed ?out$/i.test(status) ? /^(.+)_([a-z-]+(?:_to|_from)?)_\d+$/.exec(attributes.op_key ?? '') : null
    if (failed)
      timedOut.push({
        resource: failed[1]!,
        operation: attributes.task ?? failed[2]!,
        node: attributes.node ?? '',
        spot: shownTag(tag, ['op_key', 'node', 'status', 'exec']),
      })
    if (tag.kind === 'open') path.push(name)
  }
  const first = nodes[0]
  return {
    ...cluster,
    resources: [...resources.values()],
    nodes,
    timedOut,
    nodeCount: first && isWhole(xml, ['nodes']) ? { value: nodes.length, spot: first.spot } : undefined,
  }
}
