import type { Db } from '#platform'
import type { Rung } from '../model/ladder.ts'
import * as ladder from '../store/ladder.ts'

/** A rung as administrators see it: also when it is switched off, and with who changed it last. */
export interface KeptRung extends Rung {
  active: boolean
  changedBy: string | null
  changedAt: Temporal.Instant
}

/** Every rung, those of one clock in the order of their moments. */
export const listLadder = async (db: Db): Promise<KeptRung[]> =>
  (await ladder.all(db)).map((row) => ({ ...row, at: momentOfRow(row) }))

/** A change of the ladder that was made by hand. */
export interface LadderChange extends KeptRung {
  changeId: string
}

/** What was changed, by whom and when, the latest first. */
export const ladderChanges = async (db: Db, limit = 100): Promise<LadderChange[]> =>
  (await ladder.changes(db, limit)).map(({ id, rungId, content, changedBy, changedAt }) => ({
    changeId: id,
    id: rungId,
    clock: content.clock,
    at: momentOfRow(content),
    tells: content.tells,
    active: content.active,
    changedBy,
    changedAt,
  }))

export const momentOfRow = ({
  share,
  workingDaysLate,
}: Pick<ladder.RungRow, 'share' | 'workingDaysLate'>): Rung['at'] =>
  share === null ? { workingDaysLate: workingDaysLate ?? 0 } : { share }
