import {
  AuthResolver,
  SessionService,
  SetUpService,
  SignInLimiter,
  SignInService,
  UserReadModel,
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
  const resolvers = [
    new AuthResolver({ sessions, signIns, setUps }),
    new UserResolver({ users: new UserService({ prisma, sessions, clock }), readModel: users }),
  ]
  return { sessions, setUps, users, resolvers }
}
