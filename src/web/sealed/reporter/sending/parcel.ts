import { no, type Result, yes } from '#kernel'
import {
  type IdentityItem,
  type Item,
  type KnownRoster,
  type MessageContent,
  newSealedFile,
  newSealedId,
  REPORTER,
  type ReceiptKeys,
  recipientsOf,
  type SealedFile,
  sealIdentity,
  sealItem,
} from '#sealing'
import { accusationOf, contentOf, type Draft, identityOf } from '../draft.ts'
import { toSend } from '../files/attached.ts'

/** A report as it leaves the browser; kept so that a second try sends the very same one. */
export interface Parcel {
  id: string
  roster: string
  item: Item
  identity?: IdentityItem
  transcript?: Item
  files: { sealed: SealedFile; content: Blob }[]
}

export interface Packing {
  draft: Draft
  roster: KnownRoster
  keys: ReceiptKeys
  language: 'ar' | 'en'
  linked: boolean
  /** For a report typed at the telephone: what the caller may check with the receipt. */
  transcript?: string
}

/** Seals everything, or nothing: a refusal leaves no part behind. */
export async function pack(packing: Packing): Promise<Result<Parcel>> {
  const { draft, roster, keys, transcript, ...how } = packing
  const recipients = recipientsOf(roster, accusationOf(draft))
  if (!recipients.ok) return recipients
  const files = prepare(draft)
  if (!files.ok) return files
  const content = contentOf(draft, {
    language: how.language,
    linked: how.linked,
    roster,
    reply: keys.replyPublic,
    taken: transcript === undefined ? 'reporter' : 'telephone',
    files: files.value.map(({ sealed }) => sealed),
  })
  const id = newSealedId()
  const item = await sealItem(content, { report: id, purpose: 'report', item: id }, recipients.value)
  if (!item.ok) return item
  const person = identityOf(draft)
  const identity = person && (await sealIdentity(person, id, roster.custodians))
  if (identity && !identity.ok) return identity
  const told =
    transcript === undefined ? undefined : await sealTranscript(transcript, id, packing, recipients.value)
  if (told && !told.ok) return told
  return yes({
    id,
    roster: roster.hash,
    item: item.value,
    files: files.value,
    ...(identity && { identity: identity.value }),
    ...(told && { transcript: told.value }),
  })
}

/** Gives each file its id and its key. */
export function prepare({ files }: Pick<Draft, 'files'>): Result<Parcel['files']> {
  const prepared: Parcel['files'] = []
  for (const attached of files) {
    const { content, cleaned } = toSend(attached)
    const sealed = newSealedFile(
      { name: attached.file.name, type: content.type, size: content.size },
      cleaned,
    )
    if (!sealed.ok) return no(sealed.reason)
    prepared.push({ sealed: sealed.value, content })
  }
  return yes(prepared)
}

function sealTranscript(
  text: string,
  report: string,
  { keys }: Packing,
  recipients: { id: string; key: string }[],
) {
  const content: MessageContent = { kind: 'transcript', text, files: [] }
  // By the key that the receipt makes: the room, which knows its public half, could put no other words in its place.
  const caller = { id: REPORTER, key: keys.replyPublic }
  const by = { id: REPORTER, privateKey: keys.replyPrivate }
  const binding = { report, purpose: 'transcript', item: newSealedId() } as const
  return sealItem(content, binding, [...recipients, caller], by)
}
