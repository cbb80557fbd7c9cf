/** The kernel writes `_` where a package may write `-`; a name may end in the kernel's release or a build number. */
export function sameModule(module: string, name: string): boolean {
  return fits(module.replaceAll('-', '_'), name.replaceAll('-', '_'))
}

/** Whether a name is the one wanted, in which `*` stands for any characters. */
export function fits(name: string, wanted: string): boolean {
  const pieces = wanted.split('*')
  const last = pieces.pop()!
  if (pieces.length === 0) return name === wanted
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const found = i === 0 ? (name.startsWith(piece) ? 0 : -1) : name.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}
