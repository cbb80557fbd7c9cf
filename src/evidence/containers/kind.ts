/** What the first bytes of a file say it is. Names lie, so they are not asked. */
export type ContainerKind = 'plain' | 'tar' | PackedKind | 'encrypted' | ForeignKind

/** Kinds that hold exactly one other file. */
export type PackedKind = 'gzip' | 'xz' | 'bzip2'

/** Kinds that this program does not open, and what does. */
const unpackers = {
  zip: 'unzip',
  '7z': '7z x',
  rar: 'unrar x',
  zstd: 'zstd -d',
  lz4: 'lz4 -d',
  lzip: 'lzip -d',
  lzma: 'xz -d',
  lzop: 'lzop -d',
  compress: 'gzip -d',
  cpio: 'cpio -id',
  cabinet: 'cabextract',
  rpm: 'rpm2archive',
  ar: 'ar x',
} as const

type ForeignKind = keyof typeof unpackers

/** This many bytes are enough for `kindOf`. */
export const headBytes = 512

const magics: readonly (readonly [ContainerKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zip', bytesOf('PK\u0003\u0004')],
  // Without any member, and the first of several parts.
  ['zip', bytesOf('PK\u0005\u0006')],
  ['zip', bytesOf('PK\u0007\u0008PK')],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', bytesOf('Rar!\u001a\u0007')],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
  ['lz4', [0x02, 0x21, 0x4c, 0x18]],
  ['lzip', bytesOf('LZIP\u0001')],
  ['lzma', [0x5d, 0x00, 0x00]],
  ['lzop', [0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a]],
  ['compress', [0x1f, 0x9d]],
  ['cpio', bytesOf('070701')],
  ['cpio', bytesOf('070707')],
  ['cabinet', bytesOf('MSCF\0\0\0\0')],
  ['rpm', [0xed, 0xab, 0xee, 0xdb]],
  ['ar', bytesOf('!<arch>\n')],
  ['encrypted', bytesOf('-----BEGIN PGP MESSAGE')],
  ['encrypted', bytesOf('-----BEGIN PKCS7')],
  ['encrypted', bytesOf('-----BEGIN CMS')],
  ['encrypted', bytesOf('-----BEGIN AGE ENCRYPTED FILE')],
  ['encrypted', bytesOf('age-encryption.org/')],
  ['encrypted', bytesOf('Salted__')],
  // The same in letters, as `openssl enc -a` writes it.
  ['encrypted', bytesOf('U2FsdGVkX1')],
]

/** The kind of file that begins with `head`. */
export function kindOf(head: Uint8Array): ContainerKind {
  for (const [kind, magic] of magics) if (magic.every((byte, i) => head[i] === byte)) return kind
  if (isBzip2(head)) return 'bzip2'
  // Frames that zstd and lz4 skip; pzstd begins its files with one.
  if (head[0]! >> 4 === 5 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18) return 'zstd'
  if (isPgp(head)) return 'encrypted'
  return isTar(head) ? 'tar' : 'plain'
}

/** Whether one more program has to run over it before it can be read. */
export function isPacked(kind: ContainerKind): kind is PackedKind {
  return kind === 'gzip' || kind === 'xz' || kind === 'bzip2'
}

/** Why a file of this kind stays closed; undefined when it can be opened. */
export function whyClosed(kind: ContainerKind): string | undefined {
  if (kind === 'encrypted') return 'It is encrypted; decrypt it first.'
  if (!Object.hasOwn(unpackers, kind)) return undefined
  const name = kind as ForeignKind
  return `It is a ${name} archive, which this program does not open; unpack it first (${unpackers[name]}).`
}

/**
 * What OpenPGP begins a message with: the key of the session, locked by a passphrase or by somebody's public key. The length of such
 * a packet stands in one or two bytes, in an old way or a new one.
 */
function isPgp(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head
  const old = first >= 0x80 && first < 0xc0
  const tag = old ? (first >> 2) & 0xf : first >= 0xc0 ? first & 0x3f : 0
  const lengthBytes = old ? [1, 2, 4, 0][first & 3]! : second < 192 ? 1 : second < 224 ? 2 : 5
  const body = head.subarray(1 + lengthBytes)
  const version = body[0]!
  if (tag === 3) return version >= 4 && version <= 6 && body[1]! >= 1 && body[1]! <= 13 && body[2]! <= 3
  return tag === 1 && version === 3 && [1, 2, 16, 18, 25, 26].includes(body[9]!)
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
