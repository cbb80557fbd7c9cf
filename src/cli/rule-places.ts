import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Place } from '../kb/problem.ts'
import { readYaml, type YamlFile } from '../kb/yaml-file.ts'
import type { At } from '../workshop/cases/conditions.ts'
import { shippedFolder } from './base.ts'
import { withShipped } from './read-folder.ts'

/** Finds places in the files of a base: of the folders named, else of the shipped one. Reads a file only when asked for it. */
export function rulePlaces(folders: readonly string[] | undefined): (at: At) => Place {
  const layers = folders && folders.length > 0 ? withShipped(folders, shippedFolder) : [shippedFolder]
  const read = new Map<string, YamlFile | undefined>()
  const fileOf = (name: string): YamlFile | undefined => {
    if (!read.has(name)) read.set(name, load(layers, name))
    return read.get(name)
  }
  return ({ folder, id, path }) => {
    const name = `${folder}/${id}`
    return fileOf(name)?.placeOf(path) ?? { file: `${name}.yaml`, line: 1, column: 1 }
  }
}

/** The last folder that has the file counts, as in an overlay. */
function load(layers: readonly string[], name: string): YamlFile | undefined {
  const found = layers.flatMap(layer => ['.yaml', '.yml'].map(end => join(layer, `${name}${end}`))).filter(file => existsSync(file))
  const file = found.at(-1)
  return file === undefined ? undefined : readYaml(shownPath(file), readFileSync(file), [])
}

/** As somebody in this folder would write it. */
function shownPath(file: string): string {
  const near = relative(process.cwd(), file)
  return (near.startsWith('..') ? file : near).split(sep).join('/')
}
