import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planMapping } from './mapping-plan.js'
import type { DesiredValue, DeviceDriver, DeviceSession, DeviceTarget, GroupRef, LogLevel } from './device-driver.js'
import type { MappingKind } from '@sallyport/shared'

/** A device of the vendor, or something that behaves like one. */
export interface ContractDevice {
  readonly driver: DeviceDriver
  readonly target: DeviceTarget
  /** What is in force under the name, sorted. */
  enforced(kind: MappingKind, name: string): string[]
  /** A committed group of somebody else with one value in it. */
  makeForeign(ref: GroupRef, value: string): Promise<void>
  /** Somebody else's change that is not committed. */
  changeByOther(): void
  setPassword(password: string): void
  restart(): Promise<void>
  stop(): Promise<void>
}

const KINDS: readonly (readonly [MappingKind, readonly string[], readonly string[]])[] = [
  ['ADDRESS_GROUP', ['192.0.2.7', '198.51.100.0/24', '2001:db8::1', '203.0.113.5-203.0.113.9'], ['192.0.2.8']],
  ['DYNAMIC_ADDRESS_GROUP', ['192.0.2.7', '2001:db8::1'], ['192.0.2.8']],
  ['URL_CATEGORY', ['bad.example/', '*.bad.example/', 'other.example/path/*'], ['late.example/']],
]

/** What every driver must do. */
export function describeDeviceDriver(name: string, start: () => Promise<ContractDevice>): void {
  describe(`the device port of ${name}`, () => {
    let device: ContractDevice
    let sessions: DeviceSession[]
    const lines: string[] = []

    const open = async (target: Partial<DeviceTarget> = {}) => {
      const keys = new Map<string, string>()
      const session = device.driver.open(
        { ...device.target, ...target },
        {
          keys: { read: host => keys.get(host), write: async (host, key) => void keys.set(host, key) },
          signal: new AbortController().signal,
          log: (_level: LogLevel, text: string) => void lines.push(text),
        },
      )
      sessions.push(session)
      await session.connect()
      return session
    }
    const bring = async (session: DeviceSession, ref: GroupRef, values: readonly string[], options: { commit?: boolean } = {}) => {
      const desired: DesiredValue[] = values.map(value => ({ value, expiresAt: null }))
      const group = await session.group(ref)
      const plan = planMapping({
        desired,
        actual: group.values,
        partly: group.partly,
        listedBefore: new Set(),
        pushedBefore: new Set(),
        policy: 'CORRECT',
      })
      const change = { add: plan.add, remove: plan.remove, leavesNothing: plan.size === 0 }
      await group.applyLive(change)
      if (group.needsConfig(change)) await group.applyConfig(change)
      return options.commit === false ? undefined : session.commit('contract')
    }

    beforeEach(async () => {
      device = await start()
      sessions = []
    })
    afterEach(async () => {
      for (const session of sessions) session.close()
      await device.stop()
    })

    it('tells what the device is', async () => {
      const session = device.driver.open(device.target, {
        keys: { read: () => undefined, write: async () => undefined },
        signal: new AbortController().signal,
        log: () => undefined,
      })
      sessions.push(session)
      expect(await session.connect()).toMatchObject({ serial: expect.any(String) as string, panosVersion: expect.any(String) as string })
      expect(session.apiCalls).toBeGreaterThan(0)
    })

    it('names wrong credentials', async () => {
      device.setPassword('something else')
      await expect(open()).rejects.toMatchObject({ failure: 'CREDENTIALS' })
    })

    it('lacks no rights with an account that has all', async () => {
      const session = await open()
      expect(await session.missingRights(['ADDRESS_GROUP', 'DYNAMIC_ADDRESS_GROUP', 'URL_CATEGORY'])).toEqual([])
    })

    for (const [kind, values, more] of KINDS) {
      describe(kind, () => {
        const ref = { kind, name: 'blocked by us' }

        it('makes a group that is not there', async () => {
          const session = await open()
          expect(await session.group(ref)).toMatchObject({ exists: false, foreign: false, values: new Set() })
          await bring(session, ref, values)
          expect(device.enforced(kind, ref.name)).toEqual([...values].sort())
        })

        it('reads back what it wrote, in the same words, and has nothing left to do', async () => {
          const session = await open()
          await bring(session, ref, values)
          const again = await (await open()).group(ref)
          expect(again).toMatchObject({ exists: true, foreign: false, values: new Set(values) })
          expect(again.needsConfig({ add: [], remove: [], leavesNothing: false })).toBe(false)
          expect(await session.pending()).toMatchObject({ own: 0 })
        })

        it('adds and removes', async () => {
          await bring(await open(), ref, values)
          await bring(await open(), ref, [...values.slice(1), ...more])
          expect(device.enforced(kind, ref.name)).toEqual([...values.slice(1), ...more].sort())
        })

        it('holds nothing when nothing is wanted, and something again afterwards', async () => {
          await bring(await open(), ref, values)
          await bring(await open(), ref, [])
          expect((await (await open()).group(ref)).values).toEqual(new Set())
          await bring(await open(), ref, more)
          expect(device.enforced(kind, ref.name)).toEqual([...more])
        })

        it('can be made with nothing in it', async () => {
          await bring(await open(), ref, [])
          expect(await (await open()).group(ref)).toMatchObject({ exists: true, foreign: false, values: new Set() })
        })

        it('takes what is done already as success', async () => {
          const [first, second] = [await open(), await open()]
          const change = { add: values.map(value => ({ value, expiresAt: null })), remove: [], leavesNothing: false }
          const [one, two] = [await first.group(ref), await second.group(ref)]
          for (const group of [one, two]) {
            await group.applyLive(change)
            await group.applyConfig(change)
          }
          await first.commit('contract')
          expect(device.enforced(kind, ref.name)).toEqual([...values].sort())
        })

        it('tells that somebody else made a group, and overwrites it when asked to', async () => {
          await device.makeForeign(ref, more[0] ?? '')
          expect(await (await open()).group(ref)).toMatchObject({ exists: true, foreign: true })
          await bring(await open(), ref, values)
          expect(device.enforced(kind, ref.name)).toEqual([...values].sort())
          expect(await (await open()).group(ref)).toMatchObject({ foreign: false })
        })

        it('takes a group off the device', async () => {
          await bring(await open(), ref, values)
          const session = await open()
          await (await session.group(ref)).remove()
          await session.commit('contract')
          expect(device.enforced(kind, ref.name)).toEqual([])
          expect(await (await open()).group(ref)).toMatchObject({ exists: false })
        })
      })
    }

    it('has nothing to commit when nothing was changed', async () => {
      expect(await (await open()).commit('contract')).toEqual({ job: undefined, warnings: [] })
    })

    it('tells its own uncommitted changes from those of others', async () => {
      const session = await open()
      expect(await session.pending()).toEqual({ own: 0, others: [], locks: [] })
      device.changeByOther()
      await bring(session, { kind: 'ADDRESS_GROUP', name: 'g' }, ['192.0.2.7'], { commit: false })
      const pending = await session.pending()
      expect(pending.own).toBeGreaterThan(0)
      expect(pending.others).toHaveLength(1)
    })

    it('takes its uncommitted changes back, and nobody else’s', async () => {
      const session = await open()
      device.changeByOther()
      await bring(session, { kind: 'ADDRESS_GROUP', name: 'g' }, ['192.0.2.7'], { commit: false })
      await session.takeBack()
      expect(await session.pending()).toMatchObject({ own: 0, others: [expect.any(String)] })
      expect(await (await open()).group({ kind: 'ADDRESS_GROUP', name: 'g' })).toMatchObject({ exists: false })
    })

    it('finds its mark until the device restarts', async () => {
      const session = await open()
      expect(await session.isMarked()).toBe(false)
      await session.mark()
      expect(await session.isMarked()).toBe(true)
      await device.restart()
      expect(await (await open()).isMarked()).toBe(false)
    })
  })
}
