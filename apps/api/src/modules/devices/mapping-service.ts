import { LIST_KINDS_OF_MAPPING, mappingInput } from '@sallyport/shared'
import { DeviceFailureError } from './device-failure.js'
import { leftOutText } from './left-out.js'
import { toRecordedChange, type RecordedChange } from './run-recorder.js'
import type { DeviceSession } from './device-driver.js'
import type { DeviceSessions } from './device-sessions.js'
import type { MappingPlanner, PlannedMapping } from './mapping-planner.js'
import type { SyncService } from './sync-service.js'
import type { ListReadModel } from '../lists/index.js'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Device, Mapping, PrismaClient } from '../../platform/prisma/client.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import type { DeviceFailure, DriftPolicy, MappingKind } from '@sallyport/shared'

export interface MappingInput {
  readonly deviceId: number
  readonly listId: number
  readonly kind: MappingKind
  readonly groupName: string
}

export interface MappingPreviewResult {
  readonly exists: boolean
  /** Made by somebody else. */
  readonly foreign: boolean
  readonly change: RecordedChange | null
  readonly failure: DeviceFailure | null
  readonly message: string | null
  readonly warnings: readonly string[]
}

export interface MappingServiceDeps {
  readonly prisma: PrismaClient
  readonly sessions: DeviceSessions
  readonly planner: MappingPlanner
  readonly lists: Pick<ListReadModel, 'list'>
  readonly sync: Pick<SyncService, 'request'>
  readonly hints: Pick<HintSink, 'publish'>
}

/** Longest time that somebody waits for a preview. */
const PREVIEW_TIMEOUT_MS = 60_000

export class MappingService {
  constructor(private readonly deps: MappingServiceDeps) {}

  /** What is on the device under the name today, and what saving the mapping would change. Changes nothing. */
  async preview(actor: Actor, input: MappingInput): Promise<MappingPreviewResult> {
    assertMay(actor, 'device:push')
    return this.look(await this.check(input), input)
  }

  /** Saves the mapping and asks for the run that makes it true. A group of somebody else must be given up for it expressly. */
  async create(actor: Actor, input: MappingInput & { readonly overwrite: boolean }): Promise<Mapping> {
    assertMay(actor, 'device:write')
    const { deviceId, listId, kind, groupName, overwrite } = input
    const device = await this.check(input)
    await this.assertNameFree(device, groupName)
    const found = await this.look(device, input)
    if (found.failure !== null) throw fault('NOT_ALLOWED_NOW', 'deviceId', found.message ?? 'The device could not be asked')
    if (found.foreign && !overwrite) {
      throw fault(
        'NOT_ALLOWED_NOW',
        'overwrite',
        `${groupName} is on the device already and was made by somebody else: confirm that it is overwritten`,
      )
    }
    const mapping = await this.deps.prisma.mapping.create({ data: { deviceId, listId, kind, groupName } }).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw nameTaken(groupName)
      throw error
    })
    await this.deps.hints.publish('devices', { ids: [deviceId] })
    await this.deps.hints.publish('lists', { ids: [listId] })
    await this.deps.sync.request(deviceId, { cause: 'MAPPING_CHANGED', userId: actor.userId })
    return mapping
  }

  /** @param removeFromDevice the next run takes the group off the device, and the mapping goes then */
  async delete(actor: Actor, id: number, removeFromDevice: boolean): Promise<void> {
    assertMay(actor, 'device:write')
    const mapping = await this.deps.prisma.mapping.findUnique({ where: { id } })
    if (!mapping) throw fault('NOT_FOUND', 'id', 'The mapping was not found')
    const { deviceId, listId } = mapping
    if (removeFromDevice) {
      await this.deps.prisma.mapping.update({
        where: { id },
        data: { removing: true, state: 'PENDING', stateReason: 'Is being taken off the device' },
      })
      await this.deps.sync.request(deviceId, { cause: 'MAPPING_CHANGED', userId: actor.userId })
    } else await this.deps.prisma.mapping.delete({ where: { id } })
    await this.deps.hints.publish('devices', { ids: [deviceId] })
    await this.deps.hints.publish('lists', { ids: [listId] })
  }

  private async check({ deviceId, listId, kind, groupName }: MappingInput): Promise<Device> {
    mappingInput.parse({ kind, groupName })
    const device = await this.deps.prisma.device.findUnique({ where: { id: deviceId } })
    if (!device) throw fault('NOT_FOUND', 'deviceId', 'The device was not found')
    const list = await this.deps.lists.list(listId)
    if (!list) throw fault('NOT_FOUND', 'listId', 'The list was not found')
    if (!LIST_KINDS_OF_MAPPING[kind].includes(list.kind)) throw fault('INVALID', 'kind', 'Lists of this kind cannot be enforced this way')
    if (device.scope === 'DEVICE_GROUP' && kind === 'DYNAMIC_ADDRESS_GROUP') {
      throw fault('INVALID', 'kind', 'Registrations go to firewalls: add the firewall itself as a device')
    }
    return device
  }

  private async assertNameFree({ id }: Device, groupName: string): Promise<void> {
    if (await this.deps.prisma.mapping.findFirst({ where: { deviceId: id, groupName }, select: { id: true } })) throw nameTaken(groupName)
  }

  private async look(device: Device, input: MappingInput): Promise<MappingPreviewResult> {
    const warnings: string[] = []
    const signal = timeout()
    const log = (level: string, text: string) => {
      if (level !== 'info') warnings.push(text)
    }
    const session = this.deps.sessions.open(device, { signal, log })
    try {
      const facts = await session.connect()
      const mapping = await this.plannedMapping(input)
      const policy = device.driftPolicy as DriftPolicy
      const options = { session, policy, facts, trusted: false, log: () => undefined }
      const { group, plan, leftOut } = await this.deps.planner.prepare(mapping, options)
      if (leftOut.length > 0) warnings.push(`${input.groupName}: ${leftOutText(leftOut)}`)
      warnings.push(...(await othersWork(session)))
      return { exists: group.exists, foreign: group.foreign, change: toRecordedChange(input, plan), failure: null, message: null, warnings }
    } catch (error) {
      if (!(error instanceof DeviceFailureError)) throw error
      return { exists: false, foreign: false, change: null, failure: error.failure, message: error.message, warnings }
    } finally {
      session.close()
    }
  }

  /** The stored one of the name and list, or one about to be made. */
  private async plannedMapping({ deviceId, listId, kind, groupName }: MappingInput): Promise<PlannedMapping> {
    const stored = await this.deps.prisma.mapping.findFirst({ where: { deviceId, listId, kind, groupName } })
    return stored ?? { listId, kind, groupName, state: 'PENDING', syncedAt: null, comparedAt: null, entryCount: 0 }
  }
}

async function othersWork(session: DeviceSession): Promise<string[]> {
  const { others, locks } = await session.pending()
  return [...(others.length > 0 ? [`Uncommitted changes of ${others.join(', ')}`] : []), ...locks]
}

function timeout(): AbortSignal {
  const controller = new AbortController()
  const late = new DeviceFailureError('TIMED_OUT', `The device took longer than ${PREVIEW_TIMEOUT_MS / 1_000} seconds`)
  setTimeout(() => controller.abort(late), PREVIEW_TIMEOUT_MS).unref()
  return controller.signal
}

const fault = (code: 'INVALID' | 'NOT_FOUND' | 'NOT_ALLOWED_NOW' | 'TAKEN', field: string, message: string) =>
  new UserFaultsError([{ code, field: [field], message }])

const nameTaken = (groupName: string) => fault('TAKEN', 'groupName', `Another mapping of this device is called ${groupName}`)
