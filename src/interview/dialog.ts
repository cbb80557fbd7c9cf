import type { FactValue } from '../kb/model.ts'
import type { AskedQuestion, Reply, Screen } from './model.ts'
import type { Size } from './text.ts'
import { readTyped } from './typed.ts'
import { answeredView, doneView, type Entry, pagesOf, questionView, textView } from './view.ts'

/** A key as readline names it. */
export interface Key {
  readonly name?: string
  readonly sequence?: string
  readonly ctrl?: boolean
}

/** One question with everything around it. */
export interface Dialog {
  readonly question: AskedQuestion
  readonly screen: Screen
  readonly size: Size
}

/** What the user has done with the question so far. `ticked` holds values of a list; `none` is its empty answer. */
export interface DialogState {
  readonly mode: 'question' | 'why' | 'how' | 'edit'
  readonly cursor: number
  readonly typed: string
  readonly ticked: readonly string[]
  readonly none: boolean
  readonly page: number
  readonly chosen: number
  readonly error?: string
  readonly reply?: Reply
}

const cannotTell = 'I cannot tell'

/** The question as it first appears: on "I cannot tell", or on the former answer when it is asked again. The field stays empty, so that a letter is one. */
export function begin({ question }: Pick<Dialog, 'question'>): DialogState {
  const { former } = question
  const place = options(question).findIndex(({ value }) => value === former)
  return {
    mode: 'question',
    cursor: isTyped(question) || question.type === 'list' ? 0 : Math.max(0, place),
    typed: '',
    ticked: Array.isArray(former) ? former.map(String) : [],
    none: Array.isArray(former) && former.length === 0,
    page: 0,
    chosen: 0,
  }
}

/** The dialog after one key; a state with a `reply` is final. */
export function press(dialog: Dialog, state: DialogState, key: Key): DialogState {
  if (state.reply !== undefined) return state
  const { error: _, ...calm } = state
  if (state.mode === 'edit') return pressEdit(dialog, calm, key)
  if (state.mode !== 'question') return pressText(dialog, calm, key)
  return isTyped(dialog.question) ? pressTyped(dialog, calm, key) : pressOptions(dialog, calm, key)
}

function pressOptions(dialog: Dialog, state: DialogState, key: Key): DialogState {
  const { question } = dialog
  const all = options(question)
  const last = all.length - 1
  const moved = move(key, state.cursor, last)
  if (moved !== undefined) return { ...state, cursor: moved }
  if (isEnter(key))
    return question.type === 'list' ? submitList(state, all) : { ...state, reply: { kind: 'answer', value: all[state.cursor]!.value } }
  if (key.name === 'space' && question.type === 'list') return toggle(state, all[state.cursor]!)
  if (key.sequence === '?') return { ...state, cursor: 0, ticked: [], none: false }
  if (question.type === 'yes-no' && (key.name === 'y' || key.name === 'n')) return { ...state, cursor: key.name === 'y' ? 1 : 2 }
  return command(dialog, state, key.name ?? '') ?? state
}

function pressTyped(dialog: Dialog, state: DialogState, key: Key): DialogState {
  if (isEnter(key)) {
    const typed = state.typed.trim()
    const kept = keptOf(dialog.question)
    if (typed === '' && kept !== undefined) return { ...state, reply: { kind: 'answer', value: kept } }
    const asked = command(dialog, { ...state, typed: '' }, typed)
    if (asked !== undefined) return asked
    const read = readTyped(dialog.question, typed)
    return 'error' in read ? { ...state, error: read.error } : { ...state, reply: { kind: 'answer', value: read.value } }
  }
  if (key.name === 'backspace') return { ...state, typed: state.typed.slice(0, -1) }
  if (key.ctrl === true) return key.name === 'u' ? { ...state, typed: '' } : state
  const text = key.sequence ?? ''
  return /^[^\u0000-\u001F\u007F]+$/.test(text) ? { ...state, typed: (state.typed + text).slice(0, 200) } : state
}

/** The former answer to a typed question, which Enter alone keeps. */
function keptOf(question: AskedQuestion): FactValue | undefined {
  return isTyped(question) ? (question.former ?? undefined) : undefined
}

function command({ screen }: Dialog, state: DialogState, letter: string): DialogState | undefined {
  if (letter === 'w') return { ...state, mode: 'why', page: 0 }
  if (letter === 'h') return { ...state, mode: 'how', page: 0 }
  if (letter === 'b')
    return screen.answered.length === 0 ? { ...state, error: 'This is the first question.' } : { ...state, reply: { kind: 'back' } }
  if (letter === 's') return { ...state, reply: { kind: 'save' } }
  if (letter === 'd') return { ...state, reply: { kind: 'enough' } }
  if (letter !== 'e') return undefined
  return screen.answered.length === 0 ? { ...state, error: 'There is no earlier answer to change.' } : { ...state, mode: 'edit', chosen: 0 }
}

function submitList(state: DialogState, all: readonly Option[]): DialogState {
  if (state.none || state.ticked.length > 0)
    return {
      ...state,
      reply: {
        kind: 'answer',
        value: all.flatMap(({ value }) => (typeof value === 'string' && state.ticked.includes(value) ? [value] : [])),
      },
    }
  if (state.cursor === 0) return { ...state, reply: { kind: 'answer', value: null } }
  return { ...state, error: 'Nothing is ticked yet: press Space to tick this line, then Enter.' }
}

function toggle(state: DialogState, { value }: Option): DialogState {
  if (value === null) return { ...state, ticked: [], none: false }
  if (typeof value !== 'string') return { ...state, ticked: [], none: !state.none }
  const ticked = state.ticked.includes(value) ? state.ticked.filter(other => other !== value) : [...state.ticked, value]
  return { ...state, ticked, none: false }
}

function pressText({ screen, size }: Dialog, state: DialogState, key: Key): DialogState {
  const pages = pagesOf(state.mode === 'why' ? screen.why : screen.how, size)
  const back = key.name === 'up' || key.name === 'pageup' || key.name === 'left'
  const on = key.name === 'space' || key.name === 'down' || key.name === 'pagedown' || key.name === 'right'
  if (back) return { ...state, page: Math.max(0, state.page - 1) }
  if (on && state.page < pages - 1) return { ...state, page: state.page + 1 }
  return isEnter(key) || key.name === 'space' || key.name === 'q' || key.name === 'escape' ? { ...state, mode: 'question' } : state
}

function pressEdit({ screen }: Dialog, state: DialogState, key: Key): DialogState {
  const moved = move(key, state.chosen, screen.answered.length)
  if (moved !== undefined) return { ...state, chosen: moved }
  const answer = screen.answered[state.chosen - 1]
  if (isEnter(key)) return answer === undefined ? { ...state, mode: 'question' } : { ...state, reply: { kind: 'edit', fact: answer.fact } }
  return key.name === 'q' || key.name === 'escape' ? { ...state, mode: 'question' } : state
}

/**
 * The dialog after text was pasted: its letters are no keys and its line ends no answers, or a copied log would answer questions. One line
 * is taken where an answer is typed.
 */
export function paste(dialog: Dialog, state: DialogState, text: string): DialogState {
  const { question } = dialog
  if (state.reply !== undefined || state.mode !== 'question') return state
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '')
  if (!isTyped(question)) return { ...state, error: 'Text was pasted, and nothing of it was taken. Choose one of the lines above.' }
  if (lines.length > 1) return { ...state, error: 'More than one line was pasted, and nothing of it was taken. Type the answer.' }
  const typed = { ...state, typed: (state.typed + lines.join('').replace(/[\u0000-\u001F\u007F]/g, '')).slice(0, 200) }
  return /[\r\n]$/.test(text) ? press(dialog, typed, { name: 'return' }) : typed
}

/** What the terminal shows of the dialog. */
export function show({ question, screen, size }: Dialog, state: DialogState): string {
  if (state.reply !== undefined) return doneView(question.ask, replyLabel(question, state.reply), size)
  if (state.mode === 'why') return textView('Why this question?', screen.why || 'No rule says more about it.', state.page, size)
  if (state.mode === 'how')
    return textView('How to find out', screen.how || 'There is no command for it: somebody has to remember it.', state.page, size)
  if (state.mode === 'edit') return answeredView(screen.answered, state.chosen, size)
  const typed = isTyped(question)
  const keys = ['h how to find out', 'b back', 'e change an answer', 'd done: the result so far', 's save and quit']
  const kept = keptOf(question)
  const before = typed
    ? [
        ...(kept === undefined ? ['Enter alone or ?: I cannot tell'] : ['Enter alone: keep the answer', '?: I cannot tell']),
        'Or a letter and Enter: w why',
      ]
    : [...(question.type === 'list' ? ['Space: tick', 'Enter: go on'] : ['Up/Down, Enter']), 'w why']
  return questionView(
    {
      question,
      screen,
      entries: entries(question, state),
      cursor: state.cursor,
      typed: typed ? state.typed : undefined,
      kept: kept === undefined ? undefined : answerLabel(question, kept),
      error: state.error,
      keys: [...before, ...keys],
      letters: typed ? 'A letter and Enter: w h b e d s ?' : 'Up Down w h b e d s, Enter: go on',
    },
    size,
  )
}

/** The words for an answer. */
export function answerLabel(question: Pick<AskedQuestion, 'type' | 'choices' | 'unit'>, value: FactValue | null): string {
  if (value === null) return cannotTell
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.length === 0 ? 'None of these' : value.map(each => labelOf(question, String(each))).join(', ')
  return question.unit === undefined ? labelOf(question, String(value)) : `${value} ${question.unit}`
}

function replyLabel(question: AskedQuestion, reply: Reply): string {
  if (reply.kind === 'answer') return answerLabel(question, reply.value)
  return { back: 'back', edit: 'change an answer', save: 'save and quit', enough: 'done' }[reply.kind]
}

interface Option {
  readonly label: string
  readonly value: FactValue | null
}

/** "I cannot tell" always comes first: Enter alone must never invent evidence. */
function options({ type, choices = [] }: AskedQuestion): readonly Option[] {
  const unsure: Option = { label: cannotTell, value: null }
  if (type === 'yes-no') return [unsure, { label: 'Yes', value: true }, { label: 'No', value: false }]
  const offered = choices.map(({ value, label }) => ({ label, value }))
  return type === 'list' ? [unsure, { label: 'None of these', value: [] }, ...offered] : [unsure, ...offered]
}

function entries(question: AskedQuestion, { ticked, none }: DialogState): readonly Entry[] {
  return options(question).map(({ label, value }) => {
    if (question.type !== 'list') return { label }
    const on = value === null ? !none && ticked.length === 0 : typeof value === 'string' ? ticked.includes(value) : none
    return { label, mark: on ? '[x]' : '[ ]' }
  })
}

function isTyped({ type, choices }: AskedQuestion): boolean {
  return type === 'number' || type === 'text' || type === 'version' || (type === 'list' && (choices ?? []).length === 0)
}

function labelOf({ choices = [] }: Pick<AskedQuestion, 'choices'>, value: string): string {
  return choices.find(choice => choice.value === value)?.label ?? value
}

/** Where a key moves the cursor to; undefined when it moves nothing. */
export function move({ name }: Key, cursor: number, last: number): number | undefined {
  if (name === 'up') return cursor === 0 ? last : cursor - 1
  if (name === 'down') return cursor === last ? 0 : cursor + 1
  if (name === 'home') return 0
  if (name === 'end') return last
  if (name === 'pageup') return Math.max(0, cursor - 5)
  return name === 'pagedown' ? Math.min(last, cursor + 5) : undefined
}

export function isEnter({ name }: Key): boolean {
  return name === 'return' || name === 'enter'
}
