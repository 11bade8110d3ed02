import type { admin as reference } from '../ar/admin.ts'
import { calendars } from './admin/calendars.ts'
import { categories } from './admin/categories.ts'
import { entities } from './admin/entities.ts'
import { frame } from './admin/frame.ts'
import { promises } from './admin/promises.ts'
import { refusals } from './admin/refusals.ts'
import { staff } from './admin/staff.ts'
import { system } from './admin/system.ts'

export const admin: typeof reference = {
  ...frame,
  entities,
  categories,
  promises,
  calendars,
  staff,
  ...system,
  refusals,
}
