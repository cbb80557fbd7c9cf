import type { Folder } from '../../kb/shapes.ts'

const tail = ['confidence', 'sources', 'article']
const fact = [
  'title',
  'type',
  'choices',
  'of',
  'unit',
  'min',
  'max',
  'whole',
  'first',
  'merge',
  'ask',
  'ask-when',
  'explain',
  'cost',
  'chance',
  'find-out',
  'seen-as',
  'absence',
  'read-as',
  'derive',
  'was',
]
const step = [
  'id',
  'do',
  'use',
  'at-least',
  'nodes',
  'when',
  'unless',
  'run',
  'changes',
  'on',
  'risk',
  'expect',
  'verify',
  'undo',
  'expires',
  'caution',
]

/** The usual order of keys: what an object is, how it is found, what follows, where it comes from. `*` stands for a place in a list. */
const orders: Readonly<Record<Folder | '', Readonly<Record<string, readonly string[]>>>> = {
  '': {
    '': [
      'id',
      'version',
      'title',
      'scope',
      'agents-fact',
      'variants-fact',
      'stand-in-agent',
      'unlisted-fact',
      'components-fact',
      'release-fact',
      'words',
      ...tail,
    ],
  },
  facts: { '': [...fact, ...tail], 'derive/*': ['id', 'when', 'value', 'because', ...tail] },
  symptoms: { '': [...fact, ...tail], 'derive/*': ['id', 'when', 'value', 'because', ...tail] },
  events: {
    '': ['title', 'in', 'about', 'lists', 'ordinary', 'timeline-only', 'count-once', 'explain', 'classes', 'forms', ...tail],
    'forms/*': ['versions', 'process', 'pattern', 'matches', 'ignores', 'sets', ...tail],
  },
  vendors: {
    '': [
      'title',
      'maker',
      'aliases',
      'kinds',
      'managed',
      'rhel',
      'hooks',
      'detect',
      'says',
      'variants',
      'versions',
      'switch-off',
      'exclusions',
      'measure',
      'known-faults',
      'ask-the-vendor',
      'documentation',
      ...tail,
    ],
    'switch-off/*': [
      'id',
      'grade',
      'variant',
      'do',
      'run',
      'on',
      'risk',
      'verify',
      'undo',
      'removes-hook',
      'blocked-by',
      'caution',
      'rhel',
      'note',
      ...tail,
    ],
  },
  components: { '': ['title', 'detect', 'paths', 'extend', ...tail], 'paths/*': ['path', 'kind', 'rhel', 'hot', 'why', 'risk', ...tail] },
  hypotheses: {
    '': ['title', 'explain', 'prior', 'importance', 'rules', 'resolutions', ...tail],
    'rules/*': ['id', 'when', 'points', 'decides', 'group', 'because', ...tail],
  },
  resolutions: { '': ['title', 'stage', 'when', 'unless', 'records', 'steps', ...tail], 'steps/*': [...step, ...tail] },
  cases: { '': ['title', 'about', 'facts', 'evidence', 'expect'] },
}

/** The usual order of the keys at a place of a file; undefined where there is none. */
export function usualOrder(folder: Folder | '', id: string, path: readonly (string | number)[]): readonly string[] | undefined {
  if (folder === '' && id !== 'kb') return undefined
  return orders[folder][path.map(part => (typeof part === 'number' ? '*' : part)).join('/')]
}

/** The keys of a map in their usual order; those of no usual place keep theirs, at the end. */
export function inUsualOrder(keys: readonly string[], usual: readonly string[]): string[] {
  const place = (key: string) => (usual.includes(key) ? usual.indexOf(key) : usual.length)
  return keys
    .map((key, i) => ({ key, i }))
    .sort((a, b) => place(a.key) - place(b.key) || a.i - b.i)
    .map(({ key }) => key)
}
