const units: Readonly<Record<string, number>> = {
  us: 0.001,
  usec: 0.001,
  ms: 1,
  msec: 1,
  '': 1000,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
}

/** Milliseconds of a time as pacemaker writes it: `20`, `20s`, `1500ms`, `2min`, `PT20S`. Undefined for anything else. */
export function durationMs(text: string): number | undefined {
  const simple = /^\s*(\d+)\s*([a-z]*)\s*$/i.exec(text)
  if (simple) {
    const unit = units[simple[2]!.toLowerCase()]
    return unit === undefined ? undefined : Number(simple[1]) * unit
  }
  const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text.trim())
  if (!iso || text.trim().length < 3) return undefined
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = iso
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

/** What pacemaker takes for true. */
export function isTrue(text: string): boolean {
  return /^(?:true|on|yes|y|1)$/i.test(text.trim())
}
