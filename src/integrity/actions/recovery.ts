import { z } from 'zod'
import { no, type Result, yes } from '#kernel'
import { envelope, hexId, officerId } from '../model/shapes.ts'
import { record } from '../store/audit.ts'
import { holdersOf } from '../store/holders.ts'
import { escrowOf, putEnvelopes } from '../store/items.ts'
import { officerById } from '../store/officers.ts'
import { disclosed, enclosed } from './keep-item.ts'
import { fromHex, type Room, today, toHex } from './room.ts'

const sealedKey = z.strictObject({ report: hexId, item: hexId, purpose: z.string(), envelope: envelope() })

type SealedKey = z.infer<typeof sealedKey>

/** What leaves the server for a recovery: keys sealed to escrow, which nobody opens without three trustees. */
export const recoveryFile = z.strictObject({
  kind: z.literal('sawt-sealed/recovery'),
  officer: officerId,
  /** The officer's new public key. */
  key: z.string(),
  keys: z.array(sealedKey),
})
export type RecoveryFile = z.infer<typeof recoveryFile>

/** What comes back: the same keys, sealed to the officer's new key. */
export const recoveredFile = z.strictObject({
  kind: z.literal('sawt-sealed/recovered'),
  officer: officerId,
  keys: z.array(sealedKey),
})
export type RecoveredFile = z.infer<typeof recoveredFile>

/** Of one officer who lost everything and has made a new key: what the trustees are to open for them. */
export async function exportRecovery(
  room: Room,
  officer: string,
): Promise<Result<RecoveryFile, 'not-found' | 'no-new-key'>> {
  const found = await officerById(room.db, officer)
  if (!found) return no('not-found')
  if (!found.key) return no('no-new-key')
  const keys: RecoveryFile['keys'] = []
  for (const row of await escrowOf(room.db, officer)) {
    const [report, item] = [toHex(row.report), toHex(row.item)]
    const key = await room.vault.key(report)
    if (!key) continue
    keys.push({
      report,
      item,
      purpose: row.itemPurpose,
      envelope: disclosed({ id: report, key }, item, 'escrow', row.sealed) as SealedKey['envelope'],
    })
  }
  await record(room.db, today(room), 'operator', 'recovery-exported')
  return yes({ kind: 'sawt-sealed/recovery', officer, key: found.key.toString('base64url'), keys })
}

/** Puts the recovered keys in place of the officer's lost ones, in reports that the officer holds and no others. */
export async function importRecovery(
  room: Room,
  { officer, keys }: RecoveredFile,
): Promise<Result<number, 'wrong-recipients'>> {
  if (!keys.every(({ envelope }) => envelope.recipient === officer && envelope.by === 'escrow'))
    return no('wrong-recipients')
  return room.db.transaction(async (tx) => {
    for (const [report, all] of Map.groupBy(keys, (one) => one.report)) {
      const key = await room.vault.key(report)
      if (!key || !(await holdersOf(tx, fromHex(report))).includes(officer)) return no('wrong-recipients')
      const shell = { id: report, key }
      await putEnvelopes(
        tx,
        fromHex(report),
        all.map(({ item, envelope }) => enclosed(shell, item, envelope, 'handover')),
      )
      await record(tx, today(room), officer, 'recovered', fromHex(report))
    }
    return yes(keys.length)
  })
}
