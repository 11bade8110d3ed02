import { openFact, sealFact } from './sealing.ts'

/**
 * What can be tapped instead of written, where a channel knows how to show it. The text of the same message says all
 * of it with numbers, for every telephone.
 */
export interface Offer {
  /** What is said, without the numbers. */
  body: string
  /** What opens the choices where they do not stand beside the message. */
  open: string
  choices: readonly { id: string; label: string }[]
}

/* What somebody is asked tells what they came about: an offer lies in the outbox encrypted, as the answer does. */

export const sealOffer = (secret: Buffer, offer: Offer): string => sealFact(secret, JSON.stringify(offer))

/** @returns undefined when it was not sealed here */
export function openOffer(secret: Buffer, sealed: string): Offer | undefined {
  const opened = openFact(secret, sealed)
  return opened === undefined ? undefined : (JSON.parse(opened) as Offer)
}
