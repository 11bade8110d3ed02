import { z } from 'zod'
import { no, type Result, yes } from '#kernel'
import { ESCROW } from '#sealing'
import { envelope, hexId, officerId } from '../model/shapes.ts'
import { record } from '../store/audit.ts'
import { holdersOf } from '../store/holders.ts'
import { escrowOf, itemsFor, putEnvelopes } from '../store/items.ts'
import { officerById } from '../store/officers.ts'
import { disclosed, enclosed, keptOf, type Shell } from './keep-item.ts'
import { rosters } from './publish.ts'
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
  /** The reports themselves: each says with which key its reporter speaks, and nobody else's word is taken for that. */
  reports: z.array(z.strictObject({ report: hexId, nonce: z.string(), body: z.string() })),
  /** Everybody's keys, as the Authority signed them. */
  rosters: z.array(z.strictObject({ document: z.string(), signature: z.string() })),
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
  const reports: RecoveryFile['reports'] = []
  for (const [report, rows] of Map.groupBy(await escrowOf(room.db, officer), (row) => toHex(row.report))) {
    const key = await room.vault.key(report)
    if (!key) continue
    const shell = { id: report, key }
    keys.push(...rows.map((row) => sealedKeyOf(shell, row)))
    const itself = (await itemsFor(room.db, fromHex(report), ESCROW)).find(
      ({ item }) => toHex(item) === report,
    )
    if (!itself) continue
    const { nonce, body } = keptOf(shell, itself, ESCROW)
    reports.push({ report, nonce, body })
  }
  await record(room.db, today(room), 'operator', 'recovery-exported')
  const key = found.key.toString('base64url')
  return yes({ kind: 'sawt-sealed/recovery', officer, key, keys, reports, rosters: await rosters(room) })
}

function sealedKeyOf(shell: Shell, row: Awaited<ReturnType<typeof escrowOf>>[number]): SealedKey {
  const item = toHex(row.item)
  const envelope = disclosed(shell, item, ESCROW, row.sealed) as SealedKey['envelope']
  return { report: shell.id, item, purpose: row.itemPurpose, envelope }
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
