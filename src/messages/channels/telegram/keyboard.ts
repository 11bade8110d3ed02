import type { Offer } from '../../model/offer.ts'

/** Bytes that a key may bring back. */
const MOST_BYTES = 64
/** Characters of a key that leaves room for others beside it: the steps of a scale. */
const NARROW = 2

type Key = { text: string; callback_data: string }

/** An offer as rows of keys below the message; undefined where a key could not say which it is. */
export function keyboard({ body, choices }: Offer): Key[][] | undefined {
  if (body === '' || choices.length === 0) return undefined
  if (choices.some(({ id, label }) => label === '' || Buffer.byteLength(id) > MOST_BYTES)) return undefined
  const rows: Key[][] = []
  for (const { id, label } of choices) {
    const key = { text: label, callback_data: id }
    const beside = rows.at(-1)
    const narrow = label.length <= NARROW && (beside?.[0]?.text.length ?? NARROW + 1) <= NARROW
    if (narrow) beside?.push(key)
    else rows.push([key])
  }
  return rows
}
