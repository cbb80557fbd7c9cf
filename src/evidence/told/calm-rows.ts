import { later } from '../lines/later.ts'
import { isAligned, type RowCell, rowCells } from './columns.ts'
import { word } from './not-stated-words.ts'
import { quantitiesIn } from './quantities.ts'

/**
 * Rows that name a symptom and tell that there is none: those of an inspection with a count of nothing or a verdict of "normal", those of a
 * monitor below its threshold, and those of a test of which nobody has written down a result. What a test should show is no result.
 */

/** The head of a column of what should come of it. */
const expected = later(
  `${word(
    'expected|expectation|expect|should|erwartet\\p{L}*|erwartung|soll(?:ergebnis|verhalten|zustand)?|attendue?s?|esperad[oa]s?|previst[oa]s?|attes[oaie]|oczekiwan\\p{L}*|spodziewan\\p{L}*|očekávan\\p{L}*|ожидаем\\p{L}*|очікуван\\p{L}*|verwacht\\p{L}*|förvänta\\p{L}*|forvente\\p{L}*|beklenen|odotettu\\p{L}*|elvárt|várt|așteptat\\p{L}?',
  )}|期待|預期|预期|想定結果|예상|기대`,
  'iu',
)
/** The head of a column of what came of it. */
const result = later(
  `${word(
    'actual|results?|outcome|observed|pass(?:ed)?(?:/fail(?:ed)?)?|verdict|ist(?:ergebnis|zustand|-?wert)?|ergebnis|tatsächlich\\p{L}*|résultats?|obtenue?s?|constatée?s?|observée?s?|resultados?|obtenid[oa]|obtid[oa]|esito|ottenut[oa]|risultat[oi]|wynik\\p{L}*|rzeczywist\\p{L}*|výsled\\p{L}*|skutečn\\p{L}*|результат\\p{L}*|фактическ\\p{L}*|uitkomst|resultaat|werkelijk\\p{L}*|utfall|resultat|faktisk\\p{L}*|sonuç|gerçekleşen|tulos|toteutunut|eredmény|rezultat\\p{L}?',
  )}|結果|実際|实际|结果|判定|결과|실제`,
  'iu',
)
/** The head of a column of how often. */
const count = later(
  `${word('count|number|times|occurrences|value|finding|anzahl|wert|befund|nombre|valeur|veces|valor|medida|cantidad|vezes|valore|numero|conteggio|aantal|waarde|antal|värde|liczba|ilość|wartość|počet|hodnota|количество|значение|число|adet|sayı|değer|määrä|arvo|darab')}|次数|数量|件数|回数|횟수|건수`,
  'iu',
)
/** Nobody has written anything there yet. */
const pending = later(
  `^(?:[^\\p{L}\\d✓✔✅❌]*|(?:n/?[ad]|tbd|t\\.b\\.d\\.|todo|pending|open|planned|not (?:yet )?(?:run|done|tested|executed)|offen|ausstehend|geplant|(?:noch )?nicht (?:getestet|durchgeführt)|à (?:faire|venir)|en attente|non (?:testé|exécuté)|pendiente|por hacer|sin (?:probar|ejecutar)|pendente|por fazer|não executado|da (?:fare|eseguire)|non eseguito|nog niet(?: uitgevoerd)?|te doen|ej (?:körd|utförd)|inte (?:körd|utförd)|ikke (?:kørt|utført)|do (?:wykonania|zrobienia)|nie wykonano|neprovedeno|bude provedeno|не (?:выполнялось|проводилось|проверялось)|ожидает|yapılmadı|bekliyor|tekemättä|未(?:実施|着手|確認|执行|测试|填写)?|待(?:定|测|执行|填)?|미(?:실시|정|수행|시행)?|예정)[^\\p{L}\\d]*)$`,
  'iu',
)
/** A count of nothing. */
const zero = /^[~(]?0(?:\s?(?:[×x%]|\p{L}{1,12}\.?)(?:\s?\/\s?\p{L}{1,8})?)?\)?$/iu
const none = later(
  `^(?:none|nil|no|never|nothing|not (?:seen|found|observed)|keine?r?s?|nein|nie|nichts|nicht aufgetreten|aucune?s?|néant|non|jamais|rien|ningun[oa]|ninguno|nada|nunca|nessun[oa]?|nulla|mai|nenhuma?|não|geen|nee|nooit|inga?|inget|nej|aldrig|ingen|nei|brak|nie|nigdy|żadnych|žádn\\p{L}{1,3}|ne|nikdy|nic|нет|не было|ни разу|отсутству\\p{L}+|немає|yok|hayır|hiç|ei(?: yhtään| ole)?|nincs|nem|nu|niciun[ae]?|なし|無し?|ない|無い|无|沒有|没有|未(?:发生|发现|出现)|없음|없습니다|해당 ?없음)[.!]?$`,
  'iu',
)
/** A verdict that nothing is amiss, alone in its cell. */
const fine = later(
  `^\\W{0,3}(?:ok(?:ay)?|o\\.k|i\\.? ?o|in ordnung|normal\\p{L}{0,2}|fine|good|pass(?:ed)?|healthy|green|met|clear|within (?:limits?|target|threshold)|unauffällig|bestanden|gut|conforme|correct[eo]?|ras|bon|satisfaisant|bien|dentro de(?:l límite| lo normal)?|regolare|(?:a|nella) norma|positivo|dentro do (?:limite|normal)|w normie|prawidłow\\p{L}|dobr[zy]e?|v (?:pořádku|normě)|vyhovuje|норм[аы]|в норме|исправн[оы]|хорошо|соответствует|в нормі|goed|in orde|akkoord|voldoende|normaal|bra|godkänt?|godkendt|godkjent|iyi|uygun|kunnossa|rendben|megfelel\\p{L}*|în regulă|正常|良好?|合格|通过|通過|達成|異常なし|異常無し|問題なし|정상|양호|적합|이상 ?없음)[.!]?$|^[✓✔✅🟢]\\uFE0F?$`,
  'iu',
)
/** A row of an event, which has its moment, is none of an inspection. */
const moment =
  /(?<![\d.])\d{1,2}[:h]\d\d(?!\d)|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}月\d{1,2}日|\d{1,2}월 ?\d{1,2}일|\d{1,2}[时時点시]/u
const rule = /^[\s|:+=—-]+$/
const quickSeconds = 60

/** A name, dots or blanks that lead to its count, and the count: "failed stops ....... 0". One dot alone needs blanks around it. */
const led = /^[\s>]*(?:[-*•]\s+)?(\S.{2,90}?)(?:\s?[.·_…‥]{3,60}\s?|\s?…+\s?|\s[.·]{1,2}\s|\s{3,60})([^\s.·_…‥].{0,24})$/u
function isLedToNothing(line: string): boolean {
  const [, name, value] = line.length < 200 ? (led.exec(line.trimEnd()) ?? []) : []
  return (
    name !== undefined &&
    /\p{L}{3}|[\u3041-\u9fff\uac00-\ud7a3]{2}/u.test(name) &&
    !moment.test(line) &&
    (zero.test(value!) || none.test(value!))
  )
}

interface Head {
  readonly cells: readonly RowCell[]
  readonly expected: readonly number[]
  readonly results: readonly number[]
  readonly counts: readonly number[]
  readonly isByColumn: boolean
}

/** The same text, with such rows empty, and what was expected only taken out of those that have a result. */
export function withoutCalmRows(text: string): string {
  if (!/[|;\t]| {2}|\u3000|[.·_…]{2}|…/.test(text)) return text
  let head: Head | undefined
  return text
    .split('\n')
    .map(line => {
      if (line.trim() === '') head = undefined
      if (rule.test(line)) return line
      if (isLedToNothing(line)) return ''
      const cells = rowCells(line)
      const found = cells && headOf(cells, line)
      if (found) {
        head = found
        return line
      }
      const placed = head && placedIn(head, line, cells)
      if (head && placed && head.expected.length > 0) return withoutExpected(line, placed, head)
      return cells && isCalm(cells, head && placed ? { head, placed } : undefined, line) ? '' : line
    })
    .join('\n')
}

function headOf(cells: readonly RowCell[], line: string): Head | undefined {
  if (cells.some(({ text }) => text.length > 40) || moment.test(line)) return undefined
  const where = (pattern: RegExp) => cells.flatMap(({ text }, i) => (pattern.test(text) ? [i] : []))
  const toCome = where(expected)
  const results = where(result).filter(i => !toCome.includes(i))
  const counts = where(count).filter(i => !toCome.includes(i))
  if (toCome.length + results.length + counts.length === 0) return undefined
  // A row that tells a result has words of its own.
  if (cells.some(({ text }) => fine.test(text) || zero.test(text) || /^\d/.test(text))) return undefined
  return { cells, expected: toCome, results, counts, isByColumn: isAligned(line) }
}

/** The cells of a row by the columns of its head; `undefined` where one is empty. */
function placedIn(head: Head, line: string, cells: readonly RowCell[] | undefined): (RowCell | undefined)[] | undefined {
  const own = cells ?? (head.isByColumn && isAligned(line) ? pairIn(line) : undefined)
  if (!own || own.length > head.cells.length) return undefined
  if (!head.isByColumn || own.length === head.cells.length) return head.cells.map((_, i) => own[i])
  const placed: (RowCell | undefined)[] = head.cells.map(() => undefined)
  for (const cell of own) {
    const at = head.cells.findLastIndex(({ column }) => column <= cell.column + 1)
    if (at === -1 || placed[at]) return undefined
    placed[at] = cell
  }
  return placed
}
/** A row of two cells below a head of more. */
function pairIn(line: string): readonly RowCell[] | undefined {
  const [whole, blanks, first, gap, second] = /^(\s*)(\S.{0,120}?)( {2,})(\S.{0,200})$/.exec(line) ?? []
  if (whole === undefined) return undefined
  const at = blanks!.length + first!.length + gap!.length
  return [
    { text: first!, start: blanks!.length, end: blanks!.length + first!.length, column: blanks!.length },
    { text: second!.trim(), start: at, end: line.length, column: at },
  ]
}

function withoutExpected(line: string, placed: readonly (RowCell | undefined)[], head: Head): string {
  const results = head.results.map(i => placed[i])
  if (results.length > 0 && results.every(cell => cell === undefined || pending.test(cell.text))) return ''
  let left = line
  for (const i of head.expected) {
    const cell = placed[i]
    // A measure beside its limit is known as such by its head.
    if (!cell || !/\p{L}{3}|[\u3041-\u9fff\uac00-\ud7a3]{3}/u.test(cell.text) || measureOf(cell.text) !== undefined) continue
    left = `${left.slice(0, cell.start)}-${' '.repeat(cell.end - cell.start - 1)}${left.slice(cell.end)}`
  }
  return left
}

function measureOf(text: string): number | undefined {
  if (text.length > 40 || !/\d/.test(text)) return undefined
  const [first, second] = quantitiesIn(text)
  return first && !second && first.role === 'lasting' ? first.least : undefined
}

function isCalm(
  cells: readonly RowCell[],
  known: { readonly head: Head; readonly placed: readonly (RowCell | undefined)[] } | undefined,
  line: string,
): boolean {
  if (moment.test(line)) return false
  const texts = cells.slice(1).map(({ text }) => text)
  const isFine = texts.some(text => fine.test(text))
  const isZero = texts.some(text => zero.test(text))
  const counts = texts.flatMap(text => (/^\d{1,6}$/.test(text) ? [Number(text)] : []))
  if (isZero && (isFine || counts.every(value => value === 0))) return true
  const isNone = texts.some(text => none.test(text))
  const own = known ? [...known.head.counts, ...known.head.results].map(i => known.placed[i]?.text ?? '') : []
  if (isNone && (isFine || own.some(text => none.test(text)))) return true
  if (!isFine) return false
  const measures = texts.flatMap(text => measureOf(text) ?? [])
  if (measures.length > 0) return measures.length > 1 ? measures[0]! <= Math.max(...measures.slice(1)) : measures[0]! < quickSeconds
  return counts.length > 1 && counts[0]! < counts.at(-1)!
}
