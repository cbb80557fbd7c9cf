import { isMap, isSeq, type Node, parseDocument } from 'yaml'

/**
 * Adds an item at the end of the list under `key` of a YAML text, and leaves every other character as it is.
 * `item` is written as one flow value. `undefined` when there is no such list.
 */
export function appendItem(text: string, key: string, item: string): string | undefined {
  const document = parseDocument(text)
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  const list = document.contents.get(key, true) as Node | undefined
  if (!isSeq(list) || !list.range) return undefined
  const last = list.items.at(-1) as Node | undefined
  if (list.flow) {
    const close = list.range[1] - 1
    return `${text.slice(0, last?.range ? last.range[1] : close)}${last ? ', ' : ''}${item}${text.slice(last?.range ? last.range[1] : close)}`
  }
  const first = list.items[0] as Node | undefined
  if (!first?.range || !last?.range) return undefined
  const dash = text.lastIndexOf('-', first.range[0] - 1)
  const indent = dash - (text.lastIndexOf('\n', dash - 1) + 1)
  // Behind the value and whatever comment stands on its line.
  const end = text.indexOf('\n', last.range[1] - 1)
  const at = end < 0 ? text.length : end + 1
  const before = text.slice(0, at)
  return `${before}${before.endsWith('\n') ? '' : '\n'}${' '.repeat(indent)}- ${item}\n${text.slice(at)}`
}
