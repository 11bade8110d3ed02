import PostalMime, { type Attachment } from 'postal-mime'
import type { DeliveryReport } from '../../model/report.ts'
import { idOfMail } from './smtp.ts'

/** A bounce is short; what is longer is somebody's letter. */
const LONGEST = 2 * 1024 * 1024

/**
 * Reads a letter as a report of delivery (RFC 3464), the way mail servers send back what they could not deliver.
 * Which mail it is about stands in the part that was sent back, or in the envelope's id that we gave it; the words
 * around it, in whatever language, are not read.
 *
 * @returns undefined for any other letter: one that people wrote, an absence note, a report about nothing of ours
 */
export async function readBounce(raw: Uint8Array): Promise<DeliveryReport | undefined> {
  if (raw.byteLength > LONGEST) return undefined
  const { attachments, headers } = await PostalMime.parse(raw)
  const kind = headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!/^multipart\/report\b/i.test(kind) || !/delivery-status/i.test(kind)) return undefined
  const status = textOf(attachments, /^message\/(global-)?delivery-status$/)
  const original = textOf(
    attachments,
    /^(message\/(rfc822|global)|(text|message)\/(rfc822-headers|global-headers))$/,
  )
  const messageId = fieldIn(headOf(original), 'message-id') || fieldIn(status, 'original-envelope-id')
  const action = ACTIONS.find((each) => each === fieldIn(status, 'action').toLowerCase())
  if (!action || !idOfMail(messageId)) return undefined
  return { channel: 'mail', messageId, action, status: fieldIn(status, 'status') }
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

function textOf(attachments: readonly Attachment[], type: RegExp): string {
  const { content = '' } = attachments.find(({ mimeType }) => type.test(mimeType)) ?? {}
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** What a returned letter says itself is not trusted further than its head. */
const headOf = (letter: string): string => letter.split(/\r?\n\r?\n/, 1)[0] ?? ''

const fieldIn = (text: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(?:\\r?\\n[ \\t]+)?(.*)$`, 'im').exec(text)?.[1]?.trim() ?? ''
