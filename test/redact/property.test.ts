import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { redactBundles } from '../../src/cli/redact.ts'
import { filesOf, kb, outputsOf, scratch, silentIo, writeFiles } from './kit.ts'

const folder = scratch()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A real bundle, its logs cut to what names something. */
const bundle = new Map(
  [...filesOf('test/evidence/bundles/av-stop')].map(([path, text]) => {
    const lines = text.split('\n')
    const telling = lines.filter((line, i) => i % 40 === 0 || /Timed Out|timed out|fence|vip|10\.99|UNCLEAN/.test(line))
    return [path, lines.length > 200 ? `${telling.slice(0, 150).join('\n')}\n` : text]
  }),
)

interface Names {
  readonly nodes: readonly string[]
  readonly domain: string
  readonly cluster: string
  readonly resources: readonly string[]
  readonly addresses: readonly string[]
  readonly users: readonly string[]
  /** The domain of Windows. */
  readonly realm: string
}

const host = fc.stringMatching(/^[a-zA-Z][a-z0-9]{2,8}(?:-[a-z0-9]{1,4})?[a-z0-9]$/)
/** What has no letter is left as it is: it could be any number, and times and counts would go with it. */
const id = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9]{2,6}[_.-]?[A-Za-z0-9]{1,5}$/).filter(name => /[A-Za-z]/.test(name))
const account = fc.stringMatching(/^[a-z][a-z0-9]{2,7}[._]?[a-z]{1,4}$/)
const address = fc.ipV4().filter(text => !/^(?:0|127|255|22[4-9]|23\d|198)\.|\.(?:0|255)$/.test(text))
const arbitrary: fc.Arbitrary<Names> = fc.record({
  nodes: fc.tuple(host, host),
  domain: host.map(name => `${name}.local`),
  cluster: id,
  resources: fc.tuple(id, id, id, id, id),
  addresses: fc.tuple(address, address, address),
  users: fc.tuple(account, account),
  realm: fc.stringMatching(/^[A-Z][A-Z0-9]{3,8}[A-Z]$/),
})

const original = [
  /\bnode01\b/g,
  /\bnode02\b/g,
  /\blabha\b/g,
  /\bvip(?=\b|_)/g,
  /\bgrp_app\b/g,
  /\bapp(?=\b|_)/g,
  /\bfence1(?=\b|_)/g,
  /\bfence2(?=\b|_)/g,
  /10\.99\.0\.100\b/g,
  /10\.99\.0\.1\b/g,
  /10\.99\.0\.2\b/g,
]

function bundleOf({ nodes, domain, cluster, resources, addresses, users, realm }: Names): Map<string, string> {
  const to = [nodes[0], nodes[1], cluster, ...resources, addresses[2], addresses[0], addresses[1]]
  // In two steps, so that no new name is taken for an old one.
  const put = (text: string) =>
    original
      .reduce((all, find, i) => all.replace(find, `\u0001${String.fromCharCode(97 + i)}\u0002`), text)
      .replace(/\u0001(.)\u0002/g, (_, key: string) => to[key.charCodeAt(0) - 97]!)
  const files = new Map([...bundle].map(([path, text]) => [put(path), put(text)]))
  const root = nodes[0]!
  const stamp = `Nov 22 08:50:00 ${root}`
  const more = [
    `${stamp} sshd[71]: Accepted publickey for ${users[0]} from ${addresses[2]} port 40 ssh2`,
    `${stamp} sudo[72]: ${users[1]} : TTY=pts/0 ; PWD=/home/${users[1]} ; USER=root ; COMMAND=/sbin/pcs status`,
    `${stamp} sshd[73]: pam_winbind(sshd:auth): user '${realm}\\${users[1]}' granted access`,
    `${stamp} winbindd[74]: no answer from ${realm}`,
    `${stamp} app[75]: ${nodes[0]} is 2a01:67c::5, ${nodes[1]} is fe80::5%eth0`,
    `${stamp} systemd[1]: Started Session 3 of user ${users[0]}.`,
    `${stamp} app[9]: mail to ${users[0]}@mx.${domain} from ${nodes[1]!.toUpperCase()}.${domain}, /home/${users[0]}/x`,
    `${stamp} pacemaker-controld[9]:  notice: fence_${nodes[1]} ${resources[0]}-start-0 /var/run/${resources[1]}.pid pre${resources[2]}post`,
  ]
  const messages = `${root}/var/log/messages`
  files.set(messages, `${files.get(messages)}${more.join('\n')}\n`)
  files.set(`${root}/etc/hosts`, `127.0.0.1 localhost\n${addresses[0]} ${nodes[0]}.${domain} ${nodes[0]}\n${addresses[1]} ${nodes[1]}\n`)
  files.set(`${root}/etc/resolv.conf`, `search ${domain}\nnameserver ${addresses[2]}\n`)
  return files
}

const allOf = (names: Names): string[] => Object.values(names).flat()
const unchanged = [...bundle].map(([path, text]) => original.reduce((all, find) => all.replace(find, ''), `${path}\n${text}`)).join('\n')
/** What stands in the outputs anyway is no leak; and a name must be one. */
const elsewhere =
  `${unchanged} ${JSON.stringify(kb)} node-1 host-2 cluster-1 resource-1 user-1 domain-1 subnet redacted avert names private`.toLowerCase()
const usable = (names: Names): boolean => {
  const all = allOf(names).map(name => name.toLowerCase())
  return all.every((name, i) => !elsewhere.includes(name) && all.every((other, j) => i === j || !other.includes(name)))
}

let run = 0
test('no name of a cluster is left anywhere, and what is redacted once stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrary.filter(usable), async names => {
      const own = join(folder, String(++run))
      const source = join(own, 'case')
      writeFiles(source, bundleOf(names))
      mkdirSync(join(own, 'out'))
      const unpacked = async (from: string, name: string) => {
        expect(await redactBundles(kb, [from], { out: join(own, 'out', `${name}.tar.gz`) }, silentIo())).toBe(0)
        mkdirSync(join(own, name))
        execFileSync('tar', ['-xzf', join(own, 'out', `${name}.tar.gz`), '-C', join(own, name)])
        return filesOf(join(own, name))
      }
      const map = join(own, 'out', 'avert-names.private.yaml')
      const once = await unpacked(source, 'once')
      const known = readFileSync(map, 'utf8')
      const texts = [...[...once].map(([path, text]) => `${path}\n${text}`), ...(await outputsOf([source], map))]
      for (const text of texts.map(text => text.toLowerCase()))
        for (const name of allOf(names)) {
          const at = text.indexOf(name.toLowerCase())
          expect(at < 0 ? '' : `${name}: ${text.slice(Math.max(0, at - 80), at + 60)}`).toBe('')
        }
      expect([...(await unpacked(join(own, 'once', 'case'), 'twice'))]).toEqual([...once])
      expect(readFileSync(map, 'utf8')).toBe(known)
      rmSync(own, { recursive: true })
    }),
    { numRuns: Number(process.env.AVERT_RUNS ?? 8), endOnFailure: true },
  )
}, 300_000)
