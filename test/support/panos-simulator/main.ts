// The simulator as a process of its own, for the demo.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type PanosSimulator, type SimulatorOptions, startPanosPair, startPanosSimulator } from './index.js'

const USAGE = `Simulates PAN-OS firewalls over TLS until Ctrl-C.

  npx tsx --conditions=development test/support/panos-simulator/main.ts [options]

  --host <address>       listen there                            (127.0.0.1)
  --port <number>        the first device's port                 (any free one)
  --version <release>    PAN-OS release                          (10.2.9-h1)
  --model <name>         model                                   (PA-VM)
  --admin <name:secret>  an administrator; may be repeated       (admin:admin)
  --ha                   an active/passive pair
  --device-group <name>  a Panorama with this device group; may be repeated
  --commit-ms <number>   how long a commit takes                 (3000)
  --edl-seconds <number> fetch committed external lists so often (never)
  --ca-file <path>       write the CA certificate there
`

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    version: { type: 'string', default: '10.2.9-h1' },
    model: { type: 'string' },
    admin: { type: 'string', multiple: true, default: ['admin:admin'] },
    ha: { type: 'boolean', default: false },
    'device-group': { type: 'string', multiple: true, default: [] },
    'commit-ms': { type: 'string', default: '3000' },
    'edl-seconds': { type: 'string', default: '0' },
    'ca-file': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const print = (line: string) => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  if (values.help) return print(USAGE)
  const simulators = await startThem()
  for (const simulator of simulators) {
    print(`${simulator.device.hostname} (${simulator.device.model}, PAN-OS ${simulator.device.version}) listens on ${simulator.address}`)
    print(`  certificate ${simulator.fingerprint}`)
  }
  const [first] = simulators
  if (values['ca-file'] !== undefined && first) await writeFile(values['ca-file'], first.caPem)
  const seconds = Number(values['edl-seconds'])
  const timer = seconds > 0 ? setInterval(() => void fetchLists(simulators), seconds * 1000) : undefined
  await new Promise(resolve => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  clearInterval(timer)
  for (const simulator of simulators) await simulator.stop()
}

async function startThem(): Promise<PanosSimulator[]> {
  const admins = values.admin.map(text => {
    const at = text.indexOf(':')
    return { name: text.slice(0, at), password: text.slice(at + 1) }
  })
  const groups = values['device-group']
  const options: SimulatorOptions = {
    host: values.host,
    port: Number(values.port),
    version: values.version,
    admins,
    commitMs: Number(values['commit-ms']),
    ...(values.model === undefined ? {} : { model: values.model }),
    ...(groups.length === 0 ? {} : { panorama: { deviceGroups: Object.fromEntries(groups.map(name => [name, []])) } }),
  }
  return values.ha ? startPanosPair(options) : [await startPanosSimulator(options)]
}

async function fetchLists(simulators: readonly PanosSimulator[]): Promise<void> {
  for (const simulator of simulators)
    for (const name of simulator.externalListNames()) {
      const { outcome, valid, totalInvalid, message } = await simulator.refreshExternalList(name)
      print(`${simulator.device.hostname} ${name}: ${outcome}, ${valid.length} valid, ${totalInvalid} invalid ${message}`)
    }
}

await main()
