import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockSpansIn } from '../../src/evidence/told/clocks.ts'
import { quantitiesIn } from '../../src/evidence/told/quantities.ts'

const secondsIn = (text: string) => quantitiesIn(text).map(({ least, role }) => (role === 'lasting' ? least : role))

describe('a duration reads as its seconds in every notation', () => {
  test.each([
    ['1 min 30', 90],
    ['1m10s', 70],
    ["2'30", 150],
    ['1h20', 4800],
    ['1:10 min', 70],
    ['one and a half minutes', 90],
    ['a minute and a half', 90],
    ['half an hour', 1800],
    ['three quarters of an hour', 2700],
    ['between 40 and 50 seconds', 40],
    ['some forty seconds', 40],
    ['anderthalb Minuten', 90],
    ['eine halbe Minute', 30],
    ['une minute et demie', 90],
    ['une bonne quarantaine de secondes', 40],
    ['dos minutos y medio', 150],
    ['hora y media', 5400],
    ['meia hora', 1800],
    ["mezz'ora", 1800],
    ['anderhalve minuut', 90],
    ['en och en halv timme', 5400],
    ['halvannan minut', 90],
    ['półtorej minuty', 90],
    ['minutu a půl', 90],
    ['полторы минуты', 90],
    ['полчаса', 1800],
    ['bir buçuk dakika', 90],
    ['másfél perc', 90],
    ['puolitoista minuuttia', 90],
    ['1時間半', 5400],
    ['一分半', 90],
    ['一个半小时', 5400],
    ['四十多秒', 40],
    ['한 시간 반', 5400],
    ['1분 30초', 90],
  ])('%s', (text, seconds) => expect(secondsIn(text)).toEqual([seconds]))

  test.each([
    ['under a minute', 0],
    ['less than 2 minutes', 0],
    ['2分以内', 0],
    ['5 minutes ago', 'ago'],
    ['vor 5 Minuten', 'ago'],
    ['hace 5 minutos', 'ago'],
    ['5분 전', 'ago'],
    ['every 30 seconds', 'every'],
    ['alle 30 Sekunden', 'every'],
    ['timeout of 60s', 'limit'],
    ['früher 2 Sekunden', 'usual'],
    ['раньше 2 секунды', 'usual'],
  ])('but %s is none that lasted', (text, role) => expect(secondsIn(text)).toEqual([role]))

  test('minutes and seconds, however they are joined', () => {
    const forms = [
      (m: number, s: number) => `${m} minutes and ${s} seconds`,
      (m: number, s: number) => `${m} min ${s} s`,
      (m: number, s: number) => `${m}m${String(s).padStart(2, '0')}s`,
      (m: number, s: number) => `${m} Minuten und ${s} Sekunden`,
      (m: number, s: number) => `${m} minutes et ${s} secondes`,
      (m: number, s: number) => `${m} minutos y ${s} segundos`,
      (m: number, s: number) => `${m} минут ${s} секунд`,
      (m: number, s: number) => `${m} dakika ${s} saniye`,
      (m: number, s: number) => `${m}分${s}秒`,
      (m: number, s: number) => `${m}분 ${s}초`,
    ]
    const any = fc.tuple(fc.integer({ min: 2, max: 59 }), fc.integer({ min: 10, max: 59 }), fc.constantFrom(...forms))
    fc.assert(
      fc.property(any, ([m, s, form]) => {
        expect(secondsIn(`It took ${form(m, s)}.`)).toEqual([m * 60 + s])
      }),
    )
  })
})

describe('two times of the day are a duration where they are its beginning and its end', () => {
  test.each([
    'It ran 14:15 to 15:10',
    'from 14:15 until 15:10',
    'started at 14:15, finished at 15:10',
    'Partito alle 14:15, finito alle 15:10',
    'começou às 14:15 e terminou às 15:10',
    'lancé à 14h15 et terminé à 15h10',
    'sosreport запущен в 14:15, закончился в 15:10',
  ])('%s', text => expect(clockSpansIn(text).map(({ least }) => least)).toEqual([3300]))
  test('but not where they are two moments', () => expect(clockSpansIn('The alarm was at 14:15; at 15:10 somebody called.')).toEqual([]))
})
