import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Case } from '../case/case-file.ts'
import type { Evidence, EvidenceFile, Unopened } from '../evidence/model.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { whyUnreadable } from '../kb/why-unreadable.ts'
import { NameCollector } from '../redact/collector.ts'
import { addNamesOf, gatheringNames } from '../redact/gather.ts'
import { readMap, writeMap } from '../redact/map-file.ts'
import { NameMap } from '../redact/name-map.ts'
import { type Redactor, redactorOf } from '../redact/redactor.ts'
import { addNamesOfCase, redactCase, redactEvidence } from '../redact/values.ts'
import { wordsOf } from '../redact/words.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { writePrivate } from './write-private.ts'

/** Where the map is kept unless an option says so: beside what is redacted, never inside. */
export const mapName = 'avert-names.private.yaml'

/** The names of one run and their pseudonyms. */
export class Names {
  readonly #kb: KnowledgeBase
  readonly #path: string
  readonly #map: NameMap
  readonly #words: ReturnType<typeof wordsOf>
  readonly #collector: NameCollector
  #redactor: Redactor | undefined

  /** `path`: an existing map is gone on with. */
  constructor(kb: KnowledgeBase, path: string) {
    this.#kb = kb
    this.#path = path
    this.#map = loadMap(path)
    this.#words = wordsOf(kb)
    this.#collector = new NameCollector(this.#map, this.#words)
  }

  get redactor(): Redactor {
    if (!this.#redactor) {
      this.#collector.finish()
      this.#redactor = redactorOf(this.#map, this.#words, this.#kb)
    }
    return this.#redactor
  }

  /** Names are gathered as the files are read. */
  readonly through = (files: AsyncIterable<EvidenceFile | Unopened>): AsyncIterable<EvidenceFile | Unopened> =>
    gatheringNames(files, this.#collector, { whole: false })

  /** The same, of everything in the files. */
  readonly throughAll = (files: AsyncIterable<EvidenceFile | Unopened>): AsyncIterable<EvidenceFile | Unopened> =>
    gatheringNames(files, this.#collector, { whole: true })

  learn(evidence: Pick<Evidence, 'nodes' | 'focus'> & Partial<Evidence>): void {
    addNamesOf(evidence, this.#collector)
  }

  evidence<E extends Evidence>(evidence: E): E {
    this.learn(evidence)
    return redactEvidence(evidence, this.redactor, this.#kb)
  }

  case(value: Case): Case {
    addNamesOfCase(value, this.#collector)
    return redactCase(value, this.redactor, this.#kb)
  }

  /** Writes the map and says where it is. */
  save(io: Io): void {
    this.store()
    io.err(`Who is who is in ${this.#path}. Keep it, and send it to nobody.`)
  }

  /** Writes the map, for its owner only. */
  store(): void {
    try {
      writePrivate(this.#path, writeMap(this.#map))
    } catch (error) {
      throw new UserError(Exit.input, [
        `map-not-saved: "${this.#path}" cannot be written (${whyUnreadable(error)})`,
        '  hint: Name another file with --map; without the map nobody can tell who is who.',
      ])
    }
  }
}

/** Whether two paths are the same file, as far as their texts tell. */
export const samePath = (a: string, b: string): boolean => resolve(a) === resolve(b)

/** The map beside a file that is written. */
export const mapBeside = (folder: string): string => join(folder, mapName)

function loadMap(path: string): NameMap {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new NameMap()
    throw new UserError(Exit.input, [
      `${path}:1:1 unreadable-file: cannot be read (${whyUnreadable(error)})`,
      '  hint: Check the name and who may read it.',
    ])
  }
  const map = readMap(text)
  if ('message' in map)
    throw new UserError(Exit.input, [
      `${path}:${map.line ?? 1}:1 bad-map: ${map.message}`,
      '  hint: Restore it from a copy, or name another file with --map.',
    ])
  return map
}
