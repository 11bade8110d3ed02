import { LIMITS } from '#cases'
import { TextArea } from '#ui'
import type { Ask } from './ask.ts'

/** In their own words, before anything else: nobody needs to know the organisation chart. */
export const text: Ask = {
  title: ({ t, answers: { type } }) => (type ? t.journey.text.titles[type] : t.journey.text.title),
  fields: ({ answers }) => ({ text: answers.text ?? '' }),
  draw: (asking) => {
    const { text: said } = asking.t.journey
    const { type } = asking.answers
    return (
      <TextArea
        name="text"
        heading
        label={text.title(asking)}
        hint={[type ? said.hints[type] : said.hint, ' ', said.private]}
        value={asking.value('text')}
        error={asking.trouble('text')}
        rows={9}
        limit={LIMITS.text}
      />
    )
  },
  read: (form, { t }) => {
    const written = form.text('text').trim()
    if (!written) return { troubles: [{ field: 'text', text: t.errors.text.required }] }
    if (written.length > LIMITS.text)
      return { troubles: [{ field: 'text', text: t.errors.text['too-long'] }] }
    return { keep: { text: written } }
  },
}
