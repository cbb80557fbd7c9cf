import { readFileSync } from 'node:fs'
import { sessionOf } from '../../src/diagnosis/diagnose.ts'
import { nextQuestion } from '../../src/interview/questions.ts'
import { allFacts, type KnowledgeBase } from '../../src/kb/model.ts'

/** The time from an answer to the next question on the shipped base, along a whole interview of "no" and "I cannot tell". */
export async function main(): Promise<void> {
  const kb = JSON.parse(readFileSync('dist/kb.json', 'utf8')) as KnowledgeBase
  for (const answer of ['no', 'cannot tell', 'yes'] as const) {
    const session = sessionOf(kb, new Map())
    const settled = new Set<string>()
    const times: number[] = []
    for (;;) {
      const begun = performance.now()
      const next = nextQuestion(kb, session, settled)
      times.push(performance.now() - begun)
      if (!next) break
      settled.add(next.fact)
      if (allFacts(kb)[next.fact]!.type === 'yes-no' && answer !== 'cannot tell') session.set(next.fact, answer === 'yes')
    }
    const sorted = [...times].sort((a, b) => a - b)
    console.log(
      `answers "${answer}": ${times.length - 1} questions, median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(1)} ms, longest ${sorted.at(-1)!.toFixed(1)} ms`,
    )
  }
}
