import { type Db, json, raw, sql } from '#platform'
import type { Words } from '../model/event.ts'
import type { History } from '../model/import/history.ts'
import type { ReadRow } from '../model/import/read-row.ts'
import type { CaseState } from '../model/state.ts'
import { COLUMNS, FIELDS } from './columns.ts'
import { hashOf } from './record.ts'

/** How far an import has come. */
export interface ImportPosition {
  records: number
  imported: number
  known: number
  stages: Record<string, number>
  finishedAt: Temporal.Instant | null
}

interface ImportKey {
  source: string
  fingerprint: Buffer
}

/** The position of an import, made when it is new; one that was finished begins again. */
export async function openImport(
  db: Db,
  { source, fingerprint }: ImportKey,
  file: string,
  now: Temporal.Instant,
) {
  const row = await db.row<ImportPosition>(sql`
    insert into imports as i (source, fingerprint, file, started_at, moved_at)
    values (${source}, ${fingerprint}, ${file}, ${now}, ${now})
    on conflict (source, fingerprint) do update
       set file = excluded.file, moved_at = excluded.moved_at, finished_at = null,
           records = case when i.finished_at is null then i.records else 0 end,
           imported = case when i.finished_at is null then i.imported else 0 end,
           known = case when i.finished_at is null then i.known else 0 end,
           stages = case when i.finished_at is null then i.stages else '{}' end
    returning records, imported, known, stages, finished_at as "finishedAt"`)
  if (!row) throw new Error('An import has no position')
  return row
}

/** Lets one import of a source write at a time, until the transaction ends. @returns where it stands now */
export async function holdImport(
  tx: Db,
  { source, fingerprint }: ImportKey,
): Promise<ImportPosition | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${source}`}, 0))`)
  return tx.row<ImportPosition>(sql`
    select records, imported, known, stages, finished_at as "finishedAt" from imports
     where source = ${source} and fingerprint = ${fingerprint}`)
}

export const moveImport = (
  tx: Db,
  { source, fingerprint }: ImportKey,
  { records, imported, known, stages, finishedAt }: ImportPosition,
  now: Temporal.Instant,
) =>
  tx.run(sql`
    update imports
       set records = ${records}, imported = ${imported}, known = ${known}, stages = ${json(stages)}::jsonb,
           finished_at = ${finishedAt}, moved_at = ${now}
     where source = ${source} and fingerprint = ${fingerprint}`)

/** Which of a source's own numbers are cases already. */
export const knownAlready = async (tx: Db, source: string, ids: string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ id: string }>(sql`
        select source_id as id from cases where source = ${source} and source_id = any(${ids})`)
    ).map(({ id }) => id),
  )

/** Which public numbers are somebody's already. */
export const takenReferences = async (tx: Db, references: string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ reference: string }>(sql`
        select reference from cases where reference = any(${references})`)
    ).map(({ reference }) => reference),
  )

/** A case to be written, with the row it came from. */
export interface Imported extends History {
  row: ReadRow
  /** When time does the next thing to it; null once closed. */
  nextActAt: Temporal.Instant | null
}

/** Whole histories at once: four statements however many there are. */
export async function putHistories(tx: Db, source: string, made: Imported[]): Promise<void> {
  await tx.run(sql`
    insert into cases (${raw(CASE_COLUMNS)})
    select ${raw(CASE_COLUMNS)}
      from jsonb_populate_recordset(null::cases, ${json(made.map((one) => rowOf(source, one)))}::jsonb)`)
  const events = made.flatMap(({ events, words }) =>
    events.map((event) => ({ ...event, hash: hashed(words.get(event.seq)) })),
  )
  await tx.run(sql`
    insert into case_events (case_id, seq, step, at, role, facts, words_hash)
    select * from unnest(${events.map(({ caseId }) => caseId)}::uuid[], ${events.map(({ seq }) => seq)}::int[],
                         ${events.map(({ step }) => step)}::text[], ${events.map(({ at }) => at)}::timestamptz[],
                         ${events.map(({ role }) => role)}::text[],
                         ${events.map(({ facts }) => json(facts))}::jsonb[], ${events.map(({ hash }) => hash)}::bytea[])`)
  const words = made.flatMap(({ state, words }) =>
    [...words].map(([seq, said]) => ({ id: state.id, seq, said })),
  )
  await tx.run(sql`
    insert into case_words (case_id, seq, words)
    select * from unnest(${words.map(({ id }) => id)}::uuid[], ${words.map(({ seq }) => seq)}::int[],
                         ${words.map(({ said }) => json(said))}::jsonb[])`)
  const asking = made.flatMap(({ state, row }) => (row.requester ? [{ ...row.requester, state }] : []))
  if (asking.length > 0) await putRequesters(tx, asking)
}

type Asking = NonNullable<ReadRow['requester']> & { state: CaseState }

const putRequesters = (tx: Db, asking: Asking[]) =>
  tx.run(sql`
    insert into requesters (case_id, name, phone, email, language)
    select * from unnest(${asking.map(({ state }) => state.id)}::uuid[], ${asking.map(({ name }) => name ?? null)}::text[],
                         ${asking.map(({ phone }) => phone ?? null)}::text[],
                         ${asking.map(({ email }) => email ?? null)}::text[],
                         ${asking.map(({ state }) => state.language)}::text[])`)

const hashed = (words: Words | undefined): Buffer | null => (words ? hashOf(words) : null)

const CASE_COLUMNS = [...FIELDS.map((field) => COLUMNS[field]), 'next_act_at', 'source', 'source_id'].join(
  ', ',
)

/** A case by its columns; the table knows their types. What is empty is left out: half of it is. */
function rowOf(source: string, { state, row, nextActAt }: Imported): Record<string, unknown> {
  const columns: Record<string, unknown> = { source, source_id: row.sourceId }
  if (nextActAt) columns.next_act_at = nextActAt
  for (const field of FIELDS) if (state[field] !== null) columns[COLUMNS[field]] = state[field]
  return columns
}
