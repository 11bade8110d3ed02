import { type Db, sql } from '#platform'

type Day = Temporal.PlainDate

export interface NewItem {
  item: Buffer
  purpose: string
  kind: string
  sender: string
  officer: string | null
  sealed: Buffer
}

/** Whether it was new: an item that is there stays as it is. */
export async function insertItem(db: Db, report: Buffer, one: NewItem, day: Day): Promise<boolean> {
  return (
    (await db.run(sql`
    insert into sealed.items (report, item, purpose, kind, sender, officer, day, sealed)
    values (${report}, ${one.item}, ${one.purpose}, ${one.kind}, ${one.sender}, ${one.officer}, ${day}, ${one.sealed})
    on conflict do nothing`)) === 1
  )
}

export interface NewEnvelope {
  item: Buffer
  recipient: string
  purpose: string
  sealed: Buffer
}

/** Keys sealed to people; one who has an envelope already gets this one instead. */
export async function putEnvelopes(db: Db, report: Buffer, all: readonly NewEnvelope[]): Promise<void> {
  await db.run(sql`
    insert into sealed.envelopes (report, item, recipient, purpose, sealed)
    select ${report}, e.item, e.recipient, e.purpose, e.sealed
      from unnest(${all.map(({ item }) => item)}::bytea[], ${all.map(({ recipient }) => recipient)}::text[],
                  ${all.map(({ purpose }) => purpose)}::text[], ${all.map(({ sealed }) => sealed)}::bytea[])
           as e (item, recipient, purpose, sealed)
    on conflict (report, item, recipient) do update set purpose = excluded.purpose, sealed = excluded.sealed`)
}

export interface KeptItem extends NewItem {
  seq: number
  day: Day
  envelope: Buffer | null
  envelopePurpose: string | null
}

/** All items of a report in their order, each with the envelope of one recipient where there is one. */
export const itemsFor = (db: Db, report: Buffer, recipient: string): Promise<KeptItem[]> =>
  db.rows<KeptItem>(sql`
    select i.item, i.purpose, i.kind, i.sender, i.officer, i.seq, i.day, i.sealed,
           e.sealed as envelope, e.purpose as "envelopePurpose"
      from sealed.items i
      left join sealed.envelopes e on e.report = i.report and e.item = i.item and e.recipient = ${recipient}
     where i.report = ${report}
     order by i.seq`)

/** The items that somebody can open. */
export const openedBy = async (db: Db, report: Buffer, recipient: string): Promise<Buffer[]> =>
  (
    await db.rows<{ item: Buffer }>(sql`
      select item from sealed.envelopes where report = ${report} and recipient = ${recipient}`)
  ).map(({ item }) => item)

export async function removeEnvelopes(db: Db, report: Buffer, recipient: string): Promise<void> {
  await db.run(sql`delete from sealed.envelopes where report = ${report} and recipient = ${recipient}`)
}

/** Of all reports that an officer holds, the keys sealed to escrow. */
export const escrowOf = (db: Db, officer: string) =>
  db.rows<{ report: Buffer; item: Buffer; itemPurpose: string; purpose: string; sealed: Buffer }>(sql`
    select e.report, e.item, i.purpose as "itemPurpose", e.purpose, e.sealed
      from sealed.holders h
      join sealed.envelopes e on e.report = h.report and e.recipient = 'escrow'
      join sealed.items i on i.report = e.report and i.item = e.item
     where h.officer = ${officer}
     order by e.report, i.seq`)

/** Everything that was written, gone with the key that it was encrypted with. */
export async function removeContent(db: Db, report: Buffer): Promise<void> {
  await db.run(sql`delete from sealed.envelopes where report = ${report}`)
  await db.run(sql`delete from sealed.items where report = ${report}`)
  await db.run(sql`delete from sealed.files where report = ${report}`)
  await db.run(sql`delete from sealed.identities where report = ${report}`)
  await db.run(sql`delete from sealed.identity_requests where report = ${report}`)
  await db.run(sql`delete from sealed.asks where report = ${report}`)
  await db.run(sql`delete from sealed.holders where report = ${report}`)
}
