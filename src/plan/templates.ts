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
  /** The variants of agents that were seen, as agent/variant. */
  readonly variants?: readonly string[]
}

export interface Templates {
  /** Values are shell-quoted. */
  command(template: string, values: object): string
  /** Values lose control characters. */
  prose(template: string, values: object): string
}

export interface TemplateReader extends Templates {
  /** Why a template can never be filled in, or undefined. */
  mistake(template: string): string | undefined
}

/** A text of the base that is no template: the base is wrong, not avert. */
export class BrokenTemplate extends Error {
  override readonly name = 'BrokenTemplate'
  readonly template: string

  constructor(template: string, reason: string) {
    super(reason)
    this.template = template
  }
}

/** Liquid: rule files can neither run code nor read files. The library is loaded only when a plan is made. */
export async function loadTemplates(): Promise<TemplateReader> {
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
  const filled = (liquid: { parseAndRenderSync(template: string, values: object): string }) => (template: string, values: object) => {
    try {
      return liquid.parseAndRenderSync(template, values).trim()
    } catch (error) {
      throw new BrokenTemplate(template, reasonOf(error))
    }
  }
  return {
    command: filled(forCommands),
    prose: filled(forProse),
    mistake(template) {
      try {
        forCommands.parse(template)
        return undefined
      } catch (error) {
        return reasonOf(error)
      }
    },
  }
}

/** What the library says, without its own count of lines: that begins anew in every text. */
const reasonOf = (error: unknown) => (error as Error).message.split('\n')[0]!.replace(/, line:\d+, col:\d+$/, '')
