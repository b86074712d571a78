export { eventFields } from './event-fields.js'
export { checkEvents, type EventFault } from './event-schema.js'
export { readEvent, understandEvent } from './read-event.js'
