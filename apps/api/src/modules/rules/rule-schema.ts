import { PREDICATE_SHAPES, ruleDefinition } from '@sallyport/shared'
import { z } from 'zod'

type JsonSchema = Readonly<Record<string, unknown>>

let written: JsonSchema | undefined

/** JSON Schema (2020-12) of a rule's definition; conditions nest by reference. What checkRule finds beyond it, it does not say. */
export function ruleSchema(): JsonSchema {
  return (written ??= write())
}

function write(): JsonSchema {
  const { properties, ...schema } = z.toJSONSchema(ruleDefinition, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const condition = { $ref: '#/$defs/condition' }
  const group = (key: string) => ({
    type: 'object',
    properties: { [key]: { type: 'array', items: condition, minItems: 1, maxItems: 50 } },
    required: [key],
    additionalProperties: false,
  })
  const predicates = Object.values(PREDICATE_SHAPES).map(shape => {
    const { $schema: _, ...rest } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema
    return rest
  })
  return {
    ...schema,
    properties: { ...(properties as object), condition },
    $defs: { ...(schema['$defs'] as object | undefined), condition: { anyOf: [...['all', 'any', 'none'].map(group), ...predicates] } },
  }
}
