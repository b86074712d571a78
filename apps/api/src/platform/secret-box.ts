import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config.js'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

/** Seals small secrets for the database: AES-256-GCM, bound to their purpose, so that one cannot be passed off as another. */
export class SecretBox {
  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error(`The secret key must have ${KEY_BYTES} bytes`)
  }

  /** @param purpose where it is stored, e.g. 'source.wildfireApiKey' */
  seal(purpose: string, secret: string): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(purpose))
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
    return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
  }

  /** @throws when it was changed, is for another purpose, or was sealed with another key */
  open(purpose: string, text: string): string {
    const [version, body = ''] = text.split('.')
    const bytes = Buffer.from(body, 'base64url')
    if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error('Not a sealed secret')
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(purpose))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    try {
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    } catch (error) {
      throw new Error('The sealed secret does not open with this secret key', { cause: error })
    }
  }
}

/** The configured key; a missing key file is made only where it is the default one. */
export async function loadSecretKey(secretKey: Config['secretKey']): Promise<Buffer> {
  if (secretKey.kind === 'given') return Buffer.from(secretKey.hex, 'hex')
  if (secretKey.mayCreate) await makeKeyFile(secretKey.path)
  const text = (await readFile(secretKey.path, 'utf8')).trim()
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new Error(`${secretKey.path} must hold 64 hexadecimal digits`)
  return Buffer.from(text, 'hex')
}

/** Written beside and linked into place, so that the key is never seen half-written and never replaced. */
async function makeKeyFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600 })
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}
