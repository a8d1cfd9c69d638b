export const CLUSTER_KINDS = ['theme', 'barrier', 'proposal'] as const
export type ClusterKind = (typeof CLUSTER_KINDS)[number]
