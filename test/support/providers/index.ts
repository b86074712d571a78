import { startAbuseIpdb, type AbuseIpdbSimulator } from './abuseipdb.js'
import { startGreyNoise, type GreyNoiseSimulator } from './greynoise.js'
import type { ProviderOptions } from './provider-server.js'
import { startVirusTotal, type VirusTotalSimulator } from './virustotal.js'

export { startAbuseIpdb, startGreyNoise, startVirusTotal, type AbuseIpdbSimulator, type GreyNoiseSimulator, type VirusTotalSimulator }
export type { ProviderFaultKind, ProviderKey, ProviderOptions, ProviderServer, SeenQuestion } from './provider-server.js'

export interface ProviderSimulators {
  readonly abuseIpdb: AbuseIpdbSimulator
  readonly virusTotal: VirusTotalSimulator
  readonly greyNoise: GreyNoiseSimulator
  stop(): Promise<void>
}

/** All reputation providers on free ports of 127.0.0.1, with the same keys. Their answers are made up, always the same for a value. */
export async function startProviderSimulators(options: Omit<ProviderOptions, 'port'>): Promise<ProviderSimulators> {
  const [abuseIpdb, virusTotal, greyNoise] = await Promise.all([startAbuseIpdb(options), startVirusTotal(options), startGreyNoise(options)])
  return {
    abuseIpdb,
    virusTotal,
    greyNoise,
    stop: async () => {
      await Promise.all([abuseIpdb.stop(), virusTotal.stop(), greyNoise.stop()])
    },
  }
}
