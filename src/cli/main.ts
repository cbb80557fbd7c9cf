import { Command, CommanderError, Option } from 'commander'
import { stripControls } from '../plan/shell.ts'
import type { BrokenTemplate } from '../plan/templates.ts'
import { Exit } from './exit.ts'
import { type Io, processIo, UserError } from './io.ts'
import { kbCommands } from './kb-commands.ts'
import { refuseMistyped } from './mistyped.ts'
import { format, kbOption, mapOption, type Run, redactOption, sinceOption, untilOption } from './options.ts'

declare const AVERT_VERSION: string

/** Runs avert once. Never throws, never calls process.exit: the returned code is the process's. */
export async function main(argv: readonly string[] = process.argv.slice(2), io: Io = processIo()): Promise<number> {
  let run: Run | undefined
  const program = commands(chosen => {
    run = chosen
  }, io)
  try {
    const names = (of: Command | undefined) => (of?.commands ?? []).map(command => command.name())
    const authors = program.commands.find(command => command.name() === 'kb')
    refuseMistyped(argv, [...names(program), 'help'], names(authors))
    await program.parseAsync(argv, { from: 'user' })
    return run ? await run(io) : Exit.done
  } catch (error) {
    return toExit(error, io)
  }
}

function toExit(error: unknown, io: Io): number {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.missingArgument' && error.message.includes("'evidence'"))
      io.err('  hint: Name a file or folder; "-" stands for standard input.')
    if (error.code === 'commander.unknownOption' && error.message.includes("'--kb'"))
      io.err('  hint: "avert kb lint" and "avert kb diff" take the folder of the base without --kb.')
    return error.exitCode === 0 ? Exit.done : Exit.usage
  }
  if (error instanceof UserError || (error as { name?: string }).name === 'UserError') {
    const { lines, exit } = error as UserError
    for (const line of lines) io.err(line)
    return exit
  }
  if ((error as { name?: string }).name === 'BrokenTemplate') {
    const { template, message } = error as BrokenTemplate
    io.err(stripControls(`broken-placeholder: the base holds a text that cannot be filled in: ${message}, in "${template.slice(0, 120)}"`))
    io.err('  hint: Run "avert kb lint" on this base: it names the file and the line.')
    return Exit.base
  }
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
  io.err(`avert ${AVERT_VERSION}: a bug in avert (${name}: ${message})`)
  io.err('  hint: please report it with the command line; nothing on any node was changed.')
  if (process.env.AVERT_DEBUG && error instanceof Error) io.err(error.stack ?? '')
  return Exit.bug
}

function commands(choose: (run: Run) => void, io: Io): Command {
  const program = new Command('avert')
    .description(
      'Tells whether antivirus software makes a Red Hat High Availability cluster fail over, and what to do about it.\nIt prints commands; it never runs one that changes anything.',
    )
    .version(AVERT_VERSION, '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: text => io.out(text), writeErr: text => io.err(text) })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nExit codes: 0 done (diagnose: concluded), 1 findings (kb lint, test, diff, mutate), 2 wrong command line,\n3 unreadable or invalid input, or an output that cannot be written, 4 the knowledge base does not load,\n5 inconclusive, 6 stopped by the user (case saved), 70 a bug in avert.',
    )
  program
    .command('diagnose', { isDefault: true })
    .description('read evidence, ask what it cannot tell, end with a diagnosis and a plan')
    .argument('[evidence...]', 'sosreports, crm_reports, log files or folders; - for standard input')
    .option('--facts <file>', 'known facts: YAML or JSON, fact: value, null = nobody can tell')
    .option('--answers <file>', 'answers to questions, written like facts')
    .option('--case <file>', 'keep the case in this file; written after every answer')
    .option('--no-input', 'never ask; exit 5 when the facts do not suffice')
    .addOption(sinceOption())
    .addOption(untilOption())
    .addOption(format('text', 'json', 'markdown'))
    .addOption(redactOption())
    .addOption(mapOption())
    .addOption(kbOption())
    .action((evidence, options) => choose(async io => (await import('./diagnose.ts')).diagnoseCommand(evidence, options, io)))
  program
    .command('resume')
    .description('go on with a case where it stopped, also with the result of a test')
    .argument('<case>', 'a case file')
    .argument('[evidence...]', 'more evidence; a file of the same name takes the place of the one before')
    .option('--facts <file>', 'more facts, for instance the result of a test')
    .option('--no-input', 'never ask')
    .addOption(sinceOption())
    .addOption(untilOption())
    .option('--all-times', 'look at all times again, after --since or --until; needs all of the evidence')
    .addOption(format('text', 'json', 'markdown'))
    .addOption(redactOption())
    .addOption(mapOption())
    .addOption(kbOption())
    .action((file, evidence, options) => choose(async io => (await import('./diagnose.ts')).resumeCommand(file, evidence, options, io)))
  program
    .command('explain')
    .description('why, how, why not, and what would change it')
    .argument('<case>', 'a case file')
    .argument('[id]', 'a hypothesis, a fact or a rule')
    .addOption(format('text', 'json'))
    .addOption(redactOption())
    .addOption(mapOption())
    .addOption(kbOption())
    .action((file, id, options) => choose(async io => (await import('./explain.ts')).explainCommand(file, id, options, io)))
  program
    .command('scan')
    .description('facts and symptoms with file and line, no diagnosis')
    .argument('<evidence...>', 'sosreports, crm_reports, log files or folders; - for standard input')
    .addOption(sinceOption())
    .addOption(untilOption())
    .addOption(format('text', 'json', 'markdown'))
    .addOption(redactOption())
    .addOption(mapOption())
    .addOption(kbOption())
    .action((evidence, options) => choose(async io => (await import('./scan.ts')).scanCommand(evidence, options, io)))
  program
    .command('exclusions')
    .description('what the scanner should leave alone: commands, policy snippet or request text')
    .argument('[evidence...]', 'evidence that shows agent, components and release')
    .option('--vendor <id>', 'the agent')
    .option('--component <id...>', 'parts of the cluster')
    .option('--rhel <major>', 'RHEL major release')
    .addOption(format('text', 'json'))
    .addOption(redactOption())
    .addOption(mapOption())
    .addOption(kbOption())
    .action((evidence, options) => choose(async io => (await import('./exclusions.ts')).exclusionsCommand(evidence, options, io)))
  program
    .command('redact')
    .description('write evidence with pseudonyms in the place of names and addresses, to be sent to others')
    .argument('<evidence...>', 'sosreports, crm_reports, log files or folders; - for standard input')
    .option('--out <file>', 'the tar.gz to write', 'avert-redacted.tar.gz')
    .addOption(mapOption())
    .option('--force', 'overwrite the file')
    .addOption(kbOption())
    .action((evidence, options) => choose(async io => (await import('./redact.ts')).redactCommand(evidence, options, io)))
  program
    .command('collect')
    .description('print a read-only shell script that collects evidence; run it as root on every node')
    .addOption(new Option('--redact', 'the script writes pseudonyms in the place of names and addresses'))
    .addOption(kbOption())
    .action(options => choose(async io => (await import('./collect.ts')).collectCommand(options, io)))
  const kb = kbCommands(program, choose)
  for (const command of [program, ...program.commands, ...kb.commands])
    command.exitOverride().configureOutput({ writeOut: text => io.out(text), writeErr: text => io.err(text) })
  return program
}
