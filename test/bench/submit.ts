import pg from 'pg'
import { newId, newReference } from '#kernel'
import { type Load, load, repeat } from './load.ts'
import type { Sawt } from './sawt.ts'

const TEXT =
  'في حفرة كبيرة قدام مدرسة البنات من أسبوعين، وكل يوم السيارات تنحرف عنها فجأة. أمس خربت تاير سيارتي، وأخاف على البنات وهم يعبرون الشارع. '.repeat(
    4,
  )

export interface Compared {
  clients: number
  raw: Load
  ours: Load
}

/** Durable submissions through HTTP, in turn with raw inserts of the same rows on the same database. */
export async function submitAgainstRaw(
  sawt: Sawt,
  token: string,
  clients: number,
  seconds: number,
): Promise<Compared> {
  const raw = rawInserts(sawt, clients)
  const sent = () => ({ method: 'POST' as const, path: '/api/v1/cases', headers: headers(token), body: BODY })
  await repeat(clients, 0.5, raw.insert)
  await load(sawt.port, clients, 0.5, sent)
  const halves = [
    await repeat(clients, seconds / 2, raw.insert),
    await load(sawt.port, clients, seconds / 2, sent),
    await repeat(clients, seconds / 2, raw.insert),
    await load(sawt.port, clients, seconds / 2, sent),
  ] as const
  await raw.end()
  return { clients, raw: mean(halves[0], halves[2]), ours: mean(halves[1], halves[3]) }
}

const BODY = JSON.stringify({
  type: 'complaint',
  text: TEXT,
  requester: { name: 'فاطمة', phone: '+97333001122' },
})

const headers = (token: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': newId(),
})

const mean = (one: Load, other: Load): Load => ({
  rate: (one.rate + other.rate) / 2,
  p50: (one.p50 + other.p50) / 2,
  p95: (one.p95 + other.p95) / 2,
  p99: (one.p99 + other.p99) / 2,
  count: one.count + other.count,
  wrong: one.wrong + other.wrong,
})

/** The five rows of a submission as `pg` alone would write them: one named statement, one commit. */
function rawInserts({ connection }: Sawt, clients: number) {
  const pool = new pg.Pool({ ...connection, max: clients, options: '-c role=sawt_app' })
  const words = JSON.stringify({ text: TEXT })
  const facts = JSON.stringify({ type: 'complaint', channel: 'api', language: 'ar', answerBy: new Date() })
  const insert = () => {
    const id = newId()
    const values = [id, newReference(2026), new Date(), facts, words, Buffer.alloc(32)]
    // Two raw rows may draw the same number; Sawt draws again, the raw measure lets it go.
    return pool.query({ name: 'raw', text: RAW, values }).catch(() => undefined)
  }
  return { insert, end: () => pool.end() }
}

const RAW = `
  with intention as (insert into idempotency_keys (scope, key, body_hash, case_id, seq) values ('raw', $1, $6, $1::uuid, 1)),
       made as (insert into cases (id, reference, type, stage, subject, channel, language, answer_by, received_at,
                                   clock, clock_due, seq)
                values ($1::uuid, $2, 'complaint', 'received', 'subject', 'api', 'ar', $3, $3, 'routing', $3, 1)),
       happened as (insert into case_events (case_id, seq, step, at, role, facts, words_hash)
                    values ($1::uuid, 1, 'submit', $3, 'resident', $4, $6)),
       written as (insert into case_words (case_id, seq, words) values ($1::uuid, 1, $5))
  insert into requesters (case_id, name, phone) values ($1::uuid, 'فاطمة', '+97333001122')`
