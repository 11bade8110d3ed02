import { no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import {
  type ContactChoice,
  LEVELS,
  type Level,
  STAFF_MAIL,
  type StaffChoice,
  USUAL_CHOICE,
  USUAL_STAFF_CHOICE,
} from '../model/choices.ts'
import { contactOfToken } from '../model/sealing.ts'
import * as choices from '../store/choices.ts'
import type { Tools } from './tools.ts'

type ChoosingTools = Pick<Tools, 'db' | 'clock'>

/** Whose contact a link of a message is about. */
export const contactBehind = ({ secret }: Pick<Tools, 'secret'>, token: string): string | undefined =>
  contactOfToken(secret, token)

export async function contactChoice({ db }: Pick<Tools, 'db'>, contact: string): Promise<ContactChoice> {
  const [found] = await choices.contactChoices(db, [contact])
  return found ? { level: found.level, whatsapp: found.whatsapp } : USUAL_CHOICE
}

/** What a contact gets from now on; what waits in the outbox already still goes. */
export async function chooseForContact(
  { db, clock }: ChoosingTools,
  contact: string,
  { level, whatsapp }: { level: string; whatsapp: boolean },
): Promise<Result<ContactChoice, 'choose-one'>> {
  const known = LEVELS.find((each): each is Level => each === level)
  if (!known) return no('choose-one')
  await choices.saveContactChoice(db, contact, { level: known, whatsapp }, clock.now())
  return yes({ level: known, whatsapp })
}

/** One click in a mail program (RFC 8058): from now on only what is needed. */
export async function stopContact(tools: ChoosingTools, contact: string): Promise<void> {
  const { whatsapp, level } = await contactChoice(tools, contact)
  if (level === 'all')
    await choices.saveContactChoice(tools.db, contact, { level: 'needed', whatsapp }, tools.clock.now())
}

export const staffChoiceOf = async (
  { db }: Pick<Tools, 'db'>,
  { id }: Pick<Officer, 'id'>,
): Promise<StaffChoice> => (await choices.staffChoice(db, id)) ?? USUAL_STAFF_CHOICE

export async function chooseForStaff(
  { db, clock }: ChoosingTools,
  { id }: Pick<Officer, 'id'>,
  { mail, digestHour }: { mail: string; digestHour: number },
): Promise<Result<StaffChoice, 'choose-one' | 'not-an-hour'>> {
  const known = STAFF_MAIL.find((each) => each === mail)
  if (!known) return no('choose-one')
  if (!Number.isInteger(digestHour) || digestHour < 0 || digestHour > 23) return no('not-an-hour')
  await choices.saveStaffChoice(db, id, { mail: known, digestHour }, clock.now())
  return yes({ mail: known, digestHour })
}

/** What everybody of the staff chose, by id; who is missing has the usual. */
export const allStaffChoices = async ({ db }: Pick<Tools, 'db'>): Promise<ReadonlyMap<string, StaffChoice>> =>
  new Map((await choices.staffChoices(db)).map(({ staffId, ...choice }) => [staffId, choice]))
