import type { Config } from '../config.js'
import {
  channelNodes,
  ChannelNotifier,
  ChannelReadModel,
  ChannelResolver,
  ChannelSender,
  ChannelService,
  ChannelTester,
  DeliveryRunner,
  MailSettings,
} from '../modules/notifications/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintSink, HintSource } from '../platform/hints.js'
import type { HttpClient } from '../platform/http-client.js'
import type { Service } from '../platform/lifecycle.js'
import type { Logger } from '../platform/logger.js'
import { OutboundHttp } from '../platform/outbound-http.js'
import { SecretBox } from '../platform/secret-box.js'

export interface NotificationsFoundation {
  readonly database: Pick<Database, 'pool' | 'prisma'>
  readonly hints: HintSource & HintSink
  readonly clock: Clock
  readonly logger: Logger
  readonly secretKey: Buffer
  readonly config: Pick<Config, 'outbound'>
  /** Where people reach the console. */
  readonly baseUrl: () => string
}

/** Telling people and programs outside. */
export function composeNotifications({ config, ...foundation }: NotificationsFoundation) {
  const http = new OutboundHttp({ userAgent: 'Sallyport', extraCaFile: config.outbound.caFile, environment: config.outbound.proxies })
  const parts = composeChannels({ ...foundation, http })
  const services: readonly Service[] = [http, parts.runner]
  return { ...parts, services }
}

export interface ChannelsFoundation extends Omit<NotificationsFoundation, 'config'> {
  readonly http: HttpClient
  /** Instead of those of the system. */
  readonly mailAuthorities?: readonly string[] | undefined
}

/** The same with a given way out. */
export function composeChannels({ database, hints, clock, logger: parent, secretKey, http, mailAuthorities, baseUrl }: ChannelsFoundation) {
  const { pool, prisma } = database
  const logger = parent.child({ part: 'notifications' })
  const secrets = new SecretBox(secretKey)
  const channels = new ChannelReadModel({ prisma })
  const mail = new MailSettings({ prisma, secrets })
  const sender = new ChannelSender({ http, mail, secrets, clock, mailAuthorities })
  const tester = new ChannelTester({ channels, sender, baseUrl, clock })
  const resolvers = [new ChannelResolver({ channels, service: new ChannelService({ prisma, secrets }), tester, mail })]
  const runner = new DeliveryRunner({ pool, sender, hints, baseUrl, logger })
  return { notifier: new ChannelNotifier({ prisma, hints }), runner, resolvers, nodes: channelNodes({ channels }) }
}
