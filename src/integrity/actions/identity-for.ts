import type { Db } from '#platform'
import { ESCROW } from '#sealing'
import { disclose, places } from '../model/outer.ts'
import type { Envelope, Identity } from '../model/wire.ts'
import { answersOf, identityOf, requestsOf } from '../store/identities.ts'
import { itemsFor } from '../store/items.ts'
import { keptOf, type Shell } from './keep-item.ts'
import { fromHex, toHex } from './room.ts'

/** The sealed identity with its requests. Released shares are shown to the officer who asked, and to nobody else. */
export async function identityFor(db: Db, report: Shell, officer: string): Promise<Identity | null> {
  const id = fromHex(report.id)
  const identity = await identityOf(db, id)
  const row = identity && (await itemsFor(db, id, ESCROW)).find(({ item }) => item.equals(identity.item))
  if (!identity || !row) return null
  const { item, nonce, body } = keptOf(report, row, ESCROW)
  const [requests, answers] = [await requestsOf(db, id), await answersOf(db, id)]
  return {
    ...{ item, nonce, body, commitment: identity.commitment.toString('base64url') },
    requests: requests.map((one) => ({
      request: toHex(one.request),
      by: one.officer,
      on: one.day.toString(),
      state: one.state as 'open',
      answers: answers
        .filter(({ request }) => request.equals(one.request))
        .map(({ custodian, day, gave, sealed }) => ({
          ...{ custodian, gave, on: day.toString() },
          envelope:
            one.officer === officer && sealed ? shareIn(report, toHex(one.request), custodian, sealed) : null,
        })),
    })),
  }
}

const shareIn = (report: Shell, request: string, custodian: string, sealed: Buffer): Envelope =>
  JSON.parse(disclose(report.key, places.share(report.id, request, custodian), sealed).toString())
