export const SourceType = { PALO_ALTO_NETWORKS: 'PALO_ALTO_NETWORKS' } as const
export type SourceType = (typeof SourceType)[keyof typeof SourceType]
