import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import type { Me, Officer, Wrap } from '#integrity'
import { no, type Result, yes } from '#kernel'
import { type Holder, newKeyPair, publicKeyOf, wrapByPassphrase, wrapByPrf } from '#sealing'
import { ask } from './ask.ts'
import { type Attempt, register } from './passkey.ts'
import { openByPassphrase } from './session.ts'

/** Whom an invitation is for. */
export interface Invited {
  officer: Officer
  purpose: 'first' | 'lost' | 'device'
  wraps: Wrap[]
}

interface Key {
  holder: Holder & { privateKey: Uint8Array<ArrayBuffer> }
  /** Absent where the room has the passphrase's wrap already. */
  wrap?: Wrap
}

/** A new key locked by the passphrase, or the known one opened by it. */
export async function keyFor(
  { officer, purpose, wraps }: Invited,
  passphrase: string,
  onProgress: (done: number) => void,
): Promise<Result<Key>> {
  if (purpose === 'device') {
    const holder = await openByPassphrase({ officer, wraps }, passphrase, onProgress)
    return holder
      ? yes({ holder: { id: holder.id, privateKey: Uint8Array.from(holder.privateKey) } })
      : no('wrong-passphrase')
  }
  const { privateKey } = newKeyPair()
  const wrap = await wrapByPassphrase(officer.id, privateKey, passphrase, onProgress)
  return yes({ holder: { id: officer.id, privateKey }, wrap: wrap as Wrap })
}

/** Registers a passkey, and the key under its secret where the passkey can tell one. */
export async function enrol(invite: string, device: string, { holder, wrap }: Key): Promise<Result<Me>> {
  const begun = await ask<Attempt<PublicKeyCredentialCreationOptionsJSON>>('invite/passkey', { invite })
  if (!begun.ok) return begun
  const registered = await register(begun.value.options)
  if (!registered.ok) return registered
  const { credential, prf } = registered.value
  const wraps = [...(wrap ? [wrap] : []), ...(prf ? [await prfWrap(holder, credential.id, prf)] : [])]
  const key = publicKeyOf(holder.privateKey)
  const { attempt } = begun.value
  const entered = await ask<{ me: Me }>('invite/register', {
    invite,
    attempt,
    credential,
    device,
    key,
    wraps,
  })
  return entered.ok ? yes(entered.value.me) : entered
}

/** The private key under the secret of one passkey. */
export async function prfWrap(
  { id, privateKey }: Holder,
  credential: string,
  prf: Uint8Array<ArrayBuffer>,
): Promise<Wrap> {
  const wrapped = await wrapByPrf(id, Uint8Array.from(privateKey), prf)
  return { ...wrapped, wrap: 'prf', credential }
}
