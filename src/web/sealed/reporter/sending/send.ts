import { no, type Result, yes } from '#kernel'
import { type ReceiptKeys, sealFile } from '#sealing'
import { answerChallenge, ask, putChunk } from '../../client/ask.ts'
import { provenRosters } from '../../client/room.ts'
import { type Packing, type Parcel, pack } from './parcel.ts'

export const PARTS = ['roster', 'keys', 'sealing', 'work', 'files', 'sending'] as const
export type Part = (typeof PARTS)[number]

/** What is done now, and how much of it, 0 to 1. */
export type Telling = (part: Part, done?: number) => void

interface Sending {
  packing: Omit<Packing, 'keys'>
  keys: Promise<ReceiptKeys>
  authority: string
  /** Access of the earlier report, when this one tells of retaliation. */
  linked?: string
  /** What an earlier try sealed. */
  parcel?: Parcel
}

/**
 * Seals a report and sends it. Nothing leaves before everything is sealed, and nothing is sent that is not.
 *
 * @returns the sealed parcel also when sending failed, so that the next try is the same report
 */
export async function sendReport(
  sending: Sending,
  tell: Telling,
): Promise<{ parcel?: Parcel; sent: Result<null> }> {
  tell('roster')
  const rosters = await provenRosters(sending.authority)
  if (!rosters.ok) return { parcel: sending.parcel, sent: rosters }
  if (rosters.value.at(-1)?.hash !== sending.packing.roster.hash) return { sent: no('roster-old') }
  tell('keys')
  const keys = await sending.keys
  tell('sealing')
  const packed = sending.parcel ? yes(sending.parcel) : await pack({ ...sending.packing, keys })
  if (!packed.ok) return { sent: packed }
  const parcel = packed.value
  const uploaded = await upload(parcel.id, parcel.files, tell)
  if (!uploaded.ok) return { parcel, sent: uploaded }
  // The work for the files was done before them; this one belongs to handing over.
  const part = parcel.files.length > 0 ? 'sending' : 'work'
  tell(part)
  const work = await answerChallenge((done) => tell(part, done))
  if (!work.ok) return { parcel, sent: work }
  tell('sending')
  const sent = await ask('reports', {
    ...work.value,
    ...uploaded.value,
    id: parcel.id,
    access: keys.accessHash,
    replyKey: keys.replyPublic,
    roster: parcel.roster,
    item: parcel.item,
    ...(parcel.identity && { identity: parcel.identity }),
    ...(parcel.transcript && { transcript: parcel.transcript }),
    ...(sending.linked && { linked: { access: sending.linked } }),
  })
  return { parcel, sent: sent.ok ? yes(null) : sent }
}

/** Encrypts files piece by piece and sends each piece at once: a phone never holds a whole file twice. */
export async function upload(
  report: string,
  files: Parcel['files'],
  tell: Telling,
): Promise<Result<{ ticket?: string; files: { id: string; chunks: number }[] }>> {
  if (files.length === 0) return yes({ files: [] })
  tell('work')
  const work = await answerChallenge((done) => tell('work', done))
  if (!work.ok) return work
  const opened = await ask<{ ticket: string }>('uploads', work.value)
  if (!opened.ok) return opened
  const { ticket } = opened.value
  const all = files.reduce((sum, { sealed }) => sum + sealed.chunks, 0)
  let done = 0
  for (const { sealed, content } of files) {
    let index = 0
    try {
      for await (const chunk of sealFile(report, sealed, content)) {
        tell('files', done / all)
        const put = await putChunk(ticket, sealed.id, index++, chunk)
        if (!put.ok) return put
        done++
      }
    } catch {
      return no('file-lost')
    }
  }
  tell('files', 1)
  return yes({ ticket, files: files.map(({ sealed: { id, chunks } }) => ({ id, chunks })) })
}
