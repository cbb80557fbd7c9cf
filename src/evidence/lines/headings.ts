const fence = /^\s{0,3}(?:```|~~~)/
/** What a forum writes into the heading above each post. */
export const postBy = String.raw`(?:Post|Posted|Reply|Comment|Answer)(?:ed)? by \S`
/** It is no heading of an article. */
const ofPost = new RegExp(`^#{1,6} +${postBy}`)

/** How many headings of Markdown a text has; a comment in a fenced block only looks like one. */
export function headingsOf(text: string, heading = /^#{1,6} +\S/): number {
  let fenced = false
  let count = 0
  for (const line of text.split('\n')) {
    if (fence.test(line)) fenced = !fenced
    else if (!fenced && heading.test(line) && !ofPost.test(line)) count++
  }
  return count
}
