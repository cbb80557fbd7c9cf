/** What can be told of a sentence to the administrator by looking at it. */

/** Verbs that mean a change of a system wherever they begin a clause. */
const verbs = [
  'restart|reboot|reload|stop|kill|halt|disable|enable|mask|unmask|remove|delete|uninstall|install|reinstall|upgrade|downgrade|update',
  'raise|lower|increase|decrease|reduce|extend|shorten|exclude|replace|unload|unmount|remount|format|overwrite|truncate|reset|edit|rename|move|allow|change|boot|migrate|apply|restore',
].join('|')

/** What makes no object of a verb: then the word is a noun. */
const noObject = 'of|is|are|was|were|and|or|in|on|at|by|with|from|after|before|when|while|since'
const plainVerb = new RegExp(`^(${verbs})(?=\\s+(?!(?:${noObject})\\b)\\S|$)`, 'i')

/** Verbs that change something only together with the word that follows their object. */
const apart: readonly RegExp[] = [
  /^set\s.*?\bto\s/i,
  /^start\s+(?:the\s+|a\s+|\{\{)?(?:cluster|service|daemon|node|resource|unit|agent|software|\S+d\b)/i,
  /^make\s.*?\b(?:larger|smaller|longer|shorter|higher|lower)\b/i,
  /^fence\s+(?:the|a|one|each|this|that|\{)/i,
  /^take\s.*?\b(?:down|offline|out of (?:service|operation))\b/i,
  /^(?:put|bring)\s.*?\b(?:standby|maintenance(?: mode)?|offline|online|down|up)\b/i,
]

/** The same, which also stand in advice that points elsewhere, and so count only at the beginning. */
const atTheBeginning: readonly RegExp[] = [/^(?:switch|turn|power)\s(?:.*\s)?(?:off|on)\b/i]

/** The verb with which a sentence tells somebody to change a system; undefined when it only tells to look, ask or write down. */
export function verbOfChange(sentence: string): string | undefined {
  const text = sentence.replace(/"[^"]*"|\([^)]*\)/g, quoted => ' '.repeat(quoted.length))
  const clauses = text
    .split(/[.,;:]\s+|\b(?:and|then|or)\s+/)
    .map(clause =>
      clause
        .replace(/^\s*(?:(?:please|now|first|then|next|finally|again)\s+)+/i, '')
        .trim()
        .replace(/[.!]$/, ''),
    )
    .filter(clause => clause !== '')
  for (const [i, clause] of clauses.entries()) {
    const found = [...apart, ...(i === 0 ? atTheBeginning : [])].some(pattern => pattern.test(clause))
    const verb = found ? clause.split(/\s/, 1)[0] : plainVerb.exec(clause)?.[1]
    // A word alone after a comma is a member of a list.
    if (verb !== undefined && (i === 0 || verb.length < clause.length)) return verb.toLowerCase()
  }
  return undefined
}
