export { DevicePage as DeviceRoute } from '../../features/devices/device-page'
