import type { KnowledgeBase } from '../../kb/model.ts'
import type { Folder, VendorFile } from '../../kb/shapes.ts'
import type { Path } from '../../kb/yaml-file.ts'
import type { Finding } from '../finding.ts'
import { namesIn } from './template.ts'

/** What every template of a plan may name. */
const common = ['rhel', 'node', 'nodes', 'resource', 'resources', 'interface', 'cluster_name', 'vendor', 'vendor_id']

export interface Template {
  readonly folder: Folder
  readonly id: string
  readonly path: Path
  readonly text: string
  readonly known: readonly string[]
}

/** Placeholders that stay empty when the plan is printed. */
export function unfilled(kb: KnowledgeBase): Finding[] {
  return templatesOf(kb).flatMap(({ folder, id, path, text, known }) => {
    const unknown = [...new Set(namesIn(text))].filter(name => !known.includes(name))
    return unknown.map(name => ({
      code: 'placeholder-not-filled',
      at: { folder, id, path },
      message: `nothing fills {{ ${name} }}, so the reader sees a gap there`,
      hint: known.length > 0 ? `Known here: ${known.join(', ')}.` : 'This text is printed as it stands; write a word in capitals instead.',
      counterExample: { line: text.split('\n').find(line => line.includes(name)) ?? text },
      exactness: 'exact',
    }))
  })
}

/** Every text of a base that is filled in when a plan is made, or looks like one. */
export function templatesOf(kb: KnowledgeBase): Template[] {
  const found: Template[] = []
  const collect =
    (folder: Folder, id: string, known: readonly string[]) =>
    (text: string | readonly string[] | undefined, ...path: (string | number)[]): void => {
      if (typeof text === 'string') found.push({ folder, id, path, text, known })
      else text?.forEach((line, i) => void found.push({ folder, id, path: [...path, i], text: line, known }))
    }
  for (const [id, { steps }] of Object.entries(kb.resolutions)) {
    const add = collect('resolutions', id, common)
    for (const [i, step] of steps.entries())
      if ('do' in step)
        for (const key of ['do', 'run', 'expect', 'verify', 'undo', 'expires', 'caution'] as const) add(step[key], 'steps', i, key)
  }
  for (const [id, vendor] of Object.entries(kb.vendors)) ofVendor(vendor, known => collect('vendors', id, known))
  // These are printed as they stand: a placeholder in them is never filled.
  for (const folder of ['symptoms', 'facts'] as const)
    for (const [id, { 'find-out': ways }] of Object.entries(kb[folder])) {
      const add = collect(folder, id, [])
      for (const [i, way] of (ways ?? []).entries())
        for (const key of ['do', 'run', 'expect'] as const) if (mentions(way[key])) add(way[key], 'find-out', i, key)
    }
  return found
}

/** Other programs write {{ }} too; in texts that are no templates only our own names are meant as placeholders. */
const mentions = (text: string | undefined) => text !== undefined && new RegExp(`\\{\\{\\s*(?:${common.join('|')})\\s*\\}\\}`).test(text)

type Add = (text: string | readonly string[] | undefined, ...path: (string | number)[]) => void

function ofVendor(vendor: VendorFile, collect: (known: readonly string[]) => Add): void {
  const add = collect(common)
  for (const [i, way] of vendor['switch-off'].entries())
    for (const key of ['do', 'run', 'verify', 'undo', 'caution', 'blocked-by'] as const) add(way[key], 'switch-off', i, key)
  for (const [i, item] of (vendor.measure ?? []).entries())
    for (const key of ['do', 'run', 'expect', 'verify', 'undo'] as const) add(item[key], 'measure', i, key)
  const { forms, list, file } = vendor.exclusions
  const withPath = collect([...common, 'path'])
  for (const [kind, form] of Object.entries(forms ?? {}))
    for (const key of ['add', 'remove', 'write'] as const) withPath(form[key], 'exclusions', 'forms', kind, key)
  add(list, 'exclusions', 'list')
  add(file?.apply, 'exclusions', 'file', 'apply')
  const withExclusions = collect([...common, 'exclusions'])
  withExclusions(file?.snippet, 'exclusions', 'file', 'snippet')
  withExclusions(vendor['ask-the-vendor'], 'ask-the-vendor')
}
