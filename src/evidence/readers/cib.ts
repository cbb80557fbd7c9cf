import { agentName, type Cluster, clusterKeys, clusterReadings, type Resource, type TimedOut } from './cluster.ts'
import { durationMs, isTrue } from './durations.ts'
import { mayBeOutput } from './output-or-prose.ts'
import { type EvidenceReader, type Spot, unread } from './reader.ts'
import { isWhole, shownTag, type Tag, tagsOf, whyNotWhole, type XmlTags } from './xml.ts'

const start = /^\ufeff?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<cib[\s>]/
/** The command at a terminal, or what it complained of, stands above it; `cibadmin -o` prints a part. */
const below =
  /^[ \t]*(?:<cib (?=[^>]{0,800}\b(?:epoch|validate-with|crm_feature_set)=)|<(configuration|crm_config|resources|op_defaults|status)>\s*<(?:crm_config|cluster_property_set|primitive|template|group|clone|master|bundle|meta_attributes|node_state)[\s>])/m

/** The cluster's configuration and state, as `cibadmin -Q`, `pcs cluster cib` or `cib.xml` hold it. */
export const cib: EvidenceReader = {
  name: 'cib',
  needs: ['<cib', '<configuration>', '<crm_config>', '<resources>', '<op_defaults>', '<status>'],
  // Numbered copies and the scheduler's inputs are the past.
  recognises: (path, head) =>
    (start.test(head) || isBelow(path, head)) && !/(?:cib-\d+\.raw|pe-(?:input|warn|error)-\d+(?:\.bz2)?)$/.test(path),
  readings: [...clusterKeys, 'listed.unread'],
  read(text, context) {
    const xml = tagsOf(start.test(text) ? text : partOf(text))
    const why = whyNotWhole(xml)
    return [...(xml ? clusterReadings(clusterOf(xml), context) : []), ...(why ? [unread(context, why)] : [])]
  },
}

const isBelow = (path: string, head: string) =>
  below.test(head) &&
  // The status as XML has resources, too; and what declares entities stays unread.
  !/<(?:crm_mon|pacemaker-result)[\s>]|<!(?:DOCTYPE|ENTITY)/i.test(head) &&
  /<(?:primitive|nvpair|node_state)\s/.test(head) &&
  mayBeOutput(path, head)

/** The document alone, without what stands above and below it; every line keeps its number. */
function partOf(text: string): string {
  const found = below.exec(text)
  if (!found || /<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, found.index))) return text
  const end = text.lastIndexOf(`</${found[1] ?? 'cib'}>`)
  const last = end < 0 ? text.length : text.indexOf('>', end) + 1
  return text.slice(0, found.index).replace(/[^\n]+/g, '') + text.slice(found.index, last)
}

interface Primitive {
  readonly tag: Tag
  readonly stops: { readonly ms: number; readonly tag: Tag }[]
}

/** Pacemaker's own timeout for an operation that states none. */
const defaultTimeoutMs = 20_000

function clusterOf(xml: XmlTags): Cluster {
  const { tags } = xml
  const path: Tag[] = []
  const primitives: Primitive[] = []
  const templates = new Map<string, Primitive>()
  const nodes: { name: string; spot: Spot }[] = []
  const properties = new Map<string, { value: string; spot: Spot }>()
  const timedOut: TimedOut[] = []
  let defaultStopMs: number | undefined
  // Settings with a rule hold at some times, or for some operations only.
  let isRuled = false
  const inside = (name: string) => path.some(tag => tag.name === name)
  for (const tag of tags) {
    if (tag.kind === 'close') {
      path.pop()
      continue
    }
    const { name, attributes } = tag
    const { id = '' } = attributes
    if ((name === 'primitive' || name === 'template') && inside('resources')) {
      const primitive = { tag, stops: [] }
      if (name === 'primitive') primitives.push(primitive)
      else templates.set(id, primitive)
    } else if (name === 'op' && attributes.name === 'stop' && path.at(-1)?.name === 'operations') {
      const owner = path.at(-2)
      const ms = durationMs(attributes.timeout ?? '')
      if (ms !== undefined)
        (owner?.name === 'template' ? templates.get(owner.attributes.id ?? '') : primitives.at(-1))?.stops.push({ ms, tag })
    } else if (name === 'node' && path.at(-1)?.name === 'nodes' && attributes.type !== 'remote' && attributes.uname)
      nodes.push({ name: attributes.uname, spot: shownTag(tag, ['id', 'uname']) })
    else if (name === 'nvpair' && attributes.name && attributes.value !== undefined) {
      // Only settings of the whole cluster are looked at: those of resources may be passwords.
      if (inside('crm_config') && !isRuled && shownProperties.includes(attributes.name) && !properties.has(attributes.name))
        properties.set(attributes.name, { value: attributes.value, spot: shownTag(tag, ['name', 'value']) })
      if (inside('op_defaults') && attributes.name === 'timeout' && !isRuled) defaultStopMs ??= durationMs(attributes.value)
    } else if (name === 'meta_attributes' || name === 'cluster_property_set') isRuled = false
    else if (name === 'rule' && (inside('op_defaults') || inside('crm_config'))) isRuled = true
    else if (name === 'lrm_rsc_op' && attributes['op-status'] === '2') timedOut.push(timedOutBy(tag, path))
    if (tag.kind === 'open') path.push(tag)
  }
  const config = isWhole(xml, ['crm_config']) ? tags.find(({ name }) => name === 'crm_config') : undefined
  const nodeList = tags.find(({ name }) => name === 'nodes')
  const stated = (name: string, otherwise: boolean) => {
    const property = properties.get(name)
    if (property) return { value: isTrue(property.value), spot: property.spot }
    return config ? { value: otherwise, spot: { line: config.line, text: `${name} is not set` } } : undefined
  }
  return {
    resources: primitives.map(primitive => resourceOf(primitive, templates)),
    nodes,
    nodeCount:
      nodes[0] && nodeList && isWhole(xml, ['nodes'])
        ? { value: nodes.length, spot: { line: nodeList.line, text: nodes.map(({ name }) => name).join(' ') } }
        : undefined,
    fencing: stated(properties.has('fencing-enabled') ? 'fencing-enabled' : 'stonith-enabled', true),
    maintenance: stated('maintenance-mode', false),
    name: properties.get('cluster-name'),
    pacemaker: properties.get('dc-version'),
    timedOut,
    // Defaults stand behind the resources.
    shortestStopMs: isWhole(xml, ['resources', 'configuration'])
      ? shortestStop(
          primitives,
          templates,
          tags.some(({ name }) => name === 'configuration') ? (defaultStopMs ?? defaultTimeoutMs) : undefined,
        )
      : undefined,
  }
}

const shownProperties = ['cluster-name', 'dc-version', 'stonith-enabled', 'fencing-enabled', 'maintenance-mode']

function resourceOf({ tag }: Primitive, templates: ReadonlyMap<string, Primitive>): Resource {
  const own = tag.attributes.type ? tag : (templates.get(tag.attributes.template ?? '')?.tag ?? tag)
  const { class: kind, provider, type } = own.attributes
  return {
    id: tag.attributes.id ?? '',
    agent: agentName([kind, provider, type].filter(Boolean).join(':')),
    spot: shownTag(tag, ['id', 'class', 'provider', 'type', 'template']),
  }
}

function shortestStop(
  primitives: readonly Primitive[],
  templates: ReadonlyMap<string, Primitive>,
  otherwise: number | undefined,
): Cluster['shortestStopMs'] {
  let shortest: { value: number; spot: Spot } | undefined
  for (const { tag, stops } of primitives) {
    // Fence devices are never stopped by a program that could hang.
    if (tag.attributes.class === 'stonith') continue
    const template = templates.get(tag.attributes.template ?? '')
    if (template?.tag.attributes.class === 'stonith') continue
    const stop = stops[0] ?? template?.stops[0]
    const value = stop?.ms ?? otherwise
    // No time at all is no limit.
    if (!value) continue
    if (!shortest || value < shortest.value)
      shortest = {
        value,
        spot: stop ? shownTag(stop.tag, ['id', 'name', 'interval', 'timeout']) : shownTag(tag, ['id', 'class', 'provider', 'type']),
      }
  }
  return shortest
}

function timedOutBy(tag: Tag, path: readonly Tag[]): TimedOut {
  const { operation = '', on_node: on } = tag.attributes
  return {
    resource: path.findLast(({ name }) => name === 'lrm_resource')?.attributes.id ?? '',
    operation,
    node: on ?? path.findLast(({ name }) => name === 'node_state')?.attributes.uname ?? '',
    spot: shownTag(tag, ['id', 'operation', 'on_node', 'rc-code', 'op-status', 'exec-time']),
  }
}
