/** From here on a program takes so much of one processor that it may starve others, in percent. */
const muchPercent = 50
/** `ps` tells the mean since the start, which is high for whatever has just begun: minutes of processor time that make it count. */
const leastMinutes = 1

/** Whether a program uses much processor time, by a share such as `190.1` or `55,0` and, where it is a mean, the time used so far. */
export function usesMuch(percent: string | undefined, used?: string): boolean {
  const share = Number(percent?.replace(',', '.').replace('%', ''))
  return share >= muchPercent && (used === undefined || minutesOf(used) >= leastMinutes)
}

/** `412:10`, `01:02:11`, `412:10.22` and `1-01:02:11` as minutes. */
function minutesOf(used: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = /^(?:(\d+)-)?(?:(\d+):)?(\d+):\d\d(?:[.,]\d+)?$/.exec(used) ?? []
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes)
}
