import type { Form, Row } from './pasted-rows.ts'

const modules = (...names: readonly (string | undefined)[]): Row[] => names.flatMap(module => (module === undefined ? [] : [{ module }]))

/** `lsmod`: others that use a module are loaded as well; `-2` where the kernel does not count. */
const used = /^\s*([\w.-]+)\s+\d{3,9}\s+-?\d+(?:\s+([\w.,-]+|\[permanent\]))?\s*$/
/** `/proc/modules`. */
const proc = /^([\w.-]+) \d+ (?:-?\d+|-) (\S+) (?:Live|Loading|Unloading) 0x[0-9a-f]+/
/** A frame or the place of a fault; a mark says that the frame may be an old one, but the module is there. */
const place = /(?:^|[\s\]:])\??\s?[\w.]{2,80} ?\+ ?0x[0-9a-f]+ ?\/ ?0x[0-9a-f]+ \[([\w-]{3,64})\]/
/** `mod` of crash, `/proc/kallsyms`. */
const listed = /^[0-9a-f]{8,16}\s+([\w-]{3,64})\s+\d+\s+(?:\(not loaded\)|\/|\[)|^[0-9a-f]{16} \w \S{1,200}\s\[([\w-]{3,64})\]\s*$/
/** Somebody tried to load it: the product is there, whatever came of it. */
const tried =
  /^(?:insmod|modprobe): (?:ERROR|FATAL): (?:could not insert (?:module )?'?|Module )(?:\/\S*\/)?([\w-]{3,64}?)(?:\.ko(?:\.xz)?)?'?(?:: (?!No such file)| is in use)|^rmmod: ERROR: Module ([\w-]{3,64}) is in use|\binsmod (?:-f )?\/\S*\/([\w-]{3,64})\.ko\b/
const refused =
  /(?:^|\] |kernel: )([\w-]{3,64}): (?:Unknown symbol \w+ \(err |disagrees about version of symbol |no symbol version for |version magic '|loading out-of-tree module |module (?:license|verification) )/
const inserted =
  /^Inserted module '([\w-]{3,64})'$|\bsystemd-modules-load\[\d+\]: (?:Inserted module|Failed to insert(?: module)?) '([\w-]{3,64})'/

/** Modules in what the kernel and its tools print. */
export const moduleForms: readonly Form[] = [
  line => {
    const [, name, by = ''] = used.exec(line) ?? proc.exec(line) ?? []
    return name === undefined ? [] : modules(name, ...by.split(',').filter(other => /^[\w.-]{3,64}$/.test(other)))
  },
  line => (line.includes('0x') && line.includes('[') ? modules(place.exec(line)?.[1]) : []),
  line => {
    const found = listed.exec(line) ?? tried.exec(line) ?? refused.exec(line) ?? inserted.exec(line)
    return modules(...(found?.slice(1) ?? []))
  },
]
