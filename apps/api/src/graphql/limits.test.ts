import { buildSchema, getIntrospectionQuery, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { checkDocumentSize, checkLimits, DOCUMENT_MAX_CHARS, measureOperation } from './limits.js'

const schema = buildSchema(`
  type Query { incidents(first: Int!): IncidentConnection! sources: [Source!]! }
  type IncidentConnection { edges: [IncidentEdge!]! nodes: [Incident!]! }
  type IncidentEdge { node: Incident! }
  type Incident { id: ID! hosts: [Host!]! alerts(first: Int!): AlertConnection! source: Source! }
  type AlertConnection { nodes: [Alert!]! }
  type Alert { id: ID! incident: Incident }
  type Host { address: String }
  type Source { name: String incidents: [Incident!]! }
`)
const measure = (text: string, variables: Record<string, unknown> = {}) => measureOperation({ schema, document: parse(text), variables })
const check =
  (text: string, mayIntrospect = true) =>
  () =>
    checkLimits({ schema, document: parse(text) }, { mayIntrospect })

describe('measureOperation', () => {
  it.each([
    ['fields that are no objects', '{ __typename }', {}, 0],
    ['a page: itself at its size, and its nodes', '{ incidents(first: 20) { nodes { id } } }', {}, 40],
    ['a page by edges', '{ incidents(first: 20) { edges { node { id } } } }', {}, 60],
    ['a variable page size', 'query ($n: Int!) { incidents(first: $n) { nodes { id } } }', { n: 5 }, 10],
    ['a page size that is no number as the largest', 'query ($n: Int!) { incidents(first: $n) { nodes { id } } }', { n: 'many' }, 200],
    ['pages in pages as the product', '{ incidents(first: 10) { nodes { alerts(first: 20) { nodes { id } } } } }', {}, 420],
    ['short lists as ten', '{ incidents(first: 10) { nodes { hosts { address } } } }', {}, 120],
    ['fragments where they are spread', '{ incidents(first: 10) { nodes { ...F } } } fragment F on Incident { source { name } }', {}, 30],
    ['inline fragments', '{ incidents(first: 10) { nodes { ... on Incident { source { name } } ... { source { name } } } } }', {}, 40],
  ])('counts %s', (_what, text, variables, cost) => {
    expect(measure(text, variables).cost).toBe(cost)
  })

  it('tells depth, aliases and introspection', () => {
    expect(measure('{ a: sources { b: name } __schema { types { name } } }')).toMatchObject({ depth: 3, aliases: 2, introspects: true })
  })
})

describe('checkLimits', () => {
  it('lets an ordinary page and introspection pass', () => {
    expect(check('{ incidents(first: 50) { nodes { id hosts { address } } } }')).not.toThrow()
    expect(check(getIntrospectionQuery())).not.toThrow()
  })

  it.each([
    ['cost', '{ incidents(first: 100) { nodes { alerts(first: 100) { nodes { incident { id } } } } } }'],
    ['depth', `{ sources ${'{ incidents { source '.repeat(9)} { name } ${'} }'.repeat(9)} }`],
    ['aliases', `{ ${Array.from({ length: 51 }, (_, index) => `a${index}: __typename`).join(' ')} }`],
  ])('refuses too much %s', (_what, text) => {
    expect(check(text)).toThrow(expect.objectContaining({ extensions: { code: 'COST_LIMIT' } }))
  })

  it('refuses fragments that multiply without walking all of them', () => {
    const fragments = Array.from(
      { length: 25 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} sources { name } }`,
    )
    const started = performance.now()
    expect(check(`{ ...F0 } ${fragments.join(' ')} fragment F25 on Query { sources { name } }`)).toThrow(/objects/)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('refuses introspection without a session', () => {
    expect(check('{ __schema { types { name } } }', false)).toThrow(/session/)
    expect(check('{ __typename }', false)).not.toThrow()
  })

  it('refuses a long document before it is parsed', () => {
    expect(() => checkDocumentSize(' '.repeat(DOCUMENT_MAX_CHARS))).not.toThrow()
    expect(() => checkDocumentSize(' '.repeat(DOCUMENT_MAX_CHARS + 1))).toThrow(
      expect.objectContaining({ extensions: { code: 'COST_LIMIT' } }),
    )
  })
})
