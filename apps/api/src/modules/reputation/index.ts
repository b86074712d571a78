export { ReputationSettings } from './provider-settings.js'
export { makeAskers, type Askers } from './providers/askers.js'
export { readNames } from './reputation-facts.js'
export { ReputationProvider } from './reputation-provider.js'
export { ReputationProviderService } from './reputation-provider-service.js'
export { ReputationReadModel, type ReputationView } from './reputation-read-model.js'
export { ReputationResolver } from './reputation-resolver.js'
export { ReputationType, toReputationType } from './reputation-type.js'
export {
  FeedFetcher,
  FeedIndex,
  feedNodes,
  FeedReadModel,
  FeedResolver,
  FeedService,
  FeedType,
  toFeedType,
  type FeedHit,
} from './feeds/index.js'
