export { OverviewPage as OverviewRoute } from '../../features/overview/overview-page'
