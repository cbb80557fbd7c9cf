/**
 * Messages that somebody was asked to look for: a list below "please search your logs for these messages:". That they stand in a text
 * tells nothing of the logs.
 */

const asks =
  /^(?:[A-Z][\w() .-]{1,40}: )?\W{0,8}(?:(?:[Pp]lease|[Tt]hen|[Aa]nd|[Aa]lso|[Ff]irst|[Kk]indly|[Bb]itte|(?:[Cc]an|[Cc]ould|[Ww]ould) you),? ){0,3}(?:[Ss]earch|[Ll]ook|[Gg]rep|[Cc]heck|[Ww]atch|[Ss]can|[Ss]uchen Sie|[Pp]rüfen Sie)\b(?:[^\n]{0,120}\bfor\s*$|[^\n]{0,120}\b(?:[Mm]essages?|[Ll]ines?|[Ee]ntries|[Ss]trings?|[Ee]rrors?|[Ff]ollowing|[Mm]eldungen|[Zz]eilen)\b[^\n]{0,80}:\s*$)/m
const item = /^\s{0,12}(?:[-*•]|\d{1,2}[.)])\s/

/** Whether a text has such a list. */
export const asksForLines = (head: string): boolean => /(?::|\bfor)[ \t]*\n/.test(head) && asks.test(head)

/** Leaves the items of such lists empty. */
export function withoutAsked(): (line: string) => string {
  let isAsked = false
  return line => {
    if (asks.test(line)) isAsked = true
    else if (isAsked && item.test(line)) return ''
    else if (line.trim() !== '') isAsked = false
    return line
  }
}
