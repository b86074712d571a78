export { RulesPage as RulesRoute } from '../../features/rules/rules-page'
