import { z } from 'zod'
import { bytesOf, files, hash, hexId, identityItem, item, manyFiles, ticket, work } from './shapes.ts'

/** What reporters' browsers send. Anything more, less or else is refused before it is looked at. */
export const uploadBody = z.strictObject(work)

export const reportBody = z.strictObject({
  ...work,
  ticket: ticket.optional(),
  id: hexId,
  access: bytesOf(32),
  replyKey: bytesOf(32),
  roster: hash,
  item: item('report'),
  identity: identityItem.optional(),
  transcript: item('transcript').optional(),
  files,
  linked: z.strictObject({ access: bytesOf(32) }).optional(),
})
export type ReportBody = z.infer<typeof reportBody>

export const visitBody = z.strictObject({ ...work, access: bytesOf(32) })

export const messageBody = z.strictObject({
  ...work,
  access: bytesOf(32),
  ticket: ticket.optional(),
  item: item('message'),
  files,
})
export type MessageBody = z.infer<typeof messageBody>

/** What the ordinary desk hands over: sealed to the roster before it leaves, and nobody holds a receipt. */
export const movedBody = z.strictObject({
  ticket: ticket.optional(),
  id: hexId,
  roster: hash,
  item: item('moved'),
  files: manyFiles,
})
export type MovedBody = z.infer<typeof movedBody>
export type Work = z.infer<typeof uploadBody>
