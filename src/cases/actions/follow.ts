import type { Facts } from '../model/event.ts'
import type { StepName } from '../model/steps.ts'
import { take } from '../model/take.ts'
import * as cases from '../store/cases.ts'
import * as replies from '../store/replies.ts'
import type { Moment } from './act.ts'
import { type Performed, perform } from './perform.ts'

/** What a step brings about by itself, in the same transaction. */
export async function follow({ state, event }: Performed, moment: Moment): Promise<void> {
  const time = { ...moment, taker: SYSTEM }
  if (event.step === 'verify') return releaseUnsampled(state, time)
  if (event.step === 'release') return deliver(state, time)
  if (event.step === 'withdraw' || event.step === 'seal') return letGo(state, time)
}

const SYSTEM = { id: null, roles: ['system'] } as const

/** The policy may ask for the second review of a share of the replies only; chance decides by the case's id. */
async function releaseUnsampled(state: Performed['state'], moment: Moment) {
  const { second } = sampling(state, moment)
  if (!second) await bySystem(state.id, 'release', { sampled: false }, moment)
}

export function sampling({ id, type, category, entity }: Performed['state'], { book }: Pick<Moment, 'book'>) {
  const share = book.promise({ type, category, entity }).secondReviewShare
  return { share, second: Number.parseInt(id.slice(-6), 16) % 100 < share }
}

/** An answer reaches everyone who waits for it. The answer to a part goes into the whole, not to the resident. */
async function deliver(state: Performed['state'], moment: Moment) {
  await replies.told(moment.tx, state.id, moment.now)
  if (state.parent) return bySystem(state.id, 'close', {}, moment)
  for (const follower of await cases.followersOf(moment.tx, state.id))
    await bySystem(follower.id, 'deliver', { outcome: state.outcome ?? undefined, other: state.id }, moment)
}

/** Whoever followed a case that was withdrawn or sealed stands on their own again; its parts end with it. */
async function letGo(state: Performed['state'], moment: Moment) {
  for (const follower of await cases.followersOf(moment.tx, state.id))
    await bySystem(follower.id, 'unmerge', {}, moment)
  for (const part of await cases.partsOf(moment.tx, state.id)) await bySystem(part.id, 'withdraw', {}, moment)
}

/** Takes a step in the name of time or of the rules; where the table does not allow it, nothing happens. */
export async function bySystem(id: string, step: StepName, facts: Facts, moment: Moment): Promise<void> {
  const found = await cases.lock(moment.tx, id)
  const move = found && take(step, found, SYSTEM)
  if (!found || !move?.ok) return
  const performed = await perform(found, step, move.value, { facts }, { ...moment, taker: SYSTEM })
  await follow(performed, moment)
}
