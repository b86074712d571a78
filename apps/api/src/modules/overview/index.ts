export { OverviewReadModel } from './overview-read-model.js'
export { OverviewDeviceResolver, OverviewListResolver, OverviewResolver } from './overview-resolver.js'
