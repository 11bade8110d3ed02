import { type Db, sql } from '#platform'
import type { CaseEvent, Words } from '../model/event.ts'
import type { CaseState } from '../model/state.ts'
import { columnNames, stateColumns, stateValues } from './columns.ts'
import { type IntentKey, keyInsert } from './idempotency.ts'
import { eventInsert, wordsInsert } from './record.ts'

export interface NewCase {
  state: CaseState
  event: CaseEvent
  nextActAt: Temporal.Instant | null
  words: Words
  requester: { name?: string; phone?: string; email?: string; language: string }
  draftId?: string
}

export type Submitted =
  | { made: true; state: CaseState }
  | { made: false; earlier?: { bodyHash: Buffer; state: CaseState } }

/**
 * A case with its first event, its words, its requester and the key of the intention: one statement, one
 * commit. Makes nothing when the key was used before, or when the number is taken.
 */
export async function submit(db: Db, made: NewCase, key: IntentKey): Promise<Submitted> {
  try {
    if ((await db.run(insertion(made, key))) > 0) return { made: true, state: made.state }
  } catch (error) {
    if (isTaken(error)) return { made: false }
    throw error
  }
  const earlier = await db.row<CaseState & { bodyHash: Buffer }>(sql`
    select ${stateColumns}, k.body_hash as "bodyHash"
      from idempotency_keys k join cases c on c.id = k.case_id
     where k.scope = ${key.scope} and k.key = ${key.key}`)
  if (!earlier) return { made: false }
  const { bodyHash, ...state } = earlier
  return { made: false, earlier: { bodyHash, state } }
}

const insertion = ({ state, event, nextActAt, words, requester, draftId }: NewCase, key: IntentKey) => sql`
  with intention as (${keyInsert(key, state.id, 1)} returning case_id),
       made as (
         insert into cases (${columnNames}, next_act_at)
         select ${stateValues(state)}, ${nextActAt} from intention returning id),
       happened as (${eventInsert(event, words, sql`from made`)}),
       written as (${wordsInsert(event, words, sql`and exists (select from made)`)}),
       asked as (
         insert into requesters (case_id, name, phone, email, language)
         select id, ${requester.name ?? null}, ${requester.phone ?? null}, ${requester.email ?? null},
                ${requester.language} from made),
       filed as (
         update files set case_id = made.id, seq = 1, draft_id = null
           from made where files.draft_id = ${draftId ?? null}::uuid),
       sent as (
         update drafts set case_id = made.id, answers = '{}'
           from made where drafts.id = ${draftId ?? null}::uuid)
  select id from made`

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'cases_reference_key'
