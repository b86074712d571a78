export {
  PanosSimulator,
  VSYS1,
  startPanosPair,
  startPanosSimulator,
  type ConfigView,
  type Hand,
  type SimulatorOptions,
} from './simulator.js'
export { EdlClient, type EdlClientOptions, type EdlOutcome, type EdlState } from './edl-client.js'
export { type EdlType } from './edl-lines.js'
export { type Faults } from './faults.js'
export { type SeenRequest } from './journal.js'
export { type Job } from './jobs.js'
