import { keyFor, mac, seal, unseal } from '#people'

/** Whose conversation it is, as it is stored: nobody who reads the table learns a number or a browser's secret. */
export const holderOf = (secret: Buffer, channel: string, who: string): Buffer =>
  mac(keyFor(secret, 'chat holder'), `${channel}\0${who}`)

/* Where answers go on WhatsApp and Telegram lies encrypted beside the conversation, and is erased with it. */

export const sealAddress = (secret: Buffer, address: string): Buffer =>
  seal(keyFor(secret, 'chat address'), 'address', address)

export const openAddress = (secret: Buffer, sealed: Buffer): string | undefined =>
  unseal(keyFor(secret, 'chat address'), 'address', sealed)
