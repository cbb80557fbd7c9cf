import type { Report } from '../../../kb/condition.ts'
import type { ResolutionFile, StepFile } from '../../../kb/shapes.ts'
import { changingStepWith, stepWith, vendorWith } from '../example-files.ts'
import { type Checks, page, pageOf } from '../model.ts'
import { changesSomething } from '../shell.ts'
import { verbOfChange } from '../words.ts'

const files = Object.fromEntries
const way = (variant: string) =>
  `\n  - { id: stop, grade: service-stopped, variant: ${variant}, do: Stop the driver., run: systemctl stop laserd, verify: systemctl is-active laserd, undo: systemctl start laserd, removes-hook: 'yes' }`

/** Steps of resolutions, and the ways to switch agents off: what the reader needs beside the command. */
export const steps: Checks = {
  pages: {
    'missing-expect': page(
      'info',
      'A step that looks does not say what is seen',
      'A command without "expect" leaves the reader alone with its output.',
      files([stepWith({ expect: null })]),
      files([stepWith({})]),
    ),
    'missing-risk': page(
      'info',
      'A change does not say how risky it is',
      '"risk" (none, low, high) lets the reader decide what waits until the morning.',
      files([changingStepWith({ risk: null })]),
      files([changingStepWith({})]),
    ),
    'risk-none-but-changes': pageOf(
      'warning',
      'A change is called free of risk',
      'Whatever changes a cluster can go wrong. The risk is at least low.',
      ...changingStepWith({ risk: '§' }),
      'none',
      'low',
    ),
    'change-without-changes': page(
      'warning',
      'A step tells to change something and does not say that it changes',
      'The words say restart, stop, set or the like, and without "changes" the plan prints the step as one that only looks, free of risk, with no way to check and to go back.',
      files([stepWith({ do: 'Restart the daemon of the printer.' })]),
      files([changingStepWith({ do: 'Restart the daemon of the printer.' })]),
    ),
    'high-risk-without-caution': page(
      'warning',
      'A risky step does not say what to watch out for',
      '"risk: high" alone frightens and does not help. "caution" says what can go wrong and what to have ready.',
      files([changingStepWith({ risk: 'high' })]),
      files([changingStepWith({ risk: 'high', caution: 'Ink stains. Have a cloth at hand.' })]),
    ),
    'missing-on': page(
      'info',
      'A step does not say where to run it',
      'On one node, on each, at a console or at the own workstation: on a cluster that is the first question.',
      files([stepWith({ on: null })]),
      files([stepWith({})]),
    ),
    'undo-without-change': page(
      'warning',
      'A step can be undone and changes nothing',
      'Either "changes: true" is missing, or the way back is for something that never happened.',
      files([changingStepWith({ changes: null, undo: 'systemctl stop lpd' })]),
      files([changingStepWith({ undo: 'systemctl stop lpd' })]),
    ),
    'unknown-variant': pageOf(
      'error',
      'A way to switch off, exclusions, or a name to detect are of a variant that is not described',
      'It would never be shown. The name must be one of the ids under "variants".',
      ...vendorWith({ variants: '[{ id: colour, title: Colour, differs: It has four inks. }]', 'switch-off': way('§') }),
      'color',
      'colour',
    ),
    'template-without-path': pageOf(
      'error',
      'An exclusion does not name what it excludes',
      'The form has no {{ path }}, so every path would give the same command.',
      ...vendorWith({
        exclusions: "{ by: command, kinds: [folder], forms: { folder: { add: '§', remove: 'laserctl include {{ path }}' } } }",
      }),
      'laserctl exclude',
      'laserctl exclude {{ path }}',
    ),
  },
  file({ folder, object }, report) {
    if (folder === 'resolutions') (object as ResolutionFile).steps.forEach((step, i) => void oneStep(step, i, report))
    if (folder !== 'vendors') return
    const {
      variants = [],
      detect,
      'switch-off': ways,
      exclusions,
    } = object as {
      variants?: { id: string }[]
      detect: Record<string, { variant?: string }[] | undefined>
      'switch-off': { variant?: string; risk?: string; caution?: string; 'blocked-by'?: string; note?: string }[]
      exclusions: { variants?: string[]; forms?: Record<string, { add?: string | string[]; remove?: string | string[]; write?: string }> }
    }
    const known = (path: (string | number)[], variant: string | undefined) => {
      if (variant !== undefined && !variants.some(({ id }) => id === variant))
        report(
          'unknown-variant',
          path,
          `no variant is called "${variant}"`,
          variants.length > 0 ? `Variants: ${variants.map(({ id }) => id).join(', ')}.` : 'Describe it under "variants".',
        )
    }
    ways.forEach(({ variant }, i) => void known(['switch-off', i, 'variant'], variant))
    exclusions.variants?.forEach((variant, i) => void known(['exclusions', 'variants', i], variant))
    for (const [kind, names] of Object.entries(detect))
      (names ?? []).forEach(({ variant }, i) => void known(['detect', kind, i, 'variant'], variant))
    for (const [kind, form] of Object.entries(exclusions.forms ?? {}))
      for (const key of ['add', 'remove', 'write'] as const)
        if (form[key] !== undefined && !/\{\{-?\s*(?:path|name)\b|\{%/.test([form[key]].flat().join('\n')))
          report(
            'template-without-path',
            ['exclusions', 'forms', kind, key],
            'nothing here names the path',
            'Write {{ path }} where it belongs.',
          )
  },
}

function oneStep(step: StepFile, i: number, report: Report): void {
  if ('use' in step) return
  const path = ['steps', i]
  if (step.run !== undefined && !step.changes && step.expect === undefined && step.verify === undefined)
    report('missing-expect', [...path, 'run'], 'nothing says what the command should show', 'Add "expect".', true)
  if (step.run !== undefined && step.on === undefined)
    report('missing-on', [...path, 'run'], 'nothing says where to run it', 'Add "on": one-node, each-node, console or workstation.', true)
  if (step.changes && step.risk === undefined)
    report('missing-risk', [...path, 'changes'], 'nothing says how risky the change is', 'Add "risk": low or high.', true)
  if (step.changes && step.risk === 'none')
    report('risk-none-but-changes', [...path, 'risk'], 'a change is never free of risk', 'Write low or high.')
  const verb = step.changes || (step.risk ?? 'none') !== 'none' ? undefined : verbOfChange(step.do)
  if (verb !== undefined)
    report(
      'change-without-changes',
      [...path, 'do'],
      `"${verb}" tells to change something, and the step is one that only looks`,
      'Add "changes: true", a risk (low or high), "verify" and "undo"; or say what is to be looked at.',
    )
  if (step.risk === 'high' && step.caution === undefined)
    report(
      'high-risk-without-caution',
      [...path, 'risk'],
      'nothing says what to watch out for',
      'Add "caution": what can go wrong, and what to have ready.',
    )
  if (step.undo !== undefined && !step.changes && [step.undo].flat().some(undoesAChange))
    report(
      'undo-without-change',
      [...path, 'undo'],
      'there is a way back from a step that changes nothing',
      'Add "changes: true", or delete "undo".',
      true,
    )
}

/** Deleting what a step has written down is no undoing of a change. */
const undoesAChange = (command: string) => !/^\s*(?:#|rm\b|rmdir\b)/.test(command) && changesSomething(command) !== undefined
