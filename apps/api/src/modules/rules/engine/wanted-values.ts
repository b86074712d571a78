import { RULE_FIELDS, severityRank, type RuleFieldName, type Severity } from '@sallyport/shared'
import type { FactValue } from './rule-facts.js'

/** What 'is' compares with, in the form in which facts come: severities as ranks, texts in lower case. */
export function wantedValues(field: RuleFieldName, wanted: readonly FactValue[]): FactValue[] {
  const { type } = RULE_FIELDS[field]
  if (type === 'severity') return wanted.map(one => severityRank(one as Severity))
  return type === 'text' ? wanted.map(one => (typeof one === 'string' ? one.toLowerCase() : one)) : [...wanted]
}
