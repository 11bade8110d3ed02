import { no, type Result, yes } from '#kernel'
import type { Proof } from '../model/office-bodies.ts'
import { enclose, places } from '../model/outer.ts'
import { isRostered } from '../model/roster.ts'
import type { CustodyRequest, Envelope } from '../model/wire.ts'
import { record } from '../store/audit.ts'
import {
  answersOf,
  identityOf,
  insertAnswer,
  lockRequest,
  type RequestRow,
  requestsFor,
  setRequestState,
} from '../store/identities.ts'
import { itemsFor } from '../store/items.ts'
import { officerById } from '../store/officers.ts'
import { officerOf } from './enrol.ts'
import { keptOf } from './keep-item.ts'
import { type Site, stepUp } from './passkeys.ts'
import { fromHex, type Room, rosterNow, today, toHex } from './room.ts'
import type { Signed } from './sign-in.ts'

/** What officers ask of this custodian: their reason and the custodian's own share, and nothing of the report. */
export async function listCustody(room: Room, custodian: string): Promise<CustodyRequest[]> {
  const requests = await requestsFor(room.db, custodian)
  const all = await Promise.all(requests.map((one) => custodyRequest(room, custodian, one)))
  return all.filter((one) => one !== undefined)
}

async function custodyRequest(
  room: Room,
  custodian: string,
  one: RequestRow,
): Promise<CustodyRequest | undefined> {
  const id = toHex(one.report)
  const [key, identity] = [await room.vault.key(id), await identityOf(room.db, one.report)]
  const by = await officerById(room.db, one.officer)
  const items = await itemsFor(room.db, one.report, custodian)
  const reason = items.find(({ item }) => item.equals(one.request))
  const share = identity && items.find(({ item }) => item.equals(identity.item))
  if (!key || !identity || !by || !reason || !share) return undefined
  const answers = (await answersOf(room.db, one.report)).filter(({ request }) => request.equals(one.request))
  return {
    request: toHex(one.request),
    report: id,
    by: officerOf(by),
    on: one.day.toString(),
    state: one.state as CustodyRequest['state'],
    reason: keptOf({ id, key }, reason, custodian),
    identity: toHex(identity.item),
    share: keptOf({ id, key }, share, custodian).envelope,
    answers: answers.map(({ custodian, day, gave }) => ({ custodian, on: day.toString(), gave })),
  }
}

/** Two of the three are enough, either way. */
const NEEDED = 2

/** A custodian gives their share, sealed anew to the officer who asked; or refuses, without an envelope. */
export async function answerRequest(
  room: Room,
  site: Site,
  signed: Signed,
  request: string,
  { envelope, proof }: { envelope?: Envelope; proof: Proof },
): Promise<Result<CustodyRequest[]>> {
  const fresh = await stepUp(room, site, signed, proof)
  if (!fresh.ok) return fresh
  const answered = await room.db.transaction(async (tx): Promise<Result<null>> => {
    const custodian = signed.officer.id
    const one = await lockRequest(tx, fromHex(request))
    const asked = (await requestsFor(tx, custodian)).some((each) => toHex(each.request) === request)
    const key = one && (await room.vault.key(toHex(one.report)))
    if (!one || !asked || !key) return no('not-found')
    if (!isRostered(await rosterNow(room, tx), custodian, officerOf(signed.officer).key))
      return no('not-rostered')
    if (one.state !== 'open') return no('out-of-order')
    if (envelope && (envelope.recipient !== one.officer || envelope.by !== custodian))
      return no('wrong-recipients')
    const place = places.share(toHex(one.report), request, custodian)
    const sealed = envelope ? enclose(key, place, Buffer.from(JSON.stringify(envelope))) : null
    const answer = { request: one.request, custodian, gave: Boolean(envelope), day: today(room), sealed }
    if (!(await insertAnswer(tx, answer))) return no('out-of-order')
    await record(tx, today(room), custodian, envelope ? 'identity-given' : 'identity-refused', one.report)
    const alike = (await answersOf(tx, one.report)).filter(
      (each) => each.request.equals(one.request) && each.gave === answer.gave,
    )
    if (alike.length >= NEEDED) await setRequestState(tx, one.request, envelope ? 'released' : 'refused')
    return yes(null)
  })
  return answered.ok ? yes(await listCustody(room, signed.officer.id)) : answered
}
