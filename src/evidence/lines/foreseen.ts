import { logDate } from './dates.ts'
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

/** A heading that says what one will read, or what one reads whenever something happens. What somebody can see in a log may well have been seen. */
const headline = String.raw`^[>|\s]*(?:#{1,6}[ \t]+|={2,6}[ \t]+|h[1-6]\.[ \t]+|\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t]+|\*\*)`
const sees = '(?:read|see|find|get|encounter)'
const whenever = String.raw`(?:when(?:ever)?|if|once|in case|wenn|sobald|falls|quand|lorsqu\p{L}*|si|cuando|quando|se|als|wanneer|gdy|jeśli|jeżeli|když|pokud|когда|если)`
const announced = new RegExp(
  `${headline}[^\\n]{0,60}(?:${[
    String.raw`(?<!\p{L})what (?:you|one|operators|admins|users) (?:will|would|should) ${sees}(?!\p{L})`,
    String.raw`(?<!\p{L})what (?:you|one) (?:(?:can|may|might|could) )?${sees}s?(?!\p{L})[^\n]{0,60} ${whenever} `,
    String.raw`(?<!\p{L})messages (?:you|one) (?:will|would|should|may|might) ${sees}(?!\p{L})`,
    String.raw`(?<!\p{L})(?:was (?:man|sie|ihr|du)(?: \p{L}+){0,3} (?:liest|sieht|lesen|sehen|seht|findet)|ce qu(?:e |['’])(?:vous|on|l['’]on) (?:lit|voit|lisez|voyez)|(?:lo que|qué) se (?:lee|ve)|(?:o que|que) (?:se|você) (?:lê|vê)|(?:(?:che )?cosa|quel che) si (?:legge|vede)|wat (?:u|je|men) (?:leest|ziet))(?!\p{L})[^\n]{0,60}(?<!\p{L})${whenever}(?!\p{L})`,
    String.raw`(?<!\p{L})(?:was (?:man|sie|ihr|du)(?: \p{L}+){0,3} (?:lesen|sehen|finden) (?:wird|werden|werdet|wirst)|ce qu(?:e |['’])(?:vous|on|l['’]on) (?:lirez|verrez|lira|verra)|(?:lo que|qué) (?:verá|leerá|se verá|se leerá)n?|o que (?:você |se )?(?:verá|lerá)|(?:che )?cosa (?:vedrete|leggerete|si vedrà|si leggerà)|wat (?:u|je|men)(?: \p{L}+){0,3} (?:zult|zal) (?:zien|lezen)|co (?:zobaczysz|zobaczymy|uvidíte|uvidíme)|что (?:вы |мы )?(?:увидите|увидим|прочтёте))(?!\p{L})`,
    '(?:将|會|会)看到的?(?:消息|信息|日志|訊息|日誌)|(?:表示|出力)されるメッセージ|(?:표시|출력)되는 메시지',
  ].join('|')})`,
  'iu',
)
const announcedIn = new RegExp(announced.source, 'imu')
const anyHeading = new RegExp(`${headline}\\S`)
/** What really was logged has its time. */
const isDated = new RegExp(String.raw`(?:^|[\s\x60"(|])${logDate}`)
/** An item of a list, or a row of a table, that begins with a message as code and says what it means. */
const explained = /^[>\s]*(?:[*•+-]|\d{1,2}[.)]|\|)[ \t]+`([^`\n]{8,400})`(?:[^\n]{0,20}?(?:[–—:=→|(]|-{1,2}>?|=>) ?\S|[ \t]*$)/
/** In place of a name: nobody's log has it. */
const standIn =
  /<(?:rsc|res(?:ource)?(?:[ _-](?:name|id))?|rsc[ _-]?id|node(?:[ _-]?(?:name|id))?|host(?:[ _-]?name)?|name|id|n|ms|pid|timeout|seconds?)>/i

/** Asked of a text before each of two uses. */
export const hasForeseen = kept(text => foresees.test(text) || announcedIn.test(text) || (standIn.test(text) && listsMessages(text)))

const listsMessages = (text: string) => text.split('\n').some(line => standIn.test(explained.exec(line)?.[1] ?? ''))

/** The same text with such messages empty, so that every line keeps its number. */
export function withoutForeseen(text: string): string {
  if (!hasForeseen(text)) return text
  return withoutExplained(withoutAnnounced(withoutAfter(text.split('\n')))).join('\n')
}

function withoutAfter(lines: readonly string[]): string[] {
  let left = 0
  let isBegun = false
  return lines.map(line => {
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
}

/** Without what stands below such a heading, up to the next one. */
function withoutAnnounced(lines: readonly string[]): string[] {
  let isBelow = false
  return lines.map(line => {
    if (anyHeading.test(line)) {
      isBelow = announced.test(line)
      return line
    }
    return isBelow && !isDated.test(line) ? '' : line
  })
}

/** Without lists that explain messages: one of them has a stand-in for a name. */
function withoutExplained(lines: readonly string[]): string[] {
  const found = [...lines]
  for (let from = 0; from < lines.length; from++) {
    let to = from
    while (to < lines.length && explained.test(lines[to]!)) to++
    if (to === from) continue
    const items = lines.slice(from, to)
    if (items.some(line => standIn.test(explained.exec(line)![1]!)))
      for (const [i, line] of items.entries()) if (!isDated.test(line)) found[from + i] = ''
    from = to
  }
  return found
}

/** The same for what comes in chunks. */
export async function* withoutForeseenIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(withoutForeseen(await textOf(chunks)))
}
