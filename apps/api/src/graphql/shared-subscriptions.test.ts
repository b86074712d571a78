import { parse } from 'graphql'
import { describe, expect, it, vi } from 'vitest'
import { Arg, Field, Int, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql'
import { actorOf } from '../../../../test/support/graphql.js'
import { until } from '../../../../test/support/until.js'
import { BadInputError } from '../platform/errors.js'
import { createLogger } from '../platform/logger.js'
import { buildSchema } from './build-schema.js'
import { Can } from './can.js'
import { createErrorFormatter } from './format-error.js'
import { HintPubSub } from './pubsub.js'
import { SharedResult } from './shared-result.js'
import { SharedSubscriptions, type Subscriber } from './shared-subscriptions.js'
import type { Actor } from '../platform/actor.js'
import type { Permission } from '@sallyport/shared'

interface Tick {
  readonly count: number
  readonly resync?: boolean
}

@ObjectType('Ticked')
class Ticked {
  @Field(() => Int)
  count!: number

  @Field(() => Boolean)
  resyncRequired!: boolean
}

const executions = vi.fn()

@Can('alert:read')
@Resolver()
class TickResolver {
  @Query(() => Int)
  zero(): number {
    return 0
  }

  @Subscription(() => Ticked, { topics: 'ticks' })
  ticks(
    @Root() { count, resync = false }: Tick,
    @Arg('times', () => Int, { nullable: true }) times: number | null | undefined,
    @Arg('after', () => String, { nullable: true }) _after: string | null | undefined,
  ): Ticked {
    executions()
    return { count: count * (times ?? 1), resyncRequired: resync }
  }

  @Can('source:write')
  @Subscription(() => Ticked, { topics: 'ticks' })
  adminTicks(@Root() { count }: Tick): Ticked {
    return { count, resyncRequired: false }
  }
}

const DOCUMENT = 'subscription ($times: Int, $after: String) { ticks(times: $times, after: $after) { count resyncRequired } }'

function setUp(personal: Readonly<Record<string, RegExp>> = {}) {
  executions.mockClear()
  const pubSub = new HintPubSub({ hints: { on: () => () => undefined } })
  const schema = buildSchema({ resolvers: [new TickResolver()], pubSub })
  const formatError = createErrorFormatter(createLogger('silent'))
  const ticks = async (after: string): Promise<Tick> => {
    if (after === 'bad') throw new BadInputError('after is not a cursor')
    return { count: Number(after) }
  }
  const shared = new SharedSubscriptions({ schema, formatError, catchUps: { ticks }, personal })
  const subscribe = async (subscriber: Subscriber, variables = {}, document = DOCUMENT) => {
    const stream = await shared.subscribe({ document: parse(document), variables }, subscriber)
    if (!('next' in stream)) throw new Error(JSON.stringify(stream))
    return stream
  }
  return { pubSub, shared, subscribe, publish: (tick: Tick) => pubSub.publish('ticks', tick) }
}

function subscriberOf(actor: Actor = actorOf('VIEWER')) {
  const closed: number[] = []
  const state: { actor: Actor | undefined } = { actor }
  const session = { id: 's', current: () => (state.actor ? { actor: state.actor, expiresAt: 0 } : undefined) }
  return { session, close: (code: number) => void closed.push(code), closed, state }
}

const nextOf = async (stream: AsyncIterator<SharedResult, undefined>) => {
  const event = await stream.next()
  return event.done ? 'done' : event.value.result
}
const tick = (count: number, resyncRequired = false) => ({ data: { ticks: { count, resyncRequired } } })

describe('SharedSubscriptions', () => {
  it('executes once for all who ask the same', async () => {
    const { subscribe, publish, shared } = setUp()
    const streams = await Promise.all(Array.from({ length: 100 }, () => subscribe(subscriberOf(), { times: 2 })))
    publish({ count: 3 })
    expect(await Promise.all(streams.map(nextOf))).toEqual(streams.map(() => tick(6)))
    expect(executions).toHaveBeenCalledTimes(1)
    expect(shared.size).toBe(1)
  })

  it('does not share between variables or roles', async () => {
    const { subscribe, publish, shared } = setUp()
    const streams = [
      await subscribe(subscriberOf(), { times: 1 }),
      await subscribe(subscriberOf(), { times: 2 }),
      await subscribe(subscriberOf(actorOf('ANALYST')), { times: 1 }),
    ]
    publish({ count: 1 })
    expect(await Promise.all(streams.map(nextOf))).toEqual([tick(1), tick(2), tick(1)])
    expect(shared.size).toBe(3)
  })

  it('gives an API key what its permissions allow, whatever the role of who made it', async () => {
    const { subscribe, publish, shared } = setUp()
    const ada = actorOf('ADMINISTRATOR')
    const withKey = (...permissions: Permission[]): Actor => ({ ...ada, apiKey: { id: 'k', name: 'SOAR', permissions } })
    const streams = [await subscribe(subscriberOf(ada)), await subscribe(subscriberOf(withKey('alert:read')))]
    const document = 'subscription { adminTicks { count } }'
    await expect(subscribe(subscriberOf(withKey('alert:read')), {}, document)).rejects.toThrow(/source:write/)
    await expect(subscribe(subscriberOf(withKey()))).rejects.toThrow(/alert:read/)
    expect(shared.size).toBe(2)
    publish({ count: 1 })
    expect(await Promise.all(streams.map(nextOf))).toEqual([tick(1), tick(1)])
  })

  it('shares what depends on the person with the same person only', async () => {
    const { subscribe, publish, shared } = setUp({ ticks: /"times",7/ })
    const [ann, ben] = [actorOf('ANALYST'), actorOf('ANALYST')]
    const askers = [ann, ann, ben]
    const personal = await Promise.all(askers.map(actor => subscribe(subscriberOf(actor), { times: 7 })))
    const common = await Promise.all(askers.map(actor => subscribe(subscriberOf(actor), { times: 2 })))
    expect(shared.size).toBe(3)
    publish({ count: 1 })
    expect(await Promise.all(personal.map(nextOf))).toEqual([tick(7), tick(7), tick(7)])
    expect(await Promise.all(common.map(nextOf))).toEqual([tick(2), tick(2), tick(2)])
  })

  it('gives who resumes one event of its own, then what all get', async () => {
    const { subscribe, publish, shared } = setUp()
    const first = await subscribe(subscriberOf())
    const resumed = await subscribe(subscriberOf(), { after: '7' })
    publish({ count: 8 })
    expect(await nextOf(resumed)).toEqual(tick(7))
    expect(await nextOf(resumed)).toEqual(tick(8))
    expect(await nextOf(first)).toEqual(tick(8))
    expect(shared.size).toBe(1)
  })

  it('answers a bad cursor with an error, and goes on', async () => {
    const { subscribe, publish } = setUp()
    const stream = await subscribe(subscriberOf(), { after: 'bad' })
    expect(await nextOf(stream)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    publish({ count: 1 })
    expect(await nextOf(stream)).toEqual(tick(1))
  })

  it('asks the session before each event', async () => {
    const { subscribe, publish } = setUp()
    const ended = subscriberOf()
    const changed = subscriberOf()
    const [one, two] = [await subscribe(ended), await subscribe(changed)]
    publish({ count: 1 })
    expect([await nextOf(one), await nextOf(two)]).toEqual([tick(1), tick(1)])
    ended.state.actor = undefined
    changed.state.actor = actorOf('ANALYST')
    publish({ count: 2 })
    expect([await nextOf(one), await nextOf(two)]).toEqual(['done', 'done'])
    expect([ended.closed, changed.closed]).toEqual([[4401], [4403]])
  })

  it('asks a slow subscriber to start over instead of keeping everything for it', async () => {
    const { subscribe, publish } = setUp()
    const [slow, quick] = [await subscribe(subscriberOf()), await subscribe(subscriberOf())]
    for (let count = 1; count <= 9; count += 1) {
      publish({ count })
      expect(await nextOf(quick)).toEqual(tick(count))
    }
    expect(await nextOf(slow)).toEqual(tick(9, true))
    publish({ count: 10 })
    expect(await nextOf(slow)).toEqual(tick(10))
  })

  it('ends the stream with its last subscriber', async () => {
    const { subscribe, shared } = setUp()
    const streams = [await subscribe(subscriberOf()), await subscribe(subscriberOf())]
    const waiting = streams[0]?.next()
    await streams[0]?.return?.()
    expect(shared.size).toBe(1)
    expect(await waiting).toMatchObject({ done: true })
    await streams[1]?.return?.()
    await until(() => shared.size === 0)
  })

  it('refuses what the role may not see', async () => {
    const { shared } = setUp()
    const answer = await shared.subscribe({ document: parse('subscription { adminTicks { count } }') }, subscriberOf())
    expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining('source:write') as string }] })
    expect(shared.size).toBe(0)
  })
})

describe('SharedResult', () => {
  it('puts its JSON into the message of whoever it is sent to', () => {
    const result = SharedResult.of({ data: { a: 'ü' } })
    for (const id of ['1', '\\"2'])
      expect(String(SharedResult.encodeMessage(JSON.stringify({ id, type: 'next', payload: result })))).toBe(
        JSON.stringify({ id, type: 'next', payload: { data: { a: 'ü' } } }),
      )
    expect(SharedResult.encodeMessage('{"type":"pong"}')).toBe('{"type":"pong"}')
  })
})
