import { PAGE_SIZE_MAX } from '@sallyport/shared'
import {
  getNamedType,
  getNullableType,
  getOperationAST,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

export const DOCUMENT_MAX_CHARS = 10_000
export const DOCUMENT_MAX_TOKENS = 2_000
const COST_MAX = 20_000
const DEPTH_MAX = 16
const ALIASES_MAX = 50
/** Lists that are no connections are short, but their length is not known before. */
const LIST_COST_FACTOR = 10

export interface OperationMeasure {
  /** Objects that it may ask for. */
  readonly cost: number
  readonly depth: number
  readonly aliases: number
  readonly introspects: boolean
}

export interface MeasuredOperation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}

export const limitError = (message: string) => new GraphQLError(message, { extensions: { code: 'COST_LIMIT' } })

/** @throws GraphQLError COST_LIMIT */
export function checkDocumentSize(text: string): void {
  if (text.length > DOCUMENT_MAX_CHARS) throw limitError(`The document has more than ${DOCUMENT_MAX_CHARS} characters`)
}

/** After validation, before execution. @throws GraphQLError COST_LIMIT; BAD_USER_INPUT for introspection without the right to it */
export function checkLimits(operation: MeasuredOperation, { mayIntrospect }: { mayIntrospect: boolean }): void {
  const { cost, depth, aliases, introspects } = measureOperation(operation)
  if (introspects && !mayIntrospect) throw new GraphQLError('Introspection needs a session', { extensions: { code: 'BAD_USER_INPUT' } })
  if (depth > DEPTH_MAX) throw limitError(`The operation is nested ${depth} deep, at most ${DEPTH_MAX} are allowed`)
  if (aliases > ALIASES_MAX) throw limitError(`The operation has ${aliases} aliases, at most ${ALIASES_MAX} are allowed`)
  if (cost > COST_MAX) throw limitError(`The operation may ask for ${cost} objects, at most ${COST_MAX} are allowed: ask for smaller pages`)
}

/** Pure and static: what the operation asks for, not what it would find. Needs a valid document (no fragment cycles). */
export function measureOperation({ schema, document, operationName, variables }: MeasuredOperation): OperationMeasure {
  const operation = getOperationAST(document, operationName)
  const fragments = new Map(document.definitions.filter(isFragment).map(fragment => [fragment.name.value, fragment]))
  const total = { cost: 0, depth: 0, aliases: 0, introspects: false }

  const visit = (set: SelectionSetNode, parent: GraphQLNamedType | undefined, factor: number, depth: number): void => {
    for (const selection of set.selections) {
      // A few fragments that spread one another many times would make the walk itself the attack.
      if (total.cost > COST_MAX * 10 || total.aliases > ALIASES_MAX * 100) return
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value)
        if (fragment) visit(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), factor, depth)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent
        visit(selection.selectionSet, type, factor, depth)
      } else visitField(selection, parent, factor, depth)
    }
  }

  const visitField = (field: FieldNode, parent: GraphQLNamedType | undefined, factor: number, depth: number): void => {
    total.depth = Math.max(total.depth, depth)
    if (field.alias) total.aliases += 1
    const name = field.name.value
    if (name === '__schema' || name === '__type') total.introspects = true
    if (!field.selectionSet) return
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
    const first = pageSizeOf(field, variables)
    const isList = definition !== undefined && isListType(getNullableType(definition.type))
    // Below a connection the page size already counts: its edges and nodes are lists of that length.
    const isPage = parent?.name.endsWith('Connection') === true
    const own = factor * (first ?? (isList && !isPage ? LIST_COST_FACTOR : 1))
    const type = definition && getNamedType(definition.type)
    if (type && isCompositeType(type)) total.cost += own
    visit(field.selectionSet, type, own, depth + 1)
  }

  if (operation) visit(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 1, 1)
  return total
}

/** undefined where the field has no `first`. An invalid one counts as the largest. */
function pageSizeOf(field: FieldNode, variables: MeasuredOperation['variables']): number | undefined {
  const value = field.arguments?.find(argument => argument.name.value === 'first')?.value
  if (!value) return undefined
  const given = value.kind === Kind.INT ? Number(value.value) : value.kind === Kind.VARIABLE ? variables?.[value.name.value] : undefined
  return typeof given === 'number' && given >= 1 && given <= PAGE_SIZE_MAX ? Math.ceil(given) : PAGE_SIZE_MAX
}

const isFragment = (node: { readonly kind: string }): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition'
