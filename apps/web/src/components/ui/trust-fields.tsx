import { NativeSelect, Textarea } from '@mantine/core'
import type { TlsTrust } from '@sallyport/shared'

export const TLS_TRUST_WORDS: Readonly<Record<TlsTrust, string>> = {
  SYSTEM: 'Of the authorities that this server trusts',
  CA: 'Of a given authority',
  PINNED: 'Exactly the one with this fingerprint',
}

interface TrustFieldsProps {
  readonly tlsTrust: TlsTrust
  /** Said of the certificate as a whole. */
  readonly description?: string
  /** Said of the certificate of an authority. */
  readonly caDescription?: string
  /** Who shows the certificate, as 'the device'. */
  readonly shownBy: string
  /** Of the form that the fields belong to. */
  inputProps(name: 'tlsTrust' | 'tlsCaPem' | 'tlsFingerprint'): object
}

/** Whose certificate is trusted, and the certificate or fingerprint that the choice needs. */
export function TrustFields({
  tlsTrust,
  description = 'A certificate is always verified.',
  caDescription = 'In PEM form. Left empty, the stored one stays.',
  shownBy,
  inputProps,
}: TrustFieldsProps) {
  return (
    <>
      <NativeSelect
        label="Certificate to trust"
        description={description}
        data={Object.entries(TLS_TRUST_WORDS).map(([value, label]) => ({ value, label }))}
        {...inputProps('tlsTrust')}
      />
      {tlsTrust === 'CA' && (
        <Textarea
          label="Certificate of the authority"
          description={caDescription}
          placeholder="-----BEGIN CERTIFICATE-----"
          autosize
          minRows={3}
          maxRows={8}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          {...inputProps('tlsCaPem')}
        />
      )}
      {tlsTrust === 'PINNED' && (
        <Textarea
          label="Fingerprint"
          description={`SHA-256. Test the connection to see the one that ${shownBy} shows.`}
          autosize
          minRows={2}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          {...inputProps('tlsFingerprint')}
        />
      )}
    </>
  )
}
