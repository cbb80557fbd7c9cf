/** What a command prints instead of its output: the first line of a file that tells nothing. */
const failures: readonly (readonly [RegExp, string])[] = [
  [/^timeout: failed to run command/, 'the command was not there when the evidence was collected'],
  [/^timeout: (?:sending signal|the monitored command)/, 'the command was stopped because it took too long'],
  [
    /^(?:\S*(?:ba|da|k)?sh: )?(?:line \d+: )?(?:\S+: )?(?:\S+: )?command not found$/,
    'the command was not there when the evidence was collected',
  ],
  [/^(?:[\w./-]+: )+(?:No such file or directory|not found)$/, 'the command or file was not there when the evidence was collected'],
  [/^(?:[\w./-]+: )*[^:]*: Permission denied$/, 'the collector was not allowed to read it'],
  [/^Failed to (?:connect to bus|get D-Bus connection|list unit|list units)/, 'the command did not reach systemd'],
  [
    /^(?:Connection to (?:the )?cluster failed|Could not connect to the CIB|Signon to CIB failed|crm_mon: Error: cluster is not available|Error: cluster is not (?:currently )?running)/i,
    'the cluster was not running when the evidence was collected',
  ],
  [
    /^Error: unable to get crm_config|^Error: unable to get cib|^error: Could not connect to/i,
    'the cluster was not running when the evidence was collected',
  ],
  [/^Cannot initialise? CMAP service|^Failed to initialize the cmap API/i, 'corosync was not running when the evidence was collected'],
  // Whoever types `timeout 150 df` shows what it printed.
  [/^(?!timeout (?:-\S+ +)*\d+[smh]? +\S)\[?(?:command )?timed? ?out(?: after \d+)?/i, 'the command was stopped because it took too long'],
]

/**
 * Why a file says nothing: empty, or the complaint of a command that did not run. Undefined when it can be read.
 *
 * A longer text that merely begins with a complaint may still hold output, so only short ones count.
 */
export function unusable(head: string, size: number): string | undefined {
  if (size === 0) return 'it is empty'
  if (size > 1024) return size <= head.length && head.trim() === '' ? 'it is empty' : undefined
  const lines = head
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return size <= head.length ? 'it is empty' : undefined
  if (lines.length > 4) return undefined
  for (const [pattern, why] of failures) if (pattern.test(lines[0]!)) return why
  return undefined
}
