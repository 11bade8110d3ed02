import type { ChannelName, Reach } from './facts.ts'
import { KINDS, type MessageKind } from './kinds.ts'

/** What the holder of a telephone or an address wants to get. */
export const LEVELS = ['all', 'needed', 'none'] as const
export type Level = (typeof LEVELS)[number]

export interface ContactChoice {
  level: Level
  /** Instead of text messages. */
  whatsapp: boolean
}

export const USUAL_CHOICE: ContactChoice = { level: 'all', whatsapp: false }

/** When a member of staff gets mail. */
export const STAFF_MAIL = ['each', 'urgent', 'digest', 'none'] as const
export type StaffMail = (typeof STAFF_MAIL)[number]

export interface StaffChoice {
  mail: StaffMail
  /** 0 to 23, by the country's clock. */
  digestHour: number
}

export const USUAL_STAFF_CHOICE: StaffChoice = { mail: 'urgent', digestHour: 7 }

/** Where one message goes, by which channel. */
export interface Destination {
  channel: ChannelName
  address: string
}

/** A resident as far as messages know them: contacts normalised, with what each of them chose. */
export interface ReachedResident {
  email: string | null
  emailChoice: ContactChoice
  phone: string | null
  phoneChoice: ContactChoice
  /** Ids of browsers that may be woken. */
  browsers: readonly string[]
}

/**
 * The destinations of a message to a resident. With both a telephone and an address, the telephone gets only what
 * is needed: a day's third text message is read by nobody.
 */
export function destinationsOf(kind: MessageKind, resident: ReachedResident, reach: Reach): Destination[] {
  const { email, phone, browsers } = resident
  const found: Destination[] = []
  if (email && reach.has('mail') && wants(resident.emailChoice.level, kind))
    found.push({ channel: 'mail', address: email })
  const spared = found.length > 0 && KINDS[kind].weight === 'told'
  const channel = resident.phoneChoice.whatsapp && reach.has('whatsapp') ? 'whatsapp' : 'sms'
  if (phone && reach.has(channel) && !spared && wants(resident.phoneChoice.level, kind))
    found.push({ channel, address: phone })
  if (reach.has('push')) for (const id of browsers) found.push({ channel: 'push', address: id })
  return found
}

const wants = (level: Level, kind: MessageKind): boolean =>
  level === 'all' || (level === 'needed' && KINDS[kind].weight === 'needed')

/** Whether a member of staff gets this by mail at once; everything stands on their desk in any case. */
export const mailedAtOnce = (kind: MessageKind, mail: StaffMail): boolean =>
  mail === 'each' || (mail === 'urgent' && KINDS[kind].weight === 'needed')
