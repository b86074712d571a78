export { GraphiqlPage as GraphiqlRoute } from '../../features/graphiql/graphiql-page'
