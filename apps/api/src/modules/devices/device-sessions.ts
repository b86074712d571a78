import type { DeviceScope, TlsTrust } from '@sallyport/shared'
import { z } from 'zod'
import type { DeviceDriver, DeviceSession, DeviceTarget, LogLevel } from './device-driver.js'
import type { Device, PrismaClient } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'

/** Purposes that secrets are sealed for. */
export const DEVICE_PASSWORD = 'device.password'
const DEVICE_API_KEYS = 'device.apiKeys'

export interface OpenOptions {
  readonly signal: AbortSignal
  readonly log?: (level: LogLevel, text: string) => void
}

/** Opens sessions with stored devices: secrets are opened here, and keys that were made are sealed here. */
export class DeviceSessions {
  constructor(
    private readonly deps: { readonly prisma: PrismaClient; readonly secrets: SecretBox; readonly drivers: readonly DeviceDriver[] },
  ) {}

  open(device: Device, { signal, log = () => undefined }: OpenOptions): DeviceSession {
    const keys = new Map(Object.entries(this.keysOf(device)))
    return this.driverOf(device.type).open(this.targetOf(device), {
      signal,
      log,
      keys: {
        read: host => keys.get(host),
        write: async (host, key) => {
          keys.set(host, key)
          const apiKeySealed = this.deps.secrets.seal(DEVICE_API_KEYS, JSON.stringify(Object.fromEntries(keys)))
          // The password may have been changed meanwhile: a key of the old one is not kept.
          await this.deps.prisma.device.updateMany({
            where: { id: device.id, passwordSealed: device.passwordSealed },
            data: { apiKeySealed },
          })
        },
      },
    })
  }

  /** For a target that is not stored: keys are forgotten with the session. */
  openUnstored(type: string, target: DeviceTarget, { signal, log = () => undefined }: OpenOptions): DeviceSession {
    const keys = new Map<string, string>()
    return this.driverOf(type).open(target, {
      signal,
      log,
      keys: { read: host => keys.get(host), write: async (host, key) => void keys.set(host, key) },
    })
  }

  driverOf(type: string): DeviceDriver {
    const driver = this.deps.drivers.find(candidate => candidate.type === type)
    if (!driver) throw new Error(`There is no driver for ${type}`)
    return driver
  }

  targetOf(device: Device): DeviceTarget {
    return {
      host: device.host,
      peerHost: device.peerHost ?? undefined,
      username: device.username,
      password: this.deps.secrets.open(DEVICE_PASSWORD, device.passwordSealed),
      scope: device.scope as DeviceScope,
      scopeName: device.scopeName,
      tls: { trust: device.tlsTrust as TlsTrust, caPem: device.tlsCaPem ?? undefined, fingerprint: device.tlsFingerprint ?? undefined },
      maxConcurrent: device.maxConcurrent,
    }
  }

  private keysOf({ apiKeySealed }: Device): Record<string, string> {
    if (apiKeySealed === null) return {}
    return z.record(z.string(), z.string()).parse(JSON.parse(this.deps.secrets.open(DEVICE_API_KEYS, apiKeySealed)))
  }
}
