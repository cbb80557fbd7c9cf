// Builds dist/: one bundled CommonJS file behind a small loader with V8's code cache, the shipped base as JSON, schemas.
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const prepare = process.env.npm_lifecycle_event === 'prepare'
// Built aside and moved into place, so that a running avert never meets half a build.
const out = `dist-${process.pid}`
mkdirSync(out, { recursive: true })
const common = { bundle: true, platform: 'node', target: 'node20.19', logLevel: 'warning', legalComments: 'none' }
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: `${out}/core.cjs`,
  format: 'cjs',
  define: { AVERT_VERSION: JSON.stringify(version) },
})
// Worker threads that search large logs; core.cjs finds it beside itself.
await build({ ...common, entryPoints: ['src/cli/scan-worker.ts'], outfile: `${out}/scan-worker.cjs`, format: 'cjs' })
// Worker threads of "kb mutate".
await build({ ...common, entryPoints: ['src/cli/kb-mutate-worker.ts'], outfile: `${out}/kb-mutate-worker.cjs`, format: 'cjs' })
await build({
  ...common,
  entryPoints: ['src/cli/launch.ts'],
  outfile: `${out}/avert.js`,
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  define: { AVERT_VERSION: JSON.stringify(version) },
})
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: `${out}/index.mjs`,
  format: 'esm',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})
await build({ ...common, entryPoints: ['src/cli/precompile.ts'], outfile: `${out}/precompile.cjs`, format: 'cjs' })
writeFileSync(`${out}/package.json`, '{ "type": "commonjs" }\n')
const { createRequire } = await import('node:module')
const { precompile } = createRequire(import.meta.url)(`./${out}/precompile.cjs`)
const { json, run, problems } = precompile('rules')
if (json === undefined) {
  console.error(problems.slice(0, 40).join('\n'))
  console.error(`rules/ has ${problems.length} problems; dist/kb.json was not written`)
  if (prepare || process.env.CI) process.exitCode = 1
} else {
  writeFileSync(`${out}/kb.json`, json)
  writeFileSync(`${out}/kb-run.json`, run)
}
rmSync(`${out}/precompile.cjs`, { force: true })
chmodSync(`${out}/avert.js`, 0o755)
rmSync('dist', { recursive: true, force: true })
renameSync(out, 'dist')
