import { hash } from 'node:crypto'
import { canonicalJson } from '#kernel'
import { type Db, empty, json, type Sql, sql } from '#platform'
import type { CaseEvent, Words } from '../model/event.ts'
import type { CaseState } from '../model/state.ts'
import { columnNames, setColumns, stateValues } from './columns.ts'

/** An event with the state it leads to, and what was written with it. */
export interface Recorded {
  state: CaseState
  event: CaseEvent
  words?: Words
  /** When time does the next thing to it: climbs a rung, ends a question, closes an answer. */
  nextActAt: Temporal.Instant | null
}

/** Writes an event, its words and the state they lead to: one statement, one round trip. */
export const record = (tx: Db, { state, event, words, nextActAt }: Recorded) =>
  tx.run(sql`
    with happened as (${eventInsert(event, words)}),
         written as (${wordsInsert(event, words)})
    update cases set ${setColumns(state)}, next_act_at = ${nextActAt} where id = ${state.id}`)

/** The first event of a case, which also makes its row. */
export const recordFirst = (tx: Db, { state, event, words, nextActAt }: Recorded) =>
  tx.run(sql`
    with made as (
           insert into cases (${columnNames}, next_act_at) values (${stateValues(state)}, ${nextActAt})),
         happened as (${eventInsert(event, words)})
    ${wordsInsert(event, words)}`)

/** An event as a row; `from` ties it to what must exist first. */
export const eventInsert = (event: CaseEvent, words?: Words, from: Sql = empty): Sql => sql`
  insert into case_events (case_id, seq, step, at, role, actor_id, facts, words_hash)
  select ${event.caseId}::uuid, ${event.seq}::int, ${event.step}, ${event.at}::timestamptz,
         ${event.role}, ${event.actorId}::uuid, ${json(event.facts)}::jsonb, ${words ? hashOf(words) : null}::bytea ${from}`

/** A step without words writes none; the statement stays the same, so that it is planned once. */
export const wordsInsert = (event: CaseEvent, words?: Words, and: Sql = empty): Sql => sql`
  insert into case_words (case_id, seq, words)
  select ${event.caseId}::uuid, ${event.seq}::int, text::jsonb
    from (values (${words ? json(words) : null}::text)) as given (text) where text is not null ${and}`

export const hashOf = (words: Words): Buffer => hash('sha256', canonicalJson(words), 'buffer')
