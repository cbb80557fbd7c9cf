import { kernelClock, logDate } from './dates.ts'
import { lineInString } from './exported.ts'

/** Texts that are wrapped into the document of some other program, as the reader of that document would see them. */

/** The names of the letters from 160 on, in their order: whoever writes a page in ASCII has no others for them. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const entities: ReadonlyMap<string, string> = new Map([
  ...latin.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(160 + i)]),
  ...Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ', shy: '' }),
  ...Object.entries({ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', ndash: '–', mdash: '—', hellip: '…', rarr: '→', bull: '•' }),
  ...Object.entries({ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', lsaquo: '‹', rsaquo: '›' }),
])
const openings = /^[\ufeff\s]*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html)\b/i
/** A part of a page, as trackers, forums and feeds hand it out: it begins with a paragraph, a heading or a block. */
const part = /^[\ufeff\s]*<(?:h[1-6]|p|pre|div|blockquote|[uo]l|table|article|section|main|body)\b[^<>]{0,500}>/i
const closed = /<\/(?:h[1-6]|p|pre|div|blockquote|li|td)>/i
/** `crm_mon` writes such a page; its reader knows the marks in it. */
const statusPage = /<title>Cluster Status<\/title>/i
const breaks = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/pre|\/t[dh])\b[^<>]{0,200}>/gi
const tag = /<(?:!--[^<>]{0,2000}--|\?xml[^<>]{0,400}\?|\/?[a-zA-Z][^<>]{0,2000})>/g

/** What a tracker or a desk exports in XML holds what people wrote in elements of such names. */
const document = /^[\ufeff\s]*<\?xml\b/i
const written =
  /<(?:comments?|description|summary|body|text|content|notes?|message|entry|update|answer|reply|finding|remark|what)\b[^<>]{0,500}>(?:<!\[CDATA\[)?((?:[^<]|<br ?\/?>){40,4000})/gi
const ofProgram = /<(?:longdesc|shortdesc|parameter|cib|crm_mon|pacemaker-result|xs:|xsl:|domain|project|configuration|beans)\b/i
const isWritten = (head: string) =>
  document.test(head) &&
  !ofProgram.test(head) &&
  [...head.slice(0, mostOfDocument).matchAll(written)].some(
    ([, text = '']) => (text.match(/(?<![\p{L}\d_.-])\p{L}{2,}(?![\p{L}\d_])/gu)?.length ?? 0) >= 7,
  )
const mostOfDocument = 16_384

/** Whether a text is a page of the web or a part of one, saved with its marks, or a document with what people wrote. */
export function isPage(head: string): boolean {
  return (openings.test(head) || (part.test(head) && closed.test(head)) || isWritten(head)) && !statusPage.test(head)
}

/**
 * Takes the marks of a page off its lines, one after the other; what was one row or paragraph is one line. What stands in scripts and
 * style sheets goes, too; they may begin and end within a line, and often.
 */
export function pageLines(): (line: string) => string {
  let hidden = false
  return line => {
    let text = ''
    for (let at = 0; ; ) {
      const mark = hidden ? scriptEnd : scriptStart
      mark.lastIndex = at
      const found = mark.exec(line)
      if (!hidden) text += shown(line.slice(at, found?.index))
      if (!found) return text
      hidden = !hidden
      at = found.index + found[0].length
    }
  }
}

const scriptStart = /<(?:script|style)\b[^<>]{0,2000}>?/gi
const scriptEnd = /<\/(?:script|style)\s{0,9}>/gi

/** Where the line of the source ends as well, nothing is broken twice. */
const shown = (line: string) => withoutEntities(line.replace(lastBreak, '').replace(breaks, '\n').replace(tag, ''))
const lastBreak = /<(?:br ?\/?|\/tr|\/td|\/div|\/li)>(?:<\/(?:tr|div|li)>)*\s*$/i

/** A line of a log in which whatever it went through wrote some characters as pages do. */
const escapedLine = new RegExp(
  String.raw`^[>|\s*\x60-]{0,12}(?:${logDate}|${kernelClock}) [^\n<]{0,400}&(?:#(?:39|34|62|60|x27|x22);|(?:quot|apos|gt|lt);)`,
  'm',
)

/** Whether lines of a log, and no page, have characters written as in a page. */
export const isEscaped = (head: string): boolean => head.includes('&') && (escapedLine.test(head) || isAllEscaped(head))

/** All marks of a text are written so. */
const isAllEscaped = (head: string) => !/[<>]/.test(head) && (head.match(/&(?:gt|lt|quot|apos|#39|#x27);/g)?.length ?? 0) >= 2

/** Whether a text, not the source of a page, has its ends of lines written as a page has them. */
export function isBroken(head: string): boolean {
  if (!head.includes('<br')) return false
  const lines = head.split('\n').filter(line => line.trim() !== '')
  return lines.filter(line => lineBreak.test(line)).length * 2 > lines.length
}
const lineBreak = /<br ?\/?>\s*$/i
/** Only what a page does to words: other things in such brackets are of the text, as addresses in a stack. */
const inline = /<\/?(?:p|b|i|em|strong|code|pre|span|div|tt|font)\b[^<>]{0,200}>/gi
export const withoutBreaks = (line: string): string =>
  withoutEntities(line.replace(lineBreak, '').replace(paragraph, '\n').replace(inline, ''))
/** Between two texts of one line. */
const paragraph = /(?<=\S)<\/p>(?=.*[^<>\s])/gi

/** Whether a text has characters escaped that Markdown gives a meaning, and is not one of a program. */
export const isMarkdown = (head: string): boolean =>
  head.includes('\\') && (head.match(/\w\\_\w|\\\[[^\]\n\\]{1,80}\\\]/g)?.length ?? 0) >= 2 && !/\\[dswnt]/.test(head)

/** Without such characters; marks of a document in XML stay as they are. */
export const unescaped = (line: string): string => (/^\s*</.test(line) ? line : withoutEntities(line))

const withoutEntities = (line: string) =>
  line.includes('&')
    ? line.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,6}(?:1[24]|34|[123])?));/g, (whole, decimal, hex, name) => {
        if (name) return entities.get(name) ?? whole
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
        return code === 160 ? ' ' : code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole
      })
    : line

/** Rows of a dump of a database, and what Ansible prints of a command, hold whole texts in one line. */
const folded =
  /^(?:INSERT INTO [`"\w.]{1,120} (?:\([^()\n]{0,2000}\) )?VALUES ?\(|(?:.{0,120}\| )?(?:fatal|failed|changed|ok): \[[^\]\n]{1,200}\](?:: \w+!)? => (?:\([^()\n]{0,200}\) => )?\{).*\\n/m

/** Whether lines of a text hold others in their strings, as dumps of databases and the logs of Ansible do. */
export const isFolded = (head: string): boolean => head.includes('\\n') && (folded.test(head) || isOneString(head))

/** A whole text that was copied as the string of a program: `\\n` stands where its lines end. */
const isOneString = (head: string) =>
  head.trim().split('\n').length <= 2 && head.split('\\n').length > 3 && (lineInString.test(head) || !/[;{}]|=>|\\n\\n *#/.test(head))

/** The lines within one line. */
export function unfolded(line: string): string {
  return line.split('\\n').length > 2 ? line.replace(/\\([nt"'])/g, (_, what) => (what === 'n' ? '\n' : what === 't' ? '\t' : what)) : line
}

/** The lines of a string, of which some editors keep the marks of a page. */
export function plainText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  if (isPage(lines)) return lines.split('\n').map(pageLines()).join('\n')
  return isAllEscaped(lines) ? withoutEntities(lines) : lines
}
