import fc from 'fast-check'
import type { KnowledgeBase } from '../../src/kb/model.ts'

const snippets = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></svg><iframe>',
  '&lt;b&gt; &amp; &#60;',
  ']]>-->',
  'javascript:alert(1)',
  '`code` | cell | **bold**',
  '\u001B[31mred\u0007\u202Ereversed',
  'end; subgraph "x" [y]',
  '{{ node }} {% if x %}',
  '\uD800',
]

/** Any text, and text that tries to become markup. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...snippets), fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 3,
  })
  .map(parts => `x${parts.join(' ')}`)

/** Fields that are ids or words of a closed list. */
const fixed = new Set([
  'id',
  'type',
  'of',
  'cost',
  'merge',
  'absence',
  'event',
  'stage',
  'records',
  'use',
  'grade',
  'managed',
  'by',
  'removes-hook',
  'group',
  'decides',
  'confidence',
  'on',
  'risk',
  'digest',
  'version',
  'agents-fact',
  'components-fact',
  'release-fact',
  'value',
  'when',
  'unless',
  'ask-when',
])
const fixedLists = new Set([
  'sources',
  'kinds',
  'in',
  'resolutions',
  'bands',
  'facts',
  'expect',
  'seen-as',
  'when',
  'unless',
  'ask-when',
  'hooks',
  'choices',
])

/** The base with every text an author is free to choose replaced by `text`. */
export function withTexts(kb: KnowledgeBase, text: string): KnowledgeBase {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return key !== 'expect' && (fixed.has(key) || fixedLists.has(key)) ? value : text
    if (Array.isArray(value)) return value.map(item => walk(item, key))
    if (typeof value !== 'object' || value === null) return value
    if (fixedLists.has(key) && key !== 'sources' && key !== 'choices') return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]))
  }
  return Object.fromEntries(
    Object.entries(kb).map(([folder, objects]) => [
      folder,
      folder === 'kb'
        ? walk(objects, 'kb')
        : Object.fromEntries(Object.entries(objects as object).map(([id, object]) => [id, walk(object, '')])),
    ]),
  ) as unknown as KnowledgeBase
}
