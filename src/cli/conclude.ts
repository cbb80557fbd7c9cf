import { diagnosisDocument, type Report, toJson } from '../render/json.ts'
import { diagnosisMarkdown } from '../render/markdown.ts'
import { diagnosisText } from '../render/text.ts'
import { coloured, plain } from '../render/wrap.ts'
import type { Io } from './io.ts'

/** Prints everything about a case in one of the formats. */
export function printReport(report: Report, format: string, io: Io): void {
  if (format === 'json') io.out(toJson(diagnosisDocument(report)))
  else if (format === 'markdown') io.out(diagnosisMarkdown(report))
  else io.out(diagnosisText(report, io.colour ? coloured(io.columns) : plain(io.columns)))
}
