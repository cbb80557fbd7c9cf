import { agentName, type Cluster, clusterKeys, clusterReadings, type Resource, type TimedOut } from './cluster.ts'
import { mayBeOutput } from './output-or-prose.ts'
import { type EvidenceReader, type Spot, spotsOf } from './reader.ts'

const resource = /^[\s*]*(\S+)\s+(?:\([\d.:a-f]+\)\s+)?\(((?:ocf|systemd|service|lsb|upstart|nagios|stonith):[^)\s]+)\):/
/** A part of a status, copied without its beginning. */
const listed =
  /^[ \t*]*\S{1,120}[ \t]+\((?:ocf:{1,2}|systemd:|lsb:|stonith:)\S{1,80}\):[ \t]+(?:Started|Stopped|FAILED|Promoted|Unpromoted|Master|Slave|ORPHANED)/m
/**
 * Only the last parts of it, what failed and who was fenced; articles show these as well. People copy one entry without what stands above
 * it, in words, in the older form with numbers, or as XML.
 */
const failed = new RegExp(
  String.raw`^[>| \t]{0,12}(?:Failed (?:Resource )?[Aa]ctions:[ \t]*\r?\n[>| \t]*[*•-]? ?\S.{0,300}(?: could not be executed \(| returned '|\bcall=-?\d+,)|(?:Failed Fencing Actions|Fencing History|Pending Fencing Actions):[ \t]*\r?\n[>| \t]*[*•-]? ?(?:reboot|off|on|turning off) of \S)|^[>| \t*•-]{0,12}(?:${[
    String.raw`\S{1,120} (?:\S{1,20}-interval )?(?:start|stop|monitor|promote|demote) on \S{1,120} (?:could not be executed \([A-Z]|returned '[A-Za-z])`,
    String.raw`\S{1,120}_(?:start|stop|monitor|promote|demote)_\d{1,9} (?:on \S{1,120} '[^'\n]{1,60}' \(\d{1,3}\): call=-?\d|\(node=\S{1,120}, call=-?\d{1,9}, rc=)`,
    String.raw`(?:reboot|off|turning off) of \S{1,120} (?:(?:by \S{1,120} )?for \S{1,120}@\S{1,120} (?:last )?|)(?:successful|failed)(?: at |: (?:delegate|client)=| \()`,
    String.raw`\S{1,120} (?:was|were) able to (?:reboot|turn off) (?:node )?\S{1,120} on behalf of `,
    '<(?:failure (?:op_key|id)=|fence_event |lrm_rsc_op id=)"?',
  ].join('|')})`,
  'm',
)
/** `crm_mon --output-as=html` */
const page = /<title>Cluster Status<\/title>/i
const nodeList = /^[\s*]*(Online|OFFLINE|Standby|Maintenance): \[ ?([^\]]*)\]/
const nodeState = /^[\s*]*(?:Node )([\w.-]+)(?: \([^)]*\))?: (?:UNCLEAN|online|OFFLINE|offline|standby|maintenance|pending)/
const failure =
  /^[\s*]*(\S+)_(start|stop|monitor|promote|demote|notify|migrate_to|migrate_from|reload|meta-data|validate-all)(?:_(\d+)(?:ms)?)?[: ]+on ([\w.-]+) .*?status='?Timed Out'?/
const newFailure = /^[\s*]*(\S+) (\d+[a-z]+-interval )?(start|stop|monitor|promote|demote) on ([\w.-]+) .*timed out/i

/** Status as `crm_mon` and `pcs status` print it. */
export const crmMon: EvidenceReader = {
  name: 'cluster-status',
  needs: [
    'Stack: corosync',
    'Current DC:',
    'Cluster Summary:',
    'Full list of resources:',
    'Full List of Resources:',
    '(ocf:',
    '(systemd:',
    '(lsb:',
    '(stonith:',
    '<title>',
    '<TITLE>',
    'Actions:',
    'actions:',
    'Fencing History:',
    ' could not be executed (',
    " returned '",
    ' call=',
    ' successful',
    ' able to ',
    '<failure ',
    '<fence_event ',
    '<lrm_rsc_op ',
  ],
  recognises: (path, head) =>
    /^[ \t*]*(?:Stack: corosync|Current DC:|Cluster Summary:|Full list of resources:|Full List of Resources:)/m.test(head) ||
    listed.test(head) ||
    page.test(head) ||
    (failed.test(head) && mayBeOutput(path, head)),
  readings: clusterKeys,
  read: (text, context) =>
    clusterReadings(clusterOf(spotsOf(page.test(text.slice(0, 500)) ? text.replace(/<[^<>\n]{1,200}>/g, '') : text)), context),
}

function clusterOf(spots: readonly Spot[]): Cluster {
  const resources = new Map<string, Resource>()
  const nodes = new Map<string, Spot>()
  const timedOut: TimedOut[] = []
  let nodeCount: Cluster['nodeCount']
  let name: Cluster['name']
  let pacemaker: Cluster['pacemaker']
  let maintenance: Cluster['maintenance']
  let remote = false
  for (const spot of spots) {
    const { text } = spot
    const found = resource.exec(text)
    // With `--brief` there are no names, but how many of an agent run.
    const isCount = found !== null && /^\d+(?:\/\d+)?$/.test(found[1]!) && /\):\s+Active\b/.test(text)
    if (found && isCount) resources.set(`(${found[2]!})`, { id: '', agent: agentName(found[2]!), spot })
    // Copies of a clone are listed as ID:0, ID:1; one name each is enough.
    if (found && !isCount && !resources.has(found[1]!.replace(/:\d+$/, ''))) {
      const id = found[1]!.replace(/:\d+$/, '')
      resources.set(id, { id, agent: agentName(found[2]!), spot })
    }
    // With `--full`, the number of each node follows its name.
    for (const name of nodeList.exec(text)?.[2]?.trim().split(/\s+/) ?? []) if (name && !name.startsWith('(')) nodes.set(name, spot)
    const state = nodeState.exec(text)
    if (state) nodes.set(state[1]!, spot)
    if (/RemoteOnline|RemoteOFFLINE|GuestOnline|RemoteNode|GuestNode/i.test(text)) remote = true
    const count = /^[\s*]*(\d+) [Nn]odes? (?:and \d+ resources? )?configured/.exec(text)
    if (count) nodeCount = { value: Number(count[1]), spot }
    const called = /^\s*Cluster name: (\S+)\s*$/.exec(text)
    if (called) name = { value: called[1]!, spot }
    // Until 1.1.12 it stands in a line of its own.
    const dc = /Current DC:.*\(version ([^)\s]+)\)/.exec(text) ?? /^Version: (\d+\.\d+\.\d+-\S+)\s*$/.exec(text)
    if (dc) pacemaker = { value: dc[1]!, spot }
    if (/\*\*\* Resource management is DISABLED \*\*\*/.test(text)) maintenance = { value: true, spot }
    const failed = failure.exec(text)
    if (failed) timedOut.push({ resource: failed[1]!, operation: failed[2]!, node: failed[4]!, spot: withoutReason(spot) })
    const worded = failed ? null : newFailure.exec(text)
    if (worded) timedOut.push({ resource: worded[1]!, operation: worded[3]!, node: worded[4]!, spot: withoutReason(spot) })
  }
  return {
    resources: [...resources.values()],
    nodes: [...nodes].map(([name, spot]) => ({ name, spot })),
    // Remote nodes are counted here, but take no part in the membership.
    nodeCount: remote ? undefined : nodeCount,
    name,
    pacemaker,
    maintenance,
    timedOut,
  }
}

/** An exit reason is the agent's own text and may quote anything. */
function withoutReason(spot: Spot): Spot {
  return { ...spot, text: spot.text.replace(/(exit-?reason=|because )'[^']*'/i, "$1'…'") }
}
