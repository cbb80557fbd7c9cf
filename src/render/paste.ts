/** Programs that read the terminal: what is pasted behind them would be typed into the editor, or answer the question. */
const readsTerminal = /^vi |^(?:yum|dnf) (?:update|install|remove|history undo)\b|\| less$/

/** Said before the commands that have to wait until such a program has ended. */
export const afterwards = 'when that has ended'

/** Commands in blocks that can each be pasted as a whole. */
export function pasteBlocks(commands: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = []
  for (const command of commands) {
    const last = blocks.at(-1)
    if (last === undefined || readsTerminal.test(last.at(-1)!)) blocks.push([command])
    else last.push(command)
  }
  return blocks
}
