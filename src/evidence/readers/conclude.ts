import type { KnowledgeBase } from '../../kb/model.ts'
import type { Reading } from '../model.ts'
import { linksOnBond } from './addresses.ts'
import { detectAgents, detectComponents } from './detect.ts'
import { groupedByNode, sortedUnique } from './reader.ts'
import { corosyncOfRelease, defaultTokenMs, defaultTransport, effectiveTokenMs } from './token.ts'
import { guests, nodesAsDomains } from './virtual.ts'

/**
 * The readings that facts may use, once all files are read: what several files tell only together is joined, and what
 * was collected for that (`listed.*`) is dropped.
 */
export function conclude(all: readonly Reading[], kb: KnowledgeBase): Reading[] {
  const readings = withoutHalfAbsence(all)
  return [
    ...readings.filter(({ key }) => !key.startsWith('listed.')),
    ...detectAgents(kb, readings),
    ...detectComponents(kb, readings),
    ...fanotifyHolders(readings),
    ...nobodyHoldsFanotify(readings),
    ...defaultsOfTotem(readings),
    ...linksOnBond(readings),
    ...groupedByNode(readings).flatMap(guests),
    ...nodesAsDomains(readings),
  ]
}

/** For each resource its agent (`vip` -> `ocf:heartbeat:IPaddr2`), as the CIB or a status listing has it, and else as words name it. */
export function agentsByResource(readings: readonly Reading[]): ReadonlyMap<string, string> {
  const agents = new Map<string, string>()
  for (const wanted of ['listed.named-resource', 'listed.resource'])
    for (const { key, value } of readings) if (key === wanted && Array.isArray(value)) agents.set(value[0], value[1])
  return agents
}

/** A file that was cut off can show what is there, but not that something is not. */
function withoutHalfAbsence(readings: readonly Reading[]): Reading[] {
  const half = new Set(readings.filter(({ key }) => key === 'listed.unread').map(({ value }) => (value as readonly string[])[0]!))
  const saysAbsent = ({ key, value }: Reading) =>
    key === 'listed.processes' || key === 'listed.no-fanotify' || value === false || (Array.isArray(value) && value.length === 0)
  return half.size === 0 ? [...readings] : readings.filter(reading => !half.has(reading.file) || !saysAbsent(reading))
}

/** Our collector's list was empty. Only root sees the marks of all processes. */
function nobodyHoldsFanotify(readings: readonly Reading[]): Reading[] {
  return readings
    .filter(({ key }) => key === 'listed.no-fanotify')
    .filter(({ node }) => !readings.some(({ key, node: of, value }) => key === 'listed.collector-user' && of === node && value !== '0'))
    .flatMap(reading => ['fanotify.holder', 'fanotify.blocking-holder'].map(key => ({ ...reading, key, value: [] })))
}

function fanotifyHolders(readings: readonly Reading[]): Reading[] {
  const found: Reading[] = []
  for (const group of groupedByNode(readings.filter(({ key }) => key === 'listed.fanotify'))) {
    const named = group.map(reading => {
      const [pid = '', blocks, program, scope] = reading.value as readonly string[]
      return { reading, blocking: blocks === 'blocking', scope, program: program || programOf(pid, reading.node) || `process ${pid}` }
    })
    const add = (key: string, holders: typeof named) => {
      // One process's file says nothing about the others.
      const shown = holders[0] ?? named.find(({ scope }) => scope === 'all')
      if (shown) found.push({ ...shown.reading, key, value: sortedUnique(holders.map(({ program }) => program)) })
    }
    add('fanotify.holder', named)
    add(
      'fanotify.blocking-holder',
      named.filter(({ blocking }) => blocking),
    )
  }
  return found

  function programOf(pid: string, node: string | undefined): string | undefined {
    const candidates = readings.filter(
      ({ key, node: of, value }) => key === 'listed.process' && of === node && Array.isArray(value) && value[0] === pid,
    )
    const best = candidates.find(({ value }) => (value as readonly string[])[1]!.startsWith('/')) ?? candidates[0]
    return (best?.value as readonly string[] | undefined)?.[1]
  }
}

/** A corosync.conf without `token` or `transport` means the default, which another version changed. */
function defaultsOfTotem(readings: readonly Reading[]): Reading[] {
  const isStated = (key: string, of: Reading) => readings.some(({ key: other, node }) => other === key && node === of.node)
  return readings.flatMap((reading): Reading[] => {
    const of = reading.key === 'listed.token' ? 'token' : reading.key === 'listed.transport' ? 'transport' : undefined
    const version = of && corosyncAt(reading.node, readings)
    if (!of || !version) return []
    const text = `${of} is not set; the default of ${version.told}`
    if (of === 'transport')
      return isStated('totem.transport', reading)
        ? []
        : [{ ...reading, key: 'totem.transport', value: defaultTransport(version.number), text }]
    if (isStated('totem.token-ms', reading)) return []
    const [coefficientMs, nodeCount] = (reading.value as readonly string[]).map(Number)
    const tokenMs = defaultTokenMs(version.number)
    const value = effectiveTokenMs({ tokenMs, coefficientMs: coefficientMs!, nodeCount: nodeCount! })
    return [{ ...reading, key: 'totem.token-ms', value, text }]
  })
}

/** The version of corosync on a node, or else of any; where nothing tells it, the release does. */
function corosyncAt(node: string | undefined, readings: readonly Reading[]): { number: string; told: string } | undefined {
  const valueOf = (key: string) => {
    const all = readings.filter(({ key: other, value }) => other === key && typeof value === 'string')
    return (all.find(({ node: of }) => of === node) ?? all[0])?.value as string | undefined
  }
  const version = valueOf('version.corosync')
  if (version !== undefined) return { number: version, told: `corosync ${version}` }
  const release = valueOf('rhel-release')
  const number = release === undefined ? undefined : corosyncOfRelease(release)
  return number === undefined ? undefined : { number, told: `corosync on RHEL ${release}` }
}
