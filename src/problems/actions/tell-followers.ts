import { enqueue, reachOf, type Telling } from '#messages'
import { CALLING_CODES } from '#people'
import * as followers from '../store/followers.ts'
import type { TellingTools } from './tools.ts'

const BATCH = 200
/** So long after they were told their contact is kept, in case a message comes back. */
const KEPT = { hours: 30 * 24 }

/** Tells those who follow a problem that it was fixed, each once. @returns how many */
export const tellFollowers = (tools: TellingTools): Promise<number> =>
  tools.db.transaction(async (tx) => {
    const now = tools.clock.now()
    const waiting = await followers.toTell(tx, BATCH)
    if (waiting.length === 0) return 0
    const { timeZone: zone, country } = await tools.directory()
    const post = { now, reach: reachOf(tools.gateways), zone, callingCode: CALLING_CODES[country ?? ''] }
    await enqueue(tx, post, waiting.map(telling))
    await followers.told(
      tx,
      waiting.map(({ id }) => id),
      now,
    )
    return waiting.length
  })

const telling = ({
  id,
  residentId,
  phone,
  email,
  language,
  problemId,
  ...one
}: followers.Waiting): Telling => ({
  kind: 'problem-fixed',
  to: { resident: { id: residentId, phone, email, language } },
  cause: `problem:${problemId}:${id}`,
  facts: { who: { ar: one.titleAr, en: one.titleEn }, path: `/fixed#p-${problemId}` },
})

/** Erases the contacts of followers who were told. */
export const forgetFollowers = async ({ db, clock }: TellingTools): Promise<void> => {
  await followers.forgetTold(db, clock.now().subtract(KEPT))
}
