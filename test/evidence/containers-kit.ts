import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, expect } from 'vitest'
import { openEvidence } from '../../src/evidence/containers/disk.ts'
import { EvidenceError } from '../../src/evidence/containers/error.ts'
import type { Limits } from '../../src/evidence/containers/limits.ts'

export type Members = readonly (readonly [name: string, content: string | Uint8Array, header?: object])[]

/** A folder of the test file's own. */
export let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
export function saved(content: Uint8Array | string, name = `file-${++files}`): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

export async function tar(members: Members): Promise<Buffer> {
  const archive = pack()
  const chunks: Buffer[] = []
  const whole = (async () => {
    for await (const chunk of archive as unknown as AsyncIterable<Buffer>) chunks.push(chunk)
    return Buffer.concat(chunks)
  })()
  for (const [name, content, header] of members) {
    if (header) archive.entry({ name, ...header })
    else archive.entry({ name, mtime: new Date('2026-03-04T05:06:07Z') }, Buffer.from(content as never))
  }
  archive.finalize()
  return whole
}

export const xz = (bytes: Uint8Array) => execFileSync('xz', ['-c'], { input: bytes })
export const bzip2 = (bytes: Uint8Array) => execFileSync('bzip2', ['-c'], { input: bytes })

/** Everything that comes out: a text, or why not. Errors while reading are kept as such. */
export async function opened(
  paths: string[],
  { stdin, limits, read = () => true }: { stdin?: AsyncIterable<Uint8Array>; limits?: Limits; read?: (path: string) => boolean } = {},
) {
  const found: Record<string, string> = {}
  for await (const item of openEvidence(paths, stdin, limits && { limits })) {
    if ('why' in item) found[item.path] = `- ${item.why}`
    else if (!read(item.path)) found[item.path] = '(skipped)'
    else {
      const chunks: Uint8Array[] = []
      try {
        for await (const chunk of item.read()) chunks.push(chunk)
        found[item.path] = Buffer.concat(chunks).toString()
      } catch (error) {
        expect(error).toBeInstanceOf(EvidenceError)
        found[item.path] = `! ${(error as EvidenceError).message}`
      }
    }
  }
  return Object.fromEntries(Object.entries(found).map(([path, text]) => [path.replace(/file-\d+/g, 'file'), text]))
}

export const two: Members = [
  ['./n1/var/log/messages', 'one'],
  ['n1/etc/os-release', 'two'],
]
