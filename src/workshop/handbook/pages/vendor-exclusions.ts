import type { VendorFile } from '../../../kb/shapes.ts'
import { type Block, code, soft, type Text } from '../model.ts'
import { type Context, commandBlock, labelled, proof, provenanceEnd } from '../parts.ts'

const means = {
  command: 'by a command on the node',
  'policy-file': 'by a policy file on the node',
  console: 'at its console only',
  none: 'not possible',
} as const

/** How the agent is told to leave files alone, with what goes wrong easily. */
export function exclusionBlocks(context: Context, { exclusions, confidence }: VendorFile): Block[] {
  const { by, kinds, scope, wildcards, forms, list, file, traps } = exclusions
  const from = { confidence: exclusions.confidence ?? confidence, sources: exclusions.sources }
  const entries: [string, Text][] = [
    ['Made', [means[by], ' ', ...proof(context, from, 'unverified')]],
    ...(kinds.length > 0 ? [['Can leave alone', [kinds.join(', ')]] as [string, Text]] : []),
    ...(scope === undefined ? [] : [['Covers', [scope]] as [string, Text]]),
    ...(wildcards === undefined ? [] : [['Wildcards', wildcardText(wildcards)] as [string, Text]]),
  ]
  return [
    { kind: 'fields', entries },
    ...Object.entries(forms ?? {}).map(([kind, form]) => formBlock(context, kind, form)),
    ...(list === undefined ? [] : commandBlock('What is excluded now', list)),
    ...(file === undefined
      ? []
      : [
          ...commandBlock(`Into ${file.path}`, file.snippet),
          ...commandBlock('Then', file.apply),
          ...provenanceEnd(context, file, 'unverified'),
        ]),
    ...(traps ?? []).map(
      ({ text, note, ...own }): Block => ({
        kind: 'careful',
        text: [text, ...(note === undefined ? [] : [' ', soft(note)]), ' ', ...proof(context, own, 'unverified')],
      }),
    ),
  ]
}

function formBlock(context: Context, kind: string, form: NonNullable<VendorFile['exclusions']['forms']>[string]): Block {
  const { add, remove, write, ...from } = form
  return {
    kind: 'part',
    anchor: `exclude-${kind.replace(/[^a-z0-9-]/g, '-')}`,
    title: [`A ${kind}`],
    blocks: [
      ...commandBlock('Add', add),
      ...commandBlock('Remove', remove),
      ...labelled('Written', write),
      ...provenanceEnd(context, from, 'unverified'),
    ],
  }
}

function wildcardText({ one, many, note }: NonNullable<VendorFile['exclusions']['wildcards']>): Text {
  const sign = (mark: string | null, what: string): Text => (mark === null ? [`none for ${what}`] : [code(mark), ` for ${what}`])
  return [...sign(one, 'one level'), ', ', ...sign(many, 'any depth'), ...(note === undefined ? [] : ['. ', note])]
}
