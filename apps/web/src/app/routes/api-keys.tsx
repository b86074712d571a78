export { ApiKeysPage as ApiKeysRoute } from '../../features/api-keys/api-keys-page'
