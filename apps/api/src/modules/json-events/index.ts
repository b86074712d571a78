export { eventFields } from './event-fields.js'
export { checkEvents, EVENTS_MAX, type CheckedEvents, type EventFault } from './event-schema.js'
export { readEvent, understandEvent } from './read-event.js'
