import { type Db, type Sql, sql } from '#platform'
import type { Batch, Place } from '../../model/proof/batch.ts'
import type { SealableEvent } from '../../model/proof/event-text.ts'
import type { Range } from '../../model/proof/ranges.ts'
import type { TreeNode } from '../../model/proof/tree.ts'

/** An event of the feed as it is sealed; `at` is as PostgreSQL writes it. */
export type SealableRow = SealableEvent & { tx: string }

/** Events after a place in the feed that no late commit can overtake any more. */
export const sealableAfter = (tx: Db, after: Place, limit: number) =>
  tx.rows<SealableRow>(sql`
    select tx::text as tx, case_id as "caseId", seq, step, at::text as at, role, actor_id as "actorId", facts,
           words_hash as "wordsHash"
      from case_events
     where (tx, case_id, seq) > (${after.tx}::xid8, ${after.caseId}::uuid, ${after.seq}::int)
       and tx < pg_snapshot_xmin(pg_current_snapshot())
     order by case_events.tx, case_id, seq
     limit ${limit}`)

export const sealable = (db: Db, caseId: string, seq: number) =>
  db.row<SealableRow>(sql`
    select tx::text as tx, case_id as "caseId", seq, step, at::text as at, role, actor_id as "actorId", facts,
           words_hash as "wordsHash"
      from case_events where case_id = ${caseId} and seq = ${seq}`)

/** A batch as a row. */
export interface BatchRow extends Omit<Batch, 'first' | 'last'> {
  firstTx: string
  firstCase: string
  firstSeq: number
  lastTx: string
  lastCase: string
  lastSeq: number
}

const batchColumns = sql`
  number, first_tx::text as "firstTx", first_case as "firstCase", first_seq as "firstSeq",
  last_tx::text as "lastTx", last_case as "lastCase", last_seq as "lastSeq",
  count, size, root, peaks, entries, previous, hash`

export const lastBatch = async (db: Db): Promise<Batch | undefined> =>
  asBatch(await db.row<BatchRow>(sql`select ${batchColumns} from chain_batches order by number desc limit 1`))

export const batchesAfter = async (db: Db, number: number, limit: number): Promise<Batch[]> =>
  (
    await db.rows<BatchRow>(sql`
      select ${batchColumns} from chain_batches where number > ${number} order by number limit ${limit}`)
  ).map((row) => asBatch(row))

/** The batch that an event of that place would be in. */
export const batchAt = async (db: Db, place: Place): Promise<Batch | undefined> =>
  asBatch(
    await db.row<BatchRow>(sql`
      select ${batchColumns} from chain_batches
       where (last_tx, last_case, last_seq) >= (${place.tx}::xid8, ${place.caseId}::uuid, ${place.seq}::int)
       order by last_tx, last_case, last_seq limit 1`),
  )

/** Batches with any of the leaves from `start` up to and without `end`. */
export const batchesOver = async (db: Db, { start, end }: Range): Promise<Batch[]> =>
  (
    await db.rows<BatchRow>(sql`
      select ${batchColumns} from chain_batches
       where size > ${start} and size <= (select min(size) from chain_batches where size >= ${end})
       order by number`)
  ).map((row) => asBatch(row))

export const add = (tx: Db, batch: Batch) => tx.run(insertion(batch))

const insertion = ({ first, last, ...batch }: Batch): Sql => sql`
  insert into chain_batches (number, first_tx, first_case, first_seq, last_tx, last_case, last_seq,
                             count, size, root, peaks, entries, previous, hash)
  values (${batch.number}, ${first.tx}::xid8, ${first.caseId}, ${first.seq}, ${last.tx}::xid8, ${last.caseId},
          ${last.seq}, ${batch.count}, ${batch.size}, ${batch.root}, ${batch.peaks}, ${batch.entries},
          ${batch.previous}, ${batch.hash})`

export const addNodes = (tx: Db, nodes: readonly TreeNode[]) =>
  tx.run(sql`
    insert into chain_nodes (level, index, hash)
    select * from unnest(${nodes.map(({ level }) => level)}::int[], ${nodes.map(({ index }) => index)}::bigint[],
                         ${nodes.map(({ hash }) => hash)}::bytea[])`)

export const nodes = (db: Db, wanted: readonly Pick<TreeNode, 'level' | 'index'>[]) =>
  db.rows<TreeNode>(sql`
    select n.level, n.index, n.hash from chain_nodes n
      join unnest(${wanted.map(({ level }) => level)}::int[], ${wanted.map(({ index }) => index)}::bigint[])
        as wanted (level, index) using (level, index)`)

function asBatch(row: BatchRow): Batch
function asBatch(row: BatchRow | undefined): Batch | undefined
function asBatch(row: BatchRow | undefined): Batch | undefined {
  if (!row) return undefined
  const { firstTx, firstCase, firstSeq, lastTx, lastCase, lastSeq, ...batch } = row
  return {
    ...batch,
    first: { tx: firstTx, caseId: firstCase, seq: firstSeq },
    last: { tx: lastTx, caseId: lastCase, seq: lastSeq },
  }
}
