import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { NamedNetwork, PrismaClient } from '../../platform/prisma/client.js'
import { AddressTableBuilder, type AddressTable } from './address-table.js'
import { readAddress, readRange } from './address-words.js'
import { coalesced } from './coalesced.js'
import { inTurns } from './in-turns.js'

const RETRY_MS = 5_000

interface Loaded {
  readonly table: AddressTable
  /** By their number in the table. */
  readonly networks: { readonly 4: readonly NamedNetwork[]; readonly 6: readonly NamedNetwork[] }
}

export interface NamedNetworksDeps {
  readonly prisma: Pick<PrismaClient, 'namedNetwork'>
  readonly hints: HintSource
  readonly logger: Logger
}

/**
 * Networks with names in memory. The narrowest one that holds an address is its network; of ranges that overlap without
 * one holding the other, the one that begins last.
 */
export class NamedNetworks implements Service {
  readonly name = 'named-networks'
  private loaded: Loaded | undefined
  private undo: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly deps: NamedNetworksDeps) {}

  /** Fails when they cannot be read: without them providers would be asked about our own networks. */
  async start(): Promise<void> {
    const { hints } = this.deps
    this.undo = [hints.on('enrichmentSettings', () => this.wake()), hints.on('resync', () => this.wake())]
    await this.refresh()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    for (const undo of this.undo.splice(0)) undo()
    clearTimeout(this.timer)
    await this.refresh().catch(() => undefined)
  }

  /** The narrowest network that holds the address. */
  networkOf(address: string): NamedNetwork | undefined {
    const words = readAddress(address)
    if (words === undefined || !this.loaded) return undefined
    return this.loaded.networks[typeof words === 'number' ? 4 : 6][this.loaded.table.find(words)]
  }

  /** The same if that one is ours: a part of our network that is not is an exception. */
  ownNetworkOf(address: string): NamedNetwork | undefined {
    const network = this.networkOf(address)
    return network?.own ? network : undefined
  }

  /** Resolves when what was committed before the call is known here. */
  readonly refresh = coalesced(async () => {
    if (this.stopping.signal.aborted) return
    const builder = new AddressTableBuilder()
    const networks = { 4: [] as NamedNetwork[], 6: [] as NamedNetwork[] }
    for (const network of await this.deps.prisma.namedNetwork.findMany({ orderBy: { id: 'asc' } })) {
      const range = readRange(network.network)
      if (range) networks[typeof range.first === 'number' ? 4 : 6][builder.add(range)] = network
    }
    this.loaded = { table: await inTurns(builder.build()), networks }
  })

  private wake(): void {
    clearTimeout(this.timer)
    this.refresh().catch((error: unknown) => {
      if (this.stopping.signal.aborted) return
      this.deps.logger.warn({ err: error }, 'Named networks could not be read again; those known before are used on')
      this.timer = setTimeout(() => this.wake(), RETRY_MS)
    })
  }
}
