import {
  createSourceEventStream,
  execute,
  getOperationAST,
  Kind,
  print,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql'
import { createContext, fixedSession, type Context, type LiveSession } from './context.js'
import type { ErrorFormatter } from './format-error.js'
import { SharedResult } from './shared-result.js'
import type { Actor } from '../platform/actor.js'
import type { Permission } from '@sallyport/shared'

/** Events that wait for one subscriber; beyond that it gets one that asks it to start over. */
const QUEUE_MAX = 8
const ENDED = { code: 4401, reason: 'The session has ended' } as const
const CHANGED = { code: 4403, reason: 'The rights of the session have changed' } as const

export interface Subscriber {
  readonly session: LiveSession
  /** Closes its connection. */
  close(code: number, reason: string): void
}

/**
 * Root value of the one event that a subscriber with `after` gets of its own, before it joins the others.
 * Throws a DomainError where `after` is not a cursor.
 */
export type CatchUp = (after: string) => Promise<object>

export interface SharedSubscriptionsDeps {
  readonly schema: GraphQLSchema
  readonly formatError: ErrorFormatter
  /** By name of the subscription field. */
  readonly catchUps: Readonly<Record<string, CatchUp>>
  /**
   * By name of the subscription field: what is asked (document and variables as JSON) that depends on who asks. Only the same person's
   * share that stream.
   */
  readonly personal?: Readonly<Record<string, RegExp>>
}

export interface SubscribeRequest {
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * One stream and one execution per event for all subscribers that ask the same (document, operation and variables
 * without `after`) with the same rights. What an event answers depends on the rights alone, never on the person, unless `personal` says so.
 */
export class SharedSubscriptions {
  private readonly streams = new Map<string, Promise<SharedStream | ExecutionResult>>()

  constructor(private readonly deps: SharedSubscriptionsDeps) {}

  /** Streams that run now; for metrics and tests. */
  get size(): number {
    return this.streams.size
  }

  async subscribe(request: SubscribeRequest, subscriber: Subscriber): Promise<AsyncIterableIterator<SharedResult> | ExecutionResult> {
    const actor = subscriber.session.current()?.actor
    if (!actor) {
      subscriber.close(ENDED.code, ENDED.reason)
      return { errors: [] }
    }
    const { field, after, variables } = separateAfter(request)
    const asked = JSON.stringify([request.operationName ?? '', sorted(variables), print(request.document)])
    const rights = rightsOf(actor, field !== undefined && this.deps.personal?.[field]?.test(asked) === true)
    const key = `${rights.key} ${asked}`
    const started = this.streams.get(key) ?? this.start(key, { ...request, variables }, rights)
    const stream = await started
    if (!(stream instanceof SharedStream)) return stream
    const queue = stream.join(subscriber, rights)
    const catchUp = field && this.deps.catchUps[field]
    // It has joined already: what is stored meanwhile may come twice, but is not missed.
    if (after !== undefined && catchUp) queue.push(stream.catchUp(catchUp, after))
    return queue
  }

  private start(key: string, request: SubscribeRequest, rights: Rights): Promise<SharedStream | ExecutionResult> {
    const args: ExecutionArgs = {
      schema: this.deps.schema,
      document: request.document,
      operationName: request.operationName,
      variableValues: request.variables,
    }
    const opened = openStream(args, rights, this.deps.formatError, () => this.streams.delete(key))
    this.streams.set(key, opened)
    opened.then(
      stream => {
        if (!(stream instanceof SharedStream)) this.streams.delete(key)
      },
      () => this.streams.delete(key),
    )
    return opened
  }
}

async function openStream(args: ExecutionArgs, rights: Rights, formatError: ErrorFormatter, onEmpty: () => void) {
  const source = await createSourceEventStream({ ...args, contextValue: scopeContext(rights) })
  if (!(Symbol.asyncIterator in source)) return { errors: source.errors ?? [] }
  return new SharedStream(source[Symbol.asyncIterator](), { args, rights, formatError, onEmpty })
}

interface StreamOptions {
  readonly args: ExecutionArgs
  readonly rights: Rights
  readonly formatError: ErrorFormatter
  readonly onEmpty: () => void
}

class SharedStream {
  private readonly queues = new Set<SubscriberQueue>()
  private lastEvent: object = {}
  private resyncResult: Promise<SharedResult> | undefined

  constructor(
    private readonly source: AsyncIterator<unknown>,
    private readonly options: StreamOptions,
  ) {
    void this.pump()
  }

  join(subscriber: Subscriber, rights: Rights): SubscriberQueue {
    const queue = new SubscriberQueue(subscriber, rights, {
      resync: () => (this.resyncResult ??= this.execute({ ...this.lastEvent, resync: true })),
      leave: () => this.leave(queue),
    })
    this.queues.add(queue)
    return queue
  }

  async catchUp(catchUp: CatchUp, after: string): Promise<SharedResult> {
    try {
      return await this.execute(await catchUp(after))
    } catch (error) {
      return SharedResult.of({ errors: [this.options.formatError(error)] })
    }
  }

  private leave(queue: SubscriberQueue): void {
    this.queues.delete(queue)
    if (this.queues.size > 0) return
    this.options.onEmpty()
    void this.source.return?.()
  }

  private async pump(): Promise<void> {
    try {
      for (let event = await this.source.next(); !event.done; event = await this.source.next()) {
        this.lastEvent = typeof event.value === 'object' && event.value !== null ? event.value : {}
        this.resyncResult = undefined
        const result = await this.execute(event.value)
        for (const queue of this.queues) queue.push(result)
      }
    } catch (error) {
      const result = SharedResult.of({ errors: [this.options.formatError(error)] })
      for (const queue of this.queues) queue.push(result)
    }
    for (const queue of this.queues) queue.finish()
  }

  private async execute(event: unknown): Promise<SharedResult> {
    const { args, rights, formatError } = this.options
    const { data, errors } = await execute({ ...args, rootValue: event, contextValue: scopeContext(rights) })
    return SharedResult.of({ ...(data !== undefined && { data }), ...(errors && { errors: errors.map(formatError) }) })
  }
}

/** What waits for one subscriber. It asks the session before it hands out anything. */
class SubscriberQueue implements AsyncIterableIterator<SharedResult> {
  private waiting: (SharedResult | Promise<SharedResult>)[] = []
  private wake: (() => void) | undefined
  private ended = false
  /** Nothing more will come: what waits is still handed out. */
  private finished = false

  constructor(
    private readonly subscriber: Subscriber,
    private readonly rights: Rights,
    private readonly stream: { resync(): Promise<SharedResult>; leave(): void },
  ) {}

  push(result: SharedResult | Promise<SharedResult>): void {
    if (this.ended) return
    const isFull = this.waiting.length >= QUEUE_MAX
    if (isFull) this.waiting = []
    this.waiting.push(isFull ? this.stream.resync() : result)
    this.wake?.()
  }

  async next(): Promise<IteratorResult<SharedResult>> {
    while (!this.ended && !this.finished && this.waiting.length === 0)
      await new Promise<void>(resolve => {
        this.wake = resolve
      })
    const result = await this.waiting.shift()
    if (this.ended || !result) return this.return()
    const actor = this.subscriber.session.current()?.actor
    if (actor && rightsOf(actor, this.rights.userId !== '').key === this.rights.key) return { done: false, value: result }
    const { code, reason } = actor ? CHANGED : ENDED
    this.subscriber.close(code, reason)
    return this.return()
  }

  finish(): void {
    this.finished = true
    this.wake?.()
  }

  return(): Promise<IteratorResult<SharedResult>> {
    if (!this.ended) {
      this.ended = true
      this.waiting = []
      this.stream.leave()
      this.wake?.()
    }
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

/** Fresh for each event: its loaders must not answer from the event before. */
const scopeContext = ({ userId, role, permissions }: Rights): Context =>
  createContext({
    session: fixedSession({ userId, name: '', role, ...(permissions && { apiKey: { id: '', name: '', permissions } }) }),
  })

/** What an event's answer depends on: a role, or the permissions of an API key. */
interface Rights {
  readonly key: string
  /** Empty: whoever has these rights. */
  readonly userId: string
  readonly role: Actor['role']
  /** Of an API key. */
  readonly permissions: readonly Permission[] | undefined
}

const rightsOf = ({ userId, role, apiKey }: Actor, personal: boolean): Rights => ({
  key: [...(personal ? [userId] : []), role, ...(apiKey ? ['key', ...apiKey.permissions] : [])].join(' '),
  userId: personal ? userId : '',
  role,
  permissions: apiKey?.permissions,
})

/** `after` is the subscriber's own affair: without it, those who resume share a stream with those who begin. */
function separateAfter({ document, operationName, variables }: SubscribeRequest) {
  const operation = getOperationAST(document, operationName)
  const root = operation?.selectionSet.selections.find((selection): selection is FieldNode => selection.kind === Kind.FIELD)
  const value = root?.arguments?.find(argument => argument.name.value === 'after')?.value
  const rest = { ...variables }
  let after: unknown
  if (value?.kind === Kind.STRING) after = value.value
  if (value?.kind === Kind.VARIABLE) {
    after = rest[value.name.value]
    delete rest[value.name.value]
  }
  return { field: root?.name.value, after: typeof after === 'string' ? after : undefined, variables: rest }
}

/** Equal objects give equal JSON, whatever the order of their keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value).sort((left, right) => (left < right ? -1 : 1))
  return keys.map(key => [key, sorted((value as Record<string, unknown>)[key])])
}
