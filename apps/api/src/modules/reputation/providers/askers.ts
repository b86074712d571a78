import type { ReputationProviderType } from '@sallyport/shared'
import { AbuseIpdb } from './abuseipdb.js'
import type { Asker } from './asker.js'
import { GreyNoise } from './greynoise.js'
import { ReverseDns, type ReverseResolver } from './reverse-dns.js'
import { VirusTotal } from './virustotal.js'
import type { Clock } from '../../../platform/clock.js'
import type { HttpClient } from '../../../platform/http-client.js'

export type Askers = Readonly<Record<ReputationProviderType, Asker>>

export const makeAskers = (deps: {
  readonly http: HttpClient
  readonly clock: Clock
  /** For tests; the system's resolvers unless told. */
  readonly makeResolver?: (() => ReverseResolver) | undefined
}): Askers => ({
  ABUSEIPDB: new AbuseIpdb(deps),
  VIRUSTOTAL: new VirusTotal(deps),
  GREYNOISE: new GreyNoise(deps),
  REVERSE_DNS: new ReverseDns(deps),
})
