import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Reading } from '../../src/evidence/model.ts'
import { readerFor } from '../../src/evidence/readers/index.ts'
import type { KnowledgeBase } from '../../src/kb/model.ts'

export const kb = {
  vendors: { acme: { kinds: ['antivirus'], hooks: [], detect: { modules: [{ name: 'acme_hook' }, { name: 'common', shared: true }] } } },
  components: {},
} as unknown as KnowledgeBase

/** What the reader that recognises a text says, without what only `conclude` needs. */
export function read(path: string, text: string): { by: string | undefined; told: Record<string, Reading['value']>; all: Reading[] } {
  const reader = readerFor(path, text.slice(0, 4096))
  const all = reader?.read(text, { path, node: 'n1', kb }) ?? []
  for (const { key } of all) expect(reader?.readings).toContain(key)
  return {
    by: reader?.name,
    told: Object.fromEntries(all.filter(({ key }) => !key.startsWith('listed.')).map(({ key, value }) => [key, value])),
    all,
  }
}

export const values = (all: readonly Reading[], wanted: string) => all.filter(({ key }) => key === wanted).map(({ value }) => value)
export const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

export const cluster = {
  cib: `<?xml version="1.0"?>
<cib epoch="1"><configuration>
  <crm_config><cluster_property_set id="p"><nvpair id="1" name="dc-version" value="2.1.7-5.el9-0f7f88312"/><nvpair id="2" name="stonith-enabled" value="false"/><nvpair id="3" name="maintenance-mode" value="true"/></cluster_property_set></crm_config>
  <nodes><node id="1" uname="n1"/><node id="2" uname="n2"/><node id="r" uname="r1" type="remote"/></nodes>
  <resources>
    <primitive id="fence" class="stonith" type="fence_ipmilan"><instance_attributes id="i"><nvpair id="x" name="passwd" value="hunter2"/><nvpair id="y" name="token" value="hunter3"/></instance_attributes><operations><op id="o" name="stop" interval="0" timeout="1s"/></operations></primitive>
    <clone id="c"><primitive id="dlm" class="ocf" provider="pacemaker" type="controld"><operations><op id="s" name="stop" interval="0s" timeout="100s"/></operations></primitive></clone>
    <template id="t" class="ocf" provider="heartbeat" type="Filesystem"><operations><op id="ts" name="stop" interval="0s" timeout="PT15S"/></operations></template>
    <group id="g"><primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2"/><primitive id="fs" template="t"/></group>
  </resources>
</configuration><status><node_state uname="n2"><lrm id="2"><lrm_resources><lrm_resource id="vip"><lrm_rsc_op id="z" operation="stop" on_node="n2" rc-code="1" op-status="2" exit-reason="password hunter4"/></lrm_resource></lrm_resources></lrm></node_state></status></cib>`,
  status: `Cluster name: c
Cluster Summary:
  * Current DC: n1 (version 2.1.7-5.el9-0f7f88312) - partition with quorum
  * 2 nodes configured

              *** Resource management is DISABLED ***
Node List:
  * Node n1 (1): UNCLEAN (offline)
  * Online: [ n2 ]
Full List of Resources:
  * Clone Set: dlm-clone [dlm]:
    * dlm\t(ocf::pacemaker:controld):\t Started n2
  * vip\t(ocf:heartbeat:IPaddr2):\t Started n2 (failed)
Failed Resource Actions:
  * vip_monitor_10000 on n1 'error' (1): call=42, status='Timed Out', exitreason='hunter2', exec=20003ms
  * vip stop on n1 could not be executed (Timed Out) because 'hunter3' at Wed after 20s
  * dlm_start_0 on n1 'not installed' (5): call=1, status='complete', exitreason=''`,
  xml: `<pacemaker-result api-version="2.30"><summary><current_dc present="true" version="2.1.7-5.el9" name="n1"/><nodes_configured number="2"/><cluster_options stonith-enabled="true" maintenance-mode="false"/></summary>
<nodes><node name="n1" id="1" online="true" type="member"/><node name="r1" id="r" type="remote"/></nodes>
<resources><group id="g"><resource id="vip" resource_agent="ocf:heartbeat:IPaddr2" role="Started"><node name="n1" id="1"/></resource></group></resources>
<failures><failure op_key="vip_stop_0" node="n1" status="Timed Out" task="stop" exitreason="hunter2"/></failures></pacemaker-result>`,
  pcs: `Cluster Name: c
Corosync Nodes:
 n1 n2
Pacemaker Nodes:
 n1 n2

Resources:
  Resource: vip (class=ocf provider=heartbeat type=IPaddr2)
    Attributes: vip-instance_attributes
      ip=192.0.2.1
    Operations:
      monitor: vip-monitor-interval-10s
        interval=10s timeout=5s
      stop: vip-stop-interval-0s
        interval=0s
        timeout=20s

Stonith Devices:
  Resource: fence (class=stonith type=fence_ipmilan)
    Attributes: fence-instance_attributes
      password=hunter2
    Operations:
      stop: x
        timeout=1s

Cluster Properties: cib-bootstrap-options
  dc-version=2.1.7-5.el9-0f7f88312
  stonith-enabled=true`,
  oldPcs: `Cluster Name: c
Corosync Nodes:
 n1 n2

Resources:
 Resource: vip (class=ocf provider=heartbeat type=IPaddr2)
  Attributes: ip=192.0.2.1 password=hunter2
  Operations: monitor interval=10s timeout=5s (vip-monitor-interval-10s)
              stop interval=0s timeout=30s (vip-stop-interval-0s)

Cluster Properties:
 stonith-enabled: false`,
}
