/** GSM 03.38: what a text message carries in seven bits; those of the extension cost two. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '^{}\\[~]|€\f'

export interface SmsLength {
  /** Units as the network counts them: septets, or 16-bit units. */
  units: number
  /** Parts that are sent and paid for: one letter of Arabic makes all of them shorter. */
  parts: number
}

/** How long a text is for the network: 160 or 153 Latin, 70 or 67 other signs for each part. */
export function smsLength(text: string): SmsLength {
  const units = septets(text)
  return units === undefined ? counted(text.length, 70, 67) : counted(units, 160, 153)
}

/** No message of ours is longer. */
export const MOST_PARTS = 2

/**
 * The best way of saying something that fits: the first of the candidates, else the last one cut off.
 */
export function fitting(candidates: readonly string[]): string {
  const fits = candidates.find((text) => smsLength(text).parts <= MOST_PARTS)
  if (fits !== undefined) return fits
  let cut = candidates.at(-1) ?? ''
  while (smsLength(`${cut}…`).parts > MOST_PARTS) cut = cut.slice(0, -1).replace(/[\ud800-\udbff]$/u, '')
  return `${cut}…`
}

const counted = (units: number, alone: number, each: number): SmsLength => ({
  units,
  parts: units <= alone ? 1 : Math.ceil(units / each),
})

function septets(text: string): number | undefined {
  let units = 0
  for (const sign of text) {
    if (BASIC.includes(sign)) units += 1
    else if (EXTENSION.includes(sign)) units += 2
    else return undefined
  }
  return units
}
