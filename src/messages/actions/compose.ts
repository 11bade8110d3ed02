import type { Directory } from '#entities'
import { type Reader, reader } from '#words'
import type { MessageFacts } from '../model/facts.ts'
import { KINDS, type MessageKind } from '../model/kinds.ts'
import { openOffer } from '../model/offer.ts'
import type { Outgoing } from '../model/outgoing.ts'
import { type Said, say } from '../model/say.ts'
import { openFact, stopToken } from '../model/sealing.ts'
import type { Tools } from './tools.ts'

/** A message that is stored, as far as it takes to say it. */
export interface Stored {
  kind: MessageKind
  channel: string
  address: string
  language: 'ar' | 'en'
  facts: MessageFacts
}

/** Jordan says تشرين الثاني where Bahrain says نوفمبر. */
const REGIONS: Readonly<Record<string, string>> = { jordan: 'JO', bahrain: 'BH' }

/** Whoever reads a message: its language, by the country's clock and names of months. */
export const readerOf = (language: 'ar' | 'en', { timeZone, country }: Directory): Reader =>
  reader(language, timeZone, { region: REGIONS[country ?? ''] })

/** Says a stored message in the language of its reader: the same words at every attempt. */
export function compose(
  tools: Pick<Tools, 'secret' | 'publicUrl'>,
  directory: Directory,
  stored: Stored,
): Said & Pick<Outgoing, 'offer'> {
  const { kind, channel, address, language, facts } = stored
  const choosable = KINDS[kind].to === 'resident' && KINDS[kind].opens === 'case' && channel === 'mail'
  const said = say({
    kind,
    facts,
    reader: readerOf(language, directory),
    publicUrl: tools.publicUrl,
    secret: facts.sealed && openFact(tools.secret, facts.sealed),
    stop: choosable
      ? `${tools.publicUrl}/messages/stop/${language}/${stopToken(tools.secret, address)}`
      : undefined,
  })
  return facts.offer ? { ...said, offer: openOffer(tools.secret, facts.offer) } : said
}
