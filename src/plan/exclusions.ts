import type { KnowledgeBase } from '../kb/model.ts'
import type { ComponentFile, Confidence, VendorFile } from '../kb/shapes.ts'
import type { ExclusionPlan, ExclusionRow } from './model.ts'
import type { Templates, TemplateValues } from './templates.ts'

/** What to exclude for these components. `rhel` undefined: paths of every release. Hot paths first, then by component and path. */
export function exclusionPlan(
  kb: KnowledgeBase,
  vendorId: string,
  componentIds: readonly string[],
  values: TemplateValues,
  templates: Templates,
): ExclusionPlan {
  const vendor = kb.vendors[vendorId]!
  const elsewhere = onlyElsewhere(vendor, values.rhel)
  if (elsewhere) return { ...nothing, vendor: vendorId, traps: [elsewhere] }
  const otherVariant = ofOtherVariant(vendor, vendorId, values.variants ?? [])
  const rows: ExclusionRow[] = []
  const notExpressible = new Map<string, string>()
  const hotLeft = new Set<string>()
  const seen = new Set<string>()
  for (const component of componentIds)
    for (const entry of pathsFor(kb.components[component]!, values.rhel)) {
      const key = `${entry.kind}\0${entry.path}`
      if (seen.has(key)) continue
      seen.add(key)
      const written = writtenFor(vendor, entry.kind, entry.path)
      if ('why' in written) {
        notExpressible.set(`${entry.kind} ${entry.path}`, written.why)
        if (entry.hot && entry.path.includes('*') && vendor.exclusions.kinds.includes(entry.kind)) hotLeft.add(entry.path)
        continue
      }
      const { form, path } = written
      const fill = (lines: string | readonly string[] | undefined) =>
        [lines ?? []].flat().map(line => templates.command(line, { ...values, path }))
      rows.push({
        kind: entry.kind,
        path,
        written: form?.write === undefined ? path : templates.prose(form.write, { ...values, path }),
        component,
        why: entry.why,
        hot: entry.hot,
        risk: entry.risk,
        add: fill(form?.add),
        remove: fill(form?.remove),
        confidence: weakest(
          entry.confidence ?? kb.components[component]!.confidence,
          otherVariant ? 'unverified' : (form?.confidence ?? vendor.exclusions.confidence ?? vendor.confidence),
        ),
      })
    }
  const order = (row: ExclusionRow) =>
    `${row.hot ? 0 : 1}${String(componentIds.indexOf(row.component)).padStart(3, '0')}${row.kind}${row.path}`
  rows.sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const forTemplates = {
    ...values,
    vendor: vendor.title,
    exclusions: reasonsOnce(rows),
  }
  const { file, list, by, traps } = vendor.exclusions
  const left = by === 'none' ? undefined : named([...hotLeft].filter(path => !rows.some(row => row.path === path)))
  const releaseMatters = values.rhel === undefined && componentIds.some(id => kb.components[id]!.paths.some(({ rhel }) => rhel))
  return {
    vendor: vendorId,
    exclusions: rows,
    notExpressible: [...notExpressible].map(([path, why]) => ({ path, why })),
    verify: list ? [templates.command(list, values)] : [],
    request:
      vendor['ask-the-vendor'] && (by === 'console' || by === 'none' || vendor.managed !== 'local')
        ? [templates.prose(vendor['ask-the-vendor'], forTemplates).trimEnd(), ...(left ? [wanted(left)] : [])].join('\n\n')
        : null,
    policy: file
      ? {
          path: file.path,
          snippet: templates.prose(file.snippet, forTemplates),
          apply: [file.apply ?? []].flat().map(line => templates.command(line, values)),
        }
      : null,
    traps: [
      ...(otherVariant ? [otherVariant] : []),
      ...(releaseMatters ? [allReleases] : []),
      ...(rows.some(({ remove }) => remove.length > 0) ? [lookFirst] : []),
      ...(left ? [stillScanned(left)] : []),
      ...(traps ?? []).map(({ text, confidence }) => (confidence === 'unverified' ? `${text} UNVERIFIED.` : text)),
    ],
  }
}

const nothing = { exclusions: [], notExpressible: [], verify: [], request: null, policy: null }

/** Why nothing that is known of the agent holds on this release; commands for a product that is not there mislead. */
export function onlyElsewhere(vendor: VendorFile, rhel: number | undefined): string | undefined {
  if (rhel === undefined || vendor.rhel === undefined || vendor.rhel.includes(rhel)) return undefined
  return `${vendor.title} exists on RHEL ${vendor.rhel.join(', ')}, not on RHEL ${rhel}: look again which product and which release the nodes have.`
}

/** For a text that people read: a reason is given once for the paths that share it and stand together. */
export function reasonsOnce(rows: readonly ExclusionRow[]): Pick<ExclusionRow, 'kind' | 'path' | 'written' | 'why'>[] {
  return rows.map(({ kind, path, written, why }, i) => ({ kind, path, written, why: why === rows[i - 1]?.why ? 'as above' : why }))
}

const allReleases = 'The release of the nodes is not known, so the paths of all releases are listed: leave out what a node does not have.'

/** How the words begin that say that other variants are meant than were seen. */
export const holdsFor = 'What is said here holds for'

/** Why what is known of the exclusions does not hold for the variants that were seen, if it holds for none of them. */
function ofOtherVariant({ variants = [], exclusions }: VendorFile, id: string, seen: readonly string[]): string | undefined {
  const here = variants.filter(variant => seen.includes(`${id}/${variant.id}`))
  const about = exclusions.variants
  if (!about || here.length === 0 || here.some(variant => about.includes(variant.id))) return undefined
  const titles = (list: typeof variants) => list.map(({ title }) => title).join(', ')
  return `${holdsFor} ${titles(variants.filter(variant => about.includes(variant.id)))}. What was seen is ${titles(here)}: ask its owner how that is told what to leave alone.`
}

/** To take out what somebody else put in leaves a database scanned that was not before. */
const lookFirst =
  'Keep the list of exclusions as it is before. The commands that take a path out again do so whoever put it in: leave out those that stood in the list before.'

/** Libraries by their number: so many names hide the few that matter more. */
function named(paths: readonly string[]): string | undefined {
  const library = /\.so\*?$/
  const libraries = paths.filter(path => library.test(path)).length
  const names = paths.filter(path => !library.test(path))
  if (libraries > 0) names.push(libraries === 1 ? 'one library' : `${libraries} libraries`)
  return names.length === 0 ? undefined : names.join(', ')
}

const stillScanned = (left: string) =>
  `Opened at every operation, and not among them, because no wildcard of this product is sure to mean them: ${left}. While they are scanned, new clients such as crm_mon and pcs can stay slow; ask whoever knows the product.`
const wanted = (left: string) =>
  `Opened at every operation as well, where * stands for any characters within one name: ${left}. We know no wildcard of your product that is sure to mean these. Please add them as it writes them, or tell us that it cannot.`

/** Components every cluster has, and those seen. In file order. */
export function componentsOf(kb: KnowledgeBase, seen: readonly string[]): string[] {
  return Object.entries(kb.components).flatMap(([id, { detect }]) => (detect.always || seen.includes(id) ? [id] : []))
}

function pathsFor(component: ComponentFile, rhel: number | undefined) {
  return component.paths.filter(entry => rhel === undefined || entry.rhel === undefined || entry.rhel.includes(rhel))
}

type Form = NonNullable<VendorFile['exclusions']['forms']>[string]

/** The path as the product writes it, or why it cannot be told. */
function writtenFor(
  vendor: VendorFile,
  kind: 'folder' | 'file' | 'process',
  path: string,
): { form: Form | undefined; path: string } | { why: string } {
  const { kinds, forms, wildcards, by } = vendor.exclusions
  if (by === 'none') return { why: 'this product has no file exclusions' }
  if (!kinds.includes(kind)) return { why: `this product cannot exclude a ${kind}` }
  const many = wildcards?.many ?? null
  const one = wildcards?.one ?? null
  if ((path.includes('**') && many === null) || (/(?<!\*)\*(?!\*)/.test(path) && one === null))
    return {
      why: wildcards?.note === undefined ? 'this product takes no wildcard here' : 'no wildcard is known that is sure to mean this here',
    }
  const form = forms?.[kind]
  if (by === 'command' && !form?.add) return { why: `no command is known that excludes a ${kind}` }
  const own = path.replace(/\*\*|\*/g, star => (star === '**' ? many! : one!))
  return { form, path: own }
}

const certainty: readonly Confidence[] = ['unverified', 'reported', 'documented']
/** A statement is as sure as its least sure part; nothing said is unverified. */
export function weakest(...parts: readonly (Confidence | undefined)[]): Confidence {
  return certainty[Math.min(...parts.map(part => certainty.indexOf(part ?? 'unverified')))]!
}

/** What is said about a policy file stands before its text: to copy it first is no use afterwards. */
export function policyParts({ apply }: NonNullable<ExclusionPlan['policy']>): { notes: readonly string[]; commands: readonly string[] } {
  const from = apply.findIndex(line => !line.startsWith('#'))
  const notes = from < 0 ? apply : apply.slice(0, from)
  return { notes, commands: apply.slice(notes.length) }
}
