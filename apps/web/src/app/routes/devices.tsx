export { DevicesPage as DevicesRoute } from '../../features/devices/devices-page'
