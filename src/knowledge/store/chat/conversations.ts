import { type Db, json, type Sql, sql } from '#platform'
import type { Say, Talk } from '../../model/talk/talk.ts'

export const CHAT_CHANNELS = ['web', 'whatsapp', 'telegram'] as const
export type ChatChannel = (typeof CHAT_CHANNELS)[number]

/** Who answers: the chatbot, nobody yet, a person; or it is over. */
export type DeskState = 'bot' | 'waiting' | 'taken' | 'ended'

export interface Conversation {
  id: string
  channel: ChatChannel
  /** Where answers go outside the web, encrypted. */
  address: Buffer | null
  language: 'ar' | 'en'
  talk: Talk
  desk: DeskState
  agentId: string | null
  waitingSince: Temporal.Instant | null
  draftId: string | null
  caseId: string | null
  seq: number
  residentTyping: Temporal.Instant | null
  agentTyping: Temporal.Instant | null
  beganAt: Temporal.Instant
  lastAt: Temporal.Instant
}

/** One line of a conversation. */
export interface Line {
  seq: number
  by: 'resident' | 'service' | 'agent'
  staffId: string | null
  at: Temporal.Instant
  /** Null where nothing was kept, and where the service spoke. */
  text: string | null
  says: readonly Say[] | null
}

const columns: Sql = sql`
  c.id, c.channel, c.address, c.language, c.talk, c.desk, c.agent_id as "agentId", c.waiting_since as "waitingSince",
  c.draft_id as "draftId", c.case_id as "caseId", c.seq, c.resident_typing as "residentTyping",
  c.agent_typing as "agentTyping", c.began_at as "beganAt", c.last_at as "lastAt"`

export const byHolder = (db: Db, channel: ChatChannel, holder: Buffer) =>
  db.row<Conversation>(sql`
    select ${columns} from conversations c
     where c.channel = ${channel} and c.holder = ${holder} and c.desk <> 'ended'`)

export const lockByHolder = (tx: Db, channel: ChatChannel, holder: Buffer) =>
  tx.row<Conversation>(sql`
    select ${columns} from conversations c
     where c.channel = ${channel} and c.holder = ${holder} and c.desk <> 'ended' for update`)

export const byId = (db: Db, id: string) =>
  db.row<Conversation>(sql`select ${columns} from conversations c where c.id = ${id}`)

export const lockById = (tx: Db, id: string) =>
  tx.row<Conversation>(sql`select ${columns} from conversations c where c.id = ${id} for update`)

/** Begins one; nothing happens when the holder has one that is open. */
export const begin = (
  tx: Db,
  given: Pick<Conversation, 'id' | 'channel' | 'address' | 'language' | 'talk'> & {
    holder: Buffer
    now: Temporal.Instant
  },
) =>
  tx.run(sql`
    insert into conversations (id, channel, holder, address, language, talk, began_at, last_at)
    values (${given.id}, ${given.channel}, ${given.holder}, ${given.address}, ${given.language},
            ${json(given.talk)}::jsonb, ${given.now}, ${given.now})
    on conflict do nothing`)

/** Writes how a conversation stands after something was said or done in it. */
export const save = (tx: Db, given: Conversation) =>
  tx.run(sql`
    update conversations
       set language = ${given.language}, talk = ${json(given.talk)}::jsonb, desk = ${given.desk},
           agent_id = ${given.agentId}, waiting_since = ${given.waitingSince}, draft_id = ${given.draftId},
           case_id = ${given.caseId}, seq = ${given.seq}, resident_typing = ${given.residentTyping},
           agent_typing = ${given.agentTyping}, last_at = ${given.lastAt}, touched_at = clock_timestamp()
     where id = ${given.id}`)

export const addLines = (tx: Db, id: string, lines: readonly Line[]) =>
  tx.run(sql`
    insert into conversation_lines (conversation_id, seq, by, staff_id, at, text, says)
    select ${id}, l.seq, l.by, l."staffId", l.at, l.text, nullif(l.says, 'null'::jsonb)
      from jsonb_to_recordset(${json(lines)}::jsonb)
        as l (seq int, by text, "staffId" uuid, at timestamptz, text text, says jsonb)`)

export const linesAfter = (db: Db, id: string, seq: number) =>
  db.rows<Line>(sql`
    select seq, by, staff_id as "staffId", at, text, says
      from conversation_lines where conversation_id = ${id} and seq > ${seq} order by seq limit 500`)

/** Takes a message in once. @returns 0 when it was brought before */
export const takeIn = (tx: Db, channel: ChatChannel, messageId: string, now: Temporal.Instant) =>
  tx.run(sql`
    insert into chat_inbound (channel, message_id, at) values (${channel}, ${messageId}, ${now})
    on conflict do nothing`)

export const wasTakenIn = async (db: Db, channel: ChatChannel, messageId: string): Promise<boolean> =>
  Boolean(
    await db.row(sql`
      select 1 as there from chat_inbound where channel = ${channel} and message_id = ${messageId}`),
  )

export const putTyping = (db: Db, id: string, who: 'resident' | 'agent', until: Temporal.Instant) =>
  who === 'agent'
    ? db.run(sql`update conversations set agent_typing = ${until}, touched_at = clock_timestamp()
                  where id = ${id} and desk = 'taken'`)
    : db.run(sql`update conversations set resident_typing = ${until}, touched_at = clock_timestamp()
                  where id = ${id} and desk in ('waiting', 'taken')`)

export const remove = (tx: Db, id: string) => tx.run(sql`delete from conversations where id = ${id}`)

/** Everything about conversations that ended long ago; their lines go with them. @returns their drafts */
export const eraseBefore = (db: Db, before: Temporal.Instant) =>
  db.rows<{ draftId: string | null }>(sql`
    delete from conversations where id in (select id from conversations where last_at < ${before} limit 500)
    returning draft_id as "draftId"`)

export const forgetInboundBefore = (db: Db, before: Temporal.Instant) =>
  db.run(sql`delete from chat_inbound where at < ${before}`)
