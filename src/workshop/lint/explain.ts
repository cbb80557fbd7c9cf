import type { Example, Page } from '../finding.ts'
import type { Origin, Registry } from './registry.ts'

const kinds: Readonly<Record<Origin, string>> = {
  loader: 'keeps the base from loading; cannot be suppressed',
  style: 'style and sense',
  verification: 'verification of the whole base',
  suppression: 'suppressions',
}

const longest = 40

/** The page of one code for a terminal. */
export function pageText(code: string, registry: Registry): string {
  const page = registry.pages[code]!
  return [
    `${code} (${weight(page, code, registry)})`,
    page.title,
    '',
    page.why,
    '',
    ...exampleLines('Fails:', page.failing),
    ...exampleLines('Passes:', page.passing),
    ...suppressible(code, page, registry),
  ].join('\n')
}

const weight = (page: Page, code: string, { originOf }: Registry) =>
  `${page.severity}; ${kinds[originOf(code) ?? 'style']}${page.fixable ? '; mended by kb lint --fix' : ''}`

function suppressible(code: string, { severity }: Page, { originOf }: Registry): string[] {
  const origin = originOf(code)
  if (origin === 'loader' || origin === 'suppression') return []
  return [`To leave one ${severity} out, write above its line:`, `    # avert-lint-ignore ${code} until 2027-01-31: why it may stay`]
}

function exampleLines(label: string, example: Example): string[] {
  const files = Object.entries(example)
  if (files.length === 0) return []
  return [
    label,
    ...files.flatMap(([path, text]) => [
      `  ${path}${text === null ? ' (taken away)' : ''}`,
      ...(text === null ? [] : shownLines(text).map(line => `    ${line}`)),
    ]),
    '',
  ]
}

/** Invisible signs are made visible, and very long examples cut. */
function shownLines(text: string): string[] {
  const lines = text
    .replace(/\n$/, '')
    .split('\n')
    .map(line =>
      line
        .replace(/^\uFEFF/, '<BOM>')
        .replaceAll('\r', '<CR>')
        .replaceAll('\0', '<NUL>')
        .replace(/[ \t]+$/, blanks => '·'.repeat(blanks.length)),
    )
    .map(line => (line.length > 300 ? `${line.slice(0, 60)}…` : line))
  return lines.length > longest ? [...lines.slice(0, longest), '…'] : lines
}

/** All codes, each with its title. */
export function indexText({ pages }: Registry): string {
  const width = Math.max(...Object.keys(pages).map(code => code.length))
  return (['error', 'warning', 'info'] as const)
    .flatMap(severity => {
      const codes = Object.keys(pages)
        .filter(code => pages[code]!.severity === severity)
        .sort()
      return codes.length === 0
        ? []
        : [
            `${severity}s`,
            ...codes.map(code => `  ${code.padEnd(width)}  ${pages[code]!.title}${pages[code]!.fixable ? ' (--fix)' : ''}`),
            '',
          ]
    })
    .concat('avert kb explain-lint CODE shows one of them with examples.')
    .join('\n')
}

/** One code as Markdown; `level` is the depth of its heading. */
export function pageMarkdown(code: string, registry: Registry, level = 1): string {
  const page = registry.pages[code]!
  const example = (label: string, files: Example) =>
    Object.entries(files).flatMap(([path, text]) => [
      `${label}: \`${path}\`${text === null ? ' taken away' : ''}`,
      '',
      ...(text === null ? [] : [...fenced(shownLines(text)), '']),
    ])
  return [
    `${'#'.repeat(level)} ${code}`,
    '',
    `**${page.title}.** ${page.why}`,
    '',
    `Severity: ${weight(page, code, registry)}.`,
    '',
    ...example('Fails', page.failing),
    ...example('Passes', page.passing),
  ]
    .join('\n')
    .trimEnd()
}

function fenced(lines: readonly string[]): string[] {
  const fence = lines.some(line => line.includes('```')) ? '````' : '```'
  return [`${fence}yaml`, ...lines, fence]
}

/** The whole reference as one Markdown document. */
export function referenceMarkdown(registry: Registry): string {
  const groups = (Object.keys(kinds) as Origin[]).map(origin => {
    const codes = Object.keys(registry.pages)
      .filter(code => registry.originOf(code) === origin)
      .sort()
    return codes.length === 0
      ? ''
      : [
          `## ${kinds[origin].charAt(0).toUpperCase()}${kinds[origin].slice(1)}`,
          ...codes.map(code => pageMarkdown(code, registry, 3)),
        ].join('\n\n')
  })
  const rows = Object.keys(registry.pages)
    .sort()
    .map(code => `| [\`${code}\`](#${code}) | ${registry.pages[code]!.severity} | ${registry.pages[code]!.title.replaceAll('|', '\\|')} |`)
  return [
    '# What `avert kb lint` finds',
    `| code | severity | |\n| --- | --- | --- |\n${rows.join('\n')}`,
    ...groups.filter(group => group !== ''),
  ].join('\n\n')
}

/** One page, or all of them, as data. */
export function pagesJson(codes: readonly string[], { pages, originOf }: Registry): string {
  return JSON.stringify(
    {
      schema: 'avert/lint-pages@1',
      pages: codes.map(code => ({ code, kind: originOf(code), ...pages[code]!, fixable: pages[code]!.fixable === true })),
    },
    null,
    2,
  )
}
