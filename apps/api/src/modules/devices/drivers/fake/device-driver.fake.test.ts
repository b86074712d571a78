import { describeDeviceDriver } from '../../device-driver.contract.js'
import { FakeDevice, FakeDriver } from './device-driver.fake.js'

describeDeviceDriver('the fake', async () => {
  const device = new FakeDevice()
  return {
    driver: new FakeDriver(device),
    target: {
      host: 'fake',
      peerHost: undefined,
      username: 'sallyport',
      password: 'secret',
      scope: 'VSYS',
      scopeName: 'vsys1',
      tls: { trust: 'SYSTEM', caPem: undefined, fingerprint: undefined },
      maxConcurrent: 2,
    },
    enforced: (_kind, name) => device.enforced(name),
    makeForeign: async ({ kind, name }, value) => {
      const group = { kind, ours: false, values: new Set(kind === 'DYNAMIC_ADDRESS_GROUP' ? [] : [value]) }
      device.candidate.set(name, group)
      device.running.set(name, group)
    },
    changeByOther: () => device.others.add('alice'),
    setPassword: password => (device.password = password),
    restart: async () => {
      device.marked = false
    },
    stop: async () => undefined,
  }
})
