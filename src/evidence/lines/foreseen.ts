import { kept } from './kept.ts'
import { textOf } from './text-of.ts'

/**
 * Errors that a guide foresees: "If you encounter the following error, you can disregard it", and below it the message. Nobody had it.
 */

const foresees =
  /(?<!\p{L})(?:if|when(?:ever)?|in case|should) (?:you|the following|any of the following|(?:an?|the|this) (?:similar |following )?(?:error|message|warning))(?!\p{L})[^.\n]{0,60}(?:encounter|see|get|receive|run into|hit|face|appear|occur|shown?|display)\p{L}*(?!\p{L})[^\n]*|(?<!\p{L})you (?:may|might|can|could|will) (?:also )?(?:encounter|see|get|receive|run into)(?!\p{L})[^.\n]{0,40}(?:error|message|warning)[^\n]*|(?<!\p{L})(?:you (?:should|will|must)(?: now)? (?:see|get|find|obtain)|Sie (?:sollten|müssen|werden)(?: \p{L}+){0,3} (?:sehen|erhalten)|vous (?:devez|devriez|allez) (?:obtenir|voir)|(?:debe(?:ría)?|verá|deverá?)(?: ver| obtener| obter)?|dovreste vedere|u zou moeten zien)(?!\p{L})[^\n]{0,60}[:：][ \t]*$/imu
const mark = /^[>|\s]*/
/** So many lines one message has at most. */
const most = 12

/** Asked of a text before each of two uses. */
export const hasForeseen = kept(text => foresees.test(text))

/** The same text with such messages empty, so that every line keeps its number. */
export function withoutForeseen(text: string): string {
  if (!hasForeseen(text)) return text
  let left = 0
  let isBegun = false
  return text
    .split('\n')
    .map(line => {
      const said = line.replace(mark, '')
      if (foresees.test(said)) {
        left = most
        isBegun = false
        return line
      }
      if (left === 0) return line
      left--
      // Blank lines and fences stand before the message, and one of them ends it.
      if (said.trim() === '' || /^(?:`{3}|~{3})/.test(said)) {
        if (isBegun) left = 0
        return line
      }
      isBegun = true
      return ''
    })
    .join('\n')
}

/** The same for what comes in chunks. */
export async function* withoutForeseenIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(withoutForeseen(await textOf(chunks)))
}
