import { type Db, sql } from '#platform'

/** A model that proposed, or proposes now. */
export interface ModelVersion {
  version: number
  madeAt: Temporal.Instant
  kind: 'trained' | 'taught'
  /** Fingerprint of the categories and phrases that it knows. */
  catalogue: string
  lessons: number
  learnedTo: Temporal.Instant
  fingerprint: string
}

export const latestModel = (db: Db) =>
  db.row<ModelVersion>(sql`
    select version, made_at as "madeAt", kind, catalogue, lessons, learned_to as "learnedTo", fingerprint
      from suggestion_models order by version desc limit 1`)

export const latestModels = (db: Db, most: number) =>
  db.rows<ModelVersion>(sql`
    select version, made_at as "madeAt", kind, catalogue, lessons, learned_to as "learnedTo", fingerprint
      from suggestion_models order by version desc limit ${most}`)

/** The last that was trained from all, not only taught. */
export const latestTraining = (db: Db) =>
  db.row<{ version: number; madeAt: Temporal.Instant; lessons: number }>(sql`
    select version, made_at as "madeAt", lessons from suggestion_models
     where kind = 'trained' order by version desc limit 1`)

export const weightsOf = async (db: Db, version: number): Promise<Buffer | undefined> =>
  (
    await db.row<{ weights: Buffer | null }>(
      sql`select weights from suggestion_models where version = ${version}`,
    )
  )?.weights ?? undefined

/** Holds learning until the transaction ends: one process learns at a time. */
export const holdLearning = (tx: Db) =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended('suggestion models', 0))`)

/** How many of the latest keep their weights: enough to go back, not enough to fill a disk. */
const KEPT = 5

export async function putModel(tx: Db, model: ModelVersion, weights: Uint8Array): Promise<void> {
  await tx.run(sql`
    insert into suggestion_models (version, made_at, kind, catalogue, lessons, learned_to, fingerprint, weights)
    values (${model.version}, ${model.madeAt}, ${model.kind}, ${model.catalogue}, ${model.lessons},
            ${model.learnedTo}, ${model.fingerprint}, ${Buffer.from(weights)})`)
  await tx.run(sql`
    update suggestion_models set weights = null
     where version <= ${model.version - KEPT} and weights is not null`)
}
