import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const truths = async (text: string, path = 'console.txt') => (await readFiles({ [path]: text })).truths

const late =
  'Error: node02: Connection timeout, try setting higher timeout in --request-timeout option (Operation timed out after 60001 milliseconds with 0 bytes received)'
const late10 = 'Error: node02: Connection timeout (Operation timed out after 60000 milliseconds with 0 bytes received)'

describe('a set-up that ran into a time-out shows it in the console of whatever ran it', () => {
  test.each<[string, string]>([
    [
      'Jenkins with times',
      rows(
        'Started by user Anita',
        '[Pipeline] sh',
        '09:23:00 + ssh root@node01 pcs cluster setup hacl node01 node02',
        `09:24:02 ${late}`,
        'Finished: FAILURE',
      ),
    ],
    [
      'Jenkins with times in brackets',
      rows(
        'Started by timer',
        '[2026-03-28T09:23:00.114Z] + pcs cluster setup hacl node01 node02',
        `[2026-03-28T09:24:02.501Z] ${late10}`,
        'Finished: FAILURE',
      ),
    ],
    [
      'GitLab',
      rows(
        'Running with gitlab-runner 16.2.0 (0a1b2c3d)',
        '$ ansible-playbook site.yml',
        '$ ssh node01 pcs cluster setup hacl node01 node02',
        late10,
        'ERROR: Job failed: exit code 1',
      ),
    ],
    [
      'GitLab with times',
      rows(
        '2026-03-28T09:23:00.114Z 00O Running with gitlab-runner 16.2.0 (0a1b2c3d)',
        '2026-03-28T09:23:01.114Z 01O $ pcs cluster setup hacl node01 node02',
        `2026-03-28T09:24:02.501Z 01E ${late10}`,
      ),
    ],
    [
      'GitHub',
      rows(
        '2026-03-28T09:23:00.1141234Z ##[group]Run pcs cluster setup hacl node01 node02',
        '2026-03-28T09:23:01.1141234Z ##[endgroup]',
        `2026-03-28T09:24:02.5011234Z ${late10}`,
        '2026-03-28T09:24:02.6011234Z ##[error]Process completed with exit code 1.',
      ),
    ],
    [
      'TeamCity',
      rows(
        '[09:23:00]\tStep 2/4: Set up (Command Line)',
        `[09:24:02] :\t [Step 2/4] ${late10}`,
        '[09:24:03]W:\t [Step 2/4] Process exited with code 1',
      ),
    ],
    [
      'Bamboo',
      rows(
        'simple\t28-Mar-2026 09:22:58\tBuild HA - Set up #12 started',
        `error\t28-Mar-2026 09:24:02\t${late10}`,
        'simple\t28-Mar-2026 09:24:02\tFailing task',
      ),
    ],
    [
      'Rundeck',
      rows(
        '09:23:00 [root@node01 1-Set up][NORMAL] Destroying cluster on hosts: node01, node02...',
        `09:24:02 [root@node01 1-Set up][ERROR] ${late10}`,
      ),
    ],
    [
      'Terraform',
      rows(
        'null_resource.ha: Provisioning with "remote-exec"...',
        `null_resource.ha (remote-exec): ${late10}`,
        'Error: remote-exec provisioner error',
      ),
    ],
    ['Vagrant', rows('==> node01: Running provisioner: shell...', `    node01: ${late10}`)],
    [
      'Chef',
      rows(
        'Mixlib::ShellOut::ShellCommandFailed',
        '---- Begin output of pcs cluster setup hacl node01 node02 ----',
        `STDERR: ${late10}`,
        '---- End output of pcs cluster setup hacl node01 node02 ----',
      ),
    ],
    [
      'Salt',
      rows(
        'node01:',
        '----------',
        '          ID: set-up',
        '    Function: cmd.run',
        '        Name: pcs cluster setup hacl node01 node02',
        '      Result: False',
        '     Changes:',
        '              stderr:',
        `                  ${late10}`,
      ),
    ],
    [
      'Ansible',
      rows(
        'TASK [ha_cluster : Create a cluster] ***',
        `fatal: [node01]: FAILED! => {"changed": true, "cmd": ["pcs", "cluster", "setup", "hacl"], "rc": 1, "stderr": "${late10}"}`,
      ),
    ],
    [
      'cloud-init',
      rows(
        'Mar 28 09:23:00 node01 cloud-init[1411]: Cloud-init v. 22.1 running modules:final',
        `Mar 28 09:24:02 node01 cloud-init[1411]: ${late10}`,
      ),
    ],
    [
      'RHEL 7, which waits',
      rows(
        '# pcs cluster start --all --wait=180',
        'Waiting for node(s) to start...',
        'node01: Started',
        'node02: Waiting timeout',
        'Error: unable to verify all nodes have started',
      ),
    ],
    [
      'an auth on RHEL 7',
      rows('root@node01 # pcs cluster auth node01 node02 -u hacluster', 'Password:', 'node01: Authorized', 'Error: Operation timed out'),
    ],
    [
      'crm cluster join',
      rows(
        'node02:~ # crm cluster join -y -c node01',
        'INFO: BEGIN Waiting for cluster',
        'ERROR: cluster.join: Time out waiting for cluster.',
      ),
    ],
    [
      'ha-cluster-init',
      rows(
        'node01:~ # ha-cluster-init -y',
        '  Waiting for cluster........................',
        'ERROR: cluster.init: Time out waiting for cluster.',
      ),
    ],
    [
      'a start of one node',
      rows(
        '[root@node01 ~]# pcs cluster start node02',
        'node02: Unable to connect to node02, check if pcsd is running there or try setting higher timeout with --request-timeout option (Operation timed out after 60000 milliseconds with 0 bytes received)',
      ),
    ],
    [
      'systemd below pcs',
      rows('[root@node01 ~]# pcs cluster start --all', 'node02: Error: Job for corosync.service failed because a timeout was exceeded.'),
    ],
  ])('%s', async (_, text) => expect(await truths(text)).toContain('cluster-setup-timeout'))

  test.each<[string, string]>([
    [
      'a refusal',
      rows(
        'Started by user Anita',
        '[Pipeline] sh',
        '09:23:00 + ssh root@node01 pcs cluster setup hacl node01 node02',
        '09:24:02 Error: Unable to connect to node02, check if pcsd is running there or try setting higher timeout with --request-timeout option (Failed to connect to node02 port 2224: Connection refused)',
        'Finished: FAILURE',
      ),
    ],
    [
      'another step that timed out',
      rows(
        'Started by user Anita',
        '[Pipeline] sh',
        '09:23:00 + pcs cluster setup hacl node01 node02',
        '09:24:02 Cluster has been successfully set up.',
        '09:24:03 + curl https://mirror.example.com',
        '09:26:03 curl: (28) Operation timed out after 120001 milliseconds with 0 bytes received',
        'Finished: FAILURE',
      ),
    ],
    ['a resource that was waited for', rows('[root@node01 ~]# pcs resource enable web --wait=30', 'Error: waiting timeout')],
    [
      'a start that went well',
      rows('# pcs cluster start --all --wait=180', 'Waiting for node(s) to start...', 'node01: Started', 'node02: Started'),
    ],
  ])('but not %s', async (_, text) => expect(await truths(text)).not.toContain('cluster-setup-timeout'))
})

describe('a command of the cluster that a tool had to stop is slow', () => {
  test.each<[string, string, string]>([
    [
      'Salt',
      rows('node01:', '    stdout:', "        Command 'time pcs status >/dev/null' timed out after 120 seconds"),
      'cluster-commands-slow',
    ],
    [
      'Fabric',
      rows(
        'Traceback (most recent call last):',
        'invoke.exceptions.CommandTimedOut: Command did not complete within 60 seconds!',
        '',
        "Command: 'crm_mon -1'",
      ),
      'cluster-commands-slow',
    ],
    [
      'Chef',
      rows(
        'Mixlib::ShellOut::CommandTimeout: Command timed out after 600s:',
        'Command exceeded allowed execution time, process terminated',
        '---- Begin output of pcs status ----',
        'STDOUT:',
      ),
      'cluster-commands-slow',
    ],
    [
      'clush',
      rows('# clush -w node[01-02] -u 60 "crm_mon -1 | head -3"', 'clush: node02: command timeout', 'node01: Cluster Summary:'),
      'cluster-commands-slow',
    ],
    [
      'pdsh',
      rows(
        "[root@admin ~]# pdsh -w node0[1-2] -u 60 'pcs status | tail -1'",
        'pdsh@admin: node02: command timeout',
        'node01:   pcsd: active/enabled',
      ),
      'cluster-commands-slow',
    ],
    [
      'Icinga',
      rows("CRITICAL - <Timeout exceeded.><Terminated by signal 9 (Killed).> Command '/usr/sbin/crm_mon -1' timed out after 60 seconds"),
      'cluster-commands-slow',
    ],
    ['Salt with ls', rows("    Command 'ls -l /etc' timed out after 180 seconds"), 'commands-hang'],
  ])('%s', async (_, text, fact) => expect(await truths(text)).toContain(fact))

  test.each<[string, string]>([
    ['a set-up', rows("    Command 'pcs cluster setup hacl n1 n2' timed out after 120 seconds")],
    ['a limit of a few seconds', rows("    Command 'pcs status' timed out after 5 seconds")],
    ['a monitor that goes on', rows('# clush -w node[01-02] -u 60 "crm_mon"', 'clush: node02: command timeout')],
    ['another program', rows("    Command 'dnf update' timed out after 600 seconds")],
  ])('but not %s', async (_, text) => expect(await truths(text)).not.toContain('cluster-commands-slow'))
})
