import type { PlacedFinding } from '../../finding.ts'
import type { LintResult } from '../linter.ts'
import type { Registry } from '../registry.ts'
import { countsOf, exampleText } from './text.ts'

/** `avert/lint@1`: fields are only ever added. */
export function lintJson(result: LintResult): string {
  const problems = result.findings.map(({ code, file, line, column, message, hint, severity, counterExample, exactness }) => ({
    code,
    severity,
    file,
    line,
    column,
    message,
    hint,
    ...(counterExample ? { counterExample } : {}),
    ...(exactness === undefined ? {} : { exactness }),
  }))
  return JSON.stringify(
    {
      schema: 'avert/lint@1',
      loads: result.kb !== undefined,
      files: result.files,
      counts: countsOf(result.findings),
      suppressed: result.suppressed,
      problems,
    },
    null,
    2,
  )
}

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Workflow commands of GitHub Actions. */
export function lintGithub({ findings }: LintResult): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return findings
    .map(
      ({ file, line, column, code, message, hint, severity }) =>
        `::${commands[severity]} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(`${message}. ${hint}`)}`,
    )
    .join('\n')
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** SARIF 2.1.0, for code scanning: every code that was found is a rule with its help. */
export function lintSarif({ findings }: LintResult, { pages }: Registry, version: string): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  const rules = codes.map(code => {
    const page = pages[code]
    return {
      id: code,
      shortDescription: { text: page?.title ?? code },
      fullDescription: { text: page?.why ?? code },
      help: { text: page ? `${page.title}. ${page.why}` : code, markdown: page ? `**${page.title}.** ${page.why}` : code },
      defaultConfiguration: { level: levels[page?.severity ?? 'error'] },
    }
  })
  const results = findings.map(finding => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: sentence(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(finding.file) },
          region: { startLine: finding.line, startColumn: finding.column },
        },
      },
    ],
    partialFingerprints: { 'avert/v1': `${finding.code}:${finding.file}:${finding.message}` },
  }))
  const driver = { name: 'avert', version, rules }
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
    },
    null,
    2,
  )
}

const uriOf = (file: string) => (file.startsWith('/') ? `file://${encodeURI(file)}` : encodeURI(file.replace(/^\.\//, '')))

function sentence({ message, hint, counterExample, exactness }: PlacedFinding): string {
  const example = counterExample ? ` For instance: ${exampleText(counterExample)}.` : ''
  return `${message}. ${hint}${example}${exactness !== undefined && exactness !== 'exact' ? ` (${exactness})` : ''}`
}

/** JUnit: a suite for each file, a failed test for each finding that fails the run, a passed one for a clean file. */
export function lintJunit({ findings, files }: LintResult, fails: (finding: PlacedFinding) => boolean): string {
  const byFile = grouped(findings)
  const suites = [...byFile].map(([file, list]) => {
    const cases = list.map(finding => {
      const name = `    <testcase classname="${xml(file)}" name="${xml(`${finding.code} at ${finding.line}:${finding.column}`)}" file="${xml(file)}" line="${finding.line}">`
      const inner = fails(finding)
        ? `      <failure type="${xml(finding.code)}" message="${xml(finding.message)}">${xml(`${file}:${finding.line}:${finding.column} ${sentence(finding)}`)}</failure>`
        : `      <system-out>${xml(`${finding.severity}: ${sentence(finding)}`)}</system-out>`
      return [name, inner, '    </testcase>'].join('\n')
    })
    return `  <testsuite name="${xml(file)}" tests="${list.length}" failures="${list.filter(fails).length}" errors="0" skipped="0">\n${cases.join('\n')}\n  </testsuite>`
  })
  const clean = files - byFile.size
  if (clean > 0)
    suites.push(
      `  <testsuite name="files without findings" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="lint" name="${clean} files without findings"/>\n  </testsuite>`,
    )
  const tests = findings.length + (clean > 0 ? 1 : 0)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="avert kb lint" tests="${tests}" failures="${findings.filter(fails).length}" errors="0">\n${suites.join('\n')}\n</testsuites>`
}

function grouped(findings: readonly PlacedFinding[]): Map<string, PlacedFinding[]> {
  const groups = new Map<string, PlacedFinding[]>()
  for (const finding of findings) groups.set(finding.file, [...(groups.get(finding.file) ?? []), finding])
  return groups
}

/** Signs that XML 1.0 cannot hold at all are left out. */
export const xml = (text: string) =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\t\r]/g, sign => `&#${sign.charCodeAt(0)};`)
