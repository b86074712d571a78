export { NewRulePage as NewRuleRoute, RulePage as RuleRoute } from '../../features/rules/rule-page'
