import { z } from 'zod'
import { bytesOf, envelope, files, hexId, item, officerId, ticket } from './shapes.ts'
import { OUTCOMES, RISKS, SERIOUSNESS } from './wire.ts'

/** WebAuthn's own JSON: its library judges it; here only its size and kind. */
const credential = z.looseObject({
  id: z.string().min(1).max(1500),
  rawId: z.string().max(1500),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(4000) }),
  clientExtensionResults: z.looseObject({}),
})
export type Credential = z.infer<typeof credential>

export const proof = z.strictObject({ attempt: z.string().max(400), credential })
export type Proof = z.infer<typeof proof>

const sealedKey = { nonce: bytesOf(12), sealed: bytesOf(48) }
const passphraseWrap = z.strictObject({
  v: z.literal(1),
  wrap: z.literal('passphrase'),
  salt: bytesOf(16),
  ...sealedKey,
})
const prfWrap = z.strictObject({
  v: z.literal(1),
  wrap: z.literal('prf'),
  credential: z.string().min(1).max(1500),
  ...sealedKey,
})

const device = z.string().trim().min(1).max(60)
const invite = z.string().min(1).max(100)

export const inviteBody = z.strictObject({ invite })
export const registerBody = z.strictObject({
  invite,
  attempt: z.string().max(400),
  credential,
  device,
  key: bytesOf(32),
  wraps: z.array(z.union([passphraseWrap, prfWrap])).max(2),
})
export const nothingBody = z.strictObject({})
export const signInBody = proof
export const passkeyBody = z.strictObject({
  attempt: z.string().max(400),
  credential,
  device,
  wrap: prfWrap.optional(),
  proof,
})
export const removePasskeyBody = z.strictObject({ credential: z.string().min(1).max(1500), proof })
export const passphraseBody = z.strictObject({ wrap: passphraseWrap, proof })

const handedOver = {
  to: officerId,
  envelopes: z
    .array(z.strictObject({ item: hexId, envelope: envelope() }))
    .min(1)
    .max(5000),
  proof,
}
const step = <const Name extends string, Fields extends z.ZodRawShape>(name: Name, fields: Fields) =>
  z.strictObject({ step: z.literal(name), ...fields })

export const stepBody = z.discriminatedUnion('step', [
  step('acknowledge', { item: item('message').optional() }),
  step('triage', { seriousness: z.enum(SERIOUSNESS), retaliation: z.enum(RISKS) }),
  step('note', { item: item('note') }),
  step('message', { item: item('message'), ticket: ticket.optional(), files: files.optional() }),
  step('transcript', { item: item('transcript') }),
  step('refer', { item: item('referral') }),
  step('feedback', { item: item('message') }),
  step('close', { outcome: z.enum(OUTCOMES), retaliated: z.boolean(), item: item('message').optional() }),
  step('reopen', { item: item('note') }),
  step('ask-identity', { request: hexId, reason: item('note'), item: item('message'), proof }),
  step('share', handedOver),
  step('hand-over', handedOver),
  step('declare-conflict', {}),
  step('hold', {}),
  step('lift', {}),
  step('erase', { proof }),
  step('withdraw-ask', { what: z.enum(['hold', 'lift', 'erase']) }),
])
export type StepBody = z.infer<typeof stepBody>

export const giveBody = z.strictObject({ envelope: envelope(33), proof })
export const refuseBody = z.strictObject({ proof })
