import { errors } from './resident/errors.ts'
import { follow } from './resident/follow.ts'
import { about, help, home, violation } from './resident/home.ts'
import { journey } from './resident/journey.ts'

/** What residents read: warm, short and concrete. */
export const resident = { home, about, help, violation, journey, follow, errors }
