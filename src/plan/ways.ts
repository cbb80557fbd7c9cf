import type { VendorFile } from '../kb/shapes.ts'
import { type Grade, grades } from '../kb/vocabulary.ts'
import type { PlanStep } from './model.ts'
import { type Context, commands, joined, made } from './part.ts'

type Way = VendorFile['switch-off'][number]

/** A way to switch an agent off, and which of the product's variants it was chosen for. */
interface Choice {
  readonly way: Way | undefined
  readonly variant: string | undefined
}

const leastGrade = 'service-stopped'
const rank = (way: Way) => grades.indexOf(way.grade)
const certainty = (way: Way) => (way.confidence === 'documented' ? 0 : way.confidence === 'reported' ? 1 : 2)

/** What must be reached. Whoever switches on again must choose as the step of the same resolution that switched off. */
function gradeWanted({ step, resolution, kb }: Context): Grade {
  const off = kb.resolutions[resolution]!.steps.find(other => 'use' in other && other.use === 'switch-off')
  return step['at-least'] ?? (off && 'use' in off ? off['at-least'] : undefined) ?? leastGrade
}

const releasesOf = (way: Way, vendor: VendorFile) => way.rhel ?? vendor.rhel
const fits = (rhel: readonly number[] | undefined, release: number | undefined) =>
  rhel === undefined || release === undefined || rhel.includes(release)

/** The gentlest way that is sure enough: the grade asked for, and the kernel hook really gone; else the surest there is. */
function best(ways: readonly Way[], wanted: number): Way | undefined {
  const enough = ways
    .filter(way => rank(way) >= wanted)
    .sort(
      (a, b) =>
        Number(b['removes-hook'] === 'yes') - Number(a['removes-hook'] === 'yes') || rank(a) - rank(b) || certainty(a) - certainty(b),
    )
  return enough[0] ?? [...ways].sort((a, b) => rank(b) - rank(a) || certainty(a) - certainty(b))[0]
}

/**
 * One way for each variant that the nodes were seen to have; for each variant there is while nobody knows. What is no variant's own
 * serves all of them, and stands once.
 */
function choices(context: Context): Choice[] {
  const { vendor, values } = context
  const wanted = grades.indexOf(gradeWanted(context))
  const ways = vendor['switch-off'].filter(way => fits(releasesOf(way, vendor), values.rhel))
  const seen = variantsSeen(context)
  const own = new Set(vendor['switch-off'].flatMap(({ variant }) => variant ?? []))
  const variants = (vendor.variants ?? []).map(({ id }) => id)
  // A variant without ways of its own is served by those of no variant.
  const all = [...variants.filter(id => own.has(id)), ...(variants.every(id => own.has(id)) && own.size > 0 ? [] : [undefined])]
  const groups: readonly (string | undefined)[] = seen.length > 0 ? seen : all
  const found = groups.map(variant => ({
    variant,
    way: best(
      ways.filter(way => way.variant === undefined || way.variant === variant),
      wanted,
    ),
  }))
  const some = found.filter(({ way }) => way !== undefined)
  const once = some.filter(({ way }, i) => some.findIndex(other => other.way === way) === i)
  return once.length > 0 ? once : found.slice(0, 1)
}

/** The variants of this agent that the evidence or somebody told. */
function variantsSeen({ kb, valueOf, agent, vendor }: Context): string[] {
  const told = kb.kb['variants-fact'] === undefined ? undefined : valueOf(kb.kb['variants-fact'])
  const ids = Array.isArray(told) ? told.map(String) : []
  return (vendor.variants ?? []).map(({ id }) => id).filter(id => ids.includes(`${agent}/${id}`))
}

const suffixOf = ({ way }: Choice) => (way?.variant === undefined ? '' : `-${way.variant}`)
const releases = (rhel: readonly number[]) => `RHEL ${rhel.join(', ')}`

/** How to switch the agent off: its own ways, or whom to ask where none fits. */
export function switchOff(context: Context): PlanStep[] {
  return choices(context).map(choice => (choice.way ? off(context, choice, choice.way) : noWay(context)))
}

function off(context: Context, choice: Choice, way: Way): PlanStep {
  const { vendor, values, templates } = context
  const variant = way.variant === undefined ? undefined : (vendor.variants?.find(({ id }) => id === way.variant)?.title ?? way.variant)
  const seen = way.variant !== undefined && variantsSeen(context).includes(way.variant)
  const cautions = [
    variant === undefined
      ? undefined
      : seen
        ? `For ${variant}, which was seen.`
        : `Only for ${variant}: see which one the node has before you do it.`,
    way.rhel !== undefined && values.rhel === undefined ? `Only for ${releases(way.rhel)}.` : undefined,
    way.caution,
    way['blocked-by'] ? `What stops it: ${way['blocked-by'].replace(/\.$/, '')}. Arrange that with the security team first.` : undefined,
    way['removes-hook'] === 'yes'
      ? undefined
      : way['removes-hook'] === 'no'
        ? 'This leaves the hook in the kernel: if the fault stays, that proves nothing.'
        : 'Whether the hook leaves the kernel is not known: if the fault stays, that proves nothing.',
    rank(way) >= grades.indexOf(gradeWanted(context))
      ? undefined
      : 'No surer way is known for this product: a fault that stays proves nothing.',
  ]
  return made(
    context,
    {
      ...provenance(context, way),
      do: templates.prose(way.do, values),
      run: commands(context, way.run),
      verify: commands(context, way.verify),
      undo: commands(context, way.undo),
      changes: true,
      risk: way.risk ?? 'high',
      ...joined(cautions.map(text => text && templates.prose(text, values))),
    },
    suffixOf(choice),
  )
}

function noWay(context: Context): PlanStep {
  const { vendor, values } = context
  const others = [...new Set(vendor['switch-off'].flatMap(way => releasesOf(way, vendor) ?? []))].sort((a, b) => a - b)
  return made(context, {
    do: `Ask the team that runs ${vendor.title} to switch it off on ${values.node} for the test, and to say how they see that its kernel hook is gone.`,
    on: 'console',
    risk: 'high',
    caution:
      others.length > 0 && values.rhel !== undefined
        ? `The ways known are for ${releases(others)}, not for RHEL ${values.rhel}: look again which product and which release the node has. Do not guess.`
        : 'No way to switch it off by hand is known. Do not guess one.',
  })
}

/** How to switch it on again: what undoes the way that switched it off. */
export function switchOn(context: Context): PlanStep[] {
  return choices(context).flatMap(choice => {
    const { way } = choice
    if (!way) return []
    const run = commands(context, way.run)
    const variant = way.variant === undefined ? undefined : context.vendor.variants?.find(({ id }) => id === way.variant)?.title
    return [
      made(
        context,
        {
          ...provenance(context, way),
          do: `Switch ${context.vendor.title} on again${variant === undefined ? '' : `: ${variant}`}.`,
          run: commands(context, way.undo),
          verify: [
            '# the agent reports that it protects the node again (the console shows the node as healthy)',
            ...(rank(way) > grades.indexOf(leastGrade) ? ['# it starts with the machine again, as before the test'] : []),
          ],
          undo: run.length > 0 ? run : ['# repeat the step that switched it off'],
          changes: true,
          risk: 'low',
        },
        suffixOf(choice),
      ),
    ]
  })
}

function provenance({ vendor }: Context, way: Way) {
  return {
    confidence: way.confidence ?? vendor.confidence ?? ('unverified' as const),
    sources: way.sources ?? vendor.sources ?? [],
    on: way.on ?? ('one-node' as const),
  }
}
