import { isSafePattern } from 'redos-detector'

/** Enough to see that the ways through a loop grow without end; a harmless loop needs a handful. */
const limits = { maxScore: 60, maxSteps: 1_500, timeout: Number.POSITIVE_INFINITY } as const

/** A loop whose text can be read in more and more ways the longer it gets. */
export interface Loop {
  /** The part of the pattern that is repeated. */
  readonly body: string
  readonly source: string
}

const endless = new Map<string, boolean>()

/** Whether a pattern should not be tried on anything, because one line could take hours. */
export function isEndless(pattern: string): boolean {
  const found = endless.get(pattern) ?? unboundedLoop(pattern) !== undefined
  endless.set(pattern, found)
  return found
}

/**
 * The first loop of a pattern that makes the time grow without bound. Only what is inside loops is judged: several loops one
 * after the other cost a power of the length at most (see `costlyChain`).
 */
export function unboundedLoop(pattern: string): Loop | undefined {
  return loopsOf(pattern).find(({ body }) => {
    // One character or class read again and again has only one way to be read.
    if (/^(?:\\?.|\[(?:[^\]\\]|\\.)*\])$/s.test(body) || /\\k<|\\[1-9]/.test(body)) return false
    try {
      const { score } = isSafePattern(`^(?:${withoutNames(body)})*$`, limits)
      return score.infinite
    } catch {
      return false
    }
  })
}

/** The checker knows neither named groups nor looking back; neither changes how often a loop can be read. */
const withoutNames = (pattern: string) => pattern.replace(/\(\?<[!=](?:[^()\\]|\\.)*\)/g, '').replace(/\(\?<[^!=>]+>/g, '(')

/** More repetitions than this are as bad as any number. */
const many = 20

/** All groups that are repeated, inner ones first. */
function loopsOf(pattern: string): Loop[] {
  const loops: Loop[] = []
  const starts: number[] = []
  let inClass = false
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]
    if (c === '\\') i++
    else if (inClass) inClass = c !== ']'
    else if (c === '[') inClass = true
    else if (c === '(') starts.push(i)
    else if (c === ')') {
      const start = starts.pop() ?? 0
      const [quantifier] = /^(?:[*+]|\{\d+,?\d*\})/.exec(pattern.slice(i + 1)) ?? []
      const most = quantifier && /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier)
      const repeated = quantifier && (!most || (most[2] && most[3] === '') || Number(most[3] || most[1]) >= many)
      const inner = pattern.slice(start + 1, i)
      if (repeated && !/^\?<?[!=]/.test(inner))
        loops.push({ body: inner.replace(/^\?(?::|<[^>]+>)/, ''), source: pattern.slice(start, i + 1) + quantifier })
    }
  }
  return loops
}
