import { type GraphQLSchema, introspectionFromSchema } from 'graphql'

/**
 * Emits what the normalised cache must know of the schema: which types there are, which interface each has,
 * which fields are nullable. Scalars, enums and inputs are left out and every leaf becomes `Any`: it is shipped to browsers.
 */
export function plugin(schema: GraphQLSchema): string {
  const { __schema } = introspectionFromSchema(schema, { descriptions: false, directiveIsRepeatable: false })
  const types = __schema.types.flatMap(type => {
    if (type.name.startsWith('__')) return []
    if (type.kind === 'OBJECT' || type.kind === 'INTERFACE') {
      const fields = type.fields.map(field => ({
        name: field.name,
        type: leafless(field.type),
        args: field.args.map(argument => ({ name: argument.name, type: ANY })),
      }))
      const interfaces = type.interfaces.map(({ name }) => ({ kind: 'INTERFACE', name }))
      return [
        type.kind === 'OBJECT'
          ? { kind: type.kind, name: type.name, fields, interfaces }
          : {
              kind: type.kind,
              name: type.name,
              fields,
              interfaces,
              possibleTypes: type.possibleTypes.map(({ name }) => ({ kind: 'OBJECT', name })),
            },
      ]
    }
    return []
  })
  const root = (type: { name: string } | null | undefined) => (type ? { name: type.name } : null)
  const minimal = {
    __schema: {
      queryType: root(__schema.queryType),
      mutationType: root(__schema.mutationType),
      subscriptionType: root(__schema.subscriptionType),
      types: [...types, ANY],
      directives: [],
    },
  }
  return `/* eslint-disable */\nexport const introspection = ${JSON.stringify(minimal, null, 1)} as const\n`
}

const ANY = { kind: 'SCALAR', name: 'Any' }

interface TypeReference {
  readonly kind: string
  readonly name?: string
  readonly ofType?: TypeReference
}

function leafless(type: TypeReference): object {
  if (type.kind === 'NON_NULL' || type.kind === 'LIST') return { kind: type.kind, ofType: type.ofType ? leafless(type.ofType) : ANY }
  return type.kind === 'OBJECT' || type.kind === 'INTERFACE' ? { kind: type.kind, name: type.name } : ANY
}
