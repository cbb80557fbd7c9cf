// Benchmarks: ratios against named peers in one run. Printed to be read, never asserted. Run with: npm run bench [name...]
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from 'esbuild'

const only = process.argv.slice(2)
const require = createRequire(import.meta.url)
for (const name of ['start', 'rules', 'next-question', 'questions', 'scan', 'lint', 'hostile']) {
  if (only.length > 0 && !only.includes(name)) continue
  const outfile = `dist/bench-${name}.cjs`
  try {
    await build({ entryPoints: [`test/bench/${name}.ts`], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' })
    console.log(`\n## ${name}\n`)
    await require(`../../${outfile}`).main()
  } catch (error) {
    console.error(`${name}: ${error.message}`)
    process.exitCode = 1
  } finally {
    rmSync(outfile, { force: true })
  }
}
