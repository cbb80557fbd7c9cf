import type { RuleFile } from '../../../src/kb/read.ts'
import type { Example } from '../../../src/workshop/finding.ts'
import { createLinter, type LintResult } from '../../../src/workshop/lint/linter.ts'
import { registryOf } from '../../../src/workshop/lint/registry.ts'
import { verification } from '../../../src/workshop/lint/verification.ts'
import { exampleBase } from '../example-base.ts'

export const registry = registryOf(verification.pages)
export const settings = { registry, today: '2026-06-01', verify: verification.verify }

export const filesOf = (texts: Readonly<Record<string, string | Uint8Array>>): RuleFile[] =>
  Object.entries(texts).map(([path, content]) => ({ path, shown: path, content }))

/** The small example base with the changes of an example. */
export function changed(example: Example): Record<string, string> {
  const texts: Record<string, string | null> = { ...exampleBase, ...example }
  return Object.fromEntries(Object.entries(texts).flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
}

export function lint(texts: Readonly<Record<string, string | Uint8Array>>, today = settings.today, verify = true): LintResult {
  return createLinter({ ...settings, today }).lint({ files: filesOf(texts), digest: 'test' }, verify)
}

export const codesOf = ({ findings }: LintResult) => [...new Set(findings.map(({ code }) => code))].sort()
