import { existsSync } from 'node:fs'
import type { Answer, Case } from '../case/case-file.ts'
import type { Period } from '../case/incident.ts'
import type { Logs } from '../case/joined-ledger.ts'
import { isSure } from '../diagnosis/bands.ts'
import { incidentsThatDiffer, weighIncidents } from '../diagnosis/incidents.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { shellQuote } from '../plan/shell.ts'
import { incidentLines } from '../render/incidents.ts'
import type { Report } from '../render/json.ts'
import { reportOn, weighCase } from '../render/report-on.ts'
import { beginning } from '../render/text.ts'
import { bandWords } from '../render/words.ts'
import { plain } from '../render/wrap.ts'
import { loadCase, saveCase } from './case-store.ts'
import { printReport } from './conclude.ts'
import { Exit } from './exit.ts'
import { readFactsFile } from './facts-file.ts'
import { type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'
import { askedPeriod, refuseTimeAlone, withEvidence } from './more-evidence.ts'
import type { Names } from './names.ts'
import { namesFor, type RedactOptions } from './names-for.ts'
import { noEvidence } from './no-evidence.ts'
import { periodOf } from './period.ts'
import { refuseSharedInput, tellUnread } from './standard-input.ts'

export interface DiagnoseOptions extends RedactOptions, Period {
  readonly facts?: string
  readonly answers?: string
  readonly case?: string
  readonly input: boolean
  readonly format: string
  readonly kb?: readonly string[]
}

export type ResumeOptions = DiagnoseOptions & { readonly allTimes?: boolean }

export async function diagnoseCommand(evidence: readonly string[], options: DiagnoseOptions, io: Io): Promise<number> {
  if (options.case !== undefined && existsSync(options.case))
    throw new UserError(Exit.input, [
      `case-exists: "${options.case}" exists already`,
      `  hint: Name another file with --case, or go on with this one: avert resume ${shellQuote(options.case)}`,
    ])
  const period = periodOf(options)
  refuseSharedInput([...evidence, options.facts, options.answers])
  if (evidence.length === 0 && options.facts === undefined && options.answers === undefined) tellUnread(io)
  const kb = await baseOrFail(options.kb)
  const names = await namesFor(kb, options)
  const answers = answersFrom(options, kb)
  const { logs: _, ...read } = await evidencePart(evidence, kb, io, period, names)
  const begun: Case = {
    ...read,
    kb: { id: kb.kb.id, version: kb.kb.version, digest: kb.kb.digest },
    answers,
  }
  return finish(kb, begun, options, options.case, io, names, false)
}

export async function resumeCommand(file: string, evidence: readonly string[], options: ResumeOptions, io: Io): Promise<number> {
  const asked = askedPeriod(options)
  refuseSharedInput([...evidence, options.facts])
  if (evidence.length === 0 && options.facts === undefined) tellUnread(io)
  const kb = await baseOrFail(options.kb)
  const { value, notes } = loadCase(file, kb)
  for (const note of notes) io.err(`note: ${note}`)
  if (asked && evidence.length === 0) refuseTimeAlone(file, value, asked)
  const names = await namesFor(kb, options)
  const period = asked ? periodOf(asked) : periodOf(value.period ?? {})
  const fresh = evidence.length > 0 ? await evidencePart(evidence, kb, io, period, names) : undefined
  const added = answersFrom(options, kb)
  const begun: Case = {
    ...(fresh ? withEvidence(file, value, fresh, asked, io) : value),
    answers: [...value.answers.filter(answer => !added.some(({ fact }) => fact === answer.fact)), ...added],
  }
  if (added.length > 0 || fresh) saveCase(file, begun)
  return finish(kb, begun, options, file, io, names, true)
}

function answersFrom(options: DiagnoseOptions, kb: KnowledgeBase): Answer[] {
  return [
    ...(options.facts === undefined ? [] : readFactsFile(options.facts, kb, true)),
    ...(options.answers === undefined ? [] : readFactsFile(options.answers, kb, false)),
  ]
}

type EvidencePart = Pick<Case, 'evidence' | 'nodes' | 'observations' | 'ledger' | 'warnings' | 'focus' | 'period' | 'incidents'> & {
  readonly logs: Logs['spans']
}

async function evidencePart(
  paths: readonly string[],
  kb: KnowledgeBase,
  io: Io,
  period: Period | undefined,
  names: Names | undefined,
): Promise<EvidencePart> {
  if (paths.length === 0) return { evidence: [], nodes: [], observations: [], ledger: [noEvidence(kb)], warnings: [], logs: [] }
  const { gatherEvidence } = await import('./evidence.ts')
  const read = await gatherEvidence(paths, kb, io, { period, apart: true, ...(names && { through: names.through }) })
  names?.learn(read)
  const { examined, nodes, observations, ledger, warnings, focus } = read
  return {
    evidence: examined.map(({ path, bytes, digest }) => ({ path, bytes, digest })),
    logs: examined,
    nodes,
    observations,
    ledger,
    warnings,
    focus,
    ...(period ? { period } : {}),
    ...(read.incidents ? { incidents: await weighIncidents(kb, read.incidents) } : {}),
  }
}

async function finish(
  kb: KnowledgeBase,
  begun: Case,
  options: DiagnoseOptions,
  file: string | undefined,
  io: Io,
  names: Names | undefined,
  resumed: boolean,
): Promise<number> {
  let value = begun
  let saved: string | undefined
  if (options.input && io.interactive) {
    const path = file ?? freshName()
    if (value.observations.length > 0 || value.answers.length > 0) saveCase(path, value)
    const differing = value.incidents && incidentsThatDiffer(value.incidents, (await weighCase(kb, value)).diagnosis)
    // Whoever answers questions must know which of them is meant.
    if (differing) io.err(`${incidentLines(kb, differing, io.columns).join('\n')}\n`)
    const { interview } = await import('./interview.ts')
    const done = await interview(kb, value, next => saveCase(path, next), io, {
      colour: !process.env.NO_COLOR,
      thorough: file !== undefined && existsSync(file) && begun.answers.length > 0,
      resumed,
    })
    value = done.value
    saveCase(path, value)
    if (!done.finished) {
      io.err(`\nStopped. The case is saved; go on with: avert resume ${shellQuote(path)}`)
      io.err(`What is known so far: avert resume ${shellQuote(path)} --no-input`)
      return Exit.stopped
    }
    saved = path
  } else if (file !== undefined) saveCase(file, value)
  // The saved case keeps its names: the plan is carried out with them.
  const report = await reportOn(kb, names ? names.case(value) : value)
  names?.save(io)
  printReport(report, options.format, io)
  if (saved !== undefined) farewell(report, saved, io)
  // Whoever sits at a terminal that cannot show questions wonders why none came.
  if (options.input && !io.interactive && process.env.TERM === 'dumb' && io.stdin.isTTY && io.stderr.isTTY)
    io.err('note: nothing is asked, because this terminal (TERM=dumb) cannot show questions; use another one, or --facts')
  if (!report.diagnosis.concluded && !(options.input && io.interactive))
    io.err(
      report.next.length > 0
        ? `Inconclusive. Most helpful to know: ${report.next.map(({ fact }) => fact).join(', ')} (give them with --facts).`
        : 'Inconclusive.',
    )
  return report.diagnosis.concluded ? Exit.done : Exit.inconclusive
}

/** Said last, where the prompt stands: the diagnosis itself has scrolled away by then. */
function farewell({ diagnosis, plan }: Report, file: string, io: Io): void {
  const sure = diagnosis.hypotheses.filter(({ band }) => isSure(band))
  const steps = plan.steps.length
  io.err('')
  for (const { title, band } of sure) io.err(`${title}: ${bandWords[band]}.`)
  if (sure.length === 0) io.err('No cause is likely yet.')
  const first = beginning({ plan }, plain(io.columns)).slice(1)
  if (first.length > 0) io.err(first.join('\n'))
  else if (steps > 0) io.err(`The plan above has ${steps} ${steps === 1 ? 'step' : 'steps'}; begin with step 1.`)
  io.err(`The case is saved in ${file}.`)
  // Each command on a line of its own: labels beside them would break it at 80 columns.
  io.err(`To print all of this again:\n  avert resume ${shellQuote(file)} --no-input`)
  io.err(
    `${steps > 0 ? 'When a test of the plan is done, or to be asked more' : 'To be asked more, or when more is known'}:\n  avert resume ${shellQuote(file)}`,
  )
}

/** The clock is read here, at the edge. */
function freshName(): string {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  for (let i = 0; ; i++) {
    const name = `case-${stamp}${i === 0 ? '' : `-${i}`}.avert.yaml`
    if (!existsSync(name)) return name
  }
}
