import { hypothesisWith, kbWith, numberWith, stepWith, symptomWith } from '../example-files.ts'
import { type Checks, page, pageOf } from '../model.ts'
import { proseOf, sentencesOf } from '../walk.ts'

const longestTitle = 110
const longestSentence = 450
/** Ordinary words that begin no sentence in small letters; names of programs may. */
const ordinary =
  /^(?:the|a|an|it|its|this|that|these|those|there|they|when|while|if|no|not|only|every|each|all|is|are|was|were|does|do|has|have|use|see|make|check|stop|start|run|look|put|with|without|on|in|at|after|before|because|then|some|many|one|two|new|old|you|we|what|how)\b/

/** How titles, sentences and other texts for people are written. */
export const texts: Checks = {
  pages: {
    'title-ends-with-stop': pageOf(
      'warning',
      'A title ends like a sentence',
      'Titles stand in lists and tables, where a full stop looks like a mistake.',
      ...symptomWith({ title: '§' }),
      'The page is blank.',
      'The page is blank',
    ),
    'title-is-question': pageOf(
      'warning',
      'A title asks',
      'A title is a statement, so that it can follow words like "seen:" or "not seen:". The question belongs under "ask".',
      ...symptomWith({ title: '§' }),
      'Is the page blank?',
      'The page is blank',
    ),
    'title-too-long': pageOf(
      'warning',
      'A title is too long',
      `Titles stand beside numbers and bars on one line of a terminal: at most ${longestTitle} characters. The rest belongs under "explain".`,
      ...symptomWith({ title: '§' }),
      'The page that came out of the printer after somebody sent a document to it is blank on both of its sides, whatever the document held',
      'The page is blank',
    ),
    'sentence-without-stop': pageOf(
      'warning',
      'A sentence has no end',
      'Reasons and steps are printed one after the other. Without a full stop two of them read as one.',
      ...hypothesisWith({ because: '§' }),
      'Without ink there is no text',
      'Without ink there is no text.',
    ),
    'lower-case-start': pageOf(
      'warning',
      'A sentence begins with a small letter',
      'It is printed as a sentence of its own. Names of programs may begin small.',
      ...hypothesisWith({ because: '§' }),
      'without ink there is no text.',
      'Without ink there is no text.',
    ),
    'text-too-long': pageOf(
      'info',
      'A text is very long',
      `Somebody reads it at night, on a terminal. Above ${longestSentence} characters it is skipped; two short texts are read.`,
      ...hypothesisWith({ because: '§' }),
      `${'Without ink there is no text on the page. '.repeat(12).trim()}`,
      'Without ink there is no text.',
    ),
    'doubled-word': pageOf(
      'warning',
      'A word stands twice in a row',
      'A slip of the hand, or half of a sentence that was changed.',
      ...hypothesisWith({ because: '§' }),
      'Without ink there is no no text.',
      'Without ink there is no text.',
    ),
    'unusual-word': page(
      'warning',
      'A text uses a word that this base avoids',
      'In kb.yaml "words" lists words to avoid, each with the word to write instead. One word for one thing keeps questions and plans easy to follow.',
      Object.fromEntries([kbWith({}), stepWith({ do: 'Look for a jam.' })]),
      Object.fromEntries([kbWith({}), stepWith({ do: 'Look for a blockage.' })]),
    ),
    'question-without-mark': pageOf(
      'warning',
      'A question does not end with a question mark',
      'Beside a list of answers a statement reads as if it were already known.',
      ...symptomWith({ ask: '§' }),
      'Tell whether the page is blank.',
      'Is the page blank?',
    ),
    'question-too-long': pageOf(
      'warning',
      'A question is too long',
      'It must be understood at one glance. What it means belongs under "explain", how to see it under "find-out".',
      ...symptomWith({ ask: '§' }),
      'Is the page, when you take it out of the tray in which the printer puts what it has printed and hold it against the light of a lamp or of a window, blank on both of its sides?',
      'Is the page blank?',
    ),
    'question-does-not-fit': pageOf(
      'warning',
      'A question cannot be answered with yes or no',
      'The only answers of a yes-no fact are yes and no. A question that begins with how, which, what or why wants another type.',
      ...symptomWith({ ask: '§' }),
      'What does the page look like?',
      'Is the page blank?',
    ),
    'negative-question': pageOf(
      'info',
      'A question asks for a negative',
      'To "Isn\'t it …?" both yes and no can mean the same. Ask for what is there.',
      ...symptomWith({ ask: '§' }),
      "Isn't there any text on the page?",
      'Is the page blank?',
    ),
    'two-questions': pageOf(
      'warning',
      'One fact asks two questions',
      'There is one answer only. Make two facts of it.',
      ...symptomWith({ ask: '§' }),
      'Is the page blank? Or is it grey?',
      'Is the page blank?',
    ),
    'number-without-unit': page(
      'warning',
      'A number that is a time or a size has no unit',
      'Without "unit" nobody knows whether to type seconds or minutes, and a wrong unit is a wrong diagnosis.',
      Object.fromEntries([numberWith({ ask: 'How many minutes has it printed?', unit: null })]),
      Object.fromEntries([numberWith({})]),
    ),
  },
  file(file, report) {
    const { folder, object } = file
    const { title } = object as { title?: string }
    if (title !== undefined && folder !== '') {
      if (/[.;,]$/.test(title) && !/\betc\.$|\.\.\.$/.test(title))
        report('title-ends-with-stop', ['title'], 'the title ends like a sentence', 'Take the last sign away.')
      if (title.endsWith('?'))
        report('title-is-question', ['title'], 'the title is a question', 'Write it as a statement; the question belongs under "ask".')
      if (title.length > longestTitle)
        report(
          'title-too-long',
          ['title'],
          `the title has ${title.length} characters`,
          `Keep it below ${longestTitle}; the rest belongs under "explain".`,
        )
    }
    for (const { path, text } of sentencesOf(file)) {
      const trimmed = text.trim()
      if (!/[.!?:…][\])"'”’}]*$/.test(trimmed) && !trimmed.includes('\n'))
        report('sentence-without-stop', path, 'the sentence has no end', 'End it with a full stop.')
      if (ordinary.test(trimmed))
        report('lower-case-start', path, 'the sentence begins with a small letter', 'Begin it with a capital letter.')
    }
    for (const { path, text } of proseOf(file)) {
      if (text.length > longestSentence) report('text-too-long', path, `the text has ${text.length} characters`, 'Shorten it, or split it.')
      const twice = /(?<![\w-])([A-Za-z]{2,}) \1(?![\w-])/i.exec(text)
      if (twice && twice[0].split(' ')[1] === twice[1]!.toLowerCase() && !/^(?:that|had|very|ha)$/i.test(twice[1]!))
        report('doubled-word', path, `"${twice[1]}" stands twice in a row`, 'Take one of the two away.')
    }
    if (folder === 'facts' || folder === 'symptoms') questions(object as { ask?: string; type: string }, report)
  },
  base(kb, reportIn) {
    const words = Object.entries(kb.kb.words ?? {}).map(([word, instead]) => ({ word, instead, pattern: wholeWord(word) }))
    if (words.length === 0) return
    for (const folder of ['facts', 'symptoms', 'components', 'hypotheses', 'resolutions', 'events', 'vendors'] as const)
      for (const [id, object] of Object.entries(kb[folder]))
        for (const { path, key, text } of proseOf({ folder, object })) {
          // The name of a product is what its maker calls it.
          if (folder === 'vendors' && key === 'title') continue
          const plain = text.replace(/"[^"]*"|`[^`]*`|\{\{.*?\}\}|\{%.*?%\}/g, ' ')
          for (const { word, instead, pattern } of words)
            if (pattern.test(plain))
              reportIn(folder, id)(
                'unusual-word',
                path,
                `"${word}" is a word that this base avoids`,
                `Write "${instead}", or quote it when it is the name of a button.`,
              )
        }
  },
}

const wholeWord = (word: string) =>
  new RegExp(`(?<![\\w/.-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w/-])`, /[A-Z]{2}/.test(word) ? '' : 'i')

type Ask = { readonly ask?: string; readonly type: string; readonly unit?: string; readonly title?: string }

function questions({ ask, type, unit, title }: Ask, report: Parameters<NonNullable<Checks['file']>>[1]): void {
  if (
    type === 'number' &&
    unit === undefined &&
    /\b(?:how long|how big|how large|seconds|minutes|hours|size of|bytes|percent)\b/i.test(`${title} ${ask ?? ''}`)
  )
    report('number-without-unit', ['type'], 'the number has no unit', 'Add "unit", and end the id with it.')
  if (ask === undefined) return
  if (!/\?[)\]"']*$/.test(ask.trim()))
    report('question-without-mark', ['ask'], 'the question does not end with a question mark', 'Ask, and end with "?".')
  if (ask.length > 160)
    report('question-too-long', ['ask'], `the question has ${ask.length} characters`, 'Shorten it; what it means belongs under "explain".')
  if ((ask.match(/\?(?:\s|$)/g) ?? []).length > 1)
    report('two-questions', ['ask'], 'two questions share one answer', 'Make two facts of it, or one question.')
  if (type !== 'yes-no') return
  if (/^(?:how|which|what|why|who|where|when)\b(?!.*,)/i.test(ask))
    report('question-does-not-fit', ['ask'], 'yes or no does not answer this question', 'Ask for yes or no, or choose another type.')
  if (/^(?:is|are|was|were|does|do|did|has|have|can|will)n[’']t\b/i.test(ask))
    report('negative-question', ['ask'], 'both yes and no can mean the same here', 'Ask for what is there, not for what is missing.')
}
