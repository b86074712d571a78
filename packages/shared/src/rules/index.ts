export * from './rule-definition.js'
export * from './rule-enums.js'
export * from './rule-fields.js'
export * from './rule-limits.js'
