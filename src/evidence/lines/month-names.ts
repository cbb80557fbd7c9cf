/** Short names of the months, as `date` and `journalctl` write them in other languages than English; each line is a language. */
const names = `
Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez
Jän Feb Mrz Apr Mai Juni Juli Aug Sept Okt Nov Dez
janv févr mars avril mai juin juil août sept oct nov déc
janv fév mars avr mai juin juil aoû sept oct nov déc
ene feb mar abr may jun jul ago sept oct nov dic
ene feb mar abr may jun jul ago sep oct nov dic
gen feb mar apr mag giu lug ago set ott nov dic
jan fev mar abr mai jun jul ago set out nov dez
jan feb mrt apr mei jun jul aug sep okt nov dec
jan feb mar apr maj jun jul aug sep okt nov dec
jan feb mars apr mai juni juli aug sep okt nov des
tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu
янв фев мар апр мая июн июл авг сен окт ноя дек
янв фев мар апр май июн июл авг сен окт ноя дек
січ лют бер кві тра чер лип сер вер жов лис гру
sty lut mar kwi maj cze lip sie wrz paź lis gru
led úno bře dub kvě čen čec srp zář říj lis pro
oca şub mar nis may haz tem ağu eyl eki kas ara
`
const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthOf = new Map<string, string>()
for (const language of names.trim().split('\n'))
  language.split(' ').forEach((name, i) => {
    // Should two languages mean different months by one name, the first stays.
    const key = name.toLowerCase()
    if (!monthOf.has(key)) monthOf.set(key, english[i]!)
    // As it is left of a text that is not in UTF-8.
    const damaged = key.replace(/[^a-z]/g, '\ufffd')
    if (/[a-z].*[a-z]/.test(damaged) && !monthOf.has(damaged)) monthOf.set(damaged, english[i]!)
  })

const date = /^\s{0,40}(?:([\p{L}\ufffd]{3,6})\.?|(\d{1,2}) ?(?:月|월)) *(\d{1,2})(?: ?[日일])? +(?=\d\d:\d\d:\d\d)/u

/** A line whose date has the month in another language, with its English name. */
export function withEnglishMonth(line: string): string {
  const found = date.exec(line)
  if (!found) return line
  const month = found[1] ? monthOf.get(found[1].toLowerCase()) : english[Number(found[2]) - 1]
  return month === undefined ? line : `${month} ${found[3]!.padStart(2)} ${line.slice(found[0].length)}`
}
