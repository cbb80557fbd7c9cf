import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** Rebuilds of RHEL count by the same number. */
const family = /^(?:rhel|centos|rocky|almalinux|ol|eurolinux|scientific|virtuozzo)$/
const sentence = /^(?:Red Hat Enterprise Linux|CentOS|Rocky Linux|AlmaLinux|Oracle Linux)\b[^\d]{0,40}release (\d+)((?:\.\d+)*)/

/** `/etc/os-release` and `/etc/redhat-release`. */
export const release: EvidenceReader = {
  name: 'release',
  needs: ['release ', 'NAME=', 'ID='],
  recognises: (path, head) =>
    sentence.test(head) ||
    (/^(?:NAME|ID|PRETTY_NAME)=/m.test(head) &&
      (/(?:os-release)[^/]*$/.test(path) || /^(?:ID|NAME)=[\s\S]{0,2000}^VERSION_ID=/m.test(head))),
  readings: ['rhel-major', 'rhel-release'],
  read(text, context) {
    const spots = spotsOf(text)
    const told = spots.map(spot => ({ spot, match: sentence.exec(spot.text) })).find(({ match }) => match)
    if (told?.match) return both(context, told.match[1]! + told.match[2]!, told.spot)
    const value = (key: string) =>
      spots.map(spot => ({ spot, match: new RegExp(`^${key}="?([^"]*)"?\\s*$`).exec(spot.text) })).find(({ match }) => match)
    const version = value('VERSION_ID')
    if (!version?.match || !family.test(value('ID')?.match?.[1] ?? '') || !/^\d+(?:\.\d+)*$/.test(version.match[1]!)) return []
    return both(context, version.match[1]!, version.spot)
  },
}

function both(context: ReaderContext, version: string, spot: Spot): Reading[] {
  return [reading(context, 'rhel-major', Number.parseInt(version, 10), spot), reading(context, 'rhel-release', version, spot)]
}

const hostName = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9-]+)*'
const uname = new RegExp(`^Linux (${hostName}) (\\d+\\.\\d+\\S*) #\\d+ `)

/** `uname -r` */
const kernelRelease = /^\d+\.\d+\.\d+-\S+\.el(\d+)\S*\s*$/
/** `hostnamectl` tells the release as well. */
const system = /^[ \t]*Operating System: (?:Red Hat Enterprise Linux|CentOS|Rocky Linux|AlmaLinux|Oracle Linux)\D{0,40}(\d+(?:\.\d+)*)/

/** The name of the node and its release: `hostname`, `hostnamectl` and `uname`. */
export const hostname: EvidenceReader = {
  name: 'hostname',
  recognises: (path, head) =>
    uname.test(head) ||
    kernelRelease.test(head) ||
    (head.includes('Static hostname:') && /^[ \t]*Static hostname: \S/m.test(head)) ||
    (/(?:^|\/)(?:hostname|hostname_-f|hostnamectl_status|hostnamectl)$/.test(path) && nameOf(head) !== undefined),
  readings: ['listed.hostname', 'rhel-major', 'rhel-release'],
  read(text, context) {
    const line = text.split('\n', 1)[0]!
    const kernel = uname.exec(line)
    const found = []
    const name = kernel?.[1] ?? (kernelRelease.test(line) ? undefined : nameOf(text))
    if (name) found.push(reading(context, 'listed.hostname', name, { line: 1, text: kernel ? line : name }))
    const major = kernelRelease.exec(line)?.[1] ?? /\.el(\d+)/.exec(kernel?.[2] ?? '')?.[1]
    if (major) found.push(reading(context, 'rhel-major', Number(major), { line: 1, text: line }))
    for (const spot of spotsOf(text)) {
      const told = system.exec(spot.text)?.[1]
      if (told) found.push(...both(context, told, spot))
    }
    return found
  },
}

function nameOf(text: string): string | undefined {
  const stated = /^[ \t]*Static hostname:[ \t]*(\S+)[ \t]*$/m.exec(text.slice(0, 4096))?.[1] ?? text.trim()
  return stated.length < 254 && new RegExp(`^${hostName}$`).test(stated) && !/^localhost/.test(stated) ? stated : undefined
}
