// Simulated providers beside the alert sender, so that the console can tell who, where and how bad without any account.
import { randomBytes } from 'node:crypto'
import { PEOPLE, READER } from '../support/directory-people.js'
import { demoPeople } from './demo-people.js'
import { startProviderSimulators } from '../support/providers/index.js'
import { slapdProgram, startSlapd, type Slapd } from '../support/slapd.js'
import { startWildfireSimulator } from '../support/wildfire-simulator/index.js'

export interface DemoProviders {
  stop(): Promise<void>
}

/** How long a file that turns out to be malware is called benign first. */
const TURN_AFTER_MS = 60_000

/** Starts them on free ports of 127.0.0.1 and prints how they are set up on the pages Sources and Enrichment. */
export async function startDemoProviders(print: (line: string) => void): Promise<DemoProviders> {
  const key = randomBytes(32).toString('hex')
  const wildfire = await startWildfireSimulator({ apiKeys: [key], strangers: 'made-up', turnAfterMs: TURN_AFTER_MS })
  const providers = await startProviderSimulators({ keys: [key] })
  const program = slapdProgram()
  const directory = program === undefined ? undefined : await startSlapd(program, { entries: demoPeople() })
  print(`Simulated providers run until Ctrl-C. The key of all of them is ${key}`)
  print(`  Sources > WildFire        API URL   ${wildfire.url}`)
  print(`  Enrichment > Reputation   Base URL  ${providers.abuseIpdb.url} (AbuseIPDB)`)
  print(`                            Base URL  ${providers.virusTotal.url} (VirusTotal)`)
  print(`                            Base URL  ${providers.greyNoise.url} (GreyNoise)`)
  for (const line of aboutDirectory(directory)) print(line)
  print('')
  return {
    stop: async () => {
      await Promise.all([wildfire.stop(), providers.stop(), directory?.stop()])
    },
  }
}

function aboutDirectory(directory: Slapd | undefined): readonly string[] {
  if (!directory) return ['  No directory: the program slapd is not installed (Debian: apt install slapd).']
  return [
    `  Enrichment > Directories  Type      OpenLDAP, server ${directory.url}, domain corp`,
    `                            Bind DN   ${READER.dn}, password ${READER.password}`,
    `                            Base DN   ${PEOPLE}`,
  ]
}
