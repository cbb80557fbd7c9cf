import type { KnowledgeBase } from '../kb/model.ts'
import type { Confidence, VendorFile } from '../kb/shapes.ts'
import { weakest } from '../plan/exclusions.ts'

/** What the base knows about each agent, and how sure it is: a Markdown table for rules/README.md. */
export function agentsTable(kb: KnowledgeBase): string {
  const rows = Object.entries(kb.vendors).map(
    ([id, vendor]) =>
      `| \`${id}\` | ${detect(vendor)} | ${switchOff(vendor)} | ${exclude(vendor)} | ${sure(vendor, 'verify')} | ${sure(vendor, 'undo')} |`,
  )
  return ['| agent | detect | switch off | exclude | verify | undo |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n')
}

const best = (levels: readonly (Confidence | undefined)[]): string => {
  const known = levels.map(level => level ?? 'unverified')
  return known.includes('documented') ? 'documented' : known.includes('reported') ? 'reported' : 'unverified'
}

function detect({ detect: ways, confidence }: VendorFile): string {
  const names = Object.entries(ways).filter(([, list]) => (list ?? []).length > 0)
  return names.length === 0
    ? 'by the answer only'
    : `${names.map(([kind]) => kind).join(', ')} (${best(names.flatMap(([, list]) => (list ?? []).map(entry => entry.confidence ?? confidence)))})`
}

/** The surest grade whose hook is known to be gone, with its confidence. */
function switchOff({ 'switch-off': ways, confidence }: VendorFile): string {
  if (ways.length === 0) return 'no way known'
  const gone = ways.filter(way => way['removes-hook'] === 'yes')
  const shown = gone[0] ?? ways[0]!
  return `${shown.grade} (${shown.confidence ?? confidence ?? 'unverified'}${gone.length === 0 ? '; hook may stay' : ''})`
}

function exclude({ exclusions, confidence }: VendorFile): string {
  if (exclusions.by === 'none') return 'not possible'
  return `${exclusions.by}: ${exclusions.kinds.join(', ') || 'nothing'} (${exclusions.confidence ?? confidence ?? 'unverified'})`
}

function sure({ 'switch-off': ways, confidence }: VendorFile, part: 'verify' | 'undo'): string {
  const with_ = ways.filter(way => [way[part]].flat().length > 0)
  return with_.length === 0 ? '-' : `${with_.length} of ${ways.length} ways (${weakest(...with_.map(way => way.confidence ?? confidence))})`
}
