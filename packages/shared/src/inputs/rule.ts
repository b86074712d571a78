import { z } from 'zod'
import { ruleDefinition } from '../rules/rule-definition.js'
import { RuleMode } from '../rules/rule-enums.js'

export const RULE_ENTRIES_PER_HOUR = { min: 1, max: 100_000, usual: 100 } as const

const settings = {
  name: z.string().trim().min(1, 'Give it a name').max(100, 'At most 100 characters'),
  description: z.string().trim().max(2_000, 'At most 2,000 characters'),
  mode: z.enum(RuleMode),
  stopAfterMatch: z.boolean(),
  maxEntriesPerHour: z.int().min(RULE_ENTRIES_PER_HOUR.min, 'At least 1').max(RULE_ENTRIES_PER_HOUR.max, 'At most 100,000'),
}

/** All that a person sets of a rule, as versions and files hold it. */
export const ruleContentInput = z.object({
  name: settings.name,
  description: settings.description.default(''),
  mode: settings.mode.default('OFF'),
  stopAfterMatch: settings.stopAfterMatch.default(false),
  definition: ruleDefinition,
  maxEntriesPerHour: settings.maxEntriesPerHour.default(RULE_ENTRIES_PER_HOUR.usual),
})
export type RuleContent = z.infer<typeof ruleContentInput>

/** The same without the definition, which is checked by itself; what is not given or null is left as it is. */
export const ruleSettingsInput = z.object({
  name: settings.name.nullish(),
  description: settings.description.nullish(),
  mode: settings.mode.nullish(),
  stopAfterMatch: settings.stopAfterMatch.nullish(),
  maxEntriesPerHour: settings.maxEntriesPerHour.nullish(),
})

/** `rules` of rulesImport, and what rulesExport gives. */
export const RULES_FILE_FORMAT = 'sallyport-rules'
export const rulesFile = z.object({
  format: z.literal(RULES_FILE_FORMAT),
  version: z.literal(1),
  rules: z
    .array(ruleContentInput.omit({ definition: true, mode: true }).extend({ definition: z.unknown() }))
    .min(1, 'There are no rules in it')
    .max(500, 'At most 500 rules'),
})
