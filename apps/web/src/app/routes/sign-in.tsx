export { SignInPage as SignInRoute } from '../../features/auth/sign-in-page'
