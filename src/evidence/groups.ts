/** Items in the order of time, grouped where nothing happens for longer than a gap; `at` gives ms since 1970. */
export function groupsInTime<T>(items: readonly T[], at: (item: T) => number, gapMs: number): T[][] {
  const groups: T[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && at(item) - at(last.at(-1)!) <= gapMs) last.push(item)
    else groups.push([item])
  }
  return groups
}
