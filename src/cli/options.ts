import { Option } from 'commander'
import type { Io } from './io.ts'

/** What a chosen command does; the returned number is the exit code. */
export type Run = (io: Io) => Promise<number>

export const format = (...choices: string[]) =>
  new Option('--format <format>', 'how to print the result').choices(choices).default(choices[0])

const collect = (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value]

/** `--redact` and `--map`. */
export const redactOption = () => new Option('--redact', 'print pseudonyms in the place of names and addresses')
export const mapOption = () =>
  new Option('--map <file>', 'the private file that says who is who; reused when it exists (avert-names.private.yaml)')

/** `--since` and `--until`. */
export const sinceOption = () =>
  new Option('--since <time>', "only what was logged from then on: '2026-03-28 06:15', by the clock of the nodes")
export const untilOption = () => new Option('--until <time>', 'only what was logged up to then')

/** `--kb`, once or more often: a folder without kb.yaml is laid over the shipped base, further folders over the first. */
export const kbOption = () => new Option('--kb <folder>', kbMeans).argParser(collect)

/** The same for authors: unless told, their own base is meant where they stand in its folder. */
export const authorKbOption = () => new Option('--kb <folder>', `${kbMeans} (${defaultBase})`).argParser(collect)

const kbMeans = 'the knowledge base in this folder; again: a folder laid over it, file by file'
export const defaultBase = 'default: the folder rules here when it holds a kb.yaml, else the shipped base'
