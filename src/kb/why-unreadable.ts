/** Why a file that was named cannot be read or written, in words; the name that the system gives an error means nothing to most. */
export function whyUnreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return (code && words[code]) ?? code ?? 'unknown error'
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'it is a link that leads to itself',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOSPC: 'the disk is full',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
}
