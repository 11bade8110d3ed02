import { enqueue, reachOf, type Telling } from '#messages'
import { CALLING_CODES } from '#people'
import * as problems from '../store/problems.ts'
import type { TellingTools } from './tools.ts'

/** What is older is news to nobody; what was told already is not told again, however often it is looked at. */
const NEWS = { hours: 48 }

/** Tells analysts of proposals, and owners of problems that are theirs from now on or came back. */
export async function tellStaff(tools: TellingTools): Promise<void> {
  const now = tools.clock.now()
  const news = await problems.news(tools.db, now.subtract(NEWS))
  if (news.length === 0) return
  const { timeZone: zone, country } = await tools.directory()
  const post = { now, reach: reachOf(tools.gateways), zone, callingCode: CALLING_CODES[country ?? ''] }
  await tools.db.transaction((tx) => enqueue(tx, post, news.flatMap(tellings)))
}

function tellings({ id, seq, step, actorId, entity, titleAr: ar, titleEn: en }: problems.News): Telling[] {
  const common = {
    cause: `problem:${id}:${seq}`,
    facts: { who: { ar, en }, path: `/desk/problems/${id}` },
  }
  const analysts = { staff: { role: 'analyst', scope: 'nation' as const }, except: actorId }
  const owners = (['liaison', 'head'] as const).map((role) => ({
    staff: { role, scope: 'entity' as const, scopeId: entity },
    except: actorId,
  }))
  if (step === 'propose' || step === 'propose-again')
    return [{ ...common, kind: 'problem-proposed', to: analysts }]
  if (step === 'come-back')
    return [analysts, ...owners].map((to) => ({ ...common, kind: 'problem-back' as const, to }))
  return owners.map((to) => ({ ...common, kind: 'problem-yours' as const, to }))
}
