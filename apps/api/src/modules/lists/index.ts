export { BlockExplainer } from './block-explainer.js'
export { BlockResolver } from './block-resolver.js'
export { EnforcementResolver } from './enforcement-resolver.js'
export { EnforcementChangedType } from './enforcement-type.js'
export {
  aggregate,
  compareRanges,
  contains,
  exactPrefix,
  formatAddress,
  formatRange,
  joinRanges,
  overlaps,
  toCidrs,
  type AddressRange,
} from './entry/address-range.js'
export { parseRange } from './entry/canonical-address.js'
export { canonicalEntry } from './entry/canonical-entry.js'
export { RangeIndex } from './entry/range-index.js'
export { hiddenCharacterIn } from './entry/hidden-character.js'
export type { Canonical } from './entry/verdict.js'
export { readProtections } from './entry-plan.js'
export { coveringValues, patternCovers } from './covering-values.js'
export { EntryService, type EntriesPreview } from './entry-service.js'
export { ListEntryResolver } from './list-entry-resolver.js'
export { listNodes } from './list-nodes.js'
export { ListMembership, type KindAndValue } from './list-membership.js'
export { ListPayload } from './list-payloads.js'
export { ListReadModel } from './list-read-model.js'
export { ListResolver } from './list-resolver.js'
export type { ListRow, ListValue } from './list-row.js'
export { ListService } from './list-service.js'
export { ListType, toListType } from './list-type.js'
export { ListUpkeep } from './list-upkeep.js'
export { ProtectionIndex, type ProtectedValue } from './protection.js'
export { ProtectionResolver } from './protection-resolver.js'
export { ProtectionService } from './protection-service.js'
export { UnblockService } from './unblock-service.js'
export { EntriesAddedTimeline, EntriesRemovedTimeline } from './entry-timeline.js'
export { TimelineListResolver } from './timeline-list-resolver.js'
export { EntryExport } from './entry-export.js'
