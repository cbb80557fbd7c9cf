import { isPrompt, isSurePrompt } from '../lines/prompt.ts'
import { baseName } from './reader.ts'

/** What one line tells because of the command above it. */
export interface Told {
  readonly program?: string
  readonly unit?: string
  readonly key?: 'listed.unit' | 'listed.unit-off'
  /** A program of a product's own folder was there to be called. */
  readonly file?: string
}

const oneColumn = /\bps\b(?=.{0,200}\s-{0,2}[A-Za-z]{0,6}o[ ,]?(?:comm|args|cmd|command|ucmd|exe)=?(?:\s|$|\|))/
const ofOne = /\b(?:readlink(?: -\w+)?|cat|tr|strings|xargs)\b.{0,60}\/proc\/\d{1,7}\/(?:comm|exe|cmdline)\b(?!.*;\s*(?:cat|ls|ps)\b)/
const starts =
  /(?:^|[#$%>] ?|sudo |&& |; )(?:systemctl (?:-\S+ )*(?:start|restart|enable --now|--now enable) ([\w@.-]{2,60}?)(?:\.service)?|service ([\w@.-]{2,60}) (?:start|restart))\s*$/
const failed =
  /^(?:Failed to|Job for|Unit \S+|A dependency job|Error|.{0,200}(?:No such file|command not found|not found|Permission denied|cannot access|could not be found|\[ ?FAILED ?\]))/i
const byName = /[#$%>] ?(?:sudo (?:-\S+ )?)?(?:\.\/|\/usr\/s?bin\/|\/s?bin\/)?([A-Za-z][\w.-]{2,40})(?:\s|$)/
const called = /(?:[#$%>] ?)(?:sudo (?:-\S+ )?)?(\/(?:opt|usr\/local|usr\/lib|var\/ossec)\/\S{3,160})(?:\s|$)/
const statusOf =
  /(?:\bsystemctl (?:-\S+ )*status (?:-\S+ )*([\w@.-]{2,60}?)(?:\.service)?(?: -\S+)*(?:\s*\|.*)?|\bservice ([\w@.-]{2,60}) status|^Redirecting to \/bin\/systemctl status \s?([\w@.-]{2,60}?)(?:\.service)?)\s*$/
/** Somebody goes on to write: no output. */
const prose =
  /^\s*(?:and|or|then|to|this|that|it|please|you|we|i|the|if|as|which|will|should|send|after|before|where|when|now|from|for|in|on|is)\s/i
/** Words of people who show the processes of a machine; of others, who tell what to do, such a line is an advice. */
const shows = /\b(?:process(?:es)?|running|ps|top)\b.{0,80}:\s*$/i
const advises = /\b(?:should|must|need|would|could|can|please|check|make sure|ensure|if|start|restart|run|stop|kill|try|how)\b/i
/** What puts a product in place or takes it away is called without it. */
const sets = /install|remove|setup|upgrade/i
const daemonLine = /^\s{0,8}(\/(?:[\w.-]+\/){1,8}[\w.-]{2,60})(?: -{1,2}\w\S*(?: \S+)?){1,40}(?: \.{3})?\s*$/

/** Follows the commands of a session that somebody pasted, line by line. */
export class Session {
  readonly #commands: ReadonlySet<string>
  #column = false
  #one = false
  #started: string | undefined
  #called: string | undefined
  #shown = false

  /** `commands`: those that only one product brings. */
  constructor(commands: ReadonlySet<string>) {
    this.#commands = commands
  }

  /** The unit whose status the line asks for. */
  static statusOf(line: string): string | undefined {
    const found = line.includes('status') ? statusOf.exec(line) : null
    const name = found?.slice(1).find(Boolean)
    return name && `${name}.service`
  }

  /** `sure` units were started at a prompt that is none but one; others need another proof that the product is there. */
  next(line: string): { readonly told: readonly Told[]; readonly likely?: string } {
    const told: Told[] = []
    let likely: string | undefined
    const blank = line.trim() === ''
    const asks = isPrompt(line)
    if (blank && this.#started === undefined) {
      this.#column = false
      this.#called = undefined
      return { told }
    }
    if (this.#started !== undefined && (asks || blank || !failed.test(line))) {
      if (this.#started.startsWith('?')) likely = this.#started.slice(1)
      else told.push({ unit: this.#started, key: 'listed.unit' })
    }
    this.#started = undefined
    if (asks) {
      this.#column = oneColumn.test(line)
      this.#one = ofOne.test(line)
      const [, unit, service] = starts.exec(line) ?? []
      const name = unit ?? service
      if (name) this.#started = `${isSurePrompt(line) ? '' : '?'}${name}.service`
      this.#called = sets.test(line) ? undefined : (called.exec(line)?.[1] ?? this.#own(line))
      this.#shown = false
      return { told, ...(likely ? { likely } : {}) }
    }
    if (blank) {
      this.#called = undefined
      return { told, ...(likely ? { likely } : {}) }
    }
    if (this.#called !== undefined && !failed.test(line) && !prose.test(line)) told.push({ file: this.#called })
    this.#called = undefined
    const first = line
      .trim()
      .split(/\s+/, 1)[0]!
      .replace(/(?<=\w)--\w.*$/, '')
    if ((this.#column || this.#one) && /^(?:\/\S+|[A-Za-z][\w.-]+)$/.test(first) && !/^(?:COMMAND|CMD)$/.test(first))
      told.push({ program: first })
    this.#one = false
    // A command line by itself may be an advice; one of several, or below words that say so, is what runs.
    const daemon = line.includes('/') ? daemonLine.exec(line)?.[1] : undefined
    if (daemon && this.#shown) told.push({ program: daemon })
    this.#shown = (shows.test(line) && !advises.test(line)) || (this.#shown && daemon !== undefined)
    return { told, ...(likely ? { likely } : {}) }
  }

  #own(line: string): string | undefined {
    const name = byName.exec(line)?.[1]
    return name !== undefined && this.#commands.has(name) ? name : undefined
  }
}

/** Whether a unit has the name of one of these programs or packages. */
export const isNamedLike = (unit: string, names: ReadonlySet<string>) => names.has(baseName(unit).replace(/\.service$/, ''))
