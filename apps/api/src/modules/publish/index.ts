export { FetchRecorder } from './fetch-recorder.js'
export {
  PublishActionsResolver,
  PublishCredentialResolver,
  PublishedFetchResolver,
  PublishedVersionResolver,
} from './publish-actions-resolver.js'
export { publishNodes } from './publish-nodes.js'
export { PublishReadModel } from './publish-read-model.js'
export { PublishService } from './publish-service.js'
export { PublishedCatalog, type Found } from './published-catalog.js'
export { PublishedFiles } from './published-files.js'
export { baseUrlOf } from './published-url.js'
export { Publisher } from './publisher.js'
export { ListPublishingResolver, PublishingResolver } from './publishing-resolver.js'
export type { Encoding, Extension, Representation } from './served-version.js'
export { VersionWriter } from './version-writer.js'
