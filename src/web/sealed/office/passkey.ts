import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { no, type Result, yes } from '#kernel'
import { type Bytes, base64url, bytes, LABELS, utf8 } from '#sealing'
import { ask } from './ask.ts'

/** What a passkey said, and the 32 bytes that only it knows, where it can. */
export interface Asserted {
  credential: AuthenticationResponseJSON
  prf?: Bytes
}

export interface Attempt<Options> {
  options: Options
  attempt: string
}

/** Signs the room's challenge. The secret of the PRF extension stays here: it is taken out of what is sent. */
export async function assert(options: PublicKeyCredentialRequestOptionsJSON): Promise<Result<Asserted>> {
  try {
    const optionsJSON = { ...options, extensions: { ...options.extensions, ...PRF } }
    const credential = await startAuthentication({ optionsJSON })
    return yes({ credential: withoutSecrets(credential), prf: secretOf(credential) })
  } catch {
    return no('passkey-cancelled')
  }
}

export interface Registered {
  credential: RegistrationResponseJSON
  prf?: Bytes
}

/** Makes a passkey, and asks it at once for its secret: most tell it only when they sign in. */
export async function register(options: PublicKeyCredentialCreationOptionsJSON): Promise<Result<Registered>> {
  try {
    const optionsJSON = { ...options, extensions: { ...options.extensions, ...PRF } }
    const made = await startRegistration({ optionsJSON })
    const prf =
      secretOf(made) ?? (canTell(made) ? await secretBySigningIn(made.id, options.rp.id) : undefined)
    return yes({ credential: withoutSecrets(made), prf })
  } catch {
    return no('passkey-cancelled')
  }
}

/** A fresh assertion for what must not be done by a screen left open. */
export async function proof(): Promise<Result<{ attempt: string; credential: AuthenticationResponseJSON }>> {
  const begun = await ask<Attempt<PublicKeyCredentialRequestOptionsJSON>>('step-up/options', {})
  if (!begun.ok) return begun
  const asserted = await assert(begun.value.options)
  if (!asserted.ok) return asserted
  return yes({ attempt: begun.value.attempt, credential: asserted.value.credential })
}

const PRF = { prf: { eval: { first: utf8(LABELS.prf) } } } as Record<string, unknown>

interface PrfAnswer {
  prf?: { enabled?: boolean; results?: { first?: BufferSource } }
}

type Spoken = { clientExtensionResults: object }

function secretOf({ clientExtensionResults }: Spoken): Bytes | undefined {
  const first = (clientExtensionResults as PrfAnswer).prf?.results?.first
  if (!first) return undefined
  return bytes(
    first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer as ArrayBuffer),
  )
}

const canTell = ({ clientExtensionResults }: Spoken): boolean =>
  (clientExtensionResults as PrfAnswer).prf?.enabled === true

const withoutSecrets = <Said extends Spoken>(said: Said): Said => ({ ...said, clientExtensionResults: {} })

/** Its answer is for nobody but this page, so that the challenge may be its own. */
async function secretBySigningIn(id: string, rpId: string | undefined): Promise<Bytes | undefined> {
  const challenge = base64url(crypto.getRandomValues(new Uint8Array(32)))
  const asserted = await assert({
    challenge,
    userVerification: 'required',
    allowCredentials: [{ id, type: 'public-key' }],
    ...(rpId && { rpId }),
  })
  return asserted.ok ? asserted.value.prf : undefined
}
