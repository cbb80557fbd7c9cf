/** Collects places in bytes; what was collected last is valid until the next collection begins. */
export class Places {
  #list = new Int32Array(256)
  #count = 0
  #ascending = true

  /** Begins anew. */
  clear(): void {
    this.#count = 0
    this.#ascending = true
  }

  add(place: number): void {
    if (this.#count === this.#list.length) {
      const larger = new Int32Array(this.#count * 2)
      larger.set(this.#list)
      this.#list = larger
    }
    if (this.#count > 0 && place <= this.#list[this.#count - 1]!) {
      if (place === this.#list[this.#count - 1]) return
      this.#ascending = false
    }
    this.#list[this.#count++] = place
  }

  /** Each place once, ascending. */
  take(): Int32Array {
    const all = this.#list.subarray(0, this.#count)
    if (this.#ascending) return all
    all.sort()
    let kept = 0
    for (const place of all) if (kept === 0 || place !== all[kept - 1]) all[kept++] = place
    return all.subarray(0, kept)
  }
}
