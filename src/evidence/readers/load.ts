import { networkMounts } from './mounts.ts'
import { type EvidenceReader, reading, type Spot, sortedUnique, spotsOf } from './reader.ts'

/** `auditctl -s`: how many audit records the kernel threw away. */
export const audit: EvidenceReader = {
  name: 'audit-status',
  needs: ['AUDIT_STATUS: ', 'enabled '],
  recognises: (_, head) => /^(?:AUDIT_STATUS: |enabled \d)/m.test(head) && /\bbacklog_limit[ =]\d/.test(head),
  readings: ['audit.backlog-lost'],
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      const lost = /(?:^|\s)lost[ =](\d{1,15})(?:\s|$)/.exec(spot.text)?.[1]
      return lost ? [reading(context, 'audit.backlog-lost', Number(lost), spot)] : []
    }),
}

/** From here on programs begin to fail: the rest is often reserved for root. */
const fullPercent = 99
/** Images and media are always full. */
const neverWritten = /^(?:\/dev\/(?:loop|sr)\d|\S+\.iso)|squashfs|iso9660/

/** Alerts put their own words before it. */
const dfHeader =
  /^(?:.{0,60}: )?(?:Filesystem\s.*\bMounted on|Dateisystem\s.*\bEingehängt auf|Sys\.? de fichiers\s.*\bMonté sur|S\.(?:ficheros|archivos)\s.*\bMontado en|Sist\.? Arq\.?\s.*\bMontado em|File ?system\s.*\bMontato su|ファイルシス\S*\s.*マウント位置|文件系统\s.*挂载点|파일 ?시스템\s.*마운트위치|Файл\.система\s.*Cмонтировано в)/m

/** `df`, also with `-i` and `-T`. */
export const df: EvidenceReader = {
  name: 'df',
  needs: ['Mounted on', 'Eingehängt auf', 'Monté sur', 'Montado e', 'Montato su', 'マウント位置', '挂载点', '마운트위치', 'Cмонтировано в'],
  recognises: (_, head) => dfHeader.test(head),
  readings: ['disk.full-filesystems', 'mounts.network'],
  read(text, context) {
    const spots = spotsOf(text)
    const header = spots.find(spot => dfHeader.test(spot.text))
    const full = new Map<string, Spot>()
    for (const spot of spots) {
      const match = /\s(\d{1,3})%\s+(\/.*?)\s*$/.exec(spot.text)
      if (match && Number(match[1]) >= fullPercent && !neverWritten.test(spot.text)) full.set(match[2]!, spot)
    }
    const [first] = full.values()
    if (!header) return []
    return [reading(context, 'disk.full-filesystems', sortedUnique(full.keys()), first ?? header), ...networkMounts(spots, context, false)]
  },
}

/** `sar` as text: the worst moments of all processors together. */
export const sar: EvidenceReader = {
  name: 'sar',
  needs: ['%idle'],
  // People copy a table without the line that says of which machine it is.
  recognises: (_, head) =>
    (/^Linux \S+ \([^)]*\)\s/.test(head.trimStart()) && /\bCPU\s+%us(?:e?r)\b.*%idle/.test(head)) ||
    /^[ \t]*\d\d:\d\d:\d\d(?: [AP]M)?[ \t]+CPU[ \t]+%us(?:e?r)\b.*%idle/m.test(head),
  readings: ['cpu.steal-percent-max', 'cpu.iowait-percent-max', 'cpu.idle-percent-min'],
  read(text, context) {
    let columns: readonly string[] = []
    const worst = new Map<string, { value: number; spot: Spot }>()
    for (const spot of spotsOf(text)) {
      const words = spot.text.trim().split(/\s+/)
      const at = words.indexOf('CPU')
      if (at >= 0) columns = words.slice(at + 1)
      const all = words.indexOf('all')
      if (all < 0 || words[0] === 'Average:' || columns.length === 0) continue
      for (const [column, key, worse] of measures) {
        const value = Number((words[all + 1 + columns.indexOf(column)] ?? '').replace(',', '.'))
        if (!columns.includes(column) || !Number.isFinite(value) || value < 0 || value > 100) continue
        const known = worst.get(key)
        if (!known || worse(value, known.value)) worst.set(key, { value, spot })
      }
    }
    return [...worst].map(([key, { value, spot }]) => reading(context, key, value, spot))
  },
}

const more = (a: number, b: number) => a > b
const measures = [
  ['%steal', 'cpu.steal-percent-max', more],
  ['%iowait', 'cpu.iowait-percent-max', more],
  ['%idle', 'cpu.idle-percent-min', (a: number, b: number) => a < b],
] as const
