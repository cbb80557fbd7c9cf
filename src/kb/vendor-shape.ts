import * as z from 'zod'
import { article, lines, on, provenance, risk, slug, text } from './shape-parts.ts'
import { grades } from './vocabulary.ts'

const sourced = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ ...shape, note: z.string().optional(), ...provenance })
const detected = (about: string) =>
  z
    .array(
      sourced({
        name: text(about),
        shared: z.boolean().optional().describe('Others have it too: never enough alone'),
        variant: z.string().optional().describe('Only this variant of the product has it'),
        product: z.string().optional().describe('Whose it is, in a file that stands for several products'),
      }),
    )
    .optional()

export { type Grade, grades } from './vocabulary.ts'
export const vendor = z.strictObject({
  title: text('The product as its maker writes it'),
  maker: text('The company').optional(),
  aliases: z.array(z.string()).describe('Other and former names'),
  kinds: z.array(z.enum(['antivirus', 'edr', 'scanner', 'management', 'allow-list', 'audit'])).min(1),
  hooks: z
    .array(
      sourced({
        kind: z.enum(['fanotify', 'kernel-module', 'ebpf', 'audit', 'lsm', 'preload', 'none']),
        blocking: z.boolean().optional(),
        when: z.string().optional(),
      }),
    )
    .min(1)
    .describe('How it gets between a program and a file'),
  managed: z.enum(['local', 'console', 'both']).describe('Who can change its settings'),
  rhel: z.array(z.number()).min(1).optional().describe('The RHEL majors it exists for; all unless told'),
  detect: z.strictObject({
    packages: detected('An RPM package name'),
    units: detected('A systemd unit'),
    processes: detected('A program: full path, or the name in ps'),
    modules: detected('A kernel module'),
    paths: detected('A file or folder'),
    commands: detected('A command of its own that people call by name; where it answers, the product is installed'),
  }),
  says: z
    .array(
      sourced({
        pattern: text('A regular expression for one line of what its own commands print'),
        means: z
          .enum(['runs', 'off', 'protected', 'unprotected'])
          .describe('What such a line tells: it runs (or is installed), is switched off, or is (not) protected against that on the node'),
        matches: z.array(z.string()).min(1).describe('Whole lines in which it must be found'),
        ignores: z.array(z.string()).min(1).describe('Look-alike lines in which it must not be found'),
      }),
    )
    .optional()
    .describe('What its own commands print, such as a status'),
  variants: z
    .array(sourced({ id: slug('Unique within the file'), title: text('The variant'), differs: text('What is different') }))
    .optional(),
  versions: z.array(sourced({ run: text('Prints the version'), expect: z.string().optional() })).optional(),
  'switch-off': z
    .array(
      sourced({
        id: slug('Unique within the file'),
        grade: z.enum(grades),
        do: text('What to do, one sentence'),
        run: lines.optional(),
        on: on.optional(),
        risk: risk.optional(),
        verify: lines,
        undo: lines,
        'removes-hook': z.enum(['yes', 'no', 'unknown']).describe('Whether the kernel hook is really gone afterwards: only yes is proof'),
        'blocked-by': z.string().optional().describe('What stops it, for instance a maintenance token'),
        caution: z.string().optional(),
        rhel: z.array(z.number()).optional(),
        variant: z.string().optional().describe('Only for this variant of the product'),
      }),
    )
    .describe('Ways to switch it off'),
  exclusions: z
    .strictObject({
      by: z.enum(['command', 'policy-file', 'console', 'none']).describe('How an exclusion is made'),
      kinds: z.array(z.enum(['folder', 'file', 'process', 'extension'])).describe('What it can leave alone'),
      variants: z.array(z.string()).min(1).optional().describe('The variants that this part is about; all unless told'),
      scope: z.string().optional().describe('What an exclusion covers and what it does not'),
      wildcards: z
        .strictObject({ one: z.string().nullable(), many: z.string().nullable(), note: z.string().optional() })
        .optional()
        .describe('How the product writes * and **; null: it cannot'),
      forms: z
        .record(
          z.string(),
          z.strictObject({
            add: lines.optional().describe('Template with {{ path }}'),
            remove: lines.optional(),
            write: z.string().optional().describe('How the path is written in a policy or console'),
            ...provenance,
          }),
        )
        .optional()
        .describe('For each kind: folder, file, process'),
      list: z.string().optional().describe('Prints what is excluded now'),
      file: z.strictObject({ path: z.string(), snippet: z.string(), apply: lines.optional(), ...provenance }).optional(),
      traps: z.array(sourced({ text: text('What goes wrong easily') })).optional(),
      ...provenance,
    })
    .describe('How files are left alone'),
  measure: z
    .array(
      sourced({
        do: text('What to measure'),
        run: lines.optional(),
        expect: z.string().optional(),
        undo: lines.optional(),
        verify: lines.optional(),
        changes: z.boolean().optional(),
      }),
    )
    .optional(),
  'known-faults': z.array(sourced({ versions: z.string(), fact: text('What goes wrong') })).optional(),
  'ask-the-vendor': z.string().optional().describe('The request to the security team or console owner, as a template'),
  documentation: z.array(sourced({ title: text('Page'), url: z.string() })).optional(),
  ...provenance,
  ...article,
})
export type VendorFile = z.infer<typeof vendor>
