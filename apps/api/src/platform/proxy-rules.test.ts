import { describe, expect, it } from 'vitest'
import { readProxyRules } from './proxy-rules.js'
import { isDocumentationAddress, isPublicAddress } from './public-address.js'

const ENVIRONMENT = {
  HTTP_PROXY: 'plain.example:3128',
  HTTPS_PROXY: 'http://user:pw@secure.example:3128',
  NO_PROXY: 'inside.example, .corp.example,198.51.100.7,10.0.0.0/8,[2001:db8::1],2001:db8:1::/48,odd.example:8080',
}

describe('the proxy', () => {
  it.each([
    ['http://outside.example/', 'http://plain.example:3128/'],
    ['https://outside.example/', 'http://user:pw@secure.example:3128/'],
    ['https://inside.example/', undefined],
    ['https://a.inside.example/', undefined],
    ['https://notinside.example/', 'http://user:pw@secure.example:3128/'],
    ['https://corp.example/', undefined],
    ['https://A.CORP.example./', undefined],
    ['https://198.51.100.7/', undefined],
    ['https://198.51.100.8/', 'http://user:pw@secure.example:3128/'],
    ['https://10.9.8.7/', undefined],
    ['https://[2001:db8::1]/', undefined],
    ['https://[2001:db8:1:2::3]/', undefined],
    ['https://[2001:db8:2::3]/', 'http://user:pw@secure.example:3128/'],
    ['https://odd.example:8080/', undefined],
    ['https://odd.example/', 'http://user:pw@secure.example:3128/'],
  ])('of %s is %s', (url, proxy) => expect(readProxyRules(ENVIRONMENT).proxyOf(new URL(url))).toBe(proxy))

  it('is none for any host with *, and none without variables', () => {
    expect(readProxyRules({ ...ENVIRONMENT, NO_PROXY: '*' }).proxyOf(new URL('http://a.example/'))).toBeUndefined()
    expect(readProxyRules({}).proxyOf(new URL('http://a.example/'))).toBeUndefined()
    expect(readProxyRules({ HTTP_PROXY: ' ' }).proxyOf(new URL('http://a.example/'))).toBeUndefined()
  })

  it('takes lower-case variables first', () => {
    expect(readProxyRules({ ...ENVIRONMENT, http_proxy: 'http://low.example' }).proxyOf(new URL('http://a.example/'))).toBe(
      'http://low.example/',
    )
  })

  it('survives exceptions that mean nothing', () => {
    const rules = readProxyRules({ ...ENVIRONMENT, NO_PROXY: ',, /, a/b, 10.0.0.0/99, :::, [x, 1.2.3.4/33' })
    expect(rules.proxyOf(new URL('http://a.example/'))).toBe('http://plain.example:3128/')
  })
})

describe('a public address', () => {
  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['10.0.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['127.0.0.1', false],
    ['0.0.0.0', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['192.0.2.1', false],
    ['::', false],
    ['::1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['2001:db8::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:8.8.8.8', true],
    ['64:ff9b::808:808', false],
    ['2002:a00:1::1', false],
    ['2001:0:1::1', false],
    ['', false],
    ['example.com', false],
    ['8.8.8', false],
  ])('%s: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic))

  it('may be one of examples', () => {
    expect(['192.0.2.1', '198.51.100.7', '203.0.113.9', '2001:db8::1'].every(isDocumentationAddress)).toBe(true)
    expect(['8.8.8.8', '10.0.0.1', '', 'x'].some(isDocumentationAddress)).toBe(false)
  })
})
