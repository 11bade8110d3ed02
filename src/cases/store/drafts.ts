import { type Db, json, sql } from '#platform'
import type { Answers } from '../model/journey.ts'
import type { StoredFile } from './files.ts'

/** A submission in the making, or one just sent: then it names its case. */
export interface FoundDraft {
  id: string
  answers: Answers
  caseId: string | null
}

export const findByToken = (db: Db, tokenHash: Buffer) =>
  db.row<FoundDraft>(sql`
    select id, answers, case_id as "caseId" from drafts where token_hash = ${tokenHash}`)

/**
 * A new draft for a visitor; one they have sent already makes room for it, an open one goes on.
 */
export const begin = (
  db: Db,
  given: { id: string; tokenHash: Buffer; answers: Answers; now: Temporal.Instant },
) =>
  db.run(sql`
    insert into drafts (id, token_hash, answers, created_at, touched_at)
    values (${given.id}, ${given.tokenHash}, ${json(given.answers)}::jsonb, ${given.now}, ${given.now})
    on conflict (token_hash) do update
       set id = case when drafts.case_id is null then drafts.id else excluded.id end,
           answers = drafts.answers || excluded.answers, case_id = null, touched_at = excluded.touched_at`)

/** Puts answers in and takes others out; 0 when the draft was sent or discarded meanwhile. */
export const change = (
  db: Db,
  id: string,
  given: { answers: Answers; without: readonly string[]; now: Temporal.Instant },
) =>
  db.run(sql`
    update drafts
       set answers = (answers - ${[...given.without]}::text[]) || ${json(given.answers)}::jsonb,
           touched_at = ${given.now}
     where id = ${id} and case_id is null`)

/** Held until the transaction ends, so that two uploads at once count each other. */
export const lock = (tx: Db, id: string) =>
  tx.row<{ id: string }>(sql`select id from drafts where id = ${id} and case_id is null for update`)

/** Forgets a draft that was not sent; its files' rows go with it. */
export const remove = (tx: Db, id: string) =>
  tx.run(sql`delete from drafts where id = ${id} and case_id is null`)

/** Open drafts that nobody has touched since, but those that are kept; some at a time. */
export const untouched = (db: Db, since: Temporal.Instant, kept: readonly string[]) =>
  db.rows<{ id: string }>(sql`
    select id from drafts
     where case_id is null and touched_at < ${since} and id <> all(${[...kept]}::uuid[])
     order by touched_at limit 500`)

export const removeSent = (db: Db, tokenHash: Buffer) =>
  db.run(sql`delete from drafts where token_hash = ${tokenHash} and case_id is not null`)

/** Every file of a draft, originals too. */
export const everyFile = (db: Db, draftId: string) =>
  db.rows<{ id: string }>(sql`select id from files where draft_id = ${draftId}`)

export interface DraftFile {
  id: string
  name: string
  mediaType: string
  size: number
}

/** What the resident sees of them. */
export const filesOf = (db: Db, draftId: string) =>
  db.rows<DraftFile>(sql`
    select id, name, media_type as "mediaType", size from files
     where draft_id = ${draftId} and not original order by added_at, id`)

export const addFiles = (
  tx: Db,
  draftId: string,
  files: readonly (StoredFile & { of?: string })[],
  now: Temporal.Instant,
) =>
  tx.run(sql`
    insert into files (id, draft_id, name, media_type, size, sha256, original, of_id, added_at)
    select f.id, ${draftId}, f.name, f."mediaType", f.size, decode(f.sha256, 'hex'), f.original, f.of, ${now}
      from jsonb_to_recordset(${json(files.map((file) => ({ ...file, sha256: file.sha256.toString('hex') })))}::jsonb)
        as f (id uuid, name text, "mediaType" text, size bigint, sha256 text, original boolean, of uuid)`)

/** Takes a file out of the draft, and the original it stands for; answers with the ids that are gone. */
export const takeFile = (tx: Db, draftId: string, fileId: string) =>
  tx.rows<{ id: string }>(sql`
    delete from files
     where draft_id = ${draftId} and (id = ${fileId}::uuid or of_id = ${fileId}::uuid) returning id`)
