import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
/** Whether files show a fact: true, false, or undefined when they do not tell. */
async function shown(fact: string, files: Record<string, string>): Promise<unknown> {
  const { known } = await readFiles(files)
  return known(fact).includes(true) ? true : known(fact)[0]
}
const tells = (fact: string, text: string, path = 'collect.log') => shown(fact, { [`node1/${path}`]: text })

describe('a script of somebody else had to stop a command', () => {
  test.each<[string, string, string]>([
    ['its log has the command last', '2026-03-28 11:16:02 [KILLED after 180s] df -hP', 'commands-hang'],
    ['its log has the time last', '2026-03-28 05:13:02 TIMEOUT: ps auxwwf did not end within 120 s, killed', 'commands-hang'],
    ['it begins with its own name', 'collect.sh: ls -la /mnt timed out after 300 seconds', 'commands-hang'],
    ['it asked the cluster', '[timeout after 60s] pcs status --full', 'cluster-commands-slow'],
  ])('%s', async (_, line, fact) => {
    expect(await tells(fact, rows('2026-03-28 11:13:01 [ok    0s] hostname', line, '2026-03-28 11:19:04 end'))).toBe(true)
  })

  test.each<[string, string]>([
    ['after a few seconds', '2026-03-28 11:16:02 [KILLED after 20s] df -hP'],
    ['that takes its time anyway', '2026-03-28 11:16:02 [KILLED after 180s] tar czf /tmp/x.tgz /var/log'],
    ['within advice', 'The script makes sure that a hanging df is killed after 180 s and goes on.'],
    ['within a list of settings', 'Timeouts: ps is killed after 180s if it does not end'],
  ])('but not a command %s', async (_, line) => {
    expect(await tells('commands-hang', rows(line))).not.toBe(true)
  })

  test('a crm_report that sos stopped copies logs and says nothing about the cluster', async () => {
    const stopped = (command: string) =>
      rows(`2026-03-28 06:15:03,123 WARNING: [plugin:pacemaker] command '${command}' timed out after 300s`)
    expect(await tells('cluster-commands-slow', stopped('crm_report -S -d --dest /var/tmp/x'), 'sos_logs/sos.log')).not.toBe(true)
    expect(await tells('cluster-commands-slow', stopped('crm_mon -1'), 'sos_logs/sos.log')).toBe(true)
  })
})

describe('a trace of a simple command', () => {
  const trace = (program: string, seconds: number) =>
    rows(
      `16:02:10.118002 execve("${program}", ["x"], 0x7ffd /* 28 vars */) = 0 <0.000911>`,
      '16:02:10.119210 brk(NULL) = 0x55d5b2c0e000 <0.000010>',
      `16:02:10.119391 openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3 <${seconds}.220412>`,
      '16:04:31.340012 fstat(3, {st_mode=S_IFREG|0644, ...}) = 0 <0.000011>',
    )
  test.each<[string, string, number, unknown]>([
    ['whose calls took minutes hung', '/usr/bin/ls', 141, true],
    ['whose calls took a minute did not', '/usr/bin/ls', 61, undefined],
    ['is no trace of a program with work to do', '/usr/bin/rsync', 141, undefined],
  ])('%s', async (_, program, seconds, expected) => {
    expect(await tells('commands-hang', trace(program, seconds), 'strace.txt')).toBe(expected)
  })

  test('is no trace of a program that starts a simple one', async () => {
    const agent = rows(
      '16:02:10.118002 openat(AT_FDCWD, "/srv/data", O_RDONLY) = 3 <141.220412>',
      '16:04:31.340012 clone(child_stack=NULL) = 4711 <0.000011>',
    )
    expect(await tells('commands-hang', agent + trace('/usr/bin/ls', 1), 'strace.txt')).toBe(undefined)
  })
})

test('a script that writes ### before what it measures is read', async () => {
  const measured = rows('### time (for i in $(seq 1 100); do /bin/true; done)', '', 'real\t0m46.310s', 'user\t0m0.071s', 'sys\t0m0.140s')
  expect(await tells('program-start-slow', measured, 'probe.txt')).toBe(true)
})

describe('the class in which corosync runs', () => {
  const listed = (cls: string, rtprio: string) =>
    rows('# ps -C corosync -o pid,cls,rtprio,cmd', '  PID CLS RTPRIO CMD', ` 2311  ${cls}      ${rtprio} /usr/sbin/corosync -f`)
  const asked = (policy: string) => rows('# chrt -p $(pidof corosync)', `pid 2311's current scheduling policy: SCHED_${policy}`)
  test.each<[string, string, unknown]>([
    ['the ordinary one in ps', listed('TS', '-'), true],
    ['realtime in ps', listed('RR', '99'), false],
    ['the other realtime in ps', listed('FF', '99'), false],
    [
      'that in a list without classes, below another one',
      rows('  PID CLS RTPRIO CMD', ' 2311  RR     99 /usr/sbin/sbd', '', ' 2312  TS      - /usr/sbin/corosync -f'),
      undefined,
    ],
    ['the ordinary one by chrt', asked('OTHER'), true],
    ['realtime by chrt', asked('RR'), false],
    ['that of another program', rows('  PID CLS RTPRIO CMD', ' 2311  TS      - /usr/sbin/sshd -D', ' corosync is not running'), undefined],
  ])('%s', async (_, text, expected) => {
    expect(await tells('corosync-without-realtime', text, 'sched.txt')).toBe(expected)
  })
})

describe('a link of the cluster runs over a bond', () => {
  const conf = (address: string) =>
    `totem {\n    version: 2\n    cluster_name: c\n}\nnodelist {\n    node {\n        ring0_addr: ${address}\n        name: node1\n        nodeid: 1\n    }\n}\n`
  const ip = (name: string, flags = 'BROADCAST,MULTICAST,UP,LOWER_UP') =>
    rows(
      '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN',
      '    inet 127.0.0.1/8 scope host lo',
      `7: ${name}: <${flags}> mtu 1500 qdisc noqueue state UP group default qlen 1000`,
      '    inet 192.0.2.1/24 brd 192.0.2.255 scope global x',
      '8: eth9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500',
      '    inet 198.51.100.1/24 scope global eth9',
    )
  const files = (conf: string, addresses: string, hosts = '') => ({
    'node1/etc/corosync/corosync.conf': conf,
    'node1/ip_addr': addresses,
    'node1/etc/hosts': `127.0.0.1 localhost\n${hosts}`,
  })
  test.each<[string, Record<string, string>, unknown]>([
    ['its address is that of a bond', files(conf('192.0.2.1'), ip('bond0')), true],
    ['its name is', files(conf('node1-ring'), ip('team0.88'), '192.0.2.1 node1-ring\n'), true],
    ['an interface with another name joins others', files(conf('192.0.2.1'), ip('uplink', 'BROADCAST,MASTER,UP')), true],
    ['but not when another network has the bond', files(conf('198.51.100.1'), ip('bond0')), undefined],
    ['and not without a bond', files(conf('192.0.2.1'), ip('ens3')), undefined],
  ])('%s', async (_, given, expected) => {
    expect(await shown('cluster-link-on-bond', given)).toBe(expected)
  })
})

test('a token that is late every quarter of an hour all morning is late again and again', async () => {
  const late = (minutes: readonly number[]) =>
    rows(
      ...minutes.map(
        minute =>
          `Mar 28 ${String(6 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:03 node1 corosync[1655]:  [TOTEM ] Token has not been received in 2250 ms `,
      ),
    )
  expect(await tells('token-late-repeatedly', late([0, 13, 31, 44, 60, 76, 90, 118]), 'messages')).toBe(true)
  expect(await tells('token-late-repeatedly', late([0, 31, 60, 118]), 'messages')).not.toBe(true)
})

test('a scan from outside works on the node while an operation is too slow', async () => {
  const scan = (time: string) =>
    `Oct  5 ${time} node1 sudo[70140]: svc-scan : TTY=pts/2 ; PWD=/home/svc-scan ; USER=root ; COMMAND=/bin/sh -c echo nessus_su_\`echo 8711203\` ; /bin/rpm -qa`
  const late = 'Oct  5 01:01:58 node1 pacemaker-execd[1742]: warning: siebel_monitor_60000[70410] timed out after 60000ms'
  expect(await tells('remote-scan-at-incident', rows(scan('01:00:09'), late), 'messages')).toBe(true)
  expect(await tells('remote-scan-at-incident', rows(scan('00:00:09'), late), 'messages')).not.toBe(true)
})
