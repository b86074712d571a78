import { RULES_MAX, ruleContentInput, ruleSettingsInput, type RuleContent } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Prisma, PrismaClient, Rule } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { checkRule, type RuleFault } from './engine/index.js'
import { contentOf, readContent } from './rule-content.js'
import { readRules, writeRules, type RulesFile } from './rule-file.js'
import { readSurroundings } from './rule-names.js'
import { lockOrder, moveTo, orderOf, storeOrder } from './rule-order.js'
import { failOpenMatches } from './rule-stopper.js'

/** A rule as somebody saw it: a change of anything newer is refused. */
export interface SeenRule {
  readonly id: number
  readonly expectedVersion: number
}

/** As it came from outside: the zod schemas decide. */
type Unparsed = Readonly<Record<string, unknown>>

export interface RuleServiceDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** What people do with rules. Each saving is a version; who saves a rule answers for it: it may do what they may. */
export class RuleService {
  constructor(private readonly deps: RuleServiceDeps) {}

  async create(actor: Actor, { position, definition, ...input }: Unparsed): Promise<Rule> {
    assertMay(actor, 'rule:write')
    const settings = ruleSettingsInput.parse(input)
    const content = toContent({ ...given(settings), definition: await this.checked(definition) })
    return this.saved(async tx => {
      const count = await tx.rule.count()
      if (count >= RULES_MAX) throw fault('NOT_ALLOWED_NOW', `There are ${RULES_MAX} rules already`, null)
      const rule = await this.insert(tx, actor, content, count + 1)
      if (typeof position === 'number') await moveTo(tx, rule.id, position)
      return tx.rule.findUniqueOrThrow({ where: { id: rule.id } })
    })
  }

  /** undefined and null leave a field as it is. Another position alone makes no version. */
  async update(actor: Actor, { id, expectedVersion, position, definition, ...input }: SeenRule & Unparsed): Promise<Rule> {
    assertMay(actor, 'rule:write')
    const changes = given(ruleSettingsInput.parse(input))
    const checked = definition === undefined || definition === null ? undefined : await this.checked(definition)
    return this.saved(async tx => {
      const before = await seen(tx, { id, expectedVersion })
      if (typeof position === 'number') await moveTo(tx, id, position)
      if (Object.keys(changes).length === 0 && !checked) return tx.rule.findUniqueOrThrow({ where: { id } })
      return this.store(tx, actor, before, toContent({ ...stored(before), ...changes, ...(checked && { definition: checked }) }))
    })
  }

  /** What it did stays recorded; what it had still to do is not done. */
  async delete(actor: Actor, { id, expectedVersion }: SeenRule): Promise<void> {
    assertMay(actor, 'rule:write')
    await this.saved(async tx => {
      const rule = await seen(tx, { id, expectedVersion })
      await tx.rule.delete({ where: { id } })
      await tx.ruleHour.deleteMany({ where: { ruleId: id } })
      await failOpenMatches(tx, id, 'The rule was deleted')
      await storeOrder(tx, await orderOf(tx))
      return rule
    })
    await this.deps.hints.publish('ruleMatches', {})
  }

  /** Makes an older version the newest. The mode stays as it is: going back switches nothing on. */
  async return(actor: Actor, { id, expectedVersion, number }: SeenRule & { readonly number: number }): Promise<Rule> {
    assertMay(actor, 'rule:write')
    const version = await this.deps.prisma.ruleVersion.findUnique({ where: { ruleId_version: { ruleId: id, version: number } } })
    if (!version) throw fault('NOT_FOUND', 'There is no such version', ['number'])
    const old = readContent(version.content as Parameters<typeof readContent>[0])
    if (!old) throw fault('INVALID', 'That version is written in a form that is not known any more', ['number'])
    await this.checked(old.definition)
    return this.saved(async tx => {
      const before = await seen(tx, { id, expectedVersion })
      const { mode } = stored(before)
      return this.store(tx, actor, before, { ...old, mode }, number)
    })
  }

  /** These first, in their order; others follow as they stand. */
  async reorder(actor: Actor, ids: readonly number[]): Promise<Rule[]> {
    assertMay(actor, 'rule:write')
    await this.saved(async tx => {
      const before = await orderOf(tx)
      const first = [...new Set(ids)]
      if (first.some(id => !before.includes(id))) throw fault('NOT_FOUND', 'One of the rules is gone', ['ids'])
      await storeOrder(tx, [...first, ...before.filter(id => !first.includes(id))])
      return undefined
    })
    await this.deps.hints.publish('rules', { ids: [...ids] })
    return this.deps.prisma.rule.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  }

  async export(actor: Actor): Promise<RulesFile> {
    assertMay(actor, 'rule:read')
    const rules = await this.deps.prisma.rule.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
    return writeRules(
      rules.flatMap(rule => readContent(rule) ?? []),
      await readSurroundings(this.deps),
    )
  }

  /** All or none, behind those that are there, and switched off. */
  async import(actor: Actor, typed: unknown): Promise<Rule[]> {
    assertMay(actor, 'rule:write')
    const known = await readSurroundings(this.deps)
    const rules = readRules(typed, known)
    const faults: RuleFault[] = []
    const contents = rules.flatMap(({ definition, ...settings }, at) => {
      const checked = checkRule(definition, known)
      if (!checked.ok)
        faults.push(...checked.faults.map(({ path, message }) => ({ path: ['rules', String(at), 'definition', ...path], message })))
      return checked.ok ? [toContent({ ...settings, mode: 'OFF', definition: checked.definition })] : []
    })
    if (faults.length > 0) throw invalid(faults.slice(0, 100))
    const made: number[] = []
    await this.saved(async tx => {
      const count = await tx.rule.count()
      if (count + contents.length > RULES_MAX) throw fault('NOT_ALLOWED_NOW', `There may be ${RULES_MAX} rules`, null)
      for (const [at, content] of contents.entries()) {
        const taken = await tx.rule.findUnique({ where: { name: content.name }, select: { id: true } })
        if (taken) throw fault('TAKEN', `There is a rule ‘${content.name}’ already`, ['rules', String(at), 'name'])
        made.push((await this.insert(tx, actor, content, count + 1 + at)).id)
      }
      return undefined
    })
    await this.deps.hints.publish('rules', { ids: made })
    return this.deps.prisma.rule.findMany({ where: { id: { in: made } }, orderBy: { position: 'asc' } })
  }

  private async checked(definition: unknown) {
    const checked = checkRule(definition, await readSurroundings(this.deps))
    if (checked.ok) return checked.definition
    throw invalid(checked.faults.map(({ path, message }) => ({ path: ['definition', ...path], message })))
  }

  private async insert(tx: Prisma.TransactionClient, actor: Actor, content: RuleContent, position: number): Promise<Rule> {
    const json = contentOf(content) as unknown as Prisma.InputJsonValue
    const data = { ...columnsOf(content), position, ownerId: actor.userId, createdAt: this.now(), updatedAt: this.now() }
    const rule = await tx.rule.create({ data })
    await tx.ruleVersion.create({ data: { ruleId: rule.id, version: 1, content: json, authorId: actor.userId, createdAt: this.now() } })
    return rule
  }

  private async store(tx: Prisma.TransactionClient, actor: Actor, before: Rule, content: RuleContent, returnOf?: number): Promise<Rule> {
    const version = before.version + 1
    const isOn = content.mode !== 'OFF'
    const rule = await tx.rule.update({
      where: { id: before.id },
      data: {
        ...columnsOf(content),
        ownerId: actor.userId,
        version,
        updatedAt: this.now(),
        // Whoever switches it on again has read why it had stopped.
        ...(isOn && { stoppedAt: null, stoppedReason: null }),
      },
    })
    const json = contentOf(content) as unknown as Prisma.InputJsonValue
    const data = { ruleId: rule.id, version, content: json, authorId: actor.userId, returnOf: returnOf ?? null, createdAt: this.now() }
    await tx.ruleVersion.create({ data })
    return rule
  }

  /** One after the other; the hint follows the commit. */
  private async saved<T extends Rule | undefined>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
    const rule = await this.deps.prisma
      .$transaction(async tx => {
        await lockOrder(tx)
        return work(tx)
      })
      .catch(nameTaken)
    if (rule) await this.deps.hints.publish('rules', { ids: [rule.id] })
    return rule
  }

  private now(): Date {
    return new Date(this.deps.clock.now())
  }
}

/** @throws ZodError */
function toContent(typed: object): RuleContent {
  const content = ruleContentInput.parse(typed)
  assertStorable({ name: content.name, description: content.description })
  if (JSON.stringify(content.definition).includes('\\u0000')) throw fault('INVALID', 'A NUL character cannot be stored', ['definition'])
  return content
}

const stored = ({ name, description, mode, stopAfterMatch, definition, maxEntriesPerHour }: Rule) => ({
  name,
  description,
  mode: mode as RuleContent['mode'],
  stopAfterMatch,
  definition,
  maxEntriesPerHour,
})

const columnsOf = (content: RuleContent) => ({
  ...contentOf(content),
  definition: content.definition as unknown as Prisma.InputJsonValue,
})

async function seen(tx: Prisma.TransactionClient, { id, expectedVersion }: SeenRule): Promise<Rule> {
  await tx.$queryRaw`SELECT 1 FROM rule WHERE id = ${id} FOR UPDATE`
  const rule = await tx.rule.findUnique({ where: { id } })
  if (!rule) throw fault('NOT_FOUND', 'The rule was not found', ['id'])
  if (rule.version !== expectedVersion) throw fault('CONFLICT', 'The rule was changed meanwhile', ['expectedVersion'], rule)
  return rule
}

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Partial<T>

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)

const invalid = (faults: readonly RuleFault[]): UserFaultsError =>
  new UserFaultsError(faults.map(({ path, message }) => ({ code: 'INVALID', message, field: path })))

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw fault('TAKEN', 'There is a rule of this name already', ['name'])
  throw error
}
