/** Words of the template language itself. */
const words = new Set(
  'and or contains true false nil null empty blank in with as forloop reversed limit offset range continue cols'.split(' '),
)
const quoted = /"[^"]*"|'[^']*'/g
const name = /(?<![\w.|-])[A-Za-z_][\w-]*(?!\w*:)/g

/** The names a template takes from outside, in reading order; those it sets itself are left out. */
export function namesIn(template: string): string[] {
  const own = new Set<string>()
  const found: string[] = []
  const text = template.replace(/\{%-?\s*(raw|comment)\s*-?%\}.*?\{%-?\s*end\1\s*-?%\}/gs, '')
  const look = (expression: string) => {
    const plain = expression.replace(quoted, ' ').replace(/\|\s*[\w-]+/g, ' ')
    for (const [word] of plain.matchAll(name)) if (!words.has(word) && !own.has(word)) found.push(word)
  }
  for (const [, output, tag] of text.matchAll(/\{\{-?(.*?)-?\}\}|\{%-?(.*?)-?%\}/gs)) {
    if (output !== undefined) look(output)
    else ofTag(tag!.trim(), own, look)
  }
  return found
}

function ofTag(tag: string, own: Set<string>, look: (expression: string) => void): void {
  const [, keyword = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(tag) ?? []
  if (keyword === 'for' || keyword === 'tablerow') {
    const [, item = '', list = ''] = /^([\w-]+)\s+in\s+(.*)$/s.exec(rest) ?? []
    look(list)
    own.add(item)
  } else if (keyword === 'assign') {
    const [, target = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/s.exec(rest) ?? []
    look(value)
    own.add(target)
  } else if (keyword === 'capture' || keyword === 'increment' || keyword === 'decrement') own.add(rest.trim())
  else if (!keyword.startsWith('end') && keyword !== 'else') look(rest)
}
