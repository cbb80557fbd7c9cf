import { describe, expect, test } from 'vitest'
import { redactorFor } from './kit.ts'

const shown = (line: string) => redactorFor([line]).redactor.line(line)

describe('names in commands and messages of fixed form are hidden, the words around them stay', () => {
  test.each([
    { line: 'COMMAND=/sbin/pcs resource move grp_ERP_HDB00 n2', is: 'COMMAND=/sbin/pcs resource move resource-1 node-1' },
    { line: 'COMMAND=/sbin/pcs resource cleanup rsc_ORA_PROD', is: 'COMMAND=/sbin/pcs resource cleanup resource-1' },
    { line: 'pcs resource ban grp_ERP node=alpha7 --force', is: 'pcs resource ban resource-1 node=node-1 --force' },
    { line: 'pcs resource disable grp_ERP rsc_ORA --wait=30', is: 'pcs resource disable resource-1 resource-2 --wait=30' },
    {
      line: 'pcs resource update fs_ERP op monitor interval=20s timeout=40s',
      is: 'pcs resource update resource-1 op monitor interval=20s timeout=40s',
    },
    { line: 'pcs resource failcount reset rsc_ORA alpha7', is: 'pcs resource failcount reset resource-1 node-1' },
    { line: 'pcs node standby alpha7 --wait', is: 'pcs node standby node-1 --wait' },
    { line: 'pcs cluster standby alpha7 beta7', is: 'pcs cluster standby node-1 node-2' },
    { line: 'pcs stonith fence alpha7', is: 'pcs stonith fence node-1' },
    { line: 'pcs stonith disable ipmi_alpha', is: 'pcs stonith disable resource-1' },
    { line: 'pcs constraint location grp_ERP prefers alpha7=100', is: 'pcs constraint location resource-1 prefers node-1=100' },
    { line: 'pcs constraint order start fs_ERP then start db_ERP', is: 'pcs constraint order start resource-2 then start resource-1' },
    { line: 'crm resource migrate grp_ERP alpha7', is: 'crm resource migrate resource-1 node-1' },
    { line: 'crm node standby alpha7', is: 'crm node standby node-1' },
    { line: 'crm_resource --cleanup --resource rsc_ORA --node alpha7', is: 'crm_resource --cleanup --resource resource-1 --node node-1' },
    { line: 'crm_resource -M -r rsc_ORA -N alpha7', is: 'crm_resource -M -r resource-1 -N node-1' },
    { line: 'stonith_admin --reboot alpha7 -t 30', is: 'stonith_admin --reboot node-1 -t 30' },
    { line: 'session opened for user ACME\\jsmith by (uid=0)', is: 'session opened for user host-1\\user-1 by (uid=0)' },
    {
      line: "pam_winbind(sshd:auth): user 'ACME\\jsmith' granted access",
      is: "pam_winbind(sshd:auth): user 'host-1\\user-1' granted access",
    },
    { line: 'uid=10501(ACME\\jsmith) gid=10500(users)', is: 'uid=10501(user-1) gid=10500(users)' },
    { line: 'winbindd[9]: cannot map ACME\\jsmith, trying again', is: 'winbindd[9]: cannot map host-1\\user-1, trying again' },
    { line: 'workgroup = ACME', is: 'workgroup = host-1' },
    { line: 'it FAILED\\nand \\SMB\\tAB', is: 'it FAILED\\nand \\SMB\\tAB' },
    { line: 'session opened for user ACME\\\\jsmith by (uid=0)', is: 'session opened for user host-1\\\\user-1 by (uid=0)' },
    { line: 'sudo[7]: ACME\\jsmith : TTY=pts/0', is: 'sudo[7]: host-1\\user-1 : TTY=pts/0' },
    { line: 'rsyslogd: cannot connect to loghost-prod:514: x', is: 'rsyslogd: cannot connect to host-1:514: x' },
    { line: 'chronyd[9]: Selected source ntp-frankfurt7', is: 'chronyd[9]: Selected source host-1' },
    { line: 'chronyd[9]: Selected source 10.0.0.1 (ntp-frankfurt7)', is: 'chronyd[9]: Selected source 198.18.0.1 (host-1)' },
    { line: 'sssd[9]: Could not start TLS with dc-berlin-01', is: 'sssd[9]: Could not start TLS with host-1' },
    { line: 'CIFS: VFS: \\\\fs-munich\\share', is: 'CIFS: VFS: \\\\host-1\\share' },
    { line: 'corosync[9]: [QDEVICE] connect to qnetd-host01', is: 'corosync[9]: [QDEVICE] connect to host-1' },
    { line: 'SAPHana(rsc)[9]: INFO: site=FRANKFURT SID ERP', is: 'SAPHana(resource-2)[9]: INFO: site=host-1 SID resource-1' },
    { line: 'name="hana_erp_site" value="FRANKFURT"', is: 'name="hana_resource-1_site" value="host-1"' },
    { line: 'su: (to erpadm) root on none, /usr/sap/ERP/HDB00/exe', is: 'su: (to user-1) root on none, /usr/sap/resource-1/HDB00/exe' },
  ])('$line', ({ line, is }) => {
    const { redactor } = redactorFor([line])
    expect(redactor.line(line)).toBe(is)
    expect(redactor.line(is)).toBe(is)
  })

  test.each([
    'pcs status --full',
    'pcs resource config',
    'pcs resource cleanup',
    'pcs resource --help',
    'pcs constraint config --full',
    'pcs cluster start --all',
    'pcs property set maintenance-mode=true',
    'crm resource status',
    'crm_mon -1rfA',
    'crm_resource --list',
    'rsyslogd: cannot connect to the server',
    'chronyd[9]: Selected source 0.0.0.0',
    'chronyd[9]: System clock wrong by 1.5 seconds',
    'sshd[9]: Connection closed',
    'Could not start TLS with server',
    'mnt-data\\x2dlog.mount: Succeeded.',
    'ERROR\\nfoo',
    'corosync[9]: [QDEVICE] connect to server failed',
    'SAPHana: SID not found',
  ])('stays: %s', line => expect(shown(line)).toBe(line))
})
