export { IngestResolver } from './ingest-resolver.js'
export { IngestService } from './ingest-service.js'
export type { IngestControl, ListenerStatus } from './ingest-status.js'
export type { AlertJudge, AlertMatch, JudgedAlert } from './alert-judge.js'
