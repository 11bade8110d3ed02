import { type InboundChat, momentOf, placeSaid, textIn } from '../../model/inbound.ts'
import { valueAt } from '../value-at.ts'

/** What people wrote, in the order of the call; reactions, stickers and other calls are about something else. */
export const readWhatsappMessages = (given: unknown): InboundChat[] =>
  each(valueAt(given, 'entry'))
    .flatMap((entry) => each(valueAt(entry, 'changes')))
    .filter((change) => valueAt(change, 'field') === 'messages')
    .flatMap((change) => each(valueAt(change, 'value.messages')))
    .flatMap((message) => {
      const read = readMessage(message)
      return read ? [read] : []
    })

function readMessage(message: unknown): InboundChat | undefined {
  const type = textIn(valueAt(message, 'type'), 40)
  const id = textIn(valueAt(message, 'id'), 200)
  const from = textIn(valueAt(message, 'from'), 20)
  const said = READ[type]?.(message)
  if (!id || !/^\d{6,15}$/.test(from) || !said) return undefined
  return { id, from, phone: `+${from}`, at: momentOf(valueAt(message, 'timestamp')), ...said }
}

type Said = Pick<InboundChat, 'text' | 'choice' | 'media'>

const media =
  (kind: string) =>
  (message: unknown): Said | undefined => {
    const id = textIn(valueAt(message, `${kind}.id`), 200)
    if (!/^[\w-]{1,200}$/.test(id)) return undefined
    const name = textIn(valueAt(message, `${kind}.filename`), 120) || kind
    return { text: textIn(valueAt(message, `${kind}.caption`)), media: { id, name } }
  }

/** A tap on a button, or on a row of a list. */
function tapped(message: unknown, kind: 'button_reply' | 'list_reply'): Said | undefined {
  const text = textIn(valueAt(message, `interactive.${kind}.title`))
  const choice = textIn(valueAt(message, `interactive.${kind}.id`), 200)
  return text || choice ? { text, choice: choice || undefined } : undefined
}

const READ: Readonly<Record<string, ((message: unknown) => Said | undefined) | undefined>> = {
  text: (message) => ({ text: textIn(valueAt(message, 'text.body')) }),
  button: (message) => ({ text: textIn(valueAt(message, 'button.text')) }),
  interactive: (message) => tapped(message, 'button_reply') ?? tapped(message, 'list_reply'),
  location: (message) => ({
    text: placeSaid(
      ['name', 'address', 'latitude', 'longitude'].map((part) => valueAt(message, `location.${part}`)),
    ),
  }),
  image: media('image'),
  document: media('document'),
  audio: media('audio'),
  video: media('video'),
}

const each = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 100) : [])
