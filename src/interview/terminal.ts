import { Writable } from 'node:stream'
import { answersOf, beginChecks, type CheckState, pressCheck, showChecks } from './checklist.ts'
import { begin, type Dialog, type DialogState, type Key, paste, press, show } from './dialog.ts'
import { type AskedQuestion, type CheckItem, type FirstReply, type Reply, type Screen, Stopped } from './model.ts'
import { type Size, softBreak } from './text.ts'

/** The keyboard and the screen; `output` is never the stream that carries results. */
export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Off when NO_COLOR is set or the output is no terminal. */
  readonly colour: boolean
  /** Size of the screen; that of `output` if it has one, else 80 x 24. */
  readonly columns?: number
  readonly rows?: number
}

export interface Terminal {
  /** The opening check-list. `ticked` is told every change at once, so that a lost connection loses none. */
  askFirst(items: readonly CheckItem[], ticked?: (answers: Readonly<Record<string, boolean | null>>) => void): Promise<FirstReply>
  /** One question. Why and how are shown in place, and the question stays. */
  ask(question: AskedQuestion, screen: Screen): Promise<Reply>
}

/**
 * Asks at a terminal. The one file that uses the prompt library, which is loaded with the first question.
 *
 * Both methods reject with `Stopped` on Ctrl-C and when the input ends.
 */
export function createTerminal(options: TerminalOptions): Terminal {
  return {
    askFirst(items, ticked) {
      return run<CheckState, FirstReply>(options, {
        first: beginChecks(items),
        press: (state, key, size) => {
          const next = pressCheck(items, size, state, key)
          if (next.values !== state.values) ticked?.(answersOf(items, next))
          return next
        },
        // No line of a list of boxes is typed: what was pasted means nothing here.
        paste: state => state,
        show: (state, size) => showChecks(items, size, state),
      })
    },
    ask(question, screen) {
      const at = (size: Size): Dialog => ({ question, screen, size })
      return run<DialogState, Reply>(options, {
        first: begin({ question }),
        press: (state, key, size) => press(at(size), state, key),
        paste: (state, text, size) => paste(at(size), state, text),
        show: (state, size) => show(at(size), state),
      })
    },
  }
}

/** A screen as a state machine: what keys do and how it looks. */
interface Machine<State> {
  readonly first: State
  readonly press: (state: State, key: Key, size: Size) => State
  readonly paste: (state: State, text: string, size: Size) => State
  readonly show: (state: State, size: Size) => string
}

const hideCursor = '\u001B[?25l'
const clearScreen = '\u001B[H\u001B[J'

/** Nobody types so much between two looks at the keyboard, and keys that are pressed ahead are single letters. */
const pasted = /[^\p{Cc}]{4}[\r\n]+[^\r\n]|^[^\p{Cc}]{4}|[\r\n][^\p{Cc}]{4}/u

async function run<State extends { readonly reply?: Value }, Value extends object>(
  options: TerminalOptions,
  machine: Machine<State>,
): Promise<Value> {
  const { input, output } = options
  const { createPrompt, useEffect, useKeypress, useRef, useState } = await import('@inquirer/core')
  if (!input.readable) throw new Stopped('input-ended')
  const { press, paste, show } = machine
  const prompt = createPrompt<Value | Stopped, object>((_, done) => {
    const [state, setState] = useState<State>(() => machine.first)
    // Several keys may arrive before the screen is drawn again: each must see what the one before it did.
    const latest = useRef<State>(machine.first)
    const isPasted = useRef(false)
    const go = (next: State): void => {
      latest.current = next
      setState(next)
      if (next.reply !== undefined) done(next.reply)
    }
    useKeypress((key, line) => {
      line.clearLine(0)
      if (latest.current.reply === undefined && !isPasted.current) go(press(latest.current, key, sizeOf(options)))
    })
    useEffect(line => {
      // Ctrl-D, and an input that ends, close the line without a word to the prompt.
      line.on('close', () => done(new Stopped('input-ended')))
      // Before the keys are told one by one.
      const arrived = (chunk: unknown): void => {
        isPasted.current = pasted.test(String(chunk))
        if (isPasted.current && latest.current.reply === undefined) go(paste(latest.current, String(chunk), sizeOf(options)))
      }
      // What was drawn for another size lies anywhere on the screen now.
      const resized = (): void => {
        if (latest.current.reply !== undefined) return
        output.write(clearScreen)
        go({ ...latest.current })
      }
      input.prependListener('data', arrived)
      output.on('resize', resized)
      return () => {
        input.removeListener('data', arrived)
        output.removeListener('resize', resized)
      }
    }, [])
    const size = sizeOf(options)
    return state.reply === undefined ? show(state, size) + hideCursor : show(state, size)
  })
  try {
    const reply = await prompt({}, { input, output: shielded(output, () => sizeOf(options).columns) })
    if (reply instanceof Stopped) throw reply
    return reply
  } catch (error) {
    throw error instanceof Error && error.name === 'ExitPromptError' ? new Stopped('interrupted') : error
  }
}

/**
 * A prompt ends its output when it is done; the next one still needs it. A line that the terminal is to break by itself
 * has come in rows, so that the prompt knows how many there are: here it is put together again.
 */
function shielded(output: NodeJS.WritableStream, columns: () => number): NodeJS.WritableStream {
  const shield = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, written) {
      output.write(String(chunk).replaceAll(`${softBreak}\n`, ''))
      written()
    },
  })
  // The prompt breaks longer lines for good; a row and its mark are not longer.
  return Object.defineProperty(shield, 'columns', { get: () => columns() + 1 })
}

function sizeOf({ output, colour, columns, rows }: TerminalOptions): Size {
  const screen = output as { readonly columns?: number; readonly rows?: number }
  // A serial console reports a size of 0 x 0.
  return { colour, columns: columns || screen.columns || 80, rows: rows || screen.rows || 24 }
}
