import { readFileSync } from 'node:fs'
import type { Answer } from '../case/case-file.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import { formatProblem, type Problem, sortProblems } from '../kb/problem.ts'
import { didYouMean } from '../kb/suggest.ts'
import { checkValue } from '../kb/value.ts'
import { whyUnreadable } from '../kb/why-unreadable.ts'
import { readYaml } from '../kb/yaml-file.ts'
import { Exit } from './exit.ts'
import { UserError } from './io.ts'

/** A flat map of fact id to value, `null` = nobody can tell; YAML or JSON. All mistakes are told at once. */
export function readFactsFile(path: string, kb: KnowledgeBase, given: boolean): Answer[] {
  let content: Uint8Array
  try {
    content = readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    throw new UserError(Exit.input, [
      formatProblem({
        code: 'unreadable-file',
        file: path,
        line: 1,
        column: 1,
        message: `cannot be read (${whyUnreadable(error)})`,
        // Who gives a fact instead of a file is told how files look.
        hint: /[=:{]/.test(path) ? `Give a file, or - for standard input. ${oneALine}` : 'Check the name and who may read it.',
      }),
    ])
  }
  const { answers, problems } = checkFacts(path, content, kb, given)
  if (problems.length > 0) throw new UserError(Exit.input, problems.map(formatProblem))
  return answers
}

const oneALine = 'Write one fact a line: fact-id: value.'
/** The reader of files speaks of rule files. */
const hints: Readonly<Record<string, string>> = {
  'empty-file': oneALine,
  'file-too-large': oneALine,
  'two-documents': 'Keep one document per file.',
}
const asFacts = (problem: Problem): Problem => ({ ...problem, hint: hints[problem.code] ?? problem.hint })

function checkFacts(
  path: string,
  content: Uint8Array | string,
  kb: KnowledgeBase,
  given: boolean,
): { answers: Answer[]; problems: Problem[] } {
  const problems: Problem[] = []
  const yaml = readYaml(path, content, problems)
  if (!yaml) return { answers: [], problems: sortProblems(problems.map(asFacts)) }
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value))
    return {
      answers: [],
      problems: [
        {
          code: 'wrong-shape',
          ...yaml.placeOf([]),
          message: 'the file is no map of facts',
          hint: oneALine,
        },
      ],
    }
  const every = allFacts(kb)
  const answers: Answer[] = []
  for (const [id, value] of Object.entries(yaml.value)) {
    const fact = Object.hasOwn(every, id) ? every[id] : undefined
    if (!fact) {
      problems.push({
        code: 'unknown-fact',
        ...yaml.keyPlaceOf([id]),
        message: `no fact is called "${id.slice(0, 80)}"`,
        hint: didYouMean(id, Object.keys(every), 'Run "avert kb show" for all facts.'),
      })
      continue
    }
    if (value === null) {
      answers.push({ fact: id, value: null, ...(given ? { given: true } : {}) })
      continue
    }
    const checked = checkValue(fact, value, kb)
    if ('message' in checked)
      problems.push({ code: 'wrong-value', ...yaml.placeOf([id]), message: `"${id}": ${checked.message}`, hint: checked.hint })
    else answers.push({ fact: id, value: checked.value, ...(given ? { given: true } : {}) })
  }
  return { answers, problems: sortProblems(problems) }
}
