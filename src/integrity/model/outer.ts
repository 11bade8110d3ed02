import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/*
 * The room's own encryption around what browsers sealed. It keeps nobody from the text, which is ciphertext already:
 * its key can be destroyed, and then no copy of the database and of the files, however old, can be opened by anybody
 * again.
 */
const NONCE = 12
const TAG = 16

/** @param place what it is and where it belongs: elsewhere it does not open */
export function enclose(key: Buffer, place: string, content: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** Throws when it was changed, or stands in another's place. */
export function disclose(key: Buffer, place: string, enclosed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, enclosed.subarray(0, NONCE))
    .setAAD(Buffer.from(place))
    .setAuthTag(enclosed.subarray(-TAG))
  return Buffer.concat([decipher.update(enclosed.subarray(NONCE, -TAG)), decipher.final()])
}

/** The key of an upload's chunks. It follows from the ticket, which only the browser has, until a report takes it in. */
export const uploadKey = (ticket: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', ticket, '', 'sawt-sealed/outer/upload', 32))

export const places = {
  item: (report: string, item: string) => `item/${report}/${item}`,
  envelope: (report: string, item: string, recipient: string) => `envelope/${report}/${item}/${recipient}`,
  replyKey: (report: string) => `reply-key/${report}`,
  fileKey: (report: string, file: string) => `file-key/${report}/${file}`,
  chunk: (file: string, index: number) => `chunk/${file}/${index}`,
  share: (report: string, request: string, custodian: string) => `share/${report}/${request}/${custodian}`,
}
