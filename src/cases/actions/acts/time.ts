import { z } from 'zod'
import { yes } from '#kernel'
import type { Facts } from '../../model/event.ts'
import { act } from '../act.ts'

/** What time itself does needs no form; a delivered answer brings the outcome of the case it follows. */
export const nothingGiven = act({
  input: z.custom<Facts>().optional(),
  decide: (_, facts) => yes({ facts }),
})
