import { X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

export interface DeviceCertificate {
  readonly cert: string
  readonly key: string
  /** The certificate of the authority that signed it. */
  readonly caPem: string
  /** SHA-256, colon-separated hex. */
  readonly fingerprint: string
}

interface Authority {
  readonly cert: string
  readonly key: string
}

let authority: Promise<Authority> | undefined

/** One authority for a process: firewalls of an organisation share it. */
function ownAuthority(): Promise<Authority> {
  authority ??= generate([{ name: 'commonName', value: 'PAN-OS simulator CA' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  }).then(made => ({ cert: made.cert, key: made.private }))
  return authority
}

export async function issueCertificate(hostname: string): Promise<DeviceCertificate> {
  const ca = await ownAuthority()
  const made = await generate([{ name: 'commonName', value: hostname }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: hostname },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { cert: made.cert, key: made.private, caPem: ca.cert, fingerprint: new X509Certificate(made.cert).fingerprint256 }
}
