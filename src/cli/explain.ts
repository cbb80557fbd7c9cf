import { factOf } from '../kb/model.ts'
import { didYouMean } from '../kb/suggest.ts'
import { explainFact, explainHypothesis } from '../render/explain.ts'
import { scopeLines } from '../render/incidents.ts'
import { diagnosisDocument, toJson } from '../render/json.ts'
import { reportOn } from '../render/report-on.ts'
import { fold } from '../render/wrap.ts'
import { loadCase } from './case-store.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'
import { namesFor, type RedactOptions } from './names-for.ts'

/** Explains a hypothesis, a fact or a rule of a case; without an id the leading hypotheses. */
export async function explainCommand(
  file: string,
  id: string | undefined,
  { format, kb: folder, ...options }: { format: string; kb?: readonly string[] } & RedactOptions,
  io: Io,
): Promise<number> {
  const kb = await baseOrFail(folder)
  const { value, notes } = loadCase(file, kb)
  for (const note of notes) io.err(`note: ${note}`)
  const names = await namesFor(kb, options)
  const report = await reportOn(kb, names ? names.case(value) : value)
  names?.save(io)
  const hypotheses = report.diagnosis.hypotheses
  // A rule alone, as the plan of the JSON and the handbook name it, leads to its hypothesis.
  const ownerOf = (rule: string) => Object.keys(kb.hypotheses).find(own => kb.hypotheses[own]!.rules.some(({ id: each }) => each === rule))
  const head = id?.split('/')[0]
  const named = head === undefined || Object.hasOwn(kb.hypotheses, head) || factOf(kb, head) ? head : (ownerOf(head) ?? head)
  const chosen =
    named === undefined
      ? hypotheses.filter(({ band }) => band !== 'open').slice(0, 3)
      : hypotheses.filter(hypothesis => hypothesis.id === named)
  if (format === 'json') {
    const { period, incidents, ...document } = diagnosisDocument(report) as {
      hypotheses: { id: string }[]
      facts: Record<string, unknown>
      period?: object
      incidents?: object
    }
    if (named !== undefined && chosen.length === 0 && !factOf(kb, named)) throw unknown(named)
    io.out(
      toJson({
        schema: 'avert/explanation@1',
        hypotheses: document.hypotheses.filter(({ id: own }) => chosen.some(hypothesis => hypothesis.id === own)),
        facts: named === undefined || chosen.length > 0 ? {} : { [named]: document.facts[named] ?? { state: 'not-asked', origins: [] } },
        ...(period ? { period } : {}),
        ...(incidents ? { incidents } : {}),
      }),
    )
  } else if (chosen.length > 0) out(chosen.map(hypothesis => explainHypothesis(report, hypothesis)).join('\n'))
  else if (named === undefined) out('Nothing that is known speaks for or against any cause.\n')
  else if (factOf(kb, named)) out(explainFact(report, named))
  else throw unknown(named)
  return Exit.done

  /** What is explained may be true of one time only, or of several incidents that hide each other: that is told first. */
  function out(text: string): void {
    io.out([...scopeLines(report, io.columns), fold(text, io.columns)].join('\n'))
  }

  function unknown(name: string): UserError {
    const known = [...hypotheses.map(hypothesis => hypothesis.id), ...Object.keys(kb.symptoms), ...Object.keys(kb.facts)]
    return new UserError(Exit.usage, [
      `unknown-id: no hypothesis, fact or rule is called "${name.slice(0, 80)}"`,
      `  hint: ${didYouMean(name, known, 'Run "avert kb show" for all ids.')}`,
    ])
  }
}
