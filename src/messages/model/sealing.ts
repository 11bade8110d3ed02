import { keyFor, seal, unseal } from '#people'

/* Codes and links are secrets of the reader: they lie in the outbox encrypted, and are erased with it. */

export const sealFact = (secret: Buffer, text: string): string =>
  seal(keyFor(secret, 'message'), 'fact', text).toString('base64url')

export const openFact = (secret: Buffer, sealed: string): string | undefined =>
  unseal(keyFor(secret, 'message'), 'fact', Buffer.from(sealed, 'base64url'))

/** What stands in a link by which the holder of a contact chooses what reaches it. It opens nothing else. */
export const stopToken = (secret: Buffer, contact: string): string =>
  seal(keyFor(secret, 'message choices'), 'contact', contact).toString('base64url')

/** The contact that a link is about; undefined when it was not made here. */
export const contactOfToken = (secret: Buffer, token: string): string | undefined =>
  /^[\w-]{40,500}$/.test(token)
    ? unseal(keyFor(secret, 'message choices'), 'contact', Buffer.from(token, 'base64url'))
    : undefined
