import {
  apiKeyNodes,
  ApiKeyResolver,
  ApiKeyService,
  ApiKeySessions,
  AuthResolver,
  keysOfId,
  SessionService,
  SetUpService,
  SignInLimiter,
  SignInService,
  UserReadModel,
  userNodes,
  UserResolver,
  UserService,
} from '../modules/auth/index.js'
import { type systemClock } from '../platform/clock.js'
import { type HintBus } from '../platform/hint-bus.js'
import type { Database } from '../platform/database.js'
import type { Logger } from '../platform/logger.js'

interface AuthFoundation {
  readonly prisma: Database['prisma']
  readonly hints: HintBus
  readonly clock: typeof systemClock
  readonly logger: Logger
}

export function composeAuth({ prisma, hints, clock, logger }: AuthFoundation) {
  const sessions = new SessionService({ prisma, hints, clock, logger: logger.child({ part: 'auth' }) })
  const setUps = new SetUpService({ prisma, clock })
  const signIns = new SignInService({ prisma, limiter: new SignInLimiter({ prisma, clock }) })
  const users = new UserReadModel({ prisma })
  const keySessions = new ApiKeySessions({ prisma, hints, clock, logger: logger.child({ part: 'auth' }) })
  const keys = new ApiKeyService({ prisma, hints, clock })
  /** Of a person whose rights changed: keys that they made have changed rights too. */
  const endAllOf = async (userId: string) => {
    await sessions.endAllOf(userId)
    await hints.publish('sessionEnded', { sessionId: keysOfId(userId) })
  }
  const resolvers = [
    new AuthResolver({ sessions, signIns, setUps }),
    new ApiKeyResolver({ service: keys, users }),
    new UserResolver({ users: new UserService({ prisma, sessions: { endAllOf }, clock }), readModel: users }),
  ]
  const nodes = [...userNodes({ users }), ...apiKeyNodes({ keys })]
  return { sessions, keySessions, setUps, users, resolvers, nodes }
}
