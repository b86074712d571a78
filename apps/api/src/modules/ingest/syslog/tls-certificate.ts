import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import type { TlsOptions } from 'node:tls'
import { generate } from 'selfsigned'

export interface SyslogTls {
  readonly options: TlsOptions
  readonly certificatePem: string
  /** SHA-256, colon-separated hex. */
  readonly fingerprint: string
}

interface TlsFiles {
  /** undefined: a self-signed certificate in the directory, made when it is missing. */
  readonly given: { readonly certFile: string; readonly keyFile: string } | undefined
  /** Clients must show a certificate signed by it. */
  readonly clientCaFile: string | undefined
  readonly directory: string
}

const VALID_YEARS = 10

/** Throws with a message for people when a given file cannot be read or is no certificate. */
export async function loadSyslogTls(files: TlsFiles): Promise<SyslogTls> {
  const { cert, key } = files.given ? await readGiven(files.given) : await ownCertificate(files.directory)
  const ca = files.clientCaFile === undefined ? undefined : await readFile(files.clientCaFile, 'utf8')
  return {
    options: { cert, key, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }) },
    certificatePem: cert,
    fingerprint: new X509Certificate(cert).fingerprint256,
  }
}

async function readGiven(given: { readonly certFile: string; readonly keyFile: string }): Promise<{ cert: string; key: string }> {
  const [cert, key] = await Promise.all([readFile(given.certFile, 'utf8'), readFile(given.keyFile, 'utf8')])
  return { cert, key }
}

async function ownCertificate(directory: string): Promise<{ cert: string; key: string }> {
  const certFile = path.join(directory, 'syslog.crt')
  const keyFile = path.join(directory, 'syslog.key')
  const existing = await readGiven({ certFile, keyFile }).catch(() => undefined)
  if (existing) return existing
  const notAfterDate = new Date()
  notAfterDate.setFullYear(notAfterDate.getFullYear() + VALID_YEARS)
  const name = hostname()
  const made = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: name },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // The key first: a certificate without its key would be kept for ever.
  await writeWhole(keyFile, made.private, 0o600)
  await writeWhole(certFile, made.cert, 0o644)
  return { cert: made.cert, key: made.private }
}

async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  await writeFile(`${file}.new`, text, { mode })
  await rename(`${file}.new`, file)
}
