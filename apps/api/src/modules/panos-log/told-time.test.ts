import { describe, expect, it } from 'vitest'
import { readLocalTime, readNamedTime, readZonedTime } from './told-time.js'

describe('times that bear their zone', () => {
  it.each<[text: string, utc: string]>([
    ['2024-10-16T11:30:08.018+02:00', '2024-10-16T09:30:08.018Z'],
    ['2024-10-16T11:30:08-04:00', '2024-10-16T15:30:08.000Z'],
    ['2024-10-16T11:30:08.123456Z', '2024-10-16T11:30:08.123Z'],
    ['2024-10-16T11:30:08.5Z', '2024-10-16T11:30:08.500Z'],
    ['2024-10-16T11:30:08+0530', '2024-10-16T06:00:08.000Z'],
    ['1969-12-31T16:00:00.000-08:00', '1970-01-01T00:00:00.000Z'],
  ])('%s', (text, utc) => {
    expect(readZonedTime(text)).toBe(Date.parse(utc))
  })

  it.each(['', '2024-10-16T11:30:08', '2024-10-16 11:30:08Z', '2024-02-30T11:30:08Z', '2024-10-16T25:30:08Z'])('not %j', text => {
    expect(readZonedTime(text)).toBeUndefined()
  })
})

describe('local times', () => {
  it.each<[text: string, local: string | undefined]>([
    ['2024/10/16 11:30:08', '2024/10/16 11:30:08'],
    [' 2024/10/16 11:30:08 ', '2024/10/16 11:30:08'],
    ['2025/06/01 - - - 10:00:00', '2025/06/01 10:00:00'],
    ['9/16/19 10:00', '2019/09/16 10:00:00'],
    ['12/1/2019 7:05:09', '2019/12/01 07:05:09'],
    ['13/13/19 10:00', undefined],
    ['2024/02/30 10:00:00', undefined],
    ['', undefined],
  ])('%j', (text, local) => {
    expect(readLocalTime(text)).toBe(local)
  })
})

describe('times of formats with named fields', () => {
  it.each<[text: string, utc: boolean, zoned: string | undefined, local: string | undefined]>([
    ['Apr 07 2017 00:10:10 GMT', false, '2017-04-07T00:10:10.000Z', undefined],
    ['Apr 07 2017 00:10:10', false, undefined, '2017/04/07 00:10:10'],
    ['Mar 01 2021 20:48:21', true, '2021-03-01T20:48:21.000Z', undefined],
    ['Sun Jun 28 06:00:19 2026', false, undefined, '2026/06/28 06:00:19'],
    ['2022/06/30 16:24:23', false, undefined, '2022/06/30 16:24:23'],
    ['2023-05-30T06:52:14.052000Z', true, '2023-05-30T06:52:14.052Z', undefined],
    ['1752661927', false, '2025-07-16T10:32:07.000Z', undefined],
    ['1752661927123', false, '2025-07-16T10:32:07.123Z', undefined],
    ['Foo 07 2017 00:10:10 GMT', false, undefined, undefined],
    ['', true, undefined, undefined],
  ])('%j', (text, utc, zoned, local) => {
    expect(readNamedTime(text, utc)).toEqual({ zoned: zoned === undefined ? undefined : Date.parse(zoned), local })
  })
})
