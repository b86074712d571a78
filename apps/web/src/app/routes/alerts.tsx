export { AlertsPage as AlertsRoute } from '../../features/alerts/alerts-page'
