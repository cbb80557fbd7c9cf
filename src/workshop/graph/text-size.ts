/** Sizes in pixels of text in a proportional sans-serif font, good enough to draw boxes around it. */
export const fontSize = 13
export const lineHeight = 17

const narrow = /[ijltfrI.,:;|!'()[\]{} -]/
const wide = /[mwMW@%—…]/

/** Width of a text at `size`; generous, because fonts differ. */
export function textWidth(text: string, size: number = fontSize): number {
  let ems = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    ems += code > 0x2e7f ? 1.05 : narrow.test(char) ? 0.38 : wide.test(char) ? 0.96 : /[A-Z0-9_]/.test(char) ? 0.7 : 0.61
  }
  return ems * size
}

/** Breaks a title into at most `most` lines no wider than `width`; what does not fit ends in an ellipsis. */
export function wrapTitle(title: string, width: number, most: number, size: number = fontSize): readonly string[] {
  const words = title.split(/\s+/).flatMap(word => breakWord(word, width, size))
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let last = kept[most - 1]!
  while (last !== '' && textWidth(`${last}…`, size) > width) last = [...last].slice(0, -1).join('')
  return [...kept.slice(0, -1), `${last}…`]
}

function breakWord(word: string, width: number, size: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const char of word) {
    if (part !== '' && textWidth(part + char, size) > width) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return part === '' ? parts : [...parts, part]
}
