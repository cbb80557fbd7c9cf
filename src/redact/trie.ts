interface Branch {
  readonly next: Map<number, Branch>
  name?: string
}

const branch = (): Branch => ({ next: new Map() })
/** Small letters for capitals; the length of a text never changes. */
const folded = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** Finds any of many names in a text in one pass, the longest first, whatever their number. */
export class NameTrie {
  readonly #root = branch()
  /** For the characters that most texts are made of, whether a name begins so: nearly all of them begin none. */
  readonly #begins = new Uint8Array(128)

  /** `name` is found in upper and lower case, and handed on as it is here. */
  add(name: string): void {
    let at = this.#root
    const first = name.charCodeAt(0)
    for (const code of [first, folded(first), name[0]!.toUpperCase().charCodeAt(0)]) if (code < 128) this.#begins[code] = 1
    for (let i = 0; i < name.length; i++) {
      const code = folded(name.charCodeAt(i))
      const next = at.next.get(code) ?? branch()
      at.next.set(code, next)
      at = next
    }
    at.name ??= name
  }

  /** Replaces each name for which `choose` gives a text; without one, shorter names that begin there are tried. */
  replace(text: string, choose: (name: string, start: number, end: number) => string | undefined): string {
    let result = ''
    let kept = 0
    for (let i = 0; i < text.length; i++) {
      const first = text.charCodeAt(i)
      if (first < 128 && this.#begins[first] === 0) continue
      let at = this.#root.next.get(folded(first))
      if (!at) continue
      const ends: [string, number][] = []
      for (let j = i + 1; at; j++) {
        if (at.name !== undefined) ends.push([at.name, j])
        at = at.next.get(folded(text.charCodeAt(j)))
      }
      for (const [name, end] of ends.reverse()) {
        const is = choose(name, i, end)
        if (is === undefined) continue
        result += text.slice(kept, i) + is
        kept = end
        i = end - 1
        break
      }
    }
    return kept === 0 ? text : result + text.slice(kept)
  }
}
