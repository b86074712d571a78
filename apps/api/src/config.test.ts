import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig, networkList } from './config.js'

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toMatchObject({
      http: { host: '0.0.0.0', port: 4000, publicUrl: undefined },
      dataDir: path.resolve('data'),
      databaseUrl: undefined,
      secretKey: { kind: 'file', mayCreate: true, path: path.resolve('data/secret.key') },
      syslog: { host: '0.0.0.0', udpPort: 514, tcpPort: 514, tlsPort: 6514, allowedSenders: [] },
      geo: { cityFile: undefined, asnFile: undefined },
      outbound: { caFile: undefined, proxies: { HTTPS_PROXY: undefined, HTTP_PROXY: undefined, NO_PROXY: undefined } },
      logLevel: 'info',
    })
  })

  it('knows own databases, authorities and proxies, the latter in lower case too', () => {
    const config = loadConfig({
      GEO_CITY_FILE: 'geo/city.mmdb',
      GEO_ASN_FILE: '/srv/asn.mmdb',
      OUTBOUND_CA_FILE: '/srv/ca.pem',
      https_proxy: 'http://proxy.corp.example:3128',
      HTTP_PROXY: 'http://upper.corp.example:3128',
      http_proxy: 'lower.corp.example:3128',
      no_proxy: '.corp.example',
    })
    expect(config.geo).toEqual({ cityFile: path.resolve('geo/city.mmdb'), asnFile: '/srv/asn.mmdb' })
    expect(config.outbound).toEqual({
      caFile: '/srv/ca.pem',
      proxies: {
        HTTPS_PROXY: 'http://proxy.corp.example:3128',
        HTTP_PROXY: 'http://lower.corp.example:3128',
        NO_PROXY: '.corp.example',
      },
    })
  })

  it('turns a listener off by an empty port, and takes empty values elsewhere as unset', () => {
    const config = loadConfig({
      SYSLOG_UDP_PORT: '',
      SYSLOG_TCP_PORT: '0',
      SYSLOG_TLS_PORT: '',
      HTTP_PORT: '',
      PUBLIC_URL: '',
      DATABASE_URL: '',
    })
    expect(config.syslog).toMatchObject({ udpPort: undefined, tcpPort: 0, tlsPort: undefined })
    expect(config).toMatchObject({ http: { port: 4000, publicUrl: undefined }, databaseUrl: undefined })
  })

  it('takes a key, or a file that it does not make', () => {
    const hex = 'ab'.repeat(32)
    expect(loadConfig({ SECRET_KEY: hex }).secretKey).toEqual({ kind: 'given', hex })
    expect(loadConfig({ SECRET_KEY_FILE: '/run/key' }).secretKey).toEqual({ kind: 'file', path: '/run/key', mayCreate: false })
  })

  it.each([
    [{ HTTP_PORT: '65536' }, /HTTP_PORT/],
    [{ HTTP_PORT: '4e3' }, /HTTP_PORT/],
    [{ SYSLOG_UDP_PORT: 'x' }, /SYSLOG_UDP_PORT/],
    [{ PUBLIC_URL: 'ftp://x' }, /PUBLIC_URL/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ SECRET_KEY: 'hunter2' }, /SECRET_KEY/],
    [{ SECRET_KEY: 'ab'.repeat(32), SECRET_KEY_FILE: '/run/key' }, /SECRET_KEY_FILE/],
    [{ SYSLOG_TLS_CERT_FILE: '/c.pem' }, /SYSLOG_TLS_KEY_FILE/],
    [{ HTTPS_PROXY: 'socks5://user:hunter2@proxy.corp.example' }, /HTTPS_PROXY/],
    [{ SYSLOG_ALLOWED_SENDERS: '10.0.0.0/33 10.0.0.1' }, /SYSLOG_ALLOWED_SENDERS/],
  ])('refuses %j by the name, without the value of a secret', (environment, message) => {
    expect(() => loadConfig(environment)).toThrow(message)
    expect(() => loadConfig(environment)).not.toThrow(/hunter2|abab/)
  })
})

describe('networkList', () => {
  it.each([
    ['10.1.2.3', 'ipv4', true],
    ['192.0.2.1', 'ipv4', true],
    ['192.0.2.2', 'ipv4', false],
    ['2001:db8::1', 'ipv6', true],
    ['::1', 'ipv6', false],
  ] as const)('knows whether %s belongs', (address, family, belongs) => {
    expect(networkList(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32']).check(address, family)).toBe(belongs)
  })
})
