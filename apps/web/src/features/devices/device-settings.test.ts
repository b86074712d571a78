import { describe, expect, it } from 'vitest'
import { createInput, type DeviceFormValues, faultsOf, merge, newDeviceValues, testInput, updateInput } from './device-settings'

const values = (given: Partial<DeviceFormValues> = {}): DeviceFormValues => ({
  ...newDeviceValues(),
  name: 'fw-edge',
  host: '192.0.2.1',
  username: 'sallyport',
  password: 'secret',
  timeZone: 'UTC',
  ...given,
})

const FINGERPRINT = Array.from({ length: 32 }, () => 'AB').join(':')

describe('what is wrong with a form', () => {
  it.each([
    ['nothing', {}, {}],
    ['no name', { name: ' ' }, { name: 'Enter a name' }],
    ['no password', { password: '' }, { password: 'Enter the password' }],
    ['a host with a scheme', { host: 'https://fw' }, { host: 'Not a host name or IP address, with or without :port' }],
    ['no minutes', { schedule: 'INTERVAL', intervalMinutes: '' }, { intervalMinutes: 'At least a minute' }],
    ['minutes that are not in use', { schedule: 'HOURLY', intervalMinutes: '' }, {}],
    ['a vsys without a name', { scopeName: '' }, { scopeName: 'Enter its name' }],
    ['windows without a window', { commitPolicy: 'WINDOW' }, { commitWindows: 'Add at least one window' }],
    [
      'a window without days',
      { commitPolicy: 'WINDOW', commitWindows: [{ days: [], from: '22:00', to: '04:00' }] },
      { commitWindows: 'Choose at least one day' },
    ],
    ['a ticket in two lines', { changeTicket: 'CHG1\nCHG2' }, { changeTicket: 'Only printable characters' }],
    ['no authority', { tlsTrust: 'CA' }, { tlsCaPem: 'Paste the certificate of the authority' }],
    ['an authority that is none', { tlsTrust: 'CA', tlsCaPem: 'hello' }, { tlsCaPem: 'Not a certificate in PEM form' }],
    ['no fingerprint', { tlsTrust: 'PINNED' }, { tlsFingerprint: 'Test the connection: the device shows its certificate' }],
    [
      'half a fingerprint',
      { tlsTrust: 'PINNED', tlsFingerprint: 'AB:CD' },
      { tlsFingerprint: 'A SHA-256 fingerprint has 64 hexadecimal digits' },
    ],
    ['a whole fingerprint', { tlsTrust: 'PINNED', tlsFingerprint: FINGERPRINT }, {}],
  ] satisfies [string, Partial<DeviceFormValues>, object][])('%s', (_, given, expected) => {
    expect(faultsOf(values(given))).toEqual(expected)
  })

  it('lets a stored password and a stored authority stay', () => {
    expect(faultsOf(values({ password: '', tlsTrust: 'CA' }), { tlsTrust: 'CA' })).toEqual({})
  })
})

describe('what the API is told', () => {
  it('leaves out what the choices make meaningless', () => {
    expect(createInput(values({ scope: 'SHARED', scopeName: 'vsys1', tlsFingerprint: FINGERPRINT }))).toMatchObject({
      type: 'PALO_ALTO_NETWORKS',
      password: 'secret',
      scopeName: '',
      intervalMinutes: null,
      dailyAt: null,
      tlsFingerprint: null,
      peerHost: null,
    })
  })

  it('tells of an update only what the person changed', () => {
    const before = values({ password: '' })
    expect(updateInput(before, before)).toEqual({})
    expect(updateInput(before, { ...before, schedule: 'DAILY', password: 'new' })).toEqual({
      schedule: 'DAILY',
      dailyAt: '03:00',
      password: 'new',
    })
  })

  it('tests a stored device as it is stored, but for what was typed', () => {
    const before = values({ password: '' })
    expect(testInput(before, { id: 'd', values: before })).toEqual({ id: 'd' })
    expect(testInput({ ...before, name: 'other', host: 'fw-2' }, { id: 'd', values: before })).toEqual({ id: 'd', host: 'fw-2' })
    expect(testInput(values())).toEqual({
      host: '192.0.2.1',
      username: 'sallyport',
      password: 'secret',
      tlsTrust: 'SYSTEM',
      tlsFingerprint: null,
      scope: 'VSYS',
      scopeName: 'vsys1',
    })
  })
})

it('takes over what others changed, and keeps what the person did', () => {
  const before = values()
  const merged = merge(before, { ...before, name: 'mine' }, { ...before, name: 'theirs', schedule: 'MANUAL' })
  expect(merged).toMatchObject({ taken: ['schedule'], disputed: ['name'], values: { name: 'mine', schedule: 'MANUAL' } })
})
