import { placeAt as at } from './place-at.ts'
import type { Place } from './places.ts'

const host = '[A-Za-z0-9_](?:[\\w.-]*\\w)?'
const id = '[A-Za-z_](?:[\\w.-]*[\\w])?'
const operations =
  'start|stop|monitor|promote|demote|notify|migrate_to|migrate_from|validate-all|reload-agent|reload|status|running|stopped|last|last_failure|pre_notify_\\w+|post_notify_\\w+|confirmed-\\w+'
const shownKey = `(?::\\d+)?_(?:${operations})_\\d+:\\d+ \\[ `
const shownOutput = `[\\w.-]{0,250}?${shownKey}`
const blanks = /[\s,]+/

const attribute = (tags: string, names: string): RegExp =>
  new RegExp(`(?<=<(?:${tags})\\s(?:[^<>]{0,600}\\s)?(?:${names})=["'])[^"'<>\\s]+`, 'g')

const nodes: readonly Place[] = [
  { kind: 'node', hint: ['uname=', 'on_node=', 'update-origin='], find: at('\\b(?:uname|on_node|update-origin)=["\']?', host) },
  { kind: 'node', hint: ['node='], find: at('(?:^|[\\s(,;|])(?:node|failed-node|host-name|on-node)=["\']?', host) },
  {
    kind: 'node',
    hint: ['<node', '<fence_event', '<ban', '<replica', '<peer', '<target'],
    find: attribute('node|node_state|fence_event|ban|peer|target', 'name|uname|target|origin|delegate|node'),
  },
  { kind: 'node', hint: ['ring'], find: at('\\bring\\d_addr(?: \\(str\\) =|:)\\s*', '[^\\s#]+') },
  { kind: 'node', hint: ['.name (str)'], find: at('nodelist\\.node\\.\\d+\\.name \\(str\\) = ', '\\S+') },
  { kind: 'node', hint: ['name:'], in: /corosync\.conf/, find: at('^\\s*name:\\s*', '\\S+') },
  {
    kind: 'node',
    hint: [': ['],
    find: at(
      '\\b\\w*(?:[Oo]nline|OFFLINE|[Ss]tandby|[Mm]aintenance|Started|Stopped|Slaves|Masters|Promoted|Unpromoted|Members)\\)?: \\[ ?',
      '[^\\]]+',
    ),
    between: blanks,
  },
  {
    kind: 'node',
    hint: ['nline: ', 'tandby: ', 'aintenance: ', 'ffline: '],
    find: at('^ (?:Online|Standby|Standby with resource\\(s\\) running|Maintenance|Offline): ', '[\\w. -]+$'),
    between: blanks,
  },
  { kind: 'node', hint: ['Current DC: '], find: at('Current DC: ', host) },
  {
    kind: 'node',
    hint: ['Node '],
    find: at(
      '\\b(?:Node|GuestNode|RemoteNode) ',
      `(?!List\\b|Attributes\\b|attribute|name\\b)${host}`,
      '(?=(?: \\(\\d+\\))?:(?:\\s|$)| (?:state|is|has|will|was|cannot|left|joined|now|became)\\b)',
    ),
  },
  { kind: 'node', hint: ['node '], find: at('\\b(?:Cluster|Remote|targeting|Lost|unclean|fenced) node ', host, "(?=[\\s/,:.']|$)") },
  { kind: 'node', hint: [' via '], find: at(' via \\w+ on ', host) },
  { kind: 'node', hint: ['uname[', '@uname'], find: at('@uname=[\'"]', '[^\'"]+') },
  { kind: 'node', hint: [' member', ' lost'], find: at('^\\d+ ', host, '(?= (?:member|lost)$)') },
  { kind: 'node', hint: ['(local)'], find: at('^\\s+(?:0x[0-9a-f]+|\\d+)\\s+\\d+\\s+(?:[\\w,]+\\s+)?', host, '(?= \\(local\\)$)') },
  {
    kind: 'node',
    hint: [],
    in: /quorumtool|status_corosync|quorum_status/,
    find: at('^\\s+(?:0x[0-9a-f]+|\\d+)\\s+\\d+\\s+(?:[\\w,]+\\s+)?', '[A-Za-z][\\w.-]*', '(?=(?: \\(local\\))?$)'),
  },
  {
    kind: 'host',
    hint: ['pcmk_host_list', 'pcmk_host_map'],
    find: at('pcmk_host_(?:list|map)(?:=["\']?|" value="|\' value=\')', '[\\w.,:;-]+(?: [\\w.,:;-]+(?=["\']))*'),
    between: /[\s,:;]+/,
  },
  { kind: 'host', hint: ['name="port"', 'name="plug"', 'name="nodename"'], find: at('name="(?:port|plug|nodename)" value="', '[^"]+') },
]

const resources: readonly Place[] = [
  {
    kind: 'resource',
    hint: [
      '<primitive',
      '<group',
      '<clone',
      '<master',
      '<bundle',
      '<template',
      '<lrm_resource ',
      '<resource',
      '<tag ',
      '<obj_ref',
      '<replica',
    ],
    find: attribute('primitive|group|clone|master|bundle|template|lrm_resource|resource|resource_ref|tag|obj_ref|fencing-level', 'id'),
  },
  {
    kind: 'resource',
    hint: ['rsc=', 'first=', 'then=', 'template=', 'rsc_id=', 'resource_id='],
    find: at('\\s(?:rsc|with-rsc|first|then|template|rsc_id|resource_id)="', '[^"]+'),
  },
  { kind: 'resource', hint: ['devices='], find: at('\\sdevices="', '[^"]+'), between: /,/ },
  {
    kind: 'resource',
    hint: ['):'],
    find: at('^[\\s*]*', id, '(?=(?::\\d+)?\\s+(?:\\([\\d.:a-f]+\\)\\s+)?\\((?:ocf|systemd|service|lsb|upstart|nagios|stonith):)'),
  },
  {
    kind: 'resource',
    hint: ['Group: ', 'Set: ', 'undle', 'Clone: ', 'Master: ', 'Resource: '],
    find: at('(?:Resource Group|Clone Set|Master/Slave Set|Container bundle(?: set)?|^\\s*(?:Group|Clone|Master|Bundle|Resource)): ', id),
  },
  { kind: 'resource', hint: ['Set: ', 'undle'], find: at('(?:Set|set): [\\w.-]+ \\[', '[^\\]]+'), between: blanks },
  {
    kind: 'resource',
    hint: ['_0', '_1', '_2', '_3', '_4', '_5', '_6', '_7', '_8', '_9'],
    find: at(
      '(?:^|[\\s\'"(\\[=,:#])',
      `(?!fence_[a-z_]+_monitor_1\\b)[A-Za-z_][\\w.-]*?`,
      `(?=(?::\\d+)?_(?:${operations})_\\d+(?![\\w])(?!:\\d+ \\[ ))`,
    ),
  },
  // The controller of RHEL 7 puts the node before it, as `node01-web_stop_0:42 [ …`: the first dash after a digit ends it, or else the first.
  { kind: 'node', hint: [' [ '], find: at('(?:^|\\s)', '[A-Za-z_][^\\s:]{0,118}?\\d', `(?=-[^\\s:]${shownOutput})`) },
  { kind: 'node', hint: [' [ '], find: at('(?:^|\\s)', '[A-Za-z_][^\\s:-]{0,119}', `(?=-(?![^\\s:]*\\d-)[^\\s:]${shownOutput})`) },
  { kind: 'resource', hint: [' [ '], find: at('(?:^|\\s)[^\\s:]{1,119}\\d-', '[A-Za-z_][\\w.-]*?', `(?=${shownKey})`) },
  { kind: 'resource', hint: [' [ '], find: at('(?:^|\\s)[^\\s:-]{1,120}-', '(?![^\\s:]*\\d-)[A-Za-z_][\\w.-]*?', `(?=${shownKey})`) },
  {
    kind: 'resource',
    hint: ['fail-count-', 'last-failure-'],
    find: at('(?:fail-count|last-failure)-', '[\\w.-]{1,250}', '(?=(?::\\d+)?#)'),
  },
  {
    kind: 'resource',
    hint: [' ( '],
    find: at(
      '\\b(?:Start|Stop|Move|Recover|Restart|Promote|Demote|Migrate|Reload|Leave|Stopped|Started)\\s+',
      id,
      '(?=(?::\\d+)?\\s+\\( )',
    ),
  },
  {
    kind: 'node',
    hint: [' ( '],
    find: at(
      '\\b(?:Start|Stop|Move|Recover|Restart|Promote|Demote|Migrate|Reload|Leave)\\s+\\S+\\s+\\( (?:[^)]{0,400}-> )?',
      host,
      '(?= )',
    ),
  },
  { kind: 'resource', hint: ['(', ')['], find: at('(?:^|\\s)[A-Za-z][\\w-]+\\(', '(?!pam_)[A-Za-z][\\w.-]+', '(?=\\)\\[\\d+\\]:)') },
  { kind: 'resource', hint: [' operation for ', ' of ', ' for '], find: at('\\b(?:operation|op \\w+) for ', id, '(?=(?::\\d+)? on )') },
  { kind: 'resource', hint: ['@id='], find: at('\\b(?:primitive|group|clone|master|lrm_resource)\\[@id=[\'"]', '[^\'"]+') },
]

/** The id of an SAP system and the sites of its replication. */
const sap: readonly Place[] = [
  {
    kind: 'resource',
    hint: ['SID'],
    find: at('\\bSID(?: |=|: |" value=")["\']?', '(?!NOT|AND|FOR|HAS|WAS)[A-Z][A-Z0-9]{2}', '(?![\\w-])'),
  },
  { kind: 'resource', hint: ['/usr/sap/'], find: at('/usr/sap/', '[A-Z][A-Z0-9]{2}', '(?![\\w-])') },
  { kind: 'resource', hint: ['hana_', 'lpa_'], find: at('\\b(?:hana|lpa)_', '[a-z][a-z0-9]{2}', '(?=_)') },
  { kind: 'host', hint: ['site=', 'SITE='], find: at('(?:^|[\\s,;("\'])(?:site|SITE|remote_site|local_site)=["\']?', host) },
  { kind: 'host', hint: ['_site'], find: at('\\bhana_\\w+_site(?:" value="|\\s*[=:]\\s*)["\']?', host) },
]

const others: readonly Place[] = [
  { kind: 'constraint', hint: ['<rsc_'], find: attribute('rsc_\\w+', 'id') },
  {
    kind: 'cluster',
    hint: ['cluster_name', 'cluster-name', 'luster name', 'luster Name'],
    find: at('(?:\\bcluster_name(?: \\(str\\) =|:)|\\bcluster-name(?:=|:|" value="|\' value=\')|\\bCluster [Nn]ame:)\\s*', '[^\\s"\'<>]+'),
  },
]

export const clusterPlaces: readonly Place[] = [...nodes, ...resources, ...sap, ...others]
