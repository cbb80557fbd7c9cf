import { symptomWith } from '../example-files.ts'
import { type Checks, page, pageOf } from '../model.ts'

const [path, text] = symptomWith({})
const as = (content: string) => ({ [path]: content })

/** The first line tells editors which shape the file has. */
export const schemaLine = /^# yaml-language-server: \$schema=\S+$/

/** How the text lies in the file; none of it changes what the file says. */
export const layout: Checks = {
  pages: {
    'windows-line-endings': page(
      'warning',
      'Lines end as on Windows',
      'A carriage return at the end of a line shows as a change of the whole file in every comparison, and ends up in commands that people copy.',
      as(text.replaceAll('\n', '\r\n')),
      as(text),
      true,
    ),
    'byte-order-mark': page(
      'warning',
      'The file begins with a byte order mark',
      'It is invisible, and some programs take it for part of the first key.',
      as(`\uFEFF${text}`),
      as(text),
      true,
    ),
    'trailing-spaces': page(
      'warning',
      'A line ends with spaces or tabs',
      'Nobody sees them, and every comparison shows them as changes.',
      as(text.replace('yes-no\n', 'yes-no  \n')),
      as(text),
      true,
    ),
    'no-final-newline': page(
      'warning',
      'The last line has no end',
      'Tools that put files one after the other then join two lines into one.',
      as(text.trimEnd()),
      as(text),
      true,
    ),
    'todo-left': pageOf(
      'warning',
      'Something is still to be done here',
      'A gap that was marked for later would be printed for an administrator in the night.',
      ...symptomWith({ explain: '§' }),
      'TODO say what it means.',
      'A page came out, and nothing is on it.',
    ),
    'yaml-anchor': page(
      'warning',
      'An anchor or alias of YAML is used',
      'Who edits one place changes another without seeing it. The same text twice is easier to read.',
      as(text.replace('ask: Is the page blank?', 'ask: &same Is the page blank?')),
      as(text),
    ),
    'ambiguous-word': pageOf(
      'warning',
      'An unquoted word that other programs read differently',
      'Older readers of YAML take on, off, y and n for yes or no, and 1:30 for ninety. In quotes it is text everywhere.',
      ...symptomWith({ 'find-out': '[{ do: Look at the last page, expect: § }]' }),
      'off',
      "'off'",
      true,
    ),
    'no-schema-line': page(
      'info',
      'The file does not name its schema',
      'Other files of this base begin with a line that tells the editor which keys there are; with it mistakes show while typing.',
      {
        'facts/drivers.yaml':
          '# yaml-language-server: $schema=../.schema/fact.json\ntitle: Drivers in use\ntype: list\nof: vendors\nask: Which drivers are in use?\nexplain: A driver prepares pages.\ncost: command\nfind-out: [{ run: lpstat -v, expect: a line for each }]\n',
      },
      {},
      true,
    ),
  },
  together(files, reportFor) {
    const bare = files.filter(({ yaml }) => !schemaLine.test(firstLine(yaml.notes.text)))
    if (bare.length === files.length) return
    for (const file of bare)
      reportFor(file)(
        'no-schema-line',
        1,
        1,
        'the file does not name its schema',
        'Copy the first line of a file beside it, or run kb lint --fix.',
      )
  },
  file({ yaml }, _, reportAt) {
    const { text, anchors, ambiguous } = yaml.notes
    if (text.startsWith('\uFEFF'))
      reportAt('byte-order-mark', 1, 1, 'the file begins with a byte order mark', 'Save it as UTF-8 without BOM, or run kb lint --fix.')
    const windows = text.indexOf('\r\n')
    if (windows >= 0)
      reportAt(
        'windows-line-endings',
        text.slice(0, windows).split('\n').length,
        1,
        'lines end with a carriage return',
        'Save it with Unix line ends, or run kb lint --fix.',
      )
    text.split(/\r?\n/).forEach((line, i) => {
      if (/[ \t]$/.test(line))
        reportAt(
          'trailing-spaces',
          i + 1,
          line.trimEnd().length + 1,
          'the line ends with spaces or tabs',
          'Delete them, or run kb lint --fix.',
        )
      const gap = /\b(?:TODO|FIXME|XXX|TBD)\b|(?<!\S)\?\?\?(?!\S)/.exec(line)
      if (gap)
        reportAt('todo-left', i + 1, gap.index + 1, `"${gap[0]}" marks something that is still to be done`, 'Do it, then delete the mark.')
    })
    if (text !== '' && !text.endsWith('\n'))
      reportAt(
        'no-final-newline',
        text.split('\n').length,
        1,
        'the last line has no end',
        'End it with a line break, or run kb lint --fix.',
      )
    for (const { line, column } of anchors)
      reportAt(
        'yaml-anchor',
        line,
        column,
        'an anchor makes this value count in other places too',
        'Write the value out wherever it is meant.',
      )
    for (const { line, column, word } of ambiguous)
      reportAt('ambiguous-word', line, column, `other programs do not take "${word}" for text`, `Write '${word}', or run kb lint --fix.`)
  },
}

const firstLine = (text: string) => text.slice(text.startsWith('\uFEFF') ? 1 : 0).split(/\r?\n/, 1)[0]!
