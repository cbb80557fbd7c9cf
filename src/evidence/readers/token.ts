/** Totem timing as corosync.conf states it. All times are milliseconds. */
export interface TokenSettings {
  /** `totem.token`, or the default of the version. */
  readonly tokenMs: number
  /** `totem.token_coefficient`; 0 turns the scaling off. */
  readonly coefficientMs: number
  /** Entries in `nodelist`; 0 when there is none. */
  readonly nodeCount: number
}

/** `totem.token_coefficient` when corosync.conf does not state it, in milliseconds. */
export const defaultCoefficientMs = 650

/**
 * The token timeout corosync really uses, in milliseconds: what a scanner may delay a node before its peers declare
 * the token lost. From three nodes up, corosync adds one coefficient per node beyond the second.
 *
 * @throws {RangeError} if a time is negative or `nodeCount` is not a whole number of at least 0.
 * @see corosync.conf(5), `token_coefficient`
 */
export function effectiveTokenMs({ tokenMs, coefficientMs, nodeCount }: TokenSettings): number {
  if (!(tokenMs >= 0)) throw new RangeError(`tokenMs must be 0 or more, got ${tokenMs}`)
  if (!(coefficientMs >= 0)) throw new RangeError(`coefficientMs must be 0 or more, got ${coefficientMs}`)
  if (!Number.isInteger(nodeCount) || nodeCount < 0)
    throw new RangeError(`nodeCount must be a whole number of at least 0, got ${nodeCount}`)
  return nodeCount < 3 ? tokenMs : tokenMs + (nodeCount - 2) * coefficientMs
}

/** `totem.token` of a corosync whose corosync.conf does not state it: 1000 ms, and 3000 ms from 3.1 on. */
export function defaultTokenMs(corosyncVersion: string): number {
  const [major = 0, minor = 0] = corosyncVersion.split('.').map(Number)
  return major > 3 || (major === 3 && minor >= 1) ? 3000 : 1000
}

/** `totem.transport` of a corosync whose corosync.conf does not state it. */
export function defaultTransport(corosyncVersion: string): 'knet' | 'udp' {
  return Number.parseInt(corosyncVersion, 10) >= 3 ? 'knet' : 'udp'
}

/** The corosync that a release of RHEL brings, as far as the defaults go: 3.1 came with RHEL 8.4. Undefined where it takes the minor release. */
export function corosyncOfRelease(release: string): string | undefined {
  const [major = 0, minor] = release.split('.').map(Number)
  if (major === 7) return '2.4'
  if (major === 8) return minor === undefined ? undefined : minor >= 4 ? '3.1' : '3.0'
  return major === 9 ? '3.1' : undefined
}
