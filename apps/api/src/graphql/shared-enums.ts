import { IngestOutcome, LinkKey, Severity, TlsTrust, Transport, Verdict } from '@sallyport/shared'
import { registerEnumType } from 'type-graphql'

/** Enums that types of several modules use; the others are registered beside their only user. */
for (const [name, values] of Object.entries({ IngestOutcome, LinkKey, Severity, TlsTrust, Transport, Verdict }))
  registerEnumType(values, { name })

export { IngestOutcome, LinkKey, Severity, TlsTrust, Transport, Verdict }
