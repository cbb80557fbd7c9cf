import { isEnter, type Key, move } from './dialog.ts'
import type { CheckItem, FirstReply } from './model.ts'
import { type Size, wrap } from './text.ts'
import { checkView, pagesOf, textView } from './view.ts'

/** The opening check-list while it is filled in. Every line starts as "cannot tell". */
export interface CheckState {
  readonly cursor: number
  readonly values: readonly (boolean | null)[]
  /** Page of the text behind `h`; undefined while the list is shown. */
  readonly page?: number | undefined
  readonly reply?: FirstReply
}

export function beginChecks(items: readonly CheckItem[]): CheckState {
  return { cursor: 0, values: items.map(({ former }) => former ?? null) }
}

/** The check-list after one key; a state with a `reply` is final. */
export function pressCheck(items: readonly CheckItem[], size: Size, state: CheckState, key: Key): CheckState {
  if (state.reply !== undefined) return state
  const { cursor, values } = state
  if (state.page !== undefined) return pressHow(pagesOf(howOf(items[cursor]!), size), state, state.page, key)
  const moved = move(key, cursor, items.length - 1)
  if (moved !== undefined) return { ...state, cursor: moved }
  const set = (value: boolean | null) => ({ ...state, values: values.with(cursor, value) })
  if (isEnter(key)) return { ...state, reply: { kind: 'answers', answers: answersOf(items, state) } }
  if (key.name === 'space') return set(next(values[cursor]!))
  if (key.name === 'y') return set(true)
  if (key.name === 'n') return set(false)
  if (key.sequence === '?') return set(null)
  if (key.name === 'o') return { ...state, values: values.map(value => value ?? false) }
  if (key.name === 'h' || key.name === 'w') return { ...state, page: 0 }
  return key.name === 's' ? { ...state, reply: { kind: 'save' } } : state
}

/** The boxes as they stand. */
export function answersOf(items: readonly CheckItem[], { values }: CheckState): Readonly<Record<string, boolean | null>> {
  return Object.fromEntries(items.map(({ fact }, i) => [fact, values[i]!]))
}

/** Cannot tell, seen, not seen, and round again. */
function next(value: boolean | null): boolean | null {
  return value === null ? true : value ? false : null
}

function pressHow(pages: number, state: CheckState, page: number, key: Key): CheckState {
  if (key.name === 'up' || key.name === 'pageup' || key.name === 'left') return { ...state, page: Math.max(0, page - 1) }
  const on = key.name === 'space' || key.name === 'down' || key.name === 'pagedown' || key.name === 'right'
  if (on && page < pages - 1) return { ...state, page: page + 1 }
  return isEnter(key) || key.name === 'space' || key.name === 'q' || key.name === 'escape' ? { ...state, page: undefined } : state
}

/** What the terminal shows of the check-list. */
export function showChecks(items: readonly CheckItem[], size: Size, { cursor, values, page, reply }: CheckState): string {
  const answered = values.filter(value => value !== null).length
  if (reply?.kind === 'save') return 'Check-list -> save and quit'
  if (reply !== undefined)
    return wrap(
      `Check-list -> ${values.filter(value => value === true).length} seen, ${values.filter(value => value === false).length} not seen, ${values.length - answered} cannot tell`,
      size.columns - 1,
    ).join('\n')
  const item = items[cursor]!
  if (page !== undefined) return textView(item.title, howOf(item), page, size)
  const entries = items.map(({ title }, i) => ({ label: title, mark: values[i] === null ? '[?]' : values[i] ? '[x]' : '[ ]' }))
  return checkView({ entries, cursor, explain: item.explain ?? '', answered }, size)
}

function howOf({ explain, how }: CheckItem): string {
  return (
    [explain, how].filter(text => text !== undefined && text !== '').join('\n\n') ||
    'There is no command for it: somebody has to remember it.'
  )
}
