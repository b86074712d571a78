export { inventedReport, reportXml, SANDBOX_SECTIONS, type SimulatedPlatform, type SimulatedReport } from './report-xml.js'
export {
  startWildfireSimulator,
  VERDICT_CODES,
  type SimulatedVerdict,
  type WildfireSimulator,
  type WildfireSimulatorOptions,
} from './simulator.js'
