import { type Db, json, sql } from '#platform'
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

/** Whole histories at once, by COPY. */
export async function putHistories(tx: Db, source: string, made: Imported[]): Promise<void> {
  const told = FIELDS.filter((field) => made.some(({ state }) => says(state, field)))
  await tx.copy({
    table: 'cases',
    columns: ['next_act_at', 'source', 'source_id', ...told.map((field) => COLUMNS[field])],
    values: made.map(({ state, row, nextActAt }) => [
      nextActAt,
      source,
      row.sourceId,
      ...told.map((field) => state[field]),
    ]),
  })
  await tx.copy({
    table: 'case_events',
    columns: ['case_id', 'seq', 'step', 'at', 'role', 'facts', 'words_hash'],
    values: made.flatMap(({ events, words }) =>
      events.map(({ caseId, seq, step, at, role, facts }) => {
        const said = words.get(seq)
        return [caseId, seq, step, at, role, facts, said ? hashOf(said) : null]
      }),
    ),
  })
  await tx.copy({
    table: 'case_words',
    columns: ['case_id', 'seq', 'words'],
    values: made.flatMap(({ state, words }) => [...words].map(([seq, said]) => [state.id, seq, said])),
  })
  const asking = made.flatMap(({ state, row: { requester: who } }) =>
    who ? [[state.id, who.name, who.phone, who.email, state.language]] : [],
  )
  const columns = ['case_id', 'name', 'phone', 'email', 'language']
  if (asking.length > 0) await tx.copy({ table: 'requesters', columns, values: asking })
}

/** Whether it is anything else than what the column holds when nothing is said: half of them are never filled by history. */
function says(state: CaseState, field: keyof CaseState): boolean {
  if (field === 'climbed') return state.climbed.length > 0
  return (state[field] ?? null) !== (UNSAID[field] ?? null)
}

const UNSAID: Partial<CaseState> = {
  ...{ automatic: false, identityHidden: false, urgent: false, extended: false },
  ...{ bounces: 0, returns: 0, reopens: 0 },
}
