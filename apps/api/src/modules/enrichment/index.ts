export { notAsked, type LookupRow } from './lookup.js'
export {
  ProviderFault,
  type LookupAnswer,
  type LookupChange,
  type LookupProvider,
  type Observable,
  type ProviderPace,
} from './lookup-provider.js'
