export { EnrichmentPage as EnrichmentRoute } from '../../features/enrichment/enrichment-page'
