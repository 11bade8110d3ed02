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
