import { calendars } from './admin/calendars.ts'
import { categories } from './admin/categories.ts'
import { entities } from './admin/entities.ts'
import { frame } from './admin/frame.ts'
import { posters } from './admin/posters.ts'
import { promises } from './admin/promises.ts'
import { refusals } from './admin/refusals.ts'
import { staff } from './admin/staff.ts'
import { system } from './admin/system.ts'
import { aroundWebhooks, webhooks } from './webhooks.ts'

/** The administrator's pages. */
export const admin = {
  ...frame,
  places: { ...frame.places, webhooks: aroundWebhooks.place, posters: posters.place },
  done: { ...frame.done, ...aroundWebhooks.done },
  overview: {
    ...frame.overview,
    about: { ...frame.overview.about, webhooks: aroundWebhooks.about, posters: posters.about },
  },
  entities,
  categories,
  posters,
  promises,
  calendars,
  staff,
  ...system,
  webhooks,
  refusals: { ...refusals, ...aroundWebhooks.refusals },
}
