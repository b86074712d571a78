import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Can, Public } from '../../graphql/can.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { permissionsOf } from '../../platform/actor.js'
import { SetUpInputType, SignInInputType } from './auth-inputs.js'
import { SignInPayload, SignOutPayload, ViewerType } from './auth-type.js'
import type { Context, LiveSession } from '../../graphql/context.js'
import type { Person } from './person.js'
import type { SessionService } from './session-service.js'
import type { SetUpService } from './set-up-service.js'
import type { SignInService } from './sign-in-service.js'

export interface AuthResolverDeps {
  readonly sessions: SessionService
  readonly signIns: SignInService
  readonly setUps: SetUpService
}

/** The one resolver with public operations. */
@Resolver()
export class AuthResolver {
  constructor(private readonly deps: AuthResolverDeps) {}

  @Public()
  @Query(() => ViewerType, { nullable: true, description: 'Null: nobody is signed in. Public.' })
  viewer(@Ctx() { session }: Context): ViewerType | null {
    return session ? viewerOf(session) : null
  }

  @Public()
  @Query(() => Boolean, { description: 'Whether the server waits for its first administrator. Public.' })
  setUpNeeded(): Promise<boolean> {
    return this.deps.setUps.isNeeded()
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description: 'Creates the first administrator with the token of the set-up link, and signs in. Public.',
  })
  setUp(@Arg('input', () => SetUpInputType) input: SetUpInputType, @Ctx() context: Context): Promise<SignInPayload> {
    return withUserErrors(
      async () => this.begin(await this.deps.setUps.setUp(input), context),
      () => ({ viewer: null }),
    )
  }

  @Public()
  @Mutation(() => SignInPayload, { description: 'Sets the session cookie. Public.' })
  signIn(@Arg('input', () => SignInInputType) input: SignInInputType, @Ctx() context: Context): Promise<SignInPayload> {
    return withUserErrors(
      async () => this.begin(await this.deps.signIns.signIn(input, context.address), context),
      () => ({ viewer: null }),
    )
  }

  @Can()
  @Mutation(() => SignOutPayload)
  async signOut(@Ctx() { session, cookie }: Context): Promise<SignOutPayload> {
    if (session) await this.deps.sessions.end(session.id)
    cookie?.clear()
    return { signedOut: true }
  }

  /** A new session on every sign-in: a token that was planted before is worth nothing after. */
  private async begin(person: Person, context: Context): Promise<{ viewer: ViewerType | null }> {
    if (context.session) await this.deps.sessions.end(context.session.id)
    const { token, expiresAt, session } = await this.deps.sessions.create(person.id, context)
    context.cookie?.set(token, expiresAt)
    context.enter(session)
    return { viewer: viewerOf(session) }
  }
}

function viewerOf(session: LiveSession): ViewerType | null {
  const state = session.current()
  if (!state) return null
  const { userId, name, role, apiKey } = state.actor
  const user: Person = { id: userId, name, role, disabled: false }
  return { user, permissions: permissionsOf({ role, apiKey }), sessionExpiresAt: state.expiresAt }
}
