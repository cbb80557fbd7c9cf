/** What came from somewhere else and was not asked for yet. */
export class Inbox<T> {
  readonly #waiting: T[] = []
  #wake = () => {}
  #failed: { readonly error: unknown } | undefined

  put(item: T): void {
    this.#waiting.push(item)
    this.#wake()
  }

  fail(error: unknown): void {
    this.#failed ??= { error }
    this.#wake()
  }

  async next(): Promise<T> {
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
