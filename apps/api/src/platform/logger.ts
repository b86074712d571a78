import { pino, type DestinationStream, type LevelWithSilent, type Logger } from 'pino'

export type { Logger }

/** Paths that never reach the log, whatever object is logged. */
const REDACTED = [
  'password',
  '*.password',
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'cookie',
  '*.cookie',
  'wildfireApiKey',
  '*.wildfireApiKey',
  'headers["set-cookie"]',
  '*.headers["set-cookie"]',
]

/** JSON lines on stdout; parts bind their name with `logger.child({ part })`. */
export function createLogger(level: LevelWithSilent, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: {},
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED, censor: '[redacted]' },
  }
  return destination ? pino(options, destination) : pino(options)
}
