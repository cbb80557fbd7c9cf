import { shellQuote, stripControls } from './shell.ts'

/** What templates may name. Unknown values are placeholders in capitals, so that a reader sees what to fill in. */
export interface TemplateValues {
  readonly rhel: number | undefined
  readonly node: string
  readonly nodes: readonly string[]
  readonly resource: string
  readonly resources: readonly string[]
  readonly interface: string
  readonly cluster_name: string
  readonly vendor: string
  readonly vendor_id: string
}

export interface Templates {
  /** Values are shell-quoted. */
  command(template: string, values: object): string
  /** Values lose control characters. */
  prose(template: string, values: object): string
}

/** Liquid: rule files can neither run code nor read files. The library is loaded only when a plan is made. */
export async function loadTemplates(): Promise<Templates> {
  const { Liquid } = await import('liquidjs')
  const options = {
    strictVariables: false,
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: 1e6,
    renderLimit: 1000,
    memoryLimit: 1e7,
    relativeReference: false,
    dynamicPartials: false,
    templates: {},
  }
  const forCommands = new Liquid({ ...options, outputEscape: shellQuote })
  const forProse = new Liquid({
    ...options,
    outputEscape: (value: unknown) => stripControls(Array.isArray(value) ? value.join(', ') : String(value ?? '')),
  })
  return {
    command: (template, values) => forCommands.parseAndRenderSync(template, values).trim(),
    prose: (template, values) => forProse.parseAndRenderSync(template, values).trim(),
  }
}
