import type { Db } from '#platform'
import { disclose, enclose, places } from '../model/outer.ts'
import type { Envelope, Item, ItemKind, Kept, Purpose, Sender } from '../model/wire.ts'
import { insertItem, type KeptItem, type NewEnvelope, putEnvelopes } from '../store/items.ts'
import { from64, fromHex, toHex } from './room.ts'

/** A report that is worked on: its id (hex) and the server's key that goes around all of it. */
export interface Shell {
  id: string
  key: Buffer
}

export interface Written {
  sender: Sender
  officer: string | null
  kind: ItemKind
}

const NONCE = 12

/** Keeps an item with its envelopes, encrypted once more. @returns whether it was new */
export async function keepItem(
  tx: Db,
  report: Shell,
  { sender, officer, kind }: Written,
  item: Item,
  day: Temporal.PlainDate,
): Promise<boolean> {
  const content = Buffer.concat([from64(item.nonce), from64(item.body)])
  const sealed = enclose(report.key, places.item(report.id, item.item), content)
  const row = { item: fromHex(item.item), purpose: item.purpose, kind, sender, officer, sealed }
  if (!(await insertItem(tx, fromHex(report.id), row, day))) return false
  const envelopes = item.envelopes.map((envelope) => enclosed(report, item.item, envelope, item.purpose))
  await putEnvelopes(tx, fromHex(report.id), envelopes)
  return true
}

export function enclosed(report: Shell, item: string, envelope: Envelope, purpose: Purpose): NewEnvelope {
  const { recipient, ...rest } = envelope
  const place = places.envelope(report.id, item, recipient)
  const sealed = enclose(report.key, place, Buffer.from(JSON.stringify(rest)))
  return { item: fromHex(item), recipient, purpose, sealed }
}

export function disclosed(report: Shell, item: string, recipient: string, sealed: Buffer): Envelope {
  const place = places.envelope(report.id, item, recipient)
  return { recipient, ...JSON.parse(disclose(report.key, place, sealed).toString()) }
}

/** What a recipient gets of an item. */
export function keptOf(report: Shell, row: KeptItem, recipient: string): Kept {
  const item = toHex(row.item)
  const content = disclose(report.key, places.item(report.id, item), row.sealed)
  return {
    item,
    purpose: row.purpose as Purpose,
    from: row.sender as Sender,
    by: row.officer,
    day: row.day.toString(),
    kind: row.kind as ItemKind,
    nonce: content.subarray(0, NONCE).toString('base64url'),
    body: content.subarray(NONCE).toString('base64url'),
    envelope: row.envelope && disclosed(report, item, recipient, row.envelope),
    envelopePurpose: row.envelopePurpose as Purpose | null,
  }
}
