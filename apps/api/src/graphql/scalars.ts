import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

interface ScalarOptions<T> {
  readonly name: string
  readonly description: string
  readonly input: z.ZodType<T, unknown>
  readonly serialize: (value: unknown) => string
}

function zodScalar<T>({ name, description, input, serialize }: ScalarOptions<T>) {
  const parse = (value: unknown): T => {
    const parsed = input.safeParse(value)
    if (parsed.success) return parsed.data
    throw new GraphQLError(`Not a ${name}: ${parsed.error.issues[0]?.message ?? 'invalid'}`, { extensions: { code: 'BAD_USER_INPUT' } })
  }
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize,
    parseValue: parse,
    parseLiteral: node => parse(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
  })
}

/** In: Date. Out: Date, or epoch milliseconds. */
export const DateTimeScalar = zodScalar({
  name: 'DateTime',
  description: 'RFC 3339, UTC, milliseconds.',
  input: z.iso.datetime({ offset: true }).transform(text => new Date(text)),
  serialize: value => {
    if (value instanceof Date) return value.toISOString()
    if (typeof value === 'number') return new Date(value).toISOString()
    throw new TypeError('DateTime needs a Date or epoch milliseconds')
  },
})

const hostAddress = z
  .string()
  .max(64)
  .refine(
    text => ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(':') && ipaddr.IPv6.isValid(text) && !text.includes('%')),
    'not an IP address',
  )
  .transform(canonicalAddress)

/** PostgreSQL's inet text of a single host has no prefix length. */
export const IPAddressScalar = zodScalar({
  name: 'IPAddress',
  description: 'An IPv4 or IPv6 address in canonical text form.',
  input: hostAddress,
  serialize: value => canonicalAddress(String(value).replace(/\/\d+$/, '')),
})

export const NetworkScalar = zodScalar({
  name: 'Network',
  description: 'An address, or a network as address/prefix length.',
  input: z
    .string()
    .max(64)
    .transform((text, context) => {
      const network = canonicalNetwork(text.trim())
      if (network === undefined) context.addIssue({ code: 'custom', message: 'not an IP address or network' })
      return network ?? z.NEVER
    }),
  serialize: String,
})

/** In: bigint. Out: bigint, integer, or digits. */
export const BigIntScalar = zodScalar({
  name: 'BigInt',
  description: 'An integer of any size, as a string of decimal digits.',
  input: z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().regex(/^-?\d{1,40}$/, 'not an integer'))
    .transform(BigInt),
  serialize: value => {
    const text = String(value)
    if (!/^-?\d+$/.test(text)) throw new TypeError('BigInt needs an integer')
    return text
  },
})

/** In and out: whatever JSON holds. Services check what is in it; the size of a request bounds it. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: value => value,
  parseValue: value => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
})

function canonicalAddress(text: string): string {
  const address = ipaddr.parse(text)
  if (address instanceof ipaddr.IPv6) return address.isIPv4MappedAddress() ? address.toIPv4Address().toString() : address.toRFC5952String()
  return address.toString()
}

/** Bits beyond the prefix are cleared, as PostgreSQL's cidr wants them. undefined: neither address nor network. */
export function canonicalNetwork(text: string): string | undefined {
  const [host = '', prefix, ...rest] = text.split('/')
  const address = hostAddress.safeParse(host)
  if (!address.success || rest.length > 0) return undefined
  if (prefix === undefined) return address.data
  const bits = address.data.includes(':') ? 128 : 32
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) return undefined
  const first =
    bits === 32
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address.data}/${prefix}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address.data}/${prefix}`)
  return `${canonicalAddress(first.toString())}/${prefix}`
}
