export { SavedViewCounter } from './saved-view-counter.js'
export { savedViewNodes } from './saved-view-nodes.js'
export { SavedViewResolver } from './saved-view-resolver.js'
export { SavedViewService } from './saved-view-service.js'
