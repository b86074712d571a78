export { SourcesPage as SourcesRoute } from '../../features/sources/sources-page'
