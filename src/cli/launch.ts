import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { Exit } from './exit.ts'
import { watchOutput } from './output.ts'

declare const AVERT_VERSION: string

/** Whoever runs as a number without a name, as containers do, may have no home at all, or one that was never made: then nothing is kept. */
function cacheFolder(): string | undefined {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'avert')
  try {
    const home = homedir()
    return existsSync(home) ? join(home, '.cache', 'avert') : undefined
  } catch {
    return undefined
  }
}

/** What was kept, when nobody else may write to it: code from there runs as us. */
function cached(cache: string): Buffer | undefined {
  try {
    const { uid, mode } = statSync(cache)
    return uid === process.getuid?.() && (mode & 0o022) === 0 ? readFileSync(cache) : undefined
  } catch {
    return undefined
  }
}

/**
 * Starts the bundle. V8's compiled code is kept in the user's cache folder after the first run: that halves the time to
 * the first question. Anything wrong with the cache only costs that time.
 */
function launch(): void {
  if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
    watchOutput()
    process.stdout.write(`${AVERT_VERSION}\n`)
    return
  }
  const core = join(__dirname, 'core.cjs')
  const source = readFileSync(core, 'utf8')
  const { size, mtimeMs } = statSync(core)
  const home = cacheFolder()
  const name = `${AVERT_VERSION}-${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}-${process.stdin.isTTY ? 'asks' : 'reads'}.bin`
  const cache = home === undefined ? undefined : join(home, name)
  const cachedData = cache === undefined ? undefined : cached(cache)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`
  const script = new Script(wrapped, { filename: core, importModuleDynamically: undefined, ...(cachedData ? { cachedData } : {}) })
  const module_ = { exports: {} as { main?: () => Promise<number> } }
  script.runInThisContext()(module_.exports, require, module_, core, __dirname)
  const save = (): void => {
    if (cache === undefined || (cachedData && !script.cachedDataRejected)) return
    try {
      const folder = dirname(cache)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const temporary = `${cache}.${process.pid}`
      // Whatever is kept fits only the flags that it was made with, and the next start has this one as it was.
      setFlagsFromString('--regexp-tier-up')
      writeFileSync(temporary, script.createCachedData(), { mode: 0o600 })
      renameSync(temporary, cache)
      const own = basename(cache).replace(/(?:asks|reads)\.bin$/, '')
      for (const name of readdirSync(folder)) if (name.endsWith('.bin') && !name.startsWith(own)) unlinkSync(join(folder, name))
    } catch {}
  }
  let ended = false
  // Nothing is left to wait for, and there is no result: silence would look like one.
  process.once('beforeExit', () => {
    if (ended) return
    process.exitCode = Exit.bug
    process.stderr.write(`avert ${AVERT_VERSION}: a bug in avert (it waited for something that never came)\n`)
    process.stderr.write('  hint: please report it with the command line; nothing on any node was changed.\n')
  })
  module_.exports.main!().then(code => {
    ended = true
    // An output that could not be written has set its own.
    process.exitCode ??= code
    save()
  })
}

launch()
