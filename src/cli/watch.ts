import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Calls `changed` once for every burst of changes in the folders and those inside them; an editor writes a file in several steps. */
export function watchFor(folders: readonly string[], quietMs: number, changed: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined
  const touched = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      // Folders may have come or gone.
      close()
      watchers = watchersOf(folders, touched)
      changed()
    }, quietMs)
  }
  const close = () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
  let watchers = watchersOf(folders, touched)
  return { close }
}

/** Resolves when the user presses Ctrl+C. */
export const interrupted = (): Promise<void> => new Promise(resolve => process.once('SIGINT', () => resolve()))

/** One watcher for each folder: those of a whole tree miss files on some systems. */
function watchersOf(folders: readonly string[], touched: () => void): FSWatcher[] {
  return folders
    .flatMap(folder => [folder, ...subfolders(folder)])
    .flatMap(folder => {
      try {
        return [watch(folder, (_, name) => void (name?.startsWith('.') || touched())).on('error', () => {})]
      } catch {
        return []
      }
    })
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(entry => join(folder, entry.name))
  } catch {
    return []
  }
}
