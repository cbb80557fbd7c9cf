/**
 * Several readers ask the same of one text, one after the other: the answers for the last texts are kept, so that each is found once.
 * `most`: how many texts; more than one where readers look at beginnings of different lengths.
 */
export function kept<Answer>(find: (text: string) => Answer, most = 1): (text: string) => Answer {
  const last: { readonly text: string; readonly answer: Answer }[] = []
  return text => {
    const known = last.find(one => one.text === text)
    if (known) return known.answer
    const answer = find(text)
    last.unshift({ text, answer })
    last.length = Math.min(last.length, most)
    return answer
  }
}
