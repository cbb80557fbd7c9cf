/** A slip that makes the parser stumble: how its message begins, or what the line looks like, and what is told instead. */
interface Slip {
  readonly says?: RegExp
  readonly line?: RegExp
  readonly message?: string
  readonly hint: string
}

const colonInText = 'Put text that holds ": " into quotes; keys within a value are written { key: value }.'

/** The first that fits counts. The parser speaks of its own grammar, which an author has never seen. */
const slips: readonly Slip[] = [
  { line: /^\s*\t/, hint: 'Indent with spaces; YAML allows no tabs there.' },
  { says: /^Tabs are not allowed/, hint: 'Indent with spaces; YAML allows no tabs there.' },
  { line: /\u00a0/, message: 'a no-break space stands here', hint: 'Type plain spaces; this one was copied from a page or a document.' },
  {
    says: /^Sequence item without|^A block sequence may not be used|^All collection items must start/,
    message: 'the entries of this list do not begin in the same column',
    hint: 'Begin each "- " below the one before it, and the keys of an entry below its first key.',
  },
  {
    says: /^Invalid escape sequence/,
    message: 'a backslash means something else between double quotes',
    hint: 'Put patterns into single quotes.',
  },
  {
    says: /^Missing closing/,
    message: 'quotes are opened and never closed',
    hint: 'Close them where the text ends; the mistake may stand far above.',
  },
  {
    says: /^Not a YAML token|^Block scalar header/,
    message: 'text follows ">" or "|" in the same line',
    hint: 'Begin the text in the next line, indented.',
  },
  {
    line: /^\s*(?:- )?[\w-]+: +'[^']*'[^',\]}#\s]/,
    message: 'text goes on after the closing quote',
    hint: "Between single quotes an apostrophe is written twice: ''.",
  },
  {
    line: /^\s*(?:- )?[\w-]+: +"[^"]*"\s*[^,\]}#\s]/,
    message: 'text goes on after the closing quote',
    hint: 'Put the whole text into single quotes.',
  },
  {
    line: /^\s*(?:- )?[\w-]+: +[[{].*[\]}]\s*[^,\]}#\s]/,
    message: 'text goes on after the closing bracket',
    hint: 'Put text that begins with [ or { into single quotes.',
  },
  { line: /^\s*(?:- )?[\w-]+: +[@`%]/, message: 'text cannot begin with this sign', hint: 'Put the whole text into quotes.' },
  { line: /^\s*(?:- )?[\w-]+:[^\s:]/, message: 'no blank follows the colon', hint: 'Write a blank after the colon of a key.' },
  { line: /: .*: /, message: 'a second ": " stands in this line', hint: colonInText },
  {
    says: /^Nested mappings are not allowed/,
    message: 'a key stands where the text of the line above goes on',
    hint: 'Indent the next line like the other keys beside it.',
  },
]

/** What the parser stumbled over, in a sentence, and how to mend it. */
export function yamlWords(said: string, line: string): { message: string; hint: string } {
  const sentence = (said.split('\n')[0] ?? said).replace(/:$/, '').replace(/\s+at line \d+, column \d+$/, '')
  const slip = slips.find(({ says, line: looks }) => (says?.test(said) ?? true) && (looks?.test(line) ?? true))
  return { message: slip?.message ?? sentence, hint: slip?.hint ?? 'Check quotes, indentation and colons here and on the line above.' }
}
