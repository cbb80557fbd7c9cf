/** The state in a CIB: operations stand below the node and the resource they were done on. */

/** Whether a text is a CIB, or the part of one that holds its state, below whatever a terminal or a mail has above it. */
export const isCib = (head: string): boolean =>
  head.includes('<') && /^[ \t]*<(?:cib|status|node_state|lrm_resource)[\s>]/m.test(head) && !/<(?:html|body)\b/i.test(head)

const nodeState = /<node_state\s[^>]{0,400}?\buname="([^"]{1,120})"/
const named = /\son_node="([^"]{1,120})"/
const operation = /\sid="([^"]{1,120}_(?:start|stop|monitor|promote|demote|notify|migrate_to|migrate_from)_\d{1,9})"/

/**
 * Gives each operation what its line alone does not tell: the node, which older versions leave to the element around it, and the key,
 * which the oldest have only as the id. Both stand where newer versions write them.
 */
export function cibLines(): (line: string) => string {
  let node: string | undefined
  return line => {
    node = nodeState.exec(line)?.[1] ?? (line.includes('</node_state>') ? undefined : node)
    if (!line.includes('<lrm_rsc_op ') || !line.includes(' op-status="')) return line
    const own = named.exec(line)?.[1] ?? node
    const key = line.includes(' operation_key="') ? undefined : operation.exec(line)?.[1]
    const keyed = key === undefined ? line : line.replace('<lrm_rsc_op ', `<lrm_rsc_op operation_key="${key}" `)
    // More than one in a line are not told apart; those lines are left as they are.
    if (own === undefined || keyed.indexOf('<lrm_rsc_op ') !== keyed.lastIndexOf('<lrm_rsc_op ')) return keyed
    return keyed.replace(named, '').replace(/(\src-code="[^"]{1,20}")?\sop-status="/, whole => ` on_node="${own}"${whole}`)
  }
}
