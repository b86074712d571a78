export { ListsPage as ListsRoute } from '../../features/lists/lists-page'
