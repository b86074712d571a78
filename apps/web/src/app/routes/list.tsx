export { ListPage as ListRoute } from '../../features/lists/list-page'
