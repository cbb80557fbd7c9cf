import { describe, expect, test } from 'vitest'
import { withoutCalmRows } from '../../src/evidence/told/calm-rows.ts'
import { withoutPassages } from '../../src/evidence/told/passages.ts'

const left = (text: string) => withoutPassages(text).replace(/\s+/g, ' ')

describe('a passage is left out', () => {
  test.each([
    [
      'of last winter, closed and not seen since',
      'Last winter ls hung for minutes on ox1. The card was swapped, the ticket is closed, and not seen again.',
    ],
    ['of an older year than that of the letter', 'Date: 4 Feb 2025\n\nIn May 2023 ls hung for minutes. The case was closed in June 2023.'],
    ['of last year, in German', 'Im letzten Jahr hing ls minutenlang. Das Ticket ist geschlossen, seither nie wieder aufgetreten.'],
    ['of last year, in French', "L'an dernier un simple ls restait bloqué. Le dossier est clos, plus aucune récidive depuis."],
    ['of last year, in Spanish', 'El año pasado ls se colgaba. La incidencia está cerrada y desde entonces no se ha repetido.'],
    ['of last year, in Polish', 'Zeszłej zimy ls potrafiło wisieć. Zgłoszenie zamknięte, od tego czasu ani razu.'],
    ['of last year, in Czech', 'Loni v zimě ls viselo. Hlášení je uzavřené a od té doby se to neopakovalo.'],
    ['of last year, in Russian', 'Прошлой зимой ls зависал. Заявка закрыта, с тех пор ни одного повторения.'],
    ['of last year, in Turkish', 'Geçen kış ls takılıyordu. Kayıt kapatıldı, o zamandan beri bir daha yaşanmadı.'],
    ['of last year, in Japanese', '昨年の冬に ls が固まりました。チケットはクローズ済みで、再発していません。'],
    ['of last year, in Chinese', '去年冬天 ls 会卡住。工单已关闭,此后再未出现。'],
    ['of last year, in Korean', '작년 겨울에 ls 가 멈췄습니다. 티켓은 종결되었고 이후 재발은 없었습니다.'],
    ['of a former employer, where the own is quick', 'At my last company ls hung for minutes.\n\nHere all is snappy.'],
    [
      'of another customer, where yours answers',
      'Bei einem anderen unserer Kunden hing ls minutenlang.\n\nBei Ihnen antwortet alles sofort.',
    ],
    [
      'of the lab of a vendor, where nothing is to be done',
      "The vendor's own lab cluster: there ls hung for minutes.\n\nNo action for us.",
    ],
    ['broken by the end of a line', 'I was told that with another of\nour customers ls hung for minutes.\n\nOurs is fine.'],
    ['of a machine beside the cluster', 'Host: old-bkp\nls hung for minutes\n\nold-bkp is a standalone box.'],
  ])('%s', (_, text) => expect(left(text)).not.toMatch(/(?<!\p{L})ls(?!\p{L})/u))
})

describe('a passage stays', () => {
  test.each([
    ['where it came back', 'Last winter ls hung for minutes on ox1, the ticket was closed. Now it is happening again.'],
    ['where it came back, in German', 'Im letzten Jahr hing ls minutenlang, das Ticket wurde geschlossen. Jetzt ist es wieder da.'],
    ['where nobody says that it is over', 'Last winter ls hung for minutes on ox1, and it does until this day.'],
    ['where it goes on since then', 'Since last year ls hangs for minutes. The case was closed too early.'],
    ['where what is of now stands behind', 'Last year the case was closed. Last night ls hung for minutes.'],
    ['where the own has it as well', 'Another customer had it. Since Monday ls hangs for minutes with us, and nobody knows why.'],
    ['where only the other node is well', 'Another customer had it too.\n\nls hangs for minutes on ox1. Our second node is fine.'],
    ['of the node that is named beside a stranger', 'old-bkp is a standalone box. But ls hung for minutes on ox1.'],
  ])('%s', (_, text) => expect(left(text)).toMatch(/(?<!\p{L})ls(?!\p{L})/u))
})

const rows = (...lines: string[]) => lines.join('\n')
describe('a row tells nothing where', () => {
  test.each([
    ['its count is nothing', rows('# | item | count', '--|--|--', '1 | token lost | 0')],
    ['its verdict is good, and none was seen', rows('Nr;Punkt;Befund;Urteil', '1;token lost;keine;i.O.')],
    ['blanks stand between its columns', rows('No  item          result  verdict', '1   token lost    0 次    正常')],
    ['its measure is below the threshold', rows('check      worst   alarm at   state', 'token lost   9.2 s   60 s       OK')],
    ['a test was not run', rows('n;test;expected result;actual result', '1;pull the cable;token lost;')],
    [
      'a test was not run, and the last column is not there',
      rows('nr  test        expected      actual   by', '1   pull it     token lost'),
    ],
    [
      'a test has its result, and this is what should be',
      rows('n;test;expected result;actual result', '1;pull the cable;the token lost;ok'),
    ],
  ])('%s', (_, text) => expect(withoutCalmRows(text)).not.toContain('token lost'))
})

describe('a row is told where', () => {
  test.each([
    ['it was seen', rows('# | item | count', '1 | token lost | 3')],
    ['one of two nodes has it', rows('item | ox1 | ox2', 'token lost | 0 | 4')],
    ['its verdict is bad', rows('check        worst   alarm at   state', 'token lost   310 s   60 s       CRITICAL')],
    ['it is an event with its time', rows('time | what | code', '03:12 | token lost | 0')],
    ['that is the result of a test', rows('n;test;expected result;actual result', '1;restart;no errors;token lost')],
    ['it is above the threshold, whoever called it fine', rows('check;worst;alarm at;state', 'token lost;310 s;60 s;OK')],
  ])('%s', (_, text) => expect(withoutCalmRows(text)).toContain('token lost'))
})
