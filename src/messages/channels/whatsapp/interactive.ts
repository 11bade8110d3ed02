import type { Offer } from '../../model/offer.ts'
import { shortened } from '../shortened.ts'

/** What the Cloud API takes, in characters (interactive reply buttons and lists, November 2025). */
const BUTTONS = { most: 3, title: 20, body: 1_024 }
const LIST = { most: 10, title: 24, description: 72, body: 4_096, id: 200 }

/** An offer as buttons, or as a list that one button opens; undefined where it fits into neither. */
export function interactive(offer: Offer): object | undefined {
  const { body, choices } = offer
  const ids = new Set(choices.map(({ id }) => id))
  if (body === '' || choices.length === 0 || ids.size < choices.length) return undefined
  if (choices.some(({ id, label }) => id.length > LIST.id || label === '')) return undefined
  if (fitsButtons(offer)) return buttons(offer)
  return choices.length <= LIST.most && body.length <= LIST.body ? list(offer) : undefined
}

const fitsButtons = ({ body, choices }: Offer): boolean =>
  choices.length <= BUTTONS.most &&
  body.length <= BUTTONS.body &&
  choices.every(({ label }) => label.length <= BUTTONS.title) &&
  new Set(choices.map(({ label }) => label)).size === choices.length

const buttons = ({ body, choices }: Offer) => ({
  type: 'button',
  body: { text: body },
  action: { buttons: choices.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } })) },
})

const list = ({ body, open, choices }: Offer) => ({
  type: 'list',
  body: { text: body },
  action: { button: open, sections: [{ title: open, rows: choices.map(row) }] },
})

/** A long name is begun in the title and stands whole below it. */
const row = ({ id, label }: Offer['choices'][number]) => ({
  id,
  title: shortened(label, LIST.title),
  ...(label.length > LIST.title && { description: shortened(label, LIST.description) }),
})
