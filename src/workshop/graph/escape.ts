import { stripControls } from '../../plan/shell.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for the content or a quoted attribute of HTML or SVG. Characters that XML forbids are dropped. */
export function escapeMarkup(text: string): string {
  return stripControls(text)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, char => entities[char]!)
}
