import { type Condition, checkedCondition, type Test } from '../../kb/condition.ts'
import { type FactValue, factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { RawCondition } from '../../kb/shapes.ts'
import { opposites } from '../../kb/vocabulary.ts'
import { bandWords, operatorWords } from '../../render/words.ts'
import { factKey } from '../graph/model.ts'
import { type Inline, joined, link, type Text } from './model.ts'

/** A condition as an English clause: "A is yes and B is more than 120 seconds". Groups inside groups stand in brackets. */
export function conditionText(kb: KnowledgeBase, raw: RawCondition): Text {
  return clause(kb, checkedCondition(raw, kb, true), false)
}

function clause(kb: KnowledgeBase, condition: Condition, inside: boolean): Text {
  if (condition.kind === 'test') return testText(kb, condition)
  if (condition.kind === 'not') return notText(kb, condition.of, inside)
  if (condition.of.length === 1) return clause(kb, condition.of[0]!, inside)
  const parts = condition.of.map(part => clause(kb, part, true))
  const text = joined(parts, condition.kind === 'all' ? ' and ' : ' or ')
  return inside ? ['(', ...text, ')'] : text
}

/** The opposite of a test is a test; of an unknown fact neither holds. */
function notText(kb: KnowledgeBase, of: Condition, inside: boolean): Text {
  if (of.kind === 'not') return clause(kb, of.of, inside)
  if (of.kind === 'test' && of.type === 'yes-no' && typeof of.value === 'boolean' && of.operator === 'is')
    return testText(kb, { ...of, value: !of.value })
  if (of.kind === 'test' && opposites[of.operator] !== undefined) return testText(kb, { ...of, operator: opposites[of.operator]! })
  return ['not (', ...clause(kb, of, false), ')']
}

/** In a sentence about a list, `includes` is clearer than `holds`. */
const verbs: Readonly<Record<string, string>> = { ...operatorWords, includes: 'includes', excludes: 'does not include' }

function testText(kb: KnowledgeBase, { fact, type, operator, value }: Test): Text {
  if (type === 'band') {
    const bands = [value].flat().map(band => bandWords[band as keyof typeof bandWords] ?? String(band))
    return [link(`hypotheses/${fact}`, kb.hypotheses[fact]!.title), ` ${verbs[operator]} ${bands.join(' or ')}`]
  }
  const subject: Inline = link(factKey(kb, fact), `“${factOf(kb, fact)!.title}”`)
  if (operator === 'known') return [subject, ' is known']
  if (type === 'yes-no') return [subject, ` is ${(value === true) === (operator === 'is') ? 'yes' : 'no'}`]
  if (Array.isArray(value) && value.length === 0) return [subject, operator === 'is' ? ' is empty' : ' is not empty']
  return [subject, ` ${verbs[operator]} `, ...valueText(kb, fact, value, operator === 'one-of' || operator === 'none-of' ? ' or ' : ', ')]
}

/** A value of a fact, with its label, unit or the page it stands for. */
export function valueText(kb: KnowledgeBase, id: string, value: FactValue, between = ', '): Text {
  const file = factOf(kb, id)!
  const one = (item: FactValue): Text => {
    if (item === true) return ['yes']
    if (item === false) return ['no']
    const word = String(item)
    if (file.of !== undefined && Object.hasOwn(kb[file.of], word)) return [link(`${file.of}/${word}`, kb[file.of][word]!.title)]
    if (file.choices !== undefined && !Array.isArray(file.choices) && Object.hasOwn(file.choices, word)) return [`“${file.choices[word]}”`]
    return [file.unit === undefined ? word : `${word} ${file.unit}`]
  }
  if (!Array.isArray(value)) return one(value as FactValue)
  return value.length === 0 ? ['none'] : joined((value as readonly FactValue[]).map(one), between)
}
