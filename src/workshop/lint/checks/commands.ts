import type { Report } from '../../../kb/condition.ts'
import type { ResolutionFile, VendorFile } from '../../../kb/shapes.ts'
import { changingStepWith, stepWith, symptomWith, vendorWith } from '../example-files.ts'
import { type Checks, pageOf } from '../model.ts'
import { changesSomething, dangerOf, neverFound, writesTo } from '../shell.ts'
import { type CommandText, commandsOf, textsOf } from '../walk.ts'

const command = (run: string) => symptomWith({ cost: 'command', 'find-out': `[{ run: ${run}, expect: one page }]` })

/** Commands: what they may do where they stand, and how values get into them. */
export const commands: Checks = {
  pages: {
    'find-out-changes': pageOf(
      'error',
      'A command that should only look changes something',
      'Who finds out an answer on a broken cluster must not change it. If the answer really needs a change, its cost is "change" or "disrupt".',
      ...command('§'),
      'systemctl restart lpd',
      'systemctl status lpd',
    ),
    'change-not-declared': pageOf(
      'error',
      'A step changes something and does not say so',
      'Only a step with "changes: true" must have "verify" and "undo". Without it the plan prints a change without a way back.',
      ...stepWith({ run: '§' }),
      'systemctl restart lpd',
      'systemctl status lpd',
    ),
    'verify-changes': pageOf(
      'warning',
      'A check changes something',
      '"verify" is run to see what is, often more than once. What changes something belongs under "run".',
      ...changingStepWith({ verify: '§' }),
      'systemctl restart lpd',
      'ink --level',
    ),
    'dangerous-command': pageOf(
      'error',
      'A command is too dangerous to print',
      'The reader is tired and copies what stands there. Nothing that can destroy a system by one wrong value, or runs what nobody has read.',
      ...changingStepWith({ run: '§' }),
      "'curl https://ink.example.com/fill | sh'",
      'ink --fill',
    ),
    'overwrites-file': pageOf(
      'warning',
      'A command writes a file over',
      'One ">" replaces the whole file, and what was in it is gone. Write to a new file, or let the step before it keep a copy.',
      ...changingStepWith({ run: '§' }),
      "'echo full > /etc/ink.conf'",
      "'echo full >> /etc/ink.conf'",
    ),
    'quoted-placeholder': pageOf(
      'error',
      'A placeholder stands inside quotes',
      'Values are quoted for the shell by themselves. Quotes around them end that quoting too early, and a value can then run as a command.',
      ...stepWith({ run: '§' }),
      `'ink --level "{{ node }}"'`,
      "'ink --level {{ node }}'",
    ),
    'raw-placeholder': pageOf(
      'error',
      'A placeholder switches its quoting off',
      'With "| raw" a value goes into the command as it is; a name with a space or a semicolon in it then runs as a command.',
      ...stepWith({ run: '§' }),
      "'ink --level {{ node | raw }}'",
      "'ink --level {{ node }}'",
    ),
    'broken-placeholder': pageOf(
      'error',
      'The brackets of a placeholder do not match',
      'It would be printed as it stands, or the plan could not be made at all.',
      ...stepWith({ do: '§' }),
      '"Look at the ink of {{ node }."',
      '"Look at the ink of {{ node }}."',
    ),
    'prompt-in-command': pageOf(
      'warning',
      'A command begins with the prompt of a shell',
      'It is copied with the command and is a mistake there, or hides the whole command behind a "#".',
      ...stepWith({ run: '§' }),
      "'$ ink --level'",
      'ink --level',
    ),
    'curly-quotes': pageOf(
      'error',
      'A command holds typographic quotes or dashes',
      'A word processor has put them there; a shell takes them for part of the name.',
      ...stepWith({ run: '§' }),
      'ink –level',
      'ink --level',
    ),
    'tail-follows': pageOf(
      'info',
      'A command does not end by itself',
      'Commands such as tail -f, watch, top and journalctl -f wait for a key. Say so in the text, or use a form that ends.',
      ...stepWith({ run: '§' }),
      'tail -f /var/log/ink.log',
      'tail -n 50 /var/log/ink.log',
    ),
    'name-never-found': pageOf(
      'error',
      'A name is too long for pgrep or pkill',
      'The kernel keeps 15 characters of the name of a program. A longer one finds nothing, which looks as if the program did not run.',
      ...stepWith({ run: '§' }),
      'pgrep -a ink-level-watch-daemon',
      'pgrep -af /usr/sbin/ink-level-watch-daemon',
    ),
    'undo-does-the-same': pageOf(
      'error',
      'Undo does what the step does',
      'The way back must lead back; this one leads on. Most likely a copied line was not changed.',
      ...changingStepWith({ undo: '§' }),
      'ink --fill',
      'ink --drain',
    ),
    'agent-undo-missing': pageOf(
      'error',
      'A way to switch an agent off has no way back or no check',
      'An empty "undo" or "verify" looks like one that was thought about. Write what brings the agent back, and what shows that it is off.',
      ...vendorWith({
        'switch-off':
          "\n  - { id: stop, grade: service-stopped, do: Stop the driver., run: systemctl stop laserd, verify: systemctl is-active laserd, undo: §, removes-hook: 'yes' }",
      }),
      'none',
      'systemctl start laserd',
    ),
  },
  file(file, report) {
    const { folder, object } = file
    const cost = (object as { cost?: string }).cost
    for (const found of commandsOf(file)) {
      place(found, cost, report)
      form(found, report)
    }
    for (const { path, text } of folder === 'cases' || folder === 'events' ? [] : textsOf(object)) {
      if (bracketsDiffer(text)) report('broken-placeholder', path, 'the brackets of a placeholder do not match', 'Write {{ name }}.')
      if (/\{\{[^}]*\|\s*raw\b/.test(text))
        report('raw-placeholder', path, '"raw" switches the quoting of a value off', 'Take "| raw" away.')
    }
    if (folder === 'resolutions') (object as ResolutionFile).steps.forEach((step, i) => void ('do' in step && ownStep(step, i, report)))
    if (folder === 'vendors')
      (object as VendorFile)['switch-off'].forEach((way, i) => {
        sameBack(way, ['switch-off', i, 'undo'], report)
        for (const key of ['verify', 'undo'] as const)
          if (/^(?:none|nothing|n\/a|-|)$/i.test([way[key]].flat().join('').trim()))
            report(
              'agent-undo-missing',
              ['switch-off', i, key],
              `"${key}" says nothing`,
              key === 'undo' ? 'Write what brings it back.' : 'Write what shows that it is off.',
            )
      })
  },
}

/** Whether a bracket of a placeholder stands alone. */
export function bracketsDiffer(text: string): boolean {
  const opened = text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '')
  return /\{\{|\{%|%\}/.test(opened) || (/\{\{/.test(text) && /\}\}/.test(opened))
}

function place({ purpose, path, text }: CommandText, cost: string | undefined, report: Report): void {
  const change = changesSomething(text)
  if (change === undefined) return
  if ((purpose === 'find-out' && cost !== 'change' && cost !== 'disrupt') || purpose === 'look')
    report(
      'find-out-changes',
      path,
      `"${change}" changes something, and this should only look`,
      'Use a command that only looks, or make the cost "change".',
    )
  if (purpose === 'verify') report('verify-changes', path, `"${change}" changes something, and this should only check`, 'Move it to "run".')
}

function form({ text, path, purpose }: CommandText, report: Report): void {
  const danger = dangerOf(text)
  if (danger) report('dangerous-command', path, `this command ${danger.what}`, danger.instead)
  const file = writesTo(text)
  if (file !== undefined && (purpose === 'do' || purpose === 'undo'))
    report('overwrites-file', path, `"${file}" is written over`, 'Append with >>, write to another file, or copy it first and say so.')
  if (/(["'])[^"'{}]*\{\{[^}]*\}\}[^"'{}]*\1/.test(text) && !/\{%/.test(text))
    report('quoted-placeholder', path, 'a placeholder stands inside quotes', 'Take the quotes away; the value is quoted by itself.')
  if (/^\s*(?:\$|\[?\w+@[\w-]+[^\]]*\]?[#$%])\s/.test(text))
    report('prompt-in-command', path, 'the command begins with the prompt of a shell', 'Take the prompt away.')
  const name = neverFound(text)
  if (name !== undefined)
    report(
      'name-never-found',
      path,
      `${name} is longer than a name can be`,
      'Give the full path of the program with -f, or the first 15 characters.',
    )
  const odd = /[“”‘’–—\u00a0]/.exec(text.replace(/#.*$/gm, ''))
  if (odd) report('curly-quotes', path, `"${odd[0]}" is no sign that a shell knows`, 'Type plain quotes, hyphens and spaces.')
  if (
    /(?:^|[;&|]\s*)(?:tail\s+(?:-\S+\s+)*-\w*[fF]\b|watch\s|top\s*$|journalctl\s.*(?:-f\b|--follow))/.test(text.trim()) &&
    purpose !== 'verify'
  )
    report('tail-follows', path, 'this command does not end by itself', 'Use a form that ends, such as tail -n 50 or top -b -n 1.')
}

type OwnStep = Extract<ResolutionFile['steps'][number], { do: string }>

function ownStep(step: OwnStep, i: number, report: Report): void {
  const runs = [step.run ?? []].flat()
  if (!step.changes)
    runs.forEach((run, j) => {
      const change = /^\s*#/.test(run) ? undefined : changesSomething(run)
      const path = ['steps', i, 'run', ...(Array.isArray(step.run) ? [j] : [])]
      if (change !== undefined)
        report(
          'change-not-declared',
          path,
          `"${change}" changes something, and the step does not say so`,
          'Add "changes: true" with "verify" and "undo", or use a command that only looks.',
        )
    })
  sameBack(step, ['steps', i, 'undo'], report)
}

type Lines = string | readonly string[] | undefined

function sameBack(
  { run, undo }: { readonly run?: Lines; readonly undo?: Lines },
  path: readonly (string | number)[],
  report: Report,
): void {
  // Remarks count: they can be what the two differ in.
  const [there, back] = [run, undo].map(lines => [lines ?? []].flat().join('\n').trim())
  if (there !== '' && there === back)
    report('undo-does-the-same', path, '"undo" does what "run" does', 'Write what brings the former state back.')
}
