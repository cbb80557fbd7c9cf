/** Words that stand beside each other may have the end of a line between them, and the margin of the next one. */
export const acrossLines = (words: string): string => words.replace(/ \?/g, '\\s{0,6}').replace(/ /g, '\\s{1,6}')
