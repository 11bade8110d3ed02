import { no, type Result, yes } from '#kernel'

export type TextRefusal = 'has-control-characters' | 'not-well-formed'

/**
 * Text from outside, as it may be stored: for form fields and for the API alike.
 *
 * Refused: NUL and every other control character but line feed and tab, and half of a surrogate pair.
 * PostgreSQL cannot hold the first, UTF-8 cannot hold the last, and no keyboard types any of them.
 *
 * Changed: line ends become line feeds; embeddings and overrides of direction (U+202A–202E) go. Telephones
 * wrap copied numbers in them, so that refusing would punish the innocent, and an override can show
 * words in another order than they are stored. The marks (LRM, RLM, ALM) and isolates stay: mixed Arabic
 * and Latin text needs them, and an isolate ends with its paragraph.
 *
 * Nothing else is touched, neither spelling nor Unicode form: a receipt proves what was written.
 */
export function cleanText(value: string): Result<string, TextRefusal> {
  if (!value.isWellFormed()) return no('not-well-formed')
  const text = value.replace(/\r\n?/g, '\n').replace(/[\u202A-\u202E]/g, '')
  return CONTROLS.test(text) ? no('has-control-characters') : yes(text)
}

/** What can be shown again of a text that was refused, so that its writer need not type it again. */
export const withoutControls = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202A-\u202E]/g, '')
    .replace(ALL_CONTROLS, '')

const CONTROLS = /[^\P{Cc}\n\t]/u
const ALL_CONTROLS = /[^\P{Cc}\n\t]/gu
