export { AlertFollower } from './alert-follower.js'
export { EnrichmentResolver } from './enrichment-resolver.js'
export { EnrichmentChangedType, EnrichmentProviderType } from './enrichment-type.js'
export { LookupMetrics } from './lookup-metrics.js'
export { LookupRunner } from './lookup-runner.js'
export { FactType, IndicatorType, LookupStatusType, toLookupStatus } from './lookup-status-type.js'
export { notAsked, type LookupRow } from './lookup.js'
export { Lookups, type LookupKey, type Wanted } from './lookups.js'
export {
  ProviderFault,
  type LookupAnswer,
  type LookupChange,
  type LookupProvider,
  type Observable,
  type ProviderPace,
} from './lookup-provider.js'
export { canonicalObservable, observableKindsOf } from './observable-forms.js'
export { OutsidePolicy } from './outside-policy.js'
export { ProviderHealth, type ProviderState } from './provider-health.js'
export { ProviderTestPayload, ProviderTestType } from './provider-test-type.js'
