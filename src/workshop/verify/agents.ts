import type { VendorFile } from '../../kb/shapes.ts'
import type { Finding } from '../finding.ts'
import type { Model } from './model.ts'

const saysNothing = /^\s*(?:|-|none|nothing|n\/a|unknown|todo)\s*\.?\s*$/i

/** Agents that nobody can tell to leave files alone, and agents of which nobody can be sure that they are off. */
export function agents({ kb }: Model): Finding[] {
  return Object.entries(kb.vendors).flatMap(([id, vendor]): Finding[] => {
    const shared = {
      counterExample: { facts: kb.kb['agents-fact'] === undefined ? {} : { [kb.kb['agents-fact']]: [id] } },
      exactness: 'exact',
    }
    const at = (path: readonly string[]) => ({ folder: 'vendors' as const, id, path })
    const findings: Finding[] = []
    const excludes = whyNotExcludable(vendor)
    if (excludes)
      findings.push({
        code: 'agent-not-excludable',
        at: at(['exclusions']),
        message: `there is no way to keep this agent from files: ${excludes}`,
        hint: 'Add the commands, the policy file, or "ask-the-vendor" with the request to the team that can.',
        ...shared,
      })
    for (const kind of excludes ? [] : withoutCommand(vendor))
      findings.push({
        code: 'agent-not-excludable',
        at: at(['exclusions', 'kinds']),
        message: `"${kind}" is among the kinds, and nothing says how to leave one alone`,
        hint: `Add "add" under forms, ${kind}; or take the kind out.`,
        ...shared,
      })
    const sure = whyNeverSure(vendor)
    if (sure)
      findings.push({
        code: 'agent-never-surely-off',
        at: at(['switch-off']),
        message: `nobody can be sure that this agent is off: ${sure}`,
        hint: 'Add a way to switch it off whose "verify" shows that it is off and that its hook is gone.',
        ...shared,
      })
    return findings
  })
}

function whyNotExcludable({ exclusions, 'ask-the-vendor': request }: VendorFile): string | undefined {
  if (request !== undefined) return undefined
  const { by, kinds, forms = {}, file } = exclusions
  if (by === 'none') return 'it has no exclusions, and there is no request to its team'
  if (kinds.length === 0) return 'it can leave nothing alone, and there is no request to its team'
  if (by === 'command' && !kinds.some(kind => forms[kind]?.add !== undefined)) return 'no command for it is given'
  if (by === 'policy-file' && file === undefined) return 'what to write into its policy file is not given'
  return undefined
}

/** Kinds that are promised by an agent with commands, and of which nothing says how. An extension is no path of the cluster: it is never excluded. */
function withoutCommand({ exclusions: { by, kinds, forms = {} } }: VendorFile): string[] {
  return by === 'command' ? kinds.filter(kind => kind !== 'extension' && (forms[kind]?.add ?? forms[kind]?.write) === undefined) : []
}

function whyNeverSure({ 'switch-off': ways }: VendorFile): string | undefined {
  if (ways.length === 0) return 'no way to switch it off is given'
  const checked = ways.filter(({ verify }) => [verify].flat().some(line => !saysNothing.test(line)))
  if (checked.length === 0) return 'no way to switch it off has a check'
  if (checked.every(way => way['removes-hook'] === 'no')) return 'every way with a check leaves its hook in the kernel'
  return undefined
}
