import type { Offer } from '#messages'
import { words } from '#words'
import type { Spoken } from './said.ts'

/** What is said as one text, for WhatsApp and Telegram: choices by their numbers, links whole. */
export function asText(said: Spoken, locale: 'ar' | 'en', publicUrl: string): string {
  const { chat } = words(locale)
  const numbered = said.choices.map(({ label }, at) => chat.numbered(at + 1, label))
  const choices = numbered.length > 0 ? [[...numbered, chat.pickNumber].join('\n')] : []
  return [...written(said, publicUrl), ...choices].join('\n\n')
}

/** The same where choices can be tapped; undefined where there are none. */
export function asOffer(said: Spoken, locale: 'ar' | 'en', publicUrl: string): Offer | undefined {
  if (said.choices.length === 0) return undefined
  return {
    body: written(said, publicUrl).join('\n\n'),
    open: words(locale).chat.showChoices,
    choices: said.choices.map(({ value, label }) => ({ id: value, label })),
  }
}

const written = ({ paragraphs, links }: Spoken, publicUrl: string): string[] => [
  ...paragraphs,
  ...links.map(({ href, label }) => `${label}\n${publicUrl}${href}`),
]
