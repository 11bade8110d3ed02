import { newId } from '#kernel'
import { type Db, json, sql } from '#platform'
import type { Card } from '../../model/evaluation/measures.ts'
import type { Reason } from '../../model/evaluation/month.ts'
import type { Formula } from '../../model/evaluation/score.ts'
import type { SizeGroup } from '../../model/evaluation/size-group.ts'
import type { Rated } from '../../model/evaluation/tally.ts'

export interface Version {
  month: Temporal.PlainDate
  version: number
  reason: Reason
  /** Why it was asked for. */
  note: string | null
  frozenAt: Temporal.Instant
  /** Null when time did it. */
  frozenBy: string | null
  formula: Formula
}

/** Nobody else freezes until the transaction is over. */
export const lockFreezing = (tx: Db) => tx.run(sql`select pg_advisory_xact_lock(hashtext('sawt evaluation'))`)

/** All versions of a month, the first one first. */
export const versionsOf = (db: Db, month: Temporal.PlainDate) =>
  db.rows<Version>(sql`
    select v.month, v.version, v.reason, v.note, v.frozen_at as "frozenAt", s.name as "frozenBy", v.formula
      from evaluation_versions v left join staff s on s.id = v.frozen_by
     where v.month = ${month} order by v.version`)

/** Months that were frozen, the newest first. */
export const monthsFrozen = async (db: Db, limit: number): Promise<Temporal.PlainDate[]> => {
  const rows = await db.rows<{ month: Temporal.PlainDate }>(sql`
    select distinct month from evaluation_versions order by month desc limit ${limit}`)
  return rows.map(({ month }) => month)
}

/** The shares of a month's cards in its newest version; none where it was not frozen. */
export const sharesBefore = (db: Db, month: Temporal.PlainDate) =>
  db.rows<{ entity: string; person: string | null; shares: Card['shares'] }>(sql`
    select entity_id as entity, staff_id as person, card->'shares' as shares from evaluation_cards
     where month = ${month}
       and version = (select max(version) from evaluation_versions where month = ${month})`)

export const addVersion = (
  tx: Db,
  { month, version, reason, note, frozenAt, formula }: Version,
  by: string | null,
) =>
  tx.run(sql`
    insert into evaluation_versions (month, version, reason, note, frozen_at, frozen_by, formula)
    values (${month}, ${version}, ${reason}, ${note}, ${frozenAt}, ${by}, ${json(formula)}::jsonb)`)

export const addCards = (
  tx: Db,
  { month, version }: Pick<Version, 'month' | 'version'>,
  cards: readonly (Rated & { group: SizeGroup | null })[],
) =>
  tx.copy({
    table: 'evaluation_cards',
    columns: ['id', 'month', 'version', 'entity_id', 'staff_id', 'size_group', 'card'],
    values: cards.map(({ entity, person, group, card }) => [
      newId(),
      month.toString(),
      version,
      entity,
      person,
      group,
      json(card),
    ]),
  })
