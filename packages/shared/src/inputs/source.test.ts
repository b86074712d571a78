import { describe, expect, it } from 'vitest'
import { sourceUpdateInput, wildfireApiUrl, wildfireTestInput, WILDFIRE_API_URL } from './source.js'

describe('the URL of the WildFire API', () => {
  it.each([
    [WILDFIRE_API_URL, WILDFIRE_API_URL],
    ['  https://eu.wildfire.paloaltonetworks.com ', 'https://eu.wildfire.paloaltonetworks.com/publicapi'],
    ['https://wildfire.corp.example:8443/', 'https://wildfire.corp.example:8443/publicapi'],
    ['https://[2001:db8::5]/publicapi//', 'https://[2001:db8::5]/publicapi'],
    ['http://127.0.0.1:8081', 'http://127.0.0.1:8081/publicapi'],
    ['http://localhost:8081/publicapi', 'http://localhost:8081/publicapi'],
    ['http://[::1]:8081/x', 'http://[::1]:8081/x'],
  ])('%j is taken as %j', (typed, url) => {
    expect(wildfireApiUrl.parse(typed)).toBe(url)
    expect(wildfireApiUrl.parse(url)).toBe(url)
  })

  it.each([
    ['http://wildfire.corp.example', 'The key must not travel in clear: use https://'],
    ['http://127.0.0.1.evil.example', 'The key must not travel in clear: use https://'],
    ['http://192.0.2.1', 'The key must not travel in clear: use https://'],
    ['https://name:secret@wildfire.corp.example', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['https://wildfire.corp.example/publicapi?x=1', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['https://wildfire.corp.example/#x', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['https://wildfire.corp.example:99999', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['https://wild fire.example', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['ftp://wildfire.corp.example', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['file:///etc/passwd', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['wildfire.corp.example', `Enter a URL such as ${WILDFIRE_API_URL}`],
    ['', `Enter a URL such as ${WILDFIRE_API_URL}`],
    [`https://${'x'.repeat(300)}.example`, 'At most 300 characters'],
  ])('%j is refused: %s', (typed, message) => expect(wildfireApiUrl.safeParse(typed).error?.issues[0]?.message).toBe(message))
})

it('settings of WildFire are bounded', () => {
  expect(sourceUpdateInput.safeParse({ wildfireDailyQuota: 0 }).success).toBe(false)
  expect(sourceUpdateInput.safeParse({ wildfireDailyQuota: 1.5 }).success).toBe(false)
  expect(sourceUpdateInput.parse({ wildfireDailyQuota: 17_500, wildfireApiKey: ' k ' })).toEqual({
    wildfireDailyQuota: 17_500,
    wildfireApiKey: 'k',
  })
  expect(wildfireTestInput.parse({})).toEqual({})
  expect(wildfireTestInput.safeParse({ apiKey: '' }).success).toBe(false)
})
