import type { Page } from '../../finding.ts'
import { symptomWith } from '../example-files.ts'
import { page } from '../model.ts'

const [path, text] = symptomWith({})
const as = (content: string) => ({ [path]: content })
const right = as(text)

/** What keeps a file from being read at all. A base with such a file does not load. */
export const textPages: Readonly<Record<string, Page>> = {
  'yaml-syntax': page(
    'error',
    'The file is no YAML',
    'Nothing of a file that cannot be read counts. Most often a text with ": " or a bracket in it needs quotes, or a line is indented differently from its neighbours.',
    as('title: The page is blank: all of it\n'),
    right,
  ),
  'two-documents': page(
    'error',
    'Two documents in one file',
    'The file name is the id, so one file holds one object. What follows "---" would have no name.',
    as(`${text}---\n${text}`),
    right,
  ),
  'duplicate-key': page(
    'error',
    'A key stands twice',
    'Only one of the two could count, and nobody could tell which was meant.',
    as(`${text}title: The page is white\n`),
    right,
  ),
  'yaml-tag': page(
    'error',
    'A tag of YAML that means nothing here',
    'Tags such as !date or !ref belong to other programs.',
    as(text.replace('title: ', 'title: !label ')),
    right,
  ),
  'empty-file': page('error', 'The file is empty', 'A file that says nothing looks like one that was lost.', as('# to come\n'), right),
  'not-utf8': page(
    'error',
    'The file is not UTF-8 text',
    'Other encodings turn letters into signs that nobody typed. Save the file as UTF-8.',
    as(text.replace('blank', 'bl\0nk')),
    right,
  ),
  'file-too-large': page(
    'error',
    'The file is larger than 1 MiB',
    'One object is never that long; something else was put here.',
    as(`${text}# ${'x'.repeat(1 << 20)}\n`),
    right,
  ),
  'too-deep': page(
    'error',
    'The file nests too deep',
    'More than 64 levels are a slip, or an attack on the reader of the file.',
    as(`title: ${'['.repeat(70)}\n`),
    right,
  ),
  'too-many-aliases': page(
    'error',
    'Too many aliases',
    'Aliases that stand for aliases can grow without end. Write the values out.',
    as(`title: &a x\nfind-out: [${'*a, '.repeat(51)}*a]\n`),
    right,
  ),
  'unknown-anchor': page(
    'error',
    'An alias without its anchor',
    'Unquoted text that begins with "*" repeats what an anchor ("&") names further up. Most often it is meant as plain text.',
    as('title: *all\n'),
    right,
  ),
  'cyclic-alias': page(
    'error',
    'An alias within what it repeats',
    'A value that holds itself has no end. Write out what is meant.',
    as('title: &a\n  - x\n  - *a\n'),
    right,
  ),
  'forbidden-key': page(
    'error',
    'A key that cannot be used',
    'The program itself uses this word for something else.',
    as(`${text}__proto__: 1\n`),
    right,
  ),
  'not-a-rule-file': page(
    'error',
    'A file that is no rule file',
    'Only .yaml files belong into a base; what lies beside them would be taken for knowledge that counts.',
    { 'symptoms/page-is-blank.txt': text },
    {},
  ),
  'unknown-folder': page(
    'error',
    'A file in no folder of a knowledge base',
    'The folder tells what kind of object a file is. In another folder it would do nothing, unnoticed.',
    { 'symptom/page-is-grey.yaml': text },
    {},
  ),
  'wrong-id': page(
    'error',
    'A name that cannot be an id',
    'Ids stand in conditions, commands and tickets: small letters, digits and single hyphens only. The file name is the id.',
    { 'symptoms/Page_is_grey.yaml': text.replaceAll('blank', 'grey') },
    {},
  ),
  'no-kb-file': page(
    'error',
    'The base has no kb.yaml',
    'It names the base and its version; every result says which base it came from.',
    { 'kb.yaml': null },
    {},
  ),
  'unreadable-file': page('error', 'A file cannot be read', 'It may belong to somebody else, or it is a link to nothing.', {}, {}),
  'no-such-folder': page('error', 'There is no such folder', 'Nothing was looked at, so nothing can be said to be right.', {}, {}),
  'no-base': page(
    'error',
    'The folder holds no knowledge base',
    'Neither kb.yaml nor any of its folders is there: it is another folder.',
    {},
    {},
  ),
  'too-many-files': page(
    'error',
    'Far more files than a base has',
    'It is another folder, perhaps a whole disk; nothing was read.',
    {},
    {},
  ),
  'link-to-folder': page('error', 'A link to a folder', 'It may lead anywhere, also in a circle, so it is not followed.', {}, {}),
}
