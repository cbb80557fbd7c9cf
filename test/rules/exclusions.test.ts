import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { componentsOf } from '../../src/plan/exclusions.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded
const paths = componentsOf(kb, ['ipaddr2']).flatMap(id => kb.components[id]!.paths)

/** `*` within one level, `**` across levels; a folder covers everything below it. */
function pattern(path: string, kind: string): RegExp {
  const body = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*\*|\*/g, star => (star === '**' ? '.*' : '[^/]*'))
  return new RegExp(`^${body.replace(/\/$/, '')}${kind === 'folder' ? '(?:/.*)?' : ''}$`)
}
const patterns = paths.map(({ path, kind }) => pattern(path, kind))

/** The recording is from another distribution: the same files under the paths of RHEL. */
const onRhel = (path: string) => path.replace(/^\/usr\/lib\/python3\/dist-packages\/pcs\//, '/usr/lib/python3.9/site-packages/pcs/')

/**
 * System files that every program on a node opens: excluding them would leave the node unscanned. Libraries, programs of
 * /usr/bin, the kernel's own files, names and languages, and Python but for pcs.
 */
const shared = (path: string) =>
  /\.so(?:\.|$)|^\/usr\/bin\/|^\/(?:proc|sys)\/|^\/dev\/(?:null|tty|urandom|fd\/)/.test(path) ||
  /^\/etc\/(?:ld\.so|locale|passwd|group|nsswitch|host\.conf|resolv\.conf|localtime|ldap|ssl|hosts|gai\.conf)/.test(path) ||
  /\/(?:locale|gconv|zoneinfo)\//.test(path) ||
  (/^\/usr\/lib\/python3/.test(path) && !path.includes('/pcs/'))

const opens = readFileSync('test/evidence/opens.tsv', 'utf8')
  .split('\n')
  .flatMap(line => line.split('\t')[1] ?? [])
  .filter(path => path.startsWith('/'))
  .map(onRhel)

describe('exclusions of a cluster with a virtual IP', () => {
  test('cover at least 95 % of what a real cluster opened and other programs do not need', () => {
    const own = opens.filter(path => !shared(path))
    const missed = own.filter(path => !patterns.some(one => one.test(path)))
    expect(own.length).toBeGreaterThan(100)
    expect(1 - missed.length / own.length, [...new Set(missed)].join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test('never leave a directory of the system unscanned as a whole', () => {
    const probes = [
      '/usr/bin/some-new-program',
      '/usr/sbin/some-new-program',
      '/etc/some-new-file',
      '/tmp/some-new-file',
      '/var/tmp/x',
      '/some-new-file',
      '/root/x',
      '/home/x/y',
      '/dev/shm/x',
      '/usr/lib64/libevil.so',
      '/var/lib/x/y',
      '/opt/x',
    ]
    const every = Object.values(kb.components).flatMap(component => component.paths)
    for (const { path, kind } of every)
      for (const probe of probes) expect([path, pattern(path, kind).test(probe) ? probe : '']).toEqual([path, ''])
  })

  test('no interpreter or shell is trusted with everything it opens', () => {
    const processes = Object.values(kb.components).flatMap(component =>
      component.paths.filter(({ kind }) => kind === 'process').map(({ path }) => path),
    )
    expect(processes.filter(path => /\/(?:bash|sh|dash|python[\d.]*|perl|ruby|systemd|env|sudo)$/.test(path))).toEqual([])
  })
})
