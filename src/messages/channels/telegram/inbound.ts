import { type InboundChat, momentOf, placeSaid, textIn } from '../../model/inbound.ts'
import { valueAt } from '../value-at.ts'

/** What somebody wrote to the bot, or tapped; groups, edits and the rest are not read. */
export const readTelegramMessage = (update: unknown): InboundChat | undefined =>
  written(update) ?? tapped(update)

function written(update: unknown): InboundChat | undefined {
  const number = valueAt(update, 'update_id')
  const message = valueAt(update, 'message')
  const chat = valueAt(message, 'chat.id')
  if (!Number.isInteger(number) || !Number.isInteger(chat)) return undefined
  if (valueAt(message, 'chat.type') !== 'private') return undefined
  return {
    id: String(number),
    from: String(chat),
    at: momentOf(valueAt(message, 'date')),
    text: textOf(message),
    phone: ownNumber(message),
    language: languageOf(valueAt(message, 'from.language_code')),
    media: mediaOf(message),
  }
}

/** A key below a message: what it stands for, and what stood on it. */
function tapped(update: unknown): InboundChat | undefined {
  const number = valueAt(update, 'update_id')
  const query = valueAt(update, 'callback_query')
  const chat = valueAt(query, 'message.chat.id')
  const tap = textIn(valueAt(query, 'id'), 100)
  const choice = textIn(valueAt(query, 'data'), 64)
  if (!Number.isInteger(number) || !Number.isInteger(chat) || !tap || !choice) return undefined
  if (valueAt(query, 'message.chat.type') !== 'private') return undefined
  return {
    id: String(number),
    from: String(chat),
    // The moment of the message that the keys stand below, not of the tap.
    at: undefined,
    text: textIn(labelOf(valueAt(query, 'message.reply_markup.inline_keyboard'), choice)),
    choice,
    tap,
    language: languageOf(valueAt(query, 'from.language_code')),
  }
}

const labelOf = (rows: unknown, choice: string): unknown =>
  Array.isArray(rows)
    ? valueAt(
        rows.flat().find((key) => valueAt(key, 'callback_data') === choice),
        'text',
      )
    : undefined

function languageOf(code: unknown): InboundChat['language'] {
  const language = textIn(code, 10)
  return language.startsWith('ar') ? 'ar' : language.startsWith('en') ? 'en' : undefined
}

const textOf = (message: unknown): string =>
  textIn(valueAt(message, 'text')) ||
  textIn(valueAt(message, 'caption')) ||
  placeSaid([valueAt(message, 'location.latitude'), valueAt(message, 'location.longitude')])

/** A number is theirs only when Telegram says that the contact is the writer. */
function ownNumber(message: unknown): string | undefined {
  const [contact, writer] = [valueAt(message, 'contact.user_id'), valueAt(message, 'from.id')]
  const digits = textIn(valueAt(message, 'contact.phone_number'), 20).replace(/\D/g, '')
  return contact !== undefined && contact === writer && digits ? `+${digits}` : undefined
}

/** Of a photo the largest size, which stands last. */
function mediaOf(message: unknown): InboundChat['media'] {
  const photos = valueAt(message, 'photo')
  const photo = Array.isArray(photos) ? valueAt(photos.at(-1), 'file_id') : undefined
  for (const [id, name] of [
    [photo, 'photo.jpg'],
    ...['document', 'voice', 'audio', 'video'].map(
      (kind) =>
        [
          valueAt(message, `${kind}.file_id`),
          textIn(valueAt(message, `${kind}.file_name`), 120) || kind,
        ] as const,
    ),
  ] as const) {
    const found = textIn(id, 200)
    if (/^[\w-]{1,200}$/.test(found)) return { id: found, name }
  }
  return undefined
}
