import { stepWith, symptomWith } from '../example-files.ts'
import { type Checks, page } from '../model.ts'
import { inUsualOrder, usualOrder } from '../usual-order.ts'

const [path, text] = symptomWith({})

/** Keys in an unusual order. */
export const order: Checks = {
  pages: {
    'key-order': page(
      'info',
      'Keys stand in an unusual order',
      'Files of one kind are easier to compare when they say the same things in the same order: what it is, how it is found out, what follows, where it comes from.',
      { [path]: `ask: Is the page blank?\n${text.replace('ask: Is the page blank?\n', '')}`, ...Object.fromEntries([stepWith({})]) },
      { [path]: text },
      true,
    ),
  },
  // The shapes put keys into their own order, so that only what was written tells the author's.
  file({ folder, id, yaml }, report) {
    const look = (value: unknown, here: (string | number)[]) => {
      if (typeof value !== 'object' || value === null) return
      if (Array.isArray(value)) {
        value.forEach((item, i) => void look(item, [...here, i]))
        return
      }
      const usual = usualOrder(folder, id, here)
      const keys = Object.keys(value)
      if (usual) {
        const better = inUsualOrder(keys, usual)
        const wrong = keys.find((key, i) => better[i] !== key)
        if (wrong !== undefined)
          report(
            'key-order',
            [...here, wrong],
            `"${better[keys.indexOf(wrong)]}" usually stands before "${wrong}"`,
            `Usual order: ${better.join(', ')}. Or run kb lint --fix.`,
            true,
          )
      }
      for (const [key, inner] of Object.entries(value)) if (here.length < 2) look(inner, [...here, key])
    }
    look(yaml.value, [])
  },
}
