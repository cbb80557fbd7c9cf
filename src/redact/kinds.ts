/**
 * What a name belongs to, and the word its pseudonym begins with. The order is a rank: a name that stands for several
 * things counts as the first of them, since text alone does not tell them apart.
 */
export const nameKinds = ['node', 'host', 'domain', 'cluster', 'resource', 'user', 'constraint', 'serial'] as const
export type NameKind = (typeof nameKinds)[number]

/** What is recognised by its own shape, wherever it stands. */
export const shapeKinds = ['ipv4-subnet', 'ipv4', 'ipv6-subnet', 'ipv6', 'mac', 'id'] as const
export type ShapeKind = (typeof shapeKinds)[number]

export type Kind = NameKind | ShapeKind

/** Told of every name that is found. */
export type Found = (kind: NameKind, name: string) => void
