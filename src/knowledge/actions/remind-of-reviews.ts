import type { Directory } from '#entities'
import { enqueue, type Gateways, reachOf, type Telling } from '#messages'
import { CALLING_CODES } from '#people'
import { dueForReview } from '../store/articles.ts'
import type { Tools } from './tools.ts'
import { today } from './write-article.ts'

/**
 * Tells whoever owns a published article that the day has come to look whether it still holds: once for that day,
 * however often this is asked. The owner is the entity's liaison; the central office where there is none.
 *
 * @returns how many articles wait to be looked at
 */
export async function remindOfReviews(tools: Tools & { gateways?: Gateways }): Promise<number> {
  const { db, clock, gateways = { demonstration: false } } = tools
  const due = await dueForReview(db, await today(tools))
  if (due.length === 0) return 0
  const directory = await tools.directory()
  const { timeZone: zone, country } = directory
  const post = {
    ...{ now: clock.now(), reach: reachOf(gateways), zone },
    callingCode: CALLING_CODES[country ?? ''],
  }
  const tellings = due.map(
    ({ id, entity, reviewOn, ar, en }): Telling => ({
      kind: 'article-due',
      cause: `article-due:${id}:${reviewOn}`,
      to: ownerOf(directory, entity),
      facts: { who: { ar: ar || en, en: en || ar }, day: `${reviewOn}`, path: `/desk/articles/${id}` },
    }),
  )
  await db.transaction((tx) => enqueue(tx, post, tellings))
  return due.length
}

const ownerOf = (directory: Directory, entity: string | null): Telling['to'] =>
  entity && directory.entity(entity)?.onboarding === 'joined'
    ? { staff: { role: 'liaison', scope: 'entity', scopeId: entity } }
    : { staff: { role: 'reviewer', scope: 'nation', scopeId: null } }
