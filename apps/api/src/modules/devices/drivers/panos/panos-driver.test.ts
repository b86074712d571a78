import { PLACEHOLDER_NAME, PLACEHOLDER_URL } from './object-names.js'
import { PanosDriver } from './panos-driver.js'
import { startPanosSimulator, VSYS1 } from '../../../../../../../test/support/panos-simulator/index.js'
import { describeDeviceDriver } from '../../device-driver.contract.js'

describeDeviceDriver('PAN-OS', async () => {
  const firewall = await startPanosSimulator({
    version: '10.2.9-h1',
    model: 'PA-3220',
    admins: [
      { name: 'sallyport', password: 's3cret&@+' },
      { name: 'alice', password: 'alice' },
    ],
  })
  return {
    driver: new PanosDriver({ clock: { now: () => Date.now() }, timing: { pollMs: 20, againMs: 10 } }),
    target: {
      host: firewall.address,
      peerHost: undefined,
      username: 'sallyport',
      password: 's3cret&@+',
      scope: 'VSYS',
      scopeName: 'vsys1',
      tls: { trust: 'PINNED', caPem: undefined, fingerprint: firewall.fingerprint },
      maxConcurrent: 2,
    },
    enforced: (kind, name) => {
      const urls = firewall.enforcedUrls(name).filter(url => url !== PLACEHOLDER_URL)
      const members = firewall.running().texts(`${VSYS1}/address-group/entry[@name='${name}']/static/member`)
      const values = members.flatMap(member => {
        const object = `${VSYS1}/address/entry[@name='${member}']`
        return [...firewall.running().texts(`${object}/ip-netmask`), ...firewall.running().texts(`${object}/ip-range`)]
      })
      if (kind === 'ADDRESS_GROUP') return (members.includes(PLACEHOLDER_NAME) ? [] : values).sort()
      return (kind === 'URL_CATEGORY' ? urls : firewall.enforced(name)).sort()
    },
    makeForeign: async ({ kind, name }, value) => {
      const alice = firewall.actAs('alice')
      if (kind === 'URL_CATEGORY') {
        alice.set(
          `${VSYS1}/profiles/custom-url-category`,
          `<entry name="${name}"><list><member>${value}</member></list><type>URL List</type></entry>`,
        )
      } else {
        alice.set(`${VSYS1}/address`, `<entry name="by hand"><ip-netmask>${value}</ip-netmask></entry>`)
        alice.set(`${VSYS1}/address-group`, `<entry name="${name}"><static><member>by hand</member></static></entry>`)
      }
      await alice.commit()
    },
    changeByOther: () => firewall.actAs('alice').set(`${VSYS1}/address`, '<entry name="alices"><ip-netmask>10.1.1.1</ip-netmask></entry>'),
    setPassword: password => firewall.setPassword('sallyport', password),
    restart: async () => {
      firewall.reboot(0)
    },
    stop: () => firewall.stop(),
  }
})
