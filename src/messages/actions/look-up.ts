import { parseEmail, parsePhone } from '#people'
import type { Db } from '#platform'
import { type ContactChoice, USUAL_CHOICE } from '../model/choices.ts'
import type { Post, Telling, ToResident } from '../model/telling.ts'
import { contactChoices } from '../store/choices.ts'
import { browsersOf, type ReachedStaff, staffBehind } from '../store/recipients.ts'

/** Whoever the tellings are for, and what they chose. */
export interface Known {
  choice(contact: string | null): ContactChoice
  browsers(whose: 'staff' | 'resident', id: string | null): string[]
  staff(at: number, except?: string | null): ReachedStaff[]
}

/** Everything that the tellings need of the database, in three statements. */
export async function lookUp(tx: Db, post: Post, tellings: Telling[]): Promise<Known> {
  const asked = tellings.flatMap(({ to }, at) => ('staff' in to ? [{ ...to.staff, asked: at }] : []))
  const residents = tellings.flatMap(({ to }) => ('resident' in to ? [to.resident] : []))
  const contacts = residents.flatMap((one) =>
    Object.values(contactsOf(one, post)).filter((each) => each !== null),
  )
  const staff = asked.length > 0 ? await staffBehind(tx, asked, post.now) : []
  const choices = contacts.length > 0 ? await contactChoices(tx, contacts) : []
  const residentIds = residents.flatMap(({ id }) => (id ? [id] : []))
  const staffIds = [...new Set(staff.map(({ id }) => id))]
  const browsers = post.reach.has('push') ? await browsersOf(tx, staffIds, residentIds) : []
  const choiceOf = new Map(choices.map(({ contact, ...choice }) => [contact, choice]))
  return {
    choice: (contact) => (contact && choiceOf.get(contact)) || USUAL_CHOICE,
    browsers: (whose, id) =>
      browsers
        .filter((one) => id && one[whose === 'staff' ? 'staffId' : 'residentId'] === id)
        .map((one) => one.id),
    staff: (at, except) => staff.filter((one) => one.asked === at && one.id !== except),
  }
}

/** Contacts are kept as they were typed; only what can be a number or an address is written to. */
export const contactsOf = ({ phone, email }: ToResident['resident'], { callingCode }: Post) => ({
  phone: (phone && parsePhone(phone, callingCode)) || null,
  email: (email && parseEmail(email)) || null,
})
