import type { DeviceScope } from '@sallyport/shared'
import { entryPath } from './xml-text.js'

const DEVICES = "/config/devices/entry[@name='localhost.localdomain']"

/** Where objects of the scope live in the configuration. */
export function scopePath(scope: DeviceScope, name: string): string {
  switch (scope) {
    case 'SHARED':
      return '/config/shared'
    case 'VSYS':
      return entryPath(`${DEVICES}/vsys`, name)
    case 'DEVICE_GROUP':
      return entryPath(`${DEVICES}/device-group`, name)
  }
}
