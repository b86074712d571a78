import { readAction, ROLE_PERMISSIONS, type Permission, type Role, type RuleAction, type RuleContent } from '@sallyport/shared'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { compileCondition, type CompiledCondition } from './engine/index.js'
import { readContent } from './rule-content.js'
import { readSurroundings, type Surroundings } from './rule-names.js'

/** How a rule stands now. */
export interface RuleNow {
  readonly mode: string
  readonly stoppedAt: Date | null
  readonly maxEntriesPerHour: number
  /** undefined: the owner is gone or switched off. */
  readonly ownerMay: ((permission: Permission) => boolean) | undefined
}

/** A rule as it was when it matched. */
export interface RuleThen {
  readonly content: RuleContent
  readonly condition: CompiledCondition
}

/** Rules as one chunk of work needs them: how they stand is read once per chunk, what they say once per version. */
export class RuleStates {
  private surroundings: Promise<Surroundings> | undefined

  private constructor(
    private readonly prisma: PrismaClient,
    private readonly now: Map<number, RuleNow>,
    private readonly versions: RuleVersions,
  ) {}

  static async read(prisma: PrismaClient, ruleIds: readonly number[], versions: RuleVersions): Promise<RuleStates> {
    const rules = await prisma.rule.findMany({ where: { id: { in: [...new Set(ruleIds)] } } })
    const owners = await prisma.user.findMany({
      where: { id: { in: rules.map(({ ownerId }) => ownerId) } },
      select: { id: true, role: true, disabledAt: true },
    })
    const byId = new Map(owners.map(owner => [owner.id, owner]))
    const now = rules.map(({ id, mode, stoppedAt, maxEntriesPerHour, ownerId }) => {
      const owner = byId.get(ownerId)
      const permissions = owner && owner.disabledAt === null ? ROLE_PERMISSIONS[owner.role as Role] : undefined
      const ownerMay = permissions && ((permission: Permission) => permissions.includes(permission))
      return [id, { mode, stoppedAt, maxEntriesPerHour, ownerMay }] as const
    })
    return new RuleStates(prisma, new Map(now), versions)
  }

  /** undefined: it was deleted. */
  of(ruleId: number): RuleNow | undefined {
    return this.now.get(ruleId)
  }

  /** It stopped itself meanwhile. */
  stopped(ruleId: number): void {
    const now = this.now.get(ruleId)
    if (now) this.now.set(ruleId, { ...now, mode: 'OFF', stoppedAt: new Date() })
  }

  /** undefined: it was deleted, or is written in a form that this release does not know. */
  async atVersion(ruleId: number, version: number): Promise<RuleThen | undefined> {
    return this.versions.find(ruleId, version)
  }

  /** The action in words, with the names of now. */
  async words(action: RuleAction): Promise<string> {
    this.surroundings ??= readSurroundings({ prisma: this.prisma })
    return readAction(action, (await this.surroundings).names)
  }
}

const VERSIONS_MAX = 1_000

/** Versions do not change: read and compiled once. */
export class RuleVersions {
  private readonly versions = new Map<string, RuleThen | undefined>()

  constructor(private readonly deps: { readonly prisma: Pick<PrismaClient, 'ruleVersion'> }) {}

  async find(ruleId: number, version: number): Promise<RuleThen | undefined> {
    const key = `${ruleId} ${version}`
    if (this.versions.has(key)) return this.versions.get(key)
    const stored = await this.deps.prisma.ruleVersion.findUnique({ where: { ruleId_version: { ruleId, version } } })
    const content = stored ? readContent(stored.content as Parameters<typeof readContent>[0]) : undefined
    const then = content && { content, condition: compileCondition(content.definition.condition) }
    if (this.versions.size >= VERSIONS_MAX) this.versions.clear()
    // One that is not there yet may come: rows are written after their rule.
    if (then) this.versions.set(key, then)
    return then
  }
}
