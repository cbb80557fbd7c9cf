import type { RuleFile } from './read.ts'

/** A file of an overlay that stands in the place of another of the same path. */
export interface Replacement {
  readonly path: string
  /** How errors name the file that counts, and the one that no longer does. */
  readonly by: string
  readonly was: string
}

/**
 * Lays folders over each other: a later file of the same path replaces an earlier one. `sources.yaml` is the exception:
 * its entries add up, and a later entry of the same id replaces the earlier (the reader sees to that).
 */
export function layOver(layers: readonly (readonly RuleFile[])[]): { files: RuleFile[]; replaced: Replacement[] } {
  const files = new Map<string, RuleFile>()
  const replaced: Replacement[] = []
  const layerOf = new Map<RuleFile, number>()
  layers.forEach((layer, depth) => {
    for (const file of layer) {
      const path = file.path.replace(/\.yml$/, '.yaml')
      const key = path === 'sources.yaml' ? `${path}\0${depth}` : path
      const before = files.get(key)
      // Two of one folder, as .yaml and .yml, are one too many: the reader says so.
      const twin = before !== undefined && layerOf.get(before) === depth
      if (before && !twin) replaced.push({ path, by: file.shown, was: before.shown })
      files.set(twin ? `${key}\0${file.path}` : key, file)
      layerOf.set(file, depth)
    }
  })
  return { files: [...files.values()], replaced }
}
