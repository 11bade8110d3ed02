import { type Moved, moveOnboarding, type OnboardingMove } from '#entities'
import { type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Db } from '#platform'
import * as joining from '../store/joining.ts'
import type { Tools } from './act.ts'
import { bySystem } from './follow.ts'

export interface Onboarded extends Moved {
  /** Open cases that became the entity's own by this. */
  readonly cases: number
  /** One-time links that no longer open anything. */
  readonly links: number
}

type Refusal = 'not-allowed' | 'not-found' | 'onboarding-unknown' | 'central-office-stays'

/**
 * Takes an entity to a stage of joining; by joining, its open cases become its own.
 *
 * They were in its name before, and its people reach them by its name: what changes is who acts. So every
 * open case gets the step `join` in its history, unused one-time links end, and neither clock nor date moves.
 * All of it or nothing.
 */
export function onboard(
  { db, clock, directory, book }: Tools,
  by: Officer,
  move: OnboardingMove,
): Promise<Result<Onboarded, Refusal>> {
  return db.transaction(async (tx) => {
    const moved = await moveOnboarding({ db: tx }, by, move)
    if (!moved.ok || !moved.value.joined) return moved.ok ? yes({ ...moved.value, ...NOTHING }) : moved
    const now = clock.now()
    const moment = { tx, now, directory: await directory(), book: await book() }
    const open = await joining.lockOpenOf(tx, move.entityId)
    for (const { id } of open)
      await bySystem(id, 'join', { entity: move.entityId }, { ...moment, taker: { id: null, roles: [] } })
    const links = await joining.endLinksOf(tx, move.entityId, now)
    return yes({ ...moved.value, cases: open.length, links })
  })
}

/** How many open cases an entity has; a number only. */
export const openCasesOf = (db: Db, entityId: string): Promise<number> => joining.countOpenOf(db, entityId)

const NOTHING = { cases: 0, links: 0 }
