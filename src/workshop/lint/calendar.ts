/** Whether a text such as 2027-01-31, 2027-01 or 2027 is a day, month or year that there is: 2026-02-30 is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text)) return false
  const date = new Date(`${text.padEnd(10, '-01')}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
