import type { Report } from '../../../kb/condition.ts'
import type { KnowledgeBase } from '../../../kb/model.ts'
import type { CaseFile, ComponentFile, VendorFile } from '../../../kb/shapes.ts'
import { didYouMean } from '../../../kb/suggest.ts'
import { writtenConditions } from '../../cases/conditions.ts'
import { caseWith, componentWith, symptomWith, vendorWith } from '../example-files.ts'
import { type Checks, page, pageOf } from '../model.ts'

const files = Object.fromEntries
const second = `title: Ink driver
aliases: [inkd]
kinds: [antivirus]
managed: local
hooks: [{ kind: none }]
detect: { processes: [{ name: § }] }
switch-off:
  - { id: stop, grade: service-stopped, do: Stop the driver., run: systemctl stop inkd, verify: systemctl is-active inkd, undo: systemctl start inkd, removes-hook: 'yes' }
exclusions: { by: command, kinds: [folder], forms: { folder: { add: 'inkctl exclude {{ path }}', remove: 'inkctl include {{ path }}' } } }
confidence: documented
sources: [manual]
`

/** Agents, components and cases. */
export const things: Checks = {
  pages: {
    'shared-detection': pageOf(
      'warning',
      'Two agents are recognised by the same sign',
      'A program, package, unit or module that two agents have shows neither of them. Mark it "shared: true" in both, so that it is never enough alone.',
      'vendors/ink.yaml',
      second,
      'laserd',
      'inkd',
    ),
    'shared-alias': pageOf(
      'warning',
      'Two agents answer to the same name',
      'Who types that name means one of them, and nobody knows which.',
      'vendors/ink.yaml',
      second.replace('§', 'inkd').replace('aliases: [inkd]', 'aliases: [§]'),
      'laserd',
      'inkd',
    ),
    'agent-without-sign': pageOf(
      'info',
      'Nothing shows that an agent runs',
      'Without a package, unit, program, module or path it is found only when somebody names it.',
      ...vendorWith({ detect: '§' }),
      '{}',
      '{ processes: [{ name: laserd }] }',
    ),
    'odd-path': pageOf(
      'warning',
      'A path is not in its plain form',
      'Scanners compare paths letter by letter: no slash at the end, no double slash, no "..", no blank.',
      ...componentWith({ path: '§' }),
      '/var/spool//tray/',
      '/var/spool/tray',
    ),
    'duplicate-path': page(
      'warning',
      'A component lists a path twice',
      'The administrator sees the same exclusion twice, perhaps with two reasons.',
      {
        'components/tray.yaml': componentWith({})[1].replace(
          'confidence:',
          '  - { path: /var/spool/tray, kind: folder, hot: true, why: Again., risk: None. }\nconfidence:',
        ),
      },
      files([componentWith({})]),
    ),
    'path-inside-folder': page(
      'info',
      'A path lies in a folder that is listed too',
      'The folder covers it already. Keep it only where a product can exclude files and no folders.',
      {
        'components/tray.yaml': componentWith({})[1].replace(
          'confidence:',
          '  - { path: /var/spool/tray/queue, kind: folder, hot: true, why: It waits here., risk: None. }\nconfidence:',
        ),
      },
      files([componentWith({})]),
    ),
    'component-never-found': pageOf(
      'warning',
      'Nothing shows that a cluster has a component',
      'Without a package, program or resource agent under "detect", or "always: true", its files are never suggested.',
      ...componentWith({}, { detect: '§' }),
      '{}',
      '{ always: true }',
    ),
    'case-expects-nothing': pageOf(
      'warning',
      'A case expects nothing',
      'It passes whatever the base concludes.',
      ...caseWith({ expect: '§' }),
      '{}',
      '{ bands: { worn-rollers: likely } }',
    ),
    'unknown-rule': pageOf(
      'error',
      'A case names a rule that there is not',
      'What it expects of the rule is never looked at. Rules are called hypothesis/rule or fact/rule.',
      ...caseWith({ expect: '{ rules: { § : holds } }' }),
      'worn-rollers/slips',
      'worn-rollers/no-movement',
    ),
    'unknown-step': pageOf(
      'error',
      'A case names a step that there is not',
      'Steps are called resolution/step; the step must be one of that resolution.',
      ...caseWith({ expect: '{ steps: [§] }' }),
      'change-rollers/swap',
      'change-rollers/change',
    ),
    'duplicate-case': page(
      'info',
      'Two cases give the same facts',
      'One of them proves nothing new; put both expectations into one.',
      { 'cases/again.yaml': caseWith({ title: 'Old rollers, once more' })[1] },
      {
        'cases/again.yaml': caseWith({
          title: 'New rollers',
          facts: '{ paper-does-not-move: no, printed-pages: 20 }',
          expect: '{ bands: { worn-rollers: unlikely } }',
        })[1],
      },
    ),
    'first-in-last': page(
      'info',
      'Nothing opens the interview',
      'With "first: true" a few symptoms form the check-list that everybody gets first. Without any, the first question is chosen by weight alone.',
      {
        ...files([symptomWith({ first: null })]),
        'symptoms/paper-does-not-move.yaml': symptomWith({
          first: null,
          title: 'The paper does not move',
          ask: 'Does the paper stay where it is?',
          'seen-as': null,
        })[1],
      },
      files([symptomWith({})]),
    ),
  },
  file({ folder, object }, report) {
    if (folder === 'components') oneComponent(object as ComponentFile, report)
    if (folder === 'vendors' && Object.values((object as VendorFile).detect).every(list => (list ?? []).length === 0))
      report('agent-without-sign', ['detect'], 'nothing shows that this agent runs', 'Add a package, unit, program, module or path.', true)
    if (folder === 'cases' && Object.keys((object as CaseFile).expect).length === 0)
      report('case-expects-nothing', ['expect'], 'the case passes whatever is concluded', 'Add "bands", "leading" or "steps".', true)
  },
  base(kb, reportIn) {
    agents(kb, reportIn)
    cases(kb, reportIn)
    const asked = Object.entries({ ...kb.symptoms, ...kb.facts }).filter(([, { ask }]) => ask !== undefined)
    const [firstSymptom] = Object.keys(kb.symptoms)
    if (firstSymptom !== undefined && asked.length > 1 && !asked.some(([, { first }]) => first))
      reportIn('symptoms', firstSymptom)(
        'first-in-last',
        [],
        'no question is marked to come first',
        'Write "first: true" in the symptoms that everybody can answer.',
      )
  },
}

type ReportIn = Parameters<NonNullable<Checks['base']>>[1]

function agents(kb: KnowledgeBase, reportIn: ReportIn): void {
  const signs = new Map<string, string>()
  const names = new Map<string, string>()
  for (const [id, vendor] of Object.entries(kb.vendors)) {
    for (const [kind, list] of Object.entries(vendor.detect))
      (list ?? []).forEach(({ name, shared }, i) => {
        const sign = `${kind} ${name}`
        const other = signs.get(sign)
        if (other !== undefined && other !== id && !shared)
          reportIn('vendors', id)(
            'shared-detection',
            ['detect', kind, i, 'name'],
            `"${other}" is recognised by ${name} too`,
            'Mark it "shared: true" in both files.',
          )
        if (!shared) signs.set(sign, id)
      })
    vendor.aliases.forEach((alias, i) => {
      const other = names.get(alias.toLowerCase())
      if (other !== undefined && other !== id)
        reportIn('vendors', id)(
          'shared-alias',
          ['aliases', i],
          `"${other}" has the name "${alias}" too`,
          'Keep it where most people mean it.',
        )
      names.set(alias.toLowerCase(), id)
    })
  }
}

function oneComponent({ detect, paths }: ComponentFile, report: Report): void {
  if (!detect.always && [detect.packages, detect.processes, detect.agents].every(list => (list ?? []).length === 0))
    report(
      'component-never-found',
      ['detect'],
      'nothing shows that a cluster has it',
      'Add packages, processes or agents, or "always: true".',
      true,
    )
  const folders = paths.filter(({ kind, path, rhel }) => kind === 'folder' && !path.includes('*') && rhel === undefined)
  paths.forEach(({ path, kind, rhel }, i) => {
    if (/\/\/|.\/$|(?:^|\/)\.\.?(?:\/|$)|^\s|\s$/.test(path))
      report(
        'odd-path',
        ['paths', i, 'path'],
        `"${path}" is not in its plain form`,
        'No slash at the end, no //, no "..", no blanks around it.',
      )
    const same = paths.findIndex(other => other.path === path && other.kind === kind && String(other.rhel) === String(rhel))
    if (same < i) report('duplicate-path', ['paths', i, 'path'], `"${path}" is listed already`, 'Keep one of the two.')
    const around = folders.find(other => path.startsWith(`${other.path}/`))
    if (around && kind === 'folder')
      report(
        'path-inside-folder',
        ['paths', i, 'path'],
        `"${around.path}" covers this path already`,
        'Delete it, unless a product needs it by itself.',
      )
  })
}

function cases(kb: KnowledgeBase, reportIn: ReportIn): void {
  // Whatever has a condition can be expected: rules, derivations, questions, steps of the plan.
  const ruleIds = writtenConditions(kb).map(({ id }) => id)
  const rules = new Set(ruleIds)
  const given = new Map<string, string>()
  for (const [id, { expect, facts, evidence }] of Object.entries(kb.cases)) {
    const report = reportIn('cases', id)
    for (const rule of Object.keys(expect.rules ?? {}))
      if (!rules.has(rule))
        report(
          'unknown-rule',
          ['expect', 'rules', rule],
          `no rule is called "${rule}"`,
          didYouMean(rule, ruleIds, 'Write hypothesis/rule, fact/rule, ask/fact or plan/resolution/step/when.'),
          true,
        )
    for (const list of ['steps', 'no-steps'] as const)
      expect[list]?.forEach((name, i) => {
        const [resolution, step] = name.split('/') as [string, string | undefined]
        const steps = kb.resolutions[resolution]?.steps.map(own => own.id) ?? []
        if (step !== undefined && !steps.includes(step))
          report(
            'unknown-step',
            ['expect', list, i],
            `"${resolution}" has no step "${step}"`,
            didYouMean(step, steps, `Its steps: ${steps.join(', ')}.`),
          )
      })
    const key = JSON.stringify([Object.entries(facts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)), evidence])
    const same = given.get(key)
    if (same !== undefined) report('duplicate-case', [], `"${same}" gives the same facts`, 'Put both expectations into one case.')
    given.set(key, id)
  }
}
