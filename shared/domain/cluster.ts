/** Characters of a title that the fields for it take; a document may hold longer ones. */
export const CLUSTER_TITLE = 300

export const CLUSTER_KINDS = ['theme', 'barrier', 'proposal'] as const
export type ClusterKind = (typeof CLUSTER_KINDS)[number]
