import { no, type Result, yes } from '#kernel'
import { holdersOf, type MessageContent, newSealedId, REPORTER, sealItem } from '#sealing'
import { answerChallenge, ask } from '../../client/ask.ts'
import type { Attached } from '../files/attached.ts'
import { prepare } from '../sending/parcel.ts'
import { type Telling, upload } from '../sending/send.ts'
import { type OpenedVisit, rostersOf } from './open.ts'

export type Written = Omit<MessageContent, 'files'>

/** Seals a message to those who hold the report, as the roster proves them, in the name of the reply key. */
export async function sendMessage(
  opened: OpenedVisit,
  written: Written,
  files: readonly Attached[],
  tell: Telling,
): Promise<Result<null>> {
  const rosters = rostersOf(opened)
  if (!rosters.ok) return rosters
  const recipients = holdersOf(rosters.value.now, opened.visit.holders)
  if (!recipients.ok) return recipients
  const prepared = prepare({ files: [...files] })
  if (!prepared.ok) return prepared
  tell('sealing')
  const report = opened.visit.id
  const content: MessageContent = { ...written, files: prepared.value.map(({ sealed }) => sealed) }
  const by = { id: REPORTER, privateKey: opened.keys.replyPrivate }
  const binding = { report, purpose: 'message', item: newSealedId() } as const
  const item = await sealItem(content, binding, recipients.value, by)
  if (!item.ok) return item
  const uploaded = await upload(report, prepared.value, tell)
  if (!uploaded.ok) return uploaded
  tell('work')
  const work = await answerChallenge((done) => tell('work', done))
  if (!work.ok) return work
  tell('sending')
  const sent = await ask('visit/messages', {
    ...work.value,
    ...uploaded.value,
    access: opened.keys.access,
    item: item.value,
  })
  return sent.ok ? yes(null) : no(sent.reason)
}
