import { type Db, sql } from '#platform'
import type { PromiseRule, RequestType } from '../model/promise.ts'

interface PromiseRow {
  id: string
  type: RequestType
  category: string | null
  entity: string | null
  workingDays: number
  secondReviewShare: number
  version: number
}

export interface PromiseInForce extends PromiseRule {
  readonly validFrom: Temporal.Instant
  readonly createdBy: string | null
}

type InForceRow = PromiseRow & { validFrom: Temporal.Instant; createdBy: string | null }

export async function inForce(db: Db): Promise<PromiseInForce[]> {
  const rows = await db.rows<InForceRow>(sql`
    select id, type, category_id as category, entity_id as entity, working_days as "workingDays",
           second_review_share as "secondReviewShare", version, valid_from as "validFrom", created_by as "createdBy"
    from promises where valid_to is null
    order by type, category_id nulls first, entity_id nulls first`)
  return rows.map((row) => ({ ...toRule(row), validFrom: row.validFrom, createdBy: row.createdBy }))
}

export interface PastPromise extends PromiseInForce {
  readonly validTo: Temporal.Instant | null
  /** Who ended it without a successor; null while it holds and where the next version took its place. */
  readonly endedBy: string | null
}

/** Every promise ever made, the latest first. */
export async function ever(db: Db, limit: number): Promise<PastPromise[]> {
  const rows = await db.rows<InForceRow & Pick<PastPromise, 'validTo' | 'endedBy'>>(sql`
    select id, type, category_id as category, entity_id as entity, working_days as "workingDays",
           second_review_share as "secondReviewShare", version, valid_from as "validFrom", created_by as "createdBy",
           valid_to as "validTo", ended_by as "endedBy"
    from promises order by valid_from desc, id desc limit ${limit}`)
  return rows.map(({ validFrom, createdBy, validTo, endedBy, ...row }) => ({
    ...toRule(row),
    validFrom,
    createdBy,
    validTo,
    endedBy,
  }))
}

/** The last version that was ever written for exactly this question: the next one counts on from it. */
export const lastVersion = async (
  db: Db,
  { type, category, entity }: Pick<PromiseRow, 'type' | 'category' | 'entity'>,
): Promise<number> => {
  const row = await db.row<{ version: number }>(sql`
    select coalesce(max(version), 0) as version from promises
    where type = ${type} and coalesce(category_id, '') = coalesce(${category}::text, '')
      and coalesce(entity_id, '') = coalesce(${entity}::text, '')`)
  return row?.version ?? 0
}

/** Ends one rule for good and says who did. False when it is not in force, or is its type's own. */
export const endForGood = async (tx: Db, at: Temporal.Instant, by: string | null, id: string) =>
  (await tx.run(sql`
    update promises set valid_to = ${at}::timestamptz, ended_by = ${by}::uuid
    where id = ${id}::uuid and valid_to is null and (category_id is not null or entity_id is not null)`)) ===
  1

/** Ends the rule in force for exactly this question, if there is one. */
export async function end(
  tx: Db,
  at: Temporal.Instant,
  { type, category, entity }: Pick<PromiseRow, 'type' | 'category' | 'entity'>,
): Promise<PromiseRule | undefined> {
  const row = await tx.row<PromiseRow>(sql`
    update promises set valid_to = ${at}::timestamptz
    where valid_to is null and type = ${type} and coalesce(category_id, '') = coalesce(${category}::text, '')
      and coalesce(entity_id, '') = coalesce(${entity}::text, '')
    returning id, type, category_id as category, entity_id as entity, working_days as "workingDays",
              second_review_share as "secondReviewShare", version`)
  return row && toRule(row)
}

export const start = (tx: Db, at: Temporal.Instant, by: string | null, rule: PromiseRule) =>
  tx.run(sql`
    insert into promises (id, type, category_id, entity_id, working_days, second_review_share, version,
                          valid_from, created_by)
    values (${rule.id}::uuid, ${rule.type}, ${rule.category ?? null}, ${rule.entity ?? null}, ${rule.workingDays},
            ${rule.secondReviewShare}, ${rule.version}, ${at}::timestamptz, ${by}::uuid)`)

const toRule = ({
  id,
  type,
  category,
  entity,
  workingDays,
  secondReviewShare,
  version,
}: PromiseRow): PromiseRule => ({
  id,
  type,
  ...(category && { category }),
  ...(entity && { entity }),
  workingDays,
  secondReviewShare,
  version,
})
