import { describe, expect, it } from 'vitest'
import { sessionCookieSpec } from './session-cookie.js'

describe('sessionCookieSpec', () => {
  it.each([
    [{ publicUrl: undefined, port: 4001 }, 'sallyport_session_4001', false],
    [{ publicUrl: 'http://soc.example.com', port: 4001 }, 'sallyport_session', false],
    [{ publicUrl: 'https://soc.example.com', port: 4001 }, '__Host-sallyport_session', true],
  ])('names and secures the cookie of %j', (config, name, secure) => {
    expect(sessionCookieSpec(config)).toEqual({ name, options: { path: '/', httpOnly: true, sameSite: 'strict', secure } })
  })
})
