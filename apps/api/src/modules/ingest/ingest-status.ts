import type { Severity, Transport } from '@sallyport/shared'

/** A syslog socket of this process. */
export interface ListenerStatus {
  readonly transport: Transport
  /** Bound address and port; undefined while it is not listening. */
  readonly address: string | undefined
  readonly port: number | undefined
  readonly wantedPort: number
  /** Why it is not listening, or why another port was taken. */
  readonly notice: string | undefined
  /** TLS only: the certificate in PEM, and its SHA-256 as colon-separated hex. */
  readonly certificatePem: string | undefined
  readonly certificateFingerprint: string | undefined
}

export interface IngestGauges {
  readonly queuedLines: number
  readonly spooledBatches: number
  readonly spooledBytes: number
  readonly databaseAvailable: boolean
}

export interface RetryOutcome {
  readonly readAgain: number
  readonly nowAlerts: number
  readonly nowSetAside: number
  readonly stillUnreadable: number
}

/** What the rest of the server may ask of ingest. */
export interface IngestControl {
  listeners(): readonly ListenerStatus[]
  gauges(): IngestGauges
  /** Reads every kept unreadable line again whose source takes lines, oldest first. */
  retryUnreadable(): Promise<RetryOutcome>
  /** Sends a packet with a made-up alert through the real UDP listener (TCP when UDP is off); returns its sequence number. */
  sendTestAlert(severity: Severity): Promise<string>
  /** The source's settings or a firewall's changed: read them again before the next batch. */
  settingsChanged(): void
}
