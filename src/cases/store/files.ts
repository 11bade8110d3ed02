import { type Db, json, sql } from '#platform'

/** A file that lies in the store already: clean, sniffed, hashed. */
export interface StoredFile {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: Buffer
  /** The untouched original of a re-encoded image. */
  original: boolean
}

interface Place {
  caseId: string
  seq: number
  at: Temporal.Instant
  internal?: boolean
}

/** Ties files to the event they came with. */
export const attach = (tx: Db, files: StoredFile[], { caseId, seq, at, internal = false }: Place) =>
  tx.run(sql`
    insert into files (id, case_id, seq, name, media_type, size, sha256, original, internal, added_at)
    select f.id, ${caseId}, ${seq}, f.name, f."mediaType", f.size, decode(f.sha256, 'hex'), f.original, ${internal}, ${at}
      from jsonb_to_recordset(${json(files.map(hex))}::jsonb)
        as f (id uuid, name text, "mediaType" text, size bigint, sha256 text, original boolean)`)

const hex = (file: StoredFile) => ({ ...file, sha256: file.sha256.toString('hex') })

export interface CaseFile {
  id: string
  seq: number
  name: string
  mediaType: string
  size: number
  internal: boolean
}

/** What people may open: originals stay aside. */
export const filesOf = (db: Db, caseId: string) =>
  db.rows<CaseFile>(sql`
    select id, seq, name, media_type as "mediaType", size, internal
      from files where case_id = ${caseId} and not original order by seq, added_at, id`)
