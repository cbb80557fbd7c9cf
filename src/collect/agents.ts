import type { KnowledgeBase } from '../kb/model.ts'
import type { VendorFile } from '../kb/vendor-shape.ts'
import { shellQuote } from '../plan/shell.ts'

/** The kernel keeps this many characters of a program's name. */
const nameLength = 15

/**
 * Words that change something, or that read what nobody should carry away. The base says that these commands only print
 * a version; this looks twice, since they run as root on every node.
 */
const changes =
  /[<>`]|\$\(|(?:^|[\s/;|&-])(?:rm|mv|cp|dd|tee|kill\w*|pkill|start|stop|restart|reload|enable|disable|mask|set\w*|add|remove|delete|del|unload|load|insmod|rmmod|modprobe|install|uninstall|update|upgrade|register|reset|clear|purge|scan|run|exec|write|import|apply|unlock|shadow|authkey)(?=$|[\s;|&=])/i
const program = /^[\w@%+:,./-]+$/

/** Whether a command of the base may run on every node without anybody having looked at it there. */
export function isSafeToCollect(command: string): boolean {
  return !command.includes('\n') && !command.includes('{{') && !changes.test(command) && program.test(command.split(' ', 1)[0]!)
}

/** The shell function that asks each agent that is present for its version and state: `collect_agents`. */
export function agentFunction(kb: KnowledgeBase): string {
  const blocks = Object.entries(kb.vendors)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, vendor]) => {
      const signs = signsOf(vendor)
      const commands = commandsOf(vendor)
      if (signs.length === 0 || commands.length === 0) return []
      return [`  if present ${signs.map(shellQuote).join(' ')}; then`, ...commands.map(command => `    ${line(id, command)}`), '  fi']
    })
  return ['collect_agents() {', '  names_of_processes', ...blocks, '}', ''].join('\n')
}

/** The packages are listed anyway; a command without a source is not tried out on a cluster. */
function commandsOf({ versions = [] }: VendorFile): string[] {
  return versions
    .filter(({ confidence }) => confidence !== 'unverified')
    .map(({ run }) => run.trim())
    .filter(run => isSafeToCollect(run) && !/^rpm\s/.test(run))
}

function signsOf({ detect }: VendorFile): string[] {
  const own = (names: readonly { readonly name: string; readonly shared?: boolean | undefined }[] | undefined) =>
    (names ?? []).filter(({ shared }) => !shared).map(({ name }) => name)
  const signs = [
    ...own(detect.processes).map(name => (name.includes('/') ? name : name.slice(0, nameLength))),
    ...own(detect.paths),
    ...own(detect.units).map(name => `unit:${/\.\w+$/.test(name) ? name : `${name}.service`}`),
    ...own(detect.modules).map(name => `module:${name.replaceAll('-', '_')}`),
  ]
  return [...new Set(signs)].filter(name => /^[\w@%+:,./-]+$/.test(name))
}

function line(id: string, command: string): string {
  const words = command.split(/ +/)
  const file = `sos_commands/agents/${id}/${command
    .replace(/^\/+/, '')
    .replaceAll('/', '.')
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 100)}`
  if (words.every(word => program.test(word))) return `run ${file} hide_settings ${words.join(' ')}`
  // Gated by its first program, which `run` cannot see behind sh.
  return `if command -v ${words[0]} >/dev/null 2>&1; then run ${file} hide_settings sh -c ${shellQuote(command)}; fi`
}
