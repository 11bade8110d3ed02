import { newId, no, type Result, yes } from '#kernel'
import { vapidKeys } from '../channels/push/vapid.ts'
import { isPushService } from '../channels/push/web-push.ts'
import { addSubscription } from '../store/recipients.ts'
import type { Tools } from './tools.ts'

/** What a browser is told of us before it subscribes. */
export const pushKey = ({ secret }: Pick<Tools, 'secret'>): string => vapidKeys(secret).publicKey

export interface Allowed {
  endpoint: string
  p256dh: string
  auth: string
}

/** From now on this browser is woken for somebody; whoever used it before is not told by it any more. */
export async function allowBrowser(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  who: { staffId: string } | { residentId: string },
  { endpoint, p256dh, auth }: Allowed,
): Promise<Result<undefined, 'not-understood'>> {
  const keyed = /^[\w-]{87}=?$/.test(p256dh) && /^[\w-]{22}={0,2}$/.test(auth)
  if (!keyed || endpoint.length > 1000 || !isPushService(endpoint)) return no('not-understood')
  const whose = { staffId: null, residentId: null, ...who }
  await addSubscription(db, { id: newId(), endpoint, p256dh, auth }, whose, clock.now())
  return yes(undefined)
}
