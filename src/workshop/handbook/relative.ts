/** The way from one page to another, relative, so that the folder can lie anywhere. */
export function relative(from: string, to: string, extension: string): string {
  const [path, anchor] = to.split('#') as [string, string | undefined]
  const up = '../'.repeat(from.split('/').length - 1)
  return `${up}${path}${extension}${anchor === undefined ? '' : `#${anchor}`}`
}
