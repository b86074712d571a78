export const SourceType = { PALO_ALTO_NETWORKS: 'PALO_ALTO_NETWORKS', JSON: 'JSON' } as const
export type SourceType = (typeof SourceType)[keyof typeof SourceType]
