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
import { SecretBox } from '../platform/secret-box.js'

export interface NotificationsFoundation {
  readonly database: Pick<Database, 'pool' | 'prisma'>
  readonly hints: HintSource & HintSink
  readonly clock: Clock
  readonly logger: Logger
  readonly secretKey: Buffer
  readonly outbound: HttpClient
  /** Where people reach the console. */
  readonly baseUrl: () => string
}

/** Telling people and programs outside. */
export function composeNotifications({ database, hints, clock, logger: parent, secretKey, outbound, baseUrl }: NotificationsFoundation) {
  const { pool, prisma } = database
  const logger = parent.child({ part: 'notifications' })
  const secrets = new SecretBox(secretKey)
  const channels = new ChannelReadModel({ prisma })
  const mail = new MailSettings({ prisma, secrets })
  const sender = new ChannelSender({ http: outbound, mail, secrets, clock })
  const tester = new ChannelTester({ channels, sender, baseUrl, clock })
  const resolvers = [new ChannelResolver({ channels, service: new ChannelService({ prisma, secrets }), tester, mail })]
  const runner = new DeliveryRunner({ pool, sender, hints, baseUrl, logger })
  const services: readonly Service[] = [runner]
  return { notifier: new ChannelNotifier({ prisma, hints }), resolvers, nodes: channelNodes({ channels }), services }
}
