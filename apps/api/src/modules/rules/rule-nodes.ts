import type { NodeLoader } from '../../graphql/node.js'
import type { RuleReadModel } from './rule-read-model.js'
import { toRuleMatchType, toRuleType } from './rule-type.js'

/** What `node(id)` finds of this module. */
export const ruleNodes = ({ rules }: { readonly rules: RuleReadModel }): NodeLoader[] => [
  {
    type: 'Rule',
    permission: 'rule:read',
    load: async (id, context) => {
      const rule = /^\d{1,9}$/.test(id) ? await context.load(rules.ruleById).load(Number(id)) : undefined
      return rule && toRuleType(rule)
    },
  },
  {
    type: 'RuleMatch',
    permission: 'rule:read',
    load: async (id, context) => {
      const match = /^\d{1,18}$/.test(id) ? await context.load(rules.matchById).load(id) : undefined
      return match && toRuleMatchType(match)
    },
  },
]
