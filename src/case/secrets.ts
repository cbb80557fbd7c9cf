import { forScript } from './secret-pattern.ts'
import { secretRules } from './secret-rules.ts'

const { hint, first, commands, settings, own } = secretRules('read')
const plainHint = new RegExp(hint.plain)
const anyCaseHint = new RegExp(hint.anyCase, 'i')
const commandHint = new RegExp(commands.hint)
const firstRules = first.map(forScript)
const commandRules = commands.rules.map(forScript)
const lastRules = [...settings, ...own].map(forScript)
type Rules = readonly ((line: string) => string)[]
const applied = (rules: Rules, line: string): string => rules.reduce((text, rule) => rule(text), line)

/** Whether a line can hold a secret: most of a log cannot, and logs are large. */
export const mayHoldSecret = (line: string): boolean => plainHint.test(line) || anyCaseHint.test(line)

/** Removes what looks like a password, key or maintenance token. Times such as `token: 3000` stay. */
export function dropSecrets(text: string): string {
  if (!mayHoldSecret(text)) return text
  const plain = applied(firstRules, text)
  return applied(lastRules, commandHint.test(plain) ? applied(commandRules, plain) : plain)
}
