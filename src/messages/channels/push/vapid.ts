import { createECDH } from 'node:crypto'
import { keyFor } from '#people'

export interface VapidKeys {
  publicKey: string
  privateKey: string
}

/**
 * The pair of keys by which push services know us (RFC 8292). It follows from the installation's secret, so that
 * there is nothing more to keep, and every process has the same.
 */
export function vapidKeys(secret: Buffer): VapidKeys {
  // Fewer than one in 2³² hashes is no key of the curve; then the next one is taken.
  for (let attempt = 0; ; attempt++) {
    const ecdh = createECDH('prime256v1')
    try {
      ecdh.setPrivateKey(keyFor(secret, `web push ${attempt}`))
    } catch {
      continue
    }
    const [open, secretKey] = [ecdh.getPublicKey(), ecdh.getPrivateKey()]
    // Without its leading noughts it comes shorter than the curve's 32 bytes.
    const whole = Buffer.concat([Buffer.alloc(32 - secretKey.length), secretKey])
    return { publicKey: open.toString('base64url'), privateKey: whole.toString('base64url') }
  }
}
