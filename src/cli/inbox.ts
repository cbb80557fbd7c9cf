/** What came from elsewhere and was not asked for yet. */
export class Inbox<Item> {
  readonly #waiting: Item[] = []
  #wake = () => {}
  #failed: { error: unknown } | undefined

  put(item: Item): void {
    this.#waiting.push(item)
    this.#wake()
  }

  /** Nothing more comes. */
  fail(error: unknown): void {
    this.#failed = { error }
    this.#wake()
  }

  async next(): Promise<Item> {
    for (;;) {
      const item = this.#waiting.shift()
      if (item !== undefined) return item
      if (this.#failed) throw this.#failed.error
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    }
  }
}
