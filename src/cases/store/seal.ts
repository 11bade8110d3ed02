import { type Db, sql } from '#platform'
import type { Words } from '../model/event.ts'

/** Removes every word of a case that was sealed; the database itself refuses it for any other. */
export const eraseSealed = (tx: Db, caseId: string) => tx.run(sql`select erase_sealed_case(${caseId})`)

/** What people wrote about a case, in its order. */
export const wordsToSeal = (tx: Db, caseId: string) =>
  tx.rows<{ seq: number; at: Temporal.Instant; role: string; words: Words }>(sql`
    select e.seq, e.at, e.role, w.words
      from case_words w join case_events e using (case_id, seq)
     where w.case_id = ${caseId} order by e.seq`)

/** Every file of a case, the untouched originals among them. */
export const filesToSeal = (tx: Db, caseId: string) =>
  tx.rows<{ id: string; name: string; mediaType: string; size: number; original: boolean }>(sql`
    select id, name, media_type as "mediaType", size, original
      from files where case_id = ${caseId} order by seq, added_at, id`)
