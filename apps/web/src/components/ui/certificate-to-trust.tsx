import { Button, Code, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface CertificateToTrustProps {
  /** Who shows it; the fingerprint and what to compare it with follow. */
  readonly children: ReactNode
  readonly fingerprint: string
  /** Absent: it cannot be trusted from here. */
  onTrust?: ((fingerprint: string) => void) | undefined
  /** What to do instead. */
  readonly otherwise: string
}

/** A certificate that nobody vouches for: a person may, by comparing the fingerprint. */
export function CertificateToTrust({ children, fingerprint, onTrust, otherwise }: CertificateToTrustProps) {
  return (
    <>
      <Text size="sm">{children}</Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {fingerprint}
      </Code>
      {onTrust ? (
        <Button variant="default" onClick={() => onTrust(fingerprint)}>
          It is the same: trust this certificate
        </Button>
      ) : (
        <Text size="sm">{otherwise}</Text>
      )}
    </>
  )
}
