import { no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { LABELS } from '#sealing'
import { type AttemptFor, attemptOf, challengeIn } from '../model/attempt.ts'
import type { Credential, Proof } from '../model/office-bodies.ts'
import { type OfficerRow, type PasskeyRow, passkeyById, passkeysOf, setCounter } from '../store/officers.ts'
import { spend } from '../store/spent.ts'
import { type Room, sha256, today } from './room.ts'

/** Where the browser stands: WebAuthn binds passkeys to it. */
export interface Site {
  /** `https://sealed.example.gov` */
  origin: string
  /** `sealed.example.gov` */
  rpId: string
}

/** 32 bytes that only this passkey can make; base64url, as WebAuthn's JSON writes it. */
const PRF = { prf: { eval: { first: Buffer.from(LABELS.prf).toString('base64url') } } }

/** The library's type knows the extension's bytes alone, not the JSON that browsers parse. */
const extensions = PRF as unknown as Record<string, never>

/** Loaded when somebody first signs in: ten megabytes that a machine without the room's officers need not hold. */
const webauthn = () => import('@simplewebauthn/server')

/** What a browser needs to make a passkey for this officer. */
export async function askForPasskey(
  room: Room,
  site: Site,
  officer: OfficerRow,
  purpose: AttemptFor,
  bound: string,
) {
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Sawt',
    rpID: site.rpId,
    userName: officer.nameEn,
    userDisplayName: officer.nameAr,
    userID: new Uint8Array(Buffer.from(officer.id)),
    excludeCredentials: (await passkeysOf(room.db, officer.id)).map(({ credential }) => ({ id: credential })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [-7, -8, -257],
    extensions,
  })
  return {
    options,
    attempt: attemptOf(room.secret, room.wall.now(), { purpose, bound, challenge: options.challenge }),
  }
}

/** What a browser needs to prove a passkey: any of this site's to sign in, one of the officer's own to step up. */
export async function askForProof(
  room: Room,
  site: Site,
  purpose: AttemptFor,
  bound: string,
  officer?: string,
) {
  const { generateAuthenticationOptions } = await webauthn()
  const own = officer ? await passkeysOf(room.db, officer) : []
  const options = await generateAuthenticationOptions({
    rpID: site.rpId,
    userVerification: 'required',
    extensions,
    ...(officer && { allowCredentials: own.map(({ credential }) => ({ id: credential })) }),
  })
  return {
    options,
    attempt: attemptOf(room.secret, room.wall.now(), { purpose, bound, challenge: options.challenge }),
  }
}

/** The new passkey, when its browser answered our question. */
export async function verifiedPasskey(
  room: Room,
  db: Db,
  site: Site,
  asked: { attempt: string; purpose: AttemptFor; bound: string },
  credential: Credential,
): Promise<Omit<PasskeyRow, 'officer' | 'device' | 'addedOn'> | undefined> {
  const challenge = await useAttempt(room, db, asked)
  if (!challenge) return undefined
  const { verifyRegistrationResponse } = await webauthn()
  const found = await quietly(() =>
    verifyRegistrationResponse({
      response: credential as never,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [-7, -8, -257],
    }),
  )
  if (!found?.verified) return undefined
  const { id, publicKey, counter } = found.registrationInfo.credential
  return { credential: id, publicKey: Buffer.from(publicKey), counter }
}

/** The passkey that answered our question, freshly and with its person verified. */
export async function provenPasskey(
  room: Room,
  db: Db,
  site: Site,
  asked: { purpose: AttemptFor; bound: string },
  { attempt, credential }: Proof,
): Promise<PasskeyRow | undefined> {
  const challenge = await useAttempt(room, db, { ...asked, attempt })
  const passkey = await passkeyById(db, credential.id)
  if (!challenge || !passkey) return undefined
  const { verifyAuthenticationResponse } = await webauthn()
  const found = await quietly(() =>
    verifyAuthenticationResponse({
      response: credential as never,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credential,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }),
  )
  if (!found?.verified) return undefined
  await setCounter(db, passkey.credential, found.authenticationInfo.newCounter)
  return passkey
}

/** Whoever is signed in shows that they are still the one who sits there. */
export async function stepUp(
  room: Room,
  site: Site,
  { officer, session }: { officer: OfficerRow; session: string },
  proof: Proof,
): Promise<Result<null, 'proof-failed'>> {
  const passkey = await provenPasskey(room, room.db, site, { purpose: 'step-up', bound: session }, proof)
  return passkey?.officer === officer.id ? yes(null) : no('proof-failed')
}

/** The challenge of an attempt; each is good once. */
async function useAttempt(
  room: Room,
  db: Db,
  { attempt, ...asked }: { attempt: string; purpose: AttemptFor; bound: string },
): Promise<string | undefined> {
  const challenge = challengeIn(room.secret, room.wall.now(), attempt, asked)
  if (!challenge) return undefined
  return (await spend(db, sha256(`attempt\0${challenge}`), today(room))) ? challenge : undefined
}

/** The library throws at whatever does not verify. */
async function quietly<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
