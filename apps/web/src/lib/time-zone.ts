import { useLocalStorage } from '@mantine/hooks'

export type TimeZoneChoice = 'browser' | 'utc'

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The zone that all times are shown in: chosen in the header, remembered, the same for every page and filter. */
export function useTimeZone() {
  const [choice, setChoice] = useLocalStorage<TimeZoneChoice>({
    key: 'sallyport.time-zone',
    defaultValue: 'browser',
    getInitialValueInEffect: false,
  })
  return { choice, setChoice, timeZone: choice === 'utc' ? 'UTC' : browserTimeZone() }
}

/** Every IANA zone that this browser knows, UTC first. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]
