import type { resident as reference } from '../ar/resident.ts'
import { errors } from './resident/errors.ts'
import { follow } from './resident/follow.ts'
import { about, help, home, violation } from './resident/home.ts'
import { journey } from './resident/journey.ts'

export const resident: typeof reference = { home, about, help, violation, journey, follow, errors }
