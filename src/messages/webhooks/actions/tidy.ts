import type { Tools } from '../../actions/tools.ts'
import { PATIENCE } from '../../model/patience.ts'
import * as deliveries from '../../store/webhooks/deliveries.ts'

/** For how long what was sent can be sent again. */
const KEPT = { hours: 30 * 24 }

/** Lets go of what waited too long, and erases what was sent long ago. Once an hour is enough. */
export async function tidyWebhooks({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  await deliveries.giveUpDeliveries(db, now.subtract(PATIENCE), now)
  while ((await deliveries.eraseDeliveries(db, now.subtract(KEPT), 1000)) > 0);
}
