/** What the first bytes of a file say it is. Names lie, so they are not asked. */
export type ContainerKind = 'plain' | 'tar' | 'gzip' | 'xz' | 'bzip2' | 'encrypted' | 'zip' | '7z' | 'zstd'

/** Kinds that hold exactly one other file. */
export type PackedKind = 'gzip' | 'xz' | 'bzip2'

/** This many bytes are enough for `kindOf`. */
export const headBytes = 512

const magics: readonly (readonly [ContainerKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['encrypted', [0x8c, 0x0d, 0x04]],
  ['encrypted', [0xc3, 0x0d, 0x04]],
  ['encrypted', [0x85, 0x01, 0x0c, 0x03]],
  ['encrypted', [0x85, 0x02, 0x0c, 0x03]],
  ['encrypted', [0x84, 0x5e, 0x03]],
  ['encrypted', bytesOf('-----BEGIN PGP MESSAGE')],
  ['encrypted', bytesOf('Salted__')],
]

/** The kind of file that begins with `head`. */
export function kindOf(head: Uint8Array): ContainerKind {
  for (const [kind, magic] of magics) if (magic.every((byte, i) => head[i] === byte)) return kind
  if (isBzip2(head)) return 'bzip2'
  return isTar(head) ? 'tar' : 'plain'
}

/** Whether one more program has to run over it before it can be read. */
export function isPacked(kind: ContainerKind): kind is PackedKind {
  return kind === 'gzip' || kind === 'xz' || kind === 'bzip2'
}

/** Why a file of this kind stays closed; undefined when it can be opened. */
export function whyClosed(kind: ContainerKind): string | undefined {
  if (kind === 'encrypted') return 'It is encrypted; decrypt it first.'
  if (kind === 'zip' || kind === '7z' || kind === 'zstd')
    return `It is a ${kind} archive, which this program does not open; unpack it first.`
  return undefined
}

/** "BZh", a digit, then the mark of a block or of an empty stream: a text that begins with BZh is none. */
function isBzip2(head: Uint8Array): boolean {
  if (head[0] !== 0x42 || head[1] !== 0x5a || head[2] !== 0x68 || !(head[3]! >= 0x31 && head[3]! <= 0x39)) return false
  return (head[4] === 0x31 && head[5] === 0x41) || (head[4] === 0x17 && head[5] === 0x72)
}

/** A tar header carries the sum of its own bytes, its sum field counted as spaces; that holds for tars without a magic, too. */
function isTar(head: Uint8Array): boolean {
  if (head.length < headBytes || head[0] === 0) return false
  const stated = Number.parseInt(
    String.fromCharCode(...head.subarray(148, 156))
      .replace(/[\0 ]+/g, ' ')
      .trim(),
    8,
  )
  let sum = 8 * 0x20
  for (let i = 0; i < headBytes; i++) if (i < 148 || i >= 156) sum += head[i]!
  return sum === stated
}

function bytesOf(text: string): number[] {
  return [...text].map(character => character.charCodeAt(0))
}
