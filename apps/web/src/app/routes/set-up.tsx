export { SetUpPage as SetUpRoute } from '../../features/auth/set-up-page'
