import { expect, it } from 'vitest'
import { connectionFailure } from './device-tls.js'

const fault = (code: string, message: string) => Object.assign(new Error(message), { code })

it.each([
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'unable to verify the first certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    'fw: unable to verify the first certificate',
  ],
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    'fw: self-signed certificate',
  ],
  ['CERT_HAS_EXPIRED', 'certificate has expired', 'fw: certificate has expired'],
])('%s is told without the advice of the runtime', (code, message, told) => {
  expect(connectionFailure(fault(code, message), 'fw')).toMatchObject({ failure: 'TLS_NOT_TRUSTED', message: told })
})
