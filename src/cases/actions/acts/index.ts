import type { StepName } from '../../model/steps.ts'
import type { Act } from '../act.ts'
import { fulfil, release, reply, returnReply, verify } from './reply.ts'
import { accept, add, object, rate, reopen, uphold, withdraw } from './resident.ts'
import { contest, refuse, route } from './route.ts'
import { seal } from './seal.ts'
import { nothingGiven } from './time.ts'
import { merge, split, unmerge } from './together.ts'
import { ask, assign, extend, link, note, order, remind, takeUp, unlink } from './work.ts'

/** How each step of the table is done. A submission is the one step that makes its case: see submit-case.ts. */
export const ACTS: Record<Exclude<StepName, 'submit'>, Act> = {
  route,
  contest,
  refuse,
  split,
  merge,
  unmerge,
  link,
  unlink,
  'take-up': takeUp,
  assign,
  ask,
  extend,
  reply,
  note,
  order,
  remind,
  verify,
  release,
  return: returnReply,
  fulfil,
  add,
  rate,
  object,
  accept,
  withdraw,
  seal,
  reopen,
  uphold,
  escalate: nothingGiven,
  recount: nothingGiven,
  lapse: nothingGiven,
  close: nothingGiven,
  join: nothingGiven,
  deliver: nothingGiven,
}
