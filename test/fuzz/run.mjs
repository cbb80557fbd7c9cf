// A campaign of spoiled inputs: node test/fuzz/run.mjs FROM TO. Every input is made from its number alone.
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from 'esbuild'

const outfile = `dist/fuzz-${process.pid}.cjs`
try {
  await build({ entryPoints: ['test/fuzz/campaign.ts'], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' })
  await createRequire(import.meta.url)(`../../${outfile}`).main(process.argv.slice(2))
} finally {
  rmSync(outfile, { force: true })
}
