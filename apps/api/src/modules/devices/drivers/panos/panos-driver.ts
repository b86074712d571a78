import { DeviceType } from '@sallyport/shared'
import { CallLimit } from './call-limit.js'
import { lookAtCertificate, parseHost } from './device-tls.js'
import { PanosSession } from './panos-session.js'
import type { Clock } from '../../../../platform/clock.js'
import type { Certificate, DeviceDriver, DeviceSession, DeviceTarget, SessionOptions } from '../../device-driver.js'
import type { XmlTiming } from './xml-client.js'

const TIMING: XmlTiming = { callTimeoutMs: 60_000, pollMs: 2_000, jobTimeoutMs: 20 * 60_000, againMs: 1_000 }

/** Firewalls and Panorama of Palo Alto Networks, over their XML API. */
export class PanosDriver implements DeviceDriver {
  readonly type = DeviceType.PALO_ALTO_NETWORKS
  private readonly limits = new Map<string, CallLimit>()

  constructor(private readonly deps: { readonly clock: Clock; readonly timing?: Partial<XmlTiming> }) {}

  open(target: DeviceTarget, options: SessionOptions): DeviceSession {
    return new PanosSession({
      target,
      options,
      limitOf: host => this.limitOf(host),
      timing: { ...TIMING, ...this.deps.timing },
      now: () => this.deps.clock.now(),
    })
  }

  certificateOf({ host }: Pick<DeviceTarget, 'host'>): Promise<Certificate | undefined> {
    return lookAtCertificate(parseHost(host))
  }

  /** Shared by all sessions: tests and previews count too. */
  private limitOf(host: string): CallLimit {
    const limit = this.limits.get(host) ?? new CallLimit()
    this.limits.set(host, limit)
    return limit
  }
}
