import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Progress shows only when reading takes longer than this. */
const quietMs = 1000
const everyMs = 200
const barWidth = 20

/** What of a terminal is needed here. */
export interface Screen {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string): unknown
}

/** A line on a terminal that tells how far the reading is; elsewhere nothing. */
export class ScanProgress {
  readonly #paths: readonly string[]
  readonly #screen: Screen
  readonly #now: () => number
  readonly #begun: number
  readonly #positions = new Map<string, number>()
  #read = 0
  #unpacked = 0
  #shown: number | undefined
  #total: number | undefined

  constructor(paths: readonly string[], screen: Screen, now: () => number = () => performance.now()) {
    this.#paths = paths
    this.#screen = screen
    this.#now = now
    this.#begun = now()
  }

  /** A file of the machine is read up to `position`, perhaps once more. */
  readonly onRead = (place: string, position: number): void => {
    const before = this.#positions.get(place) ?? 0
    if (position <= before) return
    this.#positions.set(place, position)
    this.#read += position - before
  }

  /** So many more bytes of a log or listing went by, unpacked. */
  readonly onProgress = (path: string, bytes: number): void => {
    this.#unpacked += bytes
    if (this.#screen.isTTY !== true) return
    const now = this.#now()
    if (now - this.#begun < quietMs || (this.#shown !== undefined && now - this.#shown < everyMs)) return
    if (this.#shown === undefined) void this.#findTotal()
    this.#shown = now
    this.#screen.write(`\r\u001B[K${this.#line(path, now).slice(0, (this.#screen.columns || 80) - 1)}`)
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown !== undefined) this.#screen.write('\r\u001B[K')
  }

  #line(path: string, now: number): string {
    const megabytes = this.#unpacked / 1e6
    const rate = Math.round((megabytes * 1000) / (now - this.#begun))
    const speed = `${Math.round(megabytes)} MB, ${rate} MB/s: ${path.slice(-60)}`
    if (this.#total === undefined || this.#total === 0) return `reading ${speed}`
    const part = Math.min(1, this.#read / this.#total)
    const full = Math.round(part * barWidth)
    return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${String(Math.floor(part * 100)).padStart(3)} % ${speed}`
  }

  /** Looked up only when there is something to show. With standard input nobody knows. */
  async #findTotal(): Promise<void> {
    if (this.#paths.includes('-')) return
    const sizes = await Promise.all(this.#paths.map(sizeOf))
    this.#total = sizes.reduce((sum, size) => sum + size, 0)
  }
}

/** Bytes of a file, or of all files in a folder. */
async function sizeOf(path: string): Promise<number> {
  try {
    const about = await stat(path)
    if (!about.isDirectory()) return about.size
    let sum = 0
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (entry.isDirectory() || entry.isFile()) sum += await sizeOf(join(path, entry.name))
    }
    return sum
  } catch {
    return 0
  }
}
