import { newId } from '#kernel'
import { destinationsOf, mailedAtOnce, USUAL_STAFF_CHOICE } from '../model/choices.ts'
import type { ChannelName } from '../model/facts.ts'
import { notAtNight } from '../model/quiet.ts'
import type { Post, Telling, ToAddress, ToResident } from '../model/telling.ts'
import type { NewNotice } from '../store/notices.ts'
import type { NewMessage } from '../store/outbox.ts'
import type { ReachedStaff } from '../store/recipients.ts'
import { contactsOf, type Known } from './look-up.ts'

/** A telling to a resident as messages, one for each destination they chose. */
export function toResident(
  telling: Telling,
  { resident }: ToResident,
  post: Post,
  known: Known,
): NewMessage[] {
  const { phone, email } = contactsOf(resident, post)
  const reached = {
    email,
    phone,
    emailChoice: known.choice(email),
    phoneChoice: known.choice(phone),
    browsers: known.browsers('resident', resident.id),
  }
  return destinationsOf(telling.kind, reached, post.reach).map(({ channel, address }) =>
    message(
      telling,
      { channel, language: resident.language, residentId: resident.id },
      address,
      `resident${browser(channel, address)}`,
      post,
    ),
  )
}

/** A telling to an address that is known already. */
export const toAddress = (telling: Telling, to: ToAddress, post: Post): NewMessage[] =>
  post.reach.has(to.channel) ? [message(telling, to, to.address, to.staffId ?? 'address', post)] : []

/** What leaves the desk: mail where they want it at once, and the browsers they allowed. */
export function toStaff(telling: Telling, reached: ReachedStaff, post: Post, known: Known): NewMessage[] {
  const { id, email, language } = reached
  const mailed = post.reach.has('mail') && mailedAtOnce(telling.kind, reached.mail ?? USUAL_STAFF_CHOICE.mail)
  const as = { language, staffId: id }
  return [
    ...(mailed ? [message(telling, { ...as, channel: 'mail' }, email, id, post)] : []),
    ...known
      .browsers('staff', id)
      .map((each) =>
        message(telling, { ...as, channel: 'push' }, each, `${id}${browser('push', each)}`, post),
      ),
  ]
}

const browser = (channel: ChannelName, address: string) => (channel === 'push' ? `/${address}` : '')

interface As {
  channel: ChannelName
  language: 'ar' | 'en'
  staffId?: string | null
  residentId?: string | null
}

function message(telling: Telling, as: As, address: string, whom: string, { now, zone }: Post): NewMessage {
  const { cause, kind, facts, caseId, about, after = now, expiresAt, inThread } = telling
  const from = Temporal.Instant.compare(after, now) > 0 ? after : now
  return {
    id: newId(),
    effect: `${cause}:${kind}:${whom}:${as.channel}`,
    kind,
    channel: as.channel,
    caseId: caseId ?? null,
    about: about ?? null,
    staffId: as.staffId ?? null,
    residentId: as.residentId ?? null,
    address,
    language: as.language,
    facts,
    createdAt: now,
    readyAt: notAtNight({ channel: as.channel, kind }, from, zone),
    expiresAt: expiresAt ?? null,
    thread: inThread?.id ?? null,
    place: inThread?.place ?? null,
  }
}

/** What stands on the desk. */
export const notice = (
  { cause, kind, caseId, about, facts, after }: Telling,
  { id }: ReachedStaff,
  { now }: Post,
): NewNotice => ({
  id: newId(),
  effect: `${cause}:${kind}`,
  staffId: id,
  kind,
  caseId: caseId ?? null,
  about: about ?? null,
  facts,
  at: after ?? now,
})
